import { describe, expect, test } from 'vitest'
import { areas } from '../../src/domain/areas'
import { type Checklist, emptyChecklist } from '../../src/domain/checklist'
import { incidentOf } from '../../src/domain/incidents'
import { type ItemId, items } from '../../src/domain/items'
import { badgeText, type ItemView, letterOf, overview } from '../../src/domain/overview'
import { answered, checked, history, later, newId, reported, shown, storeAdded } from '../support/checklist'
import { at, on, zones } from '../support/time'

const now = on('2026-03-04')
const essential = items.filter(({ severity }) => severity === 'essential').map(({ id }) => id)

function viewOf(list: Checklist, item: ItemId, when = now): ItemView | undefined {
  return overview(list, when)
    .areas.flatMap((group) => group.items)
    .find(({ id }) => id === item)
}

describe('the number on the toolbar', () => {
  test.each([
    [0, ''],
    [1, '1'],
    [9, '9'],
    [10, '9+'],
    [1000, '9+'],
  ])('%d is shown as %j', (counted, text) => {
    expect(badgeText(counted)).toBe(text)
  })

  test('a new seller sees the nine essential checks', () => {
    const view = overview(emptyChecklist, now)
    expect(view.counted).toBe(9)
    expect(view.progress).toEqual({ upToDate: 0, total: 9 })
  })

  test.each(items.filter(({ cadence, when }) => cadence.kind !== 'event' && !('after' in when)))(
    '$id, never checked, is part of it only when it is essential',
    ({ id, severity }) => {
      expect(viewOf(emptyChecklist, id)).toMatchObject({ waiting: true, counted: severity === 'essential' })
    },
  )

  test('is explained by the items: it is those that say they are counted', () => {
    const list = history([on('2026-03-01'), checked('two-step-on'), reported('somebody-left')])
    const view = overview(list, now)
    expect(view.areas.flatMap((group) => group.items).filter((item) => item.counted)).toHaveLength(
      view.counted,
    )
  })

  test.each([
    ['checked', answered('two-step-on', { kind: 'checked' })],
    ['snoozed', answered('two-step-on', { kind: 'snoozed', for: 'tomorrow' })],
    ['not for me', answered('two-step-on', { kind: 'dismissed' })],
    ['handled elsewhere', answered('two-step-on', { kind: 'handled-elsewhere', by: 'Ana' })],
    ['off', answered('two-step-on', { kind: 'paced', every: 'off' })],
  ])('goes down by one with an item that is %s', (_, event) => {
    expect(overview(history([now, event]), now).counted).toBe(8)
  })

  test('does not go down because a card was closed', () => {
    expect(overview(history([now, answered('two-step-on', { kind: 'closed' })]), now).counted).toBe(9)
  })

  test('goes up by what was reported, essential or not, until it is answered', () => {
    const all = history([now, ...essential.map((id) => checked(id))])
    expect(overview(all, now).counted).toBe(0)
    const claim = later(all, [now, reported('a-to-z-arrived')])
    expect(overview(claim, now).counted).toBe(1)
    expect(overview(later(claim, [now, checked('a-to-z-respond')]), now).counted).toBe(0)
  })

  test('does not count what a report has set for a later day', () => {
    const list = history([now, ...essential.map((id) => checked(id)), reported('account-deactivated')])
    expect(viewOf(list, 'deactivation-day-marker')).toMatchObject({ waiting: false, counted: false })
  })

  test('counts over all stores, and once what they share', () => {
    const list = history([now, storeAdded('store-2', 'login-1')])
    const view = overview(list, now)
    const shared = items.filter((item) => item.severity === 'essential' && item.scope !== 'store').length
    expect(view.stores.map(({ counted }) => counted)).toEqual([9, 9])
    expect(view.counted).toBe(18 - shared)
    expect(overview(history([now, storeAdded('store-2', 'login-2')]), now).counted).toBe(18)
  })

  test('a store that was taken off the list counts no more', () => {
    const list = history(
      [now, storeAdded('store-2', 'login-2')],
      [now, { id: newId(), store: 'store-2', kind: 'store-removed' }],
    )
    const view = overview(list, now)
    expect(view.counted).toBe(9)
    expect(view.stores.find(({ id }) => id === 'store-2')?.counted).toBe(0)
  })
})

describe('progress', () => {
  test('counts what is up to date or in other hands, of the essential ones not set aside', () => {
    const [first, second, third, fourth] = essential as [ItemId, ItemId, ItemId, ItemId]
    const list = history([
      now,
      checked(first),
      answered(second, { kind: 'handled-elsewhere', by: 'Ana' }),
      answered(third, { kind: 'dismissed' }),
      answered(fourth, { kind: 'snoozed', for: 'tomorrow' }),
    ])
    expect(overview(list, now).progress).toEqual({ upToDate: 2, total: 8 })
  })

  test('everything set aside is 0 of 0', () => {
    const list = history([now, ...essential.map((id) => answered(id, { kind: 'dismissed' }))])
    expect(overview(list, now).progress).toEqual({ upToDate: 0, total: 0 })
  })

  test('is that of the store shown', () => {
    const list = history([now, ...essential.map((id) => checked(id)), storeAdded('store-2', 'login-2')])
    expect(overview(list, now).progress.upToDate).toBe(0)
    expect(overview({ ...list, current: 'store-1' }, now).progress).toEqual({ upToDate: 9, total: 9 })
  })
})

