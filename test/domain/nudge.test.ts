import { describe, expect, test } from 'vitest'
import { type Checklist, type ChecklistEvent, emptyChecklist } from '../../src/domain/checklist'
import { itemOf, items } from '../../src/domain/items'
import { chooseNudge, chooseOwn, isOffPages } from '../../src/domain/nudge'
import { cardsPerWeek } from '../../src/domain/nudge-policy'
import { overview } from '../../src/domain/overview'
import { type PageId, pageIds } from '../../src/domain/page'
import {
  answered,
  checked,
  history,
  later,
  recordOf,
  reported,
  shown,
  statusIn,
  storeAdded,
  takenBack,
} from '../support/checklist'
import { at, type Moment, on } from '../support/time'

const now = on('2026-03-04')
const nudgeOn = (page: PageId, list = emptyChecklist, when = now, store = 'store-1') =>
  chooseNudge(list, { page, store }, when)?.item

describe('the right page', () => {
  test.each(pageIds)('%s: an item that names this page, or silence', (page) => {
    const item = nudgeOn(page)
    const fitting = items.filter((one) => one.cadence.kind !== 'event' && one.pages.some((id) => id === page))
    if (item === undefined) expect(fitting.filter(({ when }) => !('after' in when))).toEqual([])
    else expect(itemOf(item).pages).toContain(page)
  })

  test.each([
    'sign-in',
    'code-challenge',
    'password-reset',
    'account-switcher',
    'registration',
    'help',
    'forums',
  ] as const)('%s is a page where nobody is spoken to', (page) => {
    expect(nudgeOn(page)).toBeUndefined()
    expect(nudgeOn(page, history([now, reported('intruder-suspected')]))).toBeUndefined()
  })

  test.each([
    ['tax-settings', 'tax-data-current'],
    ['listings', 'listing-changes-check'],
    ['brand-tools', 'listing-changes-check'],
  ] as const)('%s: %s', (page, item) => {
    expect(nudgeOn(page)).toBe(item)
  })

  test('on the home page an item of another page may speak once none that names it waits', () => {
    const home = items.filter((item) => item.pages.some((page) => page === 'home'))
    const list = history([now, ...home.map(({ id }) => checked(id))])
    const item = nudgeOn('home', list)
    expect(item).toBeDefined()
    expect(item && itemOf(item).pages).not.toContain('home')
  })

  test('on any other page only an item that names it', () => {
    const fitting = items.filter((item) => item.pages.some((page) => page === 'user-permissions'))
    const list = history([now, ...fitting.map(({ id }) => answered(id, { kind: 'dismissed' }))])
    expect(nudgeOn('user-permissions', list)).toBeUndefined()
  })
})

