import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/domain/checklist'
import { withoutAnswers } from '../../src/storage/begin-anew'
import { contentsOf, isSame, singleOf, valuesOf } from '../../src/storage/contents'
import { draftKind } from '../../src/storage/kinds/draft'
import { mergedStores, type Stores, storesKind } from '../../src/storage/kinds/stores'
import { imported, previewOf } from '../../src/storage/merge'
import { putBack } from '../../src/storage/put-back'
import { draftV1, journalDayV1, recordsV1, settingsV1, storesV1, storesV2 } from './fixtures'

const key = 'record/login-1/two-step-on'
const merge = (own: Record<string, unknown>, file: Record<string, unknown>) =>
  imported(own, contentsOf(file), 'merge')
const replace = (own: Record<string, unknown>, file: Record<string, unknown>) =>
  imported(own, contentsOf(file), 'replace')

const checkedOn = (day: string, id: string, more: object = {}) => ({
  version: 1,
  checked: day,
  events: [id],
  ...more,
})
const dayOf = (day: string, ...entries: { id: string; at: number }[]) => ({
  [`journal/${day}`]: {
    version: 1,
    entries: entries.map((entry) => ({ ...entry, day, store: 'store-1', what: { kind: 'answered' } })),
  },
})

describe('merge', () => {
  test('the later answer stays, whichever side it is on', async () => {
    const early = { [key]: checkedOn('2026-03-01', 'e-1') }
    const late = { [key]: checkedOn('2026-03-03', 'e-2') }
    expect((await merge(early, late))?.[key]).toEqual(late[key])
    expect((await merge(late, early))?.[key]).toEqual(late[key])
  })

  test('of one day, the journal knows which came later', async () => {
    const first = { [key]: checkedOn('2026-03-01', 'e-1'), ...dayOf('2026-03-01', { id: 'e-1', at: 1000 }) }
    const second = {
      [key]: { version: 1, standing: { kind: 'not-for-me', on: '2026-03-01' }, events: ['e-2'] },
      ...dayOf('2026-03-01', { id: 'e-2', at: 2000 }),
    }
    // That it was checked is no less true.
    const both = { ...second[key], checked: '2026-03-01', events: ['e-1', 'e-2'] }
    expect((await merge(first, second))?.[key]).toEqual(both)
    expect((await merge(second, first))?.[key]).toEqual(both)
  })

  test('an answer that was taken back later stays taken back', async () => {
    const answered = {
      [key]: checkedOn('2026-03-05', 'e-1'),
      ...dayOf('2026-03-05', { id: 'e-1', at: 1000 }),
    }
    const undone = {
      [key]: { version: 1, events: ['e-1', 'e-2'] },
      ...dayOf('2026-03-05', { id: 'e-1', at: 1000 }, { id: 'e-2', at: 2000 }),
    }
    expect((await merge(answered, undone))?.[key]).toEqual(undone[key])
    expect((await merge(undone, answered))?.[key]).toEqual(undone[key])
  })

  test('a check is kept though something else was said later on the other side, and through its undo', async () => {
    const days = {
      ...dayOf('2026-03-05', { id: 'e-2', at: 1000 }),
      ...dayOf('2026-03-06', { id: 'e-3', at: 2000 }),
    }
    const check = { checked: '2026-03-05', checkedBefore: '2026-02-01' }
    const here = { [key]: { version: 1, ...check, events: ['e-1', 'e-2'] }, ...days }
    const said = { checked: '2026-01-01', checkedBefore: '2025-10-01' }
    const noted = { version: 1, ...said, note: 'ask Ana', before: said, events: ['e-1', 'e-3'] }
    const both = { version: 1, ...check, note: 'ask Ana', before: check, events: ['e-1', 'e-2', 'e-3'] }
    const there = { [key]: noted, ...days }
    expect((await merge(here, there))?.[key]).toEqual(both)
    expect((await merge(there, here))?.[key]).toEqual(both)
    // Back on the computer that only had the note.
    expect((await merge(there, { ...days, [key]: both }))?.[key]).toEqual(both)
    expect((await merge({ ...days, [key]: both }, there))?.[key]).toEqual(both)
  })

  test('the undo of a check leaves an earlier one of the other side', async () => {
    const here = { [key]: checkedOn('2026-03-05', 'e-2') }
    const there = { [key]: checkedOn('2026-03-06', 'e-3', { before: { checked: '2026-01-01' } }) }
    expect((await merge(here, there))?.[key]).toMatchObject({ before: { checked: '2026-03-05' } })
  })

  test('a check that was taken back before the later answer does not return', async () => {
    const copy = { [key]: checkedOn('2026-03-05', 'e-1'), ...dayOf('2026-03-05', { id: 'e-1', at: 1000 }) }
    const since = {
      [key]: { version: 1, note: 'ask Ana', before: {}, events: ['e-1', 'e-2', 'e-3'] },
      ...dayOf('2026-03-06', { id: 'e-2', at: 2000 }, { id: 'e-3', at: 3000 }),
    }
    expect((await merge(copy, since))?.[key]).toEqual(since[key])
    expect((await merge(since, copy))?.[key]).toEqual(since[key])
  })

  test('a note is kept though the answer beside it is older, unless it was just taken away', async () => {
    const noted = { [key]: checkedOn('2026-03-01', 'e-1', { note: 'ask Ana' }) }
    const later = { [key]: checkedOn('2026-03-03', 'e-2') }
    expect((await merge(noted, later))?.[key]).toEqual({ ...later[key], note: 'ask Ana' })
    const taken = {
      [key]: { ...checkedOn('2026-03-03', 'e-2', { before: { note: 'ask Ana' } }), events: ['e-1', 'e-2'] },
    }
    expect((await merge(noted, taken))?.[key]).toEqual(taken[key])
  })

  // Each looked up in all the others would be half a million looks at a thousand, and keep somebody waiting.
  test('of a thousand drafts each is looked at a few times, and not once for every other one', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => [
      `draft/d-${index}/1`,
      { ...draftV1, rev: `r-${index}` },
    ])
    const contents = contentsOf(Object.fromEntries(many))
    let looks = 0
    const counted = <T extends object>(draft: T) =>
      new Proxy(draft, {
        get(target, name) {
          looks += 1
          return Reflect.get(target, name)
        },
      })
    const drafts = [...valuesOf(contents, draftKind)].map(
      ([key, draft]) => [key, { kind: draftKind, value: counted(draft) }] as const,
    )
    const file = { ...contents, parts: new Map(drafts) }
    expect(Object.keys((await imported({}, file, 'merge')) ?? {})).toHaveLength(1000)
    expect(looks).toBeGreaterThan(1000)
    expect(looks).toBeLessThan(50_000)
  })

  test('every entry of the journal once, in order', async () => {
    const here = dayOf('2026-03-01', { id: 'e-1', at: 1000 }, { id: 'e-3', at: 3000 })
    const there = dayOf('2026-03-01', { id: 'e-2', at: 2000 }, { id: 'e-3', at: 3000 })
    expect(await merge(here, there)).toEqual(
      dayOf('2026-03-01', { id: 'e-1', at: 1000 }, { id: 'e-2', at: 2000 }, { id: 'e-3', at: 3000 }),
    )
  })

  test('stores are joined by their id; what is here stays, what is missing is filled in', async () => {
    const own = {
      stores: {
        version: 1,
        stores: [
          {
            id: 'store-1',
            name: 'Mine',
            login: 'login-1',
            fronts: ['a.test', 'sellercentral.amazon.nl'],
            profile: { team: 'alone' },
          },
        ],
        current: 'store-1',
      },
    }
    expect((await merge(own, { stores: storesV1 }))?.['stores']).toEqual({
      version: 1,
      stores: [
        {
          id: 'store-1',
          name: 'Mine',
          login: 'login-1',
          fronts: ['sellercentral.amazon.nl', 'sellercentral.amazon.de', 'sellercentral.amazon.fr'],
          profile: { plan: 'professional', team: 'alone', ships: 'both', help: 'agency' },
        },
        storesV1.stores[1],
      ],
      current: 'store-1',
    })
  })

  test('the store that everybody starts with is not lost to a file with other stores', async () => {
    const own = { 'record/store-1/user-list-review': checkedOn('2026-03-01', 'e-1') }
    const stores = { ...storesV1, stores: [{ ...storesV1.stores[0], id: 'store-9' }], current: 'store-9' }
    const ids = singleOf(contentsOf((await merge(own, { stores })) ?? {}), storesKind)?.stores.map(
      ({ id }) => id,
    )
    expect(ids).toEqual(['store-1', 'store-9'])
  })

  test('the store that the installation began gives way to the same one of a file, archived or not', () => {
    const fresh: Store = {
      id: 'store-1',
      name: '',
      login: 'login-1',
      fronts: [],
      profile: {},
      began: '2026-03-04',
    }
    const other = { id: 'store-2', name: 'Lamps', login: 'login-1', fronts: [], profile: {} }
    const file: Stores = {
      stores: [{ ...fresh, began: '2026-01-04', removed: '2026-02-01' }, other],
      current: 'store-2',
    }
    const merged = (own: Partial<Store>, from: Stores = file) =>
      mergedStores({ stores: [{ ...fresh, ...own }], current: 'store-1' }, from)
    expect(merged({})).toBe(file)
    // It says something, or the file knows another one: then it stays.
    expect(merged({ name: 'Mine' })).toMatchObject({ current: 'store-1', stores: [{ name: 'Mine' }, other] })
    expect(merged({}, { stores: [other], current: 'store-2' }).stores).toEqual([fresh, other])
  })

  test('a file does not turn on the word about checks that are long due, and says so', async () => {
    const file = { settings: { ...settingsV1, longDueNotifications: true } }
    expect((await replace({}, file))?.['settings']).toMatchObject({ longDueNotifications: false })
    expect((await previewOf({}, contentsOf(file), '2026-03-04')).leftOut).toEqual(['notifications'])
    const own = { settings: { version: 1, longDueNotifications: true } }
    expect((await replace(own, file))?.['settings']).toMatchObject({ longDueNotifications: true })
  })

  test('settings of this browser stay; a file fills in, and never widens', async () => {
    const file = {
      settings: {
        ...settingsV1,
        notifications: true,
        loginHosts: ['www.amazon.de'],
        pause: { until: 'told' },
      },
    }
    expect((await merge({ settings: { version: 1, badge: false } }, file))?.['settings']).toEqual({
      version: 1,
      badge: false,
      who: 'Ana',
      notifications: false,
      loginHosts: [],
    })
    expect((await replace({}, file))?.['settings']).toMatchObject({ notifications: false, loginHosts: [] })
    expect((await previewOf({}, contentsOf(file), '2026-03-04')).leftOut).toEqual([
      'notifications',
      'login-pages',
      'pause',
    ])
  })

  test.each([merge, replace])('the pause of another browser silences nothing here', async (take) => {
    const paused = { settings: { version: 1, pause: { until: 'told' }, badge: false } }
    expect((await take({}, paused))?.['settings']).toEqual({ version: 1, badge: false })
  })

  test('what a later version wrote stays, and what cannot be read here is set aside for what can', async () => {
    const own = { settings: { version: 9, all: 'new' }, [key]: 'torn' }
    const file = { settings: settingsV1, [key]: recordsV1['checked once'] }
    expect(await merge(own, file)).toEqual({
      settings: own.settings,
      [key]: file[key],
      [`damaged/${key}`]: 'torn',
    })
    expect(await replace(own, file)).toBeUndefined()
  })

  test('what was set aside on either side is kept, and what both have once', async () => {
    const aside = `damaged/${key}`
    const [own, file] = [
      { [key]: 'torn here', [aside]: 'torn before', 'damaged/settings': 'both' },
      { [key]: recordsV1['checked once'], [aside]: 'torn there', 'damaged/settings': 'both' },
    ]
    const after = (await merge(own, file)) ?? {}
    expect(after[key]).toEqual(file[key])
    expect(Object.values(after).toSorted()).toEqual(
      [file[key], 'torn here', 'torn before', 'torn there', 'both'].toSorted(),
    )
    expect(await merge(after, file)).toEqual(after)
  })

  test('twice is once, and with itself is nothing', async () => {
    const day = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03')
    const state = fc
      .record({ day, id: fc.constantFrom('e-1', 'e-2', 'e-3'), note: fc.option(fc.constantFrom('a', 'b')) })
      .map(({ day: on, id, note }) => ({
        [key]: checkedOn(on, id, note === null ? {} : { note }),
        ...dayOf(on, { id, at: Date.parse(on) }),
      }))
    await fc.assert(
      fc.asyncProperty(state, state, async (own, file) => {
        const once = (await merge(own, file)) ?? {}
        expect(await merge(once, file)).toEqual(once)
        expect(await merge(own, own)).toEqual(own)
      }),
    )
  })

  test('never loses an entry of the journal, a record, or a key that nobody knows', async () => {
    const own = { [key]: recordsV1['checked once'], 'journal/2026-03-04': journalDayV1, drawer: { any: 1 } }
    const file = { 'journal/2026-03-05': journalDayV1, drawer: { any: 2 }, other: [1] }
    expect(await merge(own, file)).toEqual({ ...own, 'journal/2026-03-05': journalDayV1, other: [1] })
  })
})

