import { longestSnoozeDays } from './answer'
import {
  type Checklist,
  type Happened,
  type ItemRecord,
  measureKey,
  recordKey,
  type Store,
  unreadIn,
} from './checklist'
import type { Measure } from './commitment'
import type { HappeningId } from './incidents'
import { type Condition, type Item, type ItemId, itemOf, items } from './items'
import { eveAfter, type PayoutRhythm } from './time/payout-schedule'
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

/** Where an item stands today. Computed from dates at every look, never stored. */
export type Status =
  | { kind: 'never-checked' }
  /** `until` is missing when the item is done once and for all. */
  | { kind: 'up-to-date'; checked: LocalDay; until?: LocalDay }
  | ({ kind: 'due' } & Waiting)
  | ({ kind: 'overdue' } & Waiting)
  /** The seller's own plan and the day on which it was made, or a day that a report has set. */
  | { kind: 'planned'; until: Instant; on: LocalDay; what?: HappeningId }
  | { kind: 'handled-elsewhere'; by: string; on: LocalDay }
  /** `undated`: as in Waiting. */
  | { kind: 'not-for-me'; on: LocalDay; reason?: string; undated?: true }
  /** Its record cannot be read, or only by a later version. It asks for nothing, and the views say so. */
  | { kind: 'unreadable'; newer?: true }

type Waiting = {
  since: LocalDay
  checked?: LocalDay
  /** It was answered while the clock was ahead: the stored day is in the future, so the real one is not known. */
  undated?: true
  /** The report that made it due, and by when it wants to be done. */
  happened?: Pick<Happened, 'what' | 'on' | 'by'>
  /** Set aside a year ago, and now asked about again. */
  setAside?: LocalDay
}

/** Days after which we ask again about what was set aside: shops change. */
const askAgainDays = 365

/**
 * Items that were checked on one day are spread over a fifth of their interval, so that they do not all return on one
 * day. Daily items are not spread, weekly ones by one day at most.
 */
const spreadPart = 5

/**
 * The items that exist for a store, each with its status today. An event item exists once it happened.
 * @param wanted leaves out what the caller does not look at.
 */
export function statusesOf(
  checklist: Pick<Checklist, 'records' | 'unread'>,
  store: Store,
  now: Now,
  wanted: (item: Item, record: ItemRecord | undefined) => boolean = () => true,
): { item: Item; record: ItemRecord | undefined; status: Status }[] {
  const wasChecked = (id: ItemId) => checklist.records[recordKey(itemOf(id), store)]?.checked !== undefined
  const sharers = new Map<string, number>()
  return items.flatMap((item) => {
    const key = recordKey(item, store)
    const record = checklist.records[key]
    const status = statusUnread(checklist, key)
    if (status) return meetsAll(item, store) && wanted(item, record) ? [{ item, record, status }] : []
    if (!exists(item, record, store, wasChecked)) return []
    const rhythm = rhythmOf(item, record, store)
    const every = rhythm ? undefined : intervalBetween(item, record)
    let offset = 0
    if (record?.checked !== undefined && every !== undefined) {
      // Same owner, day and interval: the first returns on its day, the next a day later, and so on. An item that was
      // checked again since keeps its place, so that the others keep theirs.
      const owner = key.slice(0, key.indexOf('/'))
      for (const day of [record.checked, record.checkedBefore]) {
        const group = `${owner} ${day} ${every}`
        const before = sharers.get(group) ?? 0
        sharers.set(group, before + 1)
        if (day === record.checked) offset = before % (Math.floor(every / spreadPart) + 1)
      }
    }
    return wanted(item, record) ? [{ item, record, status: statusOf(item, record, now, offset, rhythm) }] : []
  })
}

/** What a store has promised, each with its status today. */
export function measuresOf(
  checklist: Pick<Checklist, 'records' | 'unread'>,
  store: Store,
  now: Now,
): { measure: Measure; record: ItemRecord | undefined; status: Status }[] {
  return (store.measures ?? []).map((measure) => {
    const key = measureKey(measure.id, store)
    const record = checklist.records[key]
    const cadence = { kind: 'every', days: measure.every } as const
    return { measure, record, status: statusUnread(checklist, key) ?? statusOf({ cadence }, record, now) }
  })
}

function statusUnread(checklist: Pick<Checklist, 'records' | 'unread'>, key: string): Status | undefined {
  const unread = unreadIn(checklist, key)
  return unread && { kind: 'unreadable', ...(unread === 'newer' ? { newer: true } : {}) }
}

