import { describe, expect, test } from 'vitest'
import { reminderCard } from '../../src/background/card-content'
import { start } from '../../src/background/start'
import { itemOf, items } from '../../src/domain/items'
import { leaseTime } from '../../src/domain/nudge-policy'
import type { OwnCheckInput } from '../../src/domain/own-check'
import { itemText } from '../../src/i18n/item-text'
import type { CardContent, Face } from '../../src/messages/card'
import { again, background, com, de, okOf, wellKnown } from '../support/background'
import { answered, checked, newId, reported, storeAdded } from '../support/checklist'
import { english, inEnglish } from '../support/i18n'
import { type FakePlatform, fakePlatform, onPage, ownPage } from '../support/platform'
import { at, on } from '../support/time'

const about = { store: 'store-1', item: 'user-list-review' } as const
const titleOf = (card: CardContent | null) => card?.faces.first.title
const page = 'user-permissions'

const pass = (
  platform: FakePlatform,
  time: { hours?: number; minutes?: number; seconds?: number; milliseconds?: number },
) => platform.clock(platform.now().add(time))
const record = (platform: FakePlatform) =>
  platform.kept.local['record/store-1/user-list-review'] as { unanswered?: number } | undefined
const showings = (platform: FakePlatform) =>
  (platform.kept.local['showings'] as { shown: number[] } | undefined)?.shown ?? []

describe('one card in the whole browser', () => {
  test('the first calm tab gets it; the others get nothing', async () => {
    const { visit, claim, sees } = background()
    expect(await visit(page, com, 1)).toBe(true)
    expect(await visit(page, com, 2)).toBe(true)
    const [first, second] = await Promise.all([claim(page, com, 1), claim(page, com, 2)])
    expect(first?.about).toEqual(about)
    expect(second).toBeNull()
    // It was shown this very moment, so the gap is the reason that is told first.
    expect((await sees(2)).outcome).toEqual({ kind: 'none', why: 'gap' })
  })

  test('fifty tabs in one tick: one card, counted once', async () => {
    const { claim, platform } = background()
    const cards = await Promise.all(Array.from({ length: 50 }, (_, tab) => claim(page, com, tab)))
    expect(cards.filter((card) => card !== null)).toHaveLength(1)
    expect(showings(platform)).toHaveLength(1)
    expect(record(platform)?.unanswered).toBe(1)
  })

  /** The caps set aside, so that the lease alone decides. */
  async function held() {
    const one = background()
    expect(await one.claim(page, com, 1)).not.toBeNull()
    one.platform.kept.local['showings'] = structuredClone(wellKnown.showings)
    return one
  }

  test('another tab is refused while the lease lasts, and told why', async () => {
    const { visit, claim, sees, platform } = await held()
    pass(platform, { seconds: leaseTime / 1000 - 1 })
    expect(await visit('home', com, 2)).toBe(false)
    expect(await claim('home', com, 2)).toBeNull()
    expect((await sees(2)).outcome).toEqual({ kind: 'none', why: 'shown-elsewhere' })
  })

  test('a tab that crashed keeps it no longer than thirty seconds', async () => {
    const { claim, platform } = await held()
    pass(platform, { seconds: leaseTime / 1000 })
    expect(await claim('home', com, 2)).not.toBeNull()
  })

  test('asking again in time keeps it', async () => {
    const { claim, platform } = await held()
    for (let times = 0; times < 9; times += 1) {
      pass(platform, { seconds: 20 })
      expect(await claim(page, com, 1, about), `after ${times + 1} times`).not.toBeNull()
      expect(await claim('home', com, 2)).toBeNull()
    }
  })

  test('a tab that frees it leaves it to the next', async () => {
    const { claim, free } = await held()
    await free(1)
    expect(await claim('home', com, 2)).not.toBeNull()
  })

  test('a tab that does not hold it frees nothing', async () => {
    const { claim, free } = await held()
    await free(3)
    expect(await claim('home', com, 2)).toBeNull()
  })

  test('a tab that comes too late to ask again loses it to the one that has it now', async () => {
    const { claim, free, sees } = await held()
    await free(1)
    await claim('home', com, 2)
    expect(await claim(page, com, 1, about)).toBeNull()
    expect((await sees(1)).outcome).toEqual({ kind: 'none', why: 'shown-elsewhere' })
  })

  test('an end that a wrong clock wrote does not hold for years', async () => {
    const { claim, platform } = await held()
    platform.kept.session['lease'] = { tab: 1, until: on('2028-03-04').epochMilliseconds, about }
    expect(await claim('home', com, 2)).not.toBeNull()
  })

  test('the lease outlives the worker, but not the browser', async () => {
    const first = await held()
    first.platform.kill()
    const second = again(first.platform)
    expect(await second.claim('home', com, 2)).toBeNull()
    expect(await second.claim(page, com, 1, about)).not.toBeNull()
    second.platform.kill()
    const third = background({ kept: { ...second.platform.kept, session: {} } })
    expect(await third.claim('home', com, 2)).not.toBeNull()
  })
})

