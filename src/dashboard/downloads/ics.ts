import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry } from '../../domain/journal/schedule'
import { addDays, type LocalDay } from '../../domain/time/day'
import type { Instant } from '../../domain/time/time'

/**
 * An iCalendar file (RFC 5545) of whole days that leave the seller's time free.
 * @param made the moment of the export. A calendar that has an event already takes the copy with the higher number.
 */
export function calendarFile(
  name: string,
  made: Instant,
  entries: readonly (Pick<CalendarEntry, 'id' | 'day' | 'every' | 'again' | 'until'> & { title: string })[],
): string {
  const calendar = ical({ name, prodId: { company: 'Nightlatch', product: 'Nightlatch', language: 'EN' } })
  const sequence = Math.max(0, Math.floor((made - numberedFrom) / 1000))
  for (const { id, title, day, every, again, until } of entries) {
    // Days stay text all the way: the library would write a `Date` as the day that it is in Greenwich.
    const event = (uid: string, start: LocalDay, interval?: number) =>
      calendar.createEvent({
        id: `${safe(uid)}@nightlatch`,
        sequence,
        start,
        // The first day that is no longer part of it.
        end: addDays(start, 1),
        allDay: true,
        stamp: new Date(made),
        summary: title.replace(/\p{Cc}+/gu, ' '),
        transparency: ICalEventTransparency.TRANSPARENT,
        busystatus: ICalEventBusyStatus.FREE,
        // Not by the library's own fields: its UNTIL has a time, and must be a day where the start is one.
        ...(interval === undefined
          ? {}
          : { repeating: `RRULE:FREQ=DAILY;INTERVAL=${interval};UNTIL=${until.replaceAll('-', '')}` }),
      })
    event(id, day, again === undefined ? every : undefined)
    if (again !== undefined && again <= until) event(`${id}/again`, again, every)
  }
  return calendar.toString()
}

/** Numbers count seconds from here: calendars keep them in 31 bits, which lasts until 2094. */
const numberedFrom = Date.UTC(2026, 0, 1)

/** The library writes an id as it is, so that a line break in it would be a line of the file. */
function safe(id: string): string {
  return id.replaceAll('/', '.').replace(/[^\w.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)
}
