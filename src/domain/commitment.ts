import type { LocalDay } from './time/day'

/** The id of a check of the seller's own, promised or not. Starts with `own-`, which no catalog id does. */
export type CommitmentId = `own-${string}`

/** A measure that a seller promised in a plan of action, kept as a recurring check of that store. */
export type Commitment = {
  id: CommitmentId
  /** The seller's own words. They never appear on an Amazon page. */
  title: string
  every: number
  origin: CommitmentOrigin
}

/** The plan of action it comes from. */
export type CommitmentOrigin = {
  /** The seller's name for the plan. */
  name: string
  on: LocalDay
  /** The appeal draft, while it exists. */
  draft?: string
}

export const longestCommitment = 160
/** Per store: enough for appeals of many years. Each measure is a row in every overview. */
export const mostCommitments = 200
/** Across all stores. */
export const mostCommitmentsInAll = 2000

/** Of a new check, or of a measure that may become one. */
export function newCommitmentId(): CommitmentId {
  return `own-${crypto.randomUUID().slice(0, 8)}`
}

export function isCommitmentId(id: string): id is CommitmentId {
  return id.startsWith('own-')
}