describe('which of several', () => {
  // Of those on the page with the user list.
  test('essential before recommended, then the order of the catalogue', () => {
    expect(nudgeOn('user-permissions')).toBe('user-list-review')
    const next = history([now, checked('user-list-review')])
    expect(nudgeOn('user-permissions', next)).toBe('backup-super-user-created')
    expect(
      nudgeOn(
        'user-permissions',
        later(next, [now, answered('backup-super-user-created', { kind: 'dismissed' })]),
      ),
    ).toBe('primary-login-admin-only')
  })

  test('what was reported before anything essential', () => {
    // Of what is to be done today the first step, before the essential list that has until tomorrow.
    expect(nudgeOn('user-permissions', history([now, reported('somebody-left')]))).toBe('offboard-person')
    const seen = history([
      now,
      reported('somebody-left'),
      checked('offboard-person'),
      checked('user-list-review'),
    ])
    // `backup-super-user-created` is essential and was never done.
    expect(nudgeOn('user-permissions', seen)).toBe('password-change-event')
  })

  test('a promise before others of the same severity', () => {
    const list = history([
      on('2026-03-02'),
      answered('one-login-per-person', { kind: 'snoozed', for: 'tomorrow' }),
    ])
    const others = later(list, [now, checked('user-list-review'), checked('backup-super-user-created')])
    expect(chooseNudge(others, { page: 'user-permissions', store: 'store-1' }, now)).toEqual({
      store: 'store-1',
      item: 'one-login-per-person',
      promisedOn: '2026-03-02',
    })
  })

  test('a promise that is put off again takes its turn, so that one check cannot hold the others back', () => {
    const after = (hours: number) => now.add({ hours })
    const putOff = () => answered('user-list-review', { kind: 'snoozed', for: 'hour' })
    const once = history([now, putOff()])
    expect(nudgeOn('home', once, after(1))).toBe('user-list-review')
    expect(nudgeOn('home', later(once, [after(1), putOff()]), after(2))).not.toBe('user-list-review')
  })

  describe('when the week’s share has been shown', () => {
    const share = {
      shown: Array.from({ length: cardsPerWeek }, (_, at) => now.epochMilliseconds - at * 1000),
    }
    const place = { page: 'user-permissions', store: 'store-1' } as const
    const essentialDone = history([now, checked('user-list-review'), checked('backup-super-user-created')])
    const item = (list: Checklist, when = now) => chooseNudge(list, place, when, share)?.item

    test('what is not essential waits, for seven days', () => {
      expect(nudgeOn('user-permissions', essentialDone)).toBe('primary-login-admin-only')
      expect(item(essentialDone)).toBeUndefined()
      expect(item(essentialDone, now.add({ hours: 7 * 24 - 1 }))).toBeUndefined()
      expect(item(essentialDone, now.add({ hours: 7 * 24 }))).toBe('primary-login-admin-only')
    })

    test('what is essential, promised or reported does not wait', () => {
      expect(item(emptyChecklist)).toBe('user-list-review')
      const promised = later(essentialDone, [
        now,
        answered('one-login-per-person', { kind: 'snoozed', for: 'hour' }),
      ])
      expect(item(promised, now.add({ hours: 1 }))).toBe('one-login-per-person')
      expect(item(later(essentialDone, [now, reported('somebody-left')]))).toBe('offboard-person')
    })

    test('a share that a wrong clock wrote holds nothing back', () => {
      const ahead = { shown: share.shown.map((at) => at + 1e9) }
      expect(chooseNudge(essentialDone, place, now, ahead)?.item).toBe('primary-login-admin-only')
    })
  })

  test('a promise of a lesser item does not push an essential one aside', () => {
    const list = history([
      on('2026-03-02'),
      answered('one-login-per-person', { kind: 'snoozed', for: 'tomorrow' }),
    ])
    expect(nudgeOn('user-permissions', list)).toBe('user-list-review')
  })

  test('never checked before due, and what has waited longer first', () => {
    const list = history(
      [on('2025-10-01'), checked('user-list-review'), checked('backup-super-user-created')],
      [on('2025-10-10'), checked('least-privilege-review'), checked('backup-super-user-drill')],
      [on('2025-10-11'), checked('one-login-per-person')],
      [
        on('2025-10-12'),
        checked('primary-login-admin-only'),
        checked('agencies-as-partners'),
        checked('backup-user-payment-limits'),
        checked('related-accounts'),
      ],
      [now, checked('user-list-review')],
    )
    expect(nudgeOn('user-permissions', list)).toBe('least-privilege-review')
    const done = later(list, [now, checked('least-privilege-review')])
    expect(nudgeOn('user-permissions', later(done, [now, checked('backup-super-user-drill')]))).toBe(
      'one-login-per-person',
    )
  })

  test('is the same in every tab', () => {
    for (const page of pageIds) {
      expect(chooseNudge(emptyChecklist, { page, store: 'store-1' }, now)).toEqual(
        chooseNudge(JSON.parse(JSON.stringify(emptyChecklist)), { page, store: 'store-1' }, now),
      )
    }
  })
})

