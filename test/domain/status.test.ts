import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import { emptyChecklist } from '../../src/domain/checklist'
import { snoozeEnd } from '../../src/domain/item-record'
import { type ItemId, itemOf, items } from '../../src/domain/items'
import { isWaiting, statusesOf, statusOf } from '../../src/domain/status'
import { addDays, daysBetween, type LocalDay } from '../../src/domain/time/time'
import {
  answered,
  checked,
  history,
  itemsIn,
  later,
  newId,
  reported,
  statusIn,
  storeOf,
} from '../support/checklist'
import { at, nowAt, on, zones } from '../support/time'

/** The day on which a check was due first, found as a seller would: by looking every day. */
function firstDue(
  list: ReturnType<typeof history>,
  item: ItemId,
  from: LocalDay,
  within = 800,
): LocalDay | undefined {
  for (let day = 0; day <= within; day += 1) {
    const today = addDays(from, day)
    const status = statusIn(list, item, on(today))
    if (status && isWaiting(status)) return today
  }
  return undefined
}

describe('never checked', () => {
  test('is a status of its own: not due, not up to date', () => {
    expect(statusIn(emptyChecklist, 'two-step-on', on('2026-03-04'))).toEqual({ kind: 'never-checked' })
  })

  test('asks for the seller, today and in ten years', () => {
    const status = statusIn(emptyChecklist, 'two-step-on', on('2036-03-04'))
    expect(status && isWaiting(status)).toBe(true)
  })

  test('an event item does not exist before anything happened', () => {
    expect(itemsIn(emptyChecklist, on('2026-03-04'))).not.toContain('offboard-person')
  })
})

describe('the day it returns', () => {
  test.each([
    ['daily', 'performance-notifications-read', '2026-03-04', '2026-03-05'],
    ['weekly', 'odr-watch', '2026-03-04', '2026-03-11'],
    ['every two weeks', 'deposit-check-before-payout', '2026-03-04', '2026-03-18'],
    ['every 30 days, over the end of a short month', 'user-list-review', '2026-01-31', '2026-03-02'],
    ['every 30 days, in a leap year', 'user-list-review', '2028-01-31', '2028-03-01'],
    ['every 90 days, over the end of the year', 'two-step-on', '2026-11-30', '2027-02-28'],
    ['every 365 days, from a leap day', 'password-age-review', '2028-02-29', '2029-02-28'],
    ['weekly, over the night the clocks go forward', 'odr-watch', '2026-03-25', '2026-04-01'],
    ['weekly, over the night the clocks go back', 'odr-watch', '2026-10-21', '2026-10-28'],
    ['daily, on the day that has 23 hours', 'performance-notifications-read', '2026-03-28', '2026-03-29'],
    ['daily, on the day that has 25 hours', 'performance-notifications-read', '2026-10-25', '2026-10-26'],
  ] as const)('%s: %s, checked on %s, is due on %s', (_, item, day, due) => {
    const list = history([on(day), checked(item)])
    const before = addDays(due, -1)
    expect(statusIn(list, item, at(`${before} 23:59`))).toEqual({
      kind: 'up-to-date',
      checked: day,
      until: due,
    })
    expect(statusIn(list, item, at(`${due} 00:00`))).toEqual({ kind: 'due', checked: day, since: due })
    expect(statusIn(list, item, at(`${due} 23:59`))).toEqual({ kind: 'due', checked: day, since: due })
    expect(statusIn(list, item, at(`${addDays(due, 1)} 00:00`))).toEqual({
      kind: 'overdue',
      checked: day,
      since: due,
    })
  })

  test.each(zones)('is a day of the calendar in %s, at any hour of checking', (zone) => {
    for (const hour of ['00:00', '00:30', '09:00', '23:59']) {
      const list = history([at(`2026-03-25 ${hour}`, zone), checked('odr-watch')])
      expect(statusIn(list, 'odr-watch', at('2026-03-31 23:59', zone))?.kind, hour).toBe('up-to-date')
      expect(statusIn(list, 'odr-watch', at('2026-04-01 00:00', zone))?.kind, hour).toBe('due')
    }
  })

  test('counts from the day of the check, not from the day it was due', () => {
    const late = history([on('2026-03-01'), checked('odr-watch')], [on('2026-03-20'), checked('odr-watch')])
    expect(statusIn(late, 'odr-watch', on('2026-03-20'))).toMatchObject({ until: '2026-03-27' })
    const early = history([on('2026-03-01'), checked('odr-watch')], [on('2026-03-02'), checked('odr-watch')])
    expect(statusIn(early, 'odr-watch', on('2026-03-02'))).toMatchObject({ until: '2026-03-09' })
  })

  test('never comes for what is done once and for all', () => {
    const list = history([on('2026-03-04'), checked('bookmark-signin')])
    expect(statusIn(list, 'bookmark-signin', on('2046-03-04'))).toEqual({
      kind: 'up-to-date',
      checked: '2026-03-04',
    })
  })

  test('a laptop asleep for a month: what was missed is due once, from its own day, and one check settles it', () => {
    const list = history([on('2026-03-01'), checked('performance-notifications-read')])
    expect(statusIn(list, 'performance-notifications-read', on('2026-04-01'))).toEqual({
      kind: 'overdue',
      checked: '2026-03-01',
      since: '2026-03-02',
    })
    const done = later(list, [on('2026-04-01'), checked('performance-notifications-read')])
    expect(statusIn(done, 'performance-notifications-read', on('2026-04-01'))?.kind).toBe('up-to-date')
  })
})

