import { paceBounds } from './answer'
import { areas, type ChecklistArea } from './areas'
import type { Checklist, Store, Tally } from './checklist'
import type { Deadline } from './deadline'
import type { StoreId } from './ids'
import type { ItemRecord, Undo } from './item-record'
import type { Item, ItemId } from './items'
import { isFirstPlan, isOffPages, promiseOf } from './nudge'
import { type IgnoredSetting, type Organization, type SetOfStore, setOf } from './organization'
import type { OwnCheck } from './own-check'
import type { PageId } from './page'
import { presentStores } from './present-stores'
import type { RoundView } from './round-view'
import type { SettingsInForce } from './settings'
import { isEssential } from './severity'
import { isPaused } from './silence'
import {
  dueDay,
  intervalOf,
  isCountable,
  isSetAside,
  isWaiting,
  ownStatusesOf,
  paceOf,
  type Status,
  statusesOf,
} from './status'
import { tallyIn } from './tally'
import { eveOf, payoutFrom } from './time/payout-schedule'
import { dayOf, type LocalDay, type Now } from './time/time'
import { byUrgency } from './urgency'

type Stand = {
  status: Status
  /** It is due now: never checked, due or overdue. */
  waiting: boolean
  /** The day on which the seller planned it, if that plan has come due. */
  promisedOn?: LocalDay
  /** That plan is its first: the seller did not put it off before. */
  firstPlan?: true
  /** The day on which it comes due next. Missing if it is due now or doesn't come due again. */
  next?: LocalDay
  /** Planned, dismissed, or handled elsewhere. */
  isSetAside: boolean
  note?: string
  /** The person responsible for it, or for its store. */
  who?: string
  /** Today's last answer or report, which can be undone. */
  undo?: Pick<Undo, 'of' | 'isReport'>
}

export type ItemView = Stand &
  Pick<Item, 'id' | 'area' | 'severity' | 'minutes' | 'task' | 'follows'> & {
    /** It is part of the toolbar number. */
    counted: boolean
    /** The page its button opens, unless it is done elsewhere. */
    page: PageId
    doneIn?: Item['doneIn']
    /** All pages that it fits. */
    pages: readonly PageId[]
    /** Why no page shows it any longer: unanswered cards, or the seller wants no cards for it. */
    offPages?: 'unanswered' | 'silenced'
    /** Days between two checks, and the usual number. Missing for items that don't recur. */
    every?: {
      days: number | 'off'
      usual: number
      /** The longest that the seller's organization allows. */
      most?: number
    }
    /** A longer interval to offer after cards went unanswered. */
    lessOften?: number
    /** The seller's own steps, after those of the catalog. */
    ownSteps?: readonly string[]
    /** The seller adapted it: interval, steps or note. */
    isAdapted?: true
    /** The person responsible for it, if not for its store. */
    assigned?: string
  }

/** A check of the seller's own for views, promised or not. Never for an Amazon page. */
export type OwnCheckView = Omit<OwnCheck, 'at' | 'archived' | 'counts'> &
  Stand & {
    /** It is part of the toolbar number now. */
    counted: boolean
    /** It is part of the toolbar number whenever it is due. */
    counts: boolean
    /** The current days between two checks. Missing if it comes due on dates. */
    pace?: number | 'off'
    /** It comes due before payouts, and their days are unknown. */
    needsPayouts?: true
    /** Of a measure as it was promised: days between two checks. */
    every?: number
    assigned?: string
  }

/** A check of the seller's own in any store, archived or not. */
export type OwnCheckName = Pick<OwnCheck, 'id' | 'title' | 'store' | 'archived'>

export type StoreView = Pick<
  Store,
  'id' | 'name' | 'login' | 'fronts' | 'profile' | 'removed' | 'payouts' | 'measures' | 'who' | 'group'
> & {
  /** A, B, C …: what a card on a page calls the store, since names stay off pages. */
  letter: string
  /** How many of its checks are part of the toolbar number. */
  counted: number
  /** How many are due: these, and what was promised to Amazon. */
  due: number
  /** How many of these count for other stores too, as with a shared login. The total has them once. */
  shared: number
  /** How many of its checks could not be read, so whether they are due is unknown. Missing: none. */
  unreadable?: number
  /** What the seller's organization has set, so that it can't be changed here. Missing: nothing. */
  set?: readonly SetOfStore[]
}

/** The next payout, and the day of the check before it. */
type NextPayout = { next: { day: LocalDay; eve: LocalDay } }

