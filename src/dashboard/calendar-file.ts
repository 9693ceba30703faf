import ical, { ICalEventRepeatingFreq } from 'ical-generator'
import type { CalendarEntry } from '../domain/calendar'

/** An iCalendar file (RFC 5545) of whole days. */
export function calendarFile(
  name: string,
  made: number,
  entries: readonly (Pick<CalendarEntry, 'id' | 'day' | 'every' | 'until'> & { title: string })[],
): string {
  const calendar = ical({ name, prodId: { company: 'Nightlatch', product: 'Nightlatch', language: 'EN' } })
  for (const { id, title, day, every, until } of entries) {
    calendar.createEvent({
      id: `${id.replaceAll('/', '.')}@nightlatch`,
      start: midnight(day),
      allDay: true,
      stamp: new Date(made),
      summary: title,
      // Local midnight, as the start: the library writes the day of either.
      ...(every === undefined
        ? {}
        : {
            repeating: { freq: ICalEventRepeatingFreq.DAILY, interval: every, until: midnight(until) },
          }),
    })
  }
  return calendar.toString()
}

/** Whole days are written as the day that the browser's own clock shows. */
function midnight(day: string): Date {
  return new Date(`${day}T00:00:00`)
}