describe('an answer holds', () => {
  test.each([
    ['checked', checked('user-list-review')],
    ['not for me', answered('user-list-review', { kind: 'dismissed' })],
    ['handled elsewhere', answered('user-list-review', { kind: 'handled-elsewhere', by: 'Ana' })],
    ['snoozed', answered('user-list-review', { kind: 'snoozed', for: 'hour' })],
    ['closed', answered('user-list-review', { kind: 'closed' })],
  ])('%s: not this item again on this page', (_, event) => {
    expect(nudgeOn('user-permissions', history([now, event]))).not.toBe('user-list-review')
  })

  test('not for me: 800 days on every page without a showing; once a year the popup asks', () => {
    const list = history([now, ...items.map(({ id }) => answered(id, { kind: 'dismissed' }))])
    const asked = (day: number) => overview(list, now.add({ days: day })).next
    expect([asked(364), asked(365)]).toEqual([undefined, 'two-step-on'])
    for (let day = 0; day < 800; day += 1) {
      const when = now.add({ days: day })
      for (const page of ['home', 'user-permissions', 'deposit-methods', 'account-health'] as const) {
        expect(chooseNudge(list, { page, store: 'store-1' }, when)).toBeUndefined()
      }
    }
  })

  test.each([
    ['23 hours 59 minutes', '2026-03-05 09:59', false],
    ['24 hours', '2026-03-05 10:00', true],
  ])('closed: %s later it may speak again: %s %s', (_, clock, speaks) => {
    const list = history([
      now,
      checked('backup-super-user-created'),
      answered('user-list-review', { kind: 'closed' }),
    ])
    expect(nudgeOn('user-permissions', list, at(clock)) === 'user-list-review').toBe(speaks)
  })

  test.each([
    ['23 hours 59 minutes on the shorter day', '2026-03-28 10:00', '2026-03-29 10:59', false],
    ['24 hours on the shorter day', '2026-03-28 10:00', '2026-03-29 11:00', true],
    ['24 hours on the longer day', '2026-10-24 10:00', '2026-10-25 09:00', true],
  ])('closed: %s', (_, closed, clock, speaks) => {
    const list = history([
      at(closed),
      checked('backup-super-user-created'),
      answered('user-list-review', { kind: 'closed' }),
    ])
    expect(nudgeOn('user-permissions', list, at(clock)) === 'user-list-review').toBe(speaks)
  })

  test('closed while the clock was two years ahead: not silent for two years', () => {
    const list = history([on('2028-03-04'), answered('user-list-review', { kind: 'closed' })])
    expect(nudgeOn('user-permissions', list)).toBe('user-list-review')
  })

  test('closing one item leaves the page to the next', () => {
    const list = history([now, answered('user-list-review', { kind: 'closed' })])
    expect(nudgeOn('user-permissions', list)).toBe('backup-super-user-created')
  })

  // What was just reported must not wait until a card that was closed this morning may speak again.
  test('a report speaks although its item was closed today', () => {
    const list = history(
      [now, answered('user-list-review', { kind: 'closed' })],
      [at('2026-03-04 15:00'), reported('intruder-suspected'), checked('password-change-event')],
    )
    expect(nudgeOn('user-permissions', list, at('2026-03-04 15:01'))).toBe('user-list-review')
  })
})

