import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/domain/answer'
import type { ChecklistEvent } from '../../../src/domain/checklist'
import { daysToDrop, journalCap, journalled } from '../../../src/domain/journal/journal'
import { addDays } from '../../../src/domain/time/time'
import { answered, newId, reported, storeAdded } from '../../support/checklist'

describe('what the journal keeps', () => {
  const answers: Answer[] = [
    { kind: 'checked' },
    { kind: 'snoozed', for: 'tomorrow' },
    { kind: 'snoozed', for: { day: '2026-04-01' } },
    { kind: 'dismissed', reason: 'no staff' },
    { kind: 'handled-elsewhere', by: 'our agency' },
    { kind: 'restored' },
    { kind: 'paced', every: 30 },
  ]
  test.each(answers)('$kind: item and answer', (answer) => {
    expect(journalled(answered('two-step-on', answer))).toEqual({
      kind: 'answered',
      item: 'two-step-on',
      answer,
    })
  })

  test('a note is mentioned, not quoted', () => {
    const kept = journalled(answered('two-step-on', { kind: 'noted', note: 'the spare key is with Ana' }))
    expect(kept).toEqual({ kind: 'answered', item: 'two-step-on', answer: { kind: 'noted' } })
  })

  test('an undo says which check, not which answer: that is the one before', () => {
    const kept = journalled(answered('two-step-on', { kind: 'undone', of: 'event-1' }))
    expect(kept).toEqual({ kind: 'answered', item: 'two-step-on', answer: { kind: 'undone' } })
  })

  test('closing a card and looking at another store are no answers', () => {
    expect(journalled(answered('two-step-on', { kind: 'closed' }))).toBeUndefined()
    expect(journalled({ id: newId(), store: 'store-1', kind: 'store-shown' })).toBeUndefined()
  })

  const others: ChecklistEvent[] = [
    reported('somebody-left'),
    storeAdded('store-2'),
    { id: newId(), store: 'store-1', kind: 'store-removed' },
    { id: newId(), store: 'store-1', kind: 'report-taken-back', of: 'event-1' },
    { id: newId(), store: 'store-1', kind: 'profile-answered', profile: { plan: 'individual' } },
  ]
  test.each(others)('$kind is kept as it was said', (event) => {
    const { id: _id, store: _store, ...said } = event
    expect(journalled(event)).toEqual(said)
  })
})

describe('the cap', () => {
  const today = '2026-03-04'
  const daily = (count: number, entries: number, last = today) =>
    Array.from({ length: count }, (_, n) => ({ day: addDays(last, -n), entries }))

  test('nothing is dropped below it, however old', () => {
    expect(daysToDrop([{ day: '2001-01-01', entries: journalCap }], today)).toEqual([])
    expect(daysToDrop([], today)).toEqual([])
  })

  test('the oldest days go first, no more than needed', () => {
    const counts = [
      { day: '2020-01-03', entries: 5 },
      { day: '2020-01-01', entries: 5 },
      { day: '2020-01-02', entries: 5 },
      { day: today, entries: journalCap - 7 },
    ]
    expect(daysToDrop(counts, today)).toEqual(['2020-01-01', '2020-01-02'])
  })

  test('the last two years stay, however many entries they have', () => {
    const dropped = daysToDrop(daily(365 * 3, 1000), today)
    const kept = daily(365 * 3, 1000).filter(({ day }) => !dropped.includes(day))
    expect(kept.map(({ day }) => day)).toContain('2024-03-04')
    expect(dropped).not.toContain('2024-03-04')
    expect(dropped).toContain('2023-12-01')
  })

  test.each([
    ['2024-03-02', false],
    ['2024-03-01', true],
  ])('%s, two years and some days ago, is dropped: %s', (day, dropped) => {
    const counts = [
      { day, entries: 1 },
      { day: today, entries: journalCap },
    ]
    expect(daysToDrop(counts, today)).toEqual(dropped ? [day] : [])
  })

  test('what it was given stays in its order', () => {
    const counts = daily(3, 1)
    const copy = structuredClone(counts)
    daysToDrop(counts, today)
    expect(counts).toEqual(copy)
  })
})
