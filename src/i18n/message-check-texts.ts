import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import type { MessageCheckText } from './surfaces'

const files = import.meta.glob<Catalogue<MessageCheckText>>('../../assets/_locales/*/messages.json', {
  query: '?message',
  import: 'default',
})

/** The texts of the message check, which most people need once a month. */
export function messageCheckTexts(language: Language): Promise<Catalogue<MessageCheckText>> {
  return inLanguage(files, language)()
}