describe('a claim', () => {
  test('is counted before the card is handed out', async () => {
    const { claim, platform } = background()
    platform.killAfterWrite()
    let card: unknown = 'none'
    void claim(page).then((content) => {
      card = content
    })
    await platform.settled()
    expect(card).toBe('none')
    expect(showings(platform)).toEqual([platform.now().epochMilliseconds])
    expect(record(platform)?.unanswered).toBe(1)
  })

  test('writes the count of the item and of the day at once: both or neither', async () => {
    const { claim, platform } = background()
    await claim(page)
    const writes = platform.storage.writes.map((one) => Object.keys(one).sort())
    expect(writes).toContainEqual(['record/store-1/user-list-review', 'showings'])
  })

  test('is no entry of the journal: nobody said anything', async () => {
    const { claim, journal } = background()
    await claim(page)
    expect((await journal()).entries).toEqual([])
  })

  test('made again gives the same content, and counts nothing', async () => {
    const { claim, platform } = background()
    const card = await claim(page)
    const kept = structuredClone(platform.kept.local)
    pass(platform, { seconds: 20 })
    expect(await claim(page, com, 1, about)).toEqual(card)
    expect(platform.kept.local).toEqual(kept)
  })

  test('without a visit before is decided by the same rules', async () => {
    const { claim } = background()
    expect(await claim('forums')).toBeNull()
    expect(await claim('sign-in')).toBeNull()
  })

  test('follows the week’s share, and says so', async () => {
    const { claim, sees, change, platform } = background()
    for (const item of ['user-list-review', 'backup-super-user-created'] as const) await change(checked(item))
    const shown = [1, 2].map((days) => platform.now().subtract({ days }).epochMilliseconds)
    platform.kept.local['showings'] = { ...wellKnown.showings, shown }
    expect(await claim(page)).toBeNull()
    expect((await sees()).outcome).toEqual({ kind: 'none', why: 'week-cap' })
    platform.kept.local['showings'] = { ...wellKnown.showings, shown: shown.slice(1) }
    expect(await claim(page)).not.toBeNull()
  })

  test('follows caps, over all tabs and stores', async () => {
    const { claim, free, platform } = background({ now: at('2026-03-04 08:00') })
    expect(await claim(page, com, 1)).not.toBeNull()
    await free(1)
    pass(platform, { hours: 3, minutes: 59 })
    expect(await claim('home', com, 2)).toBeNull()
    pass(platform, { minutes: 1 })
    expect(await claim('home', de, 2)).not.toBeNull()
    await free(2)
    pass(platform, { hours: 5 })
    expect(await claim('home', com, 3)).toBeNull()
    platform.clock(at('2026-03-05 08:00'))
    expect(await claim('home', com, 3)).not.toBeNull()
  })

  test('three times left without a word: the item is off pages, and the popup has its question', async () => {
    const { claim, free, overview, platform } = background()
    await background({ kept: platform.kept }).change(checked('backup-super-user-created'))
    for (let day = 0; day < 3; day += 1) {
      expect((await claim(page))?.about, `day ${day}`).toEqual(about)
      await free()
      pass(platform, { hours: 25 })
    }
    expect((await claim(page))?.about).not.toEqual(about)
    const items = (await overview()).areas.flatMap((area) => area.items)
    expect(items.find(({ id }) => id === about.item)).toMatchObject({
      offPages: 'unanswered',
      waiting: true,
      counted: true,
    })
  })

  // A script is believed about nothing but what its tab was given.
  test.each([
    { store: 'store-9', item: about.item },
    { store: 'store-1', item: 'offboard-person' },
  ] as const)('of a card that this tab was never given is refused: $store, $item', async (again) => {
    const { claim, ask } = background()
    await claim(page)
    expect(await ask('claim', { page, host: com, again }, onPage())).toEqual({ error: 'refused' })
    const asked = { id: 'x', ...again, answer: { kind: 'checked' } } as const
    expect(await ask('answer-card', asked, onPage())).toEqual({ error: 'refused' })
  })
})

describe('answered elsewhere', () => {
  test.each([
    ['checked', { kind: 'checked' }],
    ['put off', { kind: 'snoozed', for: 'tomorrow' }],
    ['refused', { kind: 'dismissed' }],
    ['handed over', { kind: 'handled-elsewhere', by: 'our agency' }],
    ['switched off', { kind: 'paced', every: 'off' }],
  ] as const)('%s in the popup: the tab is told at once, and loses the card', async (_, answer) => {
    const { claim, change, platform, sees } = background()
    await claim(page, com, 7)
    await change(answered(about.item, answer))
    expect(platform.told).toEqual([{ tab: 7, message: { gone: about } }])
    expect(await claim(page, com, 7, about)).toBeNull()
    expect((await sees(7)).outcome).toEqual({ kind: 'none', why: 'answered' })
  })

  test('another item answered: nobody is told', async () => {
    const { claim, change, platform } = background()
    await claim(page)
    await change(checked('two-step-on'))
    expect(platform.told).toEqual([])
    expect(await claim(page, com, 1, about)).not.toBeNull()
  })

  test('no card anywhere: nobody is told', async () => {
    const { change, platform } = background()
    await change(checked('two-step-on'))
    expect(platform.told).toEqual([])
  })

  test('by a worker that did not see the card being drawn', async () => {
    const first = background()
    await first.claim(page, com, 7)
    first.platform.kill()
    const second = again(first.platform)
    await second.change(checked(about.item))
    expect(second.platform.told).toEqual([{ tab: 7, message: { gone: about } }])
  })

  test('for the other store of the same login, where it is shared', async () => {
    const { claim, change, platform } = background()
    await change(storeAdded('store-2', 'login-1'))
    const card = await claim('two-step-settings')
    expect(card?.about).toEqual({ store: 'store-1', item: 'two-step-on' })
    await change(checked('two-step-on', 'store-2'))
    expect(platform.told).toEqual([{ tab: 1, message: { gone: card?.about } }])
  })

  test('the tab is gone as well: the answer holds', async () => {
    const platform = fakePlatform({ kept: { local: structuredClone(wellKnown) } })
    platform.tell = () => new Promise(() => undefined)
    const kept = { kept: platform.kept }
    await background(kept).claim(page)
    start(platform)
    void platform.send({ request: 'change', argument: checked(about.item) }, ownPage)
    await platform.settled()
    expect((await background(kept).statusOf(about.item))?.kind).toBe('up-to-date')
  })
})

