import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import {
  apply,
  type Checklist,
  type ChecklistEvent,
  ChecklistProblem,
  emptyChecklist,
  isOvertaken,
  recordKey,
  type SellerEvent,
} from '../../src/domain/checklist'
import { incidentOf } from '../../src/domain/incidents'
import { type Said, snoozeEnd } from '../../src/domain/item-record'
import { itemOf } from '../../src/domain/items'
import { presentStores } from '../../src/domain/present-stores'
import { dayOf, instantOf } from '../../src/domain/time/time'
import {
  answered,
  checked,
  history,
  itemsIn,
  later,
  newId,
  recordOf,
  reported,
  shown,
  statusIn,
  storeAdded,
  storeOf,
  takenBack,
} from '../support/checklist'
import { at, nowAt, on } from '../support/time'

const monday = on('2026-03-02')
const tuesday = on('2026-03-03')

/** What the seller has said of an item, without what is kept for undo and for answers that come twice. */
function saidOf(checklist: Checklist, item: Parameters<typeof recordOf>[1]): Said | undefined {
  const record = recordOf(checklist, item)
  if (!record) return undefined
  const { before: _before, events: _events, ...said } = record
  return said
}

describe('a new seller', () => {
  test('has one store, one login and said nothing', () => {
    expect(presentStores(emptyChecklist)).toHaveLength(1)
    expect(emptyChecklist.records).toEqual({})
    expect(storeOf(emptyChecklist).profile).toEqual({})
  })
})

describe('answers', () => {
  test('a check is dated with the seller’s own day', () => {
    const moment = instantOf(at('2026-03-04 01:00', 'Europe/Berlin'))
    const day = (zone: string) =>
      saidOf(history([nowAt(moment, zone), checked('two-step-on')]), 'two-step-on')?.checked
    expect(day('Europe/Berlin')).toBe('2026-03-04')
    expect(day('America/Los_Angeles')).toBe('2026-03-03')
    expect(day('Pacific/Auckland')).toBe('2026-03-04')
  })

  test('a check ends whatever was planned, set aside or given to others', () => {
    const answers: Answer[] = [
      { kind: 'snoozed', for: 'next-week' },
      { kind: 'dismissed', reason: 'no staff' },
      { kind: 'handled-elsewhere', by: 'our agency' },
      { kind: 'closed' },
    ]
    for (const answer of answers) {
      const list = history(
        [monday, answered('user-list-review', answer)],
        [tuesday, checked('user-list-review')],
      )
      expect(saidOf(list, 'user-list-review'), answer.kind).toEqual({ checked: '2026-03-03' })
    }
  })

  test('note and interval outlive a check, a snooze and a dismissal', () => {
    const own: ChecklistEvent[] = [
      answered('user-list-review', { kind: 'noted', note: 'ask Ana' }),
      answered('user-list-review', { kind: 'paced', every: 45 }),
    ]
    for (const kind of ['checked', 'snoozed', 'dismissed', 'handled-elsewhere', 'restored'] as const) {
      const answer = kind === 'snoozed' ? { kind, for: 'tomorrow' as const } : { kind, by: 'Ana' }
      const list = history([monday, ...own, answered('user-list-review', answer as Answer)])
      expect(saidOf(list, 'user-list-review'), kind).toMatchObject({
        note: 'ask Ana',
        pace: { every: 45, on: '2026-03-02' },
      })
    }
  })

  test('an empty note is no note', () => {
    const list = history(
      [monday, answered('two-step-on', { kind: 'noted', note: 'ask Ana' })],
      [tuesday, answered('two-step-on', { kind: 'noted', note: '' })],
    )
    expect(saidOf(list, 'two-step-on')).toEqual({})
  })

  test('closing keeps what was said and is itself no answer', () => {
    const list = history(
      [monday, answered('two-step-on', { kind: 'dismissed', reason: 'shared with Ana' })],
      [tuesday, answered('two-step-on', { kind: 'closed' })],
    )
    expect(saidOf(list, 'two-step-on')).toEqual({
      standing: { kind: 'not-for-me', on: '2026-03-02', reason: 'shared with Ana' },
      quietUntil: instantOf(on('2026-03-04')),
    })
  })

  test('putting back an item that was switched off brings its own rhythm back; a chosen interval stays', () => {
    const off = history(
      [monday, answered('password-age-review', { kind: 'paced', every: 'off' })],
      [tuesday, answered('password-age-review', { kind: 'restored' })],
    )
    expect(saidOf(off, 'password-age-review')).toEqual({})
    const slow = history(
      [monday, answered('password-age-review', { kind: 'paced', every: 60 })],
      [tuesday, answered('password-age-review', { kind: 'restored' })],
    )
    expect(saidOf(slow, 'password-age-review')?.pace?.every).toBe(60)
  })

  test('going back to the default forgets the chosen interval', () => {
    const list = history(
      [monday, answered('two-step-on', { kind: 'paced', every: 30 })],
      [tuesday, answered('two-step-on', { kind: 'paced', every: 'default' })],
    )
    expect(saidOf(list, 'two-step-on')).toEqual({})
  })
})

