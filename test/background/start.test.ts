import { describe, expect, test } from 'vitest'
import { start } from '../../src/background/start'
import type { SellerEvent } from '../../src/domain/checklist'
import { type ItemId, items } from '../../src/domain/items'
import type { Overview } from '../../src/domain/overview'
import type { CardContent, Face } from '../../src/messages/card'
import { storeFronts } from '../../src/pages/hosts'
import { journalKey, journalKind } from '../../src/storage/kinds/journal'
import { recordsV1, storesV1 } from '../storage/fixtures'
import { again, background, com, de, okOf, wellKnown } from '../support/background'
import { answered, checked, newId, reported, storeAdded, takenBack } from '../support/checklist'
import { english, inEnglish } from '../support/i18n'
import { fakePlatform, notUpdated, onPage, ownPage } from '../support/platform'
import { at, on } from '../support/time'

const { translate, day, soon, plural } = inEnglish()
const titleOf = (card: CardContent | null | undefined) => card?.faces.first.title
const pressesOf = (face: Face) => face.buttons.map(({ press }) => press)

type Background = ReturnType<typeof background>

describe('the first run', () => {
  async function openedBy(why: 'installed' | 'browser-started', local = {}, opened = false) {
    const platform = fakePlatform({ kept: { local: structuredClone(local) } })
    start(platform)
    if (opened) await platform.send({ request: 'overview', argument: null }, ownPage)
    platform.browserStarts(why)
    await platform.settled()
    return platform.dashboards
  }

  test('opens the welcome page when it is installed, and when nothing else happens', async () => {
    expect(await openedBy('installed')).toEqual(['#/welcome'])
    expect(await openedBy('browser-started')).toEqual([])
  })

  test('stays silent where something is kept already, or our pages were opened before', async () => {
    expect(await openedBy('installed', wellKnown)).toEqual([])
    expect(await openedBy('installed', { stores: 'damaged' })).toEqual([])
    expect(await openedBy('installed', {}, true)).toEqual([])
  })

  test('after an update the sign on the toolbar goes by the tables of this version, if it is on', async () => {
    for (const [sign, expected] of [
      ['0.0.1', '9.9.9'],
      [undefined, undefined],
    ]) {
      const platform = fakePlatform({ version: '9.9.9', kept: { sign } })
      start(platform)
      platform.browserStarts('browser-started')
      await platform.settled()
      expect(platform.kept.sign).toBe(expected)
    }
  })

  test('begins the first store: only its essential checks are due, the others are planned', async () => {
    const { platform, overview } = background({ kept: { local: {} } })
    platform.browserStarts('installed')
    await platform.settled()
    const { areas, counted } = await overview()
    const checks = areas.flatMap(({ items }) => items)
    const due = checks.filter(({ waiting }) => waiting)
    expect(due.map(({ severity }) => severity)).toEqual(due.map(() => 'essential'))
    expect(counted).toBe(due.length)
    expect(platform.badge.text).toBe(String(due.length))
    const planned = checks.filter(({ status }) => status.kind === 'planned')
    expect(due.length + planned.length).toBe(checks.length)
  })
})

describe('the way through, once', () => {
  test('a page is opened, a card appears, it is answered, badge and popup agree', async () => {
    const { look, answerCard, overview, platform } = background()
    const card = await look('user-permissions')
    expect(card?.about).toEqual({ store: 'store-1', item: 'user-list-review' })
    const face = okOf<Face>(await answerCard('user-list-review', { kind: 'checked' }))
    expect(face.lines).toEqual([translate('done_checked', { day: day('2026-04-03') })])
    expect((await look('user-permissions'))?.about?.item).not.toBe('user-list-review')
    expect((await overview()).counted).toBe(8)
    expect(platform.badge.text).toBe('8')
    expect(platform.badge.title).toBe(plural('title_waiting', 8))
  })

  test('the first page a seller opens settles where the links of a single store lead', async () => {
    const { look, overview, journal } = background()
    await look('home', de)
    await look('home', com)
    expect((await overview()).store.fronts).toEqual([de])
    // Nobody said it: the journal has nothing to keep.
    expect((await journal()).entries).toEqual([])
  })

  test('a card that was taken back is back', async () => {
    const { look, answerCard } = background()
    await answerCard('user-list-review', { kind: 'checked' }, 'store-1', 'check')
    const face = okOf<Face>(await answerCard('user-list-review', { kind: 'undone', of: 'check' }))
    expect(face.lines).toEqual([translate('card_undone')])
    expect((await look('user-permissions'))?.about?.item).toBe('user-list-review')
  })

  test('closing shows nothing more, and keeps the item off pages for a day', async () => {
    const { look, answerCard, platform } = background()
    await answerCard('backup-super-user-created', { kind: 'checked' })
    expect(await answerCard('user-list-review', { kind: 'closed' })).toEqual({ ok: null })
    expect((await look('user-permissions'))?.about?.item).not.toBe('user-list-review')
    platform.clock(on('2026-03-05'))
    expect((await look('user-permissions'))?.about?.item).toBe('user-list-review')
  })

  test('a snooze is quoted back when it ends', async () => {
    const { look, answerCard, platform } = background()
    const face = okOf<Face>(await answerCard('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    expect(face.lines).toEqual([
      translate('done_planned', { time: soon(at('2026-03-05 09:00').epochMilliseconds) }),
    ])
    platform.clock(at('2026-03-05 09:00'))
    const card = await look('user-permissions')
    expect(card?.faces.first.lines[0]).toBe(translate('card_promise', { day: day('2026-03-04') }))
  })

  test('pages that no item names stay without a card', async () => {
    const { look } = background()
    for (const page of ['sign-in', 'code-challenge', 'help', 'forums'] as const) {
      expect(await look(page), page).toBeNull()
    }
  })
})

