import type { MonthlyDate, Recurrence } from '../../domain/time/recurrence'
import { dateWriter } from '../../i18n/date-format'
import type { I18n } from '../app/app'

/** "Every 3 months on day 31": how often a check of the seller's own comes due. */
export function recurrenceText(i18n: I18n, recurs: Recurrence): string {
  const { translate, plural, number } = i18n
  switch (recurs.kind) {
    case 'days':
      return plural('pace_days', recurs.every)
    case 'weeks':
      return plural('own_every_weeks', recurs.every)
    case 'months':
      return recurs.every === 12
        ? translate('own_every_year', { date: dateText(i18n, recurs) })
        : plural('own_every_months', recurs.every, { date: number(recurs.day) })
    case 'payouts':
      return translate('list_before_payout')
  }
}

/** "March 31", whatever the year. */
function dateText({ locale }: I18n, { month, day }: MonthlyDate): string {
  return dateWriter(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(2028, month - 1, day),
  )
}

/** The names of the twelve months. */
export function monthNames({ locale }: I18n): string[] {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2028, month, 1)))
}
