import type { Checklist, ItemRecord } from './checklist'
import type { StoreId } from './ids'
import { happeningOf } from './incidents'
import type { Item, ItemId, Severity } from './items'
import {
  cardsPerWeek,
  quickRhythm,
  quietAfterClose,
  quietAfterShowing,
  showingsBeforeDemotion,
  week,
} from './nudge-policy'
import { type PageId, pageTraits } from './page'
import type { Showings } from './silence'
import { intervalOf, isWaiting, type Status, statusesOf } from './status'
import { hour } from './time/length'
import { addDays, dayOf, endOf, hasBeen, instantOf, type LocalDay, type Now } from './time/time'

/** Where the seller is, as far as the address tells. */
export type StorePage = { page: PageId; store: StoreId }

/** The one reminder that fits this place now. */
export type Nudge = { store: StoreId; item: ItemId; promisedOn?: LocalDay }

const rank = { essential: 0, recommended: 1, extra: 2 } satisfies Record<Severity, number>

type Candidate = { item: Item; record: ItemRecord | undefined; status: Status }

/**
 * Reported items come first, then by severity, promise and date; the stable sort keeps the catalogue's order. The same in
 * every tab. The rules are those of docs/nudging.md.
 */
export function byUrgency(a: Candidate, b: Candidate, now: Now): number {
  return byImportance(a, b, now) || byDate(a, b)
}

function byImportance(a: Candidate, b: Candidate, now: Now): number {
  return (
    endOfReport(a.status, now) - endOfReport(b.status, now) ||
    stepOfReport(a) - stepOfReport(b) ||
    rank[a.item.severity] - rank[b.item.severity] ||
    Number(isFirstPromise(b.record)) - Number(isFirstPromise(a.record))
  )
}

function byDate(a: Candidate, b: Candidate): number {
  return compare(waitingSince(a.status), waitingSince(b.status))
}

/**
 * On a page, an item that names it; on a home page, any item. Among equals, the one that had no card for longest:
 * otherwise the two cards of a day would always be the same two.
 * @param shown the cards so far; once the week's share is used up, only essential, promised or reported items get one.
 */
export function chooseNudge(
  checklist: Checklist,
  place: StorePage,
  now: Now,
  { shown }: Pick<Showings, 'shown'> = { shown: [] },
): Nudge | undefined {
  const instant = instantOf(now)
  const isWeekFull = shown.filter((at) => at <= instant && instant - at < week).length >= cardsPerWeek
  const store = checklist.stores.find(({ id }) => id === place.store)
  if (!store) return undefined
  const isHome = pageTraits[place.page]?.isHome === true
  const fits = ({ item }: Candidate) => item.pages.some((page) => page === place.page)
  const candidates = statusesOf(checklist, store, now).filter(
    (one) =>
      mayBeShown(one, now) &&
      (fits(one) || (isHome && mayLeaveItsPages(one))) &&
      (!isWeekFull || one.item.severity === 'essential' || isPromised(one.record) || isReported(one.status)),
  )
  const [first] = candidates.sort(
    (a, b) =>
      byImportance(a, b, now) ||
      lastSpoken(a, now) - lastSpoken(b, now) ||
      Number(fits(b)) - Number(fits(a)) ||
      byDate(a, b),
  )
  if (!first) return undefined
  const promisedOn = promiseOf(first.record, now)
  return {
    store: store.id,
    item: first.item.id,
    ...(promisedOn === undefined ? {} : { promisedOn }),
  }
}

/** Items that were set aside come back in popup and dashboard only: on pages, a no is final. */
function mayBeShown({ item, record, status }: Candidate, now: Now): boolean {
  if (!isWaiting(status) || isOffPages(record) || isQuiet(record?.quietUntil, now)) return false
  if ('setAside' in status && status.setAside !== undefined) return false
  // A promise and a report are the seller's own words.
  if (isPromised(record) || isReported(status) || !isQuick(item, record)) return true
  const checked = record?.checked
  return checked === undefined || checked > dayOf(now) || addDays(checked, quickRhythm) <= dayOf(now)
}

/** Payouts may come often; the check before one is still worth a card. */
function isQuick(item: Item, record: ItemRecord | undefined): boolean {
  return (intervalOf(item, record, {}) ?? quickRhythm + 1) <= quickRhythm
}

function mayLeaveItsPages({ item, record, status }: Candidate): boolean {
  return !isQuick(item, record) || isPromised(record) || isReported(status)
}

function isReported(status: Status): boolean {
  return 'happened' in status && status.happened !== undefined
}

/** The last time it was shown, planned or checked; not a time in the future, which a wrong clock wrote. */
function lastSpoken({ record }: Candidate, now: Now): number {
  const { quietUntil = 0, standing, checked } = record ?? {}
  const times = [
    quietUntil,
    standing?.kind === 'planned' ? standing.until : 0,
    // Only the order matters, not the zone.
    checked === undefined ? 0 : Date.parse(`${checked}T00:00Z`),
  ]
  return Math.max(...times.filter((time) => time <= instantOf(now)), 0)
}

/** Shown often enough without an answer, or unwanted on pages: it stays in popup and dashboard. */
export function isOffPages(record: ItemRecord | undefined): boolean {
  return record?.silenced === true || (record?.unanswered ?? 0) >= showingsBeforeDemotion
}

/** The day on which the seller planned it; undefined if that day is in the future, from a wrong clock. */
export function promiseOf(record: ItemRecord | undefined, now: Now): LocalDay | undefined {
  const standing = record?.standing
  return standing?.kind === 'planned' && hasBeen(standing.on, dayOf(now)) ? standing.on : undefined
}

/** When a report wants it done; items that were not reported come after all of those. */
function endOfReport(status: Status, now: Now): number {
  const by = 'happened' in status ? status.happened?.by : undefined
  if (!by) return Number.MAX_VALUE
  // What a report wants within the hour comes before what it wants today, even just before midnight.
  return 'at' in by ? by.at - hour : endOf(by, now)
}

/** A report names what it makes due in the order in which to do it. */
function stepOfReport({ item, status }: Candidate): number {
  const happened = 'happened' in status ? status.happened : undefined
  return happened ? happeningOf(happened.what).makesDue.findIndex((due) => due.item === item.id) : 0
}

function isPromised(record: ItemRecord | undefined): boolean {
  return record?.standing?.kind === 'planned'
}

/** A promise that was postponed again takes its turn like the others, or one item could hold them all back. */
function isFirstPromise(record: ItemRecord | undefined): boolean {
  return isPromised(record) && record?.before?.standing?.kind !== 'planned'
}

/** The day an item has waited from; what was never checked has waited longest. */
function waitingSince(status: Status): LocalDay {
  return status.kind === 'due' || status.kind === 'overdue' ? status.since : ''
}

const longestQuiet = Math.max(quietAfterClose, quietAfterShowing)

/** A quiet time longer than any answer gives was written by a wrong clock, and must not silence an item for years. */
function isQuiet(until: number | undefined, now: Now): boolean {
  return until !== undefined && until > instantOf(now) && until - instantOf(now) <= longestQuiet
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