describe('snooze', () => {
  const end = (snooze: Parameters<typeof snoozeEnd>[0], now: ReturnType<typeof at>) =>
    nowAt(snoozeEnd(snooze, now), now.timeZoneId).toString({ timeZoneName: 'never', smallestUnit: 'minute' })

  test.each([
    ['hour', '2026-03-04 10:07', '2026-03-04T11:07+01:00'],
    ['hour', '2026-03-04 23:30', '2026-03-05T00:30+01:00'],
    ['tomorrow', '2026-03-04 00:05', '2026-03-05T09:00+01:00'],
    ['tomorrow', '2026-03-04 23:55', '2026-03-05T09:00+01:00'],
    ['tomorrow', '2026-02-28 10:00', '2026-03-01T09:00+01:00'],
    ['tomorrow', '2028-02-28 10:00', '2028-02-29T09:00+01:00'],
    ['tomorrow', '2026-12-31 10:00', '2027-01-01T09:00+01:00'],
    ['next-week', '2026-03-01 10:00', '2026-03-02T09:00+01:00'],
    ['next-week', '2026-03-02 10:00', '2026-03-09T09:00+01:00'],
    ['next-week', '2026-03-07 10:00', '2026-03-09T09:00+01:00'],
    // Over the night in which the clocks change: nine in the morning by the clock on the wall.
    ['tomorrow', '2026-03-28 10:00', '2026-03-29T09:00+02:00'],
    ['tomorrow', '2026-10-24 10:00', '2026-10-25T09:00+01:00'],
    ['next-week', '2026-03-26 10:00', '2026-03-30T09:00+02:00'],
    // An hour is an hour, whatever the clocks do.
    ['hour', '2026-03-29 01:30', '2026-03-29T03:30+02:00'],
    ['hour', '2026-10-25 02:30+02:00', '2026-10-25T02:30+01:00'],
  ] as const)('%s, asked in Berlin at %s, ends at %s', (snooze, clock, until) => {
    expect(end(snooze, at(clock))).toBe(until)
  })

  test.each([
    ['tomorrow', '2026-03-07 10:00', '2026-03-08T09:00-04:00'],
    ['tomorrow', '2026-10-31 10:00', '2026-11-01T09:00-05:00'],
    ['hour', '2026-03-08 01:30', '2026-03-08T03:30-04:00'],
  ] as const)('%s, asked in New York at %s, ends at %s', (snooze, clock, until) => {
    expect(end(snooze, at(clock, 'America/New_York'))).toBe(until)
  })

  test.each([
    ['2026-03-05', '2026-03-05T09:00+01:00', 'tomorrow'],
    ['2026-03-29', '2026-03-29T09:00+02:00', 'the day the clocks change'],
    ['2026-08-30', '2026-08-30T09:00+02:00', 'one day short of the cap'],
    ['2026-08-31', '2026-08-31T09:00+02:00', 'the last day, 180 days on'],
  ])('a day of the seller’s own, %s, ends at %s: %s', (day, until) => {
    expect(end({ day }, on('2026-03-04'))).toBe(until)
  })
})

