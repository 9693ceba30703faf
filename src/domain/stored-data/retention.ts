import type { BackupId } from '../ids'
import { addDays, hasBeen, type LocalDay, nextMonday } from '../time/time'

/** Why a backup was made: on a new day, or before a change. */
export const backupReasons = ['day', 'update', 'import', 'restore', 'reset'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What is known about a backup without opening it. */
export type BackupLabel = {
  id: BackupId
  at: number
  day: LocalDay
  reason: BackupReason
  /** How many items have an answer, and how many entries the journal has, to tell backups apart. */
  records: number
  entries: number
}

/** How many backups from before a change are kept for undo. */
const keptBeforeChanges = 3

/**
 * The backups to delete. Of the daily ones we keep the newest of the last two days, weeks and months that
 * have one: on the first of a month, the last backup of the month before is still there.
 */
export function backupsToDrop(backups: readonly BackupLabel[], today: LocalDay): BackupId[] {
  // A backup from the future was made by a wrong clock: keep it, but never count it as the newest.
  const past = backups.filter(({ day }) => day <= today).sort((a, b) => b.at - a.at)
  const kept = new Set(backups.filter(({ day }) => day > today).map(({ id }) => id))
  const daily = past.filter(({ reason }) => reason === 'day')
  // A week is named by the Monday after it.
  for (const period of [(day: LocalDay) => day, nextMonday, (day: LocalDay) => day.slice(0, 7)]) {
    const seen: string[] = []
    for (const { id, day } of daily) {
      const name = period(day)
      if (seen.includes(name)) continue
      seen.push(name)
      if (seen.length > 2) break
      kept.add(id)
    }
  }
  const others = past.filter(({ reason }) => reason !== 'day')
  for (const { id } of others.slice(0, keptBeforeChanges)) kept.add(id)
  return past.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

/** In days without a daily backup that mean nothing: one quiet day, and one for a change of time zone. */
const longestGap = 2

/** The day of the newest backup, if it is so old that daily backups seem to have stopped. */
export function stoppedSince(backups: readonly BackupLabel[], today: LocalDay): LocalDay | undefined {
  // A backup from the future doesn't show that daily backups are still made.
  const days = backups.map(({ day }) => day).filter((day) => hasBeen(day, today))
  const newest = days.sort().at(-1)
  return newest !== undefined && newest < addDays(today, -longestGap) ? newest : undefined
}

/** Whether there is no daily backup of today yet. */
export function needsBackup(backups: readonly BackupLabel[], today: LocalDay): boolean {
  return !backups.some(({ day, reason }) => reason === 'day' && day === today)
}
