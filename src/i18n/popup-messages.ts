import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'

const files = import.meta.glob<Catalogue>('../../assets/_locales/*/messages.json', {
  query: '?popup',
  import: 'default',
})

const details = import.meta.glob<Partial<Catalogue>>('../../assets/_locales/*/messages.json', {
  query: '?details',
  import: 'default',
})

/** Without what only the dashboard shows, and without why and how of each item. */
export function popupTexts(language: Language): Promise<Catalogue> {
  return inLanguage(files, language)()
}

/** Why and how of each item: half of all texts, loaded after the popup is there. */
export function itemDetails(language: Language): Promise<Partial<Catalogue>> {
  return inLanguage(details, language)()
}
