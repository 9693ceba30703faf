import { beforeEach, describe, expect, test } from 'vitest'
import { start } from '../../src/background/start'
import { mostDraftVersions } from '../../src/domain/appeals/draft'
import { mostStores, type SellerEvent } from '../../src/domain/checklist'
import { mostCommitments } from '../../src/domain/commitment'
import { journalCap } from '../../src/domain/journal/journal'
import { mostRuns } from '../../src/domain/playbooks/playbook'
import { mostRows } from '../../src/domain/registers/register'
import { largestFile } from '../../src/domain/stored-data/import-report'
import type { Argument, Request } from '../../src/messages/protocol'
import { encodeExport } from '../../src/storage/export-file'
import { draftV1, journalDayV1, recordsV1, registerRowV1, runV1, storesV1 } from '../storage/fixtures'
import { newId } from '../support/checklist'
import { fakePlatform, notUpdated, ownPage } from '../support/platform'
import { measure, save } from '../support/requests'
import { on } from '../support/time'
import { freshDatabase, handedOver, started } from '../support/whole'

beforeEach(freshDatabase)

const nobody = { id: 'event-1', store: 'store-of-nobody' }
const store = (index: number) => ({
  id: `store-${index + 1}`,
  name: '',
  login: 'login-1',
  fronts: [],
  profile: {},
})
const storesOf = (stores: object[]) => ({ version: 1, stores, current: 'store-1' })
const many = Array.from({ length: mostStores }, (_, index) => store(index))
const filled = (count: number, make: (index: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)))
const entry = { ...journalDayV1.entries[0], day: '2026-03-10' }
const promising = Array.from({ length: mostCommitments }, (_, index) => ({ ...measure, id: `own-m${index}` }))

describe('what cannot be is refused, and changes no byte', () => {
  const one = { stores: storesOf([store(0)]) }
  const ask: readonly (readonly [string, Request, Argument<Request>, Record<string, unknown>])[] = [
    ...(
      [
        { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } },
        { kind: 'answered', item: 'two-step-on', answer: { kind: 'noted', note: 'x' } },
        { kind: 'happened', what: 'laptop-lost' },
        { kind: 'store-named', name: 'x' },
        { kind: 'store-removed' },
        { kind: 'store-restored' },
        { kind: 'store-shown' },
        { kind: 'fronts-chosen', fronts: ['sellercentral.amazon.de'] },
        { kind: 'login-chosen', login: 'login-2' },
        { kind: 'profile-answered', profile: { team: 'alone' } },
        { kind: 'payouts-told', rhythm: { kind: 'on-request' } },
        { kind: 'measure-promised', measure: { ...measure, id: 'own-1' } },
        { kind: 'measure-dropped', measure: 'own-1' },
      ] as const
    ).map(
      (event) =>
        [`${event.kind} of an unknown store`, 'change', { ...nobody, ...event } as SellerEvent, one] as const,
    ),
    ['the last store', 'change', { id: 'event-1', store: 'store-1', kind: 'store-removed' }, one],
    [
      'the last store of those on the list',
      'change',
      { id: 'event-1', store: 'store-1', kind: 'store-removed' },
      { stores: storesV1 },
    ],
    [
      'one store too many',
      'change',
      { id: 'event-1', store: 'store-new', kind: 'store-added', name: '', login: 'login-1' },
      { stores: storesOf(many) },
    ],
    [
      'one promised measure too many',
      'change',
      { id: 'event-1', store: 'store-1', kind: 'measure-promised', measure: { ...measure, id: 'own-new' } },
      { stores: storesOf([{ ...store(0), measures: promising }]) },
    ],
    [
      'one row too many',
      'put-row',
      { register: 'people', owner: 'store-1', row: 'row-new', values: { name: 'Ana' } },
      { ...one, ...filled(mostRows, (n) => [`register/store-1/people/r-${n}`, registerRowV1]) },
    ],
    [
      'one playbook too many',
      'start-playbook',
      { run: 'run-new', playbook: 'hijack', store: 'store-1' },
      { ...one, ...filled(mostRuns, (n) => [`run/r-${n}`, { ...runV1, id: `r-${n}` }]) },
    ],
    [
      'one version of a draft too many',
      'save-draft',
      { ...save, draft: 'draft-new' } as Argument<'save-draft'>,
      { ...one, ...filled(mostDraftVersions, (n) => [`draft/d-${n}/1`, draftV1]) },
    ],
    [
      'an answer on a day that is full',
      'change',
      { id: 'event-1', store: 'store-1', kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } },
      { ...one, 'journal/2026-03-10': { version: 1, entries: new Array(journalCap).fill(entry) } },
    ],
    ['starting an unknown store over', 'reset', { id: 'e', store: nobody.store, withoutBackup: false }, one],
    [
      'a draft of an unknown store',
      'save-draft',
      { ...save, store: nobody.store } as Argument<'save-draft'>,
      one,
    ],
    [
      'a playbook of an unknown store',
      'start-playbook',
      { run: 'run-1', playbook: 'hijack', store: nobody.store },
      one,
    ],
    [
      'a row of an unknown store',
      'put-row',
      { register: 'people', owner: nobody.store, row: 'row-1', values: { name: 'Ana' } },
      one,
    ],
  ]

  test.each(ask)('%s', async (_, request, argument, local) => {
    const browser = started({ local, now: on('2026-03-10') })
    await browser.ok('overview', null)
    await browser.settled()
    const before = JSON.stringify(browser.fake.kept.local)
    expect(await browser.ask(request, argument)).toEqual({ error: 'refused' })
    expect(JSON.stringify(browser.fake.kept.local)).toBe(before)
  })

  test('a promised measure that is there can still be put in other words', async () => {
    const browser = started({ local: { stores: storesOf([{ ...store(0), measures: promising }]) } })
    const again = { ...measure, id: 'own-m7', title: 'Count twice' } as const
    await browser.ok('change', { id: newId(), store: 'store-1', kind: 'measure-promised', measure: again })
    expect((await browser.ok('overview', null)).measures).toHaveLength(mostCommitments)
  })
})