describe('the preview', () => {
  test('counts per store and kind what would be different', async () => {
    const own = {
      stores: { ...storesV1, stores: [storesV1.stores[0]] },
      'record/store-1/user-list-review': checkedOn('2026-03-01', 'e-1'),
      [key]: recordsV1['checked once'],
    }
    const file = {
      stores: { ...storesV1, stores: [{ ...storesV1.stores[0], name: 'Other' }, storesV1.stores[1]] },
      'record/store-1/user-list-review': checkedOn('2026-03-03', 'e-2'),
      'record/store-2/user-list-review': checkedOn('2026-03-03', 'e-3'),
      'record/store-2/item-of-2031': checkedOn('2026-03-03', 'e-3'),
      // A check of the seller's own is known, whatever it is.
      'record/store-2/own-vat': checkedOn('2026-03-03', 'e-3'),
      'journal/2026-03-04': journalDayV1,
    }
    const {
      merge: merged,
      replace: replaced,
      unknownItems,
    } = await previewOf(own, contentsOf(file), '2026-03-04')
    expect(merged).toMatchObject({
      stores: [
        {
          id: 'store-1',
          name: 'Müller & Söhne',
          other: 'Other',
          is: 'kept',
          added: 0,
          changed: 1,
          removed: 0,
        },
        { id: 'store-2', is: 'added', added: 3 },
      ],
      shared: { added: 0, changed: 0, removed: 0 },
      journal: { added: 3, removed: 0 },
      settings: false,
    })
    expect(replaced).toMatchObject({ shared: { removed: 1 } })
    expect(unknownItems).toEqual(['item-of-2031'])
  })

  test('of the same state says that nothing changes', async () => {
    const own = { stores: storesV1, [key]: recordsV1['checked once'], settings: settingsV1 }
    const { merge: merged } = await previewOf(own, contentsOf(own), '2026-03-04')
    expect(merged).toMatchObject({ settings: false, journal: { added: 0, removed: 0 } })
    expect(merged.stores.every(({ is, added, changed }) => is === 'kept' && added + changed === 0)).toBe(true)
  })
})