describe('which store', () => {
  async function twoStores() {
    const one = background()
    await one.change(storeAdded('store-2', 'login-2'))
    for (const store of ['store-1', 'store-2'])
      await one.change({ id: newId(), store, kind: 'fronts-chosen', fronts: [com] })
    return one
  }

  test('is asked without names, letters or a count, with a way to say nothing; nothing is about an item', async () => {
    const two = await twoStores()
    const card = await two.claim(page)
    expect(titleOf(card)).toBe(english.card_which_store)
    expect(card?.about).toBeUndefined()
    expect(card?.faces.first).toMatchObject({ buttons: [], escape: { kind: 'choose-store', store: null } })
    expect(card?.steps).toBeUndefined()
    expect((await two.sees()).outcome).toEqual({ kind: 'asking-store' })
    const five = await twoStores()
    for (const store of ['store-3', 'store-4', 'store-5']) {
      await five.change(storeAdded(store, `login-of-${store}`))
      await five.change({ id: newId(), store, kind: 'fronts-chosen', fronts: [com] })
    }
    expect(await five.claim(page)).toEqual(card)
  })

  test('a page’s script cannot say which store is open', async () => {
    const { ask, claim, look } = await twoStores()
    await claim(page)
    for (const argument of [{ store: 'store-2' }, { tab: 1, store: 'store-2' }])
      for (const request of ['choose-store', 'say-store'] as const)
        expect(await ask(request, argument as never, onPage())).toEqual({ error: 'refused' })
    expect((await look(page))?.about).toBeUndefined()
  })

  test('said in the popup: the tab is told, and its card and every face of it name the letter', async () => {
    const { ask, claim, sayStore, platform } = await twoStores()
    await claim(page)
    await sayStore('store-2')
    expect(platform.told).toEqual([{ tab: 1, message: { gone: 'question' } }])
    const card = await claim(page)
    expect(card?.about).toEqual({ store: 'store-2', item: about.item })
    const letter = english.store_letter.replace('{letter}', 'B')
    for (const [name, { lines }] of Object.entries(card?.faces ?? {})) expect(lines[0], name).toBe(letter)
    expect((await claim(page, com, 1, card?.about))?.faces.first.lines[0]).toBe(letter)
    const given = { ...card!.about!, answer: { kind: 'checked' } } as const
    const face = okOf<Face>(await ask('answer-card', { id: 'check', ...given }, onPage()))
    expect(face.lines[0]).toBe(letter)
    const undo = { ...card!.about!, answer: { kind: 'undone', of: 'check' } } as const
    expect(okOf<Face>(await ask('answer-card', { id: 'undo', ...undo }, onPage())).lines[0]).toBe(letter)
  })

  test('one store alone, or a site that belongs to one of them: no letter', async () => {
    const one = background()
    expect((await one.claim(page))?.faces.first.lines[0]).not.toContain('Store')
    const two = await twoStores()
    await two.change({ id: newId(), store: 'store-2', kind: 'fronts-chosen', fronts: [de] })
    expect((await two.claim(page, de))?.faces.first.lines[0]).not.toContain('Store')
  })

  test('another account may be open: what was said is forgotten, and a card that names a store goes', async () => {
    const { ask, claim, look, sayStore, platform } = await twoStores()
    await sayStore('store-2')
    const card = await claim(page)
    platform.clock(platform.now().add({ seconds: 1 }))
    await ask('account-may-differ', null, onPage(com, 2))
    expect(platform.told.at(-1)).toEqual({ tab: 1, message: { gone: card?.about } })
    const given = { id: newId(), ...card!.about!, answer: { kind: 'checked' } } as const
    expect(await ask('answer-card', given, onPage())).toEqual({ error: 'refused' })
    expect(titleOf(await look(page))).toBe(english.card_which_store)
  })

  test('an answer is never filed under another store than the one that the card named', async () => {
    const { ask, claim, sayStore, platform } = await twoStores()
    await sayStore('store-2')
    await claim(page)
    const given = { id: newId(), store: 'store-1', item: about.item, answer: { kind: 'checked' } } as const
    expect(await ask('answer-card', given, onPage())).toEqual({ error: 'refused' })
    expect(record(platform)?.unanswered).toBeUndefined()
  })

  test('once a tab: what was said holds there, for all its pages', async () => {
    const { sayStore, look } = await twoStores()
    await look(page)
    await sayStore('store-2')
    for (const one of [page, 'account-health', 'home'] as const)
      expect((await look(one))?.about?.store, one).toBe('store-2')
    expect((await look(page, com, 2))?.about).toBeUndefined()
  })

  test('closed: this tab is not asked again', async () => {
    const { ask, look, sees } = await twoStores()
    await look(page)
    await ask('choose-store', { store: null }, onPage())
    for (const one of [page, 'account-health', 'home'] as const) {
      expect(await look(one), one).toBeNull()
      expect((await sees()).outcome).toEqual({ kind: 'none', why: 'store-unsaid' })
    }
  })

  test('while it stands no other tab shows a card, for ten minutes', async () => {
    const { change, claim, sees, platform } = await twoStores()
    await change({ id: newId(), store: 'store-1', kind: 'fronts-chosen', fronts: [com, de] })
    expect(titleOf(await claim(page))).toBe(english.card_which_store)
    pass(platform, { minutes: 9, seconds: 59 })
    expect(await claim(page, de, 2)).toBeNull()
    expect((await sees(2)).outcome).toEqual({ kind: 'none', why: 'shown-elsewhere' })
    pass(platform, { seconds: 1 })
    expect(await claim(page, de, 2)).not.toBeNull()
  })

  test.each([
    ['answered', (one: Awaited<ReturnType<typeof twoStores>>) => one.sayStore('store-2')],
    [
      'closed',
      (one: Awaited<ReturnType<typeof twoStores>>) => one.ask('choose-store', { store: null }, onPage()),
    ],
  ])('%s, another tab may show a card', async (_, end) => {
    const one = await twoStores()
    await one.change({ id: newId(), store: 'store-1', kind: 'fronts-chosen', fronts: [com, de] })
    await one.claim(page)
    expect(await one.claim(page, de, 2)).toBeNull()
    await end(one)
    expect(await one.claim(page, de, 2)).not.toBeNull()
  })

  test('said or closed, it is asked anew in every tab once another account may have been chosen', async () => {
    const { ask, sayStore, look, visit, platform } = await twoStores()
    await look(page)
    await sayStore('store-2')
    await ask('choose-store', { store: null }, onPage(com, 2))
    expect(await visit('account-switcher', com, 2)).toBe(false)
    for (const tab of [1, 2]) {
      pass(platform, { hours: 25 })
      expect(titleOf(await look(page, com, tab)), `tab ${tab}`).toBe(english.card_which_store)
    }
    const { length } = platform.session.writes
    await visit('account-switcher', com, 1)
    await visit('account-switcher', com, 1)
    // What is used and decided is noted; nothing is left to forget.
    expect(platform.session.writes.slice(length).flatMap(Object.keys)).toEqual(['sees/1', 'sees/1'])
  })

  test('the question is the one card as well', async () => {
    const { claim, visit } = await twoStores()
    await claim(page, com, 1)
    expect(await visit(page, com, 2)).toBe(false)
  })

  // Navigating away is ignoring it; the question came back on every page of the tab, all day.
  test('left without a word: the same tab is not asked on every page', async () => {
    const { card, free } = await twoStores()
    expect(await card(page)).not.toBeNull()
    await free()
    expect(await card('account-health')).toBeNull()
    expect(await card('home')).toBeNull()
  })

  test('left without a word: other tabs are not asked within four hours', async () => {
    const { card, free } = await twoStores()
    expect(await card(page, com, 1)).not.toBeNull()
    await free(1)
    expect(await card(page, com, 2)).toBeNull()
  })
})