describe('showings', () => {
  const alone = history([now, checked('backup-super-user-created')])
  const speaks = (list: Checklist, when: Moment) =>
    nudgeOn('user-permissions', list, when) === 'user-list-review'

  test.each([
    ['at once', '2026-03-04 10:00', false],
    ['23 hours 59 minutes later', '2026-03-05 09:59', false],
    ['a day later', '2026-03-05 10:00', true],
  ])('shown and left without a word: %s it may speak again: %s %s', (_, clock, may) => {
    expect(speaks(later(alone, [now, shown('user-list-review')]), at(clock))).toBe(may)
  })

  test('after three without an answer the item leaves pages, and waits on in the popup', () => {
    let list = alone
    for (const [times, day] of ['2026-03-04', '2026-03-05', '2026-03-06'].entries()) {
      expect(speaks(list, on(day)), `after ${times}`).toBe(true)
      list = later(list, [on(day), shown('user-list-review')])
    }
    expect(recordOf(list, 'user-list-review')?.unanswered).toBe(3)
    expect(isOffPages(recordOf(list, 'user-list-review'))).toBe(true)
    for (const day of ['2026-03-07', '2026-04-07', '2028-03-07'])
      expect(speaks(list, on(day)), day).toBe(false)
    expect(overview(list, on('2026-03-07')).counted).toBe(8)
  })

  const three = later(
    alone,
    [on('2026-03-04'), shown('user-list-review')],
    [on('2026-03-05'), shown('user-list-review')],
    [on('2026-03-06'), shown('user-list-review')],
  )
  const then = on('2026-03-08')

  test.each([
    ['checked', { kind: 'checked' }, '2026-04-08'],
    ['a snooze', { kind: 'snoozed', for: 'next-week' }, '2026-03-10'],
    ['going on', { kind: 'kept' }, '2026-03-08'],
    ['less often', { kind: 'paced', every: 60 }, '2026-03-08'],
    ['put back on the list', { kind: 'restored' }, '2026-03-08'],
  ] as const)('%s is an answer: three more may come', (_, answer, day) => {
    let list = later(three, [then, answered('user-list-review', answer)])
    for (const days of [0, 1, 2]) {
      expect(speaks(list, on(day).add({ days })), `${days}`).toBe(true)
      list = later(list, [on(day).add({ days }), shown('user-list-review')])
    }
    expect(speaks(list, on(day).add({ days: 3 }))).toBe(false)
  })

  test('closing is no answer, and is not held against the item either', () => {
    let list = alone
    for (let day = 0; day < 10; day += 1) {
      const when = now.add({ days: day })
      expect(speaks(list, when), `day ${day}`).toBe(true)
      list = later(
        list,
        [when, shown('user-list-review')],
        [when, answered('user-list-review', { kind: 'closed' })],
      )
    }
    expect(recordOf(list, 'user-list-review')).not.toHaveProperty('unanswered')
  })

  test('closing the third card leaves the two before it unanswered, and no more', () => {
    const two = later(
      alone,
      [now, shown('user-list-review')],
      [now.add({ days: 2 }), shown('user-list-review')],
    )
    const then = now.add({ days: 4 })
    const closed = later(two, [
      then,
      shown('user-list-review'),
      answered('user-list-review', { kind: 'closed' }),
    ])
    expect(recordOf(closed, 'user-list-review')?.unanswered).toBe(2)
    expect(speaks(closed, then.add({ days: 1 }))).toBe(true)
  })

  test('a note is no answer either', () => {
    const list = later(three, [then, answered('user-list-review', { kind: 'noted', note: 'ask Ana' })])
    expect(speaks(list, then)).toBe(false)
  })

  test('only here: no card for ever, whatever is answered later', () => {
    const silenced = later(three, [then, answered('user-list-review', { kind: 'silenced' })])
    const list = later(silenced, [on('2026-03-09'), checked('user-list-review')])
    for (const day of ['2026-03-09', '2026-06-01', '2029-01-01']) {
      expect(speaks(list, on(day)), day).toBe(false)
      expect(
        overview(list, on(day))
          .areas.flatMap((area) => area.items)
          .map(({ id }) => id),
      ).toContain('user-list-review')
    }
    expect(
      speaks(
        later(list, [on('2026-06-01'), answered('user-list-review', { kind: 'kept' })]),
        on('2026-06-01'),
      ),
    ).toBe(true)
  })

  test('dated ahead by a wrong clock do not silence', () => {
    expect(speaks(later(alone, [on('2028-03-04'), shown('user-list-review')]), now)).toBe(true)
  })

  test('a report that was made before can still be taken back', () => {
    const report = reported('somebody-left')
    const list = history([now, checked('user-list-review')], [now, report], [now, shown('user-list-review')])
    expect(statusIn(list, 'user-list-review', now)?.kind).toBe('due')
    const back = later(list, [
      now,
      { id: 'back', store: 'store-1', kind: 'report-taken-back', of: report.id },
    ])
    expect(statusIn(back, 'user-list-review', now)?.kind).toBe('up-to-date')
  })

  test('the answer before them can still be taken back', () => {
    const check = checked('user-list-review')
    const list = history([now, check], [on('2026-04-10'), shown('user-list-review')])
    const back = later(list, [on('2026-04-10'), takenBack(check)])
    expect(statusIn(back, 'user-list-review', on('2026-04-10'))?.kind).toBe('never-checked')
  })

  test('a report speaks although its item had left pages', () => {
    const list = later(three, [then, reported('intruder-suspected')])
    expect(speaks(later(list, [then, checked('password-change-event')]), then)).toBe(true)
  })

  test('of equals, what has not spoken for longest speaks', () => {
    const first = history([now, shown('user-list-review')])
    expect(nudgeOn('user-permissions', first, now.add({ days: 2 }))).toBe('backup-super-user-created')
    const both = later(first, [now.add({ days: 2 }), shown('backup-super-user-created')])
    expect(nudgeOn('user-permissions', both, now.add({ days: 4 }))).toBe('user-list-review')
  })

  test('what is essential does not wait for its turn behind what is not', () => {
    const list = history([now, shown('user-list-review'), checked('backup-super-user-created')])
    expect(nudgeOn('user-permissions', list, now.add({ days: 2 }))).toBe('user-list-review')
  })
})

