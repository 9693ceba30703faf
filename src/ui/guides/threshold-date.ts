import type { Threshold } from '../../domain/facts/thresholds'
import { calendarWords } from '../../i18n/calendar-format'
import type { GuideI18n } from '../guide-app'

/** When a figure's source was dated or seen. */
export function seenText(i18n: GuideI18n, { seen, as }: Pick<Threshold, 'seen' | 'as'>): string {
  const { translate } = i18n
  if (seen === 'undated') return translate('seen_undated')
  const [when = '', to = ''] = seen.split('/').map((part) => dateText(i18n, part))
  switch (as) {
    case 'about':
      return translate('seen_about', { when })
    case 'start':
      return translate('seen_start', { when })
    case 'start-and-change':
      return translate('seen_start_and_change', { from: when, to })
    case 'and-later':
      return translate('seen_and_later', { when })
    case 'and-older':
      return translate('seen_and_older', { when })
    default:
      return to === '' ? when : translate('seen_between', { from: when, to })
  }
}

/** A year, a month or a day. */
function dateText(i18n: GuideI18n, date: string): string {
  switch (date.split('-').length) {
    case 1:
      return new Intl.DateTimeFormat(i18n.locale, { year: 'numeric', timeZone: 'UTC' }).format(new Date(date))
    case 2:
      return calendarWords(i18n).month(date)
    default:
      return i18n.day(date)
  }
}
