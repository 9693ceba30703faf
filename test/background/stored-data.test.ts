import { beforeEach, describe, expect, test } from 'vitest'
import type { SellerEvent } from '../../src/domain/checklist'
import type { StoredData } from '../../src/messages/protocol'
import type { Backups } from '../../src/storage/backup-database'
import { encodeExport } from '../../src/storage/export-file'
import { draftV1, journalDayV1, recordsV1, registerRowV1, settingsV1, storesV1 } from '../storage/fixtures'
import { checked as checkedEvent, newId, storeAdded } from '../support/checklist'
import { at, on } from '../support/time'
import { freshDatabase, handedOver, type Started, started } from '../support/whole'

const checked = (...about: Parameters<typeof checkedEvent>) => checkedEvent(...about) as SellerEvent

const key = 'record/login-1/two-step-on'
const whole = {
  stores: storesV1,
  settings: settingsV1,
  showings: { version: 1, since: 1772600000000, opened: true, shown: [] },
  [key]: recordsV1['checked once'],
  'record/store-1/a-chore-of-2031': recordsV1['checked once'],
  'journal/2026-03-04': journalDayV1,
  drawer: { of: 'a later version' },
}
const file = encodeExport(
  { ...whole, [key]: { version: 1, checked: '2026-03-09', events: ['e-9'] } },
  '2026-03-09',
)
const change = (withoutBackup = false) => ({ id: newId(), withoutBackup })
const now = on('2026-03-10')

beforeEach(freshDatabase)

const labels = (view: StoredData) => (view.backups === 'not-possible' ? [] : view.backups)

/** No place for backups; that one which hangs is given up, the tests of backups show. */
const fail = () => Promise.reject(new Error('no IndexedDB'))
const broken: Backups = { list: fail, read: fail, save: fail, clear: fail }

describe('export', () => {
  test('gives all that is stored, as it lies there, in pieces', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 450 }, (_, index) => [
        `record/store-1/chore-${String(index).padStart(3, '0')}`,
        { version: 1, note: 'x'.repeat(2000), events: [] },
      ]),
    )
    const browser = started({ local: { ...whole, ...many }, now })
    const text = await browser.export()
    const { entries, ...rest } = JSON.parse(text)
    expect(rest).toEqual({ format: 'nightlatch-export', version: 1, made: '2026-03-10' })
    expect(entries).toEqual({ ...whole, ...many })
  })

  test('of a new browser is a file that can be imported', async () => {
    const browser = started({ now })
    const given = await handedOver(browser, await browser.export())
    expect(await browser.ok('import-preview', given)).toMatchObject({ kind: 'preview' })
  })
})

