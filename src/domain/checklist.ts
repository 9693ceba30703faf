import { type Answer, isSnoozeDay, type Profile } from './answer'
import {
  type Commitment,
  type CommitmentId,
  isCommitmentId,
  mostCommitments,
  mostCommitmentsInAll,
} from './commitment'
import type { EventId, StoreId } from './ids'
import { type IncidentId, incidentOf } from './incidents'
import {
  afterAnswer,
  afterShowing,
  changedRecord,
  closed,
  type ItemRecord,
  lastSaid,
  moreUrgent,
  opened,
  reportedNow,
  takenBack,
  undoable,
} from './item-record'
import { type Item, type ItemId, itemOf, type Scope } from './items'
import { type Organization, type SetOfStore, setOf } from './organization'
import {
  isOwnCheck,
  longestOwnStep,
  mostOwnChecks,
  mostOwnSteps,
  type OwnCheck,
  type OwnCheckInput,
  ownCheckFrom,
} from './own-check'
import { isPace } from './pace'
import { presentStores } from './present-stores'
import { isRhythm, type PayoutRhythm } from './time/payout-schedule'
import { dayOf, hasBeen, type Instant, instantOf, type LocalDay, type Now } from './time/time'

/** One seller account that the user looks after. */
export type Store = {
  id: StoreId
  /** Empty until the seller enters a name. */
  name: string
  /** The id of the login whose 2SV, password and mailbox it uses. Several stores may share one login. */
  login: string
  /** The Seller Central hosts of this store. Links go to the first. */
  fronts: readonly string[]
  profile: Profile
  payouts?: PayoutRhythm
  /** As they were promised. One that the seller said more about is in `own` of the checklist too. */
  measures?: readonly Commitment[]
  /** The person responsible for its checks, as in the records. */
  who?: string
  /** What the seller calls the stores it belongs with, such as a client. */
  group?: string
  /** Its first day. Missing: before this was stored, so long ago. */
  began?: LocalDay
  /** Set when the seller removed the store. Its records stay, and it can be restored. */
  removed?: LocalDay
}

export type Checklist = {
  /** Never empty, and at least one store is not removed. */
  stores: readonly Store[]
  current: StoreId
  /** By recordKey. Records of items that no store has any longer are kept. */
  records: Readonly<Record<string, ItemRecord>>
  /** The seller's own checks, in their order. Missing: none. */
  own?: readonly OwnCheck[]
  /** What could not be read, so no view may show it as empty. Missing if everything was read. */
  unread?: Unread
  /** Stores whose records are not in `records`, with what they add to the counts. Missing: all were read. */
  far?: ReadonlyMap<StoreId, Tally>
  /** What the seller's organization sets. It is stored elsewhere. */
  organization?: Pick<Organization, 'intervals' | 'stores'>
}

/** What a store adds to what is told of all stores. */
export type Tally = {
  /** The keys of its records that are part of the toolbar number. */
  counted: readonly string[]
  /** How many of its checks are due and not part of it: what was promised to Amazon. */
  promised: number
  /** The keys of its checks whose records can't be read. */
  unreadable: readonly string[]
  /** The times that the seller has planned, past ones too. */
  planned: readonly Instant[]
}

export type Unread = {
  /** Record keys. A later version can read a `newer` record. */
  records: ReadonlyMap<string, 'damaged' | 'newer'>
  /** The list of stores could not be read. `stores` is a placeholder, and records may be of other stores. */
  stores: boolean
}

/** Whether the records of a store are in `records`. */
export function isRead({ far }: Pick<Checklist, 'far'>, store: StoreId): boolean {
  return far?.has(store) !== true
}

/** @throws RangeError for a store whose records were not read: they would look as if nothing was ever said. */
export function checkIsRead(checklist: Pick<Checklist, 'far'>, { id }: Pick<Store, 'id'>): void {
  if (!isRead(checklist, id)) throw new RangeError(`the records of ${id} were not read`)
}

