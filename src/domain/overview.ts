import { paceBounds } from './answer'
import {
  type Checklist,
  type ItemRecord,
  measureKey,
  presentStores,
  recordKey,
  type Store,
  type Undo,
} from './checklist'
import type { Measure } from './commitment'
import type { Deadline } from './deadline'
import type { StoreId } from './ids'
import { areas, type ChecklistArea, type Item, type ItemId, type Severity } from './items'
import { byUrgency, isOffPages, promiseOf } from './nudge'
import type { PageId } from './page'
import type { Settings } from './settings'
import { isPaused } from './silence'
import { intervalOf, isCountable, isSetAside, isWaiting, measuresOf, type Status, statusesOf } from './status'
import { eveOf, payoutFrom } from './time/payout-schedule'
import { dayOf, type LocalDay, type Now } from './time/time'

export type ItemView = {
  id: ItemId
  area: ChecklistArea
  severity: Severity
  minutes: number
  status: Status
  /** It asks for the seller now: never checked, due or overdue. */
  waiting: boolean
  /** It is part of the number on the toolbar. */
  counted: boolean
  /** The day on which the seller planned it, if that plan has come due. */
  promisedOn?: LocalDay
  /** Where its button leads. */
  page: PageId
  follows?: NonNullable<Item['follows']>
  /** Planned, not for this seller, or handled elsewhere. */
  isSetAside: boolean
  note?: string
  /** The last answer or report of today, which can be taken back. */
  undo?: Pick<Undo, 'of' | 'isReport'>
  /** No longer shown on pages: after several showings without an answer, or because the seller said so. */
  offPages?: 'unanswered' | 'silenced'
  /** Days between two checks, and the catalogue's own; missing for items that do not return by themselves. */
  every?: { days: number | 'off'; usual: number }
  /** The longer interval to offer where reminders went unanswered. */
  lessOften?: number
}

/** A promised measure as the views show it; never on a page of Amazon's. */
export type MeasureView = Measure &
  Pick<ItemView, 'status' | 'waiting' | 'promisedOn' | 'isSetAside' | 'note' | 'undo'> & {
    /** Days between two checks as they are now: the seller may have changed what was promised. */
    pace: number | 'off'
  }

export type StoreView = Pick<
  Store,
  'id' | 'name' | 'login' | 'fronts' | 'profile' | 'removed' | 'payouts' | 'measures'
> & {
  /** A, B, C …: what a card on a page may call it, since names stay off pages. */
  letter: string
  /** How many of its items are part of the number on the toolbar. */
  counted: number
  /** How many of these count for another store too, such as those of a shared login. The total counts them once. */
  shared: number
}

/** The next payout, and the day on which the check before it falls. */
type NextPayout = { next: { day: LocalDay; eve: LocalDay } }

/** One store, and where all of them stand: what follows from the checklist alone. */
export type StoreOverview = {
  today: LocalDay
  store: StoreView
  /** All stores, the removed ones last. */
  stores: readonly StoreView[]
  /** The number on the toolbar, over all stores; what several stores share counts once. */
  counted: number
  /** Checks whose records could not be read, over all stores, each once. */
  unreadable: number
  /** Essential items of this store that are not set aside. */
  progress: { upToDate: number; total: number }
  /** The one to do next. */
  next?: ItemId
  /** The first day on which one of the checks that are up to date comes due again. */
  nextDue?: LocalDay
  areas: readonly { area: ChecklistArea; items: readonly ItemView[] }[]
  /** What this store has promised in plans of action. */
  measures: readonly MeasureView[]
  /** Missing while no rhythm is known. */
  payout?: NextPayout
  settings: Settings
  paused: boolean
}

/** All that a view may show: with what the checklist does not know. The background puts it together (repository.ts). */
export type Overview = Omit<StoreOverview, 'payout'> & {
  /** `tail`: the last digits of the payout account, as the seller typed them. */
  payout?: Partial<NextPayout> & { tail?: string }
  /** What the playbooks that are open wait for, in all stores on the list, the nearest first; missing: could not be read. */
  deadlines?: readonly Deadline[]
  /** Storage problems found while building this overview. */
  storage?: {
    /** Keys that a later version wrote: kept, and not to be changed here. */
    newer: readonly string[]
    /** Keys that cannot be read: kept too. */
    unreadable: readonly string[]
    /** Nothing that the seller said is stored: a new seller's, or lost. */
    empty: boolean
  }
  /** Shown as "!" on the toolbar: until it is fixed, reminders or answers cannot be relied on. */
  trouble?: Trouble
}

export type Trouble =
  /** The last change could not be stored. */
  | { kind: 'unsaved' }
  /** The browser does not let the card come to this Seller Central host. */
  | { kind: 'withheld'; host: string }

/** @throws RangeError when there is no store at all. */
export function shownStore(checklist: Checklist): Store {
  const present = presentStores(checklist)
  const store = present.find(({ id }) => id === checklist.current) ?? present[0]
  if (!store) throw new RangeError('a checklist has at least one store')
  return store
}

/**
 * @param checklist its `current` store is the one shown.
 * @throws RangeError when there is no store at all.
 */
