import type { Answer } from './answer'
import { type Checklist, type ChecklistEvent, keyOf, type Store } from './checklist'
import { type CommitmentId, isCommitmentId } from './commitment'
import type { EventId, StoreId } from './ids'
import { type ItemId, itemOf } from './items'
import { shownStore, viewsIn } from './overview'
import { ownChecksOf } from './own-check'
import { presentStores } from './present-stores'
import { type Check, checksIn, inGoodOrder, isInRound, minutesOf, pick } from './round'
import type { LeftWhy, OutcomeKind, RoundOrder, RoundView, StepState, StepView } from './round-view'
import { isEssential } from './severity'
import { checksOf, dueDay, isWaiting, type Status } from './status'
import { dayOf, type LocalDay, type Now } from './time/time'

/**
 * The round that a seller has started, stored until the next one. It goes on over days. Whether a check is
 * still due is computed from the checklist; what the seller said to it in this round is kept here.
 */
export type StartedRound = {
  id: EventId
  /** The day it was started. */
  on: LocalDay
  order: RoundOrder
  /** How long the seller had. Missing: as long as it takes. */
  minutes?: number
  steps: readonly RoundStep[]
  /** The place of the step that is shown; after the last one, the number of steps. */
  at: number
  /** The seller stopped it before its end. */
  ended?: LocalDay
  /** The seller has seen what was done. */
  closed?: true
  /** Data was imported since. */
  imported?: LocalDay
  /** Ids of the last events, so that a repeated one counts once. */
  events: readonly EventId[]
}

export type RoundStep = {
  store: StoreId
  check: ItemId | CommitmentId
  minutes: number
  /** What the seller said to it since the round was started. */
  outcome?: Outcome
}

export type Outcome = {
  kind: OutcomeKind
  on: LocalDay
  /** The answer. Missing for what was skipped. */
  event?: EventId
  /** Answered while another step was shown: in the dashboard, or on a card. */
  elsewhere?: true
}

export type RoundEvent = {
  id: EventId
  round: EventId
} /** `step` is the place that the page shows: a page that is behind changes nothing. */ & (
  | { kind: 'skipped' | 'back'; step: number }
  /** `closed` puts away what was done; `resumed` undoes both. */
  | { kind: 'ended' | 'closed' | 'resumed' }
)

/** An agency with two hundred stores: what does not fit stays due for the next round. */
export const mostSteps = 2000
const rememberedEvents = 8

export type RoundAsked = {
  round: EventId
  minutes?: number
  /** Missing: the store that is shown. */
  stores?: readonly StoreId[]
  order?: RoundOrder
}

/**
 * Starts a round of what is due.
 * @returns undefined if nothing is due.
 */
export function startRound(
  { round: id, minutes, stores, order = 'store' }: RoundAsked,
  checklist: Checklist,
  now: Now,
): StartedRound | undefined {
  const wanted = stores ?? [shownStore(checklist).id]
  const chosen = presentStores(checklist).filter((store) => wanted.includes(store.id))
  const waiting = chosen.map((store) => ({
    store: store.id,
    due: checksIn(viewsIn(checklist, store, now)).filter((check) => check.waiting),
  }))
  const isAsked = isInRound(
    waiting.flatMap(({ due }) => due),
    minutes,
  )
  const storeOf = (id: StoreId) => chosen.find((store) => store.id === id)
  const steps = planStops(
    waiting.map(({ store, due }) => ({ store, due: due.filter(isAsked) })),
    order,
    ({ store, check }) => keyIn(storeOf(store), check.id) ?? '',
    minutes,
  )
    .slice(0, mostSteps)
    .map(({ store, check }): RoundStep => ({ store, check: check.id, minutes: minutesOf(check) }))
  if (steps.length === 0) return undefined
  return {
    id,
    on: dayOf(now),
    order,
    ...(minutes === undefined ? {} : { minutes }),
    steps,
    at: 0,
    events: [id],
  }
}

