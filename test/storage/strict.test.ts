import { describe, expect, test } from 'vitest'
import { mostStores } from '../../src/domain/checklist'
import { mostCommitments, mostCommitmentsInAll } from '../../src/domain/commitment'
import { mostRows } from '../../src/domain/registers/register'
import { largestFile } from '../../src/domain/stored-data/import-report'
import { bytesIn } from '../../src/storage/bounds'
import { atOnce, contentsOf, valuesOf } from '../../src/storage/contents'
import { decodeExport, encodeExport } from '../../src/storage/export-file'
import { journalKind } from '../../src/storage/kinds/journal'
import { runKind } from '../../src/storage/kinds/run'
import { settingsKind, unreadSettings } from '../../src/storage/kinds/settings'
import { imported, isTooMuch, previewOf } from '../../src/storage/merge'
import {
  draftV1,
  journalDayV1,
  recordsV1,
  registerRowV1,
  runV1,
  storesPromisedV1,
  storesV1,
} from './fixtures'

const today = '2026-03-10'
const fileOf = (entries: Record<string, unknown>) => encodeExport(entries, today)
const read = async (entries: Record<string, unknown>) => {
  const found = await decodeExport(fileOf(entries), atOnce, today)
  if (found.kind === 'refused') throw new Error(`${found.why} ${found.where}`)
  return found.contents
}
const refusal = async (entries: Record<string, unknown>) => {
  const found = await decodeExport(fileOf(entries), atOnce, today)
  return found.kind === 'refused' ? found.why : 'taken'
}

const [store] = storesV1.stores
const key = 'record/login-1/two-step-on'
const storesWith = (part: object) => ({ stores: { ...storesV1, stores: [{ ...store, ...part }] } })
const commitmentsOf = (count: number, prefix = 'own-m') =>
  Array.from({ length: count }, (_, index) => ({
    ...storesPromisedV1.stores[0]!.measures![0]!,
    id: `${prefix}${index}`,
  }))
const singleRun = (raw: unknown) => valuesOf(contentsOf({ 'run/run-1': raw }), runKind).get('run/run-1')
const many = (count: number, make: (index: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)))

describe('ids are of their pattern, in the storage too', () => {
  const poison = [
    '__proto__',
    'constructor',
    'toString',
    'a b',
    'a\nATTACH:x',
    '',
    'x'.repeat(41),
    'é',
    7,
    null,
  ]
  test.each(poison)('%j is no id', (id) => {
    for (const [name, raw] of [
      ['stores', { ...storesV1, stores: [{ ...store, id }] }],
      ['stores', { ...storesV1, stores: [{ ...store, login: id }] }],
      ['stores', { ...storesV1, stores: [{ ...store, measures: [{ ...commitmentsOf(1)[0], id }] }] }],
      ['run/run-1', { ...runV1, id }],
      ['run/run-1', { ...runV1, store: id }],
      ['run/run-1', { ...runV1, playbook: id }],
      ['draft/d/1', { ...draftV1, store: id }],
      ['draft/d/1', { ...draftV1, run: id }],
    ] as const)
      expect([...contentsOf({ [name]: raw }).damaged.keys()], JSON.stringify(raw)).toEqual([name])
  })

  test.each(poison)('%j is no step and no clock: such a line of a run says nothing', (id) => {
    const lines = [
      { kind: 'stepped', step: id },
      { kind: 'stepped', step: 'one', answer: id },
      { kind: 'wrote', step: id, what: 'note', text: 'x' },
      { kind: 'clock-started', clock: id, way: 'by', on: today, due: { day: today } },
      { kind: 'told', clock: id, way: 'by', day: today },
      { kind: 'met', clock: id },
    ]
    const log = [runV1.log[0], ...lines.map((line, at) => ({ id: `e-${at}`, at: 1772614860000, ...line }))]
    const run = singleRun({ ...runV1, log })
    expect(run?.log.map(({ kind }) => kind)).toEqual(['started', ...lines.map(() => 'later-version')])
  })
})

