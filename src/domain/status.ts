import { longestSnoozeDays } from './answer'
import { type Checklist, checkIsRead, keyOf, recordKey, type Store, unreadIn } from './checklist'
import { idsOf } from './facts/table'
import type { IncidentId } from './incidents'
import type { Happened, ItemRecord } from './item-record'
import { type Item, type ItemId, itemOf, items } from './items'
import { type OwnCheck, ownChecksOf } from './own-check'
import { isEssential } from './severity'
import { firstDayOf, startsOf } from './spread'
import { eveAfter, type PayoutRhythm } from './time/payout-schedule'
import { dueAfter, firstDue, intervalIn } from './time/recurrence'
import {
  addDays,
  dayAt,
  dayOf,
  hasBeen,
  hourOf,
  type Instant,
  instantOf,
  type LocalDay,
  type Now,
} from './time/time'

/** The status of an item today. Always computed from dates, never stored. */
export type Status =
  | { kind: 'never-checked' }
  /** Never checked, and its first day is to come. Missing: it depends on a payout day that is unknown. */
  | { kind: 'not-yet'; first?: LocalDay }
  /** `until` is missing if the item is done only once. */
  | { kind: 'up-to-date'; checked: LocalDay; until?: LocalDay }
  | ({ kind: 'due' } & Waiting)
  | ({ kind: 'overdue' } & Waiting)
  /** The seller's plan and the day it was made, or a later start that a report set. */
  | { kind: 'planned'; until: Instant; on: LocalDay; what?: IncidentId; spread?: never }
  /** Not due before the day `spread`: the checks of a new store are spread over its first weeks. */
  | { kind: 'planned'; until: Instant; on: LocalDay; what?: never; spread: LocalDay }
  | { kind: 'handled-elsewhere'; by: string; on: LocalDay }
  /** `undated`: as in Waiting. */
  | { kind: 'not-for-me'; on: LocalDay; reason?: string; undated?: true }
  /** Its record can't be read, or only by a later version. It is not due, and views say so. */
  | { kind: 'unreadable'; newer?: true }

type Waiting = {
  since: LocalDay
  checked?: LocalDay
  /** It was answered while the clock was ahead: the stored day is in the future, the real day unknown. */
  undated?: true
  /** The report that made it due, and its deadline. */
  happened?: Pick<Happened, 'what' | 'on' | 'by'>
  /** It was set aside a year ago, so we ask again. */
  setAside?: LocalDay
}

/** After this many days we ask again about items that were set aside: shops change. */
const askAgainDays = 365

/**
 * Items checked on one day are spread over a fifth of their interval, so that they don't all recur on one
 * day. Daily items are not spread, and weekly ones by one day at most.
 */
const spreadPart = 5

/**
 * The items of a store, each with its status today. An event item exists once its event was reported.
 * @param wanted filters the items to return.
 */
export function statusesOf(
  checklist: Pick<Checklist, 'stores' | 'records' | 'unread' | 'organization' | 'far'>,
  store: Store,
  now: Now,
  wanted: (item: Item, record: ItemRecord | undefined) => boolean = () => true,
): { item: Item; record: ItemRecord | undefined; status: Status }[] {
  checkIsRead(checklist, store)
  const wasChecked = (id: ItemId) => checklist.records[recordKey(itemOf(id), store)]?.checked !== undefined
  const sharers = new Map<string, number>()
  const starts = startsOf(checklist.stores, store, dayOf(now))
  return items.flatMap((item) => {
    const key = recordKey(item, store)
    const most = checklist.organization?.intervals?.[item.id]
    const record = pacedWithin(most, item, checklist.records[key], store)
    const status = statusUnread(checklist, key)
    if (status) return meets(item, store) && wanted(item, record) ? [{ item, record, status }] : []
    if (!exists(item, record, store, wasChecked)) return []
    const rhythm = rhythmOf(item, record, store)
    const every = rhythm ? undefined : intervalBetween(item, record)
    let offset = 0
    if (record?.checked !== undefined && every !== undefined) {
      // Items with the same owner, day and interval: the first recurs on its day, the next a day later, and
      // so on. An item that was checked again since keeps its place, so that the others keep theirs.
      const owner = key.slice(0, key.indexOf('/'))
      for (const day of [record.checked, record.checkedBefore]) {
        const group = `${owner} ${day} ${every}`
        const before = sharers.get(group) ?? 0
        sharers.set(group, before + 1)
        if (day === record.checked) offset = before % (Math.floor(every / spreadPart) + 1)
      }
    }
    if (!wanted(item, record)) return []
    const began = starts[item.scope]
    const first = firstDayOf(item, began)
    const spread = began !== undefined && first !== undefined ? { began, first } : undefined
    const again = rhythm && ((day: LocalDay) => eveAfter(rhythm, day))
    return [{ item, record, status: statusOf(item, record, now, { offset, again, spread }) }]
  })
}

