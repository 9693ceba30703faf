import { describe, expect, test } from 'vitest'
import type { Overview } from '../../src/domain/overview'
import { again, background, okOf, wellKnown } from '../support/background'
import { answered, checked, newId, storeAdded } from '../support/checklist'
import { notUpdated } from '../support/platform'
import { at, on } from '../support/time'

type Browser = ReturnType<typeof background>

/** A seller whose administrator had set this before Nightlatch started. */
async function under(policy: Record<string, unknown>, options: Parameters<typeof background>[0] = {}) {
  const browser = background({
    ...options,
    prepare: (platform) => {
      platform.managed.settle(policy)
      options.prepare?.(platform)
    },
  })
  await browser.platform.settled()
  return browser
}

async function becomes(browser: Browser, policy: unknown): Promise<void> {
  browser.platform.managed.set(policy)
  await browser.platform.settled()
}

/** The next start of the browser: what lasted until it closed is gone. */
async function restarted(browser: Browser, policy: unknown, now = browser.platform.now()) {
  browser.platform.kill()
  browser.platform.kept.policy = policy
  for (const key of Object.keys(browser.platform.kept.session)) delete browser.platform.kept.session[key]
  const next = again(browser.platform, now)
  await next.platform.settled()
  return next
}

const settingsOf = async (browser: Browser) => (await browser.overview()).settings
const storesOf = async (browser: Browser) =>
  (await browser.overview()).stores.filter(({ removed }) => !removed).map(({ name }) => name)

describe('a limit of an organization', () => {
  test('counts where the seller chose nothing, and the stricter one where they did', async () => {
    const browser = await under({ cardsPerDay: 2, hoursBetweenCards: 4 })
    expect(await settingsOf(browser)).toMatchObject({ cardsPerDay: 2, cardGapHours: 4 })
    await browser.ask('choose', { cardsPerDay: 1, cardGapHours: 8 })
    expect(await settingsOf(browser)).toMatchObject({ cardsPerDay: 1, cardGapHours: 8 })
    await browser.ask('choose', { cardsPerDay: 3, cardGapHours: 2 })
    expect(await settingsOf(browser)).toMatchObject({ cardsPerDay: 2, cardGapHours: 4 })
  })

  test('gives way to what the seller chose before, once it is gone', async () => {
    const browser = background()
    await browser.ask('choose', { cardsPerDay: 3, language: 'fr', quietHours: { from: 22, to: 6 } })
    const before = await settingsOf(browser)
    await becomes(browser, { cardsPerDay: 1, language: 'de', quietHoursFrom: 20, quietHoursTo: 8 })
    expect(await settingsOf(browser)).toEqual({
      ...before,
      cardsPerDay: 1,
      language: 'de',
      alsoQuiet: { from: 20, to: 8 },
    })
    // A change under the limit keeps the seller's own values apart from it.
    await browser.ask('choose', { badge: false })
    await becomes(browser, undefined)
    expect(await settingsOf(browser)).toEqual({ ...before, badge: false })
    expect(browser.platform.kept.local).not.toHaveProperty('organization')
  })

  test('keeps cards away in its quiet hours, and in the seller’s longer ones', async () => {
    const browser = await under({ quietHoursFrom: 20, quietHoursTo: 8 }, { now: at('2026-03-04 21:00') })
    expect(await browser.card('login-settings')).toBeNull()
    expect((await browser.sees()).outcome).toEqual({ kind: 'none', why: 'quiet-hours' })
    browser.platform.clock(at('2026-03-05 18:30'))
    expect(await browser.card('login-settings')).not.toBeNull()
    await browser.ask('choose', { quietHours: { from: 18, to: 9 } })
    expect(await browser.look('login-settings')).toBeNull()
  })

  test('takes a card back that is shown when its quiet hours begin to count', async () => {
    const browser = background({ now: at('2026-03-04 21:00') })
    expect(await browser.card('login-settings')).not.toBeNull()
    await becomes(browser, { quietHoursFrom: 20, quietHoursTo: 8 })
    expect(browser.platform.told.length).toBeGreaterThan(0)
  })
})

