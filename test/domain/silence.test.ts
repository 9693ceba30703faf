import { describe, expect, test } from 'vitest'
import { cardsPerDay } from '../../src/domain/nudge-policy'
import type { pauses, Settings } from '../../src/domain/settings'
import { believable, pauseFor, type Showings, silenceAt, withShowing } from '../../src/domain/silence'
import { instantOf, type Now } from '../../src/domain/time/time'
import { at, on, zones } from '../support/time'

const now = on('2026-03-04')
const day = 24 * 60 * 60 * 1000

/** A seller who has known Nightlatch for a while and has seen cards at these times. */
const seen = (...shown: Now[]): Showings => ({ since: 0, opened: true, shown: shown.map(instantOf) })

describe('a calm time', () => {
  test('has no reason for silence', () => {
    expect(silenceAt(seen(), {}, now)).toBeUndefined()
  })
})

describe('the first day', () => {
  const since = instantOf(now)
  const fresh: Showings = { since, opened: false, shown: [] }

  test.each([
    ['at the first start', now, 'first-day'],
    ['23 hours 59 minutes later', at('2026-03-05 09:59'), 'first-day'],
    ['a day later', at('2026-03-05 10:00'), undefined],
  ] as const)('%s', (_, when, silence) => {
    expect(silenceAt(fresh, {}, when)).toBe(silence)
  })

  test('is over when popup or dashboard was opened once', () => {
    expect(silenceAt({ ...fresh, opened: true }, {}, now)).toBeUndefined()
  })

  test('that a wrong clock put into the future does not silence', () => {
    expect(silenceAt({ ...fresh, since: since + 700 * day }, {}, now)).toBeUndefined()
  })
})

describe('a pause', () => {
  const pausedAt = (pause: (typeof pauses)[number], when: Now): Settings => ({ pause: pauseFor(pause, when) })

  test.each([
    ['hour', now, at('2026-03-04 10:59'), true],
    ['hour', now, at('2026-03-04 11:00'), false],
    ['today', now, at('2026-03-04 23:59'), true],
    ['today', now, at('2026-03-05 00:00'), false],
    ['today', at('2026-03-04 23:59'), at('2026-03-05 00:00'), false],
    ['told', now, at('2031-01-01 00:00'), true],
  ] as const)('for %s, chosen at %s, is on at %s: %s', (pause, chosen, when, isOn) => {
    expect(silenceAt(seen(), pausedAt(pause, chosen), when)).toBe(isOn ? 'paused' : undefined)
  })

  test.each([
    ['23 hours', '2026-03-29'],
    ['25 hours', '2026-10-25'],
  ])('for today, of a day of %s, ends at midnight', (_, local) => {
    const settings = pausedAt('today', at(`${local} 00:00`))
    expect(silenceAt(seen(), settings, at(`${local} 23:59`))).toBe('paused')
    expect(silenceAt(seen(), settings, at(`${local} 23:59`).add({ minutes: 1 }))).toBeUndefined()
  })

  test.each(zones)('for today ends at the midnight of %s', (zone) => {
    const settings = pausedAt('today', at('2026-06-04 15:00', zone))
    expect(settings.pause).toEqual({ until: instantOf(at('2026-06-05 00:00', zone)) })
  })

  test('for an hour is an hour, also over a change of the clocks', () => {
    const settings = pausedAt('hour', at('2026-03-29 01:30'))
    expect(silenceAt(seen(), settings, at('2026-03-29 03:29'))).toBe('paused')
    expect(silenceAt(seen(), settings, at('2026-03-29 03:30'))).toBeUndefined()
  })

  test.each(['hour', 'today'] as const)(
    'for %s, chosen while the clock was two years ahead, does not last two years',
    (pause) => {
      expect(silenceAt(seen(), pausedAt(pause, on('2028-03-04')), now)).toBeUndefined()
    },
  )

  test('comes before every other reason', () => {
    const all = { ...pausedAt('told', now), quietHours: { from: 0, to: 23 } }
    expect(silenceAt({ since: instantOf(now), opened: false, shown: [instantOf(now)] }, all, now)).toBe(
      'paused',
    )
  })
})

describe('quiet hours', () => {
  test.each([
    [20, 8, '19:59', false],
    [20, 8, '20:00', true],
    [20, 8, '23:59', true],
    [20, 8, '00:00', true],
    [20, 8, '07:59', true],
    [20, 8, '08:00', false],
    [12, 14, '11:59', false],
    [12, 14, '12:00', true],
    [12, 14, '13:59', true],
    [12, 14, '14:00', false],
    [0, 6, '00:00', true],
    [0, 6, '06:00', false],
    [22, 0, '23:30', true],
    [22, 0, '00:00', false],
    // No hour at all, not all of them: whoever wants none at all pauses.
    [9, 9, '09:00', false],
  ])('from %d to %d at %s: quiet is %s', (from, to, clock, isQuiet) => {
    expect(silenceAt(seen(), { quietHours: { from, to } }, at(`2026-03-04 ${clock}`))).toBe(
      isQuiet ? 'quiet-hours' : undefined,
    )
  })

  test.each([
    ['the night in which an hour is skipped, before', '2026-03-29T01:59+01:00', true],
    ['the night in which an hour is skipped, after', '2026-03-29T03:00+02:00', false],
    ['the night with an hour twice, its first', '2026-10-25T02:30+02:00', true],
    ['the night with an hour twice, its second', '2026-10-25T02:30+01:00', true],
    ['the night with an hour twice, after', '2026-10-25T03:00+01:00', false],
  ])('go by the clock on the wall: %s', (_, text, isQuiet) => {
    const [date = '', rest = ''] = text.split('T')
    const when = at(`${date}T${rest}`)
    expect(silenceAt(seen(), { quietHours: { from: 1, to: 3 } }, when)).toBe(
      isQuiet ? 'quiet-hours' : undefined,
    )
  })

  test('are those of the place where the seller is', () => {
    const settings: Settings = { quietHours: { from: 20, to: 8 } }
    const instant = at('2026-03-04 21:00')
    expect(silenceAt(seen(), settings, instant)).toBe('quiet-hours')
    expect(silenceAt(seen(), settings, instant.withTimeZone('America/New_York'))).toBeUndefined()
  })

  test('that are off silence nothing', () => {
    expect(silenceAt(seen(), {}, at('2026-03-04 03:00'))).toBeUndefined()
  })
})