/** The checks of a store that are the seller's own, promised or not, each with its status today. */
export function ownStatusesOf(
  checklist: Pick<Checklist, 'own' | 'records' | 'unread' | 'far'>,
  store: Store,
  now: Now,
): { check: OwnCheck; record: ItemRecord | undefined; status: Status }[] {
  checkIsRead(checklist, store)
  return ownChecksOf(checklist.own, store)
    .filter(({ archived }) => archived === undefined)
    .map((check) => {
      const key = keyOf(check.id, store)
      const record = checklist.records[key]
      return { check, record, status: statusUnread(checklist, key) ?? ownStatus(check, record, store, now) }
    })
}

function ownStatus(
  { recurs, began: day, set }: OwnCheck,
  record: ItemRecord | undefined,
  { payouts, began: opened = day }: Store,
  now: Now,
): Status {
  // What an organization has checked for years begins with the store.
  const began = set && opened > day ? opened : day
  const days = intervalIn(recurs)
  if (days !== undefined) return statusOf({ cadence: { kind: 'every', days } }, record, now)
  const hasPace = record?.pace !== undefined
  return statusOf({ cadence: { kind: 'once' } }, record, now, {
    // With an interval of the seller's own, it is counted from the last check.
    again: hasPace ? undefined : (day) => dueAfter(recurs, day, payouts),
    first: hasPace ? undefined : (firstDue(recurs, began, payouts) ?? 'unknown'),
  })
}

/** The items of a store and the seller's own checks in one list, each with its interval. */
export function checksOf(
  checklist: Pick<Checklist, 'stores' | 'records' | 'unread' | 'organization' | 'far'>,
  store: Store,
  now: Now,
) {
  const items = statusesOf(checklist, store, now).map(({ item, record, status }) => {
    const every = record?.pace?.every ?? intervalOf(item, record, store)
    return { id: item.id, every, rhythm: rhythmOf(item, record, store), status }
  })
  const own = ownStatusesOf(checklist, store, now).map(({ check, record, status }) => {
    const { id, recurs } = check
    const isDated = recurs.kind === 'months' && record?.pace === undefined
    return {
      ...{ id, every: paceOf(check, record, store), rhythm: ownRhythm(check, record, store), status },
      ...(isDated ? { date: recurs } : {}),
    }
  })
  return [...items, ...own].map((check) => ({ date: undefined, ...check, key: keyOf(check.id, store) }))
}

/** Days between two checks. Undefined if it comes due on dates, or before payouts whose days are unknown. */
export function paceOf(
  { recurs }: OwnCheck,
  record: ItemRecord | undefined,
  { payouts }: Pick<Store, 'payouts'>,
): number | 'off' | undefined {
  const own = record?.pace?.every
  if (own !== undefined) return own
  if (recurs.kind === 'payouts') return payouts?.kind === 'every' ? payouts.days : undefined
  return intervalIn(recurs)
}

function ownRhythm(
  { recurs }: OwnCheck,
  record: ItemRecord | undefined,
  { payouts }: Pick<Store, 'payouts'>,
): (PayoutRhythm & { kind: 'every' }) | undefined {
  return recurs.kind === 'payouts' && payouts?.kind === 'every' && !record?.pace ? payouts : undefined
}

