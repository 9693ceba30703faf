import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'

const files = import.meta.glob<Catalogue>('../../assets/_locales/*/messages.json', {
  query: '?dashboard',
  import: 'default',
})

/** All texts of a language but those of the address check. */
export function dashboardTexts(language: Language): Promise<Catalogue> {
  return inLanguage(files, language)()
}
