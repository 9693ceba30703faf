import type { Overview } from '../../domain/overview'
import { registerIds } from '../../domain/registers/register'
import { storeName } from '../../ui/store-label'
import { storedName } from '../../ui/stored-part-name'
import type { I18n } from '../app/app'
import { registerText } from '../registers/register-text'

/** The name of a stored part and of its store: with several stores, an item's name isn't enough. */
export function partName(i18n: I18n, { stores }: Overview, key: string): string {
  const part = ownName(i18n, key)
  const [kind = '', owner] = key.split('/')
  const owners = stores.filter(({ id, login }) => id === owner || login === owner)
  if (!['record', 'register'].includes(kind) || owners.length === 0 || owners.length === stores.length)
    return part
  const names = i18n.list(owners.map((store) => storeName(i18n, store)))
  return i18n.translate('backup_part_of', { part, stores: names })
}

/** Names of parts that only the dashboard shows. */
function ownName(i18n: I18n, key: string): string {
  const [kind, ...rest] = key.split('/')
  if (kind === 'draft') return i18n.translate('part_draft', { version: rest[1] ?? '' })
  const register = kind === 'register' ? registerIds.find((id) => id === rest[1]) : undefined
  return register === undefined
    ? storedName(i18n, key)
    : i18n.translate('part_register', { register: registerText(i18n, register) })
}
