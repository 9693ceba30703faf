import type { StoreView } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import { useApp } from './app'
import { storeName } from './store-label'

/** Nothing while there is one store. */
export function StoreSwitch() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const stores = overview.stores.filter(({ removed }) => removed === undefined)
  if (stores.length < 2) return null
  return (
    <p class="choice">
      <label for="store">{translate('store_shown')}</label>
      <select
        id="store"
        value={overview.store.id}
        onChange={({ currentTarget }) => void session.change({ kind: 'store-shown' }, currentTarget.value)}
      >
        {stores.map((store) => (
          <option key={store.id} value={store.id}>
            {withCount(store, i18n)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** With what waits in it, and how much of that another store counts too: so the parts add up to the number above. */
function withCount(store: StoreView, i18n: I18n): string {
  const { translate, number } = i18n
  const { letter, counted, shared } = store
  if (counted === 0) return storeName(i18n, store)
  const named = { letter, name: store.name || translate('store_unnamed'), count: number(counted) }
  return shared === 0
    ? translate('store_with_count', named)
    : translate('store_with_count_shared', { ...named, shared: number(shared) })
}
