// Temporal, because the domain needs calendar days without a clock and wall-clock times with their time zone.
// It is the coming standard, native from Chrome 144 and Firefox 139, and the package uses the browser's own
// if there is one. The function API keeps a bundle small: a quarter of the whole library. Only background and
// dashboard code runs it. The content script receives finished instants and days in replies.
import * as Moment from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { addDays, type LocalDay } from './day'

export { addDays, daysBetween, hasBeen, isDay, type LocalDay, nextMonday } from './day'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/**
 * The moment and the seller's time zone, an IANA name such as `Europe/Berlin`. The only way for the time to
 * enter the domain. Every Temporal ZonedDateTime fits.
 */
export type Now = { readonly epochMilliseconds: Instant; readonly timeZoneId: string }

export function instantOf(now: Now): Instant {
  return now.epochMilliseconds
}

// Cached: building one overview asks a thousand times which day it is.
const days = new WeakMap<Now, LocalDay>()

export function dayOf(now: Now): LocalDay {
  let day = days.get(now)
  if (day === undefined) {
    day = dayAt(now.epochMilliseconds, now)
    days.set(now, day)
  }
  return day
}

/** The calendar day of an instant in the seller's current time zone. */
export function dayAt(instant: Instant, { timeZoneId }: Now): LocalDay {
  return PlainDate.toString(ZonedDateTime.toPlainDate(zoned({ epochMilliseconds: instant, timeZoneId })))
}

/** The instant of an hour on a day in the seller's zone. An hour that DST skips becomes the next one. */
export function hourOf(day: LocalDay, hour: number, { timeZoneId }: Now): Instant {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return PlainDateTime.toZonedDateTime(PlainDateTime.create(year, month, date, hour), timeZoneId)
    .epochMilliseconds
}

/** The hour of the seller's clock, 0 to 23. */
export function clockHour(now: Now): number {
  return zoned(now).hour
}

/** The end of a deadline. A day ends with its last moment, in the seller's time zone. */
export function endOf(due: { day: LocalDay } | { at: Instant }, now: Now): Instant {
  return 'at' in due ? due.at : hourOf(addDays(due.day, 1), 0, now)
}

function zoned({ epochMilliseconds, timeZoneId }: Now): ZonedDateTime.Record {
  return Moment.toZonedDateTimeISO(Moment.fromEpochMilliseconds(epochMilliseconds), timeZoneId)
}
