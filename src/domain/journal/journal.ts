import { type Checklist, type ChecklistEvent, keyOf, type Store } from '../checklist'
import type { CommitmentId } from '../commitment'
import type { StoreId } from '../ids'
import { type Incident, incidentOf, isIncidentId } from '../incidents'
import { type ItemId, itemIds } from '../items'
import { ownChecksOf } from '../own-check'
import { addMonths } from '../time/day'
import { addDays, type Instant, type LocalDay } from '../time/time'

/** One thing the seller did, kept as proof that an item was done on that day. */
export type JournalEntry = {
  id: string
  at: Instant
  /** The calendar day where the seller was. */
  day: LocalDay
  store: StoreId
  what: JournalEvent
  /** The name entered for this browser, if any. */
  who?: string
  /** Answered on a card, on a page of Seller Central. */
  onPage?: true
}

/** The fields of a stored event that we read. The stored event may have more. */
export type JournalEvent =
  /** The item may be a check of the seller's own, or unknown to this version. */
  | { kind: 'answered'; item: string; answer: JournalAnswer }
  | { kind: 'happened'; what: string }
  /** `of`: the entry of the report. */
  | { kind: 'report-taken-back'; of?: string }
  | { kind: 'measure-promised'; measure: { title: string } }
  | { kind: 'own-check-put'; check: { title: string } }
  /** Empty: nobody in particular. */
  | { kind: 'store-assigned'; who: string }
  | { kind: (typeof plainKinds)[number] }
  | ({ kind: (typeof runKinds)[number]; playbook: string } & {
      [Detail in (typeof runDetails)[number]]?: string
    })
  /** A kind that only a later version knows, or an entry that can't be read. */
  | { kind: 'later-version'; raw: unknown }
export type JournalAnswer =
  | { kind: 'handled-elsewhere'; by: string }
  | { kind: 'assigned'; who: string }
  | { kind: (typeof journalledAnswers)[number] }

/** Answers for which the journal keeps only the kind. */
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
  'own-steps',
  'original',
] as const
/** Events for which the journal reads only the kind. */
export const plainKinds = [
  'payouts-told',
  'measure-dropped',
  'own-check-archived',
  'own-check-restored',
  'store-reset',
  'store-added',
  'stores-added',
  'stores-changed',
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
/** What the journal keeps of a run's event besides its playbook: ids and days, never the seller's words. */
export const runDetails = ['run', 'step', 'answer', 'what', 'clock', 'on', 'day', 'outcome'] as const

/** Entries of these days were deleted on a day to stay within the cap. */
export type JournalDrop = { on: LocalDay; from: LocalDay; through: LocalDay }

export type JournalPage = {
  entries: readonly JournalEntry[]
  /** The day to ask for the older entries with. Missing at the end. */
  before?: LocalDay
  who: string
  /** What was dropped so far because of the cap. */
  dropped?: { entries: number; through: LocalDay }
  /** When that was, oldest first, as far as it is known. */
  drops?: readonly JournalDrop[]
  /** Days whose entries can't be read. They are kept. */
  unreadable: readonly LocalDay[]
}

/** The last two years are never dropped: an appeal may need them as proof of prevention. */
const journalYears = 2

/**
 * Beyond this many entries the oldest days are dropped, but none of the last two years. An agency of two hundred
 * stores has up to 50,000 a year, at about 190 bytes each. Also the limit for one day, which is written as a whole
 * with each answer.
 */
export const journalCap = 40_000

/** The days to drop to stay within the cap, oldest first. Never one of the last two years. */
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
 * What the journal keeps of an event. Undefined if the event is not an answer. The texts of notes and steps
 * stay where they are stored; the journal says only that they changed. The words of a promised measure, and
 * the title of a check of the seller's own, are kept as proof.
 */
export function journalled(event: ChecklistEvent): JournalEvent | undefined {
  const { id: _id, store: _store, ...what } = event
  if (what.kind === 'store-shown' || what.kind === 'shown' || what.kind === 'own-check-moved')
    return undefined
  // Names, sites and people stay with the stores.
  if (what.kind === 'stores-added' || what.kind === 'stores-changed') return { kind: what.kind }
  if (what.kind === 'own-check-put') {
    const { title } = what.check
    return { kind: what.kind, check: { title } }
  }
  if (what.kind !== 'answered') return what
  const { kind } = what.answer
  if (kind === 'closed') return undefined
  // An undo refers to the entry before it.
  const answer = kind === 'noted' || kind === 'own-steps' || kind === 'undone' ? { kind } : what.answer
  return { ...what, answer }
}

/**
 * The checks among these entries, oldest first, each with its record's key. Leaves out checks that were
 * undone and items that this version doesn't know.
 */
export function checksIn(
  { stores, own }: Pick<Checklist, 'stores' | 'own'>,
  entries: readonly JournalEntry[],
): { item: ItemId | CommitmentId; key: string; day: LocalDay }[] {
  const checks: ({ item: ItemId | CommitmentId; key: string; day: LocalDay } | undefined)[] = []
  /** By record, oldest first: answers and reports not undone, with the index in `checks` of each check. */
  const said = new Map<string, { id: string; check?: number }[]>()
  const saidOf = (key: string) => said.get(key) ?? []
  const records = new Map<StoreId, ReturnType<typeof recordsOf>>()
  for (const { id, store, day, what } of [...entries].sort((a, b) => a.at - b.at)) {
    const ofStore =
      records.get(store) ??
      recordsOf(stores.find(({ id }) => id === store) ?? { id: store, login: store }, own)
    records.set(store, ofStore)
    // A later undo undoes the report, not the check before it.
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

function reportIn(event: JournalEvent): Incident | undefined {
  return event.kind === 'happened' && isIncidentId(event.what) ? incidentOf(event.what) : undefined
}

/** The items and own checks that a store's entries can name, by id. */
function recordsOf(
  store: Pick<Store, 'id' | 'login' | 'measures'>,
  own: Checklist['own'],
): ReadonlyMap<string, { item: ItemId | CommitmentId; key: string }> {
  const listed = ownChecksOf(own, store).filter(({ archived }) => archived === undefined)
  const known = [...itemIds, ...listed.map(({ id }) => id)]
  return new Map(known.map((item) => [item, { item, key: keyOf(item, store) }]))
}

export type YearOfChecks = {
  /** The last twelve months including this one, oldest first. */
  months: readonly { month: string; checks: number }[]
  unreadable: readonly LocalDay[]
}

/** The twelve months that end with the month of this day, oldest first. */
export function lastMonths(today: LocalDay): string[] {
  return Array.from({ length: 12 }, (_, index) => addMonths(today.slice(0, 7), index - 11))
}

export function yearOfChecks(
  checklist: Pick<Checklist, 'stores' | 'own'>,
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
