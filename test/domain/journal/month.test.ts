import { describe, expect, test } from 'vitest'
import { type Checklist, type ChecklistEvent, emptyChecklist } from '../../../src/domain/checklist'
import { itemIds } from '../../../src/domain/items'
import { type JournalEntry, journalled, lastMonths, yearOfChecks } from '../../../src/domain/journal/journal'
import { type DayEntry, daysOf, isMonth, monthOf } from '../../../src/domain/journal/month'
import { shownStore } from '../../../src/domain/overview'
import { addDays, dayOf, instantOf, type Now } from '../../../src/domain/time/time'
import { answered, checked, history, reported, storeAdded, takenBack } from '../../support/checklist'
import { at, on } from '../../support/time'

/** As the background writes it down. */
function written(...said: readonly (readonly [Now, ChecklistEvent])[]): JournalEntry[] {
  return said.flatMap(([now, event]) => {
    const what = journalled(event)
    return what ? [{ id: event.id, at: instantOf(now), day: dayOf(now), store: event.store, what }] : []
  })
}

function monthIn(
  checklist: Checklist,
  month: string,
  now: Now,
  entries: readonly JournalEntry[] = [],
): Record<string, DayEntry[]> {
  const { days } = monthOf(checklist, shownStore(checklist), month, { entries, unreadable: [] }, now)
  return Object.fromEntries(days.map(({ day, entries }) => [day, [...entries]]))
}

const daysWith = (month: Record<string, DayEntry[]>, item: string) =>
  Object.entries(month).flatMap(([day, entries]) =>
    entries.filter((entry) => entry.item === item).map(({ is }) => `${day} ${is}`),
  )

describe('a month', () => {
  test.each([
    ['2026-03', true],
    ['2026-13', false],
    ['2026-00', false],
    ['2026-3', false],
    ['0000-01', false],
    ['9999-12', false],
    ['2026-03-04', false],
    ['', false],
  ])('%s is one: %s', (text, is) => {
    expect(isMonth(text)).toBe(is)
  })

  test.each([
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-12', 31],
    ['2026-04', 30],
  ])('%s has %d days', (month, count) => {
    const days = daysOf(month)
    expect(days).toHaveLength(count)
    expect(days.at(-1)).toBe(`${month}-${count}`)
  })
})

describe('what comes due', () => {
  const now = on('2026-03-04')

  test('waits today when it was never checked, the essential before the others', () => {
    const month = monthIn(emptyChecklist, '2026-03', now)
    expect(month['2026-03-03']).toEqual([])
    const today = month['2026-03-04'] ?? []
    expect(today.length).toBeGreaterThan(40)
    expect(today.every(({ is }) => is === 'due')).toBe(true)
    expect(today[0]).toEqual({ item: 'two-step-on', is: 'due' })
  })

  test('stands on its day, and once more each interval later', () => {
    const checklist = history([on('2026-03-04'), checked('two-step-on')])
    expect(daysWith(monthIn(checklist, '2026-06', now), 'two-step-on')).toEqual(['2026-06-02 due'])
    expect(daysWith(monthIn(checklist, '2026-08', now), 'two-step-on')).toEqual(['2026-08-31 again'])
    expect(daysWith(monthIn(checklist, '2026-03', now), 'two-step-on')).toEqual([])
  })

  test('again and again, month after month, for a year and no longer', () => {
    const weekly = itemIds.find((id) => id === 'account-health-glance') ?? 'account-health-glance'
    const checklist = history([now, answered(weekly, { kind: 'paced', every: 7 }), checked(weekly)])
    expect(daysWith(monthIn(checklist, '2026-03', now), weekly)).toEqual([
      '2026-03-11 due',
      '2026-03-18 again',
      '2026-03-25 again',
    ])
    expect(daysWith(monthIn(checklist, '2027-02', now), weekly)).toHaveLength(4)
    expect(daysWith(monthIn(checklist, '2027-04', now), weekly)).toEqual([])
  })

  test('within a week stands on its next day alone', () => {
    const checklist = history([
      now,
      answered('two-step-on', { kind: 'paced', every: 6 }),
      checked('two-step-on'),
    ])
    expect(daysWith(monthIn(checklist, '2026-03', now), 'two-step-on')).toEqual(['2026-03-10 due'])
  })

  test('is planned where the seller chose the day', () => {
    const checklist = history([now, answered('two-step-on', { kind: 'snoozed', for: { day: '2026-03-20' } })])
    expect(daysWith(monthIn(checklist, '2026-03', now), 'two-step-on')).toEqual(['2026-03-20 planned'])
  })

  test('stands nowhere once it is set aside', () => {
    const checklist = history([now, answered('two-step-on', { kind: 'dismissed' })])
    expect(daysWith(monthIn(checklist, '2026-03', now), 'two-step-on')).toEqual([])
  })

  test('is there after a report, by its deadline', () => {
    const checklist = history([now, reported('somebody-left')])
    expect(daysWith(monthIn(checklist, '2026-03', now), 'offboard-person')).toHaveLength(1)
  })

  test('is the shown store’s alone; what its login shares is in both', () => {
    const two = history([
      now,
      storeAdded('store-2', 'login-1'),
      checked('user-list-review', 'store-1'),
      checked('two-step-on', 'store-1'),
    ])
    const second: Checklist = { ...two, current: 'store-2' }
    expect(daysWith(monthIn(second, '2026-03', now), 'user-list-review')).toEqual(['2026-03-04 due'])
    expect(daysWith(monthIn(second, '2026-03', now), 'two-step-on')).toEqual([])
  })

  test('over a change of the clocks no day is lost or doubled', () => {
    const late = at('2026-03-28 23:30')
    const checklist = history([
      late,
      answered('two-step-on', { kind: 'paced', every: 7 }),
      checked('two-step-on'),
    ])
    expect(daysWith(monthIn(checklist, '2026-04', late), 'two-step-on')).toEqual([
      '2026-04-04 due',
      '2026-04-11 again',
      '2026-04-18 again',
      '2026-04-25 again',
    ])
  })
})

