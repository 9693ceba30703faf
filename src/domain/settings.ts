import type { Instant } from './time'

/** What the seller chose for this browser. A part that was never chosen is absent. */
export type Settings = {
  /** A language's tag, one of ours or of a later version's; without one it is the browser's. */
  language?: string
  /** Stands beside this browser's entries in the journal. */
  who?: string
  /** No cards until then, or until the seller says so. */
  pause?: { until: Instant } | { until: 'told' }
  /** No cards from one hour to the other; `from` may be the later one, across midnight. */
  quietHours?: { from: number; to: number }
  /** A number on the toolbar button; on unless turned off. */
  badge?: boolean
  /** A desktop notification when a promised time comes; off unless turned on. */
  notifications?: boolean
  /** Cards on one local day, and hours between two of them; the figures of nudge-parameters.ts unless chosen. */
  cardsPerDay?: number
  cardGapHours?: number
  /** Marketplaces on whose login pages (www.amazon.<tld>) a card may appear. */
  loginHosts?: readonly string[]
}

export const pauses = ['hour', 'today', 'told'] as const
export type Pause = (typeof pauses)[number]

/** What a seller may choose of the caps. None at all is a pause, which says when it ends. */
export const cardsPerDayChoices = [1, 2, 3] as const
export const cardGapHoursChoices = [2, 4, 8] as const
