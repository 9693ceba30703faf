import texts from '../../assets/_locales/en/messages.json'
import type { Language } from '../../src/domain/languages'
import { type Catalogue, createI18n, type I18n } from '../../src/i18n/i18n'
import { pseudo } from './pseudo'

// What TypeScript sees is the file; what vite.config.ts hands over is the texts in it.
export const english = texts as unknown as Catalogue

/** The texts of any language: English, or English that can be told from it. */
export function textsIn(language: Language): Catalogue {
  if (language === 'en') return english
  const texts = Object.entries(english).map(([name, text]) => [name, pseudo.long.disguise(text)])
  return { ...(Object.fromEntries(texts) as Catalogue), lang: language }
}

/** The texts as an English-speaking seller reads them. */
export function inEnglish(timeZone = 'Europe/Berlin'): I18n {
  return createI18n(english, { timeZone })
}