export function overview(checklist: Checklist, now: Now, settings: Settings = {}): StoreOverview {
  const present = presentStores(checklist)
  const store = shownStore(checklist)
  const found = statusesOf(checklist, store, now)
  const views = found.map(({ item, record, status }): ItemView => {
    const waiting = isWaiting(status)
    const promise = waiting ? promiseOf(record, now) : undefined
    const interval = intervalOf(item, record, store)
    const usual =
      item.follows === 'payouts' && store.payouts?.kind === 'every' ? store.payouts.days : undefined
    const every =
      interval === undefined || item.cadence.kind !== 'every'
        ? undefined
        : { days: record?.pace?.every ?? interval, usual: usual ?? item.cadence.days }
    const offPages = isOffPages(record) ? (record?.silenced ? 'silenced' : 'unanswered') : undefined
    const lessOften = offPages === 'unanswered' ? longerThan(every?.days) : undefined
    return {
      id: item.id,
      area: item.area,
      severity: item.severity,
      minutes: item.minutes,
      status,
      waiting,
      counted: waiting && isCountable(item, record),
      ...(promise === undefined ? {} : { promisedOn: promise }),
      page: item.pages[0],
      ...(item.follows === undefined ? {} : { follows: item.follows }),
      isSetAside: isSetAside(status),
      ...(record?.note === undefined ? {} : { note: record.note }),
      ...undoOf(record, now),
      ...(offPages === undefined ? {} : { offPages }),
      ...(every === undefined ? {} : { every }),
      ...(lessOften === undefined ? {} : { lessOften }),
    }
  })
  const [next] = found.filter(({ status }) => isWaiting(status)).sort((a, b) => byUrgency(a, b, now))
  const essential = views.filter(
    ({ severity, status }) => severity === 'essential' && status.kind !== 'not-for-me',
  )
  const upToDate = essential.filter(
    ({ status: { kind } }) => kind === 'up-to-date' || kind === 'handled-elsewhere',
  )
  const counted = new Map(present.map((one) => [one.id, countedIn(checklist, one, now)]))
  const stores = storeViews(checklist, counted)
  return {
    today: dayOf(now),
    store: stores.find(({ id }) => id === store.id) ?? failed(store.id),
    stores,
    counted: new Set([...counted.values()].flat()).size,
    unreadable: new Set(present.flatMap((one) => unreadableIn(checklist, one, now))).size,
    progress: { upToDate: upToDate.length, total: essential.length },
    ...(next === undefined ? {} : { next: next.item.id }),
    ...nextDueOf(views),
    areas: areas
      .map((area) => ({ area, items: views.filter((view) => view.area === area) }))
      .filter((group) => group.items.length > 0),
    measures: measuresOf(checklist, store, now).map(({ measure, record, status }): MeasureView => {
      const waiting = isWaiting(status)
      const promise = waiting ? promiseOf(record, now) : undefined
      return {
        ...measure,
        status,
        waiting,
        ...(promise === undefined ? {} : { promisedOn: promise }),
        isSetAside: isSetAside(status),
        ...(record?.note === undefined ? {} : { note: record.note }),
        ...undoOf(record, now),
        pace: record?.pace?.every ?? measure.every,
      }
    }),
    ...payoutOf(store, dayOf(now)),
    settings,
    paused: isPaused(settings, now),
  }
}

function undoOf(record: ItemRecord | undefined, now: Now): Pick<ItemView, 'undo'> {
  const last = record?.before?.undo
  if (!last || last.on !== dayOf(now)) return {}
  const { of, isReport } = last
  return { undo: { of, ...(isReport ? { isReport } : {}) } }
}

function nextDueOf(views: readonly ItemView[]): Pick<StoreOverview, 'nextDue'> {
  const days = views.flatMap(({ status }) =>
    status.kind === 'up-to-date' && status.until !== undefined ? [status.until] : [],
  )
  const [nextDue] = days.sort()
  return nextDue === undefined ? {} : { nextDue }
}

function longerThan(days: number | 'off' | undefined): number | undefined {
  return typeof days === 'number' && days < paceBounds.most ? Math.min(days * 2, paceBounds.most) : undefined
}

function payoutOf({ payouts }: Pick<Store, 'payouts'>, today: LocalDay): Pick<StoreOverview, 'payout'> {
  const day = payouts && payoutFrom(payouts, today)
  return day === undefined ? {} : { payout: { next: { day, eve: eveOf(day) } } }
}

function failed(id: StoreId): never {
  throw new RangeError(`no store ${id}`)
}

function storeViews(checklist: Checklist, counted: ReadonlyMap<StoreId, readonly string[]>): StoreView[] {
  const times = new Map<string, number>()
  for (const key of [...counted.values()].flat()) times.set(key, (times.get(key) ?? 0) + 1)
  const views = checklist.stores.map((store, index) => {
    const own = counted.get(store.id) ?? []
    const shared = own.filter((key) => (times.get(key) ?? 0) > 1).length
    return { ...store, letter: letterOf(index), counted: own.length, shared }
  })
  return views.sort((a, b) => Number(a.removed !== undefined) - Number(b.removed !== undefined))
}

/** A … Z, then A2 … Z2 and so on. */
export function letterOf(index: number): string {
  const round = Math.floor(index / 26) + 1
  return String.fromCharCode(65 + (index % 26)) + (round === 1 ? '' : round)
}

/** The records of a store that are part of the number on the toolbar. */
function countedIn(checklist: Checklist, store: Store, now: Now): string[] {
  return statusesOf(checklist, store, now, isCountable)
    .filter(({ status }) => isWaiting(status))
    .map(({ item }) => recordKey(item, store))
}

function unreadableIn(checklist: Checklist, store: Store, now: Now): string[] {
  if (!checklist.unread) return []
  return [
    ...statusesOf(checklist, store, now).map(({ item, status }) => ({ key: recordKey(item, store), status })),
    ...measuresOf(checklist, store, now).map(({ measure, status }) => ({
      key: measureKey(measure.id, store),
      status,
    })),
  ].flatMap(({ key, status }) => (status.kind === 'unreadable' ? [key] : []))
}

/** Empty at 0: nobody reads a toolbar that always shows a number. */
export function badgeText(counted: number): string {
  if (counted === 0) return ''
  return counted > 9 ? '9+' : String(counted)
}
