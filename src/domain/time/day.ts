import { day as dayLength } from './length'

// Calendar days without the library behind time.ts, so that a view can reckon with them at no cost. They know neither
// clock nor zone: days of UTC are all of one length.

/** A day of the seller's own calendar, `2026-03-29`. Sorts and compares as text. */
export type LocalDay = string

const startOf = (day: LocalDay): number => Date.parse(`${day}T00:00Z`)

/** A calendar day that exists, in the one form we store. */
export function isDay(text: string): boolean {
  // Four digits for the year: beyond them days neither compare as text nor bear adding.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // 30 February is read as 2 March; a month or a day that no calendar has is no number at all.
  return new Date(startOf(text)).getUTCDate() === Number(text.slice(8))
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return dayInGreenwich(startOf(day) + days * dayLength)
}

/** For what asks no more than which day it was about: the seller's own may be the one before or after. */
export function dayInGreenwich(instant: number): LocalDay {
  const [day = ''] = new Date(instant).toISOString().split('T')
  return day
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((startOf(to) - startOf(from)) / dayLength)
}

/**
 * Of a day that was written down: the clock that wrote it was not ahead. One day of grace: the seller may have travelled
 * west since.
 */
export function hasBeen(day: LocalDay, today: LocalDay): boolean {
  return day <= addDays(today, 1)
}
