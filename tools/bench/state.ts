import { type Checklist, recordKey } from '../../src/domain/checklist'
import { itemOf, items } from '../../src/domain/items'
import { addDays, nowFrom } from '../../src/domain/time/time'
import { encodeRecord, recordPrefix } from '../../src/storage/kinds/record'
import { encodeStores, storesKey } from '../../src/storage/kinds/stores'

/** The moment at which all that is computed here takes place. */
export const now = nowFrom('2026-11-23T12:00[Europe/Berlin]')

/** A checklist of so many stores in which every item was checked at some time. */
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

/** As `busyChecklist`, with one check of the shown store that waits. */
export function dueChecklist(count: number): Checklist {
  const { records, ...checklist } = busyChecklist(count)
  const [first] = checklist.stores
  if (!first) throw new Error('the checklist is empty')
  const { [recordKey(itemOf('two-step-on'), first)]: _due, ...rest } = records
  return { ...checklist, records: rest }
}

/** A checklist as it stands in storage, key by key. */
export function storedOf(checklist: Checklist): Record<string, unknown> {
  return {
    [storesKey]: encodeStores(checklist),
    ...Object.fromEntries(
      Object.entries(checklist.records).map(([name, record]) => [recordPrefix + name, encodeRecord(record)]),
    ),
  }
}