describe('refused, whoever asks', () => {
  const now = on('2026-03-04')
  const every = (days: number) => ({ kind: 'paced', every: days }) as const
  const until = (day: string) => ({ kind: 'snoozed', for: { day } }) as const
  const payouts = (from: string, days = 14): ChecklistEvent => ({
    id: newId(),
    store: 'store-1',
    kind: 'payouts-told',
    rhythm: { kind: 'every', days, from },
  })
  const promised = (day: string, days = 30): ChecklistEvent => ({
    id: newId(),
    store: 'store-1',
    kind: 'measure-promised',
    measure: { id: 'own-1', title: 'x', every: days, origin: { name: 'x', on: day } },
  })

  test.each<[string, ChecklistEvent]>([
    ['a snooze to yesterday', answered('two-step-on', until('2026-03-03'))],
    ['a snooze to today', answered('two-step-on', until('2026-03-04'))],
    ['a snooze beyond the cap', answered('two-step-on', until('2026-09-01'))],
    ['a snooze to a mistyped year', answered('two-step-on', until('2206-03-05'))],
    ['a snooze to no day', answered('two-step-on', until('2026-02-30'))],
    ['an interval of no days', answered('two-step-on', every(0))],
    ['an interval of half a day', answered('two-step-on', every(0.5))],
    ['an interval of years', answered('two-step-on', every(731))],
    ['an interval too short for a password', answered('password-age-review', every(29))],
    ['payouts of a mistyped year', payouts('2206-03-04')],
    ['payouts of long ago', payouts('2020-03-04')],
    ['payouts every day', payouts('2026-03-04', 1)],
    ['payouts every year', payouts('2026-03-04', 365)],
    ['a promise made tomorrow week', promised('2026-03-11')],
    ['a promise kept every hundred years', promised('2026-03-01', 36_500)],
  ])('%s', (_, event) => {
    expect(() => later(emptyChecklist, [now, event])).toThrow(ChecklistProblem)
  })

  test.each<[string, ChecklistEvent]>([
    ['a snooze to tomorrow', answered('two-step-on', until('2026-03-05'))],
    ['a snooze to the last day', answered('two-step-on', until('2026-08-31'))],
    ['an interval of a day', answered('two-step-on', every(1))],
    ['payouts of next week', payouts('2026-03-11')],
    ['a promise made today, where the seller was a day ahead', promised('2026-03-05')],
  ])('but not %s', (_, event) => {
    expect(later(emptyChecklist, [now, event])).not.toEqual(emptyChecklist)
  })

  test('nor the same snooze that arrives again when its day has come', () => {
    const event = answered('two-step-on', until('2026-03-05'))
    const list = history([now, event])
    expect(later(list, [on('2026-03-06'), event])).toEqual(list)
  })

  test('a promise that was kept under a day that lies ahead can still be put in other words', () => {
    const ahead = history([on('2028-03-04'), promised('2028-03-04')])
    const [measure] = later(ahead, [now, promised('2028-03-04', 7)]).stores[0]?.measures ?? []
    expect(measure).toMatchObject({ every: 7 })
  })
})

