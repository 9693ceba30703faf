import type { Commitment, CommitmentId, CommitmentOrigin } from './commitment'
import type { StoreId } from './ids'
import type { PageId } from './page'
import { isRecurrence, type Recurrence } from './time/recurrence'
import type { Instant, LocalDay } from './time/time'

/** What a seller enters about a check of their own. Their words never appear on an Amazon page. */
export type OwnCheckInput = {
  id: CommitmentId
  title: string
  /** Empty if none is given. */
  why: string
  steps: readonly string[]
  recurs: Recurrence
  /** The page it belongs to. */
  page?: PageId
  /** Missing: every store has it, each with answers of its own. */
  store?: StoreId
  /** It is part of the toolbar number. */
  counts: boolean
}

/** A check that a seller added. The list of all of them is in the seller's order. */
export type OwnCheck = OwnCheckInput & {
  /** The day from which it comes due. */
  began: LocalDay
  /** The last change, so that a merge takes the later one. */
  at: Instant
  /** Set when the seller put it away. Its records stay, and it can be restored. */
  archived?: LocalDay
  /** It was promised to Amazon. */
  origin?: CommitmentOrigin
  /** The seller's organization set it, so that it can't be changed here. It is not stored with the seller's own. */
  set?: true
}

export const mostOwnSteps = 5
export const longestOwnStep = 200
/** In all stores, archived ones included. Each is read with every request. */
export const mostOwnChecks = 300

/** What is checked for a store, or was: measures as they were promised first, then the seller's list. */
export function ownChecksOf(
  own: readonly OwnCheck[] = [],
  store: { id: StoreId; measures?: readonly Commitment[] },
): readonly OwnCheck[] {
  const { measures = [] } = store
  const promised = measures.filter(({ id }) => !own.some((one) => one.id === id))
  return [
    ...promised.map((measure) => ownCheckFrom(measure, store.id)),
    ...own.filter((one) => one.store === undefined || one.store === store.id),
  ]
}

/** A measure becomes a check of the seller's list when more is said about it than its words and interval. */
export function ownCheckFrom({ id, title, every, origin }: Commitment, store: StoreId): OwnCheck {
  return {
    ...{ id, title, why: '', steps: [], recurs: { kind: 'days', every }, store, counts: false },
    ...{ origin, began: origin.on, at: 0 },
  }
}

/** Whether what the seller entered can be stored, apart from the length of its texts. */
export function isOwnCheck({ title, recurs }: OwnCheckInput): boolean {
  return title.trim() !== '' && isRecurrence(recurs)
}
