import type { Trouble } from '../domain/overview'
import type { I18n } from './i18n'

/** On the toolbar button and above the checklist in the same words. */
export function troubleText({ translate }: I18n, trouble: Trouble): string {
  return trouble.kind === 'unsaved' ? translate('trouble_unsaved') : translate('trouble_withheld', trouble)
}
