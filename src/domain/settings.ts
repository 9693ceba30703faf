import type { Instant } from './time/time'

/** What the seller chose for this browser. A part that was never chosen is absent. */
export type Settings = {
  /** A language's tag, one of ours or of a later version's; without one it is the browser's. */
  language?: string
  /** How dates are written: one of ours or of a later version's; without one as the language and the region have it. */
  dateFormat?: string
  /** How times of day are written: likewise. */
  clock?: string
  /** Stands beside this browser's entries in the journal. */
  who?: string
  /** No cards until then, or until the seller says so. */
  pause?: { until: Instant } | { until: 'told' }
  /** No cards from one hour to the other; `from` may be the later one, across midnight. */
  quietHours?: { from: number; to: number }
  /** Where on the page a card stands: one of ours or of a later version's; below and at the line's end unless chosen. */
  corner?: string
  /** A number on the toolbar button; on unless turned off. */
  badge?: boolean
  /** A desktop notification when a promised time comes; off unless turned on. */
  notifications?: boolean
  /** A desktop notification, at most weekly, when an essential check has been due for two weeks; off unless turned on. */
  longDueNotifications?: boolean
  /** Single keys press buttons in our own pages; on unless turned off. */
  singleKeys?: boolean
  /** Cards on one local day, and hours between two of them; the figures of nudge-policy.ts unless chosen. */
  cardsPerDay?: number
  cardGapHours?: number
  /** Marketplaces on whose login pages (www.amazon.<tld>) a card may appear. */
  loginHosts?: readonly string[]
}

/** Dates in figures, by their patterns in Unicode's notation (UTS 35). */
export const dateFormats = ['dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd', 'yyyy/MM/dd'] as const
export type DateFormat = (typeof dateFormats)[number]

export function isDateFormat(chosen: string | undefined): chosen is DateFormat {
  return dateFormats.some((one) => one === chosen)
}

export const clocks = ['24-hour', '12-hour'] as const
export type ClockFormat = (typeof clocks)[number]

export function isClock(chosen: string | undefined): chosen is ClockFormat {
  return clocks.some((one) => one === chosen)
}

/** The other corners of a page, by the direction in which the seller reads. */
export const corners = ['bottom-start', 'top-end', 'top-start'] as const
export type Corner = (typeof corners)[number]

export function isCorner(chosen: string | undefined): chosen is Corner {
  return corners.some((one) => one === chosen)
}

export const pauses = ['hour', 'today', 'told'] as const
export type Pause = (typeof pauses)[number]

/** What a seller may choose of the caps. None at all is a pause, which says when it ends. */
export const cardsPerDayChoices = [1, 2, 3] as const
export const cardGapHoursChoices = [2, 4, 8] as const
