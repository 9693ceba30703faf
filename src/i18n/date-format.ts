import { type DateFormat, isDateFormat } from '../domain/settings'
import type { Instant } from '../domain/time/time'

/** A locale that writes numeric dates in each pattern, so that `Intl` formats them. */
const writtenIn: Record<DateFormat, string> = {
  'dd/MM/yyyy': 'en-GB',
  'MM/dd/yyyy': 'en-US',
  'dd.MM.yyyy': 'de',
  'yyyy-MM-dd': 'sv',
  'yyyy/MM/dd': 'ja',
}

type DateWriter = Pick<Intl.DateTimeFormat, 'format'>

/** How the first of a month is written in words where `Intl` writes 1: "1er mars", "1º de março". */
const firsts: Readonly<Record<string, string>> = { fr: '1er', pt: '1º' }

/** `Intl`'s, with the language's own first of a month. */
export function dateWriter(locale: string, options: Intl.DateTimeFormatOptions): DateWriter {
  const writer = new Intl.DateTimeFormat(locale, options)
  const first = firsts[new Intl.Locale(locale).language]
  if (first === undefined) return writer
  return {
    format(date) {
      const parts = writer.formatToParts(date)
      // A number alone, in a square of a calendar, stays 1.
      const isFirst = ({ type, value }: Intl.DateTimeFormatPart) =>
        parts.length > 1 && type === 'day' && value === '1'
      return parts.map((part) => (isFirst(part) ? first : part.value)).join('')
    },
  }
}

/**
 * "3 March 2026", or in figures "03/03/2026".
 * @param chosen an unknown format of a later version is ignored.
 */
export function dayFormat(locale: string, chosen: string | undefined, timeZone: string): DateWriter {
  return isDateFormat(chosen)
    ? new Intl.DateTimeFormat(writtenIn[chosen], {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        timeZone,
      })
    : dateWriter(locale, { dateStyle: 'long', timeZone })
}

/**
 * "20:00" or "8:00 pm".
 * @param chosen an unknown format of a later version is ignored.
 */
export function timeFormat(
  locale: string,
  chosen: string | undefined,
  timeZone: string,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...timeOptions(locale, chosen), timeZone })
}

/** "Tue, 3 Mar 2026, 09:00", or without its year. */
export function momentFormat(
  locale: string,
  clock: string | undefined,
  timeZone: string,
  year: 'numeric' | undefined,
): DateWriter {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year } as const
  return dateWriter(locale, { ...day, ...timeOptions(locale, clock), timeZone })
}

/** "2026-03-29T09:00:00+02:00", for files that both people and programs read. */
export function momentInFile(instant: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-u-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  // "GMT+05:45". Some browsers write UTC as "GMT" only.
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00'
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}${offset}`
}

/** Two digits for the hour only in 24-hour time: 09:00, but 9:00 am. */
function timeOptions(locale: string, clock: string | undefined): Intl.DateTimeFormatOptions {
  const hourCycle = hourCycleOf(locale, clock)
  return { hour: hourCycle === 'h23' ? '2-digit' : 'numeric', minute: '2-digit', hourCycle }
}

function hourCycleOf(locale: string, clock: string | undefined): Intl.LocaleHourCycleKey {
  if (clock === '24-hour') return 'h23'
  // With `hour12` some browsers write midnight as 0:00 am. Only Japan counts like that.
  if (clock === '12-hour') return new Intl.Locale(locale).language === 'ja' ? 'h11' : 'h12'
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle ?? 'h23'
}
