import type { Checklist, ItemRecord } from './checklist'
import type { CommitmentId } from './commitment'
import type { StoreId } from './ids'
import { incidentOf } from './incidents'
import { type Item, type ItemId, rank } from './items'
import {
  cardsPerWeek,
  quickRhythm,
  quietAfterClose,
  quietAfterShowing,
  showingsBeforeDemotion,
  week,
} from './nudge-policy'
import { type PageId, pages } from './page'
import type { Showings } from './silence'
import { intervalOf, isWaiting, ownStatusesOf, type Status, statusesOf } from './status'
import { hour } from './time/length'
import { addDays, dayOf, endOf, hasBeen, instantOf, type LocalDay, type Now } from './time/time'

/** Where the seller is, judged by the address alone. */
export type StorePage = { page: PageId; store: StoreId }

/** The one reminder to show on this page now. */
export type Nudge = { store: StoreId; item: ItemId; promisedOn?: LocalDay }

type Candidate = { item: Item; record: ItemRecord | undefined; status: Status }

/**
 * Compares two items: reported ones first, then by severity, first plan and date. A stable sort keeps the
 * catalog's order, so every tab agrees. docs/nudging.md has the rules.
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
 * Chooses the item for a page: one that names the page, or any item on a home page. Among equals, the one
 * whose last card is longest ago; otherwise the two cards of a day would always be the same.
 * @param shown earlier cards. Beyond the weekly cap only essential, planned or reported items get one.
 */
export function chooseNudge(
  checklist: Checklist,
  place: StorePage,
  now: Now,
  { shown }: Pick<Showings, 'shown'> = { shown: [] },
): Nudge | undefined {
  const isWeekFull = isFull(shown, now)
  const store = checklist.stores.find(({ id }) => id === place.store)
  if (!store) return undefined
  const isHome = pages[place.page].isHome === true
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

/** One of the seller's own checks that is due and belongs to a page, for pages on which there is nothing to choose. */
export function chooseOwn(
  checklist: Checklist,
  { page, store: id }: StorePage,
  now: Now,
  { shown }: Pick<Showings, 'shown'>,
): { store: StoreId; item: CommitmentId } | undefined {
  const isWeekFull = isFull(shown, now)
  const store = checklist.stores.find((one) => one.id === id)
  if (!store) return undefined
  const found = ownStatusesOf(checklist, store, now).find(
    ({ check, record, status }) =>
      check.page === page && mayAppear(status, record, now) && (!isWeekFull || isPromised(record)),
  )
  return found && { store: id, item: found.check.id }
}

function isFull(shown: readonly number[], now: Now): boolean {
  const instant = instantOf(now)
  return shown.filter((at) => at <= instant && instant - at < week).length >= cardsPerWeek
}

/** Items that were set aside come due again only in popup and dashboard: on pages, a no is final. */
function mayAppear(status: Status, record: ItemRecord | undefined, now: Now): boolean {
  if (!isWaiting(status) || isOffPages(record) || isQuiet(record?.quietUntil, now)) return false
  return !('setAside' in status && status.setAside !== undefined)
}

function mayBeShown({ item, record, status }: Candidate, now: Now): boolean {
  if (!mayAppear(status, record, now)) return false
  // The seller planned or reported it.
  if (isPromised(record) || isReported(status) || !isQuick(item, record)) return true
  const checked = record?.checked
  return checked === undefined || checked > dayOf(now) || addDays(checked, quickRhythm) <= dayOf(now)
}

/** The payout schedule is left out: a check before frequent payouts is still worth a card. */
function isQuick(item: Item, record: ItemRecord | undefined): boolean {
  return (intervalOf(item, record, {}) ?? quickRhythm + 1) <= quickRhythm
}

function mayLeaveItsPages({ item, record, status }: Candidate): boolean {
  return !isQuick(item, record) || isPromised(record) || isReported(status)
}

function isReported(status: Status): boolean {
  return 'happened' in status && status.happened !== undefined
}

/** The last time it was shown, planned or checked. Times in the future were written by a wrong clock. */
function lastSpoken({ record }: Candidate, now: Now): number {
  const { quietUntil = 0, standing, checked } = record ?? {}
  const times = [
    quietUntil,
    standing?.kind === 'planned' ? standing.until : 0,
    // Only the order matters, not the time zone.
    checked === undefined ? 0 : Date.parse(`${checked}T00:00Z`),
  ]
  return Math.max(...times.filter((time) => time <= instantOf(now)), 0)
}

/** Whether it stays off pages: shown too often without an answer, or the seller wants no cards for it. */
export function isOffPages(record: ItemRecord | undefined): boolean {
  return record?.silenced === true || (record?.unanswered ?? 0) >= showingsBeforeDemotion
}

/** The day on which the seller planned it. Undefined if that day is in the future: a wrong clock wrote it. */
export function promiseOf(record: ItemRecord | undefined, now: Now): LocalDay | undefined {
  const standing = record?.standing
  return standing?.kind === 'planned' && hasBeen(standing.on, dayOf(now)) ? standing.on : undefined
}

/** When the report wants it done. Items without a report come last. */
function endOfReport(status: Status, now: Now): number {
  const by = 'happened' in status ? status.happened?.by : undefined
  if (!by) return Number.MAX_VALUE
  // Moves a deadline in hours forward by one hour, so that it comes before "today" even just before midnight.
  return 'at' in by ? by.at - hour : endOf(by, now)
}

/** The item's place in the order in which to do what a report made due. */
function stepOfReport({ item, status }: Candidate): number {
  const happened = 'happened' in status ? status.happened : undefined
  return happened ? incidentOf(happened.what).makesDue.findIndex((due) => due.item === item.id) : 0
}

function isPromised(record: ItemRecord | undefined): boolean {
  return record?.standing?.kind === 'planned'
}

/** Whether it was planned only once. Postponed plans have no priority, or one could hold back all others. */
function isFirstPromise(record: ItemRecord | undefined): boolean {
  return isPromised(record) && record?.before?.standing?.kind !== 'planned'
}

/** The day it has been due since. Empty, so first in order, if it was never checked. */
function waitingSince(status: Status): LocalDay {
  return status.kind === 'due' || status.kind === 'overdue' ? status.since : ''
}

const longestQuiet = Math.max(quietAfterClose, quietAfterShowing)

/**
 * Whether the item is in a quiet time. One longer than any answer sets was written by a wrong clock and must
 * not silence an item for years.
 */
function isQuiet(until: number | undefined, now: Now): boolean {
  return until !== undefined && until > instantOf(now) && until - instantOf(now) <= longestQuiet
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
