import { type Checklist, recordKey } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { addDays, nowFrom } from '../../src/domain/time'

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
