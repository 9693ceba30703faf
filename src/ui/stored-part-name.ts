import { isDay } from '../domain/time/day'
import type { I18n } from '../i18n/i18n'
import { storedItemTitle } from '../i18n/item-text'

/** A readable name for a stored key. An unknown key is its own name. */
export function storedName(i18n: I18n, key: string): string {
  const { translate, day } = i18n
  const [kind, name = '', last] = key.split('/')
  switch (kind) {
    case 'stores':
      return translate('part_stores')
    case 'own-checks':
      return translate('part_own_checks')
    case 'settings':
      return translate('part_settings')
    case 'showings':
      return translate('part_showings')
    case 'round':
      return translate('part_round')
    case 'run':
      return translate('part_run')
    case 'journal-dropped':
    case 'journal-drops':
      return translate('part_journal_dropped')
    case 'journal':
      return isDay(name) ? translate('part_journal_day', { day: day(name) }) : key
    case 'record':
      return storedItemTitle(i18n, last ?? '') ?? key
    default:
      return key
  }
}

/** Each name once, in the order of the keys. */
export function storedNames(i18n: I18n, keys: readonly string[]): string {
  return i18n.list([...new Set(keys.map((key) => storedName(i18n, key)))])
}
