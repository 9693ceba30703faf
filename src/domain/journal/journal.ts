import { type Checklist, type ChecklistEvent, keyOf, type Store } from '../checklist'
import type { MeasureId } from '../commitment'
import type { StoreId } from '../ids'
import { type Happening, happeningOf, isHappeningId } from '../incidents'
import { type ItemId, itemIds } from '../items'
import { addDays, type Instant, type LocalDay } from '../time/time'

/** One thing the seller did, as it is kept: the proof that an item was done when it was. */
export type JournalEntry = {
  id: string
  at: Instant
  /** The calendar day where the seller was. */
  day: LocalDay
  store: StoreId
  what: JournalEvent
  /** The name typed for this browser, if any. */
  who?: string
  /** Given on a card, on a page of Seller Central. */
  onPage?: true
}

/** The event as it is kept, in what is read of it: more may stand there. */
export type JournalEvent =
  /** The item may be of another version's catalogue, or a promised measure. */
  | { kind: 'answered'; item: string; answer: JournalAnswer }
  | { kind: 'happened'; what: string }
  /** `of`: the entry of the report. */
  | { kind: 'report-taken-back'; of?: string }
  | { kind: 'measure-promised'; measure: { title: string } }
  | { kind: (typeof plainKinds)[number] }
  | ({ kind: (typeof runKinds)[number]; playbook: string } & {
      [Detail in (typeof runDetails)[number]]?: string
    })
  /** Of a kind that only a later version knows, or nothing that can be read. */
  | { kind: 'later-version'; raw: unknown }
export type JournalAnswer =
  | { kind: 'handled-elsewhere'; by: string }
  | { kind: (typeof journalledAnswers)[number] }

/** Answers of which the journal keeps no words. */
export const journalledAnswers = [
  'checked',
  'snoozed',
  'dismissed',
  'restored',
  'undone',
  'noted',
  'kept',
  'silenced',
  'paced',
] as const
/** Events of which only the kind is told. */
export const plainKinds = [
  'payouts-told',
  'measure-dropped',
  'store-reset',
  'store-added',
  'store-named',
  'store-removed',
  'store-restored',
  'fronts-chosen',
  'login-chosen',
  'profile-answered',
] as const
export const runKinds = [
  'run-started',
  'run-resumed',
  'run-stepped',
  'run-undone',
  'run-wrote',
  'run-clock',
  'run-told',
  'run-closed',
] as const
/** What is kept of an event of a playbook beside which one it is: names and days, never words. */
export const runDetails = ['run', 'step', 'answer', 'what', 'clock', 'on', 'day', 'outcome'] as const

export type JournalPage = {
  entries: readonly JournalEntry[]
  /** Ask again with this day for the older ones; missing at the end. */
  before?: LocalDay
  who: string
  /** What the cap has dropped so far. */
  dropped?: { entries: number; through: LocalDay }
  /** Days whose entries cannot be read; they are kept. */
  unreadable: readonly LocalDay[]
}

/** However long the journal grows, the last two years stay: the proof of prevention that an appeal may ask for. */
const journalYears = 2

/**
 * The oldest days are dropped beyond this many entries: at about 150 bytes each, well within the 10 MB a browser gives.
 * Also the limit for one day, which is written whole with each answer.
 */
export const journalCap = 40_000

/** The days to drop so that the journal keeps to its cap, oldest first; never one of the last two years. */
export function daysToDrop(
  counts: readonly { day: LocalDay; entries: number }[],
  today: LocalDay,
): LocalDay[] {
  const newest = counts.reduce((last, { day }) => (day > last ? day : last), '')
  // If today is later than the newest entry, count from that entry: the clock may be wrong.
  const start = addDays(newest !== '' && newest < today ? newest : today, -366 * journalYears)
  let total = counts.reduce((sum, { entries }) => sum + entries, 0)
  const days: LocalDay[] = []
  for (const { day, entries } of [...counts].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (total <= journalCap || day >= start) break
    total -= entries
    days.push(day)
  }
  return days
}

