import type { Store } from './checklist'
import { type Item, type ItemId, items } from './items'
import type { Severity } from './severity'
import { addWorkdays, hasBeen, type LocalDay } from './time/day'

// A new store's checks are not all due on its first day: sixty at once would be answered unread or not at all.
// The essential ones are. The others come due on working days, the more important ones first.

const slotsOf = (severity: Severity, perDay: number, after = 0): [ItemId, number][] =>
  items
    .filter((item) => item.severity === severity && item.cadence.kind !== 'event')
    .map(({ id }, index) => [id, after + 1 + Math.floor(index / perDay)])

const recommended = slotsOf('recommended', 2)

/** How many working days after its first day a store gets a check. Missing: at once. The same in every store. */
const workdays: ReadonlyMap<ItemId, number> = new Map([
  ...recommended,
  ...slotsOf('extra', 1, recommended.at(-1)?.[1]),
])

const last = Math.max(...workdays.values())

/** The day on which a store gets a check. Undefined: at once. */
export function firstDayOf({ id }: Pick<Item, 'id'>, began: LocalDay | undefined): LocalDay | undefined {
  const after = workdays.get(id)
  return began === undefined || after === undefined ? undefined : addWorkdays(began, after)
}

/**
 * Since when each owner of records has had its checks: a login and this computer since their first store.
 * Missing: all of them have come due, or a wrong clock wrote the day.
 */
export function startsOf(
  stores: readonly Store[],
  store: Store,
  today: LocalDay,
): Partial<Record<Item['scope'], LocalDay>> {
  if (store.began === undefined) return {}
  const first = (shared: readonly Store[]) =>
    shared.reduce<LocalDay | undefined>(
      (least, { began }) =>
        least === undefined || began === undefined ? undefined : began < least ? began : least,
      store.began,
    )
  const starts = {
    store: store.began,
    login: first(stores.filter(({ login }) => login === store.login)),
    computer: first(stores),
  }
  const isUnderWay = (began: LocalDay | undefined) =>
    began !== undefined && hasBeen(began, today) && today < addWorkdays(began, last)
  return Object.fromEntries(Object.entries(starts).filter(([, began]) => isUnderWay(began)))
}
