import { type Checklist, keyOf, type Store } from '../checklist'
import { type CommitmentId, isCommitmentId } from '../commitment'
import { type ItemId, itemOf } from '../items'
import { isOften } from '../pace'
import { rank, type Severity } from '../severity'
import { checksOf } from '../status'
import { addDays, dayOf, hasBeen, isDay, type LocalDay, type Now } from '../time/time'
import { checksIn, type JournalEntry } from './journal'
import { calendarOf, laterDays } from './schedule'

/** A month of a year, `2026-03`. Sorts and compares as text. */
export type MonthName = string

/** What a day shows for one item or promised measure. */
export type DayEntry = {
  item: ItemId | CommitmentId
  is: /** It was checked. */
    | 'done'
    /** It is due, or comes due for the first time from now on. */
    | 'due'
    /** The seller chose this day. */
    | 'planned'
    /** It comes due once more if each check before is done on its day. */
    | 'again'
}

export type Month = {
  month: MonthName
  days: readonly { day: LocalDay; entries: readonly DayEntry[] }[]
  /** Days whose journal can't be read, so what was done on them is unknown. */
  unreadable: readonly LocalDay[]
}

/** A check can be undone until the next answer. Few sellers wait longer than this. */
const undoDays = 7

/** The journal days to read for a month. A check on its last day may be undone some days later. */
export function journalOf(month: MonthName): { first: LocalDay; last: LocalDay } {
  const first = `${month}-01`
  return { first, last: addDays(daysOf(month).at(-1) ?? first, undoDays) }
}

/** Accepts only years whose days can be added and compared as text. */
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
 * @param journal the entries of the month and of the days after it (see `journalOf`).
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
    // A check dated in the future was written by a wrong clock, so its real day is unknown.
    if (key === keyOf(item, store) && hasBeen(day, dayOf(now))) put(day, { item, is: 'done' })
  }
  const plans = checksOf(checklist, store, now).filter(({ status }) => status.kind === 'planned')
  const planned = new Set(plans.map(({ id }) => id))
  const last = days.at(-1) ?? ''
  for (const entry of calendarOf(checklist, now, [store])) {
    const { item } = entry
    put(entry.day, { item, is: planned.has(item) ? 'planned' : 'due' })
    if (isOften(entry.every)) continue
    for (const day of laterDays(entry, last)) put(day, { item, is: 'again' })
  }
  return {
    month,
    days: days.map((day) => ({ day, entries: (entries.get(day) ?? []).sort(byWeight) })),
    unreadable: journal.unreadable.filter((day) => day.startsWith(month)),
  }
}

const weight = { due: 0, planned: 1, again: 2, done: 3 } satisfies Record<DayEntry['is'], number>

function byWeight(a: DayEntry, b: DayEntry): number {
  return weight[a.is] - weight[b.is] || rank[severityOf(a.item)] - rank[severityOf(b.item)]
}

/** The seller's own, promises to Amazon among them, rank as essential items. */
function severityOf(item: ItemId | CommitmentId): Severity {
  return isCommitmentId(item) ? 'essential' : itemOf(item).severity
}