/** Tells whether the record under this key could not be read, unless it was written again since. */
export function unreadIn(
  { records, unread }: Pick<Checklist, 'records' | 'unread'>,
  key: string,
): 'damaged' | 'newer' | undefined {
  if (!unread || records[key]) return undefined
  return unread.records.get(key) ?? (unread.stores ? 'damaged' : undefined)
}

/** Whether the new status follows from the answer alone, whatever was said before. */
export function isSufficient({ kind }: Answer): boolean {
  return ['checked', 'snoozed', 'dismissed', 'handled-elsewhere'].includes(kind)
}

export type ChecklistEvent = { id: EventId; store: StoreId } & (
  | { kind: 'answered'; item: ItemId | CommitmentId; answer: Answer }
  /** A card was shown. It counts as unanswered until the seller answers or closes it. */
  | { kind: 'shown'; item: ItemId | CommitmentId }
  | { kind: 'happened'; what: IncidentId }
  /** `of` is the event that reported it. */
  | { kind: 'report-taken-back'; of: EventId }
  | { kind: 'store-added'; name: string; login: string }
  | { kind: 'stores-added'; stores: readonly NewStore[] }
  | { kind: 'store-named'; name: string }
  | { kind: 'store-removed' }
  | { kind: 'store-restored' }
  | { kind: 'store-shown' }
  | { kind: 'fronts-chosen'; fronts: readonly string[] }
  | { kind: 'login-chosen'; login: string }
  | { kind: 'profile-answered'; profile: Profile }
  /** Null removes the schedule. */
  | { kind: 'payouts-told'; rhythm: PayoutRhythm | null }
  /** Adds a promised measure, or rewords one and keeps its answers. */
  | { kind: 'measure-promised'; measure: Commitment }
  | { kind: 'measure-dropped'; measure: CommitmentId }
  /** Adds a check of the seller's own, or changes one and keeps its answers. */
  | { kind: 'own-check-put'; check: OwnCheckInput }
  | { kind: 'own-check-archived'; check: CommitmentId }
  | { kind: 'own-check-restored'; check: CommitmentId }
  /** Moves it before another one, or to the end. */
  | { kind: 'own-check-moved'; check: CommitmentId; before: CommitmentId | null }
  /** Empty: nobody in particular. */
  | { kind: 'store-assigned'; who: string }
  /** The same for several stores; `store` is one of them. */
  | { kind: 'stores-changed'; stores: readonly StoreId[]; change: StoreChange }
)

export type NewStore = Pick<Store, 'id' | 'name' | 'login' | 'fronts' | 'group'>
/** An empty text removes what it names. */
export type StoreChange = { group?: string; who?: string; login?: string }

/** What a page may send. Only the background knows that a card was shown. */
export type SellerEvent = Exclude<ChecklistEvent, { kind: 'shown' }>

/** A new seller's checklist: one store, one login, no answers. */
export const emptyChecklist: Checklist = {
  stores: [{ id: 'store-1', name: '', login: 'login-1', fronts: [], profile: {} }],
  current: 'store-1',
  records: {},
}

/** The key of an item's record. Stores that share a login or this computer share one record. */
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

/** Far more than any agency has. Every overview reads all of them. */
export const mostStores = 500

/** Thrown for an event that the checklist can't take. Nothing changes. */
export class ChecklistProblem extends RangeError {}

/**
 * Returns the checklist after an event. Pure; an event seen before changes nothing.
 * @throws ChecklistProblem if the store doesn't exist, the last store would be removed, there are too many
 * stores or measures, a day or an interval is out of bounds, or an organization has set it.
 */