describe('import', () => {
  test('shows first, writes only when told, and can be undone', async () => {
    const browser = started({ local: whole, now })
    const before = browser.stored()
    const given = await handedOver(browser, file)
    expect(await browser.ok('import-preview', given)).toMatchObject({
      made: '2026-03-09',
      merge: { shared: { added: 0, changed: 1, removed: 0 } },
      unknownItems: ['a-chore-of-2031'],
    })
    expect(browser.stored()).toEqual(before)
    const done = await browser.ok('import', { ...given, ...change(), mode: 'merge' })
    expect(browser.stored()[key]).toMatchObject({ checked: '2026-03-09' })
    if (done.kind !== 'changed' || done.undo === undefined) throw new Error('no undo')
    await browser.ok('restore-backup', { ...change(), backup: done.undo })
    expect(browser.stored()).toEqual(before)
  })

  test('knows what is here in the same words under another id, but only in a file for a colleague', async () => {
    const check = { title: 'Back up', why: '', steps: [], recurs: { kind: 'weeks', every: 2 }, counts: true }
    const listed = (id: string) => ({
      version: 1,
      checks: [{ id, ...check, began: '2026-03-01', at: 1_772_600_000_000 }],
    })
    const brought = { stores: storesV1, 'own-checks': listed('own-b') }
    const taken = async (isGiven: boolean) => {
      const browser = started({ local: { ...whole, 'own-checks': listed('own-a') }, now })
      const found = await handedOver(browser, encodeExport(brought, '2026-03-09', isGiven))
      const preview = await browser.ok('import-preview', found)
      await browser.ok('import', { ...found, ...change(), mode: 'merge' })
      const { checks } = browser.stored()['own-checks'] as { checks: { id: string }[] }
      return { preview, ids: checks.map(({ id }) => id) }
    }
    const colleagues = await taken(true)
    expect(colleagues.ids).toEqual(['own-a'])
    expect(colleagues.preview).toMatchObject({ brings: { own: 1 }, merge: { other: { changed: 0 } } })
    expect((await taken(false)).ids).toEqual(['own-a', 'own-b'])
  })

  test('replacing leaves what the file has, and nothing else, in one write', async () => {
    const browser = started({
      local: { ...whole, 'record/store-1/user-list-review': recordsV1['planned'] },
      now,
    })
    const given = await handedOver(browser, file)
    const writes = browser.fake.storage.writes.length
    await browser.ok('import', { ...given, ...change(), mode: 'replace' })
    const [first = {}] = browser.fake.storage.writes.slice(writes)
    expect(first).toMatchObject({ 'record/store-1/user-list-review': { gone: true } })
    expect(JSON.parse(await browser.export()).entries).toEqual(JSON.parse(file).entries)
    expect(browser.stored()).not.toHaveProperty('record/store-1/user-list-review')
  })

  test.each(['', 'nonsense', '[]', `${file}x`, file.replace('"version":1', '"version":2')])(
    'refused, it leaves every byte as it was: %#',
    async (text) => {
      const browser = started({ local: whole, now })
      await browser.settled()
      const before = JSON.stringify(browser.fake.kept.local)
      const given = await handedOver(browser, text)
      expect(await browser.ok('import-preview', given)).toMatchObject({ kind: 'refused' })
      expect(await browser.ok('import', { ...given, ...change(), mode: 'replace' })).toMatchObject({
        kind: 'refused',
      })
      expect(JSON.stringify(browser.fake.kept.local)).toBe(before)
      expect(labels(await browser.ok('data', null))).toEqual([])
    },
  )

  test('asks for the file again when the background was ended, or a piece is missing', async () => {
    const browser = started({ local: whole, now })
    const given = await handedOver(browser, file)
    browser.fake.kill()
    expect(await browser.again().ask('import-preview', given)).toEqual({ error: 'file-forgotten' })
    const next = browser.again()
    await next.ok('import-piece', { file: 'f', index: 1, text: 'x' })
    expect(await next.ask('import-preview', { file: 'f', pieces: 2 })).toEqual({ error: 'file-forgotten' })
  })

  test('asked for twice with one id, it is made once', async () => {
    const browser = started({ local: whole, now })
    const given = await handedOver(browser, file)
    const same = { ...given, ...change(), mode: 'replace' } as const
    await browser.ok('import', same)
    await browser.ok('change', checked('user-list-review'))
    const after = browser.stored()
    const again = await handedOver(browser, file, given.file)
    await browser.ok('import', { ...same, ...again })
    expect(browser.stored()).toEqual(after)
    expect(labels(await browser.ok('data', null))).toHaveLength(1)
  })

  test('never turns on what the browser would have to be asked for', async () => {
    const browser = started({ local: {}, now })
    const text = encodeExport(
      { settings: { version: 1, notifications: true, loginHosts: ['www.amazon.de'] } },
      '2026-03-09',
    )
    for (const mode of ['merge', 'replace'] as const)
      await browser.ok('import', { ...(await handedOver(browser, text)), ...change(), mode })
    expect(browser.stored()['settings']).toEqual({ version: 1, notifications: false, loginHosts: [] })
    expect(browser.runOn.flat()).toEqual([])
  })

  test('does not replace what a later version wrote', async () => {
    const browser = started({ local: { ...whole, settings: { version: 7 } }, now })
    const given = await handedOver(browser, file)
    expect(await browser.ok('import-preview', given)).not.toHaveProperty('replace')
    expect(await browser.ask('import', { ...given, ...change(), mode: 'replace' })).toEqual({
      error: 'newer-version',
    })
    await browser.ok('import', { ...given, ...change(), mode: 'merge' })
    expect(browser.stored()['settings']).toEqual({ version: 7 })
  })
})