function statusUnread(checklist: Pick<Checklist, 'records' | 'unread'>, key: string): Status | undefined {
  const unread = unreadIn(checklist, key)
  return unread && { kind: 'unreadable', ...(unread === 'newer' ? { newer: true } : {}) }
}

/** Whether the store's profile allows the item. */
function meets({ when }: Item, { profile }: Store): boolean {
  const { after: _after, ...asked } = when
  return idsOf(asked).every((question) => {
    const given = profile[question]
    return given === undefined || given === 'both' || given === asked[question]
  })
}

function exists(
  item: Item,
  record: ItemRecord | undefined,
  store: Store,
  wasChecked: (id: ItemId) => boolean,
): boolean {
  const { after } = item.when
  if (after !== undefined && !wasChecked(after)) return false
  // A report overrides the profile.
  if (record?.happened) return true
  if (item.cadence.kind === 'event') return record?.checked !== undefined || record?.standing !== undefined
  return meets(item, store)
}

/** The payout schedule that the item follows, unless the seller set an interval for it. */
export function rhythmOf(
  item: Item,
  record: ItemRecord | undefined,
  { payouts }: Pick<Store, 'payouts'>,
): (PayoutRhythm & { kind: 'every' }) | undefined {
  return item.follows === 'payouts' && payouts?.kind === 'every' && !record?.pace ? payouts : undefined
}

/**
 * The record with the interval that counts: an organization's if it is shorter than what the seller chose. It is
 * only for computing, and is never stored.
 */
function pacedWithin(
  most: number | undefined,
  item: Item,
  record: ItemRecord | undefined,
  store: Store,
): ItemRecord | undefined {
  if (most === undefined) return record
  const own = record?.pace?.every === 'off' ? undefined : intervalOf(item, record, store)
  if (own !== undefined && own <= most) return record
  return { events: [], ...record, pace: { every: most, on: record?.pace?.on ?? '' } }
}

/** Days between two checks, by the seller's choice, the payout schedule or the catalog. Undefined: none. */
export function intervalOf(
  item: Item,
  record: ItemRecord | undefined,
  store: Pick<Store, 'payouts'>,
): number | undefined {
  return rhythmOf(item, record, store)?.days ?? intervalBetween(item, record)
}

function intervalBetween(
  { cadence }: Pick<Item, 'cadence'>,
  record: ItemRecord | undefined,
): number | undefined {
  const own = record?.pace?.every
  if (typeof own === 'number') return own
  return cadence.kind === 'every' ? cadence.days : undefined
}

type Timing = {
  /** Days added to spread items that were checked together. */
  offset?: number
  /** The day on which it comes due after a check, if not after its interval. Undefined: no day is known. */
  again?: ((checked: LocalDay) => LocalDay | undefined) | undefined
  /** The first days of its store and of the check in it. */
  spread?: { began: LocalDay; first: LocalDay } | undefined
  /** The first day of a check that comes due on dates. */
  first?: LocalDay | 'unknown' | undefined
}

export function statusOf(
  item: Pick<Item, 'cadence'>,
  record: ItemRecord | undefined,
  now: Now,
  timing: Timing = {},
): Status {
  const today = dayOf(now)
  const { standing, happened, checked } = record ?? {}
  const known = knownOf(checked, today)
  const isPlanned = standing?.kind === 'planned'
  if (isPlanned && standing.until > instantOf(now) && isBelievablePlan(standing, now)) return standing
  if (standing && !isPlanned) {
    if (!hasBeen(standing.on, today))
      return { kind: 'due', since: today, undated: true, setAside: standing.on }
    const again = addDays(standing.on, askAgainDays)
    if (today < again) return standing
    return { kind: today > again ? 'overdue' : 'due', since: again, ...known, setAside: standing.on }
  }
  const { spread } = timing
  const byCalendar = statusByCalendar(item, record, today, timing)
  const isEarly = spread !== undefined && byCalendar.kind === 'never-checked' && today < spread.first
  const usual: Status = isEarly
    ? { kind: 'planned', until: hourOf(spread.first, 0, now), on: spread.began, spread: spread.first }
    : byCalendar
  if (happened) return statusAfter(item, happened, usual, known, now)
  if (isPlanned && !isWaiting(usual)) {
    // A planned check comes due even if its interval alone doesn't make it due.
    const since = min(dayAt(standing.until, now), today)
    return { kind: since === today ? 'due' : 'overdue', since, ...known }
  }
  return usual
}

