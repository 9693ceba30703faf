import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'
import { panelTexts } from './panel-messages'
import type { GuideText, PanelText } from './surfaces'

const files = import.meta.glob<Catalogue<GuideText>>('../../assets/_locales/*/messages.json', {
  query: '?guides',
  import: 'default',
})

/** The texts of the panel and those of its guides. */
export async function guideTexts(language: Language): Promise<Catalogue<PanelText | GuideText>> {
  const [own, further] = await Promise.all([panelTexts(language), inLanguage(files, language)()])
  return { ...own, ...further }
}