describe('an interval of an organization', () => {
  test('makes a check due earlier than the seller’s, and never later', async () => {
    const browser = await under({ intervals: ['trusted-device-review: 7'] })
    await browser.change(checked('trusted-device-review'))
    await browser.change(answered('trusted-device-review', { kind: 'paced', every: 60 }))
    expect(await browser.statusOf('trusted-device-review')).toMatchObject({ until: '2026-03-11' })
    await browser.change(answered('trusted-device-review', { kind: 'paced', every: 'off' }))
    expect(await browser.statusOf('trusted-device-review')).toMatchObject({ until: '2026-03-11' })
    await browser.change(answered('trusted-device-review', { kind: 'paced', every: 3 }))
    expect(await browser.statusOf('trusted-device-review')).toMatchObject({ until: '2026-03-07' })
    await browser.change(answered('trusted-device-review', { kind: 'paced', every: 60 }))
    await becomes(browser, undefined)
    expect(await browser.statusOf('trusted-device-review')).toMatchObject({ until: '2026-05-03' })
  })

  test('is the usual one that views show, with the limit beside it', async () => {
    const browser = await under({ intervals: ['trusted-device-review: 7'] })
    const views = (await browser.overview()).areas.flatMap(({ items }) => items)
    expect(views.find(({ id }) => id === 'trusted-device-review')?.every).toEqual({
      ...{ days: 7, usual: 7, most: 7 },
    })
    expect(views.find(({ id }) => id === 'two-step-on')?.every).toEqual({ days: 90, usual: 90 })
  })

  test('leaves the payouts their own days where they come more often', async () => {
    const browser = await under({ intervals: ['deposit-check-before-payout: 10'] })
    const told = (days: number) =>
      browser.change({
        ...{ id: newId(), store: 'store-1', kind: 'payouts-told' },
        rhythm: { kind: 'every', days, from: '2026-03-10' },
      })
    const every = (of: Overview) =>
      of.areas.flatMap(({ items }) => items).find(({ follows }) => follows === 'payouts')?.every
    await told(7)
    expect(every(await browser.overview())?.days).toBe(7)
    await told(14)
    expect(every(await browser.overview())?.days).toBe(10)
  })
})

describe('stores of an organization', () => {
  const two = { stores: ['Acme Europe | sellercentral.amazon.de', 'Acme US'] }

  test('replace the empty store of a new installation, and begin today', async () => {
    const browser = await under(two)
    const { stores, store } = await browser.overview()
    expect(stores.map(({ name, fronts, set }) => ({ name, fronts, set }))).toEqual([
      { name: 'Acme Europe', fronts: ['sellercentral.amazon.de'], set: ['name', 'fronts'] },
      { name: 'Acme US', fronts: [], set: ['name'] },
    ])
    expect(store.name).toBe('Acme Europe')
    expect(browser.platform.kept.local['stores']).toMatchObject({ stores: [{ began: '2026-03-04' }, {}] })
  })

  test('stand beside the seller’s own, and leave them alone when they go', async () => {
    const browser = background()
    await browser.change({ id: newId(), store: 'store-1', kind: 'store-named', name: 'Mine' })
    await browser.change(checked('two-step-on'))
    await becomes(browser, two)
    expect(await storesOf(browser)).toEqual(['Mine', 'Acme Europe', 'Acme US'])
    await becomes(browser, { stores: ['Acme US'] })
    expect(await storesOf(browser)).toEqual(['Mine', 'Acme US'])
    await becomes(browser, undefined)
    expect(await storesOf(browser)).toEqual(['Mine'])
    expect(await browser.statusOf('two-step-on')).toMatchObject({ kind: 'up-to-date' })
  })

  test('come back with their answers', async () => {
    const browser = await under(two)
    const { store } = await browser.overview()
    await browser.change(checked('user-list-review', store.id))
    await becomes(browser, { stores: ['Acme US'] })
    await becomes(browser, two)
    await browser.change({ id: newId(), store: store.id, kind: 'store-shown' })
    expect(await browser.statusOf('user-list-review')).toMatchObject({ kind: 'up-to-date' })
  })

  test('leave a store behind, even if they were all there were', async () => {
    const browser = await under(two)
    await becomes(browser, undefined)
    expect(await storesOf(browser)).toEqual([''])
  })

  test('can be restored by the seller once the organization no longer lists them', async () => {
    const browser = await under(two)
    const { store } = await browser.overview()
    await becomes(browser, undefined)
    await browser.change({ id: newId(), store: store.id, kind: 'store-restored' })
    const next = await restarted(browser, undefined)
    expect(await storesOf(next)).toContain('Acme Europe')
    expect((await next.overview()).stores.every(({ set }) => set === undefined)).toBe(true)
  })

  test('cannot be renamed, removed or moved to other store fronts, but the rest is the seller’s', async () => {
    const browser = await under(two)
    const { store } = await browser.overview()
    const by = () => ({ id: newId(), store: store.id })
    expect(await browser.change({ ...by(), kind: 'store-named', name: 'B' })).toEqual({ error: 'refused' })
    expect(await browser.change({ ...by(), kind: 'store-removed' })).toEqual({ error: 'refused' })
    expect(await browser.change({ ...by(), kind: 'fronts-chosen', fronts: [] })).toEqual({ error: 'refused' })
    const profile = { team: 'alone' } as const
    expect(await browser.change({ ...by(), kind: 'profile-answered', profile })).toHaveProperty('ok')
    expect(await browser.change({ ...by(), kind: 'login-chosen', login: 'login-9' })).toHaveProperty('ok')
  })

  test('are there again after everything was deleted', async () => {
    const browser = await under(two)
    await browser.ask('reset', { id: newId(), store: null, withoutBackup: true })
    await browser.platform.settled()
    expect(await storesOf(browser)).toEqual(['Acme Europe', 'Acme US'])
  })

  test('wait while the stores cannot be read, and the other settings count', async () => {
    const browser = await under(
      { ...two, cardsPerDay: 1 },
      { kept: { local: { ...structuredClone(wellKnown), stores: { version: 1, stores: 7 } } } },
    )
    expect(await settingsOf(browser)).toMatchObject({ cardsPerDay: 1 })
    expect(browser.platform.kept.local['stores']).toEqual({ version: 1, stores: 7 })
  })
})