describe('a store is begun anew', () => {
  const entry = {
    id: 'r-1',
    at: 1772614980000,
    day: '2026-03-04',
    store: 'store-1',
    what: { kind: 'store-reset' as const },
  }
  const stores = storesV1.stores.map((store) =>
    store.id === 'store-1' ? store : { ...store, login: 'login-2' },
  )
  const own = {
    stores: { ...storesV1, stores },
    settings: settingsV1,
    'record/store-1/user-list-review': recordsV1['checked once'],
    'record/store-2/user-list-review': recordsV1['checked once'],
    [key]: recordsV1['checked once'],
    'record/computer/extension-audit': recordsV1['checked once'],
    'journal/2026-03-04': journalDayV1,
  }

  test('its answers and those of its login go; journal, names and other stores stay', async () => {
    const { [key]: _login, 'record/store-1/user-list-review': _record, ...rest } = own
    expect(withoutAnswers(own, 'store-1', entry)).toEqual({
      ...rest,
      stores: {
        ...own.stores,
        version: 2,
        stores: own.stores.stores.map((one) => (one.id === 'store-1' ? { ...one, began: entry.day } : one)),
      },
      'journal/2026-03-04': { version: 1, entries: [...journalDayV1.entries, entry] },
    })
  })

  test.each([
    ['another store has too', ({ removed: _removed, ...store }: (typeof stores)[number]) => store],
    ['another store has, which was taken off the list,', (store: (typeof stores)[number]) => store],
  ])('a login that %s stays', async (_, as) => {
    const shared = stores.map((store) => as({ ...store, login: 'login-1' }))
    expect(
      withoutAnswers({ ...own, stores: { ...storesV1, stores: shared } }, 'store-1', entry),
    ).toHaveProperty([key])
  })
})

