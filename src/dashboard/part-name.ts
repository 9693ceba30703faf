import { registerIds } from '../domain/register'
import type { I18n } from '../platform/i18n'
import { storedName } from '../ui/stored-names'
import { registerTitle } from './register-text'

/** A stored value in the seller's words, also what only the dashboard ever shows. */
export function partName(i18n: I18n, key: string): string {
  const [kind, ...rest] = key.split('/')
  if (kind === 'damaged') return i18n.translate('part_aside', { part: partName(i18n, rest.join('/')) })
  if (kind === 'draft') return i18n.translate('part_draft', { version: rest[1] ?? '' })
  const register = kind === 'register' ? registerIds.find((id) => id === rest[1]) : undefined
  return register === undefined
    ? storedName(i18n, key)
    : i18n.translate('part_register', { register: registerTitle(i18n, register) })
}
