import { paceBounds } from './answer'
import { type CommitmentId, isCommitmentId } from './commitment'
import { type ItemId, itemOf } from './items'

/** The bounds for the seller's own interval of this item, in days. */
export function paceBoundsOf(item: ItemId | CommitmentId): { least: number; most: number } {
  const least = isCommitmentId(item) ? undefined : itemOf(item).leastDays
  return { ...paceBounds, ...(least === undefined ? {} : { least }) }
}

/**
 * Whether it recurs more often than weekly. Calendars show such a check once, in a line of its own: it would
 * fill every day.
 */
export function isOften(every: number | 'off' | undefined): every is number {
  return typeof every === 'number' && every < 7
}

/** Whether a seller may set this interval, in days. */
export function isPace(item: ItemId | CommitmentId, days: number): boolean {
  const { least, most } = paceBoundsOf(item)
  return Number.isInteger(days) && days >= least && days <= most
}
