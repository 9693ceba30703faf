import { type LocalDay, type Now, nowFrom } from '../../src/domain/time/time'

export const berlin = 'Europe/Berlin'

/** `at('2026-03-29 01:30')`: a wall clock in Berlin, or in another zone. */
export function at(wallClock: string, timeZone = berlin): Now {
  return nowFrom(`${wallClock.replace(' ', 'T')}[${timeZone}]`)
}

/** Ten in the morning of that day: the usual moment of a test that is about days. */
export function on(day: LocalDay, timeZone = berlin): Now {
  return at(`${day} 10:00`, timeZone)
}

/** Zones that are far apart, not on the full hour, or on the other side of the date line. */
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
