import { longestSnoozeDays } from '../../domain/answer'
import type { SavedDraft } from '../../domain/appeals/draft'
import type { ItemRecord, Said } from '../../domain/checklist'
import type { JournalEntry } from '../../domain/journal/journal'
import type { Run } from '../../domain/playbooks/run'
import type { RegisterRow } from '../../domain/registers/register'
import { addDays, type Instant, type LocalDay } from '../../domain/time/time'

// What a file says of days that have not been yet. Here a clock may have been wrong, and the domain copes; from
// elsewhere such a day would win every merge, or put a check off for years.

/** Zones, and a clock that runs ahead a little. */
const grace = 2
/** Day 60 after a deactivation is the farthest that a report sets. */
const farthestReport = 366

const from = (day: LocalDay): Instant => Date.parse(`${day}T00:00Z`)

export type IsAhead = {
  record(record: ItemRecord): boolean
  entries(day: LocalDay, entries: readonly JournalEntry[]): boolean
  run(run: Run): boolean
  row(row: RegisterRow): boolean
  draft(draft: SavedDraft): boolean
}

export function aheadOf(today: LocalDay): IsAhead {
  const last = addDays(today, grace)
  const end = from(last)
  const farthest = { snooze: from(addDays(last, longestSnoozeDays)), report: addDays(last, farthestReport) }
  const isSaidAhead = ({ checked, checkedBefore, standing, happened, pace, quietUntil = 0 }: Said) => {
    const days = [checked, checkedBefore, standing?.on, happened?.on, pace?.on]
    const by = happened && ('day' in happened.by ? from(happened.by.day) : happened.by.at)
    return (
      days.some((day) => day !== undefined && day > last) ||
      (standing?.kind === 'planned' && standing.until > farthest.snooze) ||
      (by !== undefined && by > from(farthest.report)) ||
      (happened?.from ?? '') > farthest.report ||
      quietUntil > end
    )
  }
  return {
    record: (record) => isSaidAhead(record) || (record.before !== undefined && isSaidAhead(record.before)),
    entries: (day, entries) => day > last || entries.some((entry) => entry.day > last || entry.at > end),
    run: ({ log }) => log.some(({ at }) => at > end),
    row: ({ at }) => at > end,
    draft: ({ at }) => at > end,
  }
}
