import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type BackupLabel, type BackupReason, backupsToDrop } from '../../src/domain/stored-data/retention'
import { addDays } from '../../src/domain/time/time'
import { createBackups } from '../../src/storage/backup-database'
import { freshDatabase } from '../support/whole'

const label = (day: string, reason: BackupReason = 'day', id = `${reason} ${day}`): BackupLabel => ({
  id,
  at: Date.parse(`${day}T10:00Z`),
  day,
  reason,
  records: 1,
  entries: 1,
})

describe('which backups stay', () => {
  test('after a year of days: the newest of this and the last day, week and month', () => {
    let kept: BackupLabel[] = []
    for (let day = '2026-01-01'; day <= '2026-12-09'; day = addDays(day, 1)) {
      kept.push(label(day))
      const dropped = backupsToDrop(kept, day)
      kept = kept.filter(({ id }) => !dropped.includes(id))
      expect(kept.length).toBeLessThanOrEqual(6)
    }
    // 2026-12-09 is a Wednesday.
    expect(kept.map(({ day }) => day)).toEqual(['2026-11-30', '2026-12-06', '2026-12-08', '2026-12-09'])
  })

  test('a computer that was off for long keeps what it had', () => {
    const kept = [label('2025-03-01'), label('2025-05-01'), label('2026-12-09')]
    expect(backupsToDrop(kept, '2026-12-09')).toEqual(['day 2025-03-01'])
  })

  test('of those before a change the last three stay, whatever the days bring', () => {
    const changes = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((day) =>
      label(day, 'import'),
    )
    expect(backupsToDrop([...changes, label('2026-12-09')], '2026-12-09')).toEqual(['import 2026-01-01'])
  })

  test('what a wrong clock dated ahead is neither dropped nor takes the place of another', () => {
    const kept = [label('2031-01-01'), label('2026-12-08'), label('2026-12-09')]
    expect(backupsToDrop(kept, '2026-12-09')).toEqual([])
  })
})

describe('the place where they are kept', () => {
  const long = new Set<() => void>()
  const wait = () => new Promise<void>((done) => void long.add(done))
  beforeEach(freshDatabase)
  afterEach(() => vi.unstubAllGlobals())

  test('keeps them over the end of a worker, newest first', async () => {
    await createBackups(wait).save(label('2026-12-08'), { a: { b: [1] } }, [])
    await createBackups(wait).save(label('2026-12-09'), { a: 2 }, [])
    const backups = createBackups(wait)
    expect((await backups.list()).map(({ day }) => day)).toEqual(['2026-12-09', '2026-12-08'])
    expect(await backups.read('day 2026-12-08')).toEqual({ a: { b: [1] } })
    expect(await backups.read('another')).toBeUndefined()
  })

  test('saves and drops in one go, and never over what is there', async () => {
    const backups = createBackups(wait)
    await backups.save(label('2026-12-08'), { a: 1 }, [])
    await backups.save(label('2026-12-09'), { a: 2 }, ['day 2026-12-08'])
    await backups.save(label('2026-12-09'), { a: 3 }, ['day 2026-12-09'])
    expect((await backups.list()).map(({ id }) => id)).toEqual(['day 2026-12-09'])
    expect(await backups.read('day 2026-12-09')).toEqual({ a: 2 })
    await backups.clear()
    expect(await backups.list()).toEqual([])
  })

  test('rejects where there is none', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(createBackups(wait).list()).rejects.toThrow()
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
    await expect(createBackups(wait).save(label('2026-12-09'), {}, [])).rejects.toThrow('blocked')
  })

  test('gives up when it never opens', async () => {
    const stuck = new IDBFactory()
    stuck.open = () => new IDBOpenDBRequest()
    vi.stubGlobal('indexedDB', stuck)
    const listed = createBackups(wait).list()
    const failed = expect(listed).rejects.toThrow('no answer')
    for (const done of long) done()
    await failed
  })
})
