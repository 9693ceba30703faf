import { expect, test } from 'vitest'
import { isUpsideDown, journalIn, type Period, spanOf } from '../../../src/dashboard/journal/load-journal'
import { addDays } from '../../../src/domain/time/day'
import type { Session } from '../../../src/ui/overview-store'

/** A journal of one entry a day, newest first, ten on a page. */
function journal(first: string, days: number) {
  const asked: (string | null)[] = []
  const entries = Array.from({ length: days }, (_, age) => {
    const day = addDays(first, days - 1 - age)
    return { id: day, at: 0, day, store: 'store-1', what: { kind: 'store-reset' } }
  })
  const ask = async (_request: string, { before }: { before: string | null }) => {
    asked.push(before)
    const page = entries.filter(({ day }) => before === null || day < before).slice(0, 10)
    const last = page.at(-1)?.day
    const isMore = last !== undefined && last > first
    return { entries: page, unreadable: [], who: '', ...(isMore ? { before: last } : {}) }
  }
  return { session: { ask } as unknown as Session, asked }
}

const inPeriod = async (period: Period) => {
  const { session, asked } = journal('2026-01-01', 60)
  const found = (await journalIn(session, period)).entries.map(({ day }) => day)
  return { newest: found[0], oldest: found.at(-1), count: found.length, asked: asked.length }
}

test.each<[string, Period, object]>([
  [
    'open on both ends',
    { from: '', to: '' },
    { newest: '2026-03-01', oldest: '2026-01-01', count: 60, asked: 6 },
  ],
  [
    'both days included',
    { from: '2026-02-05', to: '2026-02-14' },
    { newest: '2026-02-14', oldest: '2026-02-05', count: 10 },
  ],
  ['one day', { from: '2026-01-31', to: '2026-01-31' }, { newest: '2026-01-31', count: 1 }],
  ['until a day', { from: '', to: '2026-01-03' }, { newest: '2026-01-03', oldest: '2026-01-01', count: 3 }],
  [
    'from a day: older pages are not asked for',
    { from: '2026-02-25', to: '' },
    { oldest: '2026-02-25', count: 5, asked: 1 },
  ],
  ['the first of a page', { from: '2026-02-20', to: '' }, { oldest: '2026-02-20', count: 10, asked: 1 }],
  ['one day more than a page', { from: '2026-02-19', to: '' }, { oldest: '2026-02-19', count: 11, asked: 2 }],
])('a period %s', async (_, period, expected) => {
  expect(await inPeriod(period)).toMatchObject(expected)
})

test.each<[Period, string, string]>([
  [{ from: '', to: '' }, '2026-01-01', '2026-03-05'],
  [{ from: '2025-12-24', to: '' }, '2025-12-24', '2026-03-05'],
  [{ from: '', to: '2026-02-01' }, '2026-01-01', '2026-02-01'],
  [{ from: '2026-03-03', to: '' }, '2026-03-03', '2026-03-05'],
  [{ from: '', to: '2025-12-31' }, '2025-12-31', '2025-12-31'],
])('%o comes to the days from %s to %s', async (period, from, to) => {
  const { session } = journal('2026-01-01', 60)
  expect(spanOf(period, await journalIn(session, period), '2026-03-05')).toEqual({ from, to })
})

test('a day that has not been is in a period without an end, so that it covers every entry', async () => {
  const { session } = journal('2026-01-01', 60)
  const period = { from: '', to: '' }
  expect(spanOf(period, await journalIn(session, period), '2026-02-01').to).toBe('2026-03-01')
})

test.each<[Period, boolean]>([
  [{ from: '2026-02-02', to: '2026-02-01' }, true],
  [{ from: '2026-02-01', to: '2026-02-01' }, false],
  [{ from: '2026-02-01', to: '' }, false],
  [{ from: '', to: '2026-02-01' }, false],
])('%o is upside down: %s', (period, expected) => {
  expect(isUpsideDown(period)).toBe(expected)
})
