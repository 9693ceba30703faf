import type { CommitmentId } from './commitment'
import { incidentOf } from './incidents'
import type { ItemId } from './items'
import { rank, type Severity } from './severity'
import type { Status } from './status'

/** What decides which of several checks comes first: for a card, in a round and as the next of the popup. */
export type Urgent = {
  id: ItemId | CommitmentId
  /** Missing: the seller's own. They come after the items of a rank, which mostly have pages to open. */
  severity?: Severity
  status: Status
  /** The seller planned it for now, and for the first time: plans put off again could hold back all others. */
  firstPlan?: true
}

/** Compares: what a report made due, in its order; then by severity, first plans and the day it is due since. */
export function byUrgency(a: Urgent, b: Urgent): number {
  return byImportance(a, b) || byDate(a, b)
}

/** The same without the day. */
export function byImportance(a: Urgent, b: Urgent): number {
  return (
    compare(endOfReport(a), endOfReport(b)) ||
    stepOfReport(a) - stepOfReport(b) ||
    rankOf(a) - rankOf(b) ||
    Number(b.firstPlan ?? false) - Number(a.firstPlan ?? false)
  )
}

export function byDate(a: Urgent, b: Urgent): number {
  return compare(dueSince(a), dueSince(b))
}

/** The report that made it due. */
export function reportOf({ status }: Pick<Urgent, 'status'>) {
  return 'happened' in status ? status.happened : undefined
}

const rankOf = ({ severity }: Urgent) => (severity ? rank[severity] : Object.keys(rank).length)

/** Sorts as text: hours before days, since a report that gives hours gives only a few, then all without a report. */
function endOfReport(one: Urgent): string {
  const by = reportOf(one)?.by
  if (!by) return '3'
  return 'at' in by ? `1 ${String(by.at).padStart(16, '0')}` : `2 ${by.day}`
}

/** The place in the order in which to do what a report made due. */
function stepOfReport(one: Urgent): number {
  const report = reportOf(one)
  return report ? incidentOf(report.what).makesDue.findIndex(({ item }) => item === one.id) : 0
}

/** Empty, so first in order, if it was never checked. */
function dueSince({ status }: Urgent): string {
  return status.kind === 'due' || status.kind === 'overdue' ? status.since : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