export function apply(checklist: Checklist, event: ChecklistEvent, now: Now): Checklist {
  if (event.kind === 'store-added') return withStore(checklist, event, dayOf(now))
  const store = checklist.stores.find(({ id }) => id === event.store)
  if (!store) throw new ChecklistProblem(`no store ${event.store}`)
  checkIsRead(checklist, store)
  const locked = fixedBy[event.kind]
  if (locked && setOf(store.id, checklist.organization).includes(locked))
    throw new ChecklistProblem(`set by the organization: ${locked} of ${store.id}`)
  // A repeated answer was checked when it first arrived.
  const isSeen =
    event.kind === 'answered' && checklist.records[keyOf(event.item, store)]?.events.includes(event.id)
  const problem = isSeen ? undefined : problemIn(event, dayOf(now))
  if (problem !== undefined) throw new ChecklistProblem(problem)
  const today = dayOf(now)
  const changed = (after: Store): Checklist => ({
    ...checklist,
    stores: checklist.stores.map((one) => (one === store ? after : one)),
  })
  switch (event.kind) {
    case 'answered': {
      if (isOvertaken(checklist, event)) return checklist
      const { id, item, answer } = event
      const key = keyOf(item, store)
      if (answer.kind === 'undone') return withRecord(checklist, key, id, takenBack)
      if (answer.kind === 'closed')
        return withRecord(checklist, key, id, (record) => closed(record, now), true)
      const change = undoable({ of: id, on: today }, (said) => afterAnswer(said, answer, now))
      return withRecord(checklist, key, id, change)
    }
    case 'shown': {
      // Not an answer, so a report before it can still be undone.
      const key = keyOf(event.item, store)
      const next = afterShowing(checklist.records[key], now)
      return { ...checklist, records: { ...checklist.records, [key]: next } }
    }
    case 'happened':
      return incidentOf(event.what).makesDue.reduce((list, { item, ...due }) => {
        // The item is due at once, even if it was snoozed, dismissed or closed before.
        const change = undoable({ of: event.id, on: today, isReport: true }, (said) => ({
          ...opened(said),
          happened: moreUrgent(said.happened, reportedNow(event.what, due, now), now),
        }))
        return withRecord(list, recordKey(itemOf(item), store), event.id, change)
      }, checklist)
    case 'report-taken-back':
      return withoutReport(checklist, event)
    case 'stores-added': {
      const known = new Set(checklist.stores.map(({ id }) => id))
      // The same store twice is one store.
      const added = event.stores.filter(({ id }) => !known.has(id) && known.add(id))
      if (checklist.stores.length + added.length > mostStores) throw new ChecklistProblem('too many stores')
      if (added.length === 0) return checklist
      const stores = added.map(({ group, ...one }) => ({
        ...{ ...one, profile: {}, began: today },
        ...(group ? { group } : {}),
      }))
      return { ...checklist, stores: [...checklist.stores, ...stores] }
    }
    case 'stores-changed': {
      const { change, stores } = event
      const isSet = ({ id }: Store) =>
        change.login !== undefined && setOf(id, checklist.organization).includes('login')
      const chosen = checklist.stores.filter(({ id }) => stores.includes(id))
      if (chosen.length < new Set(stores).size || chosen.some(isSet) || change.login === '')
        throw new ChecklistProblem('not for these stores')
      return {
        ...checklist,
        stores: checklist.stores.map((one) => (chosen.includes(one) ? withChange(one, change) : one)),
      }
    }
    case 'store-named':
      return changed({ ...store, name: event.name })
    case 'store-removed':
      return withPresentShown(changed({ ...store, removed: today }))
    case 'store-restored': {
      const { removed: _removed, ...rest } = store
      return changed(rest)
    }
    case 'store-shown':
      return { ...checklist, current: store.id }
    case 'fronts-chosen':
      return changed({ ...store, fronts: [...new Set(event.fronts)] })
    case 'login-chosen':
      return changed({ ...store, login: event.login })
    case 'profile-answered':
      return changed({ ...store, profile: event.profile })
    case 'payouts-told': {
      const { payouts: _payouts, ...rest } = store
      return changed(event.rhythm === null ? rest : { ...rest, payouts: event.rhythm })
    }
    case 'measure-promised': {
      const { measure } = event
      const { measures = [] } = store
      const known = measures.find(({ id }) => id === measure.id)
      // A measure that was promised while the clock was ahead keeps its day when it is reworded.
      if (measure.origin.on !== known?.origin.on && !hasBeen(measure.origin.on, today))
        throw new ChecklistProblem(`promised on a day that has not been: ${measure.origin.on}`)
      if (known)
        return changed({ ...store, measures: measures.map((one) => (one === known ? measure : one)) })
      const all = checklist.stores.reduce((sum, one) => sum + (one.measures ?? []).length, 0)
      if (measures.length >= mostCommitments || all >= mostCommitmentsInAll)
        throw new ChecklistProblem('too many measures')
      return changed({ ...store, measures: [...measures, measure] })
    }
    case 'measure-dropped': {
      const { measures = [] } = store
      return changed({ ...store, measures: measures.filter(({ id }) => id !== event.measure) })
    }
    case 'own-check-put':
      return withOwn(checklist, event.check.id, (known) => ({
        ...event.check,
        began: known?.began ?? today,
        at: instantOf(now),
        ...(known?.origin && { origin: known.origin, store: known.store ?? store.id }),
        ...(known?.archived !== undefined && { archived: known.archived }),
      }))
    case 'own-check-archived':
      return withOwn(
        checklist,
        event.check,
        (known) => known && { ...known, at: instantOf(now), archived: today },
      )
    case 'own-check-restored':
      return withOwn(checklist, event.check, (known) => {
        if (!known) return undefined
        const { archived: _archived, ...rest } = known
        return { ...rest, at: instantOf(now) }
      })
    case 'own-check-moved': {
      const { own = [] } = checklist
      const moved = own.find(({ id }) => id === event.check)
      if (!moved || moved.set || event.before === event.check) return checklist
      const others = own.filter((one) => one !== moved)
      const place = others.findIndex(({ id }) => id === event.before)
      return { ...checklist, own: others.toSpliced(place < 0 ? others.length : place, 0, moved) }
    }
    case 'store-assigned': {
      const { who: _who, ...rest } = store
      return changed(event.who === '' ? rest : { ...rest, who: event.who })
    }
  }
}

