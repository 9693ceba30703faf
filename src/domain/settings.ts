import type { Instant } from './time/time'

/** Hours of the local clock. */
export type Hours = { from: number; to: number }

/** What the seller chose for this browser. Parts that were never chosen are missing. */
export type Settings = {
  /** A language tag, which may be a later version's. Missing: the browser's language. */
  language?: string
  /** The language of letters to Amazon, with the same rules. Missing: that of the store front. */
  letterLanguage?: string
  /** Fills letters from the seller's records. Missing: off. */
  fillLetters?: boolean
  /** How dates are written, possibly a later version's format. Missing: as usual in language and region. */
  dateFormat?: string
  /** How times of day are written, with the same rules. */
  clock?: string
  /** The name shown with this browser's entries in the journal. */
  who?: string
  /** No cards until then, or until the seller resumes them. */
  pause?: { until: Instant } | { until: 'told' }
  /** No cards between these hours. `from` may be later than `to`, across midnight. */
  quietHours?: Hours
  /** The card's corner of the page, which may be a later version's. Missing: bottom, at the line's end. */
  corner?: string
  /** Shows the number on the toolbar button. Missing: on. */
  badge?: boolean
  /** A desktop notification when a planned time or a deadline comes. Missing: off. */
  notifications?: boolean
  /** A weekly desktop notification while an essential check has been due for two weeks. Missing: off. */
  longDueNotifications?: boolean
  /** Single keys press buttons in our own pages. Missing: on. */
  singleKeys?: boolean
  /** In a round, the press that leads to a check opens its page on Amazon too. Missing: off. */
  roundOpensPages?: boolean
  /** Cards per local day, and hours between two cards. Missing: the figures of nudge-policy.ts. */
  cardsPerDay?: number
  cardGapHours?: number
  /** Hosts (www.amazon.<tld>) on whose login pages a card may appear. */
  loginHosts?: readonly string[]
}

/** What counts in this browser: the seller's settings within the limits of an organization (organization.ts). */
export type SettingsInForce = Settings & {
  /** The organization's quiet hours, in addition to the seller's. */
  alsoQuiet?: Hours
  /** An update has moved things, and the seller has not yet read where they are. */
  unreadNews?: true
}

/** Numeric date formats, written in Unicode's notation (UTS 35). */
export const dateFormats = ['dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd', 'yyyy/MM/dd'] as const
export type DateFormat = (typeof dateFormats)[number]

export function isDateFormat(chosen: string | undefined): chosen is DateFormat {
  return dateFormats.some((one) => one === chosen)
}

export const clockFormats = ['24-hour', '12-hour'] as const
export type ClockFormat = (typeof clockFormats)[number]

export function isClockFormat(chosen: string | undefined): chosen is ClockFormat {
  return clockFormats.some((one) => one === chosen)
}

/** The corners besides the default one, by the direction in which the seller reads. */
export const corners = ['bottom-start', 'top-end', 'top-start'] as const
export type Corner = (typeof corners)[number]

export function isCorner(chosen: string | undefined): chosen is Corner {
  return corners.some((one) => one === chosen)
}

export const pauses = ['hour', 'today', 'told'] as const
export type Pause = (typeof pauses)[number]

/** The caps a seller may choose. Zero cards is not offered: a pause does that, and it ends. */
export const cardsPerDayChoices = [1, 2, 3] as const
export const cardGapHoursChoices = [2, 4, 8] as const