describe('an interval of the seller’s own', () => {
  const paced = (every: number | 'off' | 'default') =>
    history(
      [on('2026-03-01'), checked('password-age-review')],
      [on('2026-03-02'), answered('password-age-review', { kind: 'paced', every })],
    )
  test.each([
    [30, '2026-03-31'],
    [90, '2026-05-30'],
    [730, '2028-02-29'],
    ['default', '2027-03-01'],
  ] as const)('%s days: due on %s', (every, due) => {
    expect(firstDue(paced(every), 'password-age-review', '2026-03-01')).toBe(due)
  })

  test('off: set aside since the day it was switched off', () => {
    expect(statusIn(paced('off'), 'password-age-review', on('2026-03-03'))).toEqual({
      kind: 'not-for-me',
      on: '2026-03-02',
    })
  })

  test('off: what happened still makes it due', () => {
    const list = history(
      [on('2026-03-01'), answered('user-list-review', { kind: 'paced', every: 'off' })],
      [on('2026-03-04'), reported('somebody-left')],
    )
    expect(statusIn(list, 'user-list-review', on('2026-03-04'))?.kind).toBe('due')
  })
})

describe('planned', () => {
  const now = at('2026-03-04 10:00')
  const planned = (item: ItemId = 'user-list-review') =>
    history([now, answered(item, { kind: 'snoozed', for: 'tomorrow' })])
  const until = snoozeEnd('tomorrow', now)

  test('until the minute that was promised', () => {
    const list = planned()
    expect(statusIn(list, 'user-list-review', at('2026-03-05 08:59'))).toEqual({
      kind: 'planned',
      until,
      on: '2026-03-04',
    })
    expect(statusIn(list, 'user-list-review', at('2026-03-05 09:00'))).toEqual({ kind: 'never-checked' })
  })

  test.each(['America/Los_Angeles', 'Pacific/Auckland'])(
    'the promise keeps its moment for who travels to %s',
    (zone) => {
      const list = planned()
      expect(statusIn(list, 'user-list-review', nowAt(until - 60_000, zone))?.kind).toBe('planned')
      expect(statusIn(list, 'user-list-review', nowAt(until, zone))?.kind).toBe('never-checked')
    },
  )

  test('an overdue item that was snoozed comes back with its own date', () => {
    const list = history(
      [on('2026-01-01'), checked('user-list-review')],
      [now, answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' })],
    )
    expect(statusIn(list, 'user-list-review', on('2026-03-05'))).toEqual({
      kind: 'overdue',
      checked: '2026-01-01',
      since: '2026-01-31',
    })
  })

  test('a reported item that is snoozed comes back as late', () => {
    const list = history(
      [now, reported('laptop-lost')],
      [now, answered('reset-trusted-devices', { kind: 'snoozed', for: 'tomorrow' })],
    )
    expect(statusIn(list, 'reset-trusted-devices', now)?.kind).toBe('planned')
    expect(statusIn(list, 'reset-trusted-devices', on('2026-03-05'))?.kind).toBe('overdue')
  })

  // The popup offers a snooze on every item, and its answer is "Planned for tomorrow, 09:00".
  test('a snooze of an item that is not due yet is kept too: at the promised hour it asks', () => {
    const list = history(
      [on('2026-03-03'), checked('two-step-on')],
      [now, answered('two-step-on', { kind: 'snoozed', for: 'tomorrow' })],
    )
    const status = statusIn(list, 'two-step-on', at('2026-03-05 09:00'))
    expect(status && isWaiting(status)).toBe(true)
  })
})

describe('set aside', () => {
  const cases: [string, Answer][] = [
    ['not for me', { kind: 'dismissed', reason: 'we have no staff' }],
    ['not for me, no reason', { kind: 'dismissed' }],
    ['handled elsewhere', { kind: 'handled-elsewhere', by: 'our agency' }],
  ]
  const aside = (answer: Answer) => history([on('2026-03-04'), answered('user-list-review', answer)])

  test('keeps who or why, and the day', () => {
    const status = (answer: Answer) => statusIn(aside(answer), 'user-list-review', on('2026-03-05'))
    expect(status({ kind: 'dismissed', reason: 'we have no staff' })).toEqual({
      kind: 'not-for-me',
      on: '2026-03-04',
      reason: 'we have no staff',
    })
    expect(status({ kind: 'dismissed' })).toEqual({ kind: 'not-for-me', on: '2026-03-04' })
    expect(status({ kind: 'handled-elsewhere', by: 'our agency' })).toEqual({
      kind: 'handled-elsewhere',
      by: 'our agency',
      on: '2026-03-04',
    })
  })

  test.each(cases)('%s is asked about again after a year, not a day before', (_, answer) => {
    expect(firstDue(aside(answer), 'user-list-review', '2026-03-04')).toBe('2027-03-04')
    expect(statusIn(aside(answer), 'user-list-review', on('2027-03-04'))).toEqual({
      kind: 'due',
      since: '2027-03-04',
      setAside: '2026-03-04',
    })
    expect(statusIn(aside(answer), 'user-list-review', on('2027-03-05'))?.kind).toBe('overdue')
  })

  test.each(cases)('%s said once more is quiet for another year', (_, answer) => {
    const list = later(aside(answer), [on('2027-03-10'), answered('user-list-review', answer)])
    expect(firstDue(list, 'user-list-review', '2027-03-10')).toBe('2028-03-09')
  })

  test.each(cases)('%s gives way to what happened', (_, answer) => {
    const list = later(aside(answer), [on('2026-03-10'), reported('somebody-left')])
    expect(statusIn(list, 'user-list-review', on('2026-03-10'))).toMatchObject({
      kind: 'due',
      happened: { what: 'somebody-left' },
    })
  })

  test.each(cases)('%s and put back takes its turn again', (_, answer) => {
    const list = later(aside(answer), [on('2026-03-05'), answered('user-list-review', { kind: 'restored' })])
    expect(statusIn(list, 'user-list-review', on('2026-03-05'))).toEqual({ kind: 'never-checked' })
  })

  // "Snoozed and set aside" promises that everything in it can be put back.
  test.each(cases)('%s: a reported item can be put back', (_, answer) => {
    const list = history(
      [on('2026-03-04'), reported('somebody-left')],
      [on('2026-03-04'), answered('offboard-person', answer)],
      [on('2026-03-05'), answered('offboard-person', { kind: 'restored' })],
    )
    expect(statusIn(list, 'offboard-person', on('2026-03-05'))).toMatchObject({
      happened: { what: 'somebody-left' },
    })
  })
})

describe('what was reported', () => {
  test('is due until its hour, then overdue', () => {
    const list = history([on('2026-03-04'), reported('laptop-lost')])
    const kind = (clock: string) => statusIn(list, 'reset-trusted-devices', at(clock))?.kind
    expect(kind('2026-03-04 10:00')).toBe('due')
    expect(kind('2026-03-04 11:00')).toBe('due')
    expect(kind('2026-03-04 11:01')).toBe('overdue')
  })

  test('is due through its day, then overdue', () => {
    const list = history([on('2026-03-04'), reported('somebody-left')])
    const kind = (item: ItemId, clock: string) => statusIn(list, item, at(clock))?.kind
    expect(kind('offboard-person', '2026-03-04 23:59')).toBe('due')
    expect(kind('offboard-person', '2026-03-05 00:00')).toBe('overdue')
    expect(kind('user-list-review', '2026-03-05 23:59')).toBe('due')
    expect(kind('user-list-review', '2026-03-06 00:00')).toBe('overdue')
  })

  test('waits for its day when it may not be done before: the money of a closed account', () => {
    const list = history([on('2026-03-04'), reported('account-deactivated')])
    expect(statusIn(list, 'deactivation-day-marker', at('2026-05-02 23:59'))).toMatchObject({
      kind: 'planned',
      on: '2026-03-04',
      what: 'account-deactivated',
    })
    expect(statusIn(list, 'deactivation-day-marker', at('2026-05-03 00:00'))).toMatchObject({
      kind: 'due',
      since: '2026-05-03',
    })
    expect(statusIn(list, 'deactivation-day-marker', at('2026-05-04 00:00'))?.kind).toBe('overdue')
  })

  test('waits for a midnight that does not exist', () => {
    // Sixty days before the day on which Santiago’s clocks jump from midnight to one.
    const list = history([on('2026-07-08', 'America/Santiago'), reported('account-deactivated')])
    const kind = (clock: string) =>
      statusIn(list, 'deactivation-day-marker', at(clock, 'America/Santiago'))?.kind
    expect(kind('2026-09-05 23:59')).toBe('planned')
    expect(kind('2026-09-06 01:00')).toBe('due')
  })

  test('an event item that was checked is up to date for good, until it happens again', () => {
    const done = history([on('2026-03-04'), reported('somebody-left'), checked('offboard-person')])
    expect(statusIn(done, 'offboard-person', on('2030-01-01'))).toEqual({
      kind: 'up-to-date',
      checked: '2026-03-04',
    })
    const again = later(done, [on('2026-06-01'), reported('somebody-left')])
    expect(statusIn(again, 'offboard-person', on('2026-06-01'))).toMatchObject({
      kind: 'due',
      checked: '2026-03-04',
      since: '2026-06-01',
    })
  })

  test('brings an ordinary item forward; checked, it goes back to its own rhythm', () => {
    const list = history(
      [on('2026-03-01'), checked('user-list-review')],
      [on('2026-03-04'), reported('somebody-left')],
    )
    expect(statusIn(list, 'user-list-review', on('2026-03-04'))?.kind).toBe('due')
    const done = later(list, [on('2026-03-05'), checked('user-list-review')])
    expect(firstDue(done, 'user-list-review', '2026-03-05')).toBe('2026-04-04')
  })

  // "The checks it makes due come up at once."
  test('comes up at once, also where the item had been snoozed before', () => {
    const list = history(
      [on('2026-03-04'), answered('user-list-review', { kind: 'snoozed', for: 'next-week' })],
      [at('2026-03-04 15:00'), reported('intruder-suspected')],
    )
    expect(statusIn(list, 'user-list-review', at('2026-03-04 15:00'))?.kind).toBe('due')
  })

  test('a second report does not put off what the first wants done within the hour', () => {
    const list = history(
      [at('2026-03-04 10:00'), reported('intruder-suspected')],
      [at('2026-03-04 10:20'), reported('somebody-left')],
    )
    expect(statusIn(list, 'user-list-review', at('2026-03-04 11:30'))?.kind).toBe('overdue')
  })

  test('a change of the deposit method does not put off a check that an intruder made urgent', () => {
    const list = history(
      [at('2026-03-04 10:00'), reported('intruder-suspected')],
      [at('2026-03-04 10:20'), reported('changing-deposit-method')],
    )
    const status = statusIn(list, 'deposit-check-before-payout', at('2026-03-04 10:30'))
    expect(status && isWaiting(status)).toBe(true)
  })

  test('a look in four days does not hide a check that is overdue today', () => {
    const list = history(
      [on('2026-01-01'), checked('deposit-check-before-payout')],
      [on('2026-03-04'), reported('changing-deposit-method')],
    )
    const status = statusIn(list, 'deposit-check-before-payout', on('2026-03-04'))
    expect(status && isWaiting(status)).toBe(true)
  })
})

describe('a clock that was wrong', () => {
  const ahead = on('2028-03-04')
  const right = on('2026-03-04')
  const said: [string, ItemId, ReturnType<typeof checked>[]][] = [
    ['checked', 'two-step-on', [checked('two-step-on')]],
    ['checked once and for all', 'bookmark-signin', [checked('bookmark-signin')]],
    ['snoozed', 'two-step-on', [answered('two-step-on', { kind: 'snoozed', for: 'next-week' })]],
    ['not for me', 'two-step-on', [answered('two-step-on', { kind: 'dismissed' })]],
    ['handled elsewhere', 'two-step-on', [answered('two-step-on', { kind: 'handled-elsewhere', by: 'Ana' })]],
    ['reported', 'offboard-person', [reported('somebody-left')]],
    ['reported and checked', 'offboard-person', [reported('somebody-left'), checked('offboard-person')]],
  ]

  test.each(said)(
    'two years ahead and set right: an item %s is not silent for two years',
    (_, item, events) => {
      const list = history([ahead, ...events])
      for (const day of ['2026-03-04', '2026-12-31', '2028-03-02']) {
        const status = statusIn(list, item, on(day))
        expect(status && isWaiting(status), day).toBe(true)
      }
    },
  )

  test.each(said)('and when the clock catches up, an item %s is what it was', (_, item, events) => {
    const list = history([ahead, ...events])
    expect(statusIn(list, item, ahead)).toEqual(statusIn(JSON.parse(JSON.stringify(list)), item, ahead))
    expect(statusIn(list, item, on('2028-03-05'))?.kind).not.toBe('never-checked')
  })

  test('two years ahead: day sixty after a deactivation does not stay silent until 2028', () => {
    const list = history([ahead, reported('account-deactivated')])
    const status = statusIn(list, 'deactivation-day-marker', right)
    expect(status && isWaiting(status)).toBe(true)
  })

  test('nothing says that it has waited since a day that is still to come', () => {
    const list = history([ahead, reported('somebody-left')])
    expect(statusIn(list, 'offboard-person', right)).toMatchObject({ since: '2026-03-04' })
  })

  test('a check after the clock was set right settles it', () => {
    const list = history([ahead, checked('two-step-on')], [right, checked('two-step-on')])
    expect(statusIn(list, 'two-step-on', right)).toMatchObject({ kind: 'up-to-date', checked: '2026-03-04' })
  })

  test('two years behind and set right: what was checked then is overdue, not lost', () => {
    const list = history([on('2024-03-04'), checked('two-step-on')])
    expect(statusIn(list, 'two-step-on', right)).toEqual({
      kind: 'overdue',
      checked: '2024-03-04',
      since: '2024-06-02',
    })
  })

  test('a jump forward and back without an answer changes nothing', () => {
    const list = history([right, checked('two-step-on')])
    const before = statusIn(list, 'two-step-on', right)
    expect(statusIn(list, 'two-step-on', ahead)?.kind).toBe('overdue')
    expect(statusIn(list, 'two-step-on', right)).toEqual(before)
  })
})

describe('a seller who travels', () => {
  test('west, over the date line: what was checked tomorrow by the wall is up to date', () => {
    const list = history([
      at('2026-03-05 08:00', 'Pacific/Auckland'),
      checked('performance-notifications-read'),
    ])
    const landed = at('2026-03-04 15:00', 'America/Los_Angeles')
    expect(statusIn(list, 'performance-notifications-read', landed)).toEqual({
      kind: 'up-to-date',
      checked: '2026-03-05',
      until: '2026-03-06',
    })
  })

  test('east: a weekly check is due on its day of the calendar there', () => {
    const list = history([at('2026-03-04 20:00', 'America/Los_Angeles'), checked('odr-watch')])
    expect(statusIn(list, 'odr-watch', at('2026-03-10 23:59', 'Pacific/Auckland'))?.kind).toBe('up-to-date')
    expect(statusIn(list, 'odr-watch', at('2026-03-11 00:00', 'Pacific/Auckland'))?.kind).toBe('due')
  })

  test.each(zones)('to %s: what was set aside or planned today is believed', (zone) => {
    for (const answer of [{ kind: 'dismissed' }, { kind: 'snoozed', for: 'next-week' }] as const) {
      const list = history([on('2026-03-04', 'Pacific/Auckland'), answered('two-step-on', answer)])
      const now = nowAt(on('2026-03-04', 'Pacific/Auckland').epochMilliseconds + 60_000, zone)
      const status = statusIn(list, 'two-step-on', now)
      expect(status && isWaiting(status), answer.kind).toBe(false)
    }
  })
})

describe('many items checked on one day', () => {
  const day = '2026-03-04'
  const all = items.filter(({ cadence }) => cadence.kind === 'every').map(({ id }) => id)
  const list = history([on(day), checked('backup-super-user-created'), ...all.map((id) => checked(id))])
  const returns = (one: ReturnType<typeof history>) =>
    new Map(
      statusesOf(one, storeOf(one), on(day)).flatMap(({ item, status }) =>
        status.kind === 'up-to-date' && status.until !== undefined
          ? [[item.id, daysBetween(day, status.until)] as const]
          : [],
      ),
    )

  test.each(items.filter(({ cadence }) => cadence.kind === 'every'))(
    '$id returns on its day or at most a fifth of its interval later',
    ({ id, cadence }) => {
      const every = cadence.kind === 'every' ? cadence.days : 0
      const days = returns(list).get(id)
      expect(days).toBeGreaterThanOrEqual(every)
      expect(days).toBeLessThanOrEqual(every + Math.floor(every / 5))
    },
  )

  test('daily ones return the next day, all of them', () => {
    const daily = items.filter(({ cadence }) => cadence.kind === 'every' && cadence.days === 1)
    expect(daily.length).toBeGreaterThan(2)
    for (const { id } of daily) expect(returns(list).get(id), id).toBe(1)
  })

  test('of those with the same interval and owner the first returns on its day, and no two longer ones on one day', () => {
    const quarterly = items.filter(
      ({ scope, cadence }) => scope === 'store' && cadence.kind === 'every' && cadence.days === 90,
    )
    const days = quarterly.map(({ id }) => returns(list).get(id) ?? 0)
    expect(Math.min(...days)).toBe(90)
    expect(new Set(days).size).toBe(quarterly.length)
  })

  test('checked in another order they return the same', () => {
    const backwards = history([
      on(day),
      ...[...all].reverse().map((id) => checked(id)),
      checked('backup-super-user-created'),
    ])
    expect(returns(backwards)).toEqual(returns(list))
  })

  test('an item checked alone returns on its day', () => {
    for (const id of all.filter((one) => itemOf(one).when && !('after' in itemOf(one).when))) {
      const one = itemOf(id).cadence
      expect(returns(history([on(day), checked(id)])).get(id), id).toBe(one.kind === 'every' ? one.days : 0)
    }
  })

  // The wall of red on day 90 is what the spread is for.
  test('they stay spread when the first of them is checked again on its day', () => {
    const three = ['two-step-on', 'mailbox-secured'] as const
    const before = history([on(day), ...three.map((id) => checked(id))])
    const second = statusIn(before, 'mailbox-secured', on(day))
    const after = later(before, [on('2026-06-02'), checked('two-step-on')])
    expect(statusIn(after, 'mailbox-secured', on('2026-06-02'))).toEqual(second)
  })
})

test('a status is computed from what was said alone: asking twice gives the same, and changes nothing', () => {
  const list = history([on('2026-03-04'), checked('two-step-on'), reported('somebody-left')])
  const copy = structuredClone(list)
  const store = storeOf(list)
  expect(statusesOf(list, store, on('2026-06-01'))).toEqual(statusesOf(list, store, on('2026-06-01')))
  expect(list).toEqual(copy)
  expect(statusOf(itemOf('two-step-on'), undefined, on('2026-03-04'))).toEqual({ kind: 'never-checked' })
  expect(newId()).not.toBe(newId())
})