describe('the card', () => {
  test('has the three answers, always the same, a way to close it, and no link to the page that is open', async () => {
    const { look } = background()
    const here = await look('user-permissions')
    expect(here?.faces.first.buttons.map(({ label }) => label)).toEqual([
      english.answer_checked,
      english.answer_remind,
      english.answer_dismiss,
    ])
    expect(here?.close).toBe(english.answer_close)
    expect(here?.faces.first).not.toHaveProperty('close')
    expect(here?.faces.when.close).toEqual({ kind: 'answer', answer: { kind: 'closed' } })
    expect(here?.faces.first.link).toBeUndefined()
    expect(here?.faces.first.escape).toEqual({ kind: 'answer', answer: { kind: 'closed' } })
    expect(here && pressesOf(here.faces.when)).toEqual([
      { kind: 'answer', answer: { kind: 'snoozed', for: 'hour' } },
      { kind: 'answer', answer: { kind: 'snoozed', for: 'tomorrow' } },
      { kind: 'answer', answer: { kind: 'snoozed', for: 'next-week' } },
      { kind: 'face', face: 'first' },
    ])
  })

  test('on another page leads to Amazon’s own, on the same store front', async () => {
    const { look } = background()
    const card = await look('home', de)
    expect(card?.faces.first.link?.address).toMatch(/^https:\/\/www\.amazon\.de\//)
  })

  test('says the promised times in the seller’s own zone', async () => {
    const { look } = background({ now: at('2026-03-07 23:30', 'America/New_York') })
    const card = await look('user-permissions')
    expect(card?.faces.when.buttons.map(({ label }) => label)).toEqual([
      translate('card_snooze_hour', { time: 'Sun, Mar 8, 12:30 AM' }),
      translate('card_snooze_tomorrow', { time: 'Sun, Mar 8, 9:00 AM' }),
      translate('card_snooze_next_week', { time: 'Mon, Mar 9, 9:00 AM' }),
      english.back,
    ])
  })

  test('holds nothing personal, whatever the seller has typed', async () => {
    const secrets = [
      'Geheimladen',
      'frag-Ana',
      'Hausmeisterin',
      'unsere-Agentur',
      'kein-Personal',
      'zweiter-Laden',
    ]
    const { change, ask, look, sayStore, answerCard, platform } = background()
    await change({ id: newId(), store: 'store-1', kind: 'store-named', name: 'Geheimladen' })
    await change(storeAdded('zweiter-Laden', 'login-2', 'Geheimladen'))
    await ask('name-self', { who: 'Hausmeisterin' })
    for (const { id, cadence } of items) {
      for (const store of ['store-1', 'zweiter-Laden']) {
        await change(answered(id, { kind: 'noted', note: 'frag-Ana' }, store))
        if (cadence.kind === 'every' && cadence.days > 100)
          await change(answered(id, { kind: 'handled-elsewhere', by: 'unsere-Agentur' }, store))
        if (cadence.kind === 'once')
          await change(answered(id, { kind: 'dismissed', reason: 'kein-Personal' }, store))
      }
    }
    const shown: unknown[] = []
    for (const page of ['home', 'user-permissions', 'account-health', 'deposit-methods'] as const) {
      shown.push(await look(page, com, 1), await look(page, de, 2))
    }
    await sayStore('store-1')
    for (const { id } of items) {
      platform.clock(platform.now().add({ hours: 1 }))
      for (const kind of ['checked', 'dismissed'] as const) {
        const of = newId()
        shown.push(await answerCard(id, { kind }, 'store-1', of))
        shown.push(await answerCard(id, { kind: 'undone', of }))
      }
      shown.push(await look('home'), platform.badge.title)
    }
    const text = JSON.stringify(shown)
    expect(text.length).toBeGreaterThan(50_000)
    // A store's id is needed to answer; the seller never sees or types it.
    const found = secrets.filter((secret) => secret !== 'zweiter-Laden' && text.includes(secret))
    expect(found).toEqual([])
  })
})

describe('an undo that comes too late', () => {
  test('changes nothing, stands in no journal, and is told so to the page that asked', async () => {
    const { change, journal, platform } = background()
    const first = checked('user-list-review')
    await change(first)
    await change(answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    const before = structuredClone(platform.kept.local)
    expect(await change(takenBack(first))).toEqual({ error: 'answered-since' })
    expect(platform.kept.local).toEqual(before)
    expect((await journal()).entries).toHaveLength(2)
  })

  test('is told so on the card', async () => {
    const { change, answerCard, statusOf } = background()
    await answerCard('user-list-review', { kind: 'checked' }, 'store-1', 'check')
    await change(answered('user-list-review', { kind: 'dismissed' }))
    const face = okOf<Face>(await answerCard('user-list-review', { kind: 'undone', of: 'check' }))
    expect(face.lines).toEqual([translate('card_answered_since')])
    expect(face.buttons).toEqual([])
    expect(face.escape).toEqual({ kind: 'remove' })
    expect((await statusOf('user-list-review'))?.kind).toBe('not-for-me')
  })
})

describe('our open pages', () => {
  const made = { owner: 'store-1', row: 'row-1', register: 'people' } as const

  test.each([
    ['an answer', (one: Background) => one.change(checked('two-step-on'))],
    ['an answer on a card', (one: Background) => one.answerCard('two-step-on', { kind: 'checked' })],
    ['a setting', (one: Background) => one.ask('choose', { badge: false })],
    ['a row', (one: Background) => one.ask('put-row', { ...made, values: { name: 'Ana' } })],
    [
      'a playbook',
      (one: Background) => one.ask('start-playbook', { run: 'run-1', playbook: 'hijack', store: 'store-1' }),
    ],
    ['a reset', (one: Background) => one.ask('reset', { id: 'event-1', store: null, withoutBackup: true })],
  ])('are told of %s, when it is stored', async (_, act) => {
    const one = background()
    await one.overview()
    const before = one.platform.pagesTold
    await act(one)
    expect(one.platform.pagesTold).toBe(before + 1)
  })

  test('are told of nothing that was only looked at, or could not be stored', async () => {
    const one = background()
    await one.overview()
    await one.platform.settled()
    const before = one.platform.pagesTold
    await one.overview()
    one.platform.storage.reject('set')
    await one.change(checked('two-step-on'))
    expect(one.platform.pagesTold).toBe(before)
  })
})

describe('one writer', () => {
  test('a page that floods us is not heard for ten seconds; another is, and so is our own', async () => {
    const { platform, overview } = background()
    const ask = (tab: number) => platform.send({ request: 'free', argument: null }, onPage(com, tab))
    const replies = await Promise.all(Array.from({ length: 300 }, () => ask(1)))
    expect(replies.filter((reply) => JSON.stringify(reply) === '{"error":"refused"}')).toHaveLength(100)
    expect(await ask(2)).toEqual({ ok: null })
    expect(await overview()).toHaveProperty('store')
    platform.clock(at('2026-03-04 10:00:10'))
    expect(await ask(1)).toEqual({ ok: null })
  })

  test('our own page in a tab may ask for every page of the longest journal', async () => {
    const { platform } = background()
    const dashboard = { ...ownPage, tab: { id: 7, incognito: false } }
    const message = { request: 'journal', argument: { before: null } }
    const replies = await Promise.all(Array.from({ length: 300 }, () => platform.send(message, dashboard)))
    expect(replies.filter((reply) => !Object.hasOwn(reply as object, 'ok'))).toEqual([])
  })

  test('200 answers in one tick are all recorded', async () => {
    const { change, journal, platform, overview } = background()
    const daily = items.filter(({ cadence }) => cadence.kind !== 'event').map(({ id }) => id)
    const events = Array.from({ length: 200 }, (_, n) => checked(daily[n % daily.length] as ItemId))
    const replies = await Promise.all(events.map((event) => change(event)))
    expect(replies.every((reply) => 'ok' in reply)).toBe(true)
    const { entries } = await journal()
    expect(entries.map(({ id }) => id).reverse()).toEqual(events.map(({ id }) => id))
    expect((await overview()).counted).toBe(0)
    expect(platform.badge.text).toBe('')
  })

  test('cards, popup and dashboard at once: nobody loses an answer', async () => {
    const { change, answerCard, statusOf, journal } = background()
    await Promise.all([
      answerCard('two-step-on', { kind: 'checked' }),
      change(answered('two-step-on', { kind: 'noted', note: 'ask Ana' })),
      change({ id: newId(), store: 'store-1', kind: 'store-named', name: 'Shop' }),
      answerCard('mailbox-secured', { kind: 'dismissed' }, 'store-1', newId(), 2),
      change(reported('somebody-left')),
    ])
    expect((await statusOf('two-step-on'))?.kind).toBe('up-to-date')
    expect((await statusOf('mailbox-secured'))?.kind).toBe('not-for-me')
    expect((await statusOf('offboard-person'))?.kind).toBe('due')
    expect((await journal()).entries).toHaveLength(5)
  })

  test('one that fails does not stop the next', async () => {
    const { change, platform } = background()
    await platform.settled()
    platform.storage.reject('set', 1)
    const [first, second] = await Promise.all([
      change(checked('two-step-on')),
      change(checked('mailbox-secured')),
    ])
    expect(first).toEqual({ error: 'could-not-store' })
    expect(second).toHaveProperty('ok')
  })

  test('an answer that arrives twice is recorded once, and both who asked get the same', async () => {
    const { change, journal, platform } = background()
    const event = checked('two-step-on')
    const first = await change(event)
    platform.clock(at('2026-03-04 10:02'))
    expect(await change(event)).toEqual(first)
    expect((await journal()).entries).toHaveLength(1)
  })

  // A reply that was lost makes the view ask again, with the same id.
  test.each([
    ['a name', { kind: 'store-named', name: 'Shop' } as const],
    ['the four questions', { kind: 'profile-answered', profile: { plan: 'individual' } } as const],
    ['store fronts', { kind: 'fronts-chosen', fronts: [com] } as const],
  ])('%s that arrives twice stands in the journal once', async (_, body) => {
    const { change, journal } = background()
    const event: SellerEvent = { id: newId(), store: 'store-1', ...body }
    await change(event)
    await change(event)
    expect((await journal()).entries).toHaveLength(1)
  })
})

describe('a worker that dies', () => {
  test('has lost nothing that it answered', async () => {
    const first = background()
    await first.change(checked('two-step-on'))
    first.platform.kill()
    const second = again(first.platform)
    expect((await second.statusOf('two-step-on'))?.kind).toBe('up-to-date')
    expect((await second.journal()).entries).toHaveLength(1)
    await second.platform.settled()
    expect(second.platform.badge.text).toBe('8')
  })

  test('before it stored: the state is the one before, and asking again with the same id stores it', async () => {
    const first = background()
    await first.platform.settled()
    const event = checked('two-step-on')
    void first.change(event)
    first.platform.kill()
    await first.platform.settled()
    expect(first.platform.storage.writes).toEqual([])

    const second = again(first.platform)
    expect((await second.statusOf('two-step-on'))?.kind).toBe('never-checked')
    expect(await second.change(event)).toHaveProperty('ok')
    expect((await second.journal()).entries).toHaveLength(1)
  })

  test('after it stored, before it answered: the state is the one after, and asking again changes nothing', async () => {
    const first = background()
    await first.platform.settled()
    first.platform.killAfterWrite()
    const event = checked('two-step-on')
    let answer: unknown = 'none'
    void first.change(event).then((reply) => {
      answer = reply
    })
    await first.platform.settled()
    expect(answer).toBe('none')
    expect(first.platform.storage.writes).toHaveLength(1)

    const second = again(first.platform)
    const kept = structuredClone(first.platform.kept.local)
    expect(await second.change(event)).toHaveProperty('ok')
    expect(first.platform.kept.local).toEqual(kept)
    expect((await second.statusOf('two-step-on'))?.kind).toBe('up-to-date')
  })

  test.each(Array.from({ length: 30 }, (_, turns) => turns))(
    'after %d turns: before or after, never between',
    async (turns) => {
      const first = background()
      await first.platform.settled()
      const event = reported('somebody-left')
      void first.change(event)
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      first.platform.kill()
      await first.platform.settled()
      const { local } = first.platform.kept
      const records = Object.keys(local).filter((key) => key.startsWith('record/'))
      const days = Object.keys(local).filter((key) => key.startsWith('journal/'))
      expect([`0 0`, `9 1`]).toContain(`${records.length} ${days.length}`)

      const second = again(first.platform)
      await second.change(event)
      expect((await second.journal()).entries).toHaveLength(1)
      expect((await second.statusOf('offboard-person'))?.kind).toBe('due')
    },
  )

  test('and the one after it counts anew, from storage and clock alone', async () => {
    const first = background()
    for (const { id, severity } of items) if (severity === 'essential') await first.change(checked(id))
    expect(first.platform.badge.text).toBe('')
    const second = again(first.platform, on('2026-04-04'))
    await second.platform.settled()
    expect(second.platform.badge.text).not.toBe('')
    expect(second.platform.badge.text).toBe(String((await second.overview()).counted))
  })

  test('remembers for the tab which store is open', async () => {
    const first = background()
    await first.change(storeAdded('store-2', 'login-2'))
    await first.sayStore('store-2')
    first.platform.kill()
    expect((await again(first.platform).look('user-permissions'))?.about?.store).toBe('store-2')
  })
})

describe('storage that cannot be read', () => {
  /** A read counts as failed when it has failed so often (storage/with-retry.ts). */
  const attempts = 4

  test.each([1, 2, 3])('%d times in a row: it is tried again, and nobody notices', async (times) => {
    const { platform, change, overview } = background()
    await platform.settled()
    const { draws } = platform.badge
    platform.storage.reject('get', times)
    expect((await overview()).counted).toBe(9)
    platform.storage.reject('get', times)
    expect(await change(checked('two-step-on'))).toHaveProperty('ok')
    expect([platform.badge.text, platform.badge.draws]).toEqual(['8', draws + 2])
  })

  test.each([1, 5])(
    '%d times, each to the last attempt: nothing is written, the badge says so, and it heals by itself',
    async (times) => {
      const { platform, ask, change } = background()
      await platform.settled()
      platform.storage.reject('get', attempts * times)
      for (let n = 0; n < times; n += 1)
        expect(await ask('overview', null)).toEqual({ error: 'could-not-read' })
      expect(platform.badge.text).toBe('!')
      expect(platform.badge.title).toBe(english.title_could_not_read)
      expect(platform.storage.writes).toEqual([])
      expect(await change(checked('two-step-on'))).toHaveProperty('ok')
      expect(platform.badge.text).toBe('8')
    },
  )

  test('for ever: every request says so, and nothing is ever written', async () => {
    const { platform, ask, change, answerCard } = background({
      kept: { local: { ...wellKnown, stores: storesV1 } },
    })
    await platform.settled()
    const before = structuredClone(platform.kept.local)
    platform.storage.reject('get')
    const replies = [
      await ask('overview', null),
      await change(checked('two-step-on')),
      await answerCard('two-step-on', { kind: 'checked' }),
      await ask('visit', { page: 'home', host: com }, onPage()),
      await ask('journal', { before: null }),
      await ask('name-self', { who: 'Ana' }),
    ]
    expect(replies).toEqual(replies.map(() => ({ error: 'could-not-read' })))
    expect(platform.storage.writes).toEqual([])
    expect(platform.kept.local).toEqual(before)
    expect(platform.badge.text).toBe('!')
  })

  test('heals at the next tick, without a view', async () => {
    const { platform } = background()
    await platform.settled()
    platform.storage.reject('get', attempts)
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge.text).toBe('!')
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge.text).toBe('9')
  })

  test.each([
    ['undefined', undefined],
    ['null', null],
  ])('answering %s is no empty checklist', async (_, value) => {
    const { platform, change, ask } = background()
    await platform.settled()
    platform.storage.answer(value)
    expect(await ask('overview', null)).toEqual({ error: 'could-not-read' })
    expect(await change(checked('two-step-on'))).toEqual({ error: 'could-not-read' })
    platform.storage.heal()
    expect(platform.storage.writes).toEqual([])
  })

  test('a read that never comes back changes nothing; the next worker goes on', async () => {
    const first = background()
    await first.platform.settled()
    first.platform.storage.hang('get', 1)
    void first.change(checked('two-step-on'))
    await first.platform.settled()
    expect(first.platform.storage.writes).toEqual([])
    first.platform.kill()
    expect(await again(first.platform).change(checked('two-step-on'))).toHaveProperty('ok')
  })
})

