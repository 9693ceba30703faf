import type { RunId, StoreId } from './ids'
import type { Instant, LocalDay } from './time/time'

/** A date of a run, with what it is based on. */
export type Deadline = {
  run: RunId
  playbook: string
  store: StoreId
  clock: string
  /** `by` is a deadline. `from` is the earliest date to do something. */
  way: 'by' | 'from'
  due: { day: LocalDay } | { at: Instant }
  /** The calendar day of `due`. */
  day: LocalDay
  /** The day it was counted from. Missing if the seller entered the date. */
  since?: LocalDay
  /** The id of the figure it was counted with, which a later version may have dropped. */
  figure?: string
  /** The seller entered the date that Amazon gave. `instead` is the date that was counted before. */
  told?: { on: LocalDay; instead?: { day: LocalDay } | { at: Instant } }
  late: boolean
  met: boolean
}
