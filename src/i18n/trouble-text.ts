import type { Trouble } from '../domain/overview'
import type { I18n } from './i18n'
import type { CommonText } from './surfaces'

/** Toolbar button and checklist use the same words. */
export function troubleText({ translate }: I18n<CommonText>, trouble: Trouble): string {
  return trouble.kind === 'unsaved' ? translate('trouble_unsaved') : translate('trouble_withheld', trouble)
}
