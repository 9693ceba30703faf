import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import type { DashboardText } from './surfaces'

const files = import.meta.glob<Catalogue<DashboardText>>('../../assets/_locales/*/messages.json', {
  query: '?dashboard',
  import: 'default',
})

/** All texts of a language except those of the address check. */
export function dashboardTexts(language: Language): Promise<Catalogue<DashboardText>> {
  return inLanguage(files, language)()
}
