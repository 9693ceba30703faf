import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import type { SellerEvent } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { cardsPerDay } from '../../src/domain/nudge-policy'
import { isWaiting } from '../../src/domain/status'
import { statusText } from '../../src/i18n/status-text'
import { again, background, okOf } from '../support/background'
import { answered, checked, newId, reported } from '../support/checklist'
import { inEnglish } from '../support/i18n'
import { at, type Moment, on } from '../support/time'

// A clock that was wrong: set years ahead or back, and right again, with answers given meanwhile.

const today = '2026-03-04'
const ahead = on('2028-03-04')
const right = on(today)

/** The same browser after its clock was set, as the next worker finds it. */
const set = (one: ReturnType<typeof background>, now: Moment) => {
  one.platform.kill()
  return again(one.platform, now)
}

const rowsOf = async (one: ReturnType<typeof background>) =>
  (await one.overview()).areas.flatMap((area) => area.items)

describe('the half-hourly look', () => {
  test.each([
    ['two years ahead', '2028-03-04 10:00', 2],
    ['a day ahead', '2026-03-05 10:00', 2],
    ['an hour ahead', '2026-03-04 11:00', 2],
    ['right', '2026-03-04 10:00', 1],
    ['a quarter of an hour slow', '2026-03-04 09:45', 1],
  ])('set while the clock was %s is in time', async (_, clock, made) => {
    const before = background({ now: at(clock) })
    await before.platform.settled()
    const one = set(before, right)
    await one.platform.settled()
    const created = [...before.platform.alarms.calls, ...one.platform.alarms.calls]
    expect(created.filter((call) => call === 'create tick')).toHaveLength(made)
    const next = await one.platform.alarms.next('tick')
    expect(next).toBeLessThanOrEqual(right.epochMilliseconds + 30 * 60_000)
    expect(one.platform.kept.alarms.get('tick')).toBe(30)
  })
})

describe('what was answered while the clock was two years ahead', () => {
  const answers: readonly Answer[] = [
    { kind: 'checked' },
    { kind: 'dismissed' },
    { kind: 'dismissed', reason: 'no such thing' },
    { kind: 'handled-elsewhere', by: 'Ana' },
    { kind: 'snoozed', for: 'hour' },
    { kind: 'snoozed', for: 'next-week' },
    { kind: 'snoozed', for: { day: '2028-08-30' } },
    { kind: 'paced', every: 'off' },
    { kind: 'paced', every: 90 },
  ]
  const given: [string, SellerEvent[]][] = [
    ...answers.map((answer): [string, SellerEvent[]] => [
      `every item ${JSON.stringify(answer)}`,
      items.map(({ id }) => answered(id, answer)),
    ]),
    [
      'every item checked, and put off',
      items.flatMap(({ id }) => [checked(id), answered(id, { kind: 'snoozed', for: 'hour' })]),
    ],
    ['somebody left', [reported('somebody-left')]],
    ['an intruder', [checked('two-step-on'), reported('intruder-suspected')]],
    ['a deactivation', [reported('account-deactivated')]],
  ]

  test.each(given)(
    '%s: is told without a day that has not been, and is asked about again',
    async (_, events) => {
      const before = background({ now: ahead })
      for (const event of events) okOf(await before.change(event))
      const one = set(before, right)
      const rows = await rowsOf(one)
      const i18n = inEnglish()
      for (const { status } of rows) {
        expect(statusText(i18n, status)).not.toContain('2028')
        expect(JSON.stringify({ ...status, setAside: '', on: '' })).not.toContain('2028')
      }
      const isOff = events.some(
        (event) => event.kind === 'answered' && JSON.stringify(event).includes('"off"'),
      )
      expect(rows.every(({ status }) => isOff || isWaiting(status))).toBe(true)
    },
  )

  test('counts as before from the next answer on', async () => {
    const before = background({ now: ahead })
    okOf(await before.change(checked('two-step-on')))
    const one = set(before, right)
    okOf(await one.change(checked('two-step-on')))
    expect(await one.statusOf('two-step-on')).toMatchObject({ kind: 'up-to-date', checked: today })
  })

  test('stands on its own day when that comes', async () => {
    const before = background({ now: ahead })
    okOf(await before.change(checked('two-step-on')))
    const one = set(set(before, right), ahead)
    expect(await one.statusOf('two-step-on')).toMatchObject({ kind: 'up-to-date', checked: '2028-03-04' })
  })
})

