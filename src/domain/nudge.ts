import type { Checklist } from './checklist'
import type { CommitmentId } from './commitment'
import type { StoreId } from './ids'
import type { ItemRecord } from './item-record'
import type { Item, ItemId } from './items'
import {
  cardsPerWeek,
  quickRhythm,
  quietAfterClose,
  quietAfterShowing,
  showingsBeforeDemotion,
  week,
} from './nudge-policy'
import { type PageId, pages } from './page'
import { isEssential } from './severity'
import type { Showings } from './silence'
import { intervalOf, isWaiting, ownStatusesOf, type Status, statusesOf } from './status'
import { addDays, dayOf, hasBeen, instantOf, type LocalDay, type Now } from './time/time'
import { byDate, byImportance, reportOf, type Urgent } from './urgency'

/** Where the seller is, judged by the address alone. */
export type StorePage = { page: PageId; store: StoreId }

/** The one reminder to show on this page now. */
export type Nudge = { store: StoreId; item: ItemId; promisedOn?: LocalDay }

type Candidate = { item: Item; record: ItemRecord | undefined; status: Status }

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
      (!isWeekFull || isEssential(one.item) || isPlanned(one.record) || reportOf(one)),
  )
  const [first] = candidates
    .map((one) => ({ ...one, ...urgencyOf(one, now) }))
    .sort(
      (a, b) =>
        byImportance(a, b) ||
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
      check.page === page && mayAppear(status, record, now) && (!isWeekFull || isPlanned(record)),
  )
  return found && { store: id, item: found.check.id }
}

function isFull(shown: readonly number[], now: Now): boolean {
  const instant = instantOf(now)
  return shown.filter((at) => at <= instant && instant - at < week).length >= cardsPerWeek
}

/** Items that were set aside come due again only in popup and dashboard: on pages, a no is final. */
function mayAppear(status: Status, record: ItemRecord | undefined, now: Now): boolean {
  if (!isWaiting(status) || isOffPages(record) || isInQuietTime(record?.quietUntil, now)) return false
  return !('setAside' in status && status.setAside !== undefined)
}

function mayBeShown({ item, record, status }: Candidate, now: Now): boolean {
  if (!mayAppear(status, record, now)) return false
  // The seller planned or reported it.
  if (isPlanned(record) || reportOf({ status }) !== undefined || !isQuick(item, record)) return true
  const checked = record?.checked
  return checked === undefined || checked > dayOf(now) || addDays(checked, quickRhythm) <= dayOf(now)
}

/** The payout schedule is left out: a check before frequent payouts is still worth a card. */
function isQuick(item: Item, record: ItemRecord | undefined): boolean {
  return (intervalOf(item, record, {}) ?? quickRhythm + 1) <= quickRhythm
}

function mayLeaveItsPages({ item, record, status }: Candidate): boolean {
  return !isQuick(item, record) || isPlanned(record) || reportOf({ status }) !== undefined
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

function urgencyOf({ item: { id, severity }, record, status }: Candidate, now: Now): Urgent {
  return { id, severity, status, ...(isFirstPlan(record, now) && { firstPlan: true }) }
}

/** Whether the seller planned it for now, and did so only once. */
export function isFirstPlan(record: ItemRecord | undefined, now: Now): boolean {
  return promiseOf(record, now) !== undefined && record?.before?.standing?.kind !== 'planned'
}

function isPlanned(record: ItemRecord | undefined): boolean {
  return record?.standing?.kind === 'planned'
}

const longestQuiet = Math.max(quietAfterClose, quietAfterShowing)

/**
 * Whether the item is in a quiet time. One longer than any answer sets was written by a wrong clock and must
 * not silence an item for years.
 */
function isInQuietTime(until: number | undefined, now: Now): boolean {
  return until !== undefined && until > instantOf(now) && until - instantOf(now) <= longestQuiet
}
