import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import {
  inOrder,
  type StoreColumn,
  type StoreOrder,
  type StoreRow,
  storeColumns,
  storeRowsOf,
} from '../../domain/home'
import type { StoreView } from '../../domain/overview'
import { calendarWords } from '../../i18n/calendar-format'
import { clockText } from '../../i18n/playbook-text'
import { Button } from '../../ui/button'
import { Checkbox, SearchField } from '../../ui/forms/field'
import { isMeant, storeName } from '../../ui/store-label'
import { useApp } from '../app/app'
import { GroupFilter, isInGroup } from '../stores/group-filter'
import { HomePart } from './home-part'

/** Fewer stores are found without a search. */
const fewest = 8

/** As many rows as are seen at first. The others come after the page is painted. */
const firstRows = 20

/** All stores, where there are several: which has something due, and which is shown. */
export function StoreTable({ onShown }: { onShown: () => void }) {
  const { i18n, overview, translate } = useApp()
  const order = useSignal<StoreOrder>({ by: 'due', isDescending: true })
  const words = useSignal('')
  const group = useSignal('')
  const isMine = useSignal(false)
  const isPainted = useSignal(false)
  useEffect(() => {
    isPainted.value = true
  }, [])
  const all = storeRowsOf(overview)
  if (all.length < 2) return null
  const wanted = words.value.trim()
  const { compare } = new Intl.Collator(i18n.locale, { numeric: true })
  const byName = (a: StoreView, b: StoreView) => compare(storeName(i18n, a), storeName(i18n, b))
  const stores = all.map(({ store }) => store)
  const self = overview.settings.who
  const hasMine = self !== undefined && stores.some(({ who }) => who === self)
  const rows = inOrder(
    all.filter(
      ({ store }) =>
        isMeant(i18n, store, wanted) &&
        isInGroup(store, group.value, stores) &&
        !(hasMine && isMine.value && store.who !== self),
    ),
    order.value,
    byName,
  )
  return (
    <HomePart
      id="stores"
      title={translate('home_stores')}
      more={{ route: { part: 'stores' }, text: translate('home_stores_edit') }}
    >
      {all.length >= fewest && (
        <SearchField id="store-search" label={translate('home_stores_search')} of={words} />
      )}
      <GroupFilter id="home-group" of={group} stores={stores} />
      {hasMine && (
        <Checkbox
          label={translate('home_stores_mine')}
          checked={isMine.value}
          onChange={(isChosen) => (isMine.value = isChosen)}
        />
      )}
      <p role="status">
        {rows.length === 0 &&
          (wanted === '' ? translate('store_search_none') : translate('home_stores_none', { words: wanted }))}
      </p>
      {rows.length > 0 && (
        <div class="stores box">
          <table aria-labelledby="stores">
            <thead>
              <tr>
                {storeColumns.map((by) => (
                  <ColumnHead key={by} by={by} order={order.value} onSort={(next) => (order.value = next)} />
                ))}
              </tr>
            </thead>
            <tbody>
              {(isPainted.value ? rows : rows.slice(0, firstRows)).map((row) => (
                <Row key={row.store.id} of={row} onShown={onShown} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </HomePart>
  )
}

const columnText = {
  store: 'home_stores_name',
  due: 'home_stores_due',
  deadline: 'home_stores_deadline',
  payout: 'home_stores_payout',
} as const satisfies Record<StoreColumn, string>

function ColumnHead(props: { by: StoreColumn; order: StoreOrder; onSort: (order: StoreOrder) => void }) {
  const { by, order, onSort } = props
  const { translate } = useApp()
  const isSorted = order.by === by
  const sorted = order.isDescending ? 'descending' : 'ascending'
  // The most that is due first; of names and dates the first.
  const isDescending = isSorted ? !order.isDescending : by === 'due'
  return (
    <th scope="col" aria-sort={isSorted ? sorted : undefined}>
      <Button onPress={() => onSort({ by, isDescending })}>{translate(columnText[by])}</Button>
    </th>
  )
}

function Row({ of: { store, deadline, payout }, onShown }: { of: StoreRow; onShown: () => void }) {
  const { i18n, session, overview, translate, plural, number, day } = useApp()
  const isShown = store.id === overview.store.id
  return (
    <tr aria-current={isShown || undefined}>
      <th scope="row">
        <Button
          class="link"
          onPress={async () => {
            if (isShown || (await session.change({ kind: 'store-shown' }, store.id))) onShown()
          }}
        >
          {storeName(i18n, store)}
        </Button>{' '}
        {isShown && <span class="soft">{translate('home_stores_shown')}</span>}{' '}
        {store.group !== undefined && <span class="soft">{store.group}</span>}
      </th>
      <td>
        {number(store.due)}
        {store.unreadable !== undefined && (
          <>
            <br />
            <span class="soft">{plural('home_segment_unreadable', store.unreadable)}</span>
          </>
        )}
      </td>
      <td>
        {deadline ? (
          <>
            {clockText(i18n, deadline.clock)}
            <br />
            <span class="soft">{calendarWords(i18n).distance(overview.today, deadline.day)}</span>
          </>
        ) : (
          overview.deadlines === undefined && <span class="soft">{translate('home_stores_unread')}</span>
        )}
      </td>
      <td>
        {payout
          ? day(payout)
          : store.payouts === undefined && <span class="soft">{translate('payout_unknown')}</span>}
      </td>
    </tr>
  )
}
