import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import type { BackgroundText } from './surfaces'

// All loaded, because a service worker has no import(). Functions, so that only one language is built.
const files = import.meta.glob<() => Catalogue<BackgroundText>>('../../assets/_locales/*/messages.json', {
  query: '?background',
  import: 'default',
  eager: true,
})

/** The texts of cards, toolbar button and notifications. */
export function backgroundTexts(language: Language): Catalogue<BackgroundText> {
  return inLanguage(files, language)()
}
