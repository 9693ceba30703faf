import { expect, test } from 'vitest'
import {
  type BackupLabel,
  backupsToDrop,
  needsBackup,
  stoppedSince,
} from '../../../src/domain/stored-data/retention'

const backup = (day: string): BackupLabel => ({ id: day, at: 0, day, reason: 'day', records: 1, entries: 1 })

test.each([
  [['2026-03-01'], '2026-03-04', '2026-03-01'],
  [['2026-03-02'], '2026-03-04', undefined],
  // Made while a clock was ahead: no sign that the daily ones go on.
  [['2026-03-01', '2028-03-04'], '2026-03-04', '2026-03-01'],
  [['2026-03-02', '2026-02-01'], '2026-03-04', undefined],
  [['2026-03-05'], '2026-03-04', undefined],
  [['2028-03-04'], '2026-03-04', undefined],
  [[], '2026-03-04', undefined],
])('daily backups of %j have, on %s, stopped since %s', (days, today, since) => {
  expect(stoppedSince(days.map(backup), today)).toBe(since)
})

/** One for each day of a year, the newest last. */
const daily = Array.from({ length: 365 }, (_, at) => {
  const day = new Date(Date.UTC(2025, 2, 19 + at)).toISOString().slice(0, 10)
  return { ...backup(day), at }
})
const keptOf = (backups: readonly BackupLabel[], today: string) => {
  const dropped = new Set(backupsToDrop(backups, today))
  return backups.map(({ id }) => id).filter((id) => !dropped.has(id))
}

test('of the daily backups, the newest of two days, two weeks and two months are kept', () => {
  const kept = ['2026-02-28', '2026-03-15', '2026-03-17', '2026-03-18']
  expect(keptOf(daily, '2026-03-18')).toEqual(kept)
  expect(keptOf(daily.toReversed(), '2026-03-18').sort()).toEqual(kept)
  // A computer that was off for months: periods without a backup do not count.
  const seldom = ['2024-05-01', '2024-05-31', '2024-08-05', '2024-08-06', '2024-08-07'].map((day, at) => ({
    ...backup(day),
    at,
  }))
  expect(keptOf(seldom, '2026-03-18')).toEqual(['2024-05-31', '2024-08-06', '2024-08-07'])
})

test('of two daily backups of one day, the newer is kept', () => {
  const two = [5, 9, 7].map((at) => ({ ...backup('2026-03-18'), id: `at-${at}`, at }))
  expect(keptOf(two, '2026-03-18')).toEqual(['at-9'])
})

test('of the backups from before a change, the last three are kept, besides the daily ones', () => {
  const reasons = ['update', 'import', 'restore', 'reset', 'import'] as const
  const changes = reasons.map((reason, at) => ({ ...backup('2026-03-10'), id: `change-${at}`, at, reason }))
  expect(keptOf(changes, '2026-03-18')).toEqual(['change-2', 'change-3', 'change-4'])
  expect(keptOf([...changes, ...daily.slice(-2)], '2026-03-18')).toHaveLength(5)
})

test('a backup from the future is kept, and is not the newest', () => {
  const future = { ...backup('2026-03-19'), at: 999 }
  expect(keptOf([...daily, future], '2026-03-18')).toEqual([
    '2026-02-28',
    '2026-03-15',
    '2026-03-17',
    '2026-03-18',
    '2026-03-19',
  ])
})

test('a day needs a backup until it has a daily one', () => {
  const today = '2026-03-18'
  expect(needsBackup([], today)).toBe(true)
  expect(needsBackup([backup('2026-03-17'), { ...backup(today), reason: 'import' }], today)).toBe(true)
  expect(needsBackup([backup('2026-03-17'), backup(today)], today)).toBe(false)
})