describe('without IndexedDB', () => {
  test('nothing is changed unless the seller goes on without a backup, and the list says so', async () => {
    const browser = started({ local: whole, now, backups: broken })
    await browser.ok('overview', null)
    const before = browser.stored()
    const given = await handedOver(browser, file)
    expect(await browser.ask('import', { ...given, ...change(), mode: 'replace' })).toEqual({
      error: 'could-not-back-up',
    })
    expect(await browser.ask('reset', { ...change(), store: null })).toEqual({ error: 'could-not-back-up' })
    expect(browser.stored()).toEqual(before)
    expect(await browser.ok('data', null)).toMatchObject({ backups: 'not-possible', lost: false })
    expect(await browser.ok('reset', { ...change(true), store: null })).not.toHaveProperty('undo')
    expect(await browser.ok('change', checked('two-step-on'))).toHaveProperty('store')
  })
})

describe('reset', () => {
  test('of everything leaves nothing of the seller’s, and can be undone', async () => {
    const browser = started({ local: whole, now })
    const done = await browser.ok('reset', { ...change(), store: null })
    expect(browser.stored()).toEqual({})
    expect(done.overview?.store.name).toBe('')
    expect(await browser.ok('data', null)).toMatchObject({ records: 0, entries: 0, lost: false })
    await browser.ok('restore-backup', { ...change(), backup: done.undo ?? '' })
    expect(browser.stored()).toEqual(whole)
  })

  test('of a store leaves the others, and an entry in the journal', async () => {
    const browser = started({ now })
    await browser.ok('change', checked('user-list-review'))
    await browser.ok('change', storeAdded('store-2', 'login-2') as never)
    await browser.ok('change', checked('user-list-review', 'store-2'))
    await browser.ok('reset', { ...change(), store: 'store-2' })
    expect(browser.stored()).toHaveProperty(['record/store-1/user-list-review'])
    expect(browser.stored()).not.toHaveProperty(['record/store-2/user-list-review'])
    const { entries } = await browser.ok('journal', { before: null })
    expect(entries[0]?.what).toEqual({ kind: 'store-reset' })
  })

  test('what was taken away is away at once, and swept by the next worker', async () => {
    const browser = started({ local: whole, now })
    await browser.settled()
    browser.fake.killAfterWrite()
    void browser.ask('reset', { ...change(), store: null })
    await browser.settled()
    expect(browser.fake.kept.local['stores']).toEqual({ gone: true })
    const next = browser.again()
    expect((await next.ok('overview', null)).store.name).toBe('')
    await next.settled()
    expect(next.stored()).toEqual({ showings: expect.anything() })
  })

  test('what was answered meanwhile is not swept', async () => {
    const browser = started({ local: whole, now })
    await browser.settled()
    browser.fake.storage.reject('remove')
    await browser.ok('reset', { ...change(), store: null })
    await browser.ok('change', checked('two-step-on'))
    browser.fake.storage.heal()
    const next = browser.again()
    await next.settled()
    expect(next.stored()[key]).toMatchObject({ checked: '2026-03-10' })
    expect(next.stored()).not.toHaveProperty(['journal/2026-03-04'])
  })
})

