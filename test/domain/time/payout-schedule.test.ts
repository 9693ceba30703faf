import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthOf } from '../../../src/domain/journal/month'
import { calendarOf } from '../../../src/domain/journal/schedule'
import { overview, shownStore } from '../../../src/domain/overview'
import {
  eveAfter,
  eveOf,
  isPayoutDay,
  type PayoutRhythm,
  payoutFrom,
} from '../../../src/domain/time/payout-schedule'
import { addDays, daysBetween } from '../../../src/domain/time/time'
import { answered, checked, history, later, newId, statusIn } from '../../support/checklist'
import { at, on, zones } from '../../support/time'

const every = (days: number, from: string): PayoutRhythm => ({ kind: 'every', days, from })
const told = (rhythm: PayoutRhythm | null) =>
  ({ id: newId(), store: 'store-1', kind: 'payouts-told', rhythm }) as const
const item = 'deposit-check-before-payout'

describe('the next payout', () => {
  test.each([
    ['on its first day', every(14, '2026-03-03'), '2026-03-03', '2026-03-03'],
    ['the day after', every(14, '2026-03-03'), '2026-03-04', '2026-03-17'],
    ['before the first day', every(14, '2026-03-03'), '2026-02-01', '2026-03-03'],
    ['over the end of a short month', every(14, '2026-01-31'), '2026-02-15', '2026-02-28'],
    ['over a leap day', every(14, '2028-02-20'), '2028-02-21', '2028-03-05'],
    ['over the end of the year', every(30, '2026-12-15'), '2026-12-16', '2027-01-14'],
    ['over the night the clocks go forward', every(7, '2026-03-25'), '2026-03-26', '2026-04-01'],
    ['over the night the clocks go back', every(7, '2026-10-21'), '2026-10-22', '2026-10-28'],
    ['after months without a look', every(14, '2026-01-05'), '2026-07-01', '2026-07-06'],
  ])('%s', (_, rhythm, day, payout) => {
    expect(payoutFrom(rhythm, day)).toBe(payout)
    expect(overview(history([on(day), told(rhythm)]), on(day)).payout).toEqual({
      next: { day: payout, eve: eveOf(payout) },
    })
  })

  test('is unknown when they come on request', () => {
    expect(payoutFrom({ kind: 'on-request' }, '2026-03-03')).toBeUndefined()
    expect(
      overview(history([on('2026-03-03'), told({ kind: 'on-request' })]), on('2026-03-03')).payout,
    ).toBeUndefined()
  })
})

test('an eve lies two days before a payout, after the day asked about, and none lies between', () => {
  const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2026-03-01', days))
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), day, day, (days, from, asked) => {
      const eve = eveAfter(every(days, from), asked)
      if (eve === undefined) throw new Error('no eve')
      const payout = addDays(eve, 2)
      expect(eve > asked).toBe(true)
      expect(Math.abs(daysBetween(from, payout) % days)).toBe(0)
      // None is passed over, but before the first payout there is none.
      if (payout !== from) expect(addDays(eve, -days) <= asked).toBe(true)
    }),
  )
})