describe('the one to do next', () => {
  test('for a new seller is the first essential one', () => {
    expect(overview(emptyChecklist, now).next).toBe('two-step-on')
  })

  test('is what was reported, before anything essential', () => {
    expect(overview(history([now, reported('a-to-z-arrived')]), now).next).toBe('a-to-z-respond')
  })

  test.each(
    zones.flatMap((zone) => ['00:05', '09:00', '15:00', '18:00', '23:30'].map((hour) => [zone, hour])),
  )('is what a report names first, in %s at %s', (zone, hour) => {
    const there = at(`2026-03-04 ${hour}`, zone)
    for (const what of ['laptop-lost', 'unexpected-code', 'intruder-suspected'] as const) {
      const list = history([there, reported(what)])
      expect(overview(list, there).next).toBe(incidentOf(what).makesDue[0]?.item)
    }
  })

  test('is missing when nothing waits', () => {
    const list = history([now, ...items.map(({ id }) => answered(id, { kind: 'dismissed' }))])
    expect(overview(list, now)).not.toHaveProperty('next')
    expect(overview(list, now).counted).toBe(0)
  })
})

describe('items', () => {
  test('stand in their areas, each once, in the order of the catalogue', () => {
    const { areas: groups } = overview(emptyChecklist, now)
    expect(groups.map(({ area }) => area)).toEqual(
      areas.filter((area) => groups.some((one) => one.area === area)),
    )
    for (const { area, items: views } of groups) {
      const ids = views.map(({ id }) => id)
      expect(ids).toEqual(
        items.filter((item) => item.area === area && ids.includes(item.id)).map(({ id }) => id),
      )
      expect(views.length).toBeGreaterThan(0)
    }
  })

  test('say where their button leads and how long they take', () => {
    expect(viewOf(emptyChecklist, 'user-list-review')).toMatchObject({
      page: 'user-permissions',
      minutes: 3,
      area: 'people',
      severity: 'essential',
    })
  })

  test.each([
    [{ kind: 'snoozed', for: 'hour' }, true],
    [{ kind: 'dismissed' }, true],
    [{ kind: 'handled-elsewhere', by: 'Ana' }, true],
    [{ kind: 'checked' }, false],
    [{ kind: 'noted', note: 'ask Ana' }, false],
  ] as const)('say what is set aside: after %j %s', (answer, isSetAside) => {
    expect(viewOf(history([now, answered('two-step-on', answer)]), 'two-step-on')).toMatchObject({
      isSetAside,
    })
  })

  test.each([
    [[], 60],
    [[{ kind: 'paced', every: 20 }], 40],
    [[{ kind: 'paced', every: 400 }], 730],
    [[{ kind: 'paced', every: 730 }], undefined],
    [[{ kind: 'paced', every: 30 }, { kind: 'silenced' }], undefined],
  ] as const)('after %j and showings without an answer offer every %s days', (answers, lessOften) => {
    const id = 'user-list-review'
    const given = history([now, ...answers.map((one) => answered(id, one))])
    expect(viewOf(given, id)).not.toHaveProperty('lessOften')
    const ignored = later(given, ...Array.from({ length: 9 }, () => [now, shown(id)] as const))
    expect(viewOf(ignored, id)?.lessOften).toBe(lessOften)
  })

  test('say when the first of what is up to date comes due again', () => {
    expect(overview(emptyChecklist, now)).not.toHaveProperty('nextDue')
    const list = history([now, checked('user-list-review'), checked('account-health-glance')])
    const days = ['user-list-review', 'account-health-glance'].map((id) => {
      const status = viewOf(list, id as ItemId)?.status
      return status?.kind === 'up-to-date' ? status.until : undefined
    })
    expect(overview(list, now).nextDue).toBe(days.sort()[0])
  })

  test('quote the promise that has come due, and no promise before', () => {
    const list = history([on('2026-03-02'), answered('two-step-on', { kind: 'snoozed', for: 'tomorrow' })])
    expect(viewOf(list, 'two-step-on', at('2026-03-03 08:59'))).not.toHaveProperty('promisedOn')
    expect(viewOf(list, 'two-step-on', at('2026-03-03 09:00'))?.promisedOn).toBe('2026-03-02')
    const done = later(list, [on('2026-03-03'), checked('two-step-on')])
    expect(viewOf(done, 'two-step-on')).not.toHaveProperty('promisedOn')
  })

  test('quote no promise that was made on a day still to come, by a wrong clock', () => {
    const list = history([on('2028-03-02'), answered('two-step-on', { kind: 'snoozed', for: 'tomorrow' })])
    expect(viewOf(list, 'two-step-on', now)).not.toHaveProperty('promisedOn')
  })

  test.each([
    ['password-age-review', undefined, { days: 365, usual: 365 }],
    ['password-age-review', 60, { days: 60, usual: 365 }],
    ['password-age-review', 'off', { days: 'off', usual: 365 }],
    ['bookmark-signin', undefined, undefined],
  ] as const)('%s with the interval %s shows %o', (item, every, shown) => {
    const list =
      every === undefined ? emptyChecklist : history([now, answered(item, { kind: 'paced', every })])
    expect(viewOf(list, item)?.every).toEqual(shown)
  })

  test('carry the seller’s note to popup and dashboard', () => {
    expect(
      viewOf(history([now, answered('two-step-on', { kind: 'noted', note: 'ask Ana' })]), 'two-step-on')
        ?.note,
    ).toBe('ask Ana')
  })
})