describe('checks that it sets', () => {
  const line = 'Renew the insurance | every 3 months from 2026-01-31 | reports'
  const now = on('2026-03-04')
  const shown = async (browser: Browser) => {
    const { measures, own } = await browser.overview()
    expect(own.map(({ id }) => id)).toEqual(measures.map(({ id }) => id))
    return measures.map(({ title, set, status }) => [title, set, status.kind])
  }

  test('come due on their dates, from the first day of the store on, and can be answered', async () => {
    const browser = await under({ ownChecks: [line, 'Back up | every 2 days'] }, { now })
    // A store without a first day is older than the policy.
    expect((await shown(browser))[0]).toEqual(['Renew the insurance', true, 'overdue'])
    okOf(await browser.change(storeAdded('store-2')))
    expect(await shown(browser)).toEqual([
      ['Renew the insurance', true, 'not-yet'],
      ['Back up', true, 'never-checked'],
    ])
    const [, backup] = (await browser.overview()).measures
    okOf(await browser.change(answered(backup?.id ?? 'own-', { kind: 'checked' }, 'store-2')))
    browser.platform.clock(on('2026-04-30'))
    expect(await shown(browser)).toEqual([
      ['Renew the insurance', true, 'due'],
      ['Back up', true, 'overdue'],
    ])
    okOf(await browser.sayStore('store-2'))
    expect((await browser.look('reports'))?.about?.item).toBe((await browser.overview()).measures[0]?.id)
  })

  test('cannot be changed, archived or moved, and are not stored with the seller’s own', async () => {
    const browser = await under({ ownChecks: [line] }, { now })
    const [given] = (await browser.overview()).measures
    if (!given) throw new Error('no check')
    const { id, title, why, steps, recurs, counts } = given
    const check = { id, title, why, steps, recurs, counts }
    const by = () => ({ id: newId(), store: 'store-1' })
    expect(await browser.change({ ...by(), kind: 'own-check-put', check })).toEqual({ error: 'refused' })
    expect(await browser.change({ ...by(), kind: 'own-check-archived', check: id })).toEqual({
      error: 'refused',
    })
    okOf(
      await browser.change({
        ...by(),
        kind: 'own-check-put',
        check: { ...check, id: 'own-1', title: 'Mine' },
      }),
    )
    okOf(await browser.change({ ...by(), kind: 'own-check-moved', check: id, before: 'own-1' }))
    expect((await shown(browser)).map(([name]) => name)).toEqual(['Mine', 'Renew the insurance'])
    expect(browser.platform.kept.local['own-checks']).toMatchObject({ checks: [{ id: 'own-1' }] })
  })

  test('go with the policy, and come back with their answers', async () => {
    const browser = await under({ ownChecks: ['Back up | every 2 days'] }, { now })
    const [backup] = (await browser.overview()).measures
    okOf(await browser.change(answered(backup?.id ?? 'own-', { kind: 'checked' })))
    await becomes(browser, { cardsPerDay: 1 })
    expect(await shown(browser)).toEqual([])
    await becomes(browser, { ownChecks: ['Back up | every 5 days'] })
    expect(await shown(browser)).toEqual([['Back up', true, 'up-to-date']])
  })
})

