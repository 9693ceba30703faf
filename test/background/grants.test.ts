import { describe, expect, test } from 'vitest'
import { authorize } from '../../src/background/authorize'
import type { ItemId } from '../../src/domain/items'
import { pageIds } from '../../src/domain/page'
import type { CardAnswer, CardContent } from '../../src/messages/card'
import { again, background, com, de, okOf, wellKnown } from '../support/background'
import { checked, newId, storeAdded } from '../support/checklist'
import { onPage, own, ownPage } from '../support/platform'
import { requests } from '../support/requests'

/* A page's script speaks through ours once its process is taken over. It is believed about what its tab was given alone. */

const page = 'user-permissions'
const refused = { error: 'refused' }

type Background = ReturnType<typeof background>

/** What a script that was taken over sends, as often as it likes. */
const answerTo = (
  one: Background,
  about: NonNullable<CardContent['about']>,
  answer: CardAnswer = { kind: 'checked' },
  { id = newId(), sender = onPage() }: { id?: string; sender?: ReturnType<typeof onPage> } = {},
) => one.ask('answer-card', { id, ...about, answer }, sender)

async function shown() {
  const one = background()
  const { about } = (await one.claim(page)) as CardContent
  if (!about) throw new Error('a card about nothing')
  const checks = () =>
    Object.values(one.platform.kept.local).filter(
      (value) => typeof value === 'object' && value !== null && 'checked' in value,
    )
  return { one, about, checks }
}

describe('the right to answer ends with the card', () => {
  const ends: readonly (readonly [string, (one: Background) => unknown])[] = [
    ['released', (one) => one.free()],
    ['withdrawn by a pause', (one) => one.ask('pause', { for: 'hour' })],
    ['withdrawn by another language', (one) => one.ask('choose', { language: 'de' })],
    ['answered in the popup', (one) => one.change(checked('user-list-review'))],
    ['followed by another page', (one) => one.visit('home')],
    ['followed by the same page, loaded anew', (one) => one.visit(page)],
    [
      'replaced',
      (one) => {
        one.platform.kept.local['showings'] = structuredClone(wellKnown.showings)
        return one.claim('two-step-settings')
      },
    ],
    ['closed with its tab', (one) => one.platform.closeTab(1)],
  ]
  test.each(ends)('%s', async (_, end) => {
    const { one, about } = await shown()
    await end(one)
    await one.platform.settled()
    const before = structuredClone(one.platform.kept.local)
    expect(await answerTo(one, about)).toEqual(refused)
    expect(await answerTo(one, about, { kind: 'closed' })).toEqual(refused)
    expect(one.platform.kept.local).toEqual(before)
  })

  test('another document of the same tab has no part in it', async () => {
    const one = background()
    const sender = (documentId: string) => ({ ...onPage(), documentId })
    const argument = { page, host: com, again: null } as const
    const card = okOf<CardContent>(await one.ask('claim', argument, sender('first')))
    expect(await answerTo(one, card.about!, { kind: 'checked' }, { sender: sender('second') })).toEqual(
      refused,
    )
    expect(await answerTo(one, card.about!, { kind: 'checked' }, { sender: sender('first') })).toHaveProperty(
      'ok',
    )
  })

  test('a card that was hidden and is shown again can be answered', async () => {
    const { one, about } = await shown()
    await one.free()
    expect(await answerTo(one, about)).toEqual(refused)
    expect(await one.claim(page, com, 1, about)).not.toBeNull()
    expect(await answerTo(one, about)).toHaveProperty('ok')
  })

  test('the worker is killed in between: no right comes back with the next one', async () => {
    const { one, about } = await shown()
    await one.free()
    one.platform.kill()
    expect(await answerTo(again(one.platform), about)).toEqual(refused)
  })
})

