import type { CommitmentId } from './commitment'
import type { EventId, StoreId } from './ids'
import type { ItemId } from './items'
import type { LocalDay } from './time/day'

/** Store by store, or the same check through all stores. */
export const roundOrders = ['store', 'check'] as const
export type RoundOrder = (typeof roundOrders)[number]

/** What the seller can say to a check of a round. */
export const outcomeKinds = ['checked', 'later', 'not-for-me', 'handled-elsewhere', 'skipped'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** What a page shows of a round. `Check`: the current one in full. */
export type RoundView<Check> = {
  id: EventId
  on: LocalDay
  order: RoundOrder
  minutes?: number
  /** `finished`: no step is open. `ended`: stopped before. */
  kind: 'under-way' | 'finished' | 'ended'
  steps: readonly StepView[]
  /** The place of the step that is shown, for `skipped` and `back`. The number of steps if none is. */
  at: number
  /** The step that is shown. It may be answered already: the seller went back to it. */
  current?: { store: StoreId; check: Check; state: StepState }
  /** "2 of 4": the place of the current step among those that have not left the round. */
  place: number
  of: number
  /** "3 left": the steps that are open, the current one included. */
  open: number
  minutesLeft: number
  canGoBack: boolean
  /** The next day on which an essential check of these stores comes due. */
  next?: LocalDay
}

export type StepView = {
  store: StoreId
  check: ItemId | CommitmentId
  /** Of a check of the seller's own, in their words. */
  title?: string
  minutes: number
  state: StepState
  /** Why it left the round. */
  why?: LeftWhy
  /** The day for which it was put off. */
  until?: LocalDay
}
/** `left`: it is not asked, since it was answered elsewhere, or is no longer due. */
export type StepState = 'open' | OutcomeKind | 'left'
export type LeftWhy =
  | 'answered'
  /** Put off, or said not to apply. */
  | 'paused'
  /** Its store was archived. */
  | 'archived'
  /** It is not due any more since data was imported. */
  | 'imported'
  /** Its interval or the payout schedule was changed. */
  | 'not-due'
  /** Its store, or the check, no longer exists. */
  | 'gone'
  | 'unreadable'
