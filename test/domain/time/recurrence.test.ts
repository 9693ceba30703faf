import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isDay } from '../../../src/domain/time/day'
import type { PayoutRhythm } from '../../../src/domain/time/payout-schedule'
import {
  dateFrom,
  dueAfter,
  earlyDays,
  firstDue,
  isRecurrence,
  isSometimesTooShort,
  longestIn,
  monthSteps,
  type Recurrence,
} from '../../../src/domain/time/recurrence'

const runs = { numRuns: 500, seed: 20261129 }
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
const date = fc
  .record({ every: fc.constantFrom(...monthSteps), month: fc.integer({ min: 1, max: 12 }) })
  .chain((of) => fc.integer({ min: 1, max: longestIn(of) }).map((day) => ({ ...of, day })))

const monthly = { every: 1, month: 1, day: 31 }
const leapDay = { every: 12, month: 2, day: 29 }

describe('a date of a month', () => {
  test.each([
    ['2026-01-31', '2026-01-31'],
    ['2026-02-01', '2026-02-28'],
    ['2028-02-01', '2028-02-29'],
    ['2026-04-01', '2026-04-30'],
    ['2026-12-31', '2026-12-31'],
  ])('the 31st of every month, from %s, is %s: a shorter month ends on its last day', (from, expected) => {
    expect(dateFrom(monthly, from)).toBe(expected)
  })

  test.each([
    ['2026-03-01', '2027-02-28'],
    ['2027-02-28', '2027-02-28'],
    ['2027-03-01', '2028-02-29'],
    ['2028-02-28', '2028-02-29'],
    ['2028-03-01', '2029-02-28'],
  ])('February 29 of every year, from %s, is %s', (from, expected) => {
    expect(dateFrom(leapDay, from)).toBe(expected)
  })

  test.each([
    ['2026-01-01', '2026-02-07'],
    ['2026-02-08', '2026-05-07'],
    ['2026-12-01', '2027-02-07'],
  ])('the 7th of every third month from February, from %s, is %s', (from, expected) => {
    expect(dateFrom({ every: 3, month: 2, day: 7 }, from)).toBe(expected)
  })

  test('is a day of the calendar, in one of its months, and the first one there is', () => {
    fc.assert(
      fc.property(date, day, (of, from) => {
        const found = dateFrom(of, from)
        expect(isDay(found)).toBe(true)
        expect(found >= from).toBe(true)
        expect(Math.abs(Number(found.slice(5, 7)) - of.month) % of.every).toBe(0)
        expect(daysBetween(from, found)).toBeLessThanOrEqual(31 * of.every)
        // On no day before it: whoever asks from there gets the same one.
        expect(dateFrom(of, addDays(found, -Math.min(1, daysBetween(from, found))))).toBe(found)
        const isLast = addDays(found, 1).slice(0, 7) !== found.slice(0, 7)
        expect(Number(found.slice(8)) === of.day || (isLast && Number(found.slice(8)) < of.day)).toBe(true)
      }),
      runs,
    )
  })

  test('says that it is sometimes too short if, and only if, one of its dates falls on another day', () => {
    fc.assert(
      fc.property(date, (of) => {
        let on = '2026-01-01'
        let isOther = false
        while (on < '2031-01-01') {
          const found = dateFrom(of, on)
          isOther ||= Number(found.slice(8)) !== of.day
          on = addDays(found, 1)
        }
        expect(isSometimesTooShort(of)).toBe(isOther)
      }),
      runs,
    )
  })
})

describe('the next time', () => {
  test.each([
    ['a week before the date counts for it', '2026-03-08', '2026-04-15'],
    ['a day earlier does not', '2026-03-07', '2026-03-15'],
    ['on its day', '2026-03-15', '2026-04-15'],
    ['a day late', '2026-03-16', '2026-04-15'],
  ])('a check of the 15th: %s', (_, checked, next) => {
    expect(dueAfter({ kind: 'months', every: 1, month: 1, day: 15 }, checked, undefined)).toBe(next)
  })

  test('is after the check, not later for an earlier check, and never skips a date', () => {
    fc.assert(
      fc.property(date, day, fc.nat(400), (of, checked, later) => {
        const recurs = { kind: 'months', ...of } as const
        const next = dueAfter(recurs, checked, undefined) ?? ''
        expect(next > checked).toBe(true)
        expect(next <= (dueAfter(recurs, addDays(checked, later), undefined) ?? '')).toBe(true)
        expect(dateFrom(of, addDays(checked, earlyDays(of) + 1))).toBe(next)
        // Done on each of its dates, it comes due on each of them.
        const on = dateFrom(of, checked)
        expect(dueAfter(recurs, on, undefined)).toBe(dateFrom(of, addDays(on, 1)))
      }),
      runs,
    )
  })

  const payouts: PayoutRhythm = { kind: 'every', days: 14, from: '2026-03-18' }

  test.each<[Recurrence, PayoutRhythm | undefined, string | undefined, string | undefined]>([
    [{ kind: 'days', every: 10 }, undefined, '2026-03-04', '2026-03-14'],
    [{ kind: 'weeks', every: 2 }, undefined, '2026-03-04', '2026-03-18'],
    [{ kind: 'months', every: 12, month: 2, day: 29 }, undefined, '2027-02-28', '2027-02-28'],
    [{ kind: 'payouts' }, payouts, '2026-03-16', '2026-03-16'],
    [{ kind: 'payouts' }, undefined, undefined, undefined],
    [{ kind: 'payouts' }, { kind: 'on-request' }, undefined, undefined],
  ])('%j, added on March 4 with payouts %j, is due on %s, and checked then, on %s', (...row) => {
    const [recurs, rhythm, first, next] = row
    expect(firstDue(recurs, '2026-03-04', rhythm)).toBe(first)
    expect(dueAfter(recurs, '2026-03-04', rhythm)).toBe(next)
  })

  test('added between the eve of a payout and the payout, it is due at once', () => {
    expect(firstDue({ kind: 'payouts' }, '2026-03-17', payouts)).toBe('2026-03-17')
  })
})

test.each<[Recurrence, boolean]>([
  [{ kind: 'days', every: 730 }, true],
  [{ kind: 'days', every: 731 }, false],
  [{ kind: 'days', every: 0 }, false],
  [{ kind: 'weeks', every: 104 }, true],
  [{ kind: 'weeks', every: 105 }, false],
  [{ kind: 'weeks', every: 1.5 }, false],
  [{ kind: 'months', every: 5, month: 1, day: 1 }, false],
  [{ kind: 'months', every: 1, month: 1, day: 31 }, true],
  [{ kind: 'months', every: 12, month: 2, day: 29 }, true],
  [{ kind: 'months', every: 12, month: 2, day: 30 }, false],
  [{ kind: 'months', every: 12, month: 13, day: 1 }, false],
  [{ kind: 'months', every: 12, month: 4, day: 31 }, false],
  [{ kind: 'payouts' }, true],
])('%j is a recurrence: %s', (recurs, expected) => {
  expect(isRecurrence(recurs)).toBe(expected)
})
