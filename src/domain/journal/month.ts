import { type Checklist, keyOf, type Store } from '../checklist'
import { isMeasureId, type MeasureId } from '../commitment'
import { type ItemId, itemOf, type Severity } from '../items'
import { measuresOf, statusesOf } from '../status'
import { addDays, dayOf, hasBeen, isDay, type LocalDay, type Now } from '../time/time'
import { checksIn, type JournalEntry } from './journal'
import { calendarOf } from './schedule'

/** A month of a year, `2026-03`. Sorts and compares as text. */
export type MonthName = string

/** What a day shows for one item or promised measure. */
export type DayEntry = {
  item: ItemId | MeasureId
  is: /** It was checked. */
    | 'done'
    /** It waits, or comes due for the first time from now on. */
    | 'due'
    /** The seller chose this day. */
    | 'planned'
    /** It comes due once more if it is checked on its day the times before. */
    | 'again'
}

export type Month = {
  month: MonthName
  /** Every day of the month. */
  days: readonly { day: LocalDay; entries: readonly DayEntry[] }[]
  /** Days whose journal cannot be read: what was done on them is not known. */
  unreadable: readonly LocalDay[]
}

/** Items that return sooner are shown on their next day only: five daily ones would fill every day of every month. */
const shortestRepeat = 7

/** An undo is possible until the next answer; few sellers wait longer than this. */
const undoDays = 7

/** The days of the journal to read for a month: a check on its last day may be undone some days later. */
export function journalOf(month: MonthName): { first: LocalDay; last: LocalDay } {
  const first = `${month}-01`
  return { first, last: addDays(daysOf(month).at(-1) ?? first, undoDays) }
}

/** Only years in which days can be added and compared as text. */
export function isMonth(text: string): text is MonthName {
  return /^(?:19|20|21)\d{2}-\d{2}$/.test(text) && isDay(`${text}-01`)
}

export function daysOf(month: MonthName): LocalDay[] {
  const days: LocalDay[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * One store's month: what was done, from the journal, and what comes due, from the checklist. Never stored.
 * @param journal the entries of the month, and of some days after it.
 */
export function monthOf(
  checklist: Checklist,
  store: Store,
  month: MonthName,
  journal: Pick<Month, 'unreadable'> & { entries: readonly JournalEntry[] },
  now: Now,
): Month {
  const days = daysOf(month)
  const entries = new Map<LocalDay, DayEntry[]>(days.map((day) => [day, []]))
  const put = (day: LocalDay, entry: DayEntry) => entries.get(day)?.push(entry)

  for (const { item, key, day } of checksIn(checklist, journal.entries)) {
    // A check with a day in the future was made on a day that nobody knows.
    if (key === keyOf(item, store) && hasBeen(day, dayOf(now))) put(day, { item, is: 'done' })
  }
  const items = statusesOf(checklist, store, now).map(({ item, status }) => ({ id: item.id, status }))
  const measures = measuresOf(checklist, store, now).map(({ measure, status }) => ({
    id: measure.id,
    status,
  }))
  const planned = new Set<ItemId | MeasureId>(
    [...items, ...measures].filter(({ status }) => status.kind === 'planned').map(({ id }) => id),
  )
  const last = days.at(-1) ?? ''
  for (const { item, day: first, every, again, until } of calendarOf(
    { ...checklist, stores: [store] },
    now,
  )) {
    put(first, { item, is: planned.has(item) ? 'planned' : 'due' })
    if (every === undefined || every < shortestRepeat) continue
    for (let day = again ?? addDays(first, every); day <= last && day <= until; day = addDays(day, every)) {
      put(day, { item, is: 'again' })
    }
  }
  return {
    month,
    days: days.map((day) => ({ day, entries: (entries.get(day) ?? []).sort(byWeight) })),
    unreadable: journal.unreadable.filter((day) => day.startsWith(month)),
  }
}

const weight = { due: 0, planned: 1, again: 2, done: 3 } satisfies Record<DayEntry['is'], number>
const severities = { essential: 0, recommended: 1, extra: 2 } satisfies Record<Severity, number>

function byWeight(a: DayEntry, b: DayEntry): number {
  return weight[a.is] - weight[b.is] || severities[severityOf(a.item)] - severities[severityOf(b.item)]
}

/** What was promised to Amazon is kept like an essential item. */
function severityOf(item: ItemId | MeasureId): Severity {
  return isMeasureId(item) ? 'essential' : itemOf(item).severity
}