describe('one answer and one undo of it', () => {
  test('4,000 answers in the name of one card: one is stored', async () => {
    const { one, about, checks } = await shown()
    const kinds: CardAnswer[] = [
      { kind: 'checked' },
      { kind: 'dismissed' },
      { kind: 'snoozed', for: 'hour' },
      { kind: 'closed' },
    ]
    for (let times = 0; times < 100; times += 1) await answerTo(one, about, kinds[times % kinds.length])
    expect(checks()).toHaveLength(1)
    expect((await one.journal()).entries).toHaveLength(1)
  })

  test('taken back once; after that nothing more', async () => {
    const { one, about, checks } = await shown()
    expect(await answerTo(one, about, { kind: 'checked' }, { id: 'check' })).toHaveProperty('ok')
    expect(await answerTo(one, about, { kind: 'undone', of: 'check' })).toHaveProperty('ok')
    for (const answer of [{ kind: 'checked' }, { kind: 'undone', of: 'check' }] as const)
      expect(await answerTo(one, about, answer)).toEqual(refused)
    expect(await one.claim(page, com, 1, about)).toBeNull()
    expect(checks()).toHaveLength(0)
  })

  test('what was answered otherwise is not taken back by a guess', async () => {
    const { one, about, checks } = await shown()
    await answerTo(one, about, { kind: 'checked' }, { id: 'check' })
    expect(await answerTo(one, about, { kind: 'undone', of: 'another' })).toEqual(refused)
    expect(checks()).toHaveLength(1)
  })

  test('the same answer again, since its reply was lost, is told again and stored once', async () => {
    const { one, about, checks } = await shown()
    const first = await answerTo(one, about, { kind: 'checked' }, { id: 'check' })
    expect(first).toHaveProperty('ok')
    expect(await answerTo(one, about, { kind: 'checked' }, { id: 'check' })).toEqual(first)
    expect(checks()).toHaveLength(1)
  })

  test('an answer that could not be stored has not been given: it may be tried again, or be another', async () => {
    const { one, about } = await shown()
    one.platform.storage.reject('set', 1)
    expect(await answerTo(one, about, { kind: 'checked' }, { id: 'check' })).toEqual({
      error: 'could-not-store',
    })
    expect(await answerTo(one, about, { kind: 'dismissed' })).toHaveProperty('ok')
  })

  test('on a day no more answers are taken from pages than any seller gives', async () => {
    const one = background()
    let taken = 0
    for (let times = 0; times < 300; times += 1)
      if ('ok' in (await one.answerCard('two-step-on', { kind: 'checked' }))) taken += 1
    expect(taken).toBe(200)
    // In our own pages, and tomorrow, everything goes on.
    expect(await one.change(checked('two-step-on'))).toHaveProperty('ok')
    one.platform.clock(one.platform.now().add({ days: 1 }))
    expect(await one.answerCard('two-step-on', { kind: 'checked' })).toHaveProperty('ok')
  })
})

describe('the guide', () => {
  const guide: CardAnswer = { kind: 'playbook' }

  test('is not opened from a card without that button', async () => {
    const { one, about } = await shown()
    for (let times = 0; times < 5; times += 1) expect(await answerTo(one, about, guide)).toEqual(refused)
    expect(one.platform.dashboards).toEqual([])
    expect(await answerTo(one, about)).toHaveProperty('ok')
  })

  test('is opened once, also when the same press is sent again', async () => {
    const one = background()
    await one.ask('start-playbook', { run: 'run-1', playbook: 'hijack', store: 'store-1' })
    const { about } = (await one.claim(page)) as CardContent
    for (let times = 0; times < 5; times += 1) {
      expect(await answerTo(one, about!, guide, { id: 'press' })).toEqual({ ok: null })
      expect(await answerTo(one, about!, guide)).toEqual(refused)
    }
    expect(one.platform.dashboards).toEqual(['#/playbook/run-1'])
  })
})

describe('the page is the one that the browser names', () => {
  test.each(['visit', 'claim'] as const)(
    'a %s for another page than the tab shows is refused',
    async (request) => {
      const one = background()
      const said = { page: 'deposit-methods', host: com, ...(request === 'claim' ? { again: null } : {}) }
      expect(await one.ask(request, said as never, onPage(com, 1, 'home'))).toEqual(refused)
    },
  )

  test.each([
    ['another host', `https://${de}/home`],
    ['a page that we do not know', `https://${com}/checkout`],
    ['a blank page', 'about:blank'],
    ['no address', ''],
    ['a page over http', `http://${com}/home`],
    ['a page of another site', 'https://evil.example/home'],
  ])('%s is not home', (_, url) => {
    const message = { request: 'visit', argument: { page: 'home', host: com } }
    expect(authorize(message, { ...onPage(), tab: { id: 1, url } }, own)).toBe('refused')
  })

  test('after a navigation within the page the tab’s address counts, not the one that was loaded', () => {
    const message = { request: 'visit', argument: { page, host: com } }
    expect(onPage(com, 1, page).url).toContain('/home')
    expect(authorize(message, onPage(com, 1, page), own)).toEqual(message)
  })

  test('asked for every page, a visit does not tell what is due', async () => {
    const due = background()
    const done = background()
    for (const item of ['user-list-review', 'two-step-on', 'deposit-method-review'] as ItemId[])
      await done.change(checked(item))
    for (const name of pageIds.filter((id) => id !== 'brand-registry'))
      expect(await due.visit(name), name).toBe(await done.visit(name))
  })
})

