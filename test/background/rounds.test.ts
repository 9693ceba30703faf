import { beforeEach, describe, expect, test } from 'vitest'
import type { ItemId } from '../../src/domain/items'
import type { Overview } from '../../src/domain/overview'
import type { RoundAsked, RoundEvent } from '../../src/domain/started-round'
import type { Argument } from '../../src/messages/protocol'
import { again, background, okOf } from '../support/background'
import { answered, checked, newId, reported, storeAdded, takenBack } from '../support/checklist'
import { onPage } from '../support/platform'
import { on } from '../support/time'
import { freshDatabase, handedOver, started } from '../support/whole'

type Background = ReturnType<typeof background>

const now = on('2026-03-04')
/** The round of a new seller, in its order. */
const essentials: ItemId[] = [
  ...(['two-step-on', 'mailbox-secured', 'backup-code-method', 'trusted-device-review'] as const),
  ...(['user-list-review', 'deposit-check-before-payout', 'performance-notifications-read'] as const),
]
const [first, second, third] = essentials as [ItemId, ItemId, ItemId]

const begin = async (one: Background, asked: Omit<RoundAsked, 'round'> = {}, round = 'round-1') =>
  okOf<Overview>(await one.ask('begin-round', { round, ...asked } as Argument<'begin-round'>)).round
const press = async (one: Background, kind: RoundEvent['kind'], round = 'round-1') => {
  const at = (await one.overview()).round?.at ?? 0
  const by = { id: newId(), round }
  const event: RoundEvent =
    kind === 'skipped' || kind === 'back' ? { ...by, kind, step: at } : { ...by, kind }
  return okOf<Overview>(await one.ask('change-round', event)).round
}
const say = async (one: Background, event: Argument<'change'>) =>
  okOf<Overview>(await one.change(event)).round

const storedRound = ({ platform }: Background) => platform.kept.local['round']

describe('a round', () => {
  test('of a new seller leads through the essential checks; each reply shows where it is', async () => {
    const one = background({ now })
    expect((await one.overview()).round).toBeUndefined()
    const begun = await begin(one)
    expect(begun?.steps.map(({ check }) => check)).toEqual(essentials)
    expect(begun).toMatchObject({
      kind: 'under-way',
      open: 7,
      minutesLeft: 25,
      current: { check: { id: first } },
    })
    expect(await say(one, checked(first))).toMatchObject({ open: 6, current: { check: { id: second } } })
    expect(await press(one, 'skipped')).toMatchObject({ open: 5, current: { check: { id: third } } })
    expect(await press(one, 'back')).toMatchObject({ open: 6, current: { check: { id: second } } })
    for (const id of essentials.slice(1)) await say(one, checked(id))
    expect((await one.overview()).round).toMatchObject({ kind: 'finished', open: 0 })
    expect(await press(one, 'closed')).toBeUndefined()
  })

  test('takes as long as the seller has', async () => {
    const round = await begin(background({ now }), { minutes: 10 })
    expect(round?.minutesLeft).toBeLessThanOrEqual(10)
    expect(round?.steps.length).toBeGreaterThan(1)
  })

  test('goes through several stores, in the order that was asked for', async () => {
    const one = background({ now })
    await one.change(storeAdded('store-2', 'login-2'))
    const stores = ['store-1', 'store-2']
    const ofFirst = (await begin(one, { stores, order: 'check' }))?.steps.filter(
      ({ check }) => check === first,
    )
    expect(ofFirst?.map(({ store }) => store)).toEqual(stores)
    await press(one, 'ended')
    const order = (await begin(one, { stores }, 'round-2'))?.steps.map(({ store }) => store)
    expect(order).toEqual([...(order ?? [])].sort())
  })

  test('shows the current check in full, though another store is shown', async () => {
    const one = background({ now })
    await one.change(storeAdded('store-2', 'login-2'))
    const round = await begin(one, { stores: ['store-1'] })
    expect((await one.overview()).store.id).toBe('store-2')
    expect(round?.current).toMatchObject({ store: 'store-1', check: { id: first, page: 'login-settings' } })
  })

  test('of a store that is not there, or was archived, is refused', async () => {
    const one = background({ now })
    await one.change(storeAdded('store-2'))
    await one.change({ id: newId(), store: 'store-2', kind: 'store-removed' })
    for (const store of ['store-2', 'store-9'])
      expect(await one.ask('begin-round', { round: 'round-1', stores: [store] })).toEqual({
        error: 'refused',
      })
    expect(storedRound(one)).toBeUndefined()
  })

  test('asked for twice is started once, and goes on when another is asked for, until it is stopped', async () => {
    const one = background({ now })
    await begin(one)
    await say(one, checked(first))
    expect(await begin(one)).toMatchObject({ open: 6 })
    const stored = structuredClone(storedRound(one))
    for (const asked of [{}, { minutes: 5 }])
      expect(await begin(one, asked, 'round-2')).toMatchObject({ id: 'round-1', of: 7, open: 6 })
    expect(storedRound(one)).toEqual(stored)
    await press(one, 'ended')
    const other = await begin(one, {}, 'round-2')
    expect(other).toMatchObject({ id: 'round-2', of: 6 })
    expect(other?.steps.map(({ check }) => check)).not.toContain(first)
  })

  test('is not for a page of Amazon: neither asked for nor shown there', async () => {
    const one = background({ now })
    await begin(one)
    for (const sent of [
      one.ask('begin-round', { round: 'round-2' }, onPage()),
      one.ask('change-round', { id: newId(), round: 'round-1', kind: 'ended' }, onPage()),
    ])
      expect(await sent).toEqual({ error: 'refused' })
    expect((await one.overview()).round).toMatchObject({ id: 'round-1', kind: 'under-way' })
  })
})