describe('undo', () => {
  const earlier = [
    ['nothing said', []],
    ['checked', [checked('user-list-review')]],
    ['snoozed', [answered('user-list-review', { kind: 'snoozed', for: 'next-week' })]],
    ['not for me', [answered('user-list-review', { kind: 'dismissed', reason: 'no staff' })]],
    ['handled elsewhere', [answered('user-list-review', { kind: 'handled-elsewhere', by: 'Ana' })]],
    ['reported', [checked('user-list-review'), reported('somebody-left')]],
    [
      'own interval and note',
      [
        answered('user-list-review', { kind: 'paced', every: 45 }),
        answered('user-list-review', { kind: 'noted', note: 'ask Ana' }),
      ],
    ],
    ['closed', [checked('user-list-review'), answered('user-list-review', { kind: 'closed' })]],
  ] as const
  const answers: Answer[] = [
    { kind: 'checked' },
    { kind: 'snoozed', for: 'tomorrow' },
    { kind: 'dismissed', reason: 'we have no staff' },
    { kind: 'handled-elsewhere', by: 'our agency' },
    { kind: 'restored' },
    { kind: 'noted', note: 'see the binder' },
    { kind: 'paced', every: 60 },
    { kind: 'paced', every: 'off' },
    { kind: 'paced', every: 'default' },
  ]

  test.each(earlier.flatMap(([name, events]) => answers.map((answer) => [name, answer, events] as const)))(
    '%s, then %o, taken back: exactly as before',
    (_, answer, events) => {
      const before = history([monday, ...events])
      const given = answered('user-list-review', answer)
      const after = later(before, [tuesday, given], [at('2026-03-03 10:05'), takenBack(given)])
      expect(saidOf(after, 'user-list-review') ?? {}).toEqual(saidOf(before, 'user-list-review') ?? {})
      expect(statusIn(after, 'user-list-review', tuesday)).toEqual(
        statusIn(before, 'user-list-review', tuesday),
      )
      expect(after.stores).toBe(before.stores)
    },
  )

  test('is one step deep: taking back twice changes nothing more', () => {
    const given = answered('two-step-on', { kind: 'dismissed' })
    const once = history([monday, checked('two-step-on')], [tuesday, given, takenBack(given)])
    const twice = later(once, [tuesday, takenBack(given)])
    expect(saidOf(once, 'two-step-on')).toEqual({ checked: '2026-03-02' })
    expect(saidOf(twice, 'two-step-on')).toEqual({ checked: '2026-03-02' })
  })

  test('after a card was closed, takes back the last real answer', () => {
    const snoozed = answered('two-step-on', { kind: 'snoozed', for: 'hour' })
    const list = history(
      [monday, checked('two-step-on')],
      [tuesday, snoozed],
      [on('2026-03-04'), answered('two-step-on', { kind: 'closed' }), takenBack(snoozed)],
    )
    expect(saidOf(list, 'two-step-on')).toEqual({ checked: '2026-03-02' })
  })
})

describe('an undo takes back what it names', () => {
  const check = checked('user-list-review')
  const list = history([monday, storeAdded('store-2', 'login-2'), check])
  const undo = takenBack(check)

  test.each([
    ['another answer', answered('user-list-review', { kind: 'snoozed', for: 'hour' })],
    ['a report', reported('somebody-left')],
    ['the same undo from elsewhere', takenBack(check)],
  ])('and nothing when %s came since', (_, since) => {
    const after = later(list, [tuesday, since])
    expect(isOvertaken(after, undo)).toBe(true)
    expect(apply(after, undo, tuesday)).toBe(after)
  })

  test('and nothing of another store, or of another check', () => {
    for (const other of [
      { ...undo, store: 'store-2' },
      { ...undo, item: 'two-step-on' },
    ] as SellerEvent[]) {
      expect(isOvertaken(list, other)).toBe(true)
      expect(apply(list, other, tuesday)).toBe(list)
    }
  })

  test.each([
    ['closing a card', answered('user-list-review', { kind: 'closed' })],
    ['a showing', shown('user-list-review')],
    ['an answer for another store', checked('user-list-review', 'store-2')],
  ])('also after %s', (_, since) => {
    const after = later(list, [tuesday, since])
    expect(isOvertaken(after, undo)).toBe(false)
    expect(saidOf(later(after, [tuesday, undo]), 'user-list-review')?.checked).toBeUndefined()
  })

  test('and is not too late when it comes a second time', () => {
    const after = later(list, [tuesday, undo, checked('user-list-review')])
    expect(isOvertaken(after, undo)).toBe(false)
    expect(apply(after, undo, tuesday)).toBe(after)
  })

  test('a report, as long as one of its checks was not answered since', () => {
    const left = reported('somebody-left')
    const due = incidentOf('somebody-left').makesDue.map(({ item }) => item)
    const back: SellerEvent = { id: newId(), store: 'store-1', kind: 'report-taken-back', of: left.id }
    const [first, ...others] = due
    const some = later(emptyChecklist, [monday, left], [tuesday, checked(first!)])
    expect(isOvertaken(some, back)).toBe(others.length === 0)
    const all = later(some, [tuesday, ...others.map((item) => checked(item))])
    expect(isOvertaken(all, back)).toBe(true)
  })
})