describe('what Nightlatch sees', () => {
  const place = { page, host: com }
  const looked = async (one: ReturnType<typeof background>) => {
    await one.card(page)
    return one.sees()
  }
  const withSettings = (settings: Record<string, unknown>) =>
    background({ kept: { local: { ...structuredClone(wellKnown), settings: { version: 1, ...settings } } } })

  test('nothing, in a tab that never told of a page', async () => {
    expect(await background().sees(5)).toEqual({ outcome: { kind: 'none', why: 'no-page' } })
  })

  test('a card, and which', async () => {
    expect(await looked(background())).toEqual({ place, outcome: { kind: 'card', item: about.item } })
  })

  test('that a card waits for a calm moment, and that none came', async () => {
    const { visit, sees, ask } = background()
    await visit(page)
    expect(await sees()).toEqual({ place, outcome: { kind: 'waiting-for-calm' } })
    await ask('not-calm', null, onPage())
    expect(await sees()).toEqual({ place, outcome: { kind: 'none', why: 'not-calm' } })
  })

  test('that nothing is due for this page', async () => {
    const one = background()
    await one.card('forums')
    expect(await one.sees()).toEqual({
      place: { page: 'forums', host: com },
      outcome: { kind: 'none', why: 'nothing-due' },
    })
  })

  test.each([
    ['paused', { pause: { until: 'told' } }],
    ['quiet-hours', { quietHours: { from: 9, to: 11 } }],
  ])('%s', async (why, settings) => {
    expect(await looked(withSettings(settings))).toEqual({ place, outcome: { kind: 'none', why } })
  })

  test('first-day, until popup or dashboard was opened', async () => {
    const one = background({ kept: {} })
    await one.platform.settled()
    expect(await looked(one)).toEqual({ place, outcome: { kind: 'none', why: 'first-day' } })
    await one.overview()
    expect(await looked(one)).toEqual({ place, outcome: { kind: 'card', item: about.item } })
  })

  test('gap and day-cap', async () => {
    const one = background({ now: at('2026-03-04 08:00') })
    await one.card('home', com, 2)
    await one.free(2)
    expect((await looked(one)).outcome).toEqual({ kind: 'none', why: 'gap' })
    pass(one.platform, { hours: 4 })
    await one.card('home', com, 2)
    await one.free(2)
    pass(one.platform, { hours: 4 })
    expect((await looked(one)).outcome).toEqual({ kind: 'none', why: 'day-cap' })
  })

  test('each tab for itself', async () => {
    const { visit, sees } = background()
    await visit(page, com, 1)
    await visit('forums', de, 2)
    expect((await sees(1)).place).toEqual(place)
    expect((await sees(2)).place).toEqual({ page: 'forums', host: de })
  })

  test('no more of the address than page kind and host', async () => {
    const { visit, platform } = background()
    await visit(page)
    expect(platform.kept.session['sees/1']).toEqual({ place, outcome: { kind: 'waiting-for-calm' } })
  })

  test('is forgotten when the browser closes', async () => {
    const { visit, platform } = background()
    await visit(page)
    expect(JSON.stringify(platform.kept.local)).not.toContain(page)
  })
})