describe('storage that cannot be written', () => {
  test('who asked is told, the old state is kept, and it works again when there is room', async () => {
    const { platform, change, statusOf, overview, journal } = background()
    await change(checked('mailbox-secured'))
    const kept = structuredClone(platform.kept.local)
    platform.storage.reject('set')
    expect(await change(checked('two-step-on'))).toEqual({ error: 'could-not-store' })
    expect(platform.kept.local).toEqual(kept)
    expect((await statusOf('two-step-on'))?.kind).toBe('never-checked')
    // Nothing can be relied on until something is stored again: the toolbar and the popup say so in the same words.
    const failed = { text: '!', title: english.trouble_unsaved }
    expect(platform.badge).toMatchObject(failed)
    expect((await overview()).trouble).toEqual({ kind: 'unsaved' })
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge).toMatchObject(failed)
    platform.storage.heal()
    expect(await change(checked('two-step-on'))).toHaveProperty('ok')
    expect((await overview()).trouble).toBeUndefined()
    expect(platform.badge.text).toBe(String((await overview()).counted))
    expect((await journal()).entries).toHaveLength(2)
  })

  test('a card says so too, and stays about what it was', async () => {
    const { platform, answerCard, look, claim, statusOf } = background()
    const card = await look('user-permissions')
    platform.storage.reject('set')
    expect(await answerCard('user-list-review', { kind: 'checked' })).toEqual({ error: 'could-not-store' })
    const still = await claim('user-permissions', com, 1, { store: 'store-1', item: 'user-list-review' })
    expect(still).toEqual(card)
    expect((await statusOf('user-list-review'))?.kind).toBe('never-checked')
  })

  test('a showing that cannot be counted is not made', async () => {
    const { platform, visit, ask } = background()
    await visit('user-permissions')
    const kept = structuredClone(platform.kept.local)
    platform.storage.reject('set')
    const place = { page: 'user-permissions', host: com, again: null } as const
    expect(await ask('claim', place, onPage())).toEqual({ error: 'could-not-store' })
    expect(platform.kept.local).toEqual(kept)
  })

  test('a name cannot be kept either, and says so', async () => {
    const { platform, ask } = background()
    await platform.settled()
    platform.storage.reject('set', 1)
    expect(await ask('name-self', { who: 'Ana' })).toEqual({ error: 'could-not-store' })
    expect(await ask('name-self', { who: 'Ana' })).toEqual({ ok: { who: 'Ana' } })
  })
})