describe('an entry of the journal', () => {
  const entry = journalDayV1.entries[0]!
  const odd = { toString: 1, valueOf: 1 }
  test.each([
    { kind: 'answered', item: odd, answer: { kind: 'checked' } },
    { kind: 'answered', item: 'two-step-on', answer: { kind: odd } },
    { kind: 'answered', item: 'two-step-on', answer: { kind: 'handled-elsewhere', by: odd } },
    { kind: 'answered', item: 'two-step-on' },
    { kind: 'answered', item: 'two-step-on', answer: null },
    { kind: 'happened', what: odd },
    { kind: 'measure-promised', measure: { title: odd } },
    { kind: 'measure-promised' },
    { kind: 'run-stepped', playbook: 'hijack', step: odd },
    { kind: 'run-closed', playbook: odd },
    { kind: odd },
    { kind: 'of-2031', more: [1] },
    {},
    null,
    'torn',
  ])('of %j costs itself alone, and is written as it lay there', (what) => {
    const raw = { version: 1, entries: [{ ...entry, id: 'e-0', what }, ...journalDayV1.entries] }
    const found = journalKind.decode(raw)
    if (found.kind !== 'read') throw new Error(found.kind)
    expect(found.value.map((one) => one.what.kind)).toEqual([
      'later-version',
      'answered',
      'answered',
      'happened',
    ])
    expect(journalKind.encode(found.value)).toEqual(raw)
  })
})

describe('settings are read one by one', () => {
  const sound = { version: 1, who: 'Ana', badge: false, quietHours: { from: 20, to: 8 } }
  test.each([
    { cardsPerDay: 0 },
    { cardsPerDay: 'many' },
    { cardGapHours: 1e9 },
    { quietHours: { from: 25, to: 8 } },
    { loginHosts: 'www.amazon.com' },
    { language: { toString: 1 } },
    { letterLanguage: ['de'] },
    { fillLetters: 'yes' },
    { roundOpensPages: 1 },
    { notifications: 'yes' },
    { pause: { until: 'for ever' } },
    { who: 'x'.repeat(501) },
    { ofLater: [1, 2] },
  ])('%j costs no other', (part) => {
    const raw = { ...sound, ...part }
    const [name = ''] = Object.keys(part)
    const { [name as 'who']: _none, version: _version, ...rest } = raw
    expect(settingsKind.decode(raw)).toEqual({ kind: 'read', value: rest })
    expect(unreadSettings(raw)).toEqual([name])
  })

  test('a login page that is none of Amazon’s costs itself', () => {
    const raw = { ...sound, loginHosts: ['a*b', 'www.amazon.de', 7, 'sellercentral.amazon.de'] }
    expect(settingsKind.decode(raw)).toMatchObject({ value: { loginHosts: ['www.amazon.de'] } })
  })

  test('of a file, what cannot be used is left out and named, and the rest is taken', async () => {
    const settings = {
      ...sound,
      cardsPerDay: 99,
      language: 'tlh',
      clock: 'sundial',
      letterLanguage: 'tlh',
      dateFormat: 'd MMM',
      pause: { until: 'told' },
    }
    const contents = await read({ settings })
    const taken = { version: 1, who: 'Ana', badge: false, quietHours: { from: 20, to: 8 } }
    for (const mode of ['merge', 'replace'] as const)
      expect((await imported({}, contents, mode))?.['settings']).toEqual(taken)
    expect(await previewOf({}, contents, today)).toMatchObject({
      leftOut: ['pause'],
      leftOutSettings: ['cardsPerDay', 'language', 'letterLanguage', 'dateFormat', 'clock'],
    })
  })
})

describe('hosts that nobody knows', () => {
  const fronts = ['a*b', 'evil.example', 'https://sellercentral.amazon.de/', 'sellercentral.amazon.de']
  test.each(['merge', 'replace'] as const)('come with no file: %s', async (mode) => {
    const contents = await read(storesWith({ fronts }))
    for (const own of [{}, { stores: storesPromisedV1 }]) {
      const after = await imported(own, contents, mode)
      expect(JSON.stringify(after)).not.toMatch(/a\*b|evil|https/)
      expect(JSON.stringify(after)).toContain('"sellercentral.amazon.de"')
    }
    expect((await previewOf({}, contents, today)).leftOut).toEqual(['store-fronts'])
  })

  test('hosts that are known are not said to be left out', async () => {
    expect((await previewOf({}, await read({ stores: storesV1 }), today)).leftOut).toEqual([])
  })
})

