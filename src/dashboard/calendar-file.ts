import ical, { ICalEventRepeatingFreq } from 'ical-generator'
import type { CalendarEntry } from '../domain/calendar'

/** An iCalendar file (RFC 5545) of whole days. */
export function calendarFile(
  name: string,
  made: number,
  entries: readonly (Pick<CalendarEntry, 'id' | 'day' | 'every' | 'again' | 'until'> & { title: string })[],
): string {
  const calendar = ical({ name, prodId: { company: 'Nightlatch', product: 'Nightlatch', language: 'EN' } })
  for (const { id, title, day, every, again, until } of entries) {
    const event = (uid: string, start: string, interval?: number) =>
      calendar.createEvent({
        id: `${uid.replaceAll('/', '.')}@nightlatch`,
        start: midnight(start),
        allDay: true,
        stamp: new Date(made),
        summary: title,
        // Local midnight, as the start: the library writes the day of either.
        ...(interval === undefined
          ? {}
          : { repeating: { freq: ICalEventRepeatingFreq.DAILY, interval, until: midnight(until) } }),
      })
    event(id, day, again === undefined ? every : undefined)
    if (again !== undefined && again <= until) event(`${id}/again`, again, every)
  }
  return calendar.toString()
}

/** Whole days are written as the day that the browser's own clock shows. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00`)
}
