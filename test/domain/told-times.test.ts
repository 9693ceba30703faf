import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snoozes } from '../../src/domain/answer'
import { itemIds, itemOf, items } from '../../src/domain/items'
import { overview } from '../../src/domain/overview'
import { pauses } from '../../src/domain/settings'
import { isPaused, pauseFor, silenceAt } from '../../src/domain/silence'
import { isWaiting } from '../../src/domain/status'
import { addDays, dayOf, instantOf } from '../../src/domain/time/time'
import { answered, checked, history, later, newId, statusIn } from '../support/checklist'
import { type Moment, nowAt, on, zones } from '../support/time'

// Whatever a seller is told with a time is held against what the checklist does when that time comes.

const minute = 60_000
const day = 24 * 60 * minute
const moments = fc
  .record({ zone: fc.constantFrom(...zones), instant: fc.integer({ min: 0, max: 730 * 24 * 60 }) })
  .map(({ zone, instant }) => nowAt(Date.UTC(2026, 0, 1) + instant * minute, zone))
const atInstant = (instant: number, { timeZoneId }: Moment) => nowAt(instant, timeZoneId)

test('what is put off asks at the very minute that was told, and not before', () => {
  const answers = fc.oneof(
    fc.constantFrom(...snoozes),
    fc.integer({ min: 1, max: 180 }).map((days) => ({ days })),
  )
  fc.assert(
    fc.property(moments, answers, fc.constantFrom(...itemIds.slice(0, 12)), (now, chosen, item) => {
      const until = typeof chosen === 'string' ? chosen : { day: addDays(dayOf(now), chosen.days) }
      const list = history([now, answered(item, { kind: 'snoozed', for: until })])
      const status = statusIn(list, item, now)
      // Not every item exists for a new store.
      if (status?.kind !== 'planned') {
        expect(itemOf(item).cadence.kind).not.toBe('every')
        return
      }
      expect(status.until).toBeGreaterThan(instantOf(now))
      const just = statusIn(list, item, atInstant(status.until - minute, now))
      expect(just?.kind).toBe('planned')
      const then = statusIn(list, item, atInstant(status.until, now))
      expect(then && isWaiting(then)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('what is up to date is due on the very day that was told, and not the day before', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const list = history([now, ...items.map(({ id }) => checked(id))])
      const view = overview(list, now)
      const told = view.areas.flatMap(({ items: shown }) =>
        shown.flatMap(({ id, status }) =>
          status.kind === 'up-to-date' && status.until !== undefined ? [{ id, until: status.until }] : [],
        ),
      )
      expect(told.length).toBeGreaterThan(30)
      expect(view.nextDue).toBe(told.map(({ until }) => until).sort()[0])
      for (const { id, until } of told) {
        expect(statusIn(list, id, on(addDays(until, -1), now.timeZoneId))?.kind).toBe('up-to-date')
        expect(statusIn(list, id, on(until, now.timeZoneId))?.kind).toBe('due')
      }
    }),
    { numRuns: 10 },
  )
})

test('the check before a payout asks on the day that is told, for each payout in turn', () => {
  fc.assert(
    fc.property(
      moments,
      fc.integer({ min: 3, max: 60 }),
      fc.integer({ min: -60, max: 60 }),
      (now, days, off) => {
        const from = addDays(dayOf(now), off)
        const item = 'deposit-check-before-payout'
        let list = history([
          now,
          { id: newId(), store: 'store-1', kind: 'payouts-told', rhythm: { kind: 'every', days, from } },
          checked(item),
        ])
        let today = now
        for (let round = 0; round < 3; round += 1) {
          const status = statusIn(list, item, today)
          if (status?.kind !== 'up-to-date' || status.until === undefined)
            return expect.fail('has no next day')
          const eve = on(status.until, now.timeZoneId)
          // A payout that is already under way has had its check.
          const next = overview(list, eve).payout?.next
          expect(next?.eve).toBe(status.until)
          expect(statusIn(list, item, on(addDays(status.until, -1), now.timeZoneId))?.kind).toBe('up-to-date')
          expect(statusIn(list, item, eve)?.kind).toBe('due')
          list = later(list, [eve, checked(item)])
          today = eve
        }
      },
    ),
    { numRuns: 60 },
  )
})

describe('no card', () => {
  const showings = { since: 0, opened: true, shown: [] }

  test('comes in a pause until the moment that is told, and one may then', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...pauses), (now, chosen) => {
        const pause = pauseFor(chosen, now)
        const until = pause.until
        if (until === 'told') {
          expect(isPaused({ pause }, atInstant(instantOf(now) + 900 * day, now))).toBe(true)
          return
        }
        expect(isPaused({ pause }, now)).toBe(true)
        expect(silenceAt(showings, { pause }, atInstant(until - 1, now))).toBe('paused')
        expect(silenceAt(showings, { pause }, atInstant(until, now))).toBeUndefined()
        if (chosen === 'today')
          expect(atInstant(until, now).toPlainDate().toString()).toBe(addDays(dayOf(now), 1))
      }),
    )
  })

  test('comes in quiet hours, and one may in every other hour of the day', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(moments, hour, hour, (now, from, to) => {
        for (let hours = 0; hours < 24; hours += 1) {
          const then = now.add({ hours })
          const silent = silenceAt(showings, { quietHours: { from, to } }, then) === 'quiet-hours'
          const isWithin = (then.hour - from + 24) % 24 < (to - from + 24) % 24
          expect(silent).toBe(isWithin)
        }
      }),
    )
  })
})
