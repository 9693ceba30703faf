import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import { type CalendarEntry, laterDays } from '../../domain/journal/schedule'
import { addDays, type LocalDay } from '../../domain/time/day'
import { isSometimesTooShort, type MonthlyDate } from '../../domain/time/recurrence'
import type { Instant } from '../../domain/time/time'

/**
 * An iCalendar file (RFC 5545) of whole days that leave the seller's time free.
 * @param made the moment of the export. A calendar that has an event already takes the copy with the higher number.
 */
export function calendarFile(
  name: string,
  made: Instant,
  entries: readonly (Pick<CalendarEntry, 'id' | 'day' | 'every' | 'date' | 'again' | 'until'> & {
    title: string
  })[],
): string {
  const calendar = ical({ name, prodId: { company: 'Nightlatch', product: 'Nightlatch', language: 'EN' } })
  const sequence = Math.max(0, Math.floor((made - numberedFrom) / 1000))
  for (const { id, title, day, every, date, again, until } of entries) {
    const rule = date ? ruleOf(date) : every === undefined ? undefined : `FREQ=DAILY;INTERVAL=${every}`
    // Days stay text, because the library would write a `Date` as its day in Greenwich.
    const event = (uid: string, start: LocalDay, recurs?: string) =>
      calendar.createEvent({
        id: `${safe(uid)}@nightlatch`,
        sequence,
        start,
        // Exclusive: the day after the last.
        end: addDays(start, 1),
        allDay: true,
        stamp: new Date(made),
        summary: title.replace(/\p{Cc}+/gu, ' '),
        transparency: ICalEventTransparency.TRANSPARENT,
        busystatus: ICalEventBusyStatus.FREE,
        // Not with the library's own field: its UNTIL has a time, but must be a day if the start is one.
        ...(recurs === undefined ? {} : { repeating: `RRULE:${recurs};UNTIL=${until.replaceAll('-', '')}` }),
      })
    event(id, day, again === undefined ? rule : undefined)
    // Calendars disagree on rules for the last day of a month, so each date is an event of its own.
    if (date && isSometimesTooShort(date)) {
      for (const later of laterDays({ day, date, again, until }, until)) event(`${id}/${later}`, later)
      continue
    }
    if (again !== undefined && again <= until) event(`${id}/again`, again, rule)
  }
  return calendar.toString()
}

function ruleOf({ every, month, day }: MonthlyDate): string {
  const freq = every === 12 ? `FREQ=YEARLY;BYMONTH=${month}` : `FREQ=MONTHLY;INTERVAL=${every}`
  return `${freq};BYMONTHDAY=${day}`
}

/** Sequence numbers count seconds from here. Calendars keep 31 bits, enough until 2094. */
const numberedFrom = Date.UTC(2026, 0, 1)

/** The library writes ids unescaped, so a line break in one would start a new line of the file. */
function safe(id: string): string {
  return id.replaceAll('/', '.').replace(/[^\w.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)
}
