import { type Answer, isSnoozeDay, type Profile, type Snooze } from './answer'
import { isMeasureId, type Measure, type MeasureId, mostMeasures, mostMeasuresInAll } from './commitment'
import type { EventId, StoreId } from './ids'
import { type HappeningId, happeningOf } from './incidents'
import { type Item, type ItemId, itemOf, type Scope } from './items'
import { quietAfterClose, quietAfterShowing } from './nudge-policy'
import { isPace } from './pace'
import { hour, type Length } from './time/length'
import { isRhythm, type PayoutRhythm } from './time/payout-schedule'
import {
  addDays,
  dayOf,
  endOf,
  hasBeen,
  hourOf,
  type Instant,
  instantOf,
  type LocalDay,
  type Now,
  nextMonday,
} from './time/time'

/** One seller account the user looks after, named by the user. */
export type Store = {
  id: StoreId
  /** Empty until the seller gives one. */
  name: string
  /** Whose 2SV, password and mailbox: several stores may share one login. */
  login: string
  /** The Seller Central hosts that belong to this store; links lead to the first. */
  fronts: readonly string[]
  /** Answers to the four questions. */
  profile: Profile
  /** When payouts come; missing until the seller says so. */
  payouts?: PayoutRhythm
  /** What was promised in plans of action. */
  measures?: readonly Measure[]
  /** Set when the seller took the store off the list: its records stay, and it can come back. */
  removed?: LocalDay
}

/** Why an item asks for nothing although it may not be done. Missing if it takes its turn. */
export type Standing =
  | { kind: 'planned'; until: Instant; on: LocalDay }
  | { kind: 'handled-elsewhere'; by: string; on: LocalDay }
  | { kind: 'not-for-me'; on: LocalDay; reason?: string }

/** Something the seller reported made this item due. */
export type Happened = {
  what: HappeningId
  on: LocalDay
  /** To be done by then. */
  by: { day: LocalDay } | { at: Instant }
  /** Not before that day: day 60 after a deactivation. */
  from?: LocalDay
}

/** What the seller has said of one item. Facts with dates; what is due is computed from them. */
export type ItemRecord = Said & {
  /** What was said before the last answer. */
  before?: Before
  /** Ids of the last answers, so that an answer sent twice counts once. */
  events: readonly EventId[]
}
/** What was said before an answer or report, which an undo restores. */
export type Before = Said & {
  /** Missing in what 0.1.0 wrote. */
  undo?: Undo
  /** The state one answer earlier, if that answer was on the same day. */
  before?: Before
}
export type Undo = {
  of: EventId
  on: LocalDay
  /** A report: undoing it takes back everything that it made due. */
  isReport?: true
}
export type Said = {
  /** The day of the last check. */
  checked?: LocalDay
  /** The day of the check before, so that items which shared it keep their places in the spread (status.ts). */
  checkedBefore?: LocalDay
  standing?: Standing
  happened?: Happened
  /** No card for this item until then. Closing a card is no answer. */
  quietUntil?: Instant
  /** Showings on pages since the last answer. */
  unanswered?: number
  /** The seller wants no cards for it; popup and dashboard go on. */
  silenced?: true
  note?: string
  /** The seller's own interval, and the day on which it was chosen. */
  pace?: { every: number | 'off'; on: LocalDay }
}

/** The seller has said something about it. That a card was shown is not that. */
export function isSaid({ checked, standing, happened, silenced, note, pace }: Said): boolean {
  return [checked, standing, happened, silenced, note, pace].some((part) => part !== undefined)
}

export type Checklist = {
  /** Never empty, and never all removed. */
  stores: readonly Store[]
  /** The store that the views show. */
  current: StoreId
  /** By recordKey. Records of items that no store has any more stay. */
  records: Readonly<Record<string, ItemRecord>>
  /** What could not be read. It is unknown, and no view may show it as nothing. Missing if all could be read. */
  unread?: Unread
}

export type Unread = {
  /** Records by their keys; a `newer` one can be read by a later version. */
  records: ReadonlyMap<string, 'damaged' | 'newer'>
  /** The list of stores could not be read: `stores` has a made-up one, and any record may belong to another. */
  stores: boolean
}

