import { type Checklist, measureKey, presentStores, recordKey } from '../checklist'
import type { MeasureId } from '../commitment'
import type { ItemId } from '../items'
import { letterOf } from '../overview'
import { intervalOf, measuresOf, rhythmOf, type Status, statusesOf } from '../status'
import { eveAfter } from '../time/payout-schedule'
import { addDays, dayAt, dayOf, type LocalDay, type Now } from '../time/time'

/** An item on a day, for the seller's own calendar. No names and no notes: calendars are shared and synchronised. */
export type CalendarEntry = {
  /** The same at every export, so that a calendar replaces what it had. */
  id: string
  /** A measure's own words stay out, as notes do. */
  item: ItemId | MeasureId
  /** Letters of the stores it is for; empty while there is one. */
  stores: readonly string[]
  day: LocalDay
  /** A year from now. */
  until: LocalDay
} & (
  | {
      /** It returns after so many days. */
      every: number
      /** The day on which it returns first; missing: so many days after `day`. */
      again?: LocalDay
    }
  | { every?: never; again?: never }
)

const year = 365

/** What comes due in the year from today, if each check is done on its day. What is due already is put on today. */
export function calendarOf(checklist: Checklist, now: Now): CalendarEntry[] {
  const today = dayOf(now)
  const until = addDays(today, year)
  const present = presentStores(checklist)
  const entries = new Map<string, CalendarEntry>()
  for (const store of present) {
    const letter = letterOf(checklist.stores.indexOf(store))
    const items = statusesOf(checklist, store, now).map(({ item, record, status }) => ({
      id: recordKey(item, store),
      item: item.id,
      every: record?.pace?.every ?? intervalOf(item, record, store),
      rhythm: rhythmOf(item, record, store),
      status,
    }))
    const measures = measuresOf(checklist, store, now).map(({ measure, record, status }) => ({
      id: measureKey(measure.id, store),
      item: measure.id,
      every: record?.pace?.every ?? measure.every,
      rhythm: undefined,
      status,
    }))
    for (const { id, item, every: pace, rhythm, status } of [...items, ...measures]) {
      // An item that is switched off may still be planned once.
      const every = pace === 'off' ? undefined : pace
      const due = dueDay(status, now)
      if (due === undefined) continue
      const day = due < today ? today : due
      if (day > until) continue
      const before = entries.get(id)
      // It returns with the payouts, whichever day it is done on.
      const again = rhythm && eveAfter(rhythm, day)
      entries.set(id, {
        id,
        item,
        stores: present.length === 1 ? [] : [...(before?.stores ?? []), letter],
        day: before && before.day < day ? before.day : day,
        ...(every === undefined
          ? {}
          : { every, ...(again === undefined || again === addDays(day, every) ? {} : { again }) }),
        until,
      })
    }
  }
  return [...entries.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Undefined: on no day. */
function dueDay(status: Status, now: Now): LocalDay | undefined {
  switch (status.kind) {
    case 'never-checked':
      return dayOf(now)
    case 'up-to-date':
      return status.until
    case 'planned':
      return dayAt(status.until, now)
    case 'due':
    case 'overdue': {
      const by = status.happened?.by
      if (!by) return status.since
      return 'at' in by ? dayAt(by.at, now) : by.day
    }
    case 'handled-elsewhere':
    case 'not-for-me':
    case 'unreadable':
      return undefined
  }
}
