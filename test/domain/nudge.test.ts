import { describe, expect, test } from 'vitest'
import { emptyChecklist } from '../../src/domain/checklist'
import { itemOf, items } from '../../src/domain/items'
import { chooseNudge } from '../../src/domain/nudge'
import { type PageId, pageIds } from '../../src/domain/page'
import { answered, checked, history, later, reported, storeAdded } from '../support/checklist'
import { at, on } from '../support/time'

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

  test('not for me: 360 days on every page without a showing', () => {
    const list = history([now, ...items.map(({ id }) => answered(id, { kind: 'dismissed' }))])
    for (let day = 0; day < 360; day += 1) {
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
    const list = history([now, answered('user-list-review', { kind: 'closed' })])
    expect(nudgeOn('user-permissions', list, at(clock)) === 'user-list-review').toBe(speaks)
  })

  test.each([
    ['23 hours 59 minutes on the shorter day', '2026-03-28 10:00', '2026-03-29 10:59', false],
    ['24 hours on the shorter day', '2026-03-28 10:00', '2026-03-29 11:00', true],
    ['24 hours on the longer day', '2026-10-24 10:00', '2026-10-25 09:00', true],
  ])('closed: %s', (_, closed, clock, speaks) => {
    const list = history([at(closed), answered('user-list-review', { kind: 'closed' })])
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