/** Whether something under this key could not be read, and nothing was said since. */
export function unreadIn(
  { records, unread }: Pick<Checklist, 'records' | 'unread'>,
  key: string,
): 'damaged' | 'newer' | undefined {
  if (!unread || records[key]) return undefined
  return unread.records.get(key) ?? (unread.stores ? 'damaged' : undefined)
}

/** Whether the answer alone says where the item stands, whatever was said before. */
export function isSufficient({ kind }: Answer): boolean {
  return ['checked', 'snoozed', 'dismissed', 'handled-elsewhere'].includes(kind)
}

export type ChecklistEvent = { id: EventId; store: StoreId } & (
  | { kind: 'answered'; item: ItemId | MeasureId; answer: Answer }
  /** A card was shown; it counts as unanswered until it is answered or closed. */
  | { kind: 'shown'; item: ItemId }
  | { kind: 'happened'; what: HappeningId }
  /** Of the event that reported it. */
  | { kind: 'report-taken-back'; of: EventId }
  | { kind: 'store-added'; name: string; login: string }
  | { kind: 'store-named'; name: string }
  | { kind: 'store-removed' }
  | { kind: 'store-restored' }
  | { kind: 'store-shown' }
  | { kind: 'fronts-chosen'; fronts: readonly string[] }
  | { kind: 'login-chosen'; login: string }
  | { kind: 'profile-answered'; profile: Profile }
  /** Null takes the rhythm away. */
  | { kind: 'payouts-told'; rhythm: PayoutRhythm | null }
  /** A new promise, or new words for one; its answers stay. */
  | { kind: 'measure-promised'; measure: Measure }
  | { kind: 'measure-dropped'; measure: MeasureId }
)

/** What the seller can say; that a card was shown, only the background knows. */
export type SellerEvent = Exclude<ChecklistEvent, { kind: 'shown' }>

/** A new seller's checklist: one store, one login, nothing said. */
export const emptyChecklist: Checklist = {
  stores: [{ id: 'store-1', name: '', login: 'login-1', fronts: [], profile: {} }],
  current: 'store-1',
  records: {},
}

/** The key of an item's record: what belongs to a login or to this computer is kept once for all its stores. */
export function recordKey(item: Item, store: Pick<Store, 'id' | 'login'>): string {
  return `${subjectOf(item.scope, store)}/${item.id}`
}

function subjectOf(scope: Scope, store: Pick<Store, 'id' | 'login'>): string {
  switch (scope) {
    case 'login':
      return store.login
    case 'store':
      return store.id
    case 'computer':
      return 'computer'
  }
}

/** The same for a promised measure, which is always a store's own. */
export function measureKey(measure: MeasureId, store: Pick<Store, 'id'>): string {
  return `${store.id}/${measure}`
}

export function presentStores({ stores }: Pick<Checklist, 'stores'>): readonly Store[] {
  return stores.filter(({ removed }) => removed === undefined)
}

/** A repeated answer arrives within seconds, so a few ids are enough. */
const rememberedEvents = 8
/** A merged record has ids of both sides. */
export const mostEvents = 64
/** The hour of the morning at which a snoozed item comes back. */
export const morning = 9

/** Far more than an agency has. Every overview reads all of them. */
export const mostStores = 500

/** An event that the checklist cannot take: nothing changes. */
export class ChecklistProblem extends RangeError {}

/**
 * The checklist after what the seller did. Pure; an event seen before changes nothing.
 * @throws ChecklistProblem for a store that does not exist, for the removal of the last store, for too many stores or
 * measures, and for a day or an interval that is out of bounds.
 */