describe('the check before a payout', () => {
  const list = history([on('2026-03-04'), told(every(14, '2026-03-17')), checked(item)])

  test.each([
    ['until the eve', '2026-03-14', { kind: 'up-to-date', until: '2026-03-15' }],
    ['on the eve', '2026-03-15', { kind: 'due', since: '2026-03-15' }],
    ['on the day of the payout', '2026-03-17', { kind: 'overdue', since: '2026-03-15' }],
    [
      'a month later, of the payout that was missed first',
      '2026-04-20',
      { kind: 'overdue', since: '2026-03-15' },
    ],
  ])('%s', (_, day, status) => {
    expect(statusIn(list, item, on(day))).toMatchObject(status)
  })

  test.each(['2026-03-15', '2026-03-16', '2026-03-17'])('done on %s, it counts for that payout', (day) => {
    expect(statusIn(later(list, [on(day), checked(item)]), item, on(day))).toMatchObject({
      kind: 'up-to-date',
      until: '2026-03-29',
    })
  })

  test.each(zones)('falls on the eve by the local calendar, an hour after midnight too, in %s', (zone) => {
    const there = history([on('2026-03-04', zone), told(every(14, '2026-03-17')), checked(item)])
    expect(statusIn(there, item, at('2026-03-14 23:30', zone))?.kind).toBe('up-to-date')
    expect(statusIn(there, item, at('2026-03-15 00:30', zone))?.kind).toBe('due')
  })

  test('an interval of the seller’s own goes before, and off is off', () => {
    const own = later(list, [on('2026-03-04'), answered(item, { kind: 'paced', every: 30 })])
    expect(statusIn(own, item, on('2026-03-20'))).toMatchObject({ kind: 'up-to-date', until: '2026-04-03' })
    const off = later(list, [on('2026-03-04'), answered(item, { kind: 'paced', every: 'off' })])
    expect(statusIn(off, item, on('2026-03-20'))?.kind).toBe('not-for-me')
  })

  test('without a rhythm, on request, or taken back: every two weeks as ever', () => {
    for (const rhythm of [null, { kind: 'on-request' }] as const) {
      const without = later(list, [on('2026-03-04'), told(rhythm)])
      expect(statusIn(without, item, on('2026-03-05'))).toMatchObject({ until: '2026-03-18' })
    }
  })

  test('in the calendar it stands on the eve and comes back with the payouts', () => {
    const entry = calendarOf(list, on('2026-03-05')).find((one) => one.item === item)
    expect(entry).toMatchObject({ day: '2026-03-15', every: 14 })
  })

  test.each([
    ['waits on a day between two payouts', '2026-03-25', [], ['2026-03-25', '2026-03-29', 14]],
    ['waits on an eve', '2026-03-29', [], ['2026-03-29', undefined, 14]],
    [
      'is planned for a day between two payouts',
      '2026-03-10',
      [answered(item, { kind: 'snoozed', for: { day: '2026-03-20' } })],
      ['2026-03-20', '2026-03-29', 14],
    ],
    [
      'is checked at the seller’s own interval',
      '2026-03-25',
      [answered(item, { kind: 'paced', every: 30 })],
      ['2026-04-03', undefined, 30],
    ],
  ] as const)(
    'in the calendar, where it %s: its day, and when it returns',
    (_, day, more, [first, again, days]) => {
      const now = on(day)
      const then = later(list, [now, ...more])
      const entry = calendarOf(then, now).find((one) => one.item === item)
      expect([entry?.day, entry?.again, entry?.every]).toEqual([first, again, days])
    },
  )

  test('in a month it stands on its day and on the eves', () => {
    const now = on('2026-03-25')
    const { days } = monthOf(list, shownStore(list), '2026-04', { entries: [], unreadable: [] }, now)
    const there = days.filter(({ entries }) => entries.some((entry) => entry.item === item))
    expect(there.map(({ day }) => day)).toEqual(['2026-04-12', '2026-04-26'])
  })

  test('in the overview its usual interval is that of the payouts', () => {
    const weekly = history([on('2026-03-04'), told(every(7, '2026-03-17'))])
    const view = overview(weekly, on('2026-03-05'))
      .areas.flatMap(({ items }) => items)
      .find(({ id }) => id === item)
    expect(view?.every).toEqual({ days: 7, usual: 7 })
  })
})

test.each([
  ['2026-03-04', true],
  ['2025-03-10', true],
  ['2027-03-01', true],
  ['2024-03-04', false],
  ['2062-03-04', false],
  ['2026-02-30', false],
  ['', false],
])('counting payouts from %s, asked on 4 March 2026: %s', (day, sound) => {
  expect(isPayoutDay(day, '2026-03-04')).toBe(sound)
})