test('a file that would be too much with what is here is not added, and can replace it', async () => {
  const half = 'x'.repeat(largestFile / 2)
  const browser = started({ local: { stores: storesV1, 'drawer/own': half }, now: on('2026-03-10') })
  await browser.settled()
  const before = JSON.stringify(browser.fake.kept.local)
  const text = encodeExport({ stores: storesV1, 'drawer/theirs': half }, '2026-03-04')
  const given = await handedOver(browser, text, 'file-1', 200_000)
  expect(await browser.ok('import-preview', given)).toMatchObject({ mergeIsTooMuch: true, replace: {} })
  const change = { id: 'e-9', withoutBackup: false }
  expect(await browser.ok('import', { ...given, ...change, mode: 'merge' })).toEqual({
    kind: 'refused',
    why: 'together',
  })
  expect(JSON.stringify(browser.fake.kept.local)).toBe(before)
  expect(await browser.ok('import', { ...given, ...change, mode: 'replace' })).toMatchObject({
    kind: 'changed',
  })
  expect(browser.stored()).not.toHaveProperty(['drawer/own'])
})

describe('what is written is not said to be unchanged', () => {
  const text = encodeExport(
    { stores: storesV1, 'record/login-1/two-step-on': recordsV1['checked once'] },
    '2026-03-04',
  )

  test.each(['merge', 'replace'] as const)('%s, and then nothing can be read', async (mode) => {
    const browser = started({ local: { stores: storesV1 }, now: on('2026-03-10') })
    await browser.settled()
    const given = await handedOver(browser, text)
    const { set } = browser.fake.storage
    browser.fake.storage.set = async (items) => {
      await set(items)
      if ('applied' in items) browser.fake.storage.reject('get')
    }
    const done = await browser.ok('import', { ...given, id: 'e-9', withoutBackup: false, mode })
    expect(done).toEqual({ kind: 'changed', undo: 'e-9' })
    browser.fake.storage.heal()
    expect(browser.stored()).toHaveProperty(['record/login-1/two-step-on'])
    expect((await browser.ok('data', null)).backups).toHaveLength(1)
  })
})

test('a browser that does not say which hosts it withholds costs nothing else', async () => {
  const fake = fakePlatform()
  notUpdated(fake)
  start({ ...fake, withheld: () => Promise.reject(new Error('Invalid url pattern')) })
  const reply = await fake.send({ request: 'overview', argument: null }, ownPage)
  expect(reply).toHaveProperty('ok.store.id', 'store-1')
  expect(reply).not.toHaveProperty('ok.trouble')
})