describe('backups', () => {
  test('one a day, and only when something has changed', async () => {
    let browser = started({ local: whole, now: on('2026-03-10') })
    const days = async () => labels(await browser.ok('data', null)).map(({ day, reason }) => [day, reason])
    const tick = async () => {
      browser.fake.ring('tick')
      await browser.settled()
    }
    await tick()
    await browser.ok('change', checked('two-step-on'))
    await tick()
    expect(await days()).toEqual([['2026-03-10', 'day']])
    browser.fake.clock(on('2026-03-11'))
    await tick()
    expect(await days()).toHaveLength(2)
    browser.fake.clock(on('2026-03-12'))
    await tick()
    expect(await days()).toHaveLength(2)
    browser = browser.again(on('2026-03-13'))
    await browser.ok('change', checked('user-list-review'))
    browser.elapse()
    await browser.settled()
    expect((await days())[0]).toEqual(['2026-03-13', 'day'])
  })

  test('that they have stopped is said when something has changed since, not after quiet days', async () => {
    const browser = started({ local: whole, now: on('2026-03-10') })
    const stopped = async () => (await browser.ok('data', null)).stopped
    browser.fake.ring('tick')
    await browser.settled()
    browser.fake.clock(on('2026-03-20'))
    expect(await stopped()).toBeUndefined()
    await browser.ok('change', checked('two-step-on'))
    expect(await stopped()).toBe('2026-03-10')
    browser.fake.clock(on('2026-03-12'))
    expect(await stopped()).toBeUndefined()
  })

  test('a register or a draft alone is worth one', async () => {
    for (const [key, value] of [
      ['register/store-1/people/row-1', registerRowV1],
      ['draft/draft-1/1', draftV1],
    ] as const) {
      freshDatabase()
      const browser = started({ local: { [key]: value }, now: on('2026-03-10') })
      browser.fake.ring('tick')
      await browser.settled()
      const view = await browser.ok('data', null)
      expect([labels(view).length, view.lost], key).toEqual([1, false])
    }
  })

  test.each([
    ['that is empty', {}],
    [
      // The first page that is visited gives the store its address, and its card is counted.
      'that was empty until a page was visited',
      {
        stores: { version: 1, stores: [{ ...storesV1.stores[0], name: '' }], current: 'store-1' },
        [key]: { version: 1, quietUntil: 1773000000000, unanswered: 1, events: [] },
      },
    ],
    ['whose stores cannot be read', { ...whole, stores: 'torn' }],
  ])('a storage %s is offered the last one, and nothing is done unasked', async (_, lost) => {
    const browser = started({ local: whole, now })
    browser.fake.ring('tick')
    await browser.settled()
    const next = started({ local: lost, now: on('2026-03-11') })
    next.fake.ring('tick')
    await next.settled()
    const view = await next.ok('data', null)
    expect(view.lost).toBe(true)
    // No worse state has taken the place of a good one.
    expect(labels(view).every(({ records }) => records > 1)).toBe(true)
    const { overview } = await next.ok('restore-backup', { ...change(), backup: labels(view)[0]?.id ?? '' })
    expect(overview?.store.name).toBe('Müller & Söhne')
  })

  test('a part that cannot be read goes into the backup as it was when it last could', async () => {
    const browser = started({ local: whole, now })
    browser.fake.ring('tick')
    await browser.settled()
    const next = started({ local: { ...whole, [key]: 'torn', new: 1 }, now: on('2026-03-11') })
    next.fake.ring('tick')
    await next.settled()
    const [newest] = labels(await next.ok('data', null))
    await next.ok('restore-backup', { ...change(), backup: newest?.id ?? '' })
    expect(next.stored()).toEqual({ ...whole, new: 1 })
  })

  test('one before an update, once', async () => {
    const browser = started({ local: whole, now })
    await browser.ok('data', null)
    const next = browser.again(now, '0.2.0')
    await next.settled()
    const after = next.again(now, '0.2.0')
    expect(labels(await after.ok('data', null)).map(({ reason }) => reason)).toEqual(['update'])
  })

  test('the one before an update is of what lay there before the new version wrote anything', async () => {
    // The end date of somebody has come: that is reported at the start.
    const row = { version: 1, values: { name: 'Ana', end: '2026-03-08' }, at: 1772600000000 }
    const local = { ...whole, 'register/store-1/people/row-1': row }
    const browser = started({ local, now, version: '0.1.0' })
    browser.fake.kill()
    const next = browser.again(now, '0.2.0')
    await next.settled()
    expect(next.stored()).not.toEqual(local)
    const [update] = labels(await next.ok('data', null))
    await next.ok('restore-backup', { ...change(), backup: update?.id ?? '' })
    expect(next.stored()).toEqual(local)
  })

  test.each([
    ['of a version that left no word of itself', undefined],
    ['whose word cannot be read', 'torn'],
  ])('what there is %s is kept too, before the first write', async (_, writtenBy) => {
    const browser = started({ local: { ...whole, 'written-by': writtenBy }, now })
    await browser.settled()
    expect(labels(await browser.ok('data', null)).map(({ reason }) => reason)).toEqual(['update'])
    expect(await browser.export()).not.toContain('"written-by"')
  })

  const unreadNews = ({ fake }: Pick<Started, 'fake'>) =>
    (fake.kept.local['written-by'] as { unreadNews?: boolean } | undefined)?.unreadNews

  test.each([
    ['0.1.0', '0.2.0', true],
    ['0.1.9', '0.10.0', true],
    ['0.0.9', '0.1.0', undefined],
    ['0.2.0', '0.2.1', undefined],
  ])('an update from %s to %s has news: %s', async (from, to, has) => {
    const settings = { version: 1, who: 'Ana' }
    const local = { ...whole, settings, 'written-by': { version: 1, extension: from } }
    const browser = started({ local, now, version: to })
    await browser.settled()
    expect(browser.fake.kept.local['settings']).toEqual(settings)
    expect(unreadNews(browser)).toBe(has)
  })

  test('the news of an update are told until they were read; a fresh installation has none', async () => {
    const fresh = started({ now, version: '0.2.0' })
    await fresh.settled()
    expect(unreadNews(fresh)).toBeUndefined()
    const browser = started({
      local: { ...whole, 'written-by': { version: 1, extension: '0.1.0' } },
      now,
      version: '0.2.0',
    })
    expect((await browser.ok('overview', null)).settings.unreadNews).toBe(true)
    const { settings } = await browser.ok('choose', { unreadNews: null })
    expect(settings.unreadNews).toBeUndefined()
    await browser.again(now, '0.2.0').settled()
    expect(unreadNews(browser)).toBeUndefined()
  })

  test('deleting all, and bringing it back, is no update: the next start makes no backup for one', async () => {
    const old = { ...whole, 'written-by': { version: 1, extension: '0.1.0' } }
    const browser = started({ local: old, now, version: '0.2.0' })
    await browser.settled()
    await browser.ok('choose', { unreadNews: null })
    const written = browser.fake.kept.local['written-by']
    await browser.ok('reset', { ...change(), store: null })
    expect(browser.fake.kept.local['written-by']).toEqual(written)
    const [update] = labels(await browser.ok('data', null)).filter(({ reason }) => reason === 'update')
    await browser.ok('restore-backup', { ...change(), backup: update?.id ?? '' })
    expect(browser.fake.kept.local).toMatchObject({ ...old, 'written-by': written })
    const again = browser.again(now, '0.2.0')
    await again.settled()
    expect(unreadNews(again)).toBeUndefined()
  })

  test('an update for which no backup can be made goes on, and does not ask at every start', async () => {
    const local = { ...whole, 'written-by': { version: 1, extension: '0.0.9' } }
    const browser = started({ local, now, backups: broken })
    await browser.ok('change', checked('two-step-on'))
    expect(browser.fake.kept.local['written-by']).toEqual({ version: 1, extension: '0.1.0' })
  })

  test('an update whose storage cannot be read writes nothing of it', async () => {
    const local = { ...whole, 'written-by': { version: 1, extension: '0.0.9' } }
    const browser = started({ local, now })
    browser.fake.storage.reject('get')
    await browser.settled()
    expect(browser.fake.kept.local).toEqual(local)
  })

  test('one part of it can be brought back: the rest stays, and what was in its place is kept', async () => {
    const later = { 'record/store-1/user-list-review': recordsV1['planned'] }
    const browser = started({ local: { ...whole, ...later }, now })
    const { undo = '' } = await browser.ok('reset', { ...change(), store: null })
    await browser.ok('change', checked('two-step-on'))
    expect((await browser.ok('backup-parts', { backup: undo })).toSorted()).toEqual(
      [
        key,
        'journal/2026-03-04',
        'record/store-1/a-chore-of-2031',
        'settings',
        'showings',
        'stores',
        ...Object.keys(later),
      ].toSorted(),
    )
    const before = browser.stored()
    for (const part of [key, 'settings'])
      expect(await browser.ok('restore-part', { id: newId(), backup: undo, key: part })).toBe(true)
    expect(browser.stored()).toEqual({
      ...before,
      [key]: whole[key],
      [`damaged/${key}`]: before[key],
      settings: whole.settings,
    })
    const left = await browser.ok('backup-parts', { backup: undo })
    expect(left).not.toContain(key)
    // The other way round.
    expect(await browser.ok('put-back', { id: newId(), key: `damaged/${key}` })).toBe(true)
    expect(browser.stored()[key]).toEqual(before[key])
  })

  test('a day of the journal out of a backup is joined with what was written since', async () => {
    const browser = started({ local: whole, now: on('2026-03-04') })
    const { undo = '' } = await browser.ok('reset', { ...change(), store: null })
    await browser.ok('change', checked('two-step-on'))
    const part = 'journal/2026-03-04'
    expect(await browser.ok('restore-part', { id: newId(), backup: undo, key: part })).toBe(true)
    const { entries } = browser.stored()[part] as { entries: unknown[] }
    expect(entries).toHaveLength(journalDayV1.entries.length + 1)
  })

  test.each([
    ['was written by a later version', { [key]: { version: 9 } }, key],
    ['is not in it', {}, 'record/login-1/nothing'],
    ['is nothing that this version knows', {}, 'drawer'],
  ])('a part that %s is not brought back', async (_, more, part) => {
    const browser = started({ local: whole, now })
    const { undo = '' } = await browser.ok('reset', { ...change(), store: 'store-1' })
    Object.assign(browser.fake.kept.local, more)
    const before = browser.stored()
    expect(await browser.ok('restore-part', { id: newId(), backup: undo, key: part })).toBe(false)
    expect(browser.stored()).toEqual(before)
  })

  test('can be deleted', async () => {
    const browser = started({ local: whole, now })
    await browser.ok('reset', { ...change(), store: null })
    await browser.ok('delete-backups', null)
    expect(labels(await browser.ok('data', null))).toEqual([])
  })

  test.each(['made', 'being made'])(
    'deleted when one was %s, the next tick makes today’s anew',
    async (when) => {
      const browser = started({ local: whole, now })
      browser.fake.ring('tick')
      if (when === 'made') await browser.settled()
      await browser.ok('delete-backups', null)
      expect(labels(await browser.ok('data', null))).toEqual([])
      browser.fake.ring('tick')
      await browser.settled()
      expect(labels(await browser.ok('data', null))).toHaveLength(1)
    },
  )

  test('a backup that is not there changes nothing', async () => {
    const browser = started({ local: whole, now })
    const reply = await browser.ask('restore-backup', { ...change(), backup: 'nothing' })
    expect(reply).toEqual({ error: 'could-not-read' })
    expect(browser.stored()).toEqual(whole)
  })
})