describe('pages of the login', () => {
  test('may ask for a card; its link stays on the store front of the same marketplace', async () => {
    const { claim, visit } = background()
    expect(await visit('two-step-settings', 'www.amazon.de')).toBe(true)
    const card = await claim('two-step-settings', 'www.amazon.de')
    expect(card?.about?.item).toBe('two-step-on')
    // Of two pages it names the login's settings come first.
    expect(card?.faces.first.link?.address).toBe('https://www.amazon.de/ap/cnep')
  })

  test('settle nothing about where the store’s links lead', async () => {
    const { visit, overview } = background()
    await visit('two-step-settings', 'www.amazon.de')
    expect((await overview()).store.fronts).toEqual([])
    await visit('home', com)
    expect((await overview()).store.fronts).toEqual([com])
  })
})

describe('an address that changes all the time', () => {
  test('fifty visits a second cost no write', async () => {
    const { visit, platform } = background()
    await visit('home')
    await platform.settled()
    const writes = platform.storage.writes.length
    for (let times = 0; times < 50; times += 1) {
      pass(platform, { milliseconds: 20 })
      await visit(times % 2 ? 'home' : page)
    }
    expect(platform.storage.writes).toHaveLength(writes)
  })
})

describe('a pause and quiet hours', () => {
  test.each([
    ['hour', '10:59', '11:00'],
    ['today', '23:59', null],
  ] as const)('for %s: no card until it ends, the toolbar goes on', async (pause, last, first) => {
    const { ask, visit, platform } = background()
    expect(okOf<{ paused: boolean }>(await ask('pause', { for: pause })).paused).toBe(true)
    platform.clock(at(`2026-03-04 ${last}`))
    expect(await visit(page)).toBe(false)
    expect(platform.badge.text).toBe('9')
    platform.clock(first ? at(`2026-03-04 ${first}`) : at('2026-03-05 00:00'))
    expect(await visit(page)).toBe(true)
  })

  test('until told: for years, and over; nothing else of the settings is touched', async () => {
    const { ask, visit, platform } = background()
    await ask('choose', { badge: false, quietHours: { from: 20, to: 8 } })
    await ask('name-self', { who: 'Ana' })
    await ask('pause', { for: 'told' })
    platform.clock(on('2030-03-04'))
    expect(await visit(page)).toBe(false)
    await ask('pause', { for: null })
    expect(await visit(page)).toBe(true)
    expect(platform.kept.local['settings']).toEqual({
      version: 1,
      who: 'Ana',
      badge: false,
      quietHours: { from: 20, to: 8 },
    })
  })

  test('outlive the worker and the browser', async () => {
    const first = background()
    await first.ask('pause', { for: 'told' })
    first.platform.kill()
    expect(await background({ kept: { ...first.platform.kept, session: {} } }).visit(page)).toBe(false)
  })

  test('quiet hours are chosen and given up', async () => {
    const { ask, visit, platform } = background({ now: at('2026-03-04 21:00') })
    await ask('choose', { quietHours: { from: 20, to: 8 } })
    expect(await visit(page)).toBe(false)
    await ask('choose', { quietHours: null })
    expect(await visit(page)).toBe(true)
    expect(platform.kept.local['settings']).toEqual({ version: 1 })
  })

  test('a pause that cannot be stored says so, and is none', async () => {
    const { ask, visit, platform } = background()
    await platform.settled()
    platform.storage.reject('set', 1)
    expect(await ask('pause', { for: 'told' })).toEqual({ error: 'could-not-store' })
    expect(await visit(page)).toBe(true)
  })
})

describe('the number on the toolbar', () => {
  test('goes when it is turned off, comes back when it is turned on, and its title explains on', async () => {
    const { ask, platform, change } = background()
    await ask('choose', { badge: false })
    expect(platform.badge.text).toBe('')
    await change(checked('two-step-on'))
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge.text).toBe('')
    expect(platform.badge.title).toContain('8')
    await ask('choose', { badge: true })
    expect(platform.badge.text).toBe('8')
  })
})