describe('size before shape', () => {
  const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`name-${index}`, index]))
  const large: readonly (readonly [string, unknown])[] = [
    ['300,000 names', many],
    ['300,000 names within', { page: 'home', host: many }],
    ['300,000 values', { page: 'home', host: Array.from({ length: 300_000 }, () => 'x') }],
    ['a long text', { page: 'home', host: 'x'.repeat(2_000_000) }],
    ['a long name', { page: 'home', ['x'.repeat(2_000_000)]: com }],
  ]
  /** Counts how often a value of it is read. */
  function watched(value: unknown) {
    let reads = 0
    const watch = (inner: unknown): unknown =>
      typeof inner !== 'object' || inner === null
        ? inner
        : new Proxy(inner, {
            get(target, name, receiver) {
              if (!Object.hasOwn(target, name)) return Reflect.get(target, name, receiver)
              reads += 1
              return watch(Reflect.get(target, name, receiver))
            },
          })
    return { value: watch(value), reads: () => reads }
  }
  test.each(large)('%s from a script: refused without a look at the values', (_, argument) => {
    const { value, reads } = watched({ request: 'visit', argument })
    expect(authorize(value, onPage(), own)).toBe('refused')
    expect(reads()).toBeLessThan(50)
  })

  test.each(Object.entries(requests))('%s with 300,000 names too many: likewise', (request, { from }) => {
    const { value, reads } = watched({ request, argument: many })
    expect(authorize(value, from === 'own page' ? ownPage : onPage(), own)).toBe('refused')
    expect(reads()).toBeLessThan(50)
  })

  test('whoever may not ask is refused before anything is counted', () => {
    const { value, reads } = watched({ request: 'overview', argument: many })
    expect(authorize(value, onPage(), own)).toBe('refused')
    expect(reads()).toBeLessThan(10)
  })

  test('the largest that our own pages send is taken', () => {
    const piece = { file: 'file-1', index: 0, text: 'x'.repeat(256 * 1024) }
    expect(authorize({ request: 'import-piece', argument: piece }, ownPage, own)).not.toBe('refused')
    const tabs = Array.from({ length: 10_000 }, (_, index) => index)
    expect(authorize({ request: 'sees-in', argument: { tabs } }, ownPage, own)).not.toBe('refused')
  })
})

describe('messages of a tab', () => {
  const visits = async (one: Background, times: number, tab = 1) => {
    let heard = 0
    for (let count = 0; count < times; count += 1) {
      one.platform.clock(one.platform.now().add({ milliseconds: 100 }))
      const reply = await one.ask('not-calm', null, onPage(com, tab))
      if ('ok' in reply) heard += 1
    }
    return heard
  }

  test('on a day more than any page needs are not heard, also by the next worker', async () => {
    const one = background()
    expect(await visits(one, 5_200)).toBe(5_000)
    one.platform.kill()
    const next = again(one.platform)
    expect(await visits(next, 100)).toBe(0)
    expect(await visits(next, 10, 2)).toBe(10)
    next.platform.clock(next.platform.now().add({ days: 1 }))
    expect(await visits(next, 10)).toBe(10)
  })
})