/** A check of one of several stores. */
export type Stop = { store: StoreId; check: Check }

/**
 * Plans one round through several stores, each with its due checks.
 * @param sameAs names what one look settles in several stores, such as the 2SV of a login: it is asked once.
 */
export function planStops(
  stores: readonly { store: StoreId; due: readonly Check[] }[],
  order: RoundOrder,
  sameAs: (stop: Stop) => string,
  minutes?: number,
): Stop[] {
  const seen = new Set<string>()
  const stops = stores.map(({ store, due }) =>
    due
      .map((check): Stop => ({ store, check }))
      .filter((stop) => {
        const name = sameAs(stop)
        return seen.has(name) ? false : seen.add(name)
      }),
  )
  const checkOf = ({ check }: Stop) => check
  const sorted =
    order === 'store'
      ? stops.flatMap((ofStore) => inGoodOrder(ofStore, checkOf))
      : inGoodOrder(stops.flat(), checkOf)
  return pick(sorted, checkOf, minutes).picked
}

/** Returns the round after an event; the same round if the event changes nothing. */
export function applyToRound(
  round: StartedRound,
  event: RoundEvent,
  checklist: Checklist,
  now: Now,
): StartedRound {
  if (event.round !== round.id || round.events.includes(event.id)) return round
  const after = changed(round, event, checklist, now)
  return after === round ? round : { ...after, events: [...round.events, event.id].slice(-rememberedEvents) }
}

function changed(round: StartedRound, event: RoundEvent, checklist: Checklist, now: Now): StartedRound {
  const today = dayOf(now)
  switch (event.kind) {
    case 'ended':
      return round.ended === undefined ? { ...round, ended: today } : round
    case 'closed':
      return round.closed ? round : { ...round, closed: true }
    case 'resumed': {
      const { ended, closed, ...rest } = round
      return ended === undefined && !closed ? round : rest
    }
    case 'skipped': {
      const stands = standsOf(round, checklist, now)
      if (event.step !== shownIn(round, stands) || event.step >= round.steps.length) return round
      const isOpen = stands[event.step]?.state === 'open'
      const skipped = isOpen ? withOutcome(round, event.step, { kind: 'skipped', on: today }) : round
      return { ...skipped, at: nextPlace(stands, event.step, isIn) }
    }
    case 'back': {
      const stands = standsOf(round, checklist, now)
      if (event.step !== shownIn(round, stands)) return round
      const at = placeBefore(stands, event.step)
      if (at === undefined) return round
      // Gone back to, it is asked again.
      return { ...(stands[at]?.state === 'skipped' ? withOutcome(round, at, undefined) : round), at }
    }
  }
}

/**
 * The round after the seller said something to the checklist, anywhere. An answer to the step that is shown
 * leads to the next; one to another step that is not answered yet takes it out of the round. The same round
 * if it changes nothing.
 * @param checklist before the event.
 */
export function noticed(
  round: StartedRound,
  event: ChecklistEvent,
  checklist: Checklist,
  now: Now,
): StartedRound {
  if (event.kind !== 'answered') return round
  const storeOf = (id: StoreId) => checklist.stores.find((store) => store.id === id)
  const key = keyIn(storeOf(event.store), event.item)
  const place = round.steps.findIndex(({ store, check }) => keyIn(storeOf(store), check) === key)
  const step = round.steps[place]
  if (!step || key === undefined) return round
  const { answer, id } = event
  if (answer.kind === 'undone') {
    if (step.outcome?.event !== answer.of) return round
    const opened = withOutcome(round, place, undefined)
    return step.outcome.elsewhere ? opened : { ...opened, at: place }
  }
  if (round.ended !== undefined || round.closed) return round
  if (answer.kind === 'restored') return step.outcome?.event ? withOutcome(round, place, undefined) : round
  const kind = outcomeOf(answer)
  if (!kind) return round
  const stands = standsOf(round, checklist, now)
  const isShown = shownIn(round, stands) === place
  // What was said to it in the round stands, and an undo of the later answer brings nothing back.
  if (!isShown && step.outcome?.event !== undefined && !step.outcome.elsewhere) return round
  const outcome: Outcome = { kind, on: dayOf(now), event: id, ...(isShown ? {} : { elsewhere: true }) }
  const settled = withOutcome(round, place, outcome)
  return isShown ? { ...settled, at: nextPlace(stands, place, isOpen) } : settled
}