describe('a value that cannot be read', () => {
  test('costs its item alone; the next answer to it sets it aside', async () => {
    const { platform, statusOf, change, overview } = background({
      kept: {
        local: {
          'record/login-1/two-step-on': 'rubbish',
          'record/login-1/mailbox-secured': recordsV1['checked once'],
        },
        session: {},
        alarms: new Map(),
      },
    })
    expect((await overview()).storage?.unreadable).toEqual(['record/login-1/two-step-on'])
    expect((await statusOf('two-step-on'))?.kind).toBe('unreadable')
    expect((await statusOf('mailbox-secured'))?.kind).toBe('up-to-date')
    const after = okOf<Overview>(await change(checked('two-step-on')))
    expect(after.storage?.unreadable).toEqual([])
    expect(platform.kept.local['damaged/record/login-1/two-step-on']).toBe('rubbish')
    expect((await statusOf('two-step-on'))?.kind).toBe('up-to-date')
  })

  test.each([
    ['that cannot be read', 'torn'],
    ['of a later version', { version: 9 }],
  ])('the first page that is visited leaves stores %s as they are', async (_, stores) => {
    const { platform, visit, overview } = background({ kept: { local: { ...wellKnown, stores } } })
    await visit('home', com)
    expect(platform.kept.local['stores']).toEqual(stores)
    const { unreadable = [], newer = [] } = (await overview()).storage ?? {}
    expect([...unreadable, ...newer]).toEqual(['stores'])
  })

  test('written by a later version is kept, and who asked is told why', async () => {
    const newer = { version: 9, everything: 'new' }
    const local = { 'record/login-1/two-step-on': newer }
    const { platform, change } = background({ kept: { local } })
    expect(await change(checked('two-step-on'))).toEqual({ error: 'newer-version' })
    expect(await change(checked('mailbox-secured'))).toHaveProperty('ok')
    expect(platform.kept.local['record/login-1/two-step-on']).toEqual(newer)
  })

  test('a name of a later version is kept as well', async () => {
    const local = { settings: { version: 2, who: { first: 'Ana' } } }
    const { platform, ask } = background({ kept: { local } })
    expect(await ask('name-self', { who: 'Bo' })).toEqual({ error: 'newer-version' })
    expect(platform.kept.local['settings']).toEqual({ version: 2, who: { first: 'Ana' } })
  })
})

