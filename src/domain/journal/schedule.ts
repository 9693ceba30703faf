import type { Checklist, Store } from '../checklist'
import type { CommitmentId } from '../commitment'
import type { ItemId } from '../items'
import { letterOf } from '../overview'
import { presentStores } from '../present-stores'
import { checksOf, dueDay } from '../status'
import { eveAfter } from '../time/payout-schedule'
import { dateAfter, dateFrom, type MonthlyDate } from '../time/recurrence'
import { addDays, dayOf, type LocalDay, type Now } from '../time/time'

/** An item on a day, for the seller's own calendar. No names or notes: calendars are shared and synced. */
export type CalendarEntry = {
  /** The same in every export, so that a calendar updates the entry instead of adding one. */
  id: string
  /** The words of a check of the seller's own are left out, like notes. */
  item: ItemId | CommitmentId
  /** Letters of its stores. Empty if there is only one store. */
  stores: readonly string[]
  day: LocalDay
  /** A year from now. */
  until: LocalDay
} & (
  | {
      /** It recurs after this many days. */
      every: number
      date?: never
      /** The first day on which it recurs. Missing: `every` days after `day`. */
      again?: LocalDay
    }
  | { every?: never; date: MonthlyDate; again: LocalDay }
  | { every?: never; date?: never; again?: never }
)

const year = 365

/** What comes due in the year from today if each check is done on its day. Due checks appear today. */
export function calendarOf(
  checklist: Checklist,
  now: Now,
  stores: readonly Store[] = presentStores(checklist),
): CalendarEntry[] {
  const today = dayOf(now)
  const until = addDays(today, year)
  const entries = new Map<string, CalendarEntry>()
  for (const store of stores) {
    const letter = letterOf(checklist.stores.indexOf(store))
    for (const { key: id, id: item, every: pace, rhythm, date, status } of checksOf(checklist, store, now)) {
      // An item whose reminders are off may still be planned once.
      const every = pace === 'off' ? undefined : pace
      const due = dueDay(status, now)
      if (due === undefined) continue
      const day = due < today ? today : due
      if (day > until) continue
      const before = entries.get(id)
      // It recurs with the payouts, whichever day it is done on.
      const again = rhythm && eveAfter(rhythm, day)
      entries.set(id, {
        id,
        item,
        stores: stores.length === 1 ? [] : [...(before?.stores ?? []), letter],
        day: before && before.day < day ? before.day : day,
        until,
        ...recurring(day, every, again, date),
      })
    }
  }
  return [...entries.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function recurring(day: LocalDay, every?: number, again?: LocalDay, date?: MonthlyDate) {
  if (date) return { date, again: dateAfter(date, day) }
  if (every === undefined) return {}
  return { every, ...(again === undefined || again === addDays(day, every) ? {} : { again }) }
}

/** What decides when an entry recurs. */
type Recurring = Pick<CalendarEntry, 'day' | 'until'> & {
  [Part in 'every' | 'date' | 'again']?: CalendarEntry[Part] | undefined
}

/** The days after its first one on which an entry recurs, through `last`. */
export function* laterDays(entry: Recurring, last: LocalDay): Generator<LocalDay> {
  const { day, every, date, again, until } = entry
  const end = last < until ? last : until
  const next = (on: LocalDay) => {
    if (date) return dateFrom(date, addDays(on, 1))
    return every === undefined ? undefined : addDays(on, every)
  }
  for (let on = again ?? next(day); on !== undefined && on <= end; on = next(on)) yield on
}