describe('what belongs to this browser', () => {
  const far = Date.UTC(2030, 0)
  const shown = { version: 1, since: far, opened: false, shown: [far, far + 1], told: far }
  const own = { version: 1, since: 1, opened: true, shown: [2] }
  test.each(['merge', 'replace'] as const)('when cards were shown is never taken: %s', async (mode) => {
    const file = {
      showings: shown,
      'damaged/showings': shown,
      'damaged/2/showings': shown,
      applied: 1,
      'written-by': 1,
    }
    for (const decode of [
      read,
      async (raw: Record<string, unknown>) => contentsOf({ showings: raw['showings'] }),
    ]) {
      expect(await imported({ showings: own }, await decode(file), mode)).toEqual({ showings: own })
      expect(await imported({}, await decode(file), mode)).toEqual({})
    }
  })

  test('settings that were set aside elsewhere cannot be put back here', async () => {
    const aside = { 'damaged/settings': { version: 1, notifications: true, pause: { until: 'told' } } }
    expect(await imported({}, await read(aside), 'merge')).toEqual({})
  })

  test('a pause that was chosen here stays, whatever replaces everything', async () => {
    const paused = { settings: { version: 1, pause: { until: 'told' }, badge: false } }
    for (const file of [{ stores: storesV1 }, { stores: storesV1, settings: { version: 1, who: 'Bo' } }]) {
      const after = await imported(paused, await read(file), 'replace')
      expect(after?.['settings']).toMatchObject({ pause: { until: 'told' } })
      expect(after?.['settings']).not.toHaveProperty('badge')
    }
  })
})

describe('days that have not been', () => {
  const { events } = recordsV1['checked once']
  const ahead = '2028-03-04'
  const later = Date.parse(`${ahead}T00:00Z`)
  test.each([
    [key, { version: 1, checked: ahead, events }],
    [key, { version: 1, checkedBefore: ahead, events }],
    [key, { version: 1, quietUntil: later, events }],
    [key, { version: 1, standing: { kind: 'planned', until: later, on: today }, events }],
    [key, { version: 1, standing: { kind: 'not-for-me', on: ahead }, events }],
    [key, { version: 1, happened: { what: 'laptop-lost', on: ahead, by: { day: ahead } }, events }],
    [key, { version: 1, happened: { what: 'laptop-lost', on: today, by: { at: later } }, events }],
    [key, { version: 1, pace: { every: 'off', on: ahead }, events }],
    [key, { version: 1, before: { checked: ahead }, events }],
    [`journal/${ahead}`, journalDayV1],
    ['journal/2026-03-04', { version: 1, entries: [{ ...journalDayV1.entries[0], at: later }] }],
    ['run/run-1', { ...runV1, log: [{ ...runV1.log[0], at: later }] }],
    ['register/store-1/people/row-1', { ...registerRowV1, at: later }],
    ['draft/d/1', { ...draftV1, at: later }],
  ])('of a file cost the part that tells of them: %s %j', async (name, value) => {
    const file = await read({ [name]: value, 'record/store-1/user-list-review': recordsV1['checked once'] })
    expect([...file.damaged.keys()]).toEqual([name])
    expect(Object.keys((await imported({}, file, 'replace')) ?? {})).toEqual([
      'record/store-1/user-list-review',
    ])
  })

  test('a day on the other side of the world is no day ahead', async () => {
    const file = { [key]: { version: 1, checked: '2026-03-11', events } }
    expect(await imported({}, await read(file), 'merge')).toEqual(file)
  })

  test.each(['0001-01-01', '1969-12-31', '2200-01-01', '9999-12-31'])(
    '%s is no day of any clock',
    (checked) => {
      expect(contentsOf({ [key]: { version: 1, checked, events } }).damaged.size).toBe(1)
    },
  )
})

