import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDay } from '../../src/domain/time/time'

/** A moment in its time zone, with Temporal's arithmetic for tests; the domain takes it as its Now. */
export type Moment = Temporal.ZonedDateTime

export const berlin = 'Europe/Berlin'

/** @param timeZone IANA name. */
export function nowAt(instant: Instant, timeZone: string): Moment {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}

/** A wall-clock time in Berlin or another zone, such as `at('2026-03-29 01:30')`. */
export function at(wallClock: string, timeZone = berlin): Moment {
  return Temporal.ZonedDateTime.from(`${wallClock.replace(' ', 'T')}[${timeZone}]`)
}

/** Ten in the morning of that day: the usual moment in tests about days. */
export function on(day: LocalDay, timeZone = berlin): Moment {
  return at(`${day} 10:00`, timeZone)
}

/** Zones that are far apart, not on the full hour, or across the date line. */
export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
] as const