describe('checks of a quick rhythm', () => {
  // Essential, daily, and named by the home page.
  const item = 'performance-notifications-read'
  const page = 'performance-notifications'

  test.each([
    ['the day after', 1, false],
    ['six days later', 6, false],
    ['a week later', 7, true],
  ])('checked, %s: a card on their own page: %s %s', (_, days, speaks) => {
    const list = history([now, checked(item)])
    expect(nudgeOn(page, list, now.add({ days })) === item).toBe(speaks)
    expect(
      overview(list, now.add({ days }))
        .areas.flatMap((area) => area.items)
        .find(({ id }) => id === item),
    ).toMatchObject({
      waiting: true,
      counted: true,
    })
  })

  test('do not speak on the home page when it does not name them', () => {
    const others = items.filter(({ id }) => id !== 'buyer-messages-24h')
    const list = history([now, ...others.map(({ id }) => checked(id))])
    expect(nudgeOn('home', list)).toBeUndefined()
    expect(nudgeOn('buyer-messages', list)).toBe('buyer-messages-24h')
  })

  test('speak the next morning when that was promised, also on the home page', () => {
    const list = history([
      now,
      ...items.map(({ id }) => checked(id)),
      answered('buyer-messages-24h', { kind: 'snoozed', for: 'tomorrow' }),
    ])
    expect(nudgeOn('home', list, at('2026-03-05 09:00'))).toBe('buyer-messages-24h')
  })

  test('speak at once when a report makes them due', () => {
    const list = history([now, ...items.map(({ id }) => checked(id)), reported('a-to-z-arrived')])
    expect(nudgeOn('home', list, now)).toBe('a-to-z-respond')
  })
})

describe('stores', () => {
  test('each store has its own reminder', () => {
    const list = history([now, storeAdded('store-2', 'login-1'), checked('user-list-review', 'store-2')])
    expect(nudgeOn('user-permissions', list, now, 'store-1')).toBe('user-list-review')
    expect(nudgeOn('user-permissions', list, now, 'store-2')).toBe('backup-super-user-created')
  })

  test('what they share is answered for both', () => {
    const list = history([
      now,
      storeAdded('store-2', 'login-1'),
      checked('trusted-device-review', 'store-2'),
      checked('backup-code-method', 'store-1'),
    ])
    expect(nudgeOn('two-step-settings', list, now, 'store-1')).toBe(
      nudgeOn('two-step-settings', list, now, 'store-2'),
    )
  })

  test('a store that nobody knows gets no reminder', () => {
    expect(chooseNudge(emptyChecklist, { page: 'home', store: 'store-9' }, now)).toBeUndefined()
  })
})

describe("a check of the seller's own", () => {
  const id = 'own-vat'
  const check = { id, title: 'File the VAT return', why: '', steps: [], counts: false } as const
  const put = (more: object = {}) =>
    ({
      ...{ id: 'event-own', store: 'store-1', kind: 'own-check-put' },
      check: { ...check, recurs: { kind: 'days', every: 90 }, page: 'tax-settings', ...more },
    }) as ChecklistEvent
  const own = (list: Checklist, page: PageId = 'tax-settings', when: Moment = now, cards: number[] = []) =>
    chooseOwn(list, { page, store: 'store-1' }, when, { shown: cards })?.item
  const full = Array.from({ length: cardsPerWeek }, (_, at) => now.epochMilliseconds - at)
  const list = history([now, put()])

  test('is chosen on its page alone, while it is due', () => {
    expect(own(list)).toBe(id)
    expect(own(list, 'home')).toBeUndefined()
    expect(own(history([now, put({ page: undefined })]))).toBeUndefined()
    expect(own(later(list, [now, answered(id, { kind: 'checked' })]))).toBeUndefined()
    expect(own(later(list, [now, answered(id, { kind: 'checked' })]), 'tax-settings', on('2026-06-10'))).toBe(
      id,
    )
  })

  test('counts its cards, is quiet after one, and leaves the page after three without an answer', () => {
    const once = later(list, [now, shown(id)])
    expect(own(once)).toBeUndefined()
    expect(own(once, 'tax-settings', on('2026-03-20'))).toBe(id)
    const thrice = later(list, [now, shown(id), shown(id), shown(id)])
    expect(own(thrice, 'tax-settings', on('2026-04-20'))).toBeUndefined()
  })

  test('is silent beyond the cards of a week, when silenced, archived, or of another store', () => {
    expect(own(list, 'tax-settings', now, full)).toBeUndefined()
    expect(own(later(list, [now, answered(id, { kind: 'silenced' })]))).toBeUndefined()
    const archived = { id: 'event-2', store: 'store-1', kind: 'own-check-archived', check: id } as const
    expect(own(later(list, [now, archived]))).toBeUndefined()
    const second = history([now, storeAdded('store-2'), { ...put({ store: 'store-2' }), store: 'store-2' }])
    expect(own(second)).toBeUndefined()
    expect(chooseOwn(second, { page: 'tax-settings', store: 'store-2' }, now, { shown: [] })?.item).toBe(id)
  })
})
