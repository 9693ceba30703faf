import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import type { LetterText } from './surfaces'

const files = import.meta.glob<Catalogue<LetterText>>('../../assets/_locales/*/messages.json', {
  query: '?letters',
  import: 'default',
})

/** The texts that are sent to Amazon, in the language that the seller chose for them. */
export function letterTexts(language: Language): Promise<Catalogue<LetterText>> {
  return inLanguage(files, language)()
}