describe('cards', () => {
  /** Every half hour of a day on the home page, each card closed. */
  const cardsOn = async (one: ReturnType<typeof background>, day: string) => {
    let shown = 0
    for (let half = 0; half < 48; half += 1) {
      one.platform.clock(
        at(`${day} ${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`),
      )
      const card = await one.card()
      if (card) shown += 1
      await one.free()
    }
    return shown
  }

  test.each([
    ['ahead', ['2026-03-03', '2028-03-04', '2026-03-05']],
    ['back', ['2026-03-03', '2020-01-01', '2026-03-05']],
    ['ahead and back', ['2026-03-03', '2031-01-01', '2001-01-01', '2026-03-05']],
  ])('are as many as on any day, whichever way the clock jumps: %s', async (_, days) => {
    const one = background({ now: on('2026-03-03') })
    for (const day of days) expect(await cardsOn(one, day)).toBe(cardsPerDay)
  })

  test('are not silenced by a pause that was begun while the clock was ahead', async () => {
    const before = background({ now: ahead })
    okOf(await before.ask('pause', { for: 'today' }))
    const one = set(before, right)
    expect((await one.overview()).paused).toBe(false)
    expect(await one.card()).not.toBeNull()
  })
})

describe('notifications', () => {
  const withNotifications = async (now: Moment) => {
    const one = background({ now, kept: { local: {}, allowed: new Set(['notifications']) } })
    okOf(await one.ask('choose', { notifications: true }))
    return one
  }
  const ring = async (one: ReturnType<typeof background>, now: Moment) => {
    one.platform.clock(now)
    one.platform.ring('tick')
    await one.platform.settled()
  }

  test('do not flood when the clock jumps over the times of many plans', async () => {
    const one = await withNotifications(right)
    for (const { id } of items) okOf(await one.change(answered(id, { kind: 'snoozed', for: 'tomorrow' })))
    for (const hour of ['09:00', '10:00', '11:00']) await ring(one, at(`2026-03-05 ${hour}`))
    expect(one.platform.notifications.shown).toHaveLength(1)
    await ring(one, ahead)
    await ring(one, right)
    expect(one.platform.notifications.shown).toHaveLength(1)
  })

  test('come for a plan made after the clock was right again', async () => {
    const before = await withNotifications(ahead)
    okOf(await before.change(answered('two-step-on', { kind: 'snoozed', for: 'hour' })))
    await ring(before, at('2028-03-04 11:00'))
    const shown = before.platform.notifications.shown.length
    const one = set(before, right)
    okOf(await one.change(answered('two-step-on', { kind: 'snoozed', for: 'hour' })))
    await ring(one, at('2026-03-04 10:30'))
    expect(one.platform.notifications.shown).toHaveLength(0)
    await ring(one, at('2026-03-04 11:00'))
    expect(one.platform.notifications.shown).toHaveLength(1)
    expect(shown).toBe(1)
  })
})

describe('days that nobody can mean are refused by message too', () => {
  test.each<[string, object]>([
    [
      'a snooze to yesterday',
      { kind: 'answered', item: 'two-step-on', answer: { kind: 'snoozed', for: { day: '2026-03-03' } } },
    ],
    [
      'a snooze to 2206',
      { kind: 'answered', item: 'two-step-on', answer: { kind: 'snoozed', for: { day: '2206-03-05' } } },
    ],
    ['payouts from 2206', { kind: 'payouts-told', rhythm: { kind: 'every', days: 14, from: '2206-03-05' } }],
    [
      'a measure promised in 2206',
      {
        kind: 'measure-promised',
        measure: { id: 'own-1', title: 'x', every: 7, origin: { name: 'x', on: '2206-03-05' } },
      },
    ],
  ])('%s', async (_, what) => {
    const one = background({ now: right })
    await one.platform.settled()
    const before = structuredClone(one.platform.kept.local)
    const event = { id: newId(), store: 'store-1', ...what } as SellerEvent
    expect(await one.change(event)).toEqual({ error: 'refused' })
    expect(one.platform.kept.local).toEqual(before)
  })
})