/** Without what was said to the checks of a store, which begins anew. */
export function withoutOutcomes(round: StartedRound, store: StoreId): StartedRound {
  const steps = round.steps.map(({ outcome, ...step }): RoundStep => {
    return outcome && step.store !== store ? { ...step, outcome } : step
  })
  return { ...round, steps }
}

/** Undefined for answers that don't settle a check. */
function outcomeOf({ kind }: Answer): OutcomeKind | undefined {
  switch (kind) {
    case 'checked':
    case 'handled-elsewhere':
      return kind
    case 'snoozed':
      return 'later'
    case 'dismissed':
      return 'not-for-me'
    default:
      return undefined
  }
}

function withOutcome(round: StartedRound, place: number, outcome: Outcome | undefined): StartedRound {
  const steps = round.steps.map((step, index): RoundStep => {
    if (index !== place) return step
    const { outcome: _outcome, ...rest } = step
    return outcome ? { ...rest, outcome } : rest
  })
  return { ...round, steps }
}

/** Undefined for a store that no longer exists. */
function keyIn(store: Store | undefined, check: ItemId | CommitmentId): string | undefined {
  return store && keyOf(check, store)
}

type Stand = { state: StepState; why?: LeftWhy; status?: Status }

/** How each step stands now, in the order of the steps. */
function standsOf({ on, steps, imported }: StartedRound, checklist: Checklist, now: Now): Stand[] {
  const stores = new Map(
    [...new Set(steps.map(({ store }) => store))].map((id) => {
      const store = checklist.stores.find((one) => one.id === id)
      const statuses = store
        ? checksOf(checklist, store, now).map(({ id, status }) => [id, status] as const)
        : []
      return [id, { store, statuses: new Map<string, Status>(statuses) }] as const
    }),
  )
  return steps.map(({ store: id, check, outcome }): Stand => {
    const { store, statuses } = stores.get(id) ?? {}
    const status = statuses?.get(check)
    const known = status ? { status } : {}
    if (outcome?.elsewhere) return { state: 'left', why: whyAfter(outcome), ...known }
    if (outcome && outcome.kind !== 'skipped') return { state: outcome.kind, ...known }
    if (store?.removed !== undefined) return { state: 'left', why: 'archived' }
    if (status && isWaiting(status)) return { state: outcome ? 'skipped' : 'open', status }
    return { state: 'left', why: whyNow(status, on, imported !== undefined), ...known }
  })
}

function whyAfter({ kind }: Outcome): LeftWhy {
  return kind === 'checked' || kind === 'handled-elsewhere' ? 'answered' : 'paused'
}

/** Why a step is not due although the round noticed no answer. */
function whyNow(status: Status | undefined, on: LocalDay, isImported: boolean): LeftWhy {
  if (status?.kind === 'unreadable') return 'unreadable'
  if (isImported) return 'imported'
  if (!status) return 'gone'
  if (status.kind === 'up-to-date') return status.checked >= on ? 'answered' : 'not-due'
  return status.kind === 'handled-elsewhere' ? 'answered' : 'paused'
}

const isOpen = ({ state }: Stand) => state === 'open'
const isIn = ({ state }: Stand) => state !== 'left'

/** The place of the step that is shown: a step that left is passed over, and what is open comes last. */
function shownIn({ at, ended }: StartedRound, stands: readonly Stand[]): number {
  if (ended !== undefined) return stands.length
  const stand = stands[at]
  if (stand && isIn(stand)) return at
  const next = nextPlace(stands, at, isOpen)
  if (next < stands.length) return next
  const first = stands.findIndex(isOpen)
  return first < 0 ? stands.length : first
}

