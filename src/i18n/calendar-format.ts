import type { MonthName } from '../domain/journal/month'
import { daysBetween, type LocalDay } from '../domain/time/day'
import { dateWriter } from './date-format'
import type { I18n } from './i18n'
import type { GuideText } from './surfaces'

export type CalendarWords = {
  /** "March 2026" */
  month(month: MonthName): string
  /** "Mar" */
  shortMonth(month: MonthName): string
  /** "Tuesday 3 March" where the year is shown nearby, or "Tuesday, 03/03/2026". */
  day(day: LocalDay): string
  /** "Mar 3" for a day that is near, or "03/03/2026". */
  shortDay(day: LocalDay): string
  /** "in 12 days", "yesterday". */
  distance(from: LocalDay, to: LocalDay): string
  /** "3", in the digits of the language. */
  date(day: LocalDay): string
}

export function calendarWords({ locale, dateFormat, day, translate }: I18n<GuideText>): CalendarWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format } = dateWriter(locale, { ...options, timeZone: 'UTC' })
    return (day: LocalDay) => format(new Date(`${day}T00:00Z`))
  }
  const month = format({ month: 'long', year: 'numeric' })
  const shortMonth = format({ month: 'short' })
  const weekday = format({ weekday: 'long' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return {
    month: (name) => month(`${name}-01`),
    shortMonth: (name) => shortMonth(`${name}-01`),
    day: dateFormat
      ? (on) => translate('calendar_day_in_figures', { weekday: weekday(on), day: day(on) })
      : format({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: dateFormat ? day : format({ day: 'numeric', month: 'short' }),
    distance: (from, to) => relative.format(daysBetween(from, to), 'day'),
    date: format({ day: 'numeric' }),
  }
}

export type Weekday = { short: string; long: string }

/** The names of the weekdays, in the order of the region. */
export function weekdays(locale: string, first: number): readonly Weekday[] {
  const name = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  const [short, long] = [name('short'), name('long')]
  return Array.from({ length: 7 }, (_, index) => {
    // January 1, 2024 was a Monday.
    const date = new Date(Date.UTC(2024, 0, first + index))
    return { short: short.format(date), long: long.format(date) }
  })
}

type WeekInfo = { firstDay: number }

/** The first day of a week: Monday 1 … Sunday 7. */
export function firstDayOfWeek(locale: string): number {
  const region = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo
    weekInfo?: WeekInfo
  }
  // Firefox has neither yet. ISO 8601 starts the week on Monday.
  return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1
}

/** Splits days into whole weeks, with undefined for the days of other months. */
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
