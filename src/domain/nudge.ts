import { type Checklist, type ItemRecord, quietAfterClose, type StoreId } from './checklist'
import { happeningOf } from './happenings'
import type { Item, ItemId, Severity } from './items'
import type { PageId } from './page'
import { isBelievable, isWaiting, type Status, statusesOf } from './status'
import { dayOf, instantOf, type LocalDay, type Now } from './time'

/** Where the seller is, as far as the address tells. */
export type Place = { page: PageId; store: StoreId }

/** The one reminder that fits this place now. */
export type Nudge = { store: StoreId; item: ItemId; promisedOn?: LocalDay }

/** Pages where nothing is being done yet, so that an item of another page may speak. */
const homeLike: ReadonlySet<PageId> = new Set(['home'])

const rank = { essential: 0, recommended: 1, extra: 2 } satisfies Record<Severity, number>

type Candidate = { item: Item; record: ItemRecord | undefined; status: Status }

/**
 * What is reported comes first, then severity, promise, date; catalogue order by the sort being stable. The same
 * in every tab. The rules are those of facts/nudge-design, section 7.
 */
export function byUrgency(a: Candidate, b: Candidate): number {
  return (
    endOfReport(a.status) - endOfReport(b.status) ||
    stepOfReport(a) - stepOfReport(b) ||
    rank[a.item.severity] - rank[b.item.severity] ||
    Number(isPromised(b.record)) - Number(isPromised(a.record)) ||
    compare(waitingSince(a.status), waitingSince(b.status))
  )
}

/** Right page first; else, on home-like pages, the single next item. */
export function chooseNudge(checklist: Checklist, place: Place, now: Now): Nudge | undefined {
  const store = checklist.stores.find(({ id }) => id === place.store)
  if (!store) return undefined
  const waiting = statusesOf(checklist, store, now).filter(
    ({ status, record }) => isWaiting(status) && !isQuiet(record?.quietUntil, now),
  )
  const fitting = waiting.filter(({ item }) => item.pages.some((page) => page === place.page))
  const candidates = fitting.length > 0 || !homeLike.has(place.page) ? fitting : waiting
  const [first] = candidates.sort(byUrgency)
  if (!first) return undefined
  const promisedOn = promiseOf(first.record, now)
  return {
    store: store.id,
    item: first.item.id,
    ...(promisedOn === undefined ? {} : { promisedOn }),
  }
}

/** The day on which the seller planned it; not one that a wrong clock wrote. */
export function promiseOf(record: ItemRecord | undefined, now: Now): LocalDay | undefined {
  const standing = record?.standing
  return standing?.kind === 'planned' && isBelievable(standing.on, dayOf(now)) ? standing.on : undefined
}

/** What was reported is to be done by then; what was not, after all of it. */
function endOfReport(status: Status): number {
  const by = 'happened' in status ? status.happened?.by : undefined
  if (!by) return Number.MAX_VALUE
  // Only the order matters: a day ends after every hour that is counted from its morning.
  return 'at' in by ? by.at : Date.parse(`${by.day}T23:59:59Z`)
}

/** A report names what it makes due in the order in which to do it. */
function stepOfReport({ item, status }: Candidate): number {
  const happened = 'happened' in status ? status.happened : undefined
  return happened ? happeningOf(happened.what).makesDue.findIndex((due) => due.item === item.id) : 0
}

function isPromised(record: ItemRecord | undefined): boolean {
  return record?.standing?.kind === 'planned'
}

/** The day an item has waited from; what was never checked has waited longest. */
function waitingSince(status: Status): LocalDay {
  return status.kind === 'due' || status.kind === 'overdue' ? status.since : ''
}

/** An end further off than any answer can ask for was written by a wrong clock and must not silence for years. */
function isQuiet(until: number | undefined, now: Now): boolean {
  return until !== undefined && until > instantOf(now) && until - instantOf(now) <= quietAfterClose
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