/** What follows from the checklist alone: one store in full, and a summary of all. */
export type StoreOverview = {
  today: LocalDay
  store: StoreView
  /** All stores, removed ones last. */
  stores: readonly StoreView[]
  /** The toolbar number, over all stores. Items that stores share count once. */
  counted: number
  /** Checks over all stores whose records could not be read, each counted once. */
  unreadable: number
  /** The essential items that apply to this store. Up to date includes those handled elsewhere. */
  progress: { upToDate: number; total: number }
  next?: ItemId
  /** The first day on which a check that is up to date comes due again. */
  nextDue?: LocalDay
  areas: readonly { area: ChecklistArea; items: readonly ItemView[] }[]
  measures: readonly OwnCheckView[]
  /** Those of all stores, for their titles. Without measures that are as they were promised. */
  own: readonly OwnCheckName[]
  /** Missing if the payout schedule is unknown. */
  payout?: NextPayout
  settings: SettingsInForce
  paused: boolean
}

/** Everything a view may show, more than the checklist knows. background/overview.ts assembles it. */
export type Overview = Omit<StoreOverview, 'payout'> & {
  /** `tail`: the last digits of the payout account, as the seller entered them. */
  payout?: (NextPayout & { tail?: string }) | { next?: never; tail: string }
  /** The dates of open runs in all stores that are not removed, nearest first. Missing: could not be read. */
  deadlines?: readonly Deadline[]
  /** The round that the seller started, until its end was seen. Missing: none, or it could not be read. */
  round?: RoundView<ItemView | OwnCheckView>
  /** Storage problems found while building this overview. */
  storage?: {
    /** Keys that a later version wrote. They are kept and must not be changed here. */
    newer: readonly string[]
    unreadable: readonly string[]
    /** Nothing the seller said is stored: the seller is new, or the data is lost. */
    empty: boolean
  }
  /** What the seller's organization sets for this browser. Missing: nothing. */
  organization?: OrganizationView
  /** Shown as "!" on the toolbar: until it is fixed, reminders or answers may be lost. */
  trouble?: Trouble
}

/** What pages show of an organization's settings. Stores, intervals and checks are where they apply. */
export type OrganizationView = Omit<Organization, 'stores' | 'intervals' | 'ownChecks'> & {
  ignored: readonly IgnoredSetting[]
}

export type Trouble =
  | { kind: 'unsaved' }
  /** The browser doesn't let the card run on this Seller Central host. */
  | { kind: 'withheld'; host: string }

/** @throws RangeError if there is no store at all. */
export function shownStore(checklist: Checklist): Store {
  const present = presentStores(checklist)
  const store = present.find(({ id }) => id === checklist.current) ?? present[0]
  if (!store) throw new RangeError('a checklist has at least one store')
  return store
}

/** The checks of one store in full: all that a page shows of it, without what counts over all stores. */
export function viewsIn(checklist: Checklist, store: Store, now: Now) {
  const views = statusesOf(checklist, store, now).map(({ item, record, status }): ItemView => {
    const stand = standOf(record, status, store, now)
    const interval = intervalOf(item, record, store)
    const longest = checklist.organization?.intervals?.[item.id]
    const usual =
      item.follows === 'payouts' && store.payouts?.kind === 'every' ? store.payouts.days : undefined
    const every =
      interval === undefined || item.cadence.kind !== 'every'
        ? undefined
        : everyOf(record?.pace?.every ?? interval, usual ?? item.cadence.days, longest)
    const offPages = isOffPages(record) ? (record?.silenced ? 'silenced' : 'unanswered') : undefined
    const lessOften = offPages === 'unanswered' ? longerThan(every?.days, longest) : undefined
    return {
      id: item.id,
      area: item.area,
      severity: item.severity,
      minutes: item.minutes,
      ...(item.task ? { task: true } : {}),
      ...stand,
      counted: stand.waiting && isCountable(item, record),
      page: item.pages[0],
      pages: item.pages,
      ...(item.doneIn === undefined ? {} : { doneIn: item.doneIn }),
      ...(item.follows === undefined ? {} : { follows: item.follows }),
      ...(offPages === undefined ? {} : { offPages }),
      ...(every === undefined ? {} : { every }),
      ...(lessOften === undefined ? {} : { lessOften }),
      ...(record?.steps && { ownSteps: record.steps }),
      ...((record?.steps || record?.pace || record?.note) && { isAdapted: true }),
      ...(record?.who !== undefined && { assigned: record.who }),
    }
  })
  return {
    views,
    areas: areas
      .map((area) => ({ area, items: views.filter((view) => view.area === area) }))
      .filter((group) => group.items.length > 0),
    measures: ownStatusesOf(checklist, store, now).map(({ check, record, status }): OwnCheckView => {
      const { at: _at, archived: _archived, ...shown } = check
      const stand = standOf(record, status, store, now)
      const pace = paceOf(check, record, store)
      const { recurs } = check
      return {
        ...shown,
        ...stand,
        counted: stand.waiting && check.counts,
        ...(pace === undefined ? {} : { pace }),
        ...(recurs.kind === 'payouts' && pace === undefined && { needsPayouts: true }),
        ...(recurs.kind === 'days' && { every: recurs.every }),
        ...(record?.who !== undefined && { assigned: record.who }),
      }
    }),
  }
}

