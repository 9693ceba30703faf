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

/** Shows a page with its own texts first, and then the reasons and steps of items. Both are read at the same time. */
export async function thenDetails<Texts extends object>(
  language: Language,
  own: Promise<Texts>,
  show: (texts: Texts) => void,
): Promise<void> {
  const reading = itemDetails(language)
  // Its failure is told below, after the page's own texts are shown.
  reading.catch(() => undefined)
  const texts = await own
  show(texts)
  show({ ...texts, ...(await reading) })
}