describe('what cannot be read', () => {
  test('costs that key alone, is listed, can be saved, and put back', async () => {
    const browser = started({ local: { ...whole, [key]: 'torn' }, now })
    const overview = await browser.ok('overview', null)
    expect(overview.storage).toMatchObject({ newer: [], unreadable: [key] })
    expect((await browser.ok('data', null)).unreadable).toEqual([{ key, part: key, canPutBack: false }])
    expect(await browser.ok('read-raw', { key })).toEqual({ text: '"torn"\n' })
    await browser.ok('change', checked('two-step-on'))
    const aside = `damaged/${key}`
    expect((await browser.ok('data', null)).unreadable).toEqual([
      { key: aside, part: key, aside: 1, canPutBack: false },
    ])
    expect(await browser.ok('put-back', { id: newId(), key: aside })).toBe(false)
    // A later version can read it.
    browser.fake.kept.local[aside] = recordsV1['not for me']
    expect((await browser.ok('data', null)).unreadable).toEqual([
      { key: aside, part: key, aside: 1, canPutBack: true },
    ])
    expect(await browser.ok('put-back', { id: newId(), key: aside })).toBe(true)
    expect(browser.stored()[key]).toEqual(recordsV1['not for me'])
    expect(browser.stored()[aside]).toMatchObject({ checked: '2026-03-10' })
  })

  test.each([
    ['a check', key, (browser: Started) => browser.ok('change', checked('two-step-on'))],
    ['the settings', 'settings', (browser: Started) => browser.ok('choose', { badge: false })],
    ['the cards shown', 'showings', (browser: Started) => browser.ok('overview', null)],
    [
      'the day of the journal',
      'journal/2026-03-10',
      (browser: Started) => browser.ok('change', checked('two-step-on')),
    ],
  ])('when %s is damaged twice, both values are kept, and listed', async (_, name, write) => {
    const browser = started({ local: whole, now })
    for (const torn of ['torn', { torn: 'again' }]) {
      browser.fake.kept.local[name] = torn
      await write(browser)
      expect(browser.stored()[name]).toMatchObject({ version: 1 })
    }
    expect(browser.stored()).toMatchObject({
      [`damaged/${name}`]: 'torn',
      [`damaged/2/${name}`]: { torn: 'again' },
    })
    expect((await browser.ok('data', null)).unreadable).toEqual([
      { key: `damaged/${name}`, part: name, aside: 1, canPutBack: false },
      { key: `damaged/2/${name}`, part: name, aside: 2, canPutBack: false },
    ])
  })

  test('of two values that were set aside each can be put back, and nothing is lost', async () => {
    const [first, second] = [recordsV1['planned'], recordsV1['not for me']]
    const local = { ...whole, [`damaged/${key}`]: first, [`damaged/2/${key}`]: second }
    const browser = started({ local, now })
    for (const name of [`damaged/2/${key}`, `damaged/${key}`]) {
      const value = browser.stored()[name]
      expect(await browser.ok('put-back', { id: newId(), key: name })).toBe(true)
      expect(browser.stored()[key]).toEqual(value)
      const kept = Object.entries(browser.stored()).flatMap(([one, at]) => (one.endsWith(key) ? [at] : []))
      expect(kept).toHaveLength(3)
      for (const one of [whole[key], first, second]) expect(kept).toContainEqual(one)
    }
  })

  test('is offered out of the newest backup that has it, and brought back alone', async () => {
    const browser = started({ local: whole, now: on('2026-03-08') })
    browser.fake.ring('tick')
    await browser.settled()
    const next = started({ local: { ...whole, [key]: 'torn', new: 1 }, now })
    next.fake.ring('tick')
    await next.settled()
    const [{ from } = {}] = (await next.ok('data', null)).unreadable
    expect(from).toMatchObject({ reason: 'day', day: '2026-03-10' })
    const about = { id: newId(), backup: from?.id ?? '', key }
    expect(await next.ok('restore-part', about)).toBe(true)
    expect(next.stored()).toEqual({ ...whole, new: 1, [`damaged/${key}`]: 'torn' })
    // Sent again because its reply was lost, after another answer: done once.
    await next.ok('change', checked('two-step-on'))
    expect(await next.ok('restore-part', about)).toBe(true)
    expect(next.stored()[key]).toMatchObject({ checked: '2026-03-10' })
  })

  test('what a later version wrote is named, and not changed by anything', async () => {
    const later = {
      ...whole,
      settings: { version: 2, a: 1 },
      [key]: { version: 9 },
      'record/store-1/user-list-review': { version: 9 },
      showings: { version: 3 },
    }
    const browser = started({ local: later, now })
    const newer = [key, 'record/store-1/user-list-review', 'settings', 'showings']
    expect((await browser.ok('overview', null)).storage?.newer.toSorted()).toEqual(newer)
    for (const reply of [
      await browser.ask('change', checked('two-step-on')),
      await browser.ask('choose', { badge: false }),
      await browser.ask('reset', { ...change(), store: null }),
      await browser.ask('reset', { ...change(), store: 'store-1' }),
    ])
      expect(reply).toEqual({ error: 'newer-version' })
    expect(browser.stored()).toEqual(later)
    const given = await handedOver(browser, await browser.export())
    expect(await browser.ok('import-preview', given)).toMatchObject({ kind: 'refused', why: 'newer' })
  })
})

describe('calendar and report', () => {
  test('the calendar names checks and letters, on days of the coming year', async () => {
    const browser = started({ local: whole, now: at('2026-03-10 10:00') })
    const entries = await browser.ok('calendar', null)
    expect(JSON.stringify(entries)).not.toContain('Müller')
    expect(entries.find(({ item }) => item === 'two-step-on')).toMatchObject({ id: 'login-1/two-step-on' })
    for (const { day, until } of entries) {
      expect(day >= '2026-03-10' && day <= until).toBe(true)
      expect(until).toBe('2027-03-10')
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })

  test('the report has every store that is on the list', async () => {
    const browser = started({ local: whole, now })
    expect((await browser.ok('report', null)).map(({ store }) => store.id)).toEqual(['store-1'])
  })
})