function nextPlace(stands: readonly Stand[], place: number, wanted: (stand: Stand) => boolean): number {
  const next = stands.findIndex((stand, index) => index > place && wanted(stand))
  return next < 0 ? stands.length : next
}

function placeBefore(stands: readonly Stand[], place: number): number | undefined {
  const earlier = stands.slice(0, place).findLastIndex(isIn)
  return earlier < 0 ? undefined : earlier
}

/** What a page shows of the round. Undefined if it was put away, or was over before today. */
export function roundView(round: StartedRound, checklist: Checklist, now: Now): RoundView<Check> | undefined {
  const stands = standsOf(round, checklist, now)
  const left = stands.filter(isOpen).length
  const isOver = round.ended !== undefined || left === 0
  if (round.closed || (isOver && lastDay(round) < dayOf(now))) return undefined
  const at = shownIn(round, stands)
  const current = currentIn(round, at, stands, checklist, now)
  const isOpenAt = (index: number) => stands[index]?.state === 'open'
  const next = nextDue(round, checklist, now)
  const { id, on, order, minutes } = round
  return {
    id,
    on,
    order,
    ...(minutes === undefined ? {} : { minutes }),
    kind: left === 0 ? 'finished' : round.ended === undefined ? 'under-way' : 'ended',
    steps: round.steps.map((step, index) => stepView(step, stands[index], checklist, now)),
    at,
    ...(current ? { current } : {}),
    place: stands.slice(0, at + 1).filter(isIn).length,
    of: stands.filter(isIn).length,
    open: left,
    minutesLeft: round.steps.reduce((sum, step, index) => sum + (isOpenAt(index) ? step.minutes : 0), 0),
    canGoBack: round.ended === undefined && placeBefore(stands, at) !== undefined,
    ...(next === undefined ? {} : { next }),
  }
}

function stepView(
  { store, check, minutes }: RoundStep,
  stand: Stand | undefined,
  { stores, own }: Checklist,
  now: Now,
): StepView {
  const { state = 'open', why, status } = stand ?? {}
  const owner = stores.find(({ id }) => id === store)
  const title = owner && ownChecksOf(own, owner).find(({ id }) => id === check)?.title
  const until = status?.kind === 'planned' ? dueDay(status, now) : undefined
  return {
    store,
    check,
    minutes,
    state,
    ...(why === undefined ? {} : { why }),
    ...(title === undefined ? {} : { title }),
    ...(until === undefined ? {} : { until }),
  }
}

function currentIn(
  { steps }: StartedRound,
  at: number,
  stands: readonly Stand[],
  checklist: Checklist,
  now: Now,
): RoundView<Check>['current'] {
  const step = steps[at]
  const stand = stands[at]
  const store = step && checklist.stores.find(({ id }) => id === step.store)
  const check = store && checksIn(viewsIn(checklist, store, now)).find(({ id }) => id === step.check)
  return check && stand && { store: store.id, check, state: stand.state }
}

function nextDue({ steps }: StartedRound, checklist: Checklist, now: Now): LocalDay | undefined {
  const stores = new Set(steps.map(({ store }) => store))
  const days = presentStores(checklist)
    .filter(({ id }) => stores.has(id))
    .flatMap((store) =>
      checksOf(checklist, store, now).flatMap(({ id, status }) => {
        const counts = !isCommitmentId(id) && isEssential(itemOf(id))
        return counts && !isWaiting(status) ? (dueDay(status, now) ?? []) : []
      }),
    )
  return days.sort()[0]
}

/** The last day on which something happened in it. */
function lastDay({ on, ended = on, steps }: StartedRound): LocalDay {
  return steps.reduce((last, { outcome }) => (outcome && outcome.on > last ? outcome.on : last), ended)
}
