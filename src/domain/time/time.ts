// Temporal, because the domain needs calendar days that know no clock and wall-clock times that know their
// zone, in one kept library that is also the coming standard (native from Chrome 144 and Firefox 139; the
// package hands back the browser's own where there is one). Only background and dashboard code runs it: the
// content script gets finished instants and days in the answers it asks for.
import { Temporal } from 'temporal-polyfill'
import { addDays, type LocalDay } from './day'

export { addDays, daysBetween, hasBeen, isDay, type LocalDay } from './day'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

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

// Building one overview asks a thousand times which day it is.
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

/** That wall-clock hour on that day, in the seller's zone. An hour that DST skips becomes the next one that exists. */
export function hourOf(day: LocalDay, hour: number, now: Now): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: now.timeZoneId,
    plainTime: Temporal.PlainTime.from({ hour }),
  }).epochMilliseconds
}

/** A day ends with its last moment, in the seller's zone. */
export function endOf(due: { day: LocalDay } | { at: Instant }, now: Now): Instant {
  return 'at' in due ? due.at : hourOf(addDays(due.day, 1), 0, now)
}

/** The Monday after this day; a Monday gives the next one. */
export function nextMonday(day: LocalDay): LocalDay {
  return addDays(day, 8 - Temporal.PlainDate.from(day).dayOfWeek)
}