describe('a file beyond a bound is refused', () => {
  const record = recordsV1['checked once']
  test.each<[string, Record<string, unknown>]>([
    [
      'stores',
      {
        stores: {
          ...storesV1,
          stores: Array.from({ length: mostStores + 1 }, (_, n) => ({ ...store, id: `s-${n}` })),
        },
      },
    ],
    ['store fronts', storesWith({ fronts: Array.from({ length: 400_000 }, (_, n) => `${n}`) })],
    ['measures of a store', storesWith({ measures: commitmentsOf(mostCommitments + 1) })],
    [
      'measures in all',
      {
        stores: {
          ...storesV1,
          stores: Array.from({ length: mostCommitmentsInAll / mostCommitments + 1 }, (_, n) => ({
            ...store,
            id: `s-${n}`,
            measures: commitmentsOf(mostCommitments),
          })),
        },
      },
    ],
    ['events of a record', { [key]: { ...record, events: Array.from({ length: 65 }, (_, n) => `e-${n}`) } }],
    ['records', many(40_001, (n) => [`record/s-${n}/two-step-on`, { version: 1, events: [] }])],
    ['rows of a register', many(mostRows + 1, (n) => [`register/store-1/people/r-${n}`, registerRowV1])],
    [
      'lines of a draft',
      {
        'draft/d/1': {
          ...draftV1,
          content: { ...draftV1.content, done: new Array(61).fill({ what: 'x', on: '' }) },
        },
      },
    ],
    [
      'days',
      many(20_001, (n) => [
        `journal/${new Date(n * 86_400_000).toISOString().slice(0, 10)}`,
        { version: 1, entries: [] },
      ]),
    ],
    ['values set aside', many(1001, (n) => [`damaged/${n + 2}/settings`, 'torn'])],
    ['values of later versions', many(1001, (n) => [`drawer/${n}`, 1])],
  ])('%s', async (_, entries) => {
    expect(await refusal(entries)).toBe('too-many')
  })

  test('the whole, in bytes and not in letters', async () => {
    const text = (length: number) => fileOf({ drawer: '检'.repeat(length) })
    const most = Math.floor((largestFile - bytesIn(text(0))) / 3)
    expect(Buffer.byteLength(text(most))).toBe(bytesIn(text(most)))
    expect(await decodeExport(text(most))).toMatchObject({ kind: 'read' })
    expect(await decodeExport(text(most + 1))).toMatchObject({ kind: 'refused', why: 'too-large' })
  })

  test('what joins what is here counts together, and what is here already counts for itself', async () => {
    const half = (begin: string) => ({ [`drawer-${begin}`]: 'x'.repeat(largestFile / 2) })
    const own = half('own')
    const both = (await imported(own, contentsOf(half('file')), 'merge')) ?? {}
    expect(await isTooMuch(own, both)).toBe(true)
    expect(await isTooMuch(own, (await imported(own, contentsOf(half('own')), 'merge')) ?? {})).toBe(false)
    expect((await previewOf(own, contentsOf(half('file')), today)).mergeIsTooMuch).toBe(true)
    const drawers = (begin: string, count: number) => many(count, (n) => [`${begin}-${n}`, 1])
    const full = drawers('own', 1000)
    const more = (await imported(full, contentsOf(drawers('file', 1)), 'merge')) ?? {}
    expect(await isTooMuch(full, more)).toBe(true)
    const beyond = drawers('own', 1100)
    expect(await isTooMuch(beyond, { ...beyond, [key]: record })).toBe(false)
    const measures = {
      stores: { ...storesV1, stores: [{ ...store, measures: commitmentsOf(150, 'own-a') }] },
    }
    const others = { stores: { ...storesV1, stores: [{ ...store, measures: commitmentsOf(150, 'own-b') }] } }
    const joined = (await imported(measures, contentsOf(others), 'merge')) ?? {}
    expect(await isTooMuch(measures, joined)).toBe(true)
  })
})

test('many set aside in many records are looked through once, not each in all others', async () => {
  const looked = async (count: number) => {
    const records = many(count * 10, (n) => [`record/s-${n}/two-step-on`, { version: 1, events: [] }])
    const asides = many(count, (n) => [`damaged/${n + 2}/settings`, { torn: n }])
    const { entries } = Object
    let seen = 0
    Object.entries = (value: object) => {
      const found = entries(value)
      seen += found.length
      return found
    }
    try {
      const after = await imported(
        { ...records, 'damaged/settings': 'torn' },
        contentsOf({ ...records, ...asides }),
        'merge',
      )
      expect(Object.keys(after ?? {})).toHaveLength(count * 11 + 1)
    } finally {
      Object.entries = entries
    }
    return seen
  }
  const [few, more] = [await looked(50), await looked(400)]
  expect(more).toBeLessThan(few * 8 * 1.5)
})
