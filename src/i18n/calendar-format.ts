import type { MonthName } from '../domain/journal/month'
import type { LocalDay } from '../domain/time/time'
import type { I18n } from './i18n'

export type CalendarWords = {
  /** "March 2026" */
  month(month: MonthName): string
  /** "Mar" */
  shortMonth(month: MonthName): string
  /** "Tuesday 3 March": in a month that is named beside it; or "Tuesday, 03/03/2026". */
  day(day: LocalDay): string
  /** "3", in the language's own digits. */
  date(day: LocalDay): string
}

export function calendarWords({ locale, dateFormat, day, translate }: I18n): CalendarWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: LocalDay) => format(new Date(`${day}T00:00Z`))
  }
  const month = format({ month: 'long', year: 'numeric' })
  const shortMonth = format({ month: 'short' })
  const weekday = format({ weekday: 'long' })
  return {
    month: (name) => month(`${name}-01`),
    shortMonth: (name) => shortMonth(`${name}-01`),
    day: dateFormat
      ? (on) => translate('calendar_day_in_figures', { weekday: weekday(on), day: day(on) })
      : format({ weekday: 'long', day: 'numeric', month: 'long' }),
    date: format({ day: 'numeric' }),
  }
}

export type Weekday = { short: string; long: string }

/** The days of a week in the region's order. */
export function weekdays(locale: string, first: number): readonly Weekday[] {
  const name = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  const [short, long] = [name('short'), name('long')]
  return Array.from({ length: 7 }, (_, index) => {
    // The first of January 2024 was a Monday.
    const date = new Date(Date.UTC(2024, 0, first + index))
    return { short: short.format(date), long: long.format(date) }
  })
}

type WeekInfo = { firstDay: number }

/** On which day a week begins: Monday 1 … Sunday 7. */
export function firstDayOfWeek(locale: string): number {
  const region = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo
    weekInfo?: WeekInfo
  }
  // Firefox knows neither yet; Monday is ISO 8601's.
  return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1
}

/** Whole weeks, with undefined for the days of other months. */
export function weeksOf<D extends { day: LocalDay }>(
  days: readonly D[],
  firstDay: number,
): (D | undefined)[][] {
  const [first] = days
  if (!first) return []
  const weekday = new Date(`${first.day}T00:00Z`).getUTCDay()
  const blanks = (weekday - firstDay + 7) % 7
  const cells: (D | undefined)[] = [...Array.from<undefined>({ length: blanks }), ...days]
  while (cells.length % 7 > 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** The month before or after. */
export function monthBeside(month: MonthName, step: 1 | -1): MonthName {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + step
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
