import { describe, expect, test } from 'vitest'
import { apply, type SellerEvent } from '../../src/domain/checklist'
import type { Commitment } from '../../src/domain/commitment'
import { journalled } from '../../src/domain/journal/journal'
import { calendarOf } from '../../src/domain/journal/schedule'
import { chooseNudge } from '../../src/domain/nudge'
import { overview } from '../../src/domain/overview'
import { pageIds } from '../../src/domain/page'
import { history, later, newId, takenBack } from '../support/checklist'
import { on } from '../support/time'

const measure: Commitment = {
  id: 'own-1',
  title: 'Compare each batch with a sample',
  every: 7,
  origin: { name: 'Appeal of March', on: '2026-03-04', draft: 'draft-1' },
}
const event = (what: Partial<SellerEvent> & { kind: SellerEvent['kind'] }) =>
  ({ id: newId(), store: 'store-1', ...what }) as SellerEvent
const promised = () => event({ kind: 'measure-promised', measure })
const checked = () => event({ kind: 'answered', item: 'own-1', answer: { kind: 'checked' } })
const first = (list: ReturnType<typeof history>, day: string) => overview(list, on(day)).measures[0]

describe('a promised measure', () => {
  const list = history([on('2026-03-04'), promised()])

  test('waits at once, with its origin named', () => {
    expect(first(list, '2026-03-04')).toMatchObject({
      ...measure,
      waiting: true,
      status: { kind: 'never-checked' },
    })
  })

  test.each([
    ['2026-03-11', 'up-to-date'],
    ['2026-03-12', 'due'],
    ['2026-03-13', 'overdue'],
  ])('checked on 5 March and due weekly, on %s it is %s', (day, kind) => {
    expect(first(later(list, [on('2026-03-05'), checked()]), day)?.status.kind).toBe(kind)
  })

  test('is snoozed, set aside, taken back and noted like any other', () => {
    const answers = [
      [{ kind: 'snoozed', for: 'next-week' }, 'planned'],
      [{ kind: 'dismissed' }, 'not-for-me'],
      [{ kind: 'handled-elsewhere', by: 'Ana' }, 'handled-elsewhere'],
    ] as const
    for (const [answer, kind] of answers) {
      const given = event({ kind: 'answered', item: 'own-1', answer })
      const after = later(list, [on('2026-03-05'), given])
      expect(first(after, '2026-03-05')?.status.kind).toBe(kind)
      expect(first(later(after, [on('2026-03-05'), takenBack(given)]), '2026-03-05')?.status.kind).toBe(
        'never-checked',
      )
    }
  })

  test('put in other words, it keeps what was answered; dropped and promised again, too', () => {
    const list2 = later(
      list,
      [on('2026-03-05'), checked()],
      [
        on('2026-03-06'),
        event({ kind: 'measure-promised', measure: { ...measure, title: 'Sample', every: 14 } }),
      ],
    )
    expect(first(list2, '2026-03-06')).toMatchObject({ title: 'Sample', status: { until: '2026-03-19' } })
    const dropped = later(list2, [on('2026-03-06'), event({ kind: 'measure-dropped', measure: 'own-1' })])
    expect(overview(dropped, on('2026-03-06')).measures).toEqual([])
    expect(first(later(dropped, [on('2026-03-06'), promised()]), '2026-03-06')?.status).toMatchObject({
      checked: '2026-03-05',
    })
  })

  test('belongs to its store alone', () => {
    const two = later(list, [
      on('2026-03-04'),
      { id: newId(), store: 'store-2', kind: 'store-added', name: '', login: 'login-1' },
    ])
    expect(two.current).toBe('store-2')
    expect(overview(two, on('2026-03-04')).measures).toEqual([])
  })

  test('an answer that arrives twice counts once', () => {
    const once = checked()
    const after = later(list, [on('2026-03-05'), once])
    expect(apply(after, once, on('2026-03-09'))).toEqual(after)
  })

  test('never becomes a card, on no page', () => {
    // Nothing else is left to say.
    const others = overview(list, on('2026-03-05')).areas.flatMap(({ items }) => items)
    const done = others.map(({ id }) => event({ kind: 'answered', item: id, answer: { kind: 'dismissed' } }))
    const alone = later(list, [on('2026-03-05'), ...done])
    expect(first(alone, '2026-03-05')?.waiting).toBe(true)
    for (const page of pageIds) {
      expect(chooseNudge(alone, { store: 'store-1', page }, on('2026-03-05')), page).toBeUndefined()
    }
  })

  test('is in the calendar without its words', () => {
    const entry = calendarOf(later(list, [on('2026-03-05'), checked()]), on('2026-03-06')).find(
      ({ item }) => item === 'own-1',
    )
    expect(entry).toMatchObject({ id: 'store-1/own-1', day: '2026-03-12', every: 7 })
    expect(JSON.stringify(entry)).not.toContain('batch')
  })

  test.each([
    ['another', 90, ['2026-06-03', 90]],
    ['the promised', 'default', ['2026-03-12', 7]],
    ['no', 'off', [undefined, undefined]],
  ] as const)('at %s pace it is in the calendar at that pace', (_, every, expected) => {
    const paced = event({ kind: 'answered', item: 'own-1', answer: { kind: 'paced', every } })
    const there = later(list, [on('2026-03-05'), checked(), paced])
    const entry = calendarOf(there, on('2026-03-06')).find(({ item }) => item === 'own-1')
    expect([entry?.day, entry?.every]).toEqual(expected)
  })

  test('switched off, but planned for a day, it is in the calendar on that day alone', () => {
    const off = event({ kind: 'answered', item: 'own-1', answer: { kind: 'paced', every: 'off' } })
    const planned = event({
      kind: 'answered',
      item: 'own-1',
      answer: { kind: 'snoozed', for: { day: '2026-03-20' } },
    })
    const entry = calendarOf(later(list, [on('2026-03-05'), off, planned]), on('2026-03-06')).find(
      ({ item }) => item === 'own-1',
    )
    expect(entry?.day).toBe('2026-03-20')
    expect(entry).not.toHaveProperty('every')
  })

  test('the journal keeps that it was promised', () => {
    expect(journalled(promised())).toMatchObject({ kind: 'measure-promised', measure })
  })
})