describe('what was set aside', () => {
  const aside = `damaged/${key}`
  test('comes back when it can be read; what lies there now is set aside in turn', async () => {
    const [old, now] = [checkedOn('2026-03-01', 'e-1'), checkedOn('2026-03-03', 'e-2')]
    expect(putBack({ [aside]: old }, aside)).toEqual({ [key]: old })
    expect(putBack({ [aside]: old, [key]: now }, aside)).toEqual({ [key]: old, [aside]: now })
  })

  test('stays where it is when it cannot, or when a later version has written there', async () => {
    expect(putBack({ [aside]: 'torn' }, aside)).toBeUndefined()
    expect(putBack({ [aside]: checkedOn('2026-03-01', 'e-1'), [key]: { version: 9 } }, aside)).toBeUndefined()
    for (const name of ['damaged/drawer', 'damaged/applied', 'damaged/', 'damaged/2/'])
      expect(putBack({ [name]: 1 }, name), name).toBeUndefined()
    expect(putBack({ [key]: checkedOn('2026-03-01', 'e-1') }, key)).toBeUndefined()
  })

  test('a day of the journal is joined with what came since', async () => {
    const before = dayOf('2026-03-01', { id: 'e-1', at: 1000 })
    const since = dayOf('2026-03-01', { id: 'e-2', at: 2000 })
    expect(
      putBack(
        { ...since, 'damaged/journal/2026-03-01': before['journal/2026-03-01'] },
        'damaged/journal/2026-03-01',
      ),
    ).toEqual(dayOf('2026-03-01', { id: 'e-1', at: 1000 }, { id: 'e-2', at: 2000 }))
  })
})