describe('the badge', () => {
  test('agrees with the popup after anything', async () => {
    const { change, overview, platform } = background()
    const events = [
      checked('two-step-on'),
      reported('intruder-suspected'),
      answered('user-list-review', { kind: 'dismissed' }),
      storeAdded('store-2', 'login-2'),
      checked('mailbox-secured', 'store-2'),
      answered('user-list-review', { kind: 'snoozed', for: 'hour' }, 'store-2'),
      { id: newId(), store: 'store-2', kind: 'store-removed' } as const,
    ]
    for (const event of events) {
      const view = okOf<Overview>(await change(event))
      const { counted } = view
      expect(platform.badge.text).toBe(counted > 9 ? '9+' : counted === 0 ? '' : String(counted))
      expect((await overview()).counted).toBe(counted)
    }
  })

  test('follows the clock at each tick', async () => {
    const { change, platform } = background()
    await change(answered('two-step-on', { kind: 'snoozed', for: 'hour' }))
    expect(platform.badge.text).toBe('8')
    platform.clock(at('2026-03-04 10:59'))
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge.text).toBe('8')
    platform.clock(at('2026-03-04 11:00'))
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge.text).toBe('9')
  })

  describe('when the browser keeps us off Seller Central', () => {
    const warning = (host: string) => ({
      text: '!',
      title: english.trouble_withheld.replace('{host}', host),
    })

    test('says so at once, by the host; and clears by itself', async () => {
      const { platform, change, overview } = background()
      await change({ id: newId(), store: 'store-1', kind: 'fronts-chosen', fronts: [com] })
      platform.withhold(com)
      await platform.settled()
      expect(platform.badge).toMatchObject(warning(com))
      expect((await overview()).trouble).toEqual({ kind: 'withheld', host: com })
      await change(checked('two-step-on'))
      expect(platform.badge).toMatchObject(warning(com))
      platform.withhold()
      await platform.settled()
      expect(platform.badge.text).toBe('8')
      expect((await overview()).trouble).toBeUndefined()
    })

    test('says nothing of hosts that no store is on', async () => {
      const { platform, change } = background()
      await change({ id: newId(), store: 'store-1', kind: 'fronts-chosen', fronts: [com] })
      platform.withhold('sellercentral.amazon.de', 'sellercentral.amazon.fr')
      await platform.settled()
      expect(platform.badge.text).toBe('9')
    })

    test('says so before the first visit when no host at all is left', async () => {
      const { platform } = background()
      const hosts = storeFronts.map(({ host }) => host)
      platform.withhold(...hosts.slice(1))
      await platform.settled()
      expect(platform.badge.text).toBe('9')
      platform.withhold(...hosts)
      await platform.settled()
      expect(platform.badge).toMatchObject(warning(hosts[0] ?? ''))
    })
  })

  test('is drawn when the browser starts', async () => {
    const { platform } = background()
    await platform.settled()
    const { draws } = platform.badge
    platform.browserStarts()
    await platform.settled()
    expect(platform.badge.draws).toBe(draws + 1)
  })

  test('that cannot be drawn does not lose an answer', async () => {
    const platform = fakePlatform({ kept: { local: structuredClone(wellKnown) } })
    notUpdated(platform)
    platform.badge.show = () => Promise.reject(new Error('no toolbar'))
    start(platform)
    const reply = platform.send({ request: 'change', argument: checked('two-step-on') }, ownPage)
    expect(await reply).toHaveProperty('ok')
    expect(platform.storage.writes).toHaveLength(1)
  })

  test('other alarms are not ours', async () => {
    const { platform } = background()
    await platform.settled()
    const { draws } = platform.badge
    platform.ring('somebody-else')
    await platform.settled()
    expect(platform.badge.draws).toBe(draws)
  })
})

