import texts from '../../assets/_locales/en/messages.json'
import type { Catalogue } from './i18n'

// What TypeScript sees is the file; what vite.config.ts hands over is the texts in it.
export const english = texts as unknown as Catalogue