test('two values are the same whatever the order of their names, and only then', async () => {
  expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  for (const [a, b] of [
    [{}, []],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, { b: undefined }],
    [null, {}],
    [[1], [1, 2]],
    ['1', 1],
  ])
    expect(isSame(a, b)).toBe(false)
})

test('a store that would only get a name, sites or answers is a change too', async () => {
  const own = {
    stores: { ...storesV1, stores: [{ id: 'store-1', name: '', login: 'login-1', fronts: [], profile: {} }] },
  }
  const { merge: merged } = await previewOf(own, contentsOf({ stores: storesV1 }), '2026-03-04')
  expect(merged.stores[0]).toMatchObject({ name: '', other: 'Müller & Söhne', changed: 1 })
})

test('a store in both began on the earlier day, and long ago if one of them does not say', () => {
  const beganOn = (began?: string) => ({
    ...storesV2,
    stores: storesV2.stores
      .slice(0, 1)
      .map(({ began: _began, ...store }) => ({ ...store, ...(began && { began }) })),
  })
  const merged = (own?: string, file?: string) => mergedStores(beganOn(own), beganOn(file)).stores[0]?.began
  expect(merged('2026-03-02', '2026-02-01')).toBe('2026-02-01')
  expect(merged('2026-02-01', '2026-03-02')).toBe('2026-02-01')
  expect([merged('2026-03-02'), merged(undefined, '2026-03-02')]).toEqual([undefined, undefined])
})
