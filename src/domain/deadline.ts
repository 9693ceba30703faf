import type { RunId, StoreId } from './ids'
import type { Instant, LocalDay } from './time/time'

/** A date of a run, with what it rests on. */
export type Deadline = {
  run: RunId
  playbook: string
  store: StoreId
  clock: string
  /** Something is to be done by then, or cannot be done before. */
  way: 'by' | 'from'
  due: { day: LocalDay } | { at: Instant }
  /** The day of `due`. */
  day: LocalDay
  /** The day it was counted from; missing where the seller gave the date itself. */
  since?: LocalDay
  /** The figure it was counted with; one that is gone by now is named by its id alone. */
  figure?: string
  /** The seller gave the date: Amazon told so. What was counted before stands beside it. */
  told?: { on: LocalDay; instead?: { day: LocalDay } | { at: Instant } }
  late: boolean
  met: boolean
}