/** The store with what was changed of it. */
function withChange({ group, who, ...store }: Store, change: StoreChange): Store {
  const after = { group, who, ...change }
  return {
    ...store,
    ...(after.group ? { group: after.group } : {}),
    ...(after.who ? { who: after.who } : {}),
    ...(change.login === undefined ? {} : { login: change.login }),
  }
}

/** What of a store makes an event impossible, if an organization set it. */
const fixedBy: { readonly [K in ChecklistEvent['kind']]?: SetOfStore } = {
  'store-named': 'name',
  'store-removed': 'name',
  'fronts-chosen': 'fronts',
  'login-chosen': 'login',
}

/**
 * Changes one of the seller's own checks, or adds it at the end.
 * @param change gets undefined for one that is not there, and returns undefined if nothing is to be done.
 */
function withOwn(
  checklist: Checklist,
  id: CommitmentId,
  change: (known: OwnCheck | undefined) => OwnCheck | undefined,
): Checklist {
  const { own = [], stores } = checklist
  const listed = own.find((one) => one.id === id)
  const [promised] = stores.flatMap((store) =>
    (store.measures ?? []).flatMap((measure) => (measure.id === id ? [ownCheckFrom(measure, store.id)] : [])),
  )
  if (listed?.set) throw new ChecklistProblem(`set by the organization: ${id}`)
  const after = change(listed ?? promised)
  if (!after) return checklist
  if (!listed && own.filter(({ set }) => !set).length >= mostOwnChecks)
    throw new ChecklistProblem('too many checks')
  return { ...checklist, own: listed ? own.map((one) => (one === listed ? after : one)) : [...own, after] }
}