describe('an event that arrives twice counts once', () => {
  const check = checked('user-list-review')
  const started = history([monday, check, storeAdded('store-2')])
  const by = (store = 'store-1') => ({ id: newId(), store })
  const events: ChecklistEvent[] = [
    answered('user-list-review', { kind: 'checked' }),
    answered('user-list-review', { kind: 'snoozed', for: 'hour' }),
    answered('user-list-review', { kind: 'dismissed' }),
    answered('user-list-review', { kind: 'closed' }),
    takenBack(check),
    answered('user-list-review', { kind: 'paced', every: 9 }),
    answered('user-list-review', { kind: 'noted', note: 'ask Ana' }),
    reported('somebody-left'),
    storeAdded('store-3'),
    { ...by(), kind: 'store-named', name: 'Shop' },
    { ...by('store-2'), kind: 'store-removed' },
    { ...by('store-2'), kind: 'store-shown' },
    { ...by(), kind: 'fronts-chosen', fronts: ['sellercentral.amazon.de'] },
    { ...by(), kind: 'login-chosen', login: 'login-2' },
    { ...by(), kind: 'profile-answered', profile: { plan: 'individual' } },
  ]
  test.each(
    events.map((event) => [event.kind === 'answered' ? event.answer.kind : event.kind, event] as const),
  )('%s', (_, event) => {
    const once = apply(started, event, tuesday)
    expect(apply(once, event, at('2026-03-03 10:01'))).toEqual(once)
  })

  test('also when a handful of other answers came in between', () => {
    const check = checked('user-list-review')
    const others = [1, 2, 3, 4, 5].map(() => answered('user-list-review', { kind: 'noted', note: 'x' }))
    const list = history([monday, check, ...others])
    expect(apply(list, check, tuesday)).toBe(list)
  })

  test('and only a handful of ids is remembered', () => {
    const many = Array.from({ length: 50 }, () => answered('user-list-review', { kind: 'closed' }))
    expect(recordOf(history([monday, ...many]), 'user-list-review')?.events.length).toBeLessThanOrEqual(8)
  })
})

