import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'
import type { Session } from './session'
import { storeName } from './store-names'

/** Nothing while there is one store. */
export function StoreSwitch({
  overview,
  session,
  i18n,
}: {
  overview: Overview
  session: Session
  i18n: I18n
}) {
  const { translate, number } = i18n
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
            {store.counted === 0
              ? storeName(i18n, store)
              : translate('store_with_count', {
                  letter: store.letter,
                  name: store.name || translate('store_unnamed'),
                  count: number(store.counted),
                })}
          </option>
        ))}
      </select>
    </p>
  )
}