describe('login pages', () => {
  const us = 'www.amazon.com'
  const germany = 'www.amazon.de'
  const allowed = (...hosts: string[]) =>
    background({ kept: { local: structuredClone(wellKnown), allowed: new Set(hosts) } })
  const chosen = (platform: FakePlatform) =>
    (platform.kept.local['settings'] as { loginHosts?: string[] } | undefined)?.loginHosts

  test('nowhere at first', async () => {
    const { platform } = background()
    platform.browserStarts()
    await platform.settled()
    expect(platform.kept.running).toEqual([])
  })

  test('the script runs on what was chosen and allowed', async () => {
    const { ask, platform } = allowed(us, germany)
    await ask('choose', { loginHosts: [us] })
    expect(platform.kept.running).toEqual([us])
    await ask('choose', { loginHosts: [us, germany] })
    expect(platform.kept.running).toEqual([us, germany])
    await ask('choose', { loginHosts: [germany] })
    expect(platform.kept.running).toEqual([germany])
    await ask('choose', { loginHosts: [] })
    expect(platform.kept.running).toEqual([])
  })

  test('what was chosen without being allowed does not run', async () => {
    const { ask, platform } = allowed(us)
    await ask('choose', { loginHosts: [us, germany] })
    expect(platform.kept.running).toEqual([us])
  })

  test('what was chosen without being allowed is not stored as chosen', async () => {
    const { ask, platform } = allowed(us)
    await ask('choose', { loginHosts: [us, germany] })
    expect(chosen(platform)).toEqual([us])
  })

  test('another choice leaves them alone', async () => {
    const { ask, platform } = allowed(us)
    await ask('choose', { loginHosts: [us] })
    await ask('choose', { badge: false })
    expect([platform.kept.running, chosen(platform)]).toEqual([[us], [us]])
  })

  test('what the browser takes back is forgotten here as well, and the rest stays', async () => {
    const { ask, platform } = allowed(us, germany)
    await ask('choose', { loginHosts: [us, germany] })
    platform.revoke(us)
    await platform.settled()
    expect([platform.kept.running, chosen(platform)]).toEqual([[germany], [germany]])
  })

  test('taken back while no worker ran: the next start of the browser forgets it', async () => {
    const { ask, platform } = allowed(us, germany)
    await ask('choose', { loginHosts: [us, germany] })
    platform.kill()
    platform.kept.allowed.delete(us)
    const next = again(platform)
    next.platform.browserStarts()
    await next.platform.settled()
    expect([next.platform.kept.running, chosen(next.platform)]).toEqual([[germany], [germany]])
  })

  test('an update of the extension, which loses registered scripts, registers them anew', async () => {
    const { ask, platform } = allowed(us)
    await ask('choose', { loginHosts: [us] })
    platform.kept.running = []
    platform.browserStarts()
    await platform.settled()
    expect(platform.kept.running).toEqual([us])
  })

  test('are not asked for again by us once they are gone', async () => {
    const { ask, platform } = allowed(us)
    await ask('choose', { loginHosts: [us] })
    platform.revoke(us)
    await platform.settled()
    platform.kept.allowed.add(us)
    platform.browserStarts()
    await platform.settled()
    expect([platform.kept.running, chosen(platform)]).toEqual([[], []])
  })
})

describe('a card that is out of sight and comes back', () => {
  async function hidden() {
    const one = background()
    expect(await one.claim(page)).not.toBeNull()
    await one.free()
    return one
  }

  test('within the hour: it is the same showing', async () => {
    const { claim, platform } = await hidden()
    pass(platform, { minutes: 40 })
    expect((await claim(page, com, 1, about))?.about).toEqual(about)
    expect(record(platform)?.unanswered).toBe(1)
  })

  test('it says what it said, and its times are those of now', async () => {
    const { claim, change, free, platform } = background()
    await change(answered(about.item, { kind: 'snoozed', for: 'hour' }))
    pass(platform, { hours: 1 })
    const before = await claim(page)
    await free()
    pass(platform, { minutes: 40 })
    const back = await claim(page, com, 1, about)
    expect(back?.faces.first).toEqual(before?.faces.first)
    expect(back?.faces.first.lines[0]).toContain('March 4')
    const hour = (card: CardContent | null) => card?.faces.when.buttons[0]?.label
    expect(hour(before)).toContain('12:00')
    expect(hour(back)).toContain('12:40')
  })

  test('into a pause: it stays away', async () => {
    const { claim, ask } = await hidden()
    await ask('pause', { for: 'told' })
    expect(await claim(page, com, 1, about)).toBeNull()
  })

  test('into quiet hours: it stays away', async () => {
    const { claim, ask, platform } = await hidden()
    await ask('choose', { quietHours: { from: 20, to: 8 } })
    platform.clock(at('2026-03-04 22:00'))
    expect(await claim(page, com, 1, about)).toBeNull()
  })

  test('after it was wanted in the popup alone: it stays away', async () => {
    const { claim, change } = await hidden()
    await change(answered(about.item, { kind: 'silenced' }))
    expect(await claim(page, com, 1, about)).toBeNull()
  })
})

