import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Checklist } from '../../src/domain/checklist'
import { emptyChecklist } from '../../src/domain/checklist'
import { incidentIds } from '../../src/domain/incidents'
import { type ItemId, items } from '../../src/domain/items'
import { type Overview, overview } from '../../src/domain/overview'
import {
  type Check,
  isTask,
  minutesOf,
  planRound,
  type Round,
  roundOf,
  roundToStart,
} from '../../src/domain/round'
import { planStops, startRound } from '../../src/domain/started-round'
import { answered, checked, history, later, newId, reported } from '../support/checklist'
import { nowAt, on, zones } from '../support/time'

const now = on('2026-03-04')
const asked = items.filter(({ cadence }) => cadence.kind !== 'event')

/** As if everything but these had been checked today. */
const allChecked = (but: readonly ItemId[] = []) =>
  history([now, ...asked.filter(({ id }) => !but.includes(id)).map(({ id }) => checked(id))])
const waitingIn = ({ areas, measures }: Overview) =>
  [...areas.flatMap(({ items }): readonly Check[] => items), ...measures].filter(({ waiting }) => waiting)
const planOf = (list: Checklist, minutes?: number) => planRound(overview(list, now), minutes)
const idsOf = (checks: readonly Check[]) => checks.map(({ id }) => id)
const promise = (list: Checklist) =>
  later(list, [
    now,
    {
      id: newId(),
      store: 'store-1',
      kind: 'measure-promised',
      measure: { id: 'own-1', title: 'Count the stock', every: 7, origin: { name: '', on: '2026-03-04' } },
    },
  ])

describe('the order of a round', () => {
  test('reported checks come first, then essential ones, then the rest', () => {
    const list = later(allChecked(['mailbox-rules-check', 'two-step-on']), [
      now,
      reported('chargeback-arrived'),
    ])
    expect(idsOf(planOf(list).checks)).toEqual(['chargeback-respond', 'two-step-on', 'mailbox-rules-check'])
  })

  test('what a report made due is in the order in which to do it', () => {
    const list = later(allChecked(), [now, reported('code-read-out')])
    expect(idsOf(planOf(list).checks).slice(0, 3)).toEqual([
      // Due within a day only, and on the same page as the change of the password.
      ...(['password-change-event', 'mailbox-secured'] as const),
      'reset-trusted-devices',
    ])
  })

  test('a page is opened once for the essential checks', () => {
    const but: ItemId[] = ['two-step-on', 'backup-code-method', 'trusted-device-review', 'mailbox-secured']
    expect(idsOf(planOf(allChecked(but)).checks)).toEqual([
      ...(['two-step-on', 'mailbox-secured'] as const),
      ...(['backup-code-method', 'trusted-device-review'] as const),
    ])
  })

  test('a plan comes before others of its rank, but not one that was put off again', () => {
    const but: ItemId[] = ['two-step-on', 'user-list-review']
    const putOff = () => answered('user-list-review', { kind: 'snoozed', for: 'hour' })
    const after = (hours: number) => now.add({ hours })
    const once = later(allChecked(but), [now, putOff()])
    const first = (list: Checklist, hours: number) => planRound(overview(list, after(hours))).checks[0]?.id
    expect(first(once, 1)).toBe('user-list-review')
    expect(first(later(once, [after(1), putOff()]), 2)).toBe('two-step-on')
  })

  test('what was promised to Amazon comes after the essential checks, before the rest', () => {
    const list = promise(allChecked(['two-step-on', 'mailbox-rules-check']))
    expect(idsOf(planOf(list).checks)).toEqual(['two-step-on', 'own-1', 'mailbox-rules-check'])
  })

  test('longer work is left for another day, unless it is all there is', () => {
    const task = 'backup-super-user-created'
    expect(planOf(allChecked([task, 'two-step-on']))).toMatchObject({
      checks: [{ id: 'two-step-on' }],
      tasks: [{ id: task }],
      minutes: 2,
    })
    expect(planOf(allChecked([task]))).toMatchObject({ checks: [{ id: task }], tasks: [], minutes: 30 })
  })
})

