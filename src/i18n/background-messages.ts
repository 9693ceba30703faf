import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'

// All at once, because a service worker has no import(). Each is a function, so that only the one in use is built.
const files = import.meta.glob<() => Catalogue>('../../assets/_locales/*/messages.json', {
  query: '?background',
  import: 'default',
  eager: true,
})

/** What cards, badge and notifications say, and every text of an item. */
export function backgroundTexts(language: Language): Catalogue {
  return inLanguage(files, language)()
}