describe('what was done', () => {
  const first = on('2026-03-02')
  const second = on('2026-03-03')
  const check = checked('two-step-on')
  const undo = takenBack(check)

  test('stands on the day on which it was said', () => {
    const month = monthIn(history([first, check]), '2026-03', second, written([first, check]))
    expect(month['2026-03-02']).toEqual([{ item: 'two-step-on', is: 'done' }])
  })

  test('and was taken back stands nowhere, but what was taken back is one answer, not all', () => {
    const earlier = at('2026-03-02 08:00')
    const before = checked('two-step-on')
    const entries = written([earlier, before], [first, check], [second, undo])
    const month = monthIn(history([earlier, before]), '2026-03', second, entries)
    expect(daysWith(month, 'two-step-on')).toEqual(['2026-03-02 done'])
    const other = answered('two-step-on', { kind: 'dismissed' })
    const kept = written([first, check], [second, other], [second, takenBack(other)])
    expect(daysWith(monthIn(history([first, check]), '2026-03', second, kept), 'two-step-on')).toEqual([
      '2026-03-02 done',
    ])
  })

  test('stays where the report after it was taken back', () => {
    const report = reported('somebody-left')
    const check = checked('user-list-review')
    const entries = written(
      [first, check],
      [first, report],
      [second, answered('user-list-review', { kind: 'undone', of: report.id })],
    )
    const month = monthIn(history([first, check]), '2026-03', second, entries)
    expect(daysWith(month, 'user-list-review')).toContain('2026-03-02 done')
  })

  test('for another store is not this one’s', () => {
    const two = history([first, storeAdded('store-2', 'login-2')])
    const entries = written([first, checked('user-list-review', 'store-2')])
    const done = (current: string) =>
      monthIn({ ...two, current }, '2026-03', second, entries)['2026-03-02']?.map(({ item }) => item)
    expect(done('store-1')).toEqual([])
    expect(done('store-2')).toEqual(['user-list-review'])
  })

  test('and is not known, in an entry of another version, is left out', () => {
    const entry = { id: 'a', at: 0, day: '2026-03-02', store: 'store-1' }
    const entries: JournalEntry[] = [
      { ...entry, what: { kind: 'answered', item: 'of-tomorrow', answer: { kind: 'checked' } } },
      { ...entry, what: { kind: 'later-version', raw: { kind: 'playbook-begun', item: 'two-step-on' } } },
    ]
    expect(monthIn(emptyChecklist, '2026-03', on('2026-03-01'), entries)['2026-03-02']).toEqual([])
  })
})

describe('the last twelve months', () => {
  test('end with this one', () => {
    expect(lastMonths('2026-03-31')).toEqual([
      ...['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'],
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ])
    expect(lastMonths('2026-12-01').at(0)).toBe('2026-01')
    expect(lastMonths('2026-12-01').at(-1)).toBe('2026-12')
  })

  test('count checks, of all stores, without those taken back', () => {
    const undone = checked('user-list-review')
    const entries = written(
      [on('2025-03-31'), checked('two-step-on')],
      [on('2026-02-01'), checked('two-step-on')],
      [on('2026-02-28'), checked('user-list-review', 'store-2')],
      [on('2026-03-01'), undone],
      [on('2026-03-01'), takenBack(undone)],
      [on('2026-03-02'), answered('two-step-on', { kind: 'dismissed' })],
    )
    const { months } = yearOfChecks(emptyChecklist, { entries, unreadable: [] }, '2026-03-04')
    expect(months.filter(({ checks }) => checks > 0)).toEqual([{ month: '2026-02', checks: 2 }])
    expect(months.at(-1)?.month).toBe(addDays('2026-03-04', 0).slice(0, 7))
  })
})

test('what was kept under a day that has not been is not done on it', () => {
  const ahead = on('2028-03-04')
  const check = checked('two-step-on')
  const list = history([ahead, check])
  const entries = written([ahead, check])
  expect(daysWith(monthIn(list, '2028-03', on('2026-03-10'), entries), 'two-step-on')).toEqual([])
  expect(daysWith(monthIn(list, '2028-03', ahead, entries), 'two-step-on')).toContain('2028-03-04 done')
})
