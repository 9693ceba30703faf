import { english } from '../../src/platform/english'
import { createI18n, type I18n } from '../../src/platform/i18n'

export { english }

/** The texts as an English-speaking seller reads them. */
export function inEnglish(timeZone = 'Europe/Berlin'): I18n {
  return createI18n(english, timeZone)
}