export function apply(checklist: Checklist, event: ChecklistEvent, now: Now): Checklist {
  if (event.kind === 'store-added') return withStore(checklist, event)
  const store = checklist.stores.find(({ id }) => id === event.store)
  if (!store) throw new ChecklistProblem(`no store ${event.store}`)
  // A repeated answer was checked when it first arrived.
  const isSeen =
    event.kind === 'answered' && checklist.records[keyOf(event.item, store)]?.events.includes(event.id)
  const problem = isSeen ? undefined : problemIn(event, dayOf(now))
  if (problem !== undefined) throw new ChecklistProblem(problem)
  const changed = (change: Partial<Store>): Checklist => ({
    ...checklist,
    stores: checklist.stores.map((one) => (one === store ? { ...one, ...change } : one)),
  })
  switch (event.kind) {
    case 'answered':
      if (isOvertaken(checklist, event)) return checklist
      return withRecord(
        checklist,
        keyOf(event.item, store),
        event.id,
        (record) => afterAnswer(record, event.answer, now),
        turnOf(event.answer, now),
      )
    case 'shown': {
      // No answer: the last answer stays the last, so a report can still be undone.
      const key = recordKey(itemOf(event.item), store)
      const { events, ...record } = checklist.records[key] ?? { events: [] }
      const unanswered = (record.unanswered ?? 0) + 1
      const next = { ...record, unanswered, quietUntil: instantOf(now) + quietAfterShowing, events }
      return { ...checklist, records: { ...checklist.records, [key]: next } }
    }
    case 'happened':
      return happeningOf(event.what).makesDue.reduce(
        (list, { item, ...due }) =>
          withRecord(
            list,
            recordKey(itemOf(item), store),
            event.id,
            (record) => {
              const { before: _before, ...said } = record
              // It comes up at once, whatever was planned, set aside or closed before.
              const {
                standing: _standing,
                quietUntil: _quietUntil,
                unanswered: _unanswered,
                happened: earlier,
                ...open
              } = said
              return {
                ...open,
                happened: moreUrgent(earlier, happened(event.what, due, now), now),
                before: said,
              }
            },
            { on: dayOf(now), isReport: true },
          ),
        checklist,
      )
    case 'report-taken-back':
      return withoutReport(checklist, event)
    case 'store-named':
      return changed({ name: event.name })
    case 'store-removed':
      return withoutStore(changed({ removed: dayOf(now) }))
    case 'store-restored': {
      const { removed: _removed, ...rest } = store
      const stores = checklist.stores.map((one) => (one === store ? rest : one))
      return { ...checklist, stores }
    }
    case 'store-shown':
      return { ...checklist, current: store.id }
    case 'fronts-chosen':
      return changed({ fronts: [...new Set(event.fronts)] })
    case 'login-chosen':
      return changed({ login: event.login })
    case 'profile-answered':
      return changed({ profile: event.profile })
    case 'payouts-told': {
      const { payouts: _payouts, ...rest } = store
      const after = event.rhythm === null ? rest : { ...rest, payouts: event.rhythm }
      return { ...checklist, stores: checklist.stores.map((one) => (one === store ? after : one)) }
    }
    case 'measure-promised': {
      const { measure } = event
      const { measures = [] } = store
      const known = measures.find(({ id }) => id === measure.id)
      const isKnown = known !== undefined
      // A measure that was promised while the clock was ahead keeps its day when its words change.
      if (measure.origin.on !== known?.origin.on && !hasBeen(measure.origin.on, dayOf(now)))
        throw new ChecklistProblem(`promised on a day that has not been: ${measure.origin.on}`)
      const all = checklist.stores.reduce((sum, one) => sum + (one.measures ?? []).length, 0)
      if (!isKnown && (measures.length >= mostMeasures || all >= mostMeasuresInAll))
        throw new ChecklistProblem('too many measures')
      return changed({
        measures: isKnown
          ? measures.map((one) => (one.id === measure.id ? measure : one))
          : [...measures, measure],
      })
    }
    case 'measure-dropped':
      return changed({ measures: (store.measures ?? []).filter(({ id }) => id !== event.measure) })
  }
}

/** Why the checklist cannot take the event. Views check too, but one may be a day old, and a message may not be ours. */
function problemIn(event: ChecklistEvent, today: LocalDay): string | undefined {
  switch (event.kind) {
    case 'answered': {
      const { item, answer } = event
      if (answer.kind === 'snoozed' && typeof answer.for === 'object' && !isSnoozeDay(answer.for.day, today))
        return `no day to put off to: ${answer.for.day}`
      if (answer.kind === 'paced' && typeof answer.every === 'number' && !isPace(item, answer.every))
        return `no interval: ${answer.every}`
      return undefined
    }
    case 'payouts-told':
      return event.rhythm === null || isRhythm(event.rhythm, today) ? undefined : 'no rhythm of payouts'
    case 'measure-promised':
      return isPace(event.measure.id, event.measure.every) ? undefined : `no interval: ${event.measure.every}`
    default:
      return undefined
  }
}

