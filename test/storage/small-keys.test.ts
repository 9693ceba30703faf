import { describe, expect, test } from 'vitest'
import { registers } from '../../src/domain/registers/register'
import { withoutAnswers } from '../../src/storage/begin-anew'
import { contentsOf, rawOf } from '../../src/storage/contents'
import { decodeExport, encodeExport } from '../../src/storage/export-file'
import { NewerVersionError } from '../../src/storage/format/codec'
import { entry } from '../../src/storage/format/kind'
import { draftKey, draftKind } from '../../src/storage/kinds/draft'
import { placeOf, rowKey, rowKind } from '../../src/storage/kinds/register-row'
import { storesKind } from '../../src/storage/kinds/stores'
import { imported, previewOf } from '../../src/storage/merge'
import { putBack } from '../../src/storage/put-back'
import { slotsIn } from '../../src/storage/repository'
import { fakePlatform } from '../support/platform'
import { draftV1, emptyDraftV1, registerRowV1, storesPromisedV1, storesV1 } from './fixtures'
import { commit, find, repositoryOn } from './stored'

const people = 'register/store-1/people/row-1'
const computers = 'register/login-1/computers/row-1'
const first = 'draft/draft-1/1'
const newer = { version: 2, values: {}, at: 0 }

const storageOf = (local: Record<string, unknown>) =>
  fakePlatform({ kept: { local, session: {}, alarms: new Map() } }).storage

describe('shapes that were shipped are read for ever, and written as they were', () => {
  test.each([draftV1, emptyDraftV1])('a draft of version 1', (raw) => {
    const found = draftKind.decode(raw)
    if (found.kind !== 'read') throw new Error(found.kind)
    const { version: _version, ...draft } = raw
    expect(found.value).toEqual(draft)
    expect(draftKind.encode(found.value)).toEqual(raw)
  })

  test('a row of version 1', () => {
    const found = rowKind.decode(registerRowV1)
    if (found.kind !== 'read') throw new Error(found.kind)
    expect(rowKind.encode(found.value)).toEqual(registerRowV1)
  })

  const days = registers.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, kind]) => (kind === 'day' || kind === 'past-day' ? [name] : [])),
  )
  test.each([...new Set(days)])('of a row, %s is a day or empty', (name) => {
    const kindOf = (value: string) =>
      rowKind.decode({ ...registerRowV1, values: { name: 'x', [name]: value } }).kind
    expect([kindOf('2026-03-04'), kindOf(''), kindOf('soon')]).toEqual(['read', 'read', 'damaged'])
  })

  test('stores with payouts and promises, and those from before there were any', () => {
    for (const raw of [storesPromisedV1, storesV1]) {
      const found = storesKind.decode(raw)
      if (found.kind !== 'read') throw new Error(found.kind)
      expect(storesKind.encode(found.value)).toEqual(raw)
    }
  })

  test('whatever else a later version keeps there stays', () => {
    const raw = {
      'register/store-1/keys/row-1': { ...registerRowV1, values: { colour: 'red' } },
      [people]: { ...registerRowV1, values: { name: 'Ana', badge: '12' } },
    }
    expect(rawOf(contentsOf(raw))).toEqual(raw)
    expect(placeOf('register/store-1/keys/row-1')).toBeUndefined()
  })
})

test.each([
  ['a row that is none', people, { version: 1, values: { name: 7 }, at: 0 }, 'damaged'],
  ['a row without a time', people, { version: 1, values: {} }, 'damaged'],
  ['a row of a later version', people, newer, 'newer'],
  ['a draft without its text', first, { ...draftV1, content: {} }, 'damaged'],
  [
    'a draft with a measure under a check’s id',
    first,
    {
      ...draftV1,
      content: { ...draftV1.content, measures: [{ id: 'two-step-on', what: '', who: '', every: 7 }] },
    },
    'damaged',
  ],
  ['a draft of a later version', first, { version: 9 }, 'newer'],
])('%s is told as such', (_, key, raw, kind) => {
  const contents = contentsOf({ [key]: raw })
  expect(kind === 'damaged' ? [...contents.damaged.keys()] : [...contents.newer]).toEqual([key])
})

test('keys name what lies there', () => {
  const place = { owner: 'store-1', register: 'people', row: 'row-1' } as const
  expect(rowKey(place)).toBe(people)
  expect(placeOf(people)).toEqual(place)
  expect(draftKey('draft-1', 1)).toBe(first)
})

describe('writing a small key', () => {
  test('what is damaged is set aside in the same write; what is newer is not touched', async () => {
    const storage = storageOf({ [people]: 'broken', [computers]: newer })
    const row = rowKind.decode(registerRowV1)
    if (row.kind !== 'read') throw new Error(row.kind)
    const put = (key: string) => ({ put: [entry(rowKind, key, row.value)] })
    expect((await find(storage, rowKind, people)).kind).toBe('damaged')
    await commit(storage, put(people))
    expect(storage.data).toMatchObject({ [people]: registerRowV1, [`damaged/${people}`]: 'broken' })
    await expect(commit(storage, put(computers))).rejects.toThrow(NewerVersionError)
    await expect(commit(storage, { remove: [people, computers] })).rejects.toThrow(NewerVersionError)
    expect(storage.data).toMatchObject({ [people]: registerRowV1, [computers]: newer })
  })

  test('all that begin alike are found, and nothing else', async () => {
    const storage = storageOf({ [people]: registerRowV1, [computers]: 1, [first]: draftV1 })
    const found = slotsIn(await repositoryOn(storage).find({ begins: ['register/'] }), rowKind)
    expect(found.map(([key, { kind }]) => [key, kind])).toEqual([
      [people, 'read'],
      [computers, 'damaged'],
    ])
  })
})

