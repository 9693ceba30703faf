import type { Language } from '../domain/languages'
import type { Catalogue } from './i18n'
import { inLanguage } from './load-messages'

const files = import.meta.glob<Partial<Catalogue>>('../../assets/_locales/*/messages.json', {
  query: '?details',
  import: 'default',
})

/** The reasons and steps of all items: half of all texts. */
export function itemDetails(language: Language): Promise<Partial<Catalogue>> {
  return inLanguage(files, language)()
}

/** Shows a page with its own texts first, and then the reasons and steps of items. */
export async function thenDetails<Texts extends object>(
  language: Language,
  own: Promise<Texts>,
  show: (texts: Texts) => void,
): Promise<void> {
  const texts = await own
  show(texts)
  const details = await itemDetails(language)
  show({ ...texts, ...details })
}