function withStore(checklist: Checklist, event: ChecklistEvent & { kind: 'store-added' }): Checklist {
  if (checklist.stores.some(({ id }) => id === event.store)) return checklist
  if (checklist.stores.length >= mostStores) throw new ChecklistProblem('too many stores')
  const added = { id: event.store, name: event.name, login: event.login, fronts: [], profile: {} }
  return { ...checklist, stores: [...checklist.stores, added], current: added.id }
}

function withoutStore(checklist: Checklist): Checklist {
  const [first] = presentStores(checklist)
  if (!first) throw new ChecklistProblem('the last store cannot be removed')
  const isShown = presentStores(checklist).some(({ id }) => id === checklist.current)
  return isShown ? checklist : { ...checklist, current: first.id }
}

/** The record of an item, or of a promised measure. */
export function keyOf(item: ItemId | MeasureId, store: Pick<Store, 'id' | 'login'>): string {
  return isMeasureId(item) ? measureKey(item, store) : recordKey(itemOf(item), store)
}

/** An undo that comes too late: something else was said since, so it changes nothing. */
export function isOvertaken({ stores, records }: Checklist, event: ChecklistEvent): boolean {
  const isLast = (of: EventId, record: ItemRecord = { events: [] }) =>
    lastSaid(record) === of || record.events.includes(event.id)
  if (event.kind === 'report-taken-back')
    return !Object.values(records).some((record) => isLast(event.of, record))
  if (event.kind !== 'answered' || event.answer.kind !== 'undone') return false
  const store = stores.find(({ id }) => id === event.store)
  return store !== undefined && !isLast(event.answer.of, records[keyOf(event.item, store)])
}

/** The answer or report that an undo would take back. 0.1.0 kept only its id. */
function lastSaid({ before, events }: Pick<ItemRecord, 'before' | 'events'>): EventId | undefined {
  return before?.undo?.of ?? events.at(-1)
}

type Body = Omit<ItemRecord, 'events'>
/** How an event changes what can be undone: it adds one, leaves the list as it is (`aside`), or undoes the last. */
type Turn = Omit<Undo, 'of'> | 'aside' | 'undone'

function withRecord(
  checklist: Checklist,
  key: string,
  id: EventId,
  change: (record: Body) => Body,
  turn: Turn,
): Checklist {
  const { events, ...record } = checklist.records[key] ?? { events: [] }
  if (events.includes(id)) return checklist
  const all = turn === 'aside' ? [...events.slice(0, -1), id, ...events.slice(-1)] : [...events, id]
  const changed = change(record)
  const next =
    typeof turn === 'string'
      ? changed
      : { ...changed, before: withEarlier({ ...changed.before, undo: { of: id, ...turn } }, record.before) }
  return {
    ...checklist,
    records: { ...checklist.records, [key]: { ...next, events: all.slice(-rememberedEvents) } },
  }
}

function turnOf({ kind }: Answer, now: Now): Turn {
  if (kind === 'undone') return 'undone'
  return kind === 'closed' ? 'aside' : { on: dayOf(now) }
}

function withEarlier({ undo, ...was }: Before, earlier: Before | undefined): Before {
  const isSameDay = undo !== undefined && earlier?.undo?.on === undo.on
  return { ...was, ...(undo ? { undo } : {}), ...(isSameDay ? { before: cut(earlier) } : {}) }
}

/** Keeps no more earlier states than event ids. */
function cut(before: Before, left = rememberedEvents - 2): Before {
  const { before: earlier, ...rest } = before
  return { ...rest, ...(earlier && left > 0 ? { before: cut(earlier, left - 1) } : {}) }
}

/** As it was before the last answer or report. */
function takenBack({ before, ...said }: Body): Body {
  if (!before) return said
  const { undo: _undo, ...was } = before
  return was
}

/** Takes back what a report made due, unless an item was answered or noted since. */
function withoutReport(
  checklist: Checklist,
  event: ChecklistEvent & { kind: 'report-taken-back' },
): Checklist {
  const reported = Object.entries(checklist.records).filter(([, record]) => lastSaid(record) === event.of)
  return reported.reduce((list, [key]) => withRecord(list, key, event.id, takenBack, 'undone'), checklist)
}