/**
 * What the journal keeps of an event; undefined if the event is no answer. The text of a note stays in the item's record:
 * the journal only says that it changed. The words of a promised measure are kept as proof of what was promised.
 */
export function journalled(event: ChecklistEvent): JournalEvent | undefined {
  const { id: _id, store: _store, ...what } = event
  if (what.kind === 'store-shown' || what.kind === 'shown') return undefined
  if (what.kind !== 'answered') return what
  const { kind } = what.answer
  if (kind === 'closed') return undefined
  // An undo refers to the entry before it.
  const answer = kind === 'noted' || kind === 'undone' ? { kind } : what.answer
  return { ...what, answer }
}

/**
 * The checks among these entries, oldest first, each under its record's key; without those that were taken back, and
 * without items that this version does not know.
 */
export function checksIn(
  { stores }: Pick<Checklist, 'stores'>,
  entries: readonly JournalEntry[],
): { item: ItemId | MeasureId; key: string; day: LocalDay }[] {
  const checks: ({ item: ItemId | MeasureId; key: string; day: LocalDay } | undefined)[] = []
  /** By record, oldest first: what was said and not taken back, with its index in `checks` if it is a check. */
  const said = new Map<string, { id: string; check?: number }[]>()
  const saidOf = (key: string) => said.get(key) ?? []
  const records = new Map<StoreId, ReturnType<typeof recordsOf>>()
  for (const { id, store, day, what } of [...entries].sort((a, b) => a.at - b.at)) {
    const ofStore =
      records.get(store) ?? recordsOf(stores.find(({ id }) => id === store) ?? { id: store, login: store })
    records.set(store, ofStore)
    // A later undo takes back the report, not the check before it.
    for (const { item } of reportIn(what)?.makesDue ?? []) {
      const key = ofStore.get(item)?.key ?? ''
      said.set(key, [...saidOf(key), { id }])
    }
    if (what.kind === 'report-taken-back')
      for (const [key, all] of said) if (all.at(-1)?.id === what.of) said.set(key, all.slice(0, -1))
    const record = what.kind === 'answered' ? ofStore.get(what.item) : undefined
    if (what.kind !== 'answered' || !record) continue
    const { item, key } = record
    const { kind } = what.answer
    if (kind === 'undone') {
      const check = saidOf(key).at(-1)?.check
      if (check !== undefined) checks[check] = undefined
      said.set(key, saidOf(key).slice(0, -1))
    } else {
      const check = kind === 'checked' ? { check: checks.push({ item, key, day }) - 1 } : {}
      said.set(key, [...saidOf(key), { id, ...check }])
    }
  }
  return checks.filter((check) => check !== undefined)
}

function reportIn(event: JournalEvent): Happening | undefined {
  return event.kind === 'happened' && isHappeningId(event.what) ? happeningOf(event.what) : undefined
}

/** What a store's entries can be about, by id. */
function recordsOf(
  store: Pick<Store, 'id' | 'login' | 'measures'>,
): ReadonlyMap<string, { item: ItemId | MeasureId; key: string }> {
  const known = [...itemIds, ...(store.measures ?? []).map(({ id }) => id)]
  return new Map(known.map((item) => [item, { item, key: keyOf(item, store) }]))
}

export type YearOfChecks = {
  /** The last twelve months, this one included, oldest first. */
  months: readonly { month: string; checks: number }[]
  unreadable: readonly LocalDay[]
}

/** The months of a year that ends with the month of this day, oldest first. */
export function lastMonths(today: LocalDay): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, index) => {
    const at = year * 12 + month - 12 + index
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

export function yearOfChecks(
  checklist: Pick<Checklist, 'stores'>,
  journal: Pick<YearOfChecks, 'unreadable'> & { entries: readonly JournalEntry[] },
  today: LocalDay,
): YearOfChecks {
  const counts = new Map<string, number>()
  for (const { day } of checksIn(checklist, journal.entries)) {
    const month = day.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return {
    months: lastMonths(today).map((month) => ({ month, checks: counts.get(month) ?? 0 })),
    unreadable: journal.unreadable,
  }
}