describe('something happened', () => {
  test.each([
    [
      'a person who left has to be taken off the same day',
      'somebody-left',
      'offboard-person',
      { day: '2026-03-04' },
    ],
    [
      'the user list is looked through by the next day',
      'somebody-left',
      'user-list-review',
      { day: '2026-03-05' },
    ],
    [
      'a lost laptop leaves an hour',
      'laptop-lost',
      'reset-trusted-devices',
      { at: instantOf(at('2026-03-04 11:00')) },
    ],
    [
      'a claim leaves 24 hours',
      'a-to-z-arrived',
      'a-to-z-respond',
      { at: instantOf(at('2026-03-05 10:00')) },
    ],
    ['a chargeback leaves five days', 'chargeback-arrived', 'chargeback-respond', { day: '2026-03-09' }],
    [
      'a closed account’s money can be asked for on day sixty',
      'account-deactivated',
      'deactivation-day-marker',
      { day: '2026-05-03' },
    ],
  ] as const)('%s', (_, what, item, by) => {
    const list = history([on('2026-03-04'), reported(what)])
    expect(saidOf(list, item)?.happened).toMatchObject({ what, on: '2026-03-04', by })
  })

  test('hours are hours, also over the night in which the clocks change', () => {
    const claim = (clock: string) =>
      saidOf(history([at(clock), reported('a-to-z-arrived')]), 'a-to-z-respond')?.happened?.by
    expect(claim('2026-03-28 10:00')).toEqual({ at: instantOf(at('2026-03-29 11:00')) })
    expect(claim('2026-10-24 10:00')).toEqual({ at: instantOf(at('2026-10-25 09:00')) })
  })

  test('a check on the day or later answers the report', () => {
    const list = history(
      [on('2026-03-04'), reported('somebody-left')],
      [at('2026-03-04 18:00'), checked('offboard-person')],
    )
    expect(saidOf(list, 'offboard-person')).toEqual({ checked: '2026-03-04' })
  })

  test.each([
    ['the day before', '2026-05-02', true],
    ['on the day', '2026-05-03', false],
    ['the day after', '2026-05-04', false],
  ])('what is to be done from day sixty on and is checked %s still comes up: %s %s', (_, day, stays) => {
    const list = history(
      [on('2026-03-04'), reported('account-deactivated')],
      [on(day), checked('deactivation-day-marker')],
    )
    expect(saidOf(list, 'deactivation-day-marker')?.happened !== undefined).toBe(stays)
  })

  test.each([
    ['has come', '2026-05-10', '2026-05-10', 'overdue'],
    ['is still to come', '2026-04-01', '2026-05-03', 'due'],
  ])('a second report does not put off the day sixty of the first that %s', (_, again, day, kind) => {
    const list = history(
      [on('2026-03-04'), reported('account-deactivated')],
      [on(again), reported('account-deactivated')],
    )
    expect(statusIn(list, 'deactivation-day-marker', on(day))).toMatchObject({ kind, since: '2026-05-03' })
  })

  test('a report that was a mistake can be taken back, where nothing was answered since', () => {
    const before = history([monday, checked('user-list-review'), checked('deposit-check-before-payout')])
    const report = reported('somebody-left')
    const takenBack: ChecklistEvent = { ...report, id: newId(), kind: 'report-taken-back', of: report.id }
    const list = later(
      before,
      [tuesday, report, checked('deposit-check-before-payout')],
      [tuesday, takenBack],
    )
    expect(saidOf(list, 'user-list-review')).toEqual({ checked: '2026-03-02' })
    expect(saidOf(list, 'deposit-check-before-payout')?.checked).toBe('2026-03-03')
    expect(saidOf(list, 'offboard-person')).toEqual({})
    expect(itemsIn(list, tuesday)).toEqual(itemsIn(before, tuesday))
    expect(apply(list, takenBack, tuesday)).toEqual(list)
  })

  test('a report can be taken back after its card was closed', () => {
    const lost = reported('laptop-lost')
    const list = history(
      [monday, lost, shown('reset-trusted-devices'), answered('reset-trusted-devices', { kind: 'closed' })],
      [tuesday, { ...lost, id: newId(), kind: 'report-taken-back', of: lost.id }],
    )
    expect(statusIn(list, 'reset-trusted-devices', tuesday)).toBeUndefined()
  })

  test('taking back one report leaves another as it was', () => {
    const lost = reported('laptop-lost')
    const list = history(
      [monday, lost],
      [tuesday, reported('intruder-suspected')],
      [tuesday, { ...lost, id: newId(), kind: 'report-taken-back', of: lost.id }],
    )
    expect(saidOf(list, 'mailbox-secured')?.happened?.what).toBe('intruder-suspected')
    expect(saidOf(list, 'trusted-device-review')).toEqual({})
  })
})

