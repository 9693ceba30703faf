import { expect, test } from 'vitest'
import { type BackupLabel, stoppedSince } from '../../../src/domain/stored-data/retention'

const backup = (day: string): BackupLabel => ({ id: day, at: 0, day, reason: 'day', records: 1, entries: 1 })

test.each([
  [['2026-03-01'], '2026-03-04', '2026-03-01'],
  [['2026-03-02'], '2026-03-04', undefined],
  // Made while a clock was ahead: no sign that the daily ones go on.
  [['2026-03-01', '2028-03-04'], '2026-03-04', '2026-03-01'],
  [['2026-03-05'], '2026-03-04', undefined],
  [['2028-03-04'], '2026-03-04', undefined],
  [[], '2026-03-04', undefined],
])('daily backups of %j have, on %s, stopped since %s', (days, today, since) => {
  expect(stoppedSince(days.map(backup), today)).toBe(since)
})