test('wanted in the popup alone while it is shown: it goes', async () => {
  const { claim, change, platform } = background()
  await claim(page)
  await change(answered(about.item, { kind: 'silenced' }))
  expect(platform.told).toEqual([{ tab: 1, message: { gone: about } }])
})

test('answered on the card itself: nobody is told that one is still shown', async () => {
  const { claim, answerCard, sees } = background()
  await claim(page)
  await answerCard(about.item, { kind: 'checked' })
  expect((await sees()).outcome).toEqual({ kind: 'none', why: 'answered' })
})

test('a card that could not be counted is not told of as shown', async () => {
  const { visit, ask, sees, platform } = background()
  await visit(page)
  platform.storage.reject('set', 1)
  expect(await ask('claim', { page, host: com, again: null }, onPage())).toEqual({ error: 'could-not-store' })
  expect((await sees()).outcome.kind).not.toBe('card')
})

describe('the playbook that fits', () => {
  const labels = (content: CardContent | null) => content?.faces.first.more?.map(({ label }) => label)
  const offer = english.card_playbook
  const begin = (set: ReturnType<typeof background>, playbook: 'claim' | 'hijack', store = 'store-1') =>
    set.ask('start-playbook', { run: `run-${playbook}-${store}`, playbook, store })

  test('is not offered by a page alone, whatever page it is', async () => {
    const { look } = background()
    for (const page of ['payments-dashboard', 'account-health', 'a-to-z-claims', 'user-permissions'] as const)
      expect(labels(await look(page)), page).not.toContain(offer)
  })

  test('is offered on its pages once it was begun, and opened by the press; nothing of it stands on the page', async () => {
    const set = background()
    await begin(set, 'hijack')
    const content = await set.look('user-permissions')
    expect(labels(content)).toContain(offer)
    expect(JSON.stringify(content)).not.toContain(english.playbook_hijack)
    expect(JSON.stringify(content)).not.toContain('run-hijack')
    const { store, item } = content?.about ?? { store: '', item: 'two-step-on' as const }
    const argument = { id: newId(), store, item, answer: { kind: 'playbook' } as const }
    expect(await set.ask('answer-card', argument, onPage(com))).toEqual({ ok: null })
    expect(set.platform.dashboards).toEqual(['#/playbook/run-hijack-store-1'])
    expect(labels(await set.look('buyer-messages'))).not.toContain(offer)
  })

  test('is offered where something was reported that it is for', async () => {
    const set = background()
    await set.change(reported('somebody-left'))
    const content = await set.look('user-permissions')
    expect(labels(content)).toContain(offer)
    const argument = { id: newId(), store: 'store-1', item: content?.about?.item ?? 'two-step-on' } as const
    await set.ask('answer-card', { ...argument, answer: { kind: 'playbook' } }, onPage(com))
    expect(set.platform.dashboards).toEqual(['#/playbooks/offboarding'])
  })

  test('is not offered for another store, nor once it is closed', async () => {
    const set = background()
    await begin(set, 'hijack')
    const closed = { id: newId(), run: 'run-hijack-store-1', kind: 'closed', outcome: 'solved' } as const
    await set.ask('change-run', closed)
    expect(labels(await set.look('user-permissions'))).not.toContain(offer)
    await set.change(storeAdded('store-2', 'login-2'))
    await begin(set, 'hijack', 'store-2')
    await set.change({ id: newId(), store: 'store-1', kind: 'fronts-chosen', fronts: [com] })
    await set.change({ id: newId(), store: 'store-2', kind: 'fronts-chosen', fronts: [de] })
    expect(labels(await set.look('user-permissions', com))).not.toContain(offer)
    expect(labels(await set.look('user-permissions', de, 2))).toContain(offer)
  })

  test('a card that is renewed keeps its buttons, whatever was begun or closed meanwhile', async () => {
    const set = background()
    const kept = async (first: CardContent | null) => {
      const again = await set.claim('user-permissions', com, 1, first?.about ?? null)
      expect(labels(again)).toEqual(labels(first))
    }
    const without = await set.look('user-permissions')
    await begin(set, 'hijack')
    await kept(without)
    const withIt = await set.look('user-permissions')
    expect(labels(withIt)).toContain(offer)
    const run = 'run-hijack-store-1'
    await set.ask('change-run', { id: newId(), run, kind: 'closed', outcome: 'solved' })
    await kept(withIt)
    const { store, item } = withIt?.about ?? { store: '', item: 'two-step-on' as const }
    await set.ask('answer-card', { id: newId(), store, item, answer: { kind: 'playbook' } }, onPage(com))
    expect(set.platform.dashboards).toEqual(['#/playbooks'])
  })

  test('a script cannot open it for a card it was never given', async () => {
    const set = background()
    await begin(set, 'hijack')
    const argument = {
      id: newId(),
      store: 'store-1',
      item: 'two-step-on',
      answer: { kind: 'playbook' },
    } as const
    expect(await set.ask('answer-card', argument, onPage(com))).toEqual({ error: 'refused' })
    expect(set.platform.dashboards).toEqual([])
  })
})

