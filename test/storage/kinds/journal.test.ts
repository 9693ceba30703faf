import { describe, expect, test } from 'vitest'
import { type JournalEntry, journalCap } from '../../../src/domain/journal/journal'
import { addDays } from '../../../src/domain/time/time'
import { pruneJournal, readJournal } from '../../../src/storage/journal-pages'
import { journalKey, journalKind } from '../../../src/storage/kinds/journal'
import { dropsKind, withDrop } from '../../../src/storage/kinds/journal-drops'
import { fakePlatform } from '../../support/platform'
import { journalDayV1, journalDroppedV1, journalDropsV1 } from '../fixtures'
import { repositoryOn } from '../stored'

const today = '2026-03-04'

function areaWith(data: Record<string, unknown>) {
  return fakePlatform({ kept: { local: data, session: {}, alarms: new Map() } }).storage
}

/** Days with so many entries each, the last one today. */
function days(count: number, each: number, last = today): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const day = addDays(last, -n)
      const entries = Array.from(
        { length: each },
        (_, index): JournalEntry => ({
          id: `${day}#${index}`,
          at: index,
          day,
          store: 'store-1',
          what: { kind: 'store-reset' },
        }),
      )
      return [journalKey(day), journalKind.encode(entries)]
    }),
  )
}

async function everything(area: ReturnType<typeof areaWith>) {
  const ids: string[] = []
  const unreadable: string[] = []
  let pages = 0
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readJournal>> = await readJournal(area, before)
    ids.push(...page.entries.map(({ id }) => id))
    unreadable.push(...page.unreadable)
    before = page.before ?? null
    pages += 1
  } while (before !== null)
  return { ids, unreadable, pages }
}

describe('reading', () => {
  test('nothing yet', async () => {
    expect(await readJournal(areaWith({}), null)).toEqual({ entries: [], unreadable: [] })
  })

  test('newest first, also within a day', async () => {
    const area = areaWith({ ...days(1, 2, '2026-03-03'), 'journal/2026-03-04': journalDayV1 })
    const { entries } = await readJournal(area, null)
    expect(entries.map(({ id }) => id)).toEqual(['e-3', 'e-2', 'e-1', '2026-03-03#1', '2026-03-03#0'])
  })

  test.each([
    ['a few', 3, 2],
    ['a page exactly', 200, 1],
    ['a page and one', 201, 1],
    ['days with many', 12, 70],
    ['one busy day', 1, 1000],
    ['two years', 730, 3],
  ])('page by page, %s: every entry once, in order', async (_, count, each) => {
    const { ids } = await everything(areaWith(days(count, each)))
    expect(ids).toHaveLength(count * each)
    expect(new Set(ids).size).toBe(ids.length)
    const order = ids.map((id) => id.slice(0, 10))
    expect(order).toEqual([...order].sort().reverse())
  })

  test('a page ends with the day that fills it, and says where the next one starts', async () => {
    const page = await readJournal(areaWith(days(12, 70)), null)
    expect(page.entries).toHaveLength(210)
    expect(page.before).toBe('2026-03-02')
  })

  test('a page does not read the whole journal', async () => {
    const area = areaWith(days(2000, 3))
    await readJournal(area, null)
    expect(area.reads.flat().length).toBeLessThan(150)
    expect(area.reads).not.toContain(null)
  })

  test('a day that cannot be read is named; the others are there, and nothing is changed', async () => {
    const data = { ...days(3, 1), 'journal/2026-03-03': 'rubbish', 'journal/2026-03-02': { version: 9 } }
    const area = areaWith(data)
    expect(await everything(area)).toEqual({
      ids: ['2026-03-04#0'],
      unreadable: ['2026-03-03', '2026-03-02'],
      pages: 1,
    })
    expect(area.writes).toEqual([])
  })

  test('what the cap has dropped is said', async () => {
    const area = areaWith({ 'journal-dropped': journalDroppedV1 })
    expect((await readJournal(area, null)).dropped).toEqual({ entries: 120, through: '2024-01-31' })
  })
})