/** @throws RangeError if there is no store at all. */
export function overview(
  checklist: Checklist,
  now: Now,
  settings: SettingsInForce = {},
  store: Store = shownStore(checklist),
): StoreOverview {
  const present = presentStores(checklist)
  const { views, areas, measures } = viewsIn(checklist, store, now)
  const [next] = views.filter(({ waiting }) => waiting).sort(byUrgency)
  const essential = views.filter((view) => isEssential(view) && view.status.kind !== 'not-for-me')
  const upToDate = essential.filter(
    ({ status: { kind } }) => kind === 'up-to-date' || kind === 'handled-elsewhere',
  )
  const tallies = new Map(present.map((one) => [one.id, tallyIn(checklist, one, now)]))
  const stores = storeViews(checklist, tallies)
  return {
    today: dayOf(now),
    store: stores.find(({ id }) => id === store.id) ?? failed(store.id),
    stores,
    counted: new Set([...tallies.values()].flatMap(({ counted }) => counted)).size,
    unreadable: new Set([...tallies.values()].flatMap(({ unreadable }) => unreadable)).size,
    progress: { upToDate: upToDate.length, total: essential.length },
    ...(next === undefined ? {} : { next: next.id }),
    ...nextDueOf(views),
    areas,
    measures,
    own: (checklist.own ?? []).map(({ id, title, store, archived }) => ({
      ...{ id, title },
      ...(store === undefined ? {} : { store }),
      ...(archived === undefined ? {} : { archived }),
    })),
    ...payoutOf(store, dayOf(now)),
    settings,
    paused: isPaused(settings, now),
  }
}

function standOf(record: ItemRecord | undefined, status: Status, store: Pick<Store, 'who'>, now: Now): Stand {
  const waiting = isWaiting(status)
  const promise = waiting ? promiseOf(record, now) : undefined
  const next = waiting ? undefined : dueDay(status, now)
  const who = record?.who ?? store.who
  const { on, ...undo } = record?.before?.undo ?? {}
  return {
    status,
    waiting,
    ...(next === undefined ? {} : { next }),
    ...(promise === undefined ? {} : { promisedOn: promise }),
    ...(waiting && isFirstPlan(record, now) && { firstPlan: true }),
    isSetAside: isSetAside(status),
    ...(record?.note === undefined ? {} : { note: record.note }),
    ...(who === undefined ? {} : { who }),
    ...('of' in undo && on === dayOf(now) ? { undo } : {}),
  }
}

function nextDueOf(views: readonly ItemView[]): Pick<StoreOverview, 'nextDue'> {
  const days = views.flatMap(({ status }) =>
    status.kind === 'up-to-date' && status.until !== undefined ? [status.until] : [],
  )
  const [nextDue] = days.sort()
  return nextDue === undefined ? {} : { nextDue }
}

function everyOf(days: number | 'off', usual: number, most: number | undefined): ItemView['every'] {
  return { days, usual: Math.min(usual, most ?? usual), ...(most === undefined ? {} : { most }) }
}

function longerThan(days: number | 'off' | undefined, most: number = paceBounds.most): number | undefined {
  return typeof days === 'number' && days < most ? Math.min(days * 2, most) : undefined
}

function payoutOf({ payouts }: Pick<Store, 'payouts'>, today: LocalDay): Pick<StoreOverview, 'payout'> {
  const day = payouts && payoutFrom(payouts, today)
  return day === undefined ? {} : { payout: { next: { day, eve: eveOf(day) } } }
}

function failed(id: StoreId): never {
  throw new RangeError(`no store ${id}`)
}

function storeViews(checklist: Checklist, tallies: ReadonlyMap<StoreId, Tally>): StoreView[] {
  const times = new Map<string, number>()
  for (const key of [...tallies.values()].flatMap(({ counted }) => counted))
    times.set(key, (times.get(key) ?? 0) + 1)
  const views = checklist.stores.map((store, index) => {
    const { counted = [], promised = 0, unreadable = [] } = tallies.get(store.id) ?? {}
    const shared = counted.filter((key) => (times.get(key) ?? 0) > 1).length
    const unread = unreadable.length
    const set = setOf(store.id, checklist.organization)
    return {
      ...store,
      letter: letterOf(index),
      counted: counted.length,
      due: counted.length + promised,
      shared,
      ...(unread === 0 ? {} : { unreadable: unread }),
      ...(set.length === 0 ? {} : { set }),
    }
  })
  return views.sort((a, b) => Number(a.removed !== undefined) - Number(b.removed !== undefined))
}

/** A … Z, then A2 … Z2 and so on. */
export function letterOf(index: number): string {
  const round = Math.floor(index / 26) + 1
  return String.fromCharCode(65 + (index % 26)) + (round === 1 ? '' : round)
}

/** Empty at 0: nobody reads a badge that always shows a number. */
export function badgeText(counted: number): string {
  if (counted === 0) return ''
  return counted > 9 ? '9+' : String(counted)
}
