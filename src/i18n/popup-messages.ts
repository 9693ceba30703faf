import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'

const files = import.meta.glob<Catalogue>('../../assets/_locales/*/messages.json', {
  query: '?popup',
  import: 'default',
})

/** Without what only the dashboard shows, and without why and how of each item: these the popup asks for. */
export function popupTexts(language: Language): Promise<Catalogue> {
  return inLanguage(files, language)()
}