/** Why the checklist can't take the event. Views check too, but may be stale, and messages may be forged. */
function problemIn(event: ChecklistEvent, today: LocalDay): string | undefined {
  switch (event.kind) {
    case 'answered': {
      const { item, answer } = event
      if (answer.kind === 'snoozed' && typeof answer.for === 'object' && !isSnoozeDay(answer.for.day, today))
        return `no day to put off to: ${answer.for.day}`
      if (answer.kind === 'paced' && typeof answer.every === 'number' && !isPace(item, answer.every))
        return `no interval: ${answer.every}`
      if (answer.kind === 'own-steps' && !areSteps(answer.steps)) return 'no steps'
      // A check of the seller's own has nothing to go back to, and its steps are its own.
      if (isCommitmentId(item) && (answer.kind === 'own-steps' || answer.kind === 'original'))
        return `not for an own check: ${answer.kind}`
      return undefined
    }
    case 'payouts-told':
      return event.rhythm === null || isRhythm(event.rhythm, today) ? undefined : 'no rhythm of payouts'
    case 'measure-promised':
      return isPace(event.measure.id, event.measure.every) ? undefined : `no interval: ${event.measure.every}`
    case 'own-check-put': {
      const { check, store } = event
      const isIts = check.store === undefined || check.store === store
      return isIts && isOwnCheck(check) && areSteps(check.steps) ? undefined : 'no check'
    }
    default:
      return undefined
  }
}

function areSteps(steps: readonly string[]): boolean {
  return steps.length <= mostOwnSteps && steps.every((step) => step !== '' && step.length <= longestOwnStep)
}

function withStore(
  checklist: Checklist,
  event: ChecklistEvent & { kind: 'store-added' },
  began: LocalDay,
): Checklist {
  if (checklist.stores.some(({ id }) => id === event.store)) return checklist
  if (checklist.stores.length >= mostStores) throw new ChecklistProblem('too many stores')
  const added = { id: event.store, name: event.name, login: event.login, fronts: [], profile: {}, began }
  return { ...checklist, stores: [...checklist.stores, added], current: added.id }
}

/** After a store was archived: shows another one if it was the one shown. */
function withPresentShown(checklist: Checklist): Checklist {
  const [first] = presentStores(checklist)
  if (!first) throw new ChecklistProblem('the last store cannot be removed')
  const isShown = presentStores(checklist).some(({ id }) => id === checklist.current)
  return isShown ? checklist : { ...checklist, current: first.id }
}

/** The record key by id, also for a check of the seller's own: each store has its own answers to it. */
export function keyOf(item: ItemId | CommitmentId, store: Pick<Store, 'id' | 'login'>): string {
  return isCommitmentId(item) ? `${store.id}/${item}` : recordKey(itemOf(item), store)
}

/** Whether an undo comes too late: another answer was given since, so it changes nothing. */
export function isOvertaken({ stores, records }: Checklist, event: ChecklistEvent): boolean {
  const isLast = (of: EventId, record: ItemRecord = { events: [] }) =>
    lastSaid(record) === of || record.events.includes(event.id)
  if (event.kind === 'report-taken-back')
    return !Object.values(records).some((record) => isLast(event.of, record))
  if (event.kind !== 'answered' || event.answer.kind !== 'undone') return false
  const store = stores.find(({ id }) => id === event.store)
  return store !== undefined && !isLast(event.answer.of, records[keyOf(event.item, store)])
}

function withRecord(
  checklist: Checklist,
  key: string,
  id: EventId,
  change: (record: Omit<ItemRecord, 'events'>) => Omit<ItemRecord, 'events'>,
  isAside = false,
): Checklist {
  const record = checklist.records[key]
  if (record?.events.includes(id)) return checklist
  const next = changedRecord(record, id, change, isAside)
  return { ...checklist, records: { ...checklist.records, [key]: next } }
}

/** Undoes what a report made due, except for items that were answered or noted since. */
function withoutReport(
  checklist: Checklist,
  event: ChecklistEvent & { kind: 'report-taken-back' },
): Checklist {
  const reported = Object.entries(checklist.records).filter(([, record]) => lastSaid(record) === event.of)
  return reported.reduce((list, [key]) => withRecord(list, key, event.id, takenBack), checklist)
}
