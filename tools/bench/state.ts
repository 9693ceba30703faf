import { type Checklist, recordKey } from '../../src/domain/checklist'
import { itemOf, items } from '../../src/domain/items'
import { addDays, type LocalDay } from '../../src/domain/time/time'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { at } from '../../test/support/time'

/** The current moment for all these measurements. */
export const now = at('2026-11-23 12:00')

/** A checklist of `count` stores in which every item has been checked. */
export function busyChecklist(count: number): Checklist {
  const stores = Array.from({ length: count }, (_, at) => ({
    id: `store-${at}`,
    name: `Store ${at}`,
    login: `login-${at}`,
    fronts: [],
    profile: {},
  }))
  const records = Object.fromEntries(
    stores.flatMap((store, at) =>
      items.map((item, place) => [
        recordKey(item, store),
        { checked: addDays('2026-11-23', -((at * 7 + place * 3) % 200)), events: ['one'] },
      ]),
    ),
  )
  return { stores, current: 'store-0', records }
}

/**
 * Like `busyChecklist`, with one check of the current store due today and its others up to date. Its Seller Central
 * is known, as it is to most sellers: a page then shows a link and not the question.
 */
export function dueChecklist(count: number, today: LocalDay): Checklist {
  const { stores, records, ...checklist } = busyChecklist(count)
  const [first, ...others] = stores
  if (!first) throw new Error('The checklist is empty')
  const fresh = items.map((item) => [recordKey(item, first), { checked: today, events: ['one'] }] as const)
  const { [recordKey(itemOf('two-step-on'), first)]: _due, ...rest } = {
    ...records,
    ...Object.fromEntries(fresh),
  }
  return {
    ...checklist,
    stores: [{ ...first, fronts: ['sellercentral.amazon.com'] }, ...others],
    records: rest,
  }
}

/** A checklist in its stored form, by key. */
export function storedOf(checklist: Checklist): Record<string, unknown> {
  return {
    [storesKind.prefix]: storesKind.encode(checklist),
    ...Object.fromEntries(
      Object.entries(checklist.records).map(([name, record]) => [
        recordPrefix + name,
        recordKind.encode(record),
      ]),
    ),
  }
}
