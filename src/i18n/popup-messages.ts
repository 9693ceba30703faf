import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import type { PopupText } from './surfaces'

const files = import.meta.glob<Catalogue<PopupText>>('../../assets/_locales/*/messages.json', {
  query: '?popup',
  import: 'default',
})

/** All texts except those only the dashboard shows and the details of items. */
export function popupTexts(language: Language): Promise<Catalogue<PopupText>> {
  return inLanguage(files, language)()
}
