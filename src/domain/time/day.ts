import { day as dayLength } from './length'

// Calendar days without the date library of time.ts, so that views can use them cheaply. They need no clock
// and no time zone: in UTC all days are equally long.

/** A day of the seller's own calendar, `2026-03-29`. Sorts and compares as text. */
export type LocalDay = string

const startOf = (day: LocalDay): number => Date.parse(`${day}T00:00Z`)

/** Whether the text is an existing calendar day, in the one form we store. */
export function isDay(text: string): boolean {
  // Longer years can neither be compared as text nor added to.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // February 30 parses as March 2, and a month 13 or a day 32 as NaN.
  return new Date(startOf(text)).getUTCDate() === Number(text.slice(8))
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return dayInGreenwich(startOf(day) + days * dayLength)
}

/** Adds months to a month such as `2026-03`. The number may be negative. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + months
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The day in UTC, for uses where a day's difference doesn't matter. */
export function dayInGreenwich(instant: number): LocalDay {
  const [day = ''] = new Date(instant).toISOString().split('T')
  return day
}

/** Whole calendar days from one day to another. Negative if `to` is before `from`. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((startOf(to) - startOf(from)) / dayLength)
}

/** The n-th working day, Monday to Friday, after this day. `n` is at least 1. */
export function addWorkdays(day: LocalDay, n: number): LocalDay {
  const weekday = (new Date(startOf(day)).getUTCDay() + 6) % 7
  // A weekend counts as the Friday before it.
  const to = Math.min(weekday, 4) + n
  return addDays(day, Math.floor(to / 5) * 7 + (to % 5) - weekday)
}

/** The Monday after this day. A Monday gives the next one. */
export function nextMonday(day: LocalDay): LocalDay {
  return addDays(day, 8 - (new Date(startOf(day)).getUTCDay() || 7))
}

/**
 * Whether a stored day is not in the future, which a wrong clock may have written. One day of grace, because
 * the seller may have traveled west since.
 */
export function hasBeen(day: LocalDay, today: LocalDay): boolean {
  // Mostly it is past, which needs no arithmetic. Every status asks this.
  return day <= today || day <= addDays(today, 1)
}
