import texts from '../../assets/_locales/en/messages.json'
import type { Language } from '../../src/domain/languages'
import { type Catalogue, createI18n, type I18n, type MessageName } from '../../src/i18n/i18n'
import { pseudo } from './pseudo'

/** What the popup has besides. */
const ofPopup = [
  import.meta.glob<Partial<Catalogue>>('../../assets/_locales/en/messages.json', {
    query: '?popup',
    import: 'default',
    eager: true,
  }),
  import.meta.glob<Partial<Catalogue>>('../../assets/_locales/en/messages.json', {
    query: '?details',
    import: 'default',
    eager: true,
  }),
].flatMap((files) => Object.values(files))

// TypeScript sees the file; at run time vite.config.ts provides only its texts.
export const english: Catalogue = Object.assign({}, texts as unknown as Catalogue, ...ofPopup)

/** The texts of a language: for all except English, disguised English that tests can tell apart. */
export function textsIn(language: Language): Catalogue {
  if (language === 'en') return english
  const texts = Object.entries(english).map(([name, text]) => [name, pseudo.long.disguise(text)])
  return { ...(Object.fromEntries(texts) as Catalogue), lang: language }
}

/** The texts as an English-speaking seller reads them. */
export function inEnglish(timeZone = 'Europe/Berlin'): I18n<MessageName> {
  return createI18n(english, { timeZone })
}