describe('the question that the popup asks when cards have stopped', () => {
  const item = 'user-list-review'
  const times = (count: number) =>
    history(...Array.from({ length: count }, (_, n) => [now.add({ days: n }), shown(item)] as const))
  const then = now.add({ days: 5 })

  test.each([
    [0, undefined],
    [2, undefined],
    [3, 'unanswered'],
  ])('after %d showings without an answer: %s', (count, offPages) => {
    expect(viewOf(times(count), item, then)?.offPages).toBe(offPages)
  })

  test.each([
    ['show it again', { kind: 'kept' }, undefined],
    ['less often', { kind: 'paced', every: 60 }, undefined],
    ['only here', { kind: 'silenced' }, 'silenced'],
    ['checked', { kind: 'checked' }, undefined],
    ['closed', { kind: 'closed' }, undefined],
    ['a note', { kind: 'noted', note: 'ask Ana' }, 'unanswered'],
  ] as const)('%s answers it', (_, answer, offPages) => {
    expect(viewOf(later(times(3), [then, answered(item, answer)]), item, then)?.offPages).toBe(offPages)
  })

  test('is about showings on pages: item, number and badge go on', () => {
    expect(viewOf(times(3), item, then)).toMatchObject({ waiting: true, counted: true })
    expect(overview(times(3), then).counted).toBe(9)
    expect(overview(times(3), then).next).toBe(overview(emptyChecklist, then).next)
  })

  test('offers the doubled interval, of which the overview knows the present one', () => {
    const list = later(times(3), [then, answered(item, { kind: 'paced', every: 60 })])
    expect(viewOf(list, item, then)?.every).toEqual({ days: 60, usual: 30 })
  })
})

describe('settings', () => {
  test('are shown as chosen; nothing chosen is nothing', () => {
    expect(overview(emptyChecklist, now).settings).toEqual({})
    expect(overview(emptyChecklist, now, { badge: false, quietHours: { from: 20, to: 8 } }).settings).toEqual(
      {
        badge: false,
        quietHours: { from: 20, to: 8 },
      },
    )
  })

  test.each([
    ['none', {}, false],
    ['until told', { pause: { until: 'told' } }, true],
    ['until a moment to come', { pause: { until: now.epochMilliseconds + 1 } }, true],
    ['until now', { pause: { until: now.epochMilliseconds } }, false],
    [
      'until a time two years ahead, which a wrong clock wrote',
      { pause: { until: on('2028-03-04').epochMilliseconds } },
      false,
    ],
  ] as const)('a pause of %s is on: %s %s', (_, settings, paused) => {
    expect(overview(emptyChecklist, now, settings).paused).toBe(paused)
  })

  test('a pause takes no item off the list and nothing from the number', () => {
    const paused = overview(emptyChecklist, now, { pause: { until: 'told' } })
    expect({ ...paused, settings: {}, paused: false }).toEqual(overview(emptyChecklist, now))
  })
})

describe('stores', () => {
  test.each([
    [0, 'A'],
    [1, 'B'],
    [25, 'Z'],
    [26, 'A2'],
    [51, 'Z2'],
    [52, 'A3'],
  ])('number %d is called %s on a page', (index, letter) => {
    expect(letterOf(index)).toBe(letter)
  })

  test('keep their letters when another is taken off the list, and those that are off come last', () => {
    const list = history(
      [now, storeAdded('store-2'), storeAdded('store-3')],
      [now, { id: newId(), store: 'store-1', kind: 'store-removed' }],
    )
    expect(overview(list, now).stores.map(({ id, letter }) => `${id} ${letter}`)).toEqual([
      'store-2 B',
      'store-3 C',
      'store-1 A',
    ])
  })

  test.each(['store-9', 'store-1'])(
    'when the one shown is gone (%s), the first that is there is shown',
    (current) => {
      const list = history(
        [now, storeAdded('store-2')],
        [now, { id: newId(), store: 'store-1', kind: 'store-removed' }],
      )
      expect(overview({ ...list, current }, now).store.id).toBe('store-2')
    },
  )

  test('no store at all is an error, not an empty list', () => {
    expect(() => overview({ ...emptyChecklist, stores: [] }, now)).toThrow(RangeError)
  })
})

test('today is the seller’s own day', () => {
  expect(overview(emptyChecklist, at('2026-03-04 23:59', 'America/Los_Angeles')).today).toBe('2026-03-04')
  expect(overview(emptyChecklist, at('2026-03-05 00:00', 'Pacific/Auckland')).today).toBe('2026-03-05')
})
