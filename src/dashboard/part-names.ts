import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'
import { storeName } from '../ui/store-names'
import { storedName } from '../ui/stored-names'

/** A stored part with whose it is: with several stores, a chore alone does not say which. */
export function partName(i18n: I18n, { stores }: Overview, key: string): string {
  const part = storedName(i18n, key)
  const [kind, owner] = key.split('/')
  const owners = stores.filter(({ id, login }) => id === owner || login === owner)
  if (kind !== 'record' || owners.length === 0 || owners.length === stores.length) return part
  const names = i18n.list(owners.map((store) => storeName(i18n, store)))
  return i18n.translate('backup_part_of', { part, stores: names })
}