describe('an answer of the browser', () => {
  test('is awaited by nothing: pages get the last copy', async () => {
    const browser = await under({ cardsPerDay: 1 })
    browser.platform.kill()
    const next = background({
      kept: browser.platform.kept,
      prepare: (platform) => platform.break('managed.get', 'hangs'),
    })
    expect(await settingsOf(next)).toMatchObject({ cardsPerDay: 1 })
  })

  test.each([{}, undefined])(
    'that is empty at a start (%j) doesn’t end the policy at once',
    async (empty) => {
      const browser = await restarted(await under({ cardsPerDay: 1 }), empty)
      expect(await settingsOf(browser)).toMatchObject({ cardsPerDay: 1 })
      await becomes(browser, { cardsPerDay: 1 })
      expect(await settingsOf(browser)).toMatchObject({ cardsPerDay: 1 })
    },
  )

  test('that is empty again later does', async () => {
    const browser = await restarted(await under({ cardsPerDay: 1 }), undefined)
    browser.platform.clock(at('2026-03-04 10:30'))
    browser.platform.ring('tick')
    await browser.platform.settled()
    expect(await settingsOf(browser)).not.toHaveProperty('cardsPerDay')
    expect(browser.platform.kept.local).not.toHaveProperty('organization')
  })

  test('is told to open pages, but only when it is another one', async () => {
    const browser = await under({ cardsPerDay: 1 })
    const before = browser.platform.pagesTold
    await becomes(browser, { cardsPerDay: 1 })
    expect(browser.platform.pagesTold).toBe(before)
    await becomes(browser, { cardsPerDay: 2 })
    expect(browser.platform.pagesTold).toBeGreaterThan(before)
  })

  test('costs nothing to a seller without an administrator', async () => {
    const browser = background()
    await browser.platform.settled()
    const { storage } = browser.platform
    expect(storage.writes.flatMap((items) => Object.keys(items))).not.toContain('organization')
    expect(await browser.overview()).not.toHaveProperty('organization')
  })

  test.each(['a text', 7, null, [1], { '': { a: [{}] } }])('that is odd (%j) breaks nothing', async (odd) => {
    const browser = background({ prepare: (platform) => platform.managed.settle(odd) })
    await browser.platform.settled()
    expect((await browser.overview()).store.id).toBe('store-1')
  })
})

describe('what the pages are told', () => {
  test('is whom to call, where the instructions are, and what is ignored', async () => {
    const browser = await under({
      contactName: 'Ana',
      contactPhone: '110',
      instructions: 'https://intranet.example.com/amazon',
      cardsPerDay: 9,
    })
    expect((await browser.overview()).organization).toEqual({
      contact: { name: 'Ana', phone: '110' },
      instructions: { address: 'https://intranet.example.com/amazon', host: 'intranet.example.com' },
      ignored: [{ key: 'cardsPerDay', why: 'out-of-range' }],
    })
  })

  test('never reaches a page of Amazon', async () => {
    const browser = await under({ contactName: 'Ana Secret', stores: ['Secret Store'] })
    const card = await browser.card('login-settings')
    expect(card).not.toBeNull()
    expect(JSON.stringify(card)).not.toContain('Secret')
  })
})

describe('the welcome page', () => {
  async function installed(policy: unknown, how?: 'hangs'): Promise<readonly string[]> {
    const { platform } = background({
      now: on('2026-03-04'),
      kept: { local: {} },
      prepare: (fake) => {
        notUpdated(fake)
        fake.managed.settle(policy)
        if (how) fake.break('managed.get', how)
      },
    })
    platform.browserStarts('installed')
    await platform.settled()
    return platform.dashboards
  }

  test('stays closed where an organization hides it', async () => {
    expect(await installed({ hideWelcome: true })).toEqual([])
    expect(await installed({ hideWelcome: false })).toEqual(['#/welcome'])
    expect(await installed(undefined)).toEqual(['#/welcome'])
  })

  test('opens though the browser doesn’t answer', async () => {
    expect(await installed({ hideWelcome: true }, 'hangs')).toEqual(['#/welcome'])
  })
})

test('a reply stays the same whether the copy was just written or is read again', async () => {
  const browser = await under({ stores: ['A', 'B'], intervals: ['two-step-on: 30'], language: 'de' })
  const before = okOf<Overview>(await browser.ask('overview', null))
  const next = await restarted(browser, browser.platform.kept.policy)
  expect(await next.overview()).toEqual(before)
})