describe('the tick', () => {
  test('is looked up, then created when it is absent', async () => {
    const { platform } = background()
    await platform.settled()
    expect(platform.alarms.calls).toEqual(['has tick', 'create tick'])
    expect(platform.kept.alarms.get('tick')).toBe(30)
  })

  test('is left alone by the next worker, so that it rings', async () => {
    const first = background()
    await first.platform.settled()
    first.platform.kill()
    const second = again(first.platform)
    await second.platform.settled()
    expect(second.platform.alarms.calls).toEqual(['has tick'])
  })

  test('comes back when the browser has lost it', async () => {
    const first = background()
    await first.platform.settled()
    first.platform.kept.alarms.clear()
    const second = again(first.platform)
    await second.platform.settled()
    expect(second.platform.alarms.calls).toEqual(['has tick', 'create tick'])
  })
})

describe('several stores', () => {
  async function twoStores(fronts: { first: string[]; second: string[] }, login = 'login-2') {
    const one = background()
    const bind = (store: string, hosts: string[]) =>
      one.change({ id: newId(), store, kind: 'fronts-chosen', fronts: hosts })
    await one.change(storeAdded('store-2', login, 'Zweiter Laden'))
    await bind('store-1', fronts.first)
    await bind('store-2', fronts.second)
    return one
  }

  test('each on its own host: the address alone settles which', async () => {
    const { look } = await twoStores({ first: [com], second: [de] })
    expect((await look('user-permissions', com))?.about?.store).toBe('store-1')
    expect((await look('user-permissions', de))?.about?.store).toBe('store-2')
  })

  test('two on one host: the card asks which, once per tab', async () => {
    const { look, sayStore } = await twoStores({ first: [com], second: [com] })
    const card = await look('user-permissions')
    expect(card?.about).toBeUndefined()
    expect(titleOf(card)).toBe(english.card_which_store)
    expect(card?.faces.first.buttons).toEqual([])
    expect(card?.close).toBe(english.answer_close)
    expect(JSON.stringify(card)).not.toContain('Zweiter')

    await sayStore('store-2', 1)
    expect((await look('user-permissions', com, 1))?.about?.store).toBe('store-2')
    expect((await look('account-health', com, 1))?.about?.store).toBe('store-2')
    expect((await look('user-permissions', com, 2))?.about).toBeUndefined()
  })

  test('closed without an answer: this tab is not asked again, and nobody is spoken for', async () => {
    const { look, ask } = await twoStores({ first: [com], second: [com] })
    await ask('choose-store', { store: null }, onPage(com, 1))
    expect(await look('user-permissions', com, 1)).toBeNull()
    expect((await look('user-permissions', com, 2))?.about).toBeUndefined()
  })

  test('what both share needs no question', async () => {
    const { look } = await twoStores({ first: [com], second: [com] }, 'login-1')
    expect((await look('two-step-settings'))?.about?.item).toBe('two-step-on')
    expect((await look('user-permissions'))?.about).toBeUndefined()
  })

  test('nothing to remind of: no question either', async () => {
    const { look } = await twoStores({ first: [com], second: [com] })
    expect(await look('help')).toBeNull()
  })

  test('a store that was taken off the list is not asked about', async () => {
    const { look, change } = await twoStores({ first: [com], second: [com] })
    await change({ id: newId(), store: 'store-2', kind: 'store-removed' })
    expect((await look('user-permissions'))?.about?.store).toBe('store-1')
  })

  test('an answer on a card is the answer of its store', async () => {
    const { answerCard, change, journal } = await twoStores({ first: [com], second: [de] })
    await answerCard('user-list-review', { kind: 'checked' }, 'store-2')
    const first = okOf<Overview>(await change({ id: newId(), store: 'store-1', kind: 'store-shown' }))
    const statusOf = (view: Overview) =>
      view.areas.flatMap((area) => area.items).find(({ id }) => id === 'user-list-review')?.status.kind
    expect(statusOf(first)).toBe('never-checked')
    const second = okOf<Overview>(await change({ id: newId(), store: 'store-2', kind: 'store-shown' }))
    expect(statusOf(second)).toBe('up-to-date')
    expect((await journal()).entries[0]).toMatchObject({ store: 'store-2', onPage: true })
  })

  test('the last one cannot be taken off, and says so without harm', async () => {
    const { change, overview } = background()
    expect(await change({ id: newId(), store: 'store-1', kind: 'store-removed' })).toHaveProperty('error')
    expect((await overview()).stores[0]).not.toHaveProperty('removed')
  })

  test('a store that nobody knows is refused, and nothing is written', async () => {
    const { answerCard, platform } = background()
    expect(await answerCard('two-step-on', { kind: 'checked' }, 'store-9')).toHaveProperty('error')
    expect(platform.storage.writes).toEqual([])
  })

  test('what a seller says in one tab does not settle the host for the next', async () => {
    const { look, sayStore } = await twoStores({ first: [], second: [] })
    await sayStore('store-1', 1)
    await look('user-permissions', com, 1)
    expect((await look('user-permissions', com, 2))?.about).toBeUndefined()
  })

  test('a second store that has no store front yet may be open on the first one’s host', async () => {
    const { look, change } = background()
    await look('user-permissions', com, 1)
    await change(storeAdded('store-2', 'login-2'))
    expect((await look('user-permissions', com, 2))?.about).toBeUndefined()
  })

  test('what was said in a tab on one host does not silence the tab on another', async () => {
    const { look, sayStore, change } = await twoStores({ first: [com, de], second: [com] })
    await change(storeAdded('store-3', 'login-3'))
    await change({ id: newId(), store: 'store-3', kind: 'fronts-chosen', fronts: [de] })
    await sayStore('store-2', 1)
    expect(await look('user-permissions', de, 1)).not.toBeNull()
  })
})