describe('what happens elsewhere', () => {
  test('an answer on a card to the check that is shown leads to the next', async () => {
    const one = background({ now })
    await begin(one)
    await one.answerCard(first, { kind: 'checked' })
    expect((await one.overview()).round).toMatchObject({ open: 6, current: { check: { id: second } } })
  })

  test('an answer to another check takes it out, and its undo brings it back', async () => {
    const one = background({ now })
    await begin(one)
    const given = answered(third, { kind: 'snoozed', for: 'tomorrow' })
    const without = await say(one, given)
    expect(without?.steps[2]).toMatchObject({ state: 'left', why: 'paused' })
    expect(without).toMatchObject({ of: 6, current: { check: { id: first } } })
    expect(await say(one, takenBack(given))).toMatchObject({ of: 7, open: 7 })
  })

  test('an answer that is sent twice counts once', async () => {
    const one = background({ now })
    await begin(one)
    const given = checked(first)
    await say(one, given)
    await press(one, 'back')
    expect(await say(one, given)).toMatchObject({ at: 0, current: { state: 'checked' } })
  })

  test('a report adds nothing to a round under way', async () => {
    const one = background({ now })
    await begin(one)
    expect(await say(one, reported('somebody-left'))).toMatchObject({ of: 7, open: 7 })
  })
})

describe('a round outlives', () => {
  test('the worker, between any two presses', async () => {
    let one = background({ now })
    await begin(one)
    for (const id of essentials.slice(0, 3)) {
      one = again(one.platform)
      await say(one, checked(id))
    }
    one = again(one.platform)
    await press(one, 'skipped')
    one = again(one.platform)
    expect((await one.overview()).round).toMatchObject({ kind: 'under-way', open: 3, at: 4 })
  })

  test('a worker that is killed before it could answer: the press is repeated, and counts once', async () => {
    const one = background({ now })
    await begin(one)
    const given = checked(first)
    const skip = { id: newId(), round: 'round-1', kind: 'skipped', step: 1 } as const
    await one.change(given)
    await one.ask('change-round', skip)
    const next = again(one.platform)
    await next.change(given)
    await next.ask('change-round', skip)
    expect((await next.overview()).round).toMatchObject({ open: 5, current: { check: { id: third } } })
  })

  test('the day', async () => {
    const one = background({ now })
    await begin(one)
    await say(one, checked(first))
    const later = again(one.platform, on('2026-03-06'))
    expect((await later.overview()).round).toMatchObject({ on: '2026-03-04', kind: 'under-way', open: 6 })
    await press(later, 'ended')
    const next = again(later.platform, on('2026-03-07'))
    expect((await next.overview()).round).toBeUndefined()
  })
})

describe('a stored round', () => {
  test('that cannot be read is told of, hides nothing, and is set aside by the next round', async () => {
    const one = background({ now })
    one.platform.kept.local['round'] = 'torn'
    const shown = await one.overview()
    expect(shown.round).toBeUndefined()
    expect(shown.storage?.unreadable).toEqual(['round'])
    expect(await one.ask('change-round', { id: newId(), round: 'round-1', kind: 'ended' })).toEqual({
      error: 'could-not-read',
    })
    expect(await say(one, checked(first))).toBeUndefined()
    expect(one.platform.kept.local['round']).toBe('torn')
    expect(await begin(one)).toMatchObject({ open: 6 })
    expect(one.platform.kept.local['damaged/round']).toBe('torn')
  })

  test('of a later version stays as it is', async () => {
    const one = background({ now })
    const newer = { version: 9, everything: 'new' }
    one.platform.kept.local['round'] = newer
    await say(one, checked(first))
    expect(await one.ask('begin-round', { round: 'round-1' })).toEqual({ error: 'newer-version' })
    expect(await one.ask('change-round', { id: newId(), round: 'round-1', kind: 'ended' })).toEqual({
      error: 'newer-version',
    })
    expect(one.platform.kept.local['round']).toEqual(newer)
  })
})

describe('data of a file', () => {
  beforeEach(freshDatabase)

  test.each(['merge', 'replace'] as const)(
    'takes out what it settles, and the round says so: %s',
    async (mode) => {
      const other = started({ now })
      await other.ok('change', checked(second) as Argument<'change'>)
      const text = await other.export()
      const one = started({ now })
      await one.ok('begin-round', { round: 'round-1' })
      const file = await handedOver(one, text)
      await one.ok('import', { ...file, id: newId(), mode, withoutBackup: false })
      const { round } = await one.ok('overview', null)
      expect(round).toMatchObject({ id: 'round-1', kind: 'under-way', of: 6, open: 6 })
      expect(round?.steps[1]).toMatchObject({ check: second, state: 'left', why: 'imported' })
    },
  )

  test('a reset of a store has its checks asked again, and leaves the other store’s answers', async () => {
    const one = started({ now })
    await one.ok('change', storeAdded('store-2', 'login-2'))
    await one.ok('begin-round', { round: 'round-1', stores: ['store-1', 'store-2'], order: 'check' })
    const say = (store: string) => one.ok('change', checked(first, store) as Argument<'change'>)
    await say('store-1')
    await say('store-2')
    await one.ok('reset', { id: newId(), store: 'store-1', withoutBackup: true })
    const { round } = await one.ok('overview', null)
    expect(round?.steps.slice(0, 2)).toMatchObject([
      { store: 'store-1', check: first, state: 'open' },
      { store: 'store-2', check: first, state: 'checked' },
    ])
  })

  test('a deletion of everything deletes the round', async () => {
    const one = started({ now })
    await one.ok('begin-round', { round: 'round-1' })
    await one.ok('reset', { id: newId(), store: null, withoutBackup: false })
    expect((await one.ok('overview', null)).round).toBeUndefined()
  })
})