describe('export and import', () => {
  const raw = { stores: storesPromisedV1, [people]: registerRowV1, [first]: draftV1 }
  const merge = (own: Record<string, unknown>, file: Record<string, unknown>) =>
    imported(own, contentsOf(file), 'merge')

  test('a file brings back everything', async () => {
    const found = await decodeExport(encodeExport(raw, '2026-03-04'))
    if (found.kind !== 'read') throw new Error(found.why)
    expect(await imported({}, found.contents, 'merge')).toEqual(raw)
    expect(await imported({}, found.contents, 'replace')).toEqual(raw)
  })

  test('of a row the later one stays', async () => {
    const early = { ...registerRowV1, values: { name: 'Ana' }, at: 1 }
    const late = { ...registerRowV1, values: { name: 'Ana B.' }, at: 2 }
    expect((await merge({ [people]: early }, { [people]: late }))?.[people]).toEqual(late)
    expect((await merge({ [people]: late }, { [people]: early }))?.[people]).toEqual(late)
  })

  test('a version that was written on in two places is two versions afterwards, and stays two', async () => {
    const own = { ...draftV1, rev: 'e-2', at: 2 }
    const theirs = { ...draftV1, rev: 'e-3', at: 1 }
    const file = { [first]: theirs, 'draft/draft-1/2': { ...draftV1, rev: 'e-4' } }
    const once = await merge({ [first]: own }, file)
    expect(once).toMatchObject({
      [first]: own,
      'draft/draft-1/2': file['draft/draft-1/2'],
      'draft/draft-1/3': theirs,
    })
    expect(await merge(once ?? {}, file)).toEqual(once)
  })

  test('promises and payouts of the file join those that are here', async () => {
    const [here, second] = storesPromisedV1.stores
    const { payouts: _payouts, ...bare } = here!
    const own = {
      ...storesPromisedV1,
      stores: [{ ...bare, measures: [{ ...here!.measures![1]!, title: 'Count it' }] }, second!],
    }
    const both = (await merge({ stores: own }, { stores: storesPromisedV1 }))?.[
      'stores'
    ] as typeof storesPromisedV1
    expect(both.stores[0]).toMatchObject({
      payouts: here!.payouts,
      measures: [{ id: 'own-2', title: 'Count it' }, { id: 'own-1a2b3c4d' }],
    })
  })

  test('the preview counts rows and drafts with their store or login', async () => {
    const file = contentsOf({ ...raw, [computers]: registerRowV1 })
    const preview = await previewOf({ stores: storesPromisedV1 }, file, '2026-03-04')
    expect(preview.merge.stores[0]).toMatchObject({ id: 'store-1', added: 2 })
    expect(preview.merge.shared).toMatchObject({ added: 1 })
    expect(preview.merge.other).toMatchObject({ added: 0 })
  })

  test.each([
    ['odd-characters', people, { ...registerRowV1, values: { name: 'a\u202eb' } }],
    ['odd-characters', people, { ...registerRowV1, values: { name: 'x'.repeat(501) } }],
    ['odd-characters', first, { ...draftV1, content: { ...draftV1.content, cause: 'x'.repeat(4001) } }],
    ['odd-names', 'register/store-1/people', registerRowV1],
    ['odd-names', 'draft/draft-1/0', draftV1],
    ['odd-names', 'draft/draft-1/1/2', draftV1],
  ])('refused for %s: %s', async (why, key, value) => {
    expect(await decodeExport(encodeExport({ [key]: value }, '2026-03-04'))).toMatchObject({
      kind: 'refused',
      why,
    })
  })

  test('what was set aside and can be read is put back', () => {
    expect(putBack({ [`damaged/${people}`]: registerRowV1 }, `damaged/${people}`)).toEqual({
      [people]: registerRowV1,
    })
  })
})

test('a store that starts over loses its rows, drafts and promises, and those of its login; others keep theirs', () => {
  const entry = {
    id: 'e-9',
    at: 0,
    day: '2026-03-04',
    store: 'store-1',
    what: { kind: 'store-reset' as const },
  }
  const others = {
    'register/store-2/people/row-1': registerRowV1,
    'register/login-2/computers/row-1': registerRowV1,
    'register/computer/extensions/row-1': registerRowV1,
    'draft/draft-2/1': { ...draftV1, store: 'store-2' },
  }
  const own = {
    stores: storesPromisedV1,
    [people]: registerRowV1,
    [computers]: registerRowV1,
    [first]: draftV1,
    'record/store-1/own-2': { version: 1, checked: '2026-03-04', events: [] },
    ...others,
  }
  const { 'journal/2026-03-04': _journal, stores, ...rest } = withoutAnswers(own, 'store-1', entry) ?? {}
  expect(rest).toEqual(others)
  const [first1, second] = storesPromisedV1.stores
  const { payouts: _payouts, measures: _measures, ...bare } = first1!
  expect(stores).toEqual({ ...storesPromisedV1, version: 2, stores: [{ ...bare, began: entry.day }, second] })
})