describe('what is kept for a tab', () => {
  test('goes when the tab is closed, and nothing of another tab', async () => {
    const one = background()
    await one.claim(page)
    await one.visit('home', com, 2)
    await one.sayStore('store-1', 1)
    one.platform.closeTab(1)
    await one.platform.settled()
    const keys = Object.entries(one.platform.kept.session).flatMap(([key, value]) =>
      value === null ? [] : [key],
    )
    expect(keys.filter((key) => key.endsWith('/1'))).toEqual([])
    expect(keys).toContain('sees/2')
    // And another tab may show a card at once.
    expect(one.platform.kept.session['lease']).toBeNull()
  })

  const odd = [
    null,
    0,
    'x',
    [],
    {},
    { tab: 'x' },
    { store: 7, item: 'x' },
    { place: 'home', outcome: 7 },
    true,
  ]
  test.each(['lease', 'asked', 'answers', 'card/1', 'store/1', 'sees/1', 'heard/1'])(
    '%s that is none of ours counts as not there',
    async (key) => {
      for (const value of odd) {
        const one = background()
        one.platform.kept.session[key] = structuredClone(value)
        expect(await one.sees(), JSON.stringify(value)).toHaveProperty('outcome')
        expect(await one.card(page)).not.toBeNull()
        one.platform.kept.session[key] = structuredClone(value)
        expect(await one.ask('free', null, onPage())).toEqual({ ok: null })
        expect(await one.ask('pause', { for: 'hour' })).toHaveProperty('ok')
        expect(await one.change(checked('user-list-review'))).toHaveProperty('ok')
      }
    },
  )
})

describe('a host that the seller takes away', () => {
  test('a card that its script still shows is told to go, and can be neither answered nor asked for again', async () => {
    const { one, about } = await shown()
    one.platform.withhold(com)
    await one.platform.settled()
    expect(one.platform.told).toEqual([{ tab: 1, message: { gone: about } }])
    expect(await answerTo(one, about)).toEqual(refused)
    expect(await one.claim(page, com, 1, about)).toBeNull()
    expect((await one.sees()).outcome).toEqual({ kind: 'none', why: 'withheld' })
    expect(await one.visit('home')).toBe(false)
  })

  test('another host’s card stays', async () => {
    const { one, about } = await shown()
    one.platform.withhold(de)
    await one.platform.settled()
    expect(one.platform.told).toEqual([])
    expect(await answerTo(one, about)).toHaveProperty('ok')
  })

  test('our pages that are open hear of it', async () => {
    const { one } = await shown()
    const before = one.platform.pagesTold
    one.platform.withhold(com)
    expect(one.platform.pagesTold).toBeGreaterThan(before)
  })
})

describe('what takes an open card away', () => {
  test.each([
    ['a pause', 'pause', { for: 'hour' }],
    ['a pause for today', 'pause', { for: 'today' }],
    ['a pause until told', 'pause', { for: 'told' }],
    ['quiet hours that have begun', 'choose', { quietHours: { from: 9, to: 11 } }],
    ['another language', 'choose', { language: 'ja' }],
    ['another date format', 'choose', { dateFormat: 'yyyy-MM-dd' }],
    ['another clock', 'choose', { clock: '24-hour' }],
  ] as const)('%s: its tab is told at once', async (_, request, argument) => {
    const { one, about } = await shown()
    await one.ask(request, argument as never)
    expect(one.platform.told).toEqual([{ tab: 1, message: { gone: about } }])
    expect(await answerTo(one, about)).toEqual(refused)
  })

  test.each([
    ['the end of a pause', 'pause', { for: null }],
    ['quiet hours later in the day', 'choose', { quietHours: { from: 20, to: 8 } }],
    ['no number on the toolbar', 'choose', { badge: false }],
    ['a name', 'name-self', { who: 'Ana' }],
  ] as const)('%s does not', async (_, request, argument) => {
    const { one, about } = await shown()
    await one.ask(request, argument as never)
    expect(one.platform.told).toEqual([])
    expect(await answerTo(one, about)).toHaveProperty('ok')
  })

  test('a pause that could not be stored leaves it', async () => {
    const { one } = await shown()
    one.platform.storage.reject('set', 1)
    expect(await one.ask('pause', { for: 'hour' })).toEqual({ error: 'could-not-store' })
    expect(one.platform.told).toEqual([])
  })

  test('the question which store is open goes with a pause as well', async () => {
    const one = background()
    await one.change(storeAdded('store-2', 'login-2'))
    for (const store of ['store-1', 'store-2'])
      await one.change({ id: newId(), store, kind: 'fronts-chosen', fronts: [com] })
    expect((await one.claim(page))?.about).toBeUndefined()
    await one.ask('pause', { for: 'hour' })
    expect(one.platform.told).toEqual([{ tab: 1, message: { gone: 'question' } }])
  })
})
