import { type Checklist, recordKey } from './checklist'
import { presentStores } from './present-stores'
import { isEssential } from './severity'
import { isWaiting, statusesOf } from './status'
import { daysBetween, hasBeen, type LocalDay } from './time/day'
import { dayOf, type Now } from './time/time'

/** After this many days, an essential check that is still due is worth a notification. */
const longDays = 14
/** The least number of days between two such notifications. */
const wordDays = 7

/** What this browser remembers about checks that have been due for a long time. */
export type LongDue = {
  /** For essential checks that were never done, by record key: the day on which each was first seen due. */
  seen: Readonly<Record<string, LocalDay>>
  /** The day of the last notification. */
  told?: LocalDay
}

/**
 * Looks for essential checks that have long been due, in every store.
 * @returns what to remember, and whether to notify now.
 */
export function lookForLongDue(
  checklist: Checklist,
  before: LongDue,
  now: Now,
): { after: LongDue; isTime: boolean } {
  const today = dayOf(now)
  const seen: Record<string, LocalDay> = {}
  let isLong = false
  for (const store of presentStores(checklist)) {
    for (const { item, status } of statusesOf(checklist, store, now, isEssential)) {
      if (!isWaiting(status)) continue
      const key = recordKey(item, store)
      const first = before.seen[key] ?? today
      // A day in the future was written by a wrong clock.
      if (status.kind === 'never-checked') seen[key] = first <= today ? first : today
      const since = 'since' in status ? status.since : (seen[key] ?? today)
      if (daysBetween(since, today) >= longDays) isLong = true
    }
  }
  const { told } = before
  const isSoon = told !== undefined && hasBeen(told, today) && daysBetween(told, today) < wordDays
  const isTime = isLong && !isSoon
  return { after: { seen, ...(isTime ? { told: today } : told === undefined ? {} : { told }) }, isTime }
}