describe('the round that is offered', () => {
  const asked = (list: Checklist) => {
    const { checks, minutes } = roundToStart(overview(list, now))
    const begun = startRound({ round: 'round-1' }, list, now)
    // What is offered is what a press starts.
    expect(begun?.steps.map(({ check }) => check)).toEqual(idsOf(checks))
    return { checks: idsOf(checks), minutes }
  }

  test('has what the home page counts', () => {
    expect(asked(allChecked(['two-step-on', 'mailbox-rules-check']))).toEqual({
      checks: ['two-step-on'],
      minutes: 2,
    })
  })

  test('has the others where the home page counts nothing', () => {
    expect(asked(allChecked(['mailbox-rules-check'])).checks).toEqual(['mailbox-rules-check'])
  })

  test('of a new seller has the essential checks', () => {
    const { checks, minutes } = asked(emptyChecklist)
    expect([checks.length, minutes]).toEqual([7, 25])
  })
})

describe('“I have 5 minutes”', () => {
  // 2, 5 and 3 minutes.
  const list = allChecked(['two-step-on', 'mailbox-secured', 'user-list-review'])

  test('picks what fits, and tells what there is no time for', () => {
    const { checks, minutes, left } = planOf(list, 5)
    expect(idsOf(checks)).toEqual(['two-step-on', 'user-list-review'])
    expect(minutes).toBe(5)
    expect(idsOf(left)).toEqual(['mailbox-secured'])
  })

  test('a longer check is kept out, and offered alone', () => {
    const { checks, longer, isLonger } = planOf(allChecked(['two-step-on', 'extension-audit']), 5)
    expect([idsOf(checks), idsOf(longer), isLonger]).toEqual([
      ['two-step-on'],
      ['extension-audit'],
      undefined,
    ])
  })

  test('where nothing fits, the most urgent check is the round, and it says that it takes longer', () => {
    const { checks, longer, isLonger } = planOf(allChecked(['extension-audit', 'phone-number-lock']), 5)
    expect([checks.length, longer.length, isLonger]).toEqual([1, 1, true])
  })

  test('where nothing is due, there is no round', () => {
    const nothing = { checks: [], minutes: 0, tasks: [], longer: [], left: [] }
    expect(planOf(allChecked(), 5)).toEqual(nothing)
    expect(planOf(allChecked())).toEqual(nothing)
  })
})

describe('several stores', () => {
  const ofStores = (...ids: ItemId[]) => [
    { store: 'store-1', due: planOf(allChecked(ids)).checks },
    { store: 'store-2', due: planOf(allChecked(ids)).checks },
  ]
  const places = (stops: ReturnType<typeof planStops>) =>
    stops.map(({ store, check }) => `${store} ${check.id}`)
  const apart = ({ store, check }: { store: string; check: Check }) => `${store}/${check.id}`

  test('store by store', () => {
    expect(places(planStops(ofStores('two-step-on', 'user-list-review'), 'store', apart))).toEqual([
      'store-1 two-step-on',
      'store-1 user-list-review',
      'store-2 two-step-on',
      'store-2 user-list-review',
    ])
  })

  test('the same check through all stores', () => {
    expect(places(planStops(ofStores('two-step-on', 'user-list-review'), 'check', apart))).toEqual([
      'store-1 two-step-on',
      'store-2 two-step-on',
      'store-1 user-list-review',
      'store-2 user-list-review',
    ])
  })

  test('what one look settles for both is asked once', () => {
    const stops = planStops(ofStores('two-step-on'), 'store', ({ check }) => check.id)
    expect(places(stops)).toEqual(['store-1 two-step-on'])
  })

  test('the minutes are for all stores together', () => {
    const stops = planStops(ofStores('two-step-on', 'user-list-review'), 'store', apart, 7)
    expect(places(stops)).toEqual(['store-1 two-step-on', 'store-1 user-list-review', 'store-2 two-step-on'])
  })
})