describe('the cap', () => {
  const old = 1200
  const each = Math.ceil(journalCap / 1000)

  test('below it nothing is touched', async () => {
    const area = areaWith(days(1500, 1))
    await pruneJournal(repositoryOn(area), today)
    expect(Object.keys(area.data)).toHaveLength(1500)
    expect(area.writes).toEqual([])
  })

  test('above it the oldest days go, the last two years stay, and it is written down how many', async () => {
    const area = areaWith(days(old, each))
    await pruneJournal(repositoryOn(area), today)
    const left = Object.keys(area.data).filter((name) => name.startsWith('journal/'))
    const gone = old - left.length
    expect(left.length * each).toBeLessThanOrEqual(journalCap)
    expect((left.length + 1) * each).toBeGreaterThan(journalCap)
    expect(left).toContain(journalKey('2024-03-04'))
    expect(area.data['journal-dropped']).toEqual({
      version: 1,
      entries: gone * each,
      through: addDays(today, -left.length),
    })
    const page = await readJournal(area, null)
    expect(page.dropped?.entries).toBe(gone * each)
  })

  test('two busy years stay although they are above it', async () => {
    const area = areaWith(days(700, 100))
    await pruneJournal(repositoryOn(area), today)
    expect(Object.keys(area.data)).toHaveLength(700)
  })

  test('what was dropped before is added up', async () => {
    const area = areaWith({ ...days(old, each), 'journal-dropped': journalDroppedV1 })
    await pruneJournal(repositoryOn(area), today)
    const left = Object.keys(area.data).filter((name) => name.startsWith('journal/')).length
    expect(area.data['journal-dropped']).toMatchObject({ entries: 120 + (old - left) * each })
  })

  test('on which day it was is written down next to it, each time', async () => {
    const area = areaWith({ ...days(old, each), 'journal-drops': journalDropsV1 })
    await pruneJournal(repositoryOn(area), today)
    const { dropped, drops = [] } = await readJournal(area, null)
    expect(drops.slice(0, -1)).toEqual(journalDropsV1.drops)
    expect(drops.at(-1)).toEqual({ on: today, from: addDays(today, 1 - old), through: dropped?.through })
  })

  test('twice on one day is one drop, and a year of them is kept', () => {
    const drop = (on: string, from: string, through: string) => ({ on, from, through })
    const once = withDrop({ drops: [] }, drop('2026-03-04', '2024-01-01', '2024-01-02'))
    expect(withDrop(once, drop('2026-03-04', '2024-01-03', '2024-01-09'))).toEqual({
      drops: [drop('2026-03-04', '2024-01-01', '2024-01-09')],
    })
    let many = once
    for (let at = 1; at <= 500; at += 1)
      many = withDrop(many, drop(addDays('2026-03-04', at), '2024-01-03', '2024-01-03'))
    expect(many.drops).toHaveLength(400)
    expect(many.drops.at(-1)?.on).toBe(addDays('2026-03-04', 500))
    expect(dropsKind.decode(dropsKind.encode(many)).kind).toBe('read')
  })

  test('a later version’s days of it are left alone', async () => {
    const newer = { version: 2, on: [] }
    const area = areaWith({ ...days(old, each), 'journal-drops': newer })
    await pruneJournal(repositoryOn(area), today)
    expect(area.data['journal-drops']).toEqual(newer)
    expect(area.data['journal-dropped']).toMatchObject({ version: 1 })
  })

  test('a day that cannot be read is not dropped, however old', async () => {
    const area = areaWith({ ...days(old, each), 'journal/2010-01-01': 'rubbish' })
    await pruneJournal(repositoryOn(area), today)
    expect(area.data['journal/2010-01-01']).toBe('rubbish')
  })

  test('a later version’s account of what was dropped is left alone, and so is the journal', async () => {
    const newer = { version: 2, total: 5 }
    const area = areaWith({ ...days(old, each), 'journal-dropped': newer })
    await pruneJournal(repositoryOn(area), today)
    expect(area.data['journal-dropped']).toEqual(newer)
    expect(Object.keys(area.data)).toHaveLength(old + 1)
  })

  test('killed between saying and doing: it never dropped more than it said', async () => {
    const area = areaWith(days(old, each))
    area.reject('remove', 1)
    await expect(pruneJournal(repositoryOn(area), today)).rejects.toThrow()
    expect(Object.keys(area.data).filter((name) => name.startsWith('journal/'))).toHaveLength(old)
    expect(area.data['journal-dropped']).toBeDefined()
  })
})