/** Whether the answers to the questions allow the item for this store. */
function meetsAll({ when }: Item, { profile }: Store): boolean {
  const { after: _after, ...asked } = when
  return meets(asked, profile)
}

function exists(
  item: Item,
  record: ItemRecord | undefined,
  store: Store,
  wasChecked: (id: ItemId) => boolean,
): boolean {
  const { after, ...asked } = item.when
  if (after !== undefined && !wasChecked(after)) return false
  // A report is better evidence than an answer to a question.
  if (record?.happened) return true
  if (item.cadence.kind === 'event') return record?.checked !== undefined || record?.standing !== undefined
  return meets(asked, store.profile)
}

function meets(asked: Omit<Condition, 'after'>, { plan, team, ships, help }: Store['profile']): boolean {
  const allows = (wanted: string | undefined, given: string | undefined) =>
    wanted === undefined || given === undefined || given === 'both' || given === wanted
  return (
    allows(asked.plan, plan) &&
    allows(asked.team, team) &&
    allows(asked.ships, ships) &&
    allows(asked.help, help)
  )
}

/** The payouts before which an item is checked, unless the seller has chosen an interval for it. */
export function rhythmOf(
  item: Item,
  record: ItemRecord | undefined,
  { payouts }: Pick<Store, 'payouts'>,
): (PayoutRhythm & { kind: 'every' }) | undefined {
  return item.follows === 'payouts' && payouts?.kind === 'every' && !record?.pace ? payouts : undefined
}

/**
 * Days between two checks: the seller's choice, else the payouts' rhythm, else the catalogue's. Undefined if the item does
 * not return by itself.
 */
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

/**
 * @param offset days by which a shared return is put off.
 * @param rhythm the payouts that it is to be checked before.
 */
export function statusOf(
  item: Pick<Item, 'cadence'>,
  record: ItemRecord | undefined,
  now: Now,
  offset = 0,
  rhythm?: PayoutRhythm,
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
  const usual = statusByCalendar(item, record, today, offset, rhythm)
  if (happened) return statusAfter(item, happened, usual, known, now)
  if (isPlanned && !isWaiting(usual)) {
    // A planned check comes due even when its interval alone would not ask.
    const since = min(dayAt(standing.until, now), today)
    return { kind: since === today ? 'due' : 'overdue', since, ...known }
  }
  return usual
}

function statusByCalendar(
  item: Pick<Item, 'cadence'>,
  record: ItemRecord | undefined,
  today: LocalDay,
  offset: number,
  rhythm: PayoutRhythm | undefined,
): Status {
  const { checked, pace } = record ?? {}
  if (pace?.every === 'off')
    return { kind: 'not-for-me', on: pace.on, ...(hasBeen(pace.on, today) ? {} : { undated: true }) }
  if (checked === undefined) return { kind: 'never-checked' }
  if (!hasBeen(checked, today)) return { kind: 'due', since: today, undated: true }
  const every = intervalBetween(item, record)
  const next =
    (rhythm && eveAfter(rhythm, checked)) ??
    (every === undefined ? undefined : addDays(checked, every + offset))
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
  // The report has a day in the future, so its deadlines are wrong too: only the fact that it was reported is left.
  if (!hasBeen(on, today))
    return { kind: 'due', since: today, ...known, happened: { what, on: today, by: { day: today } } }
  if (from !== undefined && today < from) {
    // A date set for later does not hide what is due already; an event item exists for that date only.
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

/** Planned in the past, for a day that a seller can choose. One day of grace for sellers who have travelled. */
function isBelievablePlan({ on, until }: { on: LocalDay; until: Instant }, now: Now): boolean {
  const today = dayOf(now)
  return hasBeen(on, today) && dayAt(until, now) <= addDays(today, longestSnoozeDays + 1)
}

function min(a: LocalDay, b: LocalDay): LocalDay {
  return a < b ? a : b
}

/** It asks for the seller now. */
export function isWaiting(status: Status): boolean {
  return status.kind === 'never-checked' || status.kind === 'due' || status.kind === 'overdue'
}

/** The seller has said that it is not to be done now, or not by them. */
export function isSetAside({ kind }: Status): boolean {
  return kind === 'planned' || kind === 'not-for-me' || kind === 'handled-elsewhere'
}

/** Whether an item that waits is part of the number on the toolbar: essential items, and whatever was reported. */
export function isCountable(item: Item, record: ItemRecord | undefined): boolean {
  return item.severity === 'essential' || record?.happened !== undefined
}
