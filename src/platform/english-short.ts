import texts from '../../assets/_locales/en/messages.json?short'
import type { Catalogue } from './i18n'

/**
 * Without the texts that only the dashboard shows (`dashboardTexts` in vite.config.ts), for popup and background;
 * a test holds that neither asks for one of them.
 */
export const english = texts as unknown as Catalogue
