import { beforeEach, describe, expect, test } from 'vitest'
import type { SellerEvent } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { recordsV1, settingsV1, storesV1 } from '../storage/fixtures'
import { checked, newId } from '../support/checklist'
import { english } from '../support/i18n'
import { at, on } from '../support/time'
import { freshDatabase, type Started, started } from '../support/whole'

const key = 'record/login-1/two-step-on'
const local = { stores: storesV1, settings: settingsV1, [key]: recordsV1['not for me'] }
const now = on('2026-03-10')
const answer = checked('two-step-on') as SellerEvent

beforeEach(freshDatabase)

/** Started, and done with what it does at its start. */
async function ready(options: Parameters<typeof started>[0] = {}): Promise<Started> {
  const browser = started({ local, now, ...options })
  await browser.ok('overview', null)
  await browser.settled()
  return browser
}

describe('a reading that fails', () => {
  test.each([1, 3])('%d times is tried again, and nobody notices', async (times) => {
    const browser = await ready()
    browser.fake.storage.reject('get', times)
    expect(await browser.ask('overview', null)).toHaveProperty('ok')
    expect(browser.fake.badge.text).not.toBe('!')
  })

  test('again and again writes nothing, says so on the badge, and heals by itself', async () => {
    const browser = await ready()
    const writes = browser.fake.storage.writes.length
    browser.fake.storage.reject('get')
    expect(await browser.ask('overview', null)).toEqual({ error: 'could-not-read' })
    expect(await browser.ask('change', answer)).toEqual({ error: 'could-not-read' })
    expect(await browser.ask('data', null)).toEqual({ error: 'could-not-read' })
    expect(browser.fake.badge).toMatchObject({ text: '!', title: english.title_could_not_read })
    expect(browser.fake.storage.writes.length).toBe(writes)
    browser.fake.storage.heal()
    browser.fake.ring('tick')
    await browser.settled()
    expect(browser.fake.badge.text).not.toBe('!')
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'garbage'],
    ['a list', []],
  ])('by answering %s is no empty list', async (_, value) => {
    const browser = await ready()
    browser.fake.storage.answer(value)
    expect(await browser.ask('overview', null)).toEqual({ error: 'could-not-read' })
    expect(await browser.ask('change', answer)).toEqual({ error: 'could-not-read' })
    browser.fake.storage.heal()
    expect(await browser.ok('overview', null)).toMatchObject({ store: { name: 'Müller & Söhne' } })
  })
})

describe('a storage that hangs', () => {
  test.each([
    ['get', 'could-not-read'],
    ['set', 'could-not-store'],
  ] as const)('at %s is given up, and the next request is answered', async (method, error) => {
    const browser = await ready()
    browser.fake.storage.hang(method, 1)
    const first = browser.ask('change', answer)
    const second = browser.ask('overview', null)
    await browser.settled()
    browser.elapse()
    expect(await first).toEqual({ error })
    expect(await second).toHaveProperty('ok')
    // The same answer once more, as a view sends it: recorded once.
    expect(await browser.ask('change', answer)).toHaveProperty('ok')
    const { entries } = await browser.ok('journal', { before: null })
    expect(entries.filter(({ id }) => id === answer.id)).toHaveLength(1)
  })

  test('at the badge does not hold up an answer', async () => {
    const browser = await ready()
    browser.fake.badge.show = () => new Promise(() => undefined)
    const reply = browser.ask('change', answer)
    await browser.settled()
    browser.elapse()
    expect(await reply).toHaveProperty('ok')
  })
})

test('a full disk is said, keeps the old state, and works again when there is room', async () => {
  const browser = await ready()
  const before = browser.stored()
  browser.fake.storage.reject('set')
  expect(await browser.ask('change', answer)).toEqual({ error: 'could-not-store' })
  expect(await browser.ask('reset', { id: newId(), withoutBackup: false, store: null })).toEqual({
    error: 'could-not-store',
  })
  expect(browser.stored()).toEqual(before)
  browser.fake.storage.heal()
  await browser.ok('change', answer)
  expect(browser.stored()[key]).toMatchObject({ checked: '2026-03-10' })
})

