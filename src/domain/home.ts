import { areas, type ChecklistArea } from './areas'
import type { CommitmentId } from './commitment'
import type { Deadline } from './deadline'
import type { ItemId } from './items'
import { earliest } from './outlook'
import type { Overview, StoreView } from './overview'
import { isOften } from './pace'
import { type Check, isDue } from './round'
import { addDays, type LocalDay } from './time/day'
import { eveAfter, payoutFrom } from './time/payout-schedule'
import { dueAfter } from './time/recurrence'

// What the home page shows, computed from the overview alone.

type Shown = Pick<Overview, 'today' | 'store' | 'areas' | 'measures'>

/** The states of a check in a tile, most urgent first. `open`: never done or due again, but not essential. */
export const segmentOrder = ['due', 'unreadable', 'open', 'planned', 'good'] as const
export type Segment = (typeof segmentOrder)[number]

export type Tile = {
  /** `own`: the seller's own checks, and measures promised to Amazon. */
  area: ChecklistArea | 'own'
  /** One for each check that applies to the store, most urgent first. */
  segments: readonly Segment[]
  due: readonly Check[]
  /** How many checks are open but not essential. */
  open: number
  unreadable: number
  /** The next day on which one of its checks comes due. */
  next?: LocalDay
}

/** One tile for each area that has checks in the store that is shown. */
export function tilesOf({ areas: shown, measures }: Shown): Tile[] {
  const groups: readonly { area: Tile['area']; checks: readonly Check[] }[] = [
    ...areas.map((area) => ({ area, checks: shown.find((one) => one.area === area)?.items ?? [] })),
    { area: 'own', checks: measures },
  ]
  return groups.flatMap(({ area, checks }) => {
    const segments = checks.flatMap((one) => segmentOf(one) ?? [])
    if (segments.length === 0) return []
    const count = (wanted: Segment) => segments.filter((one) => one === wanted).length
    const next = earliest(checks.map((one) => one.next))
    return {
      area,
      segments: segments.sort((a, b) => segmentOrder.indexOf(a) - segmentOrder.indexOf(b)),
      due: checks.filter(isDue),
      open: count('open'),
      unreadable: count('unreadable'),
      ...(next === undefined ? {} : { next }),
    }
  })
}

/** Undefined if the check doesn't apply. */
export function segmentOf(check: Check): Segment | undefined {
  if (isDue(check)) return 'due'
  if (check.waiting) return 'open'
  switch (check.status.kind) {
    case 'unreadable':
      return 'unreadable'
    case 'planned':
    case 'not-yet':
      return 'planned'
    case 'not-for-me':
      return undefined
    default:
      return 'good'
  }
}

export type DayAhead = {
  day: LocalDay
  /** Due now. Only on the first day. */
  due: readonly (ItemId | CommitmentId)[]
  comes: readonly (ItemId | CommitmentId)[]
  payout: boolean
  deadlines: readonly Deadline[]
}

export type Ahead = {
  days: readonly DayAhead[]
  /** How many checks recur so often that only their next day is shown. */
  folded: number
}

export const daysAhead = 42

/** The six weeks from today for the store that is shown, if each check is done on its day. */
export function weeksAhead(overview: Shown & Pick<Overview, 'deadlines'>): Ahead {
  const { today, store, areas, measures, deadlines = [] } = overview
  const checks = [...areas.flatMap(({ items }) => items), ...measures]
  const last = addDays(today, daysAhead - 1)
  const coming = new Map<LocalDay, (ItemId | CommitmentId)[]>()
  for (const check of checks) {
    for (const day of comingDays(check, overview, last)) {
      coming.set(day, [...(coming.get(day) ?? []), check.id])
    }
  }
  const payouts = store.payouts
  return {
    days: Array.from({ length: daysAhead }, (_, index): DayAhead => {
      const day = addDays(today, index)
      return {
        day,
        due: index === 0 ? checks.filter(isDue).map(({ id }) => id) : [],
        comes: coming.get(day) ?? [],
        payout: payouts !== undefined && payoutFrom(payouts, day) === day,
        deadlines: deadlines.filter((one) => one.store === store.id && one.day === day),
      }
    }),
    folded: checks.filter((one) => (isDue(one) || one.next !== undefined) && isOften(repeatOf(one))).length,
  }
}

/** The days after today on which it comes due. Checks due today are listed in `due`. */
function comingDays(check: Check, { today, store }: Shown, last: LocalDay): LocalDay[] {
  const first = isDue(check) ? today : check.next
  if (first === undefined) return []
  const every = repeatOf(check)
  const rhythm = isBeforePayouts(check, store) ? store.payouts : undefined
  const dates = 'recurs' in check && every === undefined ? check.recurs : undefined
  const again = (day: LocalDay) => {
    if (dates) return dueAfter(dates, day, store.payouts)
    return (rhythm && eveAfter(rhythm, day)) ?? (every === undefined ? undefined : addDays(day, every))
  }
  const days = [first]
  if (!isOften(every)) {
    for (let day = again(first); day !== undefined && day <= last; day = again(day)) days.push(day)
  }
  return days.filter((day) => day > today || (day === today && !isDue(check)))
}

/** Whether it comes due before each payout, and not after an interval that the seller chose. */
export function isBeforePayouts(check: Check, { payouts }: Pick<StoreView, 'payouts'>): boolean {
  if (payouts?.kind !== 'every') return false
  if ('recurs' in check) return check.recurs.kind === 'payouts' && check.pace === payouts.days
  return check.follows !== undefined && check.every?.days === check.every?.usual
}

/** Days between two checks. Undefined if it doesn't recur, or comes due on dates. */
export function repeatOf(check: Check): number | undefined {
  const days = 'recurs' in check ? check.pace : check.every?.days
  return typeof days === 'number' ? days : undefined
}

export type StoreRow = {
  store: StoreView
  deadline?: Deadline
  payout?: LocalDay
}

/** The stores that are not removed, in the seller's own order. */
export function storeRowsOf(overview: Pick<Overview, 'stores' | 'today' | 'deadlines'>): StoreRow[] {
  const { stores, today, deadlines = [] } = overview
  const nearest = new Map<string, Deadline>()
  for (const one of deadlines) {
    const before = nearest.get(one.store)
    if (!before || one.day < before.day) nearest.set(one.store, one)
  }
  return stores
    .filter(({ removed }) => removed === undefined)
    .map((store) => {
      const deadline = nearest.get(store.id)
      const payout = store.payouts && payoutFrom(store.payouts, today)
      return { store, ...(deadline && { deadline }), ...(payout && { payout }) }
    })
}

export const storeColumns = ['store', 'due', 'deadline', 'payout'] as const
export type StoreColumn = (typeof storeColumns)[number]
export type StoreOrder = { by: StoreColumn; isDescending: boolean }

/** Sorts the rows. Stores without a date come last in both directions, and equal ones keep their order. */
export function inOrder(
  rows: readonly StoreRow[],
  { by, isDescending }: StoreOrder,
  compareNames: (a: StoreView, b: StoreView) => number,
): StoreRow[] {
  const turn = isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    if (by === 'store') return turn * compareNames(a.store, b.store)
    if (by === 'due') return turn * (a.store.due - b.store.due)
    const [first, second] = [dateIn(a, by), dateIn(b, by)]
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined)
    return first === second ? 0 : first < second ? -turn : turn
  })
}

function dateIn({ deadline, payout }: StoreRow, by: 'deadline' | 'payout'): LocalDay | undefined {
  return by === 'deadline' ? deadline?.day : payout
}