describe('the journal', () => {
  test('keeps day, moment, store, answer and who', async () => {
    const { change, ask, journal } = background({ now: at('2026-03-05 01:30', 'Pacific/Auckland') })
    await ask('name-self', { who: 'Ana' })
    const event = answered('two-step-on', { kind: 'handled-elsewhere', by: 'our agency' })
    await change(event)
    expect((await journal()).entries).toEqual([
      {
        id: event.id,
        at: at('2026-03-05 01:30', 'Pacific/Auckland').epochMilliseconds,
        day: '2026-03-05',
        store: 'store-1',
        what: {
          kind: 'answered',
          item: 'two-step-on',
          answer: { kind: 'handled-elsewhere', by: 'our agency' },
        },
        who: 'Ana',
      },
    ])
    expect((await journal()).who).toBe('Ana')
  })

  test('has no name where none was given, or where it was taken away again', async () => {
    const { change, ask, journal } = background()
    await change(checked('two-step-on'))
    await ask('name-self', { who: 'Ana' })
    await ask('name-self', { who: '' })
    await change(checked('mailbox-secured'))
    expect((await journal()).entries.some((entry) => 'who' in entry)).toBe(false)
  })

  test('says what was answered on a page', async () => {
    const { answerCard, change, journal } = background()
    await answerCard('two-step-on', { kind: 'checked' })
    await change(checked('mailbox-secured'))
    expect((await journal()).entries.map((entry) => entry.onPage ?? false)).toEqual([false, true])
  })

  test('keeps an undo as an entry of its own', async () => {
    const { change, journal } = background()
    const check = checked('two-step-on')
    await change(check)
    await change(takenBack(check))
    expect(
      (await journal()).entries.map(({ what }) => (what as { answer?: { kind: string } }).answer?.kind),
    ).toEqual(['undone', 'checked'])
  })

  test('does not keep that a card was closed, nor the text of a note', async () => {
    const { answerCard, change, journal, platform } = background()
    await answerCard('two-step-on', { kind: 'closed' })
    await change(answered('two-step-on', { kind: 'noted', note: 'the key is with Ana' }))
    expect((await journal()).entries).toHaveLength(1)
    expect(JSON.stringify(platform.kept.local['journal/2026-03-04'])).not.toContain('Ana')
  })

  test('is pruned once a day at most, by the tick', async () => {
    const entry = {
      id: 'e',
      at: 0,
      day: '2020-01-01',
      store: 'store-1',
      what: { kind: 'store-reset' as const },
    }
    const local: Record<string, unknown> = {
      [journalKey('2020-01-01')]: journalKind.encode([entry]),
      [journalKey('2026-03-01')]: journalKind.encode(Array.from({ length: 40_000 }, () => entry)),
    }
    const { platform, journal } = background({ kept: { local } })
    platform.ring('tick')
    await platform.settled()
    expect(Object.keys(local).filter((key) => key.startsWith('journal/'))).toEqual(['journal/2026-03-01'])
    expect((await journal()).dropped).toEqual({ entries: 1, through: '2020-01-01' })
    const { lists } = platform.storage
    platform.ring('tick')
    platform.ring('tick')
    await platform.settled()
    expect(platform.storage.lists).toBe(lists)
    platform.clock(on('2026-03-05'))
    platform.ring('tick')
    await platform.settled()
    // The journal; which rows have an end date is known.
    expect(platform.storage.lists).toBe(lists + 1)
  })

  test('that cannot be pruned does not disturb anything', async () => {
    const { platform, change } = background()
    await platform.settled()
    platform.storage.reject('keys')
    platform.ring('tick')
    await platform.settled()
    expect(platform.badge.text).toBe('9')
    expect(await change(checked('two-step-on'))).toHaveProperty('ok')
  })
})