describe('whatever is due', () => {
  const list = fc
    .record({
      checked: fc.subarray(asked.map(({ id }) => id)),
      planned: fc.subarray(
        asked.map(({ id }) => id),
        { maxLength: 5 },
      ),
      reports: fc.subarray([...incidentIds], { maxLength: 3 }),
      days: fc.nat(200),
      zone: fc.constantFrom(...zones),
      instant: fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-01-01T00:00Z') }),
      promised: fc.boolean(),
    })
    .map(({ checked: ids, planned, reports, days, zone, instant, promised }) => {
      const today = nowAt(instant, zone)
      const done = history([today.subtract({ days }), ...ids.map((id) => checked(id))])
      const list = later(done, [
        today,
        ...planned.map((id) => answered(id, { kind: 'snoozed', for: 'tomorrow' })),
        ...reports.map((what) => reported(what)),
      ])
      return overview(promised ? promise(list) : list, today)
    })
  const minutes = fc.option(fc.constantFrom(1, 5, 10, 20, 60), { nil: undefined })
  const all = ({ checks, tasks, longer, left }: Round) => idsOf([...checks, ...tasks, ...longer, ...left])

  test('a round loses nothing and has nothing twice', () => {
    fc.assert(
      fc.property(list, minutes, (shown, time) => {
        expect(all(planRound(shown, time)).sort()).toEqual(idsOf(waitingIn(shown)).sort())
      }),
      { numRuns: 150 },
    )
  })

  test('it fits into the minutes, or is one check that says it takes longer', () => {
    fc.assert(
      fc.property(list, fc.constantFrom(1, 5, 10, 20, 60), (shown, time) => {
        const { checks, minutes, isLonger } = planRound(shown, time)
        expect(minutes).toBe(checks.reduce((sum, one) => sum + minutesOf(one), 0))
        if (isLonger) expect(checks).toHaveLength(1)
        else expect(minutes).toBeLessThanOrEqual(time)
        expect(isLonger === true).toBe(minutes > time)
      }),
      { numRuns: 150 },
    )
  })

  test('it goes by rank, and to each page once per rank', () => {
    const rank = (one: Check) => {
      if ('happened' in one.status && one.status.happened) return 0
      return !('severity' in one) || one.severity === 'essential' ? 1 : 2
    }
    fc.assert(
      fc.property(list, minutes, (shown, time) => {
        const { checks } = planRound(shown, time)
        const ranks = checks.map(rank)
        expect(ranks).toEqual([...ranks].sort())
        const visits = checks.map((one) => `${rank(one)} ${'page' in one ? one.page : ''}`)
        const moves = visits.filter((visit, at) => visit !== visits[at - 1])
        expect(moves).toEqual([...new Set(visits)])
      }),
      { numRuns: 150 },
    )
  })

  test('it begins with the check of the catalog that the overview names next, unless that one is longer work', () => {
    fc.assert(
      fc.property(list, (shown) => {
        const next = waitingIn(shown).find(({ id }) => id === shown.next)
        const [first] = planRound(shown).checks.filter((one) => 'severity' in one)
        if (next && !isTask(next)) expect(first?.id).toBe(next.id)
      }),
      { numRuns: 150 },
    )
  })

  test('the order does not depend on how much time there is', () => {
    fc.assert(
      fc.property(list, minutes, (shown, time) => {
        const order = idsOf(roundOf(waitingIn(shown)).checks)
        const { checks, isLonger } = planRound(shown, time)
        const places = idsOf(checks).map((id) => order.indexOf(id))
        if (!isLonger) expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(planRound(shown, time)).toEqual(planRound(shown, time))
      }),
      { numRuns: 100 },
    )
  })
})

test('a new seller starts with the essential checks', () => {
  const { checks } = planOf(emptyChecklist)
  const first = checks.slice(0, 7)
  expect(first.every((one) => 'severity' in one && one.severity === 'essential')).toBe(true)
  expect(checks.slice(7).some((one) => 'severity' in one && one.severity === 'essential')).toBe(false)
})