function happened(
  what: HappeningId,
  due: { within: Length } | { after: { days: number } },
  now: Now,
): Happened {
  const on = dayOf(now)
  if ('after' in due) {
    const day = addDays(on, due.after.days)
    return { what, on, by: { day }, from: day }
  }
  const { within } = due
  const by =
    'hours' in within ? { at: instantOf(now) + within.hours * hour } : { day: addDays(on, within.days) }
  return { what, on, by }
}

/**
 * A second report does not postpone what the first wants done. Only one is kept: something to do soon replaces a date set
 * for later (`from`), and that date does not come back.
 */
function moreUrgent(earlier: Happened | undefined, later: Happened, now: Now): Happened {
  if (!earlier) return later
  if (earlier.from !== undefined && later.from !== undefined)
    return earlier.from < later.from ? earlier : later
  if (earlier.from !== undefined || endOf(later.by, now) <= endOf(earlier.by, now)) return later
  return later.from === undefined ? { ...later, by: earlier.by } : earlier
}

function afterAnswer({ before, ...said }: Body, answer: Answer, now: Now): Body {
  const today = dayOf(now)
  const { standing: _standing, quietUntil: _quietUntil, unanswered: _unanswered, ...open } = said
  switch (answer.kind) {
    case 'checked': {
      const { happened, ...rest } = open
      // A check today does not settle what is due only later.
      const kept = happened?.from !== undefined && today < happened.from ? { happened } : {}
      const earlier = said.checked === today ? said.checkedBefore : said.checked
      const past = earlier === undefined ? {} : { checkedBefore: earlier }
      return { ...rest, ...kept, ...past, checked: today, before: said }
    }
    case 'snoozed':
      return {
        ...open,
        standing: { kind: 'planned', until: snoozeEnd(answer.for, now), on: today },
        before: said,
      }
    case 'dismissed': {
      const reason = answer.reason === undefined ? {} : { reason: answer.reason }
      return { ...open, standing: { kind: 'not-for-me', on: today, ...reason }, before: said }
    }
    case 'handled-elsewhere': {
      return { ...open, standing: { kind: 'handled-elsewhere', by: answer.by, on: today }, before: said }
    }
    case 'restored': {
      const { pace, ...rest } = open
      return { ...rest, ...(pace && pace.every !== 'off' ? { pace } : {}), before: said }
    }
    case 'paced': {
      const { pace: _pace, unanswered: _answered, ...rest } = said
      const pace = answer.every === 'default' ? {} : { pace: { every: answer.every, on: today } }
      return { ...rest, ...pace, before: said }
    }
    case 'noted': {
      const { note: _note, ...rest } = said
      return { ...rest, ...(answer.note === '' ? {} : { note: answer.note }), before: said }
    }
    case 'kept': {
      const { silenced: _silenced, unanswered: _answered, ...rest } = said
      return { ...rest, before: said }
    }
    case 'silenced': {
      const { unanswered: _answered, ...rest } = said
      return { ...rest, silenced: true, before: said }
    }
    case 'closed': {
      // Neither a yes nor a no: not counted against the item, and the last real answer can still be taken back.
      const { unanswered = 0, ...rest } = said
      const left = unanswered > 1 ? { unanswered: unanswered - 1 } : {}
      return { ...rest, ...left, quietUntil: instantOf(now) + quietAfterClose, ...(before ? { before } : {}) }
    }
    case 'undone':
      return takenBack({ ...said, ...(before ? { before } : {}) })
  }
}

/** When a snoozed item comes back. Mornings are the seller's own: nine o'clock by the local clock. */
export function snoozeEnd(snooze: Snooze | { day: LocalDay }, now: Now): Instant {
  const today = dayOf(now)
  switch (snooze) {
    case 'hour':
      return instantOf(now) + hour
    case 'tomorrow':
      return hourOf(addDays(today, 1), morning, now)
    case 'next-week':
      return hourOf(nextMonday(today), morning, now)
    default:
      return hourOf(snooze.day, morning, now)
  }
}