describe('stores', () => {
  const two = history([monday, storeAdded('store-2', 'login-1', 'Second shop')])
  const remove = (store: string): ChecklistEvent => ({ id: newId(), store, kind: 'store-removed' })

  test('a store that is added is shown at once, with an empty record of its own', () => {
    expect(two.current).toBe('store-2')
    expect(storeOf(two, 'store-2')).toEqual({
      id: 'store-2',
      name: 'Second shop',
      login: 'login-1',
      fronts: [],
      profile: {},
      began: dayOf(monday),
    })
    expect(statusIn(two, 'user-list-review', tuesday, 'store-2')).toEqual({ kind: 'never-checked' })
  })

  test.each([
    ['two-step-on', 'login', true],
    ['mailbox-secured', 'login', true],
    ['extension-audit', 'computer', true],
    ['user-list-review', 'store', false],
    ['deposit-check-before-payout', 'store', false],
  ] as const)(
    '%s belongs to the %s: checked in one store, it is checked in the other: %s',
    (item, scope, shared) => {
      expect(itemOf(item).scope).toBe(scope)
      const list = later(two, [tuesday, checked(item, 'store-1')])
      expect(recordOf(list, item, 'store-2')?.checked === '2026-03-03').toBe(shared)
    },
  )

  test('stores with logins of their own share only this computer', () => {
    const list = history([
      monday,
      storeAdded('store-2', 'login-2'),
      checked('two-step-on'),
      checked('extension-audit'),
    ])
    expect(recordOf(list, 'two-step-on', 'store-2')).toBeUndefined()
    expect(recordOf(list, 'extension-audit', 'store-2')?.checked).toBe('2026-03-02')
  })

  test('another login shows its own record, and the first one’s is still there when the seller goes back', () => {
    const choose = (login: string): ChecklistEvent => ({
      id: newId(),
      store: 'store-1',
      kind: 'login-chosen',
      login,
    })
    const other = history([monday, checked('two-step-on')], [tuesday, choose('login-2')])
    expect(recordOf(other, 'two-step-on')).toBeUndefined()
    expect(recordOf(later(other, [tuesday, choose('login-1')]), 'two-step-on')?.checked).toBe('2026-03-02')
  })

  test('removed and restored: everything is as it was', () => {
    const before = later(two, [monday, checked('user-list-review', 'store-2')])
    const removed = later(before, [tuesday, remove('store-2')])
    expect(presentStores(removed).map(({ id }) => id)).toEqual(['store-1'])
    expect(removed.current).toBe('store-1')
    expect(storeOf(removed, 'store-2').removed).toBe('2026-03-03')
    expect(removed.records).toEqual(before.records)
    const restored = later(removed, [
      on('2026-03-04'),
      { id: newId(), store: 'store-2', kind: 'store-restored' },
    ])
    expect(restored.stores).toEqual(before.stores)
    expect(restored.records).toEqual(before.records)
  })

  test('removing another store than the one shown keeps that one shown', () => {
    expect(later(two, [tuesday, remove('store-1')]).current).toBe('store-2')
  })

  test('the last store cannot go', () => {
    expect(() => apply(emptyChecklist, remove('store-1'), monday)).toThrow(RangeError)
    const one = later(two, [tuesday, remove('store-1')])
    expect(() => apply(one, remove('store-2'), tuesday)).toThrow(RangeError)
  })

  test('a store that nobody added cannot be spoken for', () => {
    for (const id of ['store-9', '__proto__', 'constructor']) {
      expect(() => apply(emptyChecklist, checked('two-step-on', id), monday)).toThrow(RangeError)
    }
  })

  test('adding a store that is there already changes nothing', () => {
    expect(later(two, [tuesday, storeAdded('store-1', 'login-9', 'Other')])).toEqual(two)
  })

  test('a name, store fronts and answers belong to one store alone', () => {
    const list = later(two, [
      tuesday,
      { id: newId(), store: 'store-2', kind: 'store-named', name: 'Renamed' },
      {
        id: newId(),
        store: 'store-2',
        kind: 'fronts-chosen',
        fronts: ['sellercentral.amazon.de', 'sellercentral.amazon.fr', 'sellercentral.amazon.de'],
      },
      { id: newId(), store: 'store-2', kind: 'profile-answered', profile: { team: 'alone' } },
    ])
    expect(storeOf(list, 'store-2')).toEqual({
      id: 'store-2',
      name: 'Renamed',
      login: 'login-1',
      fronts: ['sellercentral.amazon.de', 'sellercentral.amazon.fr'],
      profile: { team: 'alone' },
      began: dayOf(monday),
    })
    expect(storeOf(list, 'store-1')).toEqual(storeOf(two, 'store-1'))
  })

  test('odd names of stores do not reach into other records', () => {
    const list = history([
      monday,
      storeAdded('__proto__', 'constructor'),
      checked('user-list-review', '__proto__'),
      checked('two-step-on', '__proto__'),
    ])
    expect(recordOf(list, 'user-list-review')).toBeUndefined()
    expect(recordOf(list, 'user-list-review', '__proto__')?.checked).toBe('2026-03-02')
    expect(({} as Record<string, unknown>)['checked']).toBeUndefined()
    expect(recordKey(itemOf('two-step-on'), storeOf(list, '__proto__'))).toBe('constructor/two-step-on')
  })
})

