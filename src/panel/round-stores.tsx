import { useSignal } from '@preact/signals'
import type { StoreView } from '../domain/overview'
import { presentStores } from '../domain/present-stores'
import { roundOrders } from '../domain/round-view'
import type { RoundAsked } from '../domain/started-round'
import { Button } from '../ui/button'
import { Select } from '../ui/select'
import { groupsIn } from '../ui/store-label'
import { useApp } from './app'

type Choice = 'all' | 'mine' | `group ${string}`

/** Starts a round through all stores, or those of a group, or of the person at this browser. Nothing for one store. */
export function RoundStores({ start }: { start: (asked: Omit<RoundAsked, 'round'>) => Promise<void> }) {
  const { i18n, overview, translate } = useApp()
  const wanted = useSignal<Choice>('all')
  const all = presentStores(overview)
  if (all.length < 2) return null
  const self = overview.settings.who
  const choices: (readonly [choice: Choice, text: string, isIn: (store: StoreView) => boolean])[] = [
    ['all', translate('round_stores_all'), () => true],
    ['mine', translate('round_stores_mine'), ({ who }) => self !== undefined && who === self],
    ...groupsIn(all, i18n).map(
      (name) => [`group ${name}`, name, ({ group }: StoreView) => group === name] as const,
    ),
  ]
  const offered = choices.filter(([, , isIn]) => all.some(isIn))
  // A group may have gone meanwhile.
  const [choice = 'all', , isIn = () => true] = offered.find(([one]) => one === wanted.value) ?? []
  const stores = all.filter(isIn)
  const isAll = choice === 'all'
  const isDue = isAll || stores.some(({ due }) => due > 0)
  // Of one store, both orders are the same.
  const orders = stores.length > 1 ? roundOrders : roundOrders.slice(0, 1)
  return (
    <>
      {offered.length > 1 && (
        <Select
          id="round-stores"
          label={translate('round_stores')}
          class="stores"
          value={choice}
          options={offered.map(([value, text]) => [value, text])}
          onChoose={(value) => (wanted.value = value)}
        />
      )}
      {isDue &&
        orders.map((order) => (
          <Button key={order} onPress={() => start({ order, stores: stores.map(({ id }) => id) })}>
            {translate(isAll ? `round_order_${order}` : `round_chosen_${order}`)}
          </Button>
        ))}
      <p role="status" class="soft">
        {!isDue &&
          translate(
            stores.some(({ unreadable }) => unreadable) ? 'popup_nothing_known' : 'round_chosen_none',
          )}
      </p>
    </>
  )
}