describe('the figures of a card', () => {
  const shipping = 'shipping-metrics-watch'
  const stock = 'stock-buffer-check'
  const texts = inEnglish()

  test.each([
    [shipping, 'sellercentral.amazon.in', ['2%'], ['4%', '2.5%']],
    [shipping, 'sellercentral.amazon.com', ['4%', '2.5%'], ['2%']],
    [stock, 'sellercentral.amazon.in', ['2%'], ['4%', '2.5%']],
    [stock, 'sellercentral.amazon.de', ['4%', '2.5%'], ['2%']],
  ] as const)('%s on %s says %j and not %j', async (item, host, own, others) => {
    const { change, claim } = background()
    // Whatever else the store sells in.
    const fronts = [com, 'sellercentral.amazon.in']
    await change({ id: newId(), kind: 'fronts-chosen', store: 'store-1', fronts: [...fronts, host] })
    const [page] = itemOf(item).pages
    for (const { id, pages } of items) {
      if (id !== item && pages.includes(page)) await change(answered(id, { kind: 'dismissed' }))
    }
    const card = await claim(page, host)
    expect(card?.about?.item).toBe(item)
    const figures = card?.faces.first.lines.join(' ').match(/[\d.]+%/g) ?? []
    expect(figures).toEqual(expect.arrayContaining([...own]))
    for (const other of others) expect(figures).not.toContain(other)
    expect(card?.faces.first.lines.includes(itemText(texts, item).why)).toBe(false)
  })
})

test.each([
  ['user-list-review', true],
  ['mailbox-secured', false],
] as const)('a card for %s links to a page of Amazon’s: %s', (item, isLinked) => {
  const place = { page: 'home', host: com } as const
  const { faces } = reminderCard(
    { store: 'store-1', item },
    place,
    inEnglish('UTC'),
    at('2026-03-10T09:00'),
    false,
  )
  expect(faces.first.link !== undefined).toBe(isLinked)
})

describe("a check of the seller's own that belongs to the page", () => {
  const id = 'own-insurance' as const
  const title = 'Renew the liability insurance'
  const given = {
    ...{ id, title, why: 'The landlord asks for it', steps: ['Call Ms Ito'], counts: false },
    ...{ recurs: { kind: 'days', every: 90 }, page: 'reports' },
  } satisfies OwnCheckInput

  async function withOwn(options: Parameters<typeof background>[0] = {}) {
    const one = background(options)
    okOf(await one.change({ id: newId(), store: 'store-1', kind: 'own-check-put', check: given }))
    return one
  }

  test('is named by no word of the seller', async () => {
    const { look, sees } = await withOwn()
    const card = await look('reports')
    expect(card?.about).toEqual({ store: 'store-1', item: id })
    expect(titleOf(card)).toBe(english.card_own)
    expect(card?.steps).toBeUndefined()
    for (const text of [title, given.why, ...given.steps]) expect(JSON.stringify(card)).not.toContain(text)
    // Our own pages say which one.
    expect((await sees()).outcome).toEqual({ kind: 'card', item: id })
  })

  test('comes after the checks of the catalog, and not on other pages', async () => {
    const one = background()
    okOf(
      await one.change({ id: newId(), store: 'store-1', kind: 'own-check-put', check: { ...given, page } }),
    )
    expect((await one.look(page))?.about?.item).toBe('user-list-review')
    for (const item of items)
      if (item.pages.some((fits) => fits === page)) okOf(await one.change(checked(item.id)))
    expect((await one.look(page))?.about?.item).toBe(id)
    expect((await one.look('home'))?.about?.item).not.toBe(id)
  })

  test('the card is counted, kept quiet after it was closed, and asked for again unchanged', async () => {
    const { look, claim, free, answerCard, platform } = await withOwn()
    const card = await look('reports')
    expect(showings(platform)).toHaveLength(1)
    expect(await claim('reports', com, 1, { store: 'store-1', item: id })).toEqual(card)
    expect(okOf(await answerCard(id, { kind: 'closed' }))).toBeNull()
    await free()
    expect(await look('reports')).toBeNull()
  })

  test.each(['checked', 'dismissed'] as const)(
    'what nobody could read there is not answered: %s',
    async (kind) => {
      const { look, answerCard, overview } = await withOwn()
      await look('reports')
      expect(await answerCard(id, { kind })).toEqual({ error: 'refused' })
      expect((await overview()).measures[0]?.waiting).toBe(true)
    },
  )

  test('its button opens the check in Nightlatch, which is no answer', async () => {
    // In Chrome and Edge it opens the panel.
    expect((await (await withOwn()).look('reports'))?.faces.first.buttons[0]?.press.kind).toBe('beside')
    const { look, ask, overview, platform } = await withOwn({
      prepare: ({ panel }) => {
        delete panel.openBeside
      },
    })
    const card = await look('reports')
    const press = card?.faces.first.buttons[0]?.press
    expect(press).toEqual({ kind: 'answer', answer: { kind: 'playbook' } })
    const argument = { id: newId(), store: 'store-1', item: id, answer: { kind: 'playbook' } } as const
    expect(okOf(await ask('answer-card', argument, onPage(com, 1, 'reports')))).toBeNull()
    expect(platform.dashboards).toEqual([`#/item/${id}`])
    expect((await overview()).measures[0]?.waiting).toBe(true)
  })

  test('an answer in our pages takes the card away', async () => {
    const { look, change, platform } = await withOwn()
    const card = await look('reports')
    okOf(await change(answered(id, { kind: 'checked' })))
    expect(platform.told).toEqual([{ tab: 1, message: { gone: card?.about } }])
  })
})
