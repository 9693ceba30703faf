import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import type { PanelText } from './surfaces'

const files = import.meta.glob<Catalogue<PanelText>>('../../assets/_locales/*/messages.json', {
  query: '?panel',
  import: 'default',
})

/** All texts of the panel except the details of items. */
export function panelTexts(language: Language): Promise<Catalogue<PanelText>> {
  return inLanguage(files, language)()
}