function statusByCalendar(
  item: Pick<Item, 'cadence'>,
  record: ItemRecord | undefined,
  today: LocalDay,
  { offset = 0, again, first }: Timing,
): Status {
  const { checked, pace } = record ?? {}
  if (pace?.every === 'off')
    return { kind: 'not-for-me', on: pace.on, ...(hasBeen(pace.on, today) ? {} : { undated: true }) }
  if (checked === undefined && first !== undefined) {
    if (first === 'unknown' || today < first)
      return { kind: 'not-yet', ...(first !== 'unknown' && { first }) }
    return { kind: today === first ? 'due' : 'overdue', since: first }
  }
  if (checked === undefined) return { kind: 'never-checked' }
  if (!hasBeen(checked, today)) return { kind: 'due', since: today, undated: true }
  const every = intervalBetween(item, record)
  const next = again?.(checked) ?? (every === undefined ? undefined : addDays(checked, every + offset))
  if (next === undefined) return { kind: 'up-to-date', checked }
  if (today < next) return { kind: 'up-to-date', checked, until: next }
  return { kind: today === next ? 'due' : 'overdue', since: next, checked }
}

function statusAfter(
  item: Pick<Item, 'cadence'>,
  { what, on, by, from }: Happened,
  usual: Status,
  known: Pick<Waiting, 'checked' | 'undated'>,
  now: Now,
): Status {
  const today = dayOf(now)
  // The report's day is in the future, so its deadlines are wrong too. Only the fact of the report is used.
  if (!hasBeen(on, today))
    return { kind: 'due', since: today, ...known, happened: { what, on: today, by: { day: today } } }
  if (from !== undefined && today < from) {
    // A later start doesn't hide what is due already. An event item exists for that date only.
    if (item.cadence.kind !== 'event' && isWaiting(usual)) return usual
    return { kind: 'planned', until: hourOf(from, 0, now), on, what }
  }
  const isLate = 'at' in by ? by.at < instantOf(now) : by.day < today
  const since = min(from ?? on, today)
  return { kind: isLate ? 'overdue' : 'due', since, ...known, happened: { what, on, by } }
}

function knownOf(checked: LocalDay | undefined, today: LocalDay): Pick<Waiting, 'checked' | 'undated'> {
  if (checked === undefined) return {}
  return hasBeen(checked, today) ? { checked } : { undated: true }
}

/** Whether the plan was made in the past for a day one can choose. One day of grace for time zones. */
function isBelievablePlan({ on, until }: { on: LocalDay; until: Instant }, now: Now): boolean {
  const today = dayOf(now)
  return hasBeen(on, today) && dayAt(until, now) <= addDays(today, longestSnoozeDays + 1)
}

function min(a: LocalDay, b: LocalDay): LocalDay {
  return a < b ? a : b
}

/** The day by which to do it, which may be past. Undefined if there is none. */
export function dueDay(status: Status, now: Now): LocalDay | undefined {
  switch (status.kind) {
    case 'never-checked':
      return dayOf(now)
    case 'not-yet':
      return status.first
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

/** It is due now. */
export function isWaiting(status: Status): boolean {
  return status.kind === 'never-checked' || status.kind === 'due' || status.kind === 'overdue'
}

/** The seller said to do it later or not at all, or someone else does it. */
export function isSetAside({ kind }: Status): boolean {
  return kind === 'planned' || kind === 'not-for-me' || kind === 'handled-elsewhere'
}

/** Whether an item that is due is part of the toolbar number: essential items and reported ones are. */
export function isCountable(item: Item, record: ItemRecord | undefined): boolean {
  return isEssential(item) || record?.happened !== undefined
}
