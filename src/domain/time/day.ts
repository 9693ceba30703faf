import { day as dayLength } from './length'

// Calendar days without the date library of time.ts, so that views can use them at no cost. They know no clock and no
// zone: in UTC all days are equally long.

/** A day of the seller's own calendar, `2026-03-29`. Sorts and compares as text. */
export type LocalDay = string

const startOf = (day: LocalDay): number => Date.parse(`${day}T00:00Z`)

/** A calendar day that exists, in the one form we store. */
export function isDay(text: string): boolean {
  // The year has four digits: longer ones can be neither compared as text nor added to.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // 30 February parses as 2 March; a month 13 or a day 32 as NaN.
  return new Date(startOf(text)).getUTCDate() === Number(text.slice(8))
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return dayInGreenwich(startOf(day) + days * dayLength)
}

/** Where about a day is exact enough: in the seller's zone it may be the day before or after. */
export function dayInGreenwich(instant: number): LocalDay {
  const [day = ''] = new Date(instant).toISOString().split('T')
  return day
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((startOf(to) - startOf(from)) / dayLength)
}

/**
 * Whether a stored day is not in the future; a wrong clock may have written it. One day of grace, because the seller may
 * have travelled west since.
 */
export function hasBeen(day: LocalDay, today: LocalDay): boolean {
  return day <= addDays(today, 1)
}
