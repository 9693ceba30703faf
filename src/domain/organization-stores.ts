import { type Checklist, emptyChecklist, mostStores, type Store } from './checklist'
import type { StoreId } from './ids'
import { type Organization, type OrganizationStore, organizationStore } from './organization'
import { presentStores } from './present-stores'
import type { LocalDay } from './time/day'

/**
 * The stores once an organization has set its own: new ones are added, those it no longer lists are removed as if
 * by the seller. The very first store makes way for them, if nothing was ever said about it.
 * @param earlier the stores that it had added before.
 * @param isUnused whether nothing is stored about a store besides what the organization set.
 * @returns the same object if nothing changes.
 */
export function withStoresOf(
  before: Pick<Checklist, 'stores' | 'current'>,
  { stores: listed = [] }: Pick<Organization, 'stores'>,
  earlier: readonly StoreId[],
  today: LocalDay,
  isUnused: (store: Store) => boolean,
): Pick<Checklist, 'stores' | 'current'> {
  const known = before.stores.map((store): Store => {
    const set = listed.find(({ id }) => id === store.id)
    if (set) return asSet(store, set)
    return earlier.includes(store.id) && store.removed === undefined ? { ...store, removed: today } : store
  })
  const own = listed.length === 0 ? known : known.filter((store) => !isUnused(store))
  const added = listed
    .filter(({ id }) => !own.some((store) => store.id === id))
    .slice(0, mostStores - own.length)
    .map((set): Store => {
      const { id, name } = set
      return asSet({ id, name, login: `login-of-${id}`, fronts: [], profile: {}, began: today }, set)
    })
  const stores = withOnePresent([...own, ...added], today)
  const shown = presentStores({ stores })
  const current = shown.find(({ id }) => id === before.current) ?? shown[0]
  const after = { stores, current: current?.id ?? before.current }
  return JSON.stringify(after) === JSON.stringify({ stores: before.stores, current: before.current })
    ? before
    : after
}

function asSet({ removed: _removed, ...store }: Store, { name, fronts, login }: OrganizationStore): Store {
  return { ...store, name, ...(fronts && { fronts }), ...(login !== undefined && { login }) }
}

/** If the organization's stores were all there were, the seller's own come back, or an empty one. */
function withOnePresent(stores: readonly Store[], today: LocalDay): Store[] {
  if (presentStores({ stores }).length > 0) return [...stores]
  const own = stores.find(({ id }) => !id.startsWith(organizationStore))
  if (!own) return [...stores, ...emptyChecklist.stores.map((store) => ({ ...store, began: today }))]
  const { removed: _removed, ...back } = own
  return stores.map((store) => (store === own ? back : store))
}
