import { type Checklist, presentStores, recordKey } from './checklist'
import { isWaiting, statusesOf } from './status'
import { daysBetween, hasBeen, type LocalDay } from './time/day'
import { dayOf, type Now } from './time/time'

/** An essential check that has been due for so long is worth a word to a seller who stays away. */
const longDays = 14
/** Days between two such words. */
const wordDays = 7

/** What is known of checks that have been due for long, in this browser. */
export type LongDue = {
  /** Essential checks that were never done, by the key of their record, and the day on which each was first seen due. */
  seen: Readonly<Record<string, LocalDay>>
  /** The day of the last word. */
  told?: LocalDay
}

/**
 * Looks through the essential checks of every store.
 * @returns what is known from now on, and whether a word is due today.
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
    for (const { item, status } of statusesOf(
      checklist,
      store,
      now,
      ({ severity }) => severity === 'essential',
    )) {
      if (!isWaiting(status)) continue
      const key = recordKey(item, store)
      const first = before.seen[key] ?? today
      // What lies ahead was written by a wrong clock.
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