describe('the four questions', () => {
  const answeredWith = (profile: ChecklistEvent & { kind: 'profile-answered' }) => profile
  const profile = (answers: (ChecklistEvent & { kind: 'profile-answered' })['profile']) =>
    answeredWith({ id: newId(), store: 'store-1', kind: 'profile-answered', profile: answers })

  test.each([
    ['plan', 'professional', 'user-list-review', true],
    ['plan', 'individual', 'user-list-review', false],
    ['plan', undefined, 'user-list-review', true],
    ['team', 'several', 'one-login-per-person', true],
    ['team', 'alone', 'one-login-per-person', false],
    ['team', undefined, 'one-login-per-person', true],
    ['ships', 'self', 'shipping-metrics-watch', true],
    ['ships', 'both', 'shipping-metrics-watch', true],
    ['ships', 'amazon', 'shipping-metrics-watch', false],
    ['ships', undefined, 'shipping-metrics-watch', true],
    ['help', 'agency', 'agencies-as-partners', true],
    ['help', 'both', 'agencies-as-partners', true],
    ['help', 'apps', 'agencies-as-partners', false],
    ['help', 'none', 'agencies-as-partners', false],
    ['help', undefined, 'agencies-as-partners', true],
    ['help', 'apps', 'apps-access-review', true],
    ['help', 'both', 'apps-access-review', true],
    ['help', 'agency', 'apps-access-review', false],
    ['help', 'none', 'apps-access-review', false],
    ['help', 'none', 'two-step-on', true],
  ] as const)('%s: %s, so %s exists: %s', (question, said, item, exists) => {
    const answers = said === undefined ? {} : { [question]: said }
    expect(itemsIn(history([monday, profile(answers)]), monday).includes(item)).toBe(exists)
  })

  test('an answer that changes hides a record and loses nothing', () => {
    const before = history([monday, checked('user-list-review'), checked('two-step-on')])
    const hidden = later(before, [tuesday, profile({ plan: 'individual' })])
    expect(statusIn(hidden, 'user-list-review', tuesday)).toBeUndefined()
    expect(hidden.records).toEqual(before.records)
    const back = later(hidden, [tuesday, profile({})])
    expect(statusIn(back, 'user-list-review', tuesday)).toEqual(statusIn(before, 'user-list-review', tuesday))
  })

  test('what happened is better evidence than a setting', () => {
    const list = history([monday, profile({ ships: 'amazon' })])
    expect(itemsIn(list, monday)).not.toContain('a-to-z-respond')
    const arrived = later(list, [tuesday, reported('a-to-z-arrived')])
    expect(statusIn(arrived, 'a-to-z-respond', tuesday)?.kind).toBe('due')
    const done = later(arrived, [tuesday, checked('a-to-z-respond')])
    expect(itemsIn(done, tuesday)).not.toContain('a-to-z-respond')
  })

  test('a drill exists once there is something to rehearse, whatever happened', () => {
    expect(itemsIn(history([monday, reported('somebody-left')]), monday)).not.toContain(
      'backup-super-user-drill',
    )
    expect(itemsIn(history([monday, checked('backup-super-user-created')]), monday)).toContain(
      'backup-super-user-drill',
    )
  })
})
