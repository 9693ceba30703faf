import type { LocalDay } from './time/day'

/** Begins with `own-`, which no id of the catalogue does. */
export type MeasureId = `own-${string}`

/** What a seller has promised in a plan of action, kept up as a recurring check of that store. */
export type Measure = {
  id: MeasureId
  /** The seller's own words: they never stand on a page of Amazon's. */
  title: string
  /** Days between two checks. */
  every: number
  origin: MeasureOrigin
}

/** Where it was promised. */
export type MeasureOrigin = {
  /** What the seller called it. */
  name: string
  on: LocalDay
  /** The appeal draft, while there is one. */
  draft?: string
}

export const longestMeasure = 160
/** Per store: enough for appeals of many years. Each is a row of every overview. */
export const mostMeasures = 200
/** In all stores together. */
export const mostMeasuresInAll = 2000

export function isMeasureId(id: string): id is MeasureId {
  return id.startsWith('own-')
}