describe('two cards', () => {
  test.each([
    ['3 hours 59 minutes', '13:59', 'gap'],
    ['4 hours', '14:00', undefined],
  ] as const)('are %s apart at %s: %s', (_, clock, silence) => {
    expect(silenceAt(seen(now), {}, at(`2026-03-04 ${clock}`))).toBe(silence)
  })

  test('are four hours apart also across midnight and over a change of the clocks', () => {
    expect(silenceAt(seen(at('2026-03-04 23:00')), {}, at('2026-03-05 02:59'))).toBe('gap')
    expect(silenceAt(seen(at('2026-03-29 01:00')), {}, at('2026-03-29 05:59'))).toBe('gap')
    expect(silenceAt(seen(at('2026-03-29 01:00')), {}, at('2026-03-29 06:00'))).toBeUndefined()
  })

  test('are all that a day has', () => {
    const two = seen(at('2026-03-04 08:00'), at('2026-03-04 12:00'))
    expect(cardsPerDay).toBe(2)
    expect(silenceAt(two, {}, at('2026-03-04 23:59'))).toBe('day-cap')
    expect(silenceAt(two, {}, at('2026-03-05 00:00'))).toBeUndefined()
  })

  test.each([
    [{ cardsPerDay: 1 }, '13:00', 'day-cap'],
    [{ cardsPerDay: 3, cardGapHours: 2 }, '13:59', 'gap'],
    [{ cardsPerDay: 3, cardGapHours: 2 }, '14:00', undefined],
    [{ cardsPerDay: 3, cardGapHours: 8 }, '19:59', 'gap'],
    [{ cardsPerDay: 3, cardGapHours: 8 }, '20:00', undefined],
  ] as const)(
    'are as many and as far apart as the seller chose: %o, at %s: %s',
    (settings, clock, silence) => {
      const two = seen(at('2026-03-04 08:00'), at('2026-03-04 12:00'))
      expect(silenceAt(two, settings, at(`2026-03-04 ${clock}`))).toBe(silence)
    },
  )

  test('the day is the local one', () => {
    const two = seen(at('2026-03-04 15:30'), at('2026-03-04 19:30'))
    const later = at('2026-03-05 00:30')
    expect(silenceAt(two, {}, later)).toBeUndefined()
    // Half past six in the evening of the same day.
    expect(silenceAt(two, {}, later.withTimeZone('America/New_York'))).toBe('day-cap')
  })

  test('of yesterday do not count', () => {
    expect(
      silenceAt(seen(at('2026-03-03 08:00'), at('2026-03-03 23:00')), {}, at('2026-03-04 08:00')),
    ).toBeUndefined()
  })
})

describe('cards that a wrong clock dated ahead', () => {
  const ahead = seen(on('2028-03-04'), on('2028-03-04').add({ hours: 5 }))

  test('silence nothing', () => {
    expect(silenceAt(ahead, {}, now)).toBeUndefined()
  })

  test('silence nothing either when the clock is a few minutes ahead only', () => {
    expect(silenceAt(seen(now.add({ minutes: 5 })), {}, now)).toBeUndefined()
  })

  test('are forgotten with the next showing, so that they never count again', () => {
    const after = withShowing(ahead, now)
    expect(after.shown).toEqual([instantOf(now)])
    expect(silenceAt(after, {}, on('2028-03-04').add({ hours: 6 }))).toBeUndefined()
  })

  test('do not hide those of today', () => {
    const mixed = { ...seen(now), shown: [instantOf(now), instantOf(on('2028-03-04'))] }
    expect(silenceAt(mixed, {}, at('2026-03-04 11:00'))).toBe('gap')
  })
})

describe('what is remembered of showings', () => {
  test('is this one, with those of seven days, oldest first', () => {
    const weekAgo = now.subtract({ days: 7 })
    const lately = weekAgo.add({ seconds: 1 })
    const before = seen(on('2026-02-01'), weekAgo, lately, at('2026-03-04 06:00'))
    expect(withShowing(before, now)).toEqual({
      ...before,
      shown: [lately, at('2026-03-04 06:00'), now].map(instantOf),
    })
  })

  test('stays a handful, however long it goes on', () => {
    let showings = seen()
    for (let hours = 0; hours < 24 * 400; hours += 4) showings = withShowing(showings, now.add({ hours }))
    expect(showings.shown.length).toBeLessThanOrEqual(7 * 6)
  })

  test('says nothing of the first day', () => {
    expect(withShowing({ since: 5, opened: false, shown: [] }, now)).toMatchObject({
      since: 5,
      opened: false,
    })
  })
})

test('what a wrong clock wrote of cards and notifications to come is not believed, and the rest is', () => {
  const later = instantOf(now) + 1
  const kept: Showings = { since: 1, opened: true, shown: [2, instantOf(now)], told: 3 }
  expect(believable(kept, now)).toEqual(kept)
  expect(believable({ ...kept, shown: [2, later, instantOf(now), later + day], told: later }, now)).toEqual({
    since: 1,
    opened: true,
    shown: [2, instantOf(now)],
  })
})