describe('listening', () => {
  test('starts before anything is awaited: the message that woke the worker is answered', async () => {
    const platform = fakePlatform()
    start(platform)
    expect(await platform.send({ request: 'overview', argument: null }, ownPage)).toHaveProperty('ok')
  })

  test('a message that is not ours is left to others', () => {
    const { platform } = background()
    for (const message of [null, 'hello', { type: 'ping' }, { request: 'format-disk', argument: null }]) {
      expect(platform.send(message, ownPage)).toBeUndefined()
    }
  })

  test('what is refused is told, and costs no read and no write', async () => {
    const { platform } = background()
    await platform.settled()
    const reads = platform.storage.reads.length
    const message = { request: 'change', argument: checked('two-step-on') }
    expect(await platform.send(message, onPage())).toEqual({ error: 'refused' })
    expect(platform.storage.reads).toHaveLength(reads)
    expect(platform.storage.writes).toEqual([])
  })

  test('beside twenty stores, an answer reads the records of its own store and of the one shown', async () => {
    const { change, overview, platform } = background()
    const others = Array.from({ length: 19 }, (_, at) => `store-${at + 2}`)
    for (const store of others) await change(storeAdded(store, `login-of-${store}`))
    await change({ id: newId(), store: 'store-1', kind: 'store-shown' })
    await overview()
    const before = platform.storage.reads.length
    await change(checked('two-step-on', 'store-7'))
    const owners = platform.storage.reads
      .slice(before)
      .flatMap((keys) => keys ?? ['everything'])
      .filter((key) => key.startsWith('record/'))
      .map((key) => key.split('/')[1])
    expect(new Set(owners)).toEqual(
      new Set(['store-1', 'login-1', 'store-7', 'login-of-store-7', 'computer']),
    )
  })

  test('what is counted of the other stores is what lies there, also after all of it was changed', async () => {
    const one = background()
    await one.change(storeAdded('store-2', 'login-2'))
    const countOf = async (store: string) =>
      (await one.overview()).stores.find(({ id }) => id === store)?.counted ?? Number.NaN
    const all = await countOf('store-1')
    await one.change(checked('two-step-on', 'store-1'))
    expect(await countOf('store-1')).toBe(all - 1)
    await one.ask('reset', { id: newId(), store: null, withoutBackup: true })
    await one.change(storeAdded('store-2', 'login-2'))
    expect(await countOf('store-1')).toBe(all)
  })

  test('two visits at once bind one host, once', async () => {
    const { visit, overview, platform } = background()
    await Promise.all([visit('home', com, 1), visit('home', de, 2), visit('home', com, 3)])
    expect((await overview()).store.fronts).toEqual([com])
    expect(platform.storage.writes).toHaveLength(1)
  })
})

test('what nobody sees is dropped from names, also from those that are stored already', async () => {
  const one = background({ now: on('2026-03-04') })
  await one.change({ id: 'e-1', store: 'store-1', kind: 'store-named', name: 'My\u200b sh\u3164op\u2060' })
  expect((await one.overview()).store.name).toBe('My shop')
  expect(JSON.stringify(one.platform.kept.local)).not.toMatch(/\u200b|\u3164|\u2060/)
  const local = structuredClone(one.platform.kept.local)
  const stored = local['stores'] as { stores: { name: string }[] }
  if (stored.stores[0]) stored.stores[0].name = 'My\u00ad shop'
  const next = background({ now: on('2026-03-04'), kept: { local, session: {}, alarms: new Map() } })
  expect((await next.overview()).store.name).toBe('My shop')
})