test('a disk that is full from the start hides nothing: the checklist is shown, and what is wrong', async () => {
  const browser = started({ local, now })
  await browser.settled()
  browser.fake.storage.reject('set')
  const { store, trouble } = await browser.ok('overview', null)
  expect(store.name).toBe('Müller & Söhne')
  expect(trouble).toEqual({ kind: 'unsaved' })
  browser.fake.storage.heal()
  await browser.ok('overview', null)
  expect(browser.stored()['showings']).toMatchObject({ opened: true })
})

describe('a worker that is killed', () => {
  const requests = {
    'an answer': (browser: Started) => browser.ask('change', answer),
    'a reset': (browser: Started) =>
      browser.ask('reset', { id: answer.id, withoutBackup: false, store: null }),
  }
  test.each(Object.entries(requests))(
    'in the middle of %s, after any number of steps: the state is the one before or the one after',
    async (_, request) => {
      const before = (await ready()).stored()
      const done = await ready()
      await request(done)
      await done.settled()
      const after = JSON.stringify(done.stored())
      const seen = new Set<string>()
      for (let steps = 0; steps < 120; steps += 1) {
        freshDatabase()
        const browser = await ready()
        void request(browser)
        for (let step = 0; step < steps; step += 1)
          await (step < 60 ? Promise.resolve() : new Promise((done) => setImmediate(done)))
        browser.fake.kill()
        const next = browser.again()
        await next.settled()
        const state = next.stored()
        const isBefore = JSON.stringify(state) === JSON.stringify(before)
        seen.add(isBefore ? 'before' : 'after')
        if (!isBefore) {
          // The next start has written its own first day again after everything was forgotten.
          const { showings: _showings, ...rest } = state
          const { showings: _expected, ...expected } = JSON.parse(after)
          expect(rest, `${steps} steps`).toEqual(expected)
        }
        // And asked again with the same id, it is done once.
        expect(await request(next)).toHaveProperty('ok')
      }
      expect([...seen].sort()).toEqual(['after', 'before'])
    },
    60_000,
  )

  test('after storing, before replying: asked again, it is recorded once', async () => {
    const browser = await ready()
    browser.fake.killAfterWrite()
    void browser.ask('change', answer)
    await browser.settled()
    const next = browser.again()
    await next.ok('change', answer)
    const { entries } = await next.ok('journal', { before: null })
    expect(entries).toHaveLength(1)
  })

  test('by an update between request and answer: the old one answers nobody, the new one goes on', async () => {
    const browser = await ready()
    const lost = browser.ask('change', answer)
    browser.fake.kill()
    const next = browser.again(browser.fake.now(), '0.2.0')
    await next.settled()
    expect(await next.ask('change', answer)).toHaveProperty('ok')
    expect(await Promise.race([lost, Promise.resolve('nobody')])).toBe('nobody')
  })
})

test('three writers with 200 answers each in one tick: all are recorded', async () => {
  const browser = await ready()
  const asked = Array.from({ length: 600 }, (_, index) => ({
    ...checked(items[index % items.length]!.id),
    id: `writer-${index % 3}-${index}`,
  }))
  const replies = await Promise.all(asked.map((event) => browser.ask('change', event as SellerEvent)))
  expect(replies.filter((reply) => !('ok' in reply))).toEqual([])
  const text = JSON.parse(await browser.export())
  const ids = text.entries['journal/2026-03-10'].entries.map(({ id }: { id: string }) => id)
  expect(ids.sort()).toEqual(asked.map(({ id }) => id).sort())
})

describe('a clock that jumps', () => {
  test('years ahead and back: no answer is lost, and backups go on', async () => {
    const browser = await ready()
    await browser.ok('change', answer)
    browser.fake.clock(on('2031-01-01'))
    browser.fake.ring('tick')
    await browser.settled()
    browser.fake.clock(at('2026-03-11 09:00'))
    await browser.ok('change', checked('user-list-review') as SellerEvent)
    browser.fake.ring('tick')
    await browser.settled()
    const { backups } = await browser.ok('data', null)
    expect(backups === 'not-possible' ? [] : backups.map(({ day }) => day)).toEqual([
      '2031-01-01',
      '2026-03-11',
    ])
    expect(browser.stored()[key]).toMatchObject({ checked: '2026-03-10' })
  })
})

test('an alarm that was lost is made anew by the next worker', async () => {
  const browser = await ready()
  browser.fake.kept.alarms.clear()
  const next = browser.again()
  await next.settled()
  expect([...next.fake.kept.alarms.keys()]).toContain('tick')
})
