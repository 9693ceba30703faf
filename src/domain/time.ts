// Temporal, because the domain needs calendar days that know no clock and wall-clock times that know their
// zone, in one kept library that is also the coming standard (native from Chrome 144 and Firefox 139; the
// package hands back the browser's own where there is one). Only background and dashboard code runs it: the
// content script gets finished instants and days in the answers it asks for.
import { Temporal } from 'temporal-polyfill'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A day of the seller's own calendar, `2026-03-29`. Sorts and compares as text. */
export type LocalDay = string

/** The moment and the time zone the seller is in: the only way a clock enters the domain. */
export type Now = Temporal.ZonedDateTime

/** @param timeZone IANA name, for example `Europe/Berlin`. */
export function nowAt(instant: Instant, timeZone: string): Now {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}

/** For a time as a person writes it, with its zone: `2026-03-29T01:30[Europe/Berlin]`. */
export function nowFrom(text: string): Now {
  return Temporal.ZonedDateTime.from(text)
}

export function instantOf(now: Now): Instant {
  return now.epochMilliseconds
}

// A checklist asks a thousand times what day it is at one and the same moment.
const days = new WeakMap<Now, LocalDay>()

export function dayOf(now: Now): LocalDay {
  let day = days.get(now)
  if (day === undefined) {
    day = now.toPlainDate().toString()
    days.set(now, day)
  }
  return day
}

/** The calendar day in the seller's present zone on which an instant falls. */
export function dayAt(instant: Instant, now: Now): LocalDay {
  return dayOf(nowAt(instant, now.timeZoneId))
}

// A checklist adds the same few intervals to the same few days hundreds of times; the answers never change.
const sums = new Map<string, LocalDay>()

export function addDays(day: LocalDay, days: number): LocalDay {
  const key = `${day}+${days}`
  let sum = sums.get(key)
  if (sum === undefined) {
    sum = Temporal.PlainDate.from(day).add({ days }).toString()
    if (sums.size > 10_000) sums.clear()
    sums.set(key, sum)
  }
  return sum
}

/** Whole calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** A calendar day that exists, in the one form we store. */
export function isDay(text: string): boolean {
  // Four digits for the year: beyond them days neither compare as text nor bear adding.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** That wall-clock hour on that day, in the seller's zone. An hour that DST skips becomes the next one that exists. */
export function hourOf(day: LocalDay, hour: number, now: Now): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: now.timeZoneId,
    plainTime: Temporal.PlainTime.from({ hour }),
  }).epochMilliseconds
}

/** The Monday after this day; a Monday gives the next one. */
export function nextMonday(day: LocalDay): LocalDay {
  return addDays(day, 8 - Temporal.PlainDate.from(day).dayOfWeek)
}
