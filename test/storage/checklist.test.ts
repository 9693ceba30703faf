import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, emptyChecklist } from '../../src/domain/checklist'
import { overview } from '../../src/domain/overview'
import { NewerVersionError } from '../../src/storage/format/codec'
import { journalKind } from '../../src/storage/kinds/journal'
import { recordKind } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { remembering } from '../../src/storage/remembering'
import { createRepository } from '../../src/storage/repository'
import {
  answered,
  checked,
  history,
  later,
  newId,
  recordOf,
  reported,
  storeAdded,
} from '../support/checklist'
import { fakePlatform } from '../support/platform'
import { on } from '../support/time'
import { journalDayV1, recordsV1, storesV1, storesV2 } from './fixtures'
import { readChecklist, writeChecklist } from './stored'

const now = on('2026-03-04')
const key = 'record/login-1/two-step-on'

/** A browser in which this lies. */
function areaWith(data: Record<string, unknown>) {
  return fakePlatform({ kept: { local: structuredClone(data), session: {}, alarms: new Map() } }).storage
}

const entryOf = (id: string, day = '2026-03-04') => ({
  id,
  at: now.epochMilliseconds,
  day,
  store: 'store-1',
  what: { kind: 'answered' as const, item: 'two-step-on', answer: { kind: 'checked' as const } },
})

test('what lies in storage is told at every reading, whatever lay there before', async () => {
  const values = [
    { version: 1, checked: '2026-03-01', events: ['one'] },
    { version: 1, checked: '2026-03-02', events: ['one'] },
    { version: 1, events: ['one'] },
    { version: 1, checked: '2026-03-01', events: 'one' },
    { version: 2, checked: '2026-03-01', events: ['one'] },
    { gone: true },
  ]
  const told = async (raw: unknown) => {
    const { checklist, damaged, newer } = await readChecklist(areaWith({ [key]: raw }))
    return { records: checklist.records, damaged: [...damaged.keys()], newer: [...newer] }
  }
  for (const before of values) {
    for (const after of values) {
      const alone = recordKind.decode(after)
      await told(before)
      expect(await told(after)).toEqual({
        records: alone.kind === 'read' ? { 'login-1/two-step-on': alone.value } : {},
        damaged: alone.kind === 'damaged' ? [key] : [],
        newer: alone.kind === 'newer' ? [key] : [],
      })
    }
  }
})

describe('shapes that were shipped are read for ever', () => {
  test('the stores of version 1', () => {
    const { version: _version, ...value } = storesV1
    expect(storesKind.decode(storesV1)).toEqual({ kind: 'read', value })
  })

  test('the stores of version 2, with the first day of each', () => {
    const { version: _version, ...value } = storesV2
    expect(storesKind.decode(storesV2)).toEqual({ kind: 'read', value })
  })

  test.each(Object.entries(recordsV1))('a record of version 1: %s', (_, raw) => {
    const { version: _version, ...value } = raw
    expect(recordKind.decode(raw)).toEqual({ kind: 'read', value })
  })

  test('a day of the journal of version 1', () => {
    expect(journalKind.decode(journalDayV1)).toEqual({ kind: 'read', value: journalDayV1.entries })
  })

  test('all of them together can be shown', async () => {
    const records = Object.values(recordsV1)
    const items = overview(emptyChecklist, now).areas.flatMap((area) => area.items)
    const data: Record<string, unknown> = { stores: storesV1 }
    for (const [index, { id }] of items.entries()) {
      for (const owner of ['store-1', 'login-1', 'computer'])
        data[`record/${owner}/${id}`] = records[index % records.length]
    }
    const { checklist, damaged, newer } = await readChecklist(areaWith(data))
    expect([...damaged.keys(), ...newer]).toEqual([])
    expect(overview(checklist, now).store).toMatchObject({ name: 'Müller & Söhne', letter: 'A' })
  })
})

describe('what is stored is what is read', () => {
  const full = later(
    history(
      [on('2026-03-01'), checked('two-step-on'), storeAdded('store-2', 'login-2', 'Zweiter Laden')],
      [on('2026-03-02'), answered('user-list-review', { kind: 'snoozed', for: 'next-week' }, 'store-2')],
      [on('2026-03-02'), answered('mailbox-secured', { kind: 'dismissed', reason: 'no mailbox' })],
      [on('2026-03-02'), answered('extension-audit', { kind: 'handled-elsewhere', by: 'IT 部门' })],
      [on('2026-03-03'), reported('account-deactivated'), reported('laptop-lost', 'store-2')],
      [on('2026-03-03'), answered('two-step-on', { kind: 'noted', note: 'line one\nline two 注意' })],
      [on('2026-03-03'), answered('password-age-review', { kind: 'paced', every: 'off' })],
      [on('2026-03-03'), answered('mailbox-rules-check', { kind: 'closed' })],
    ),
    [now, { id: newId(), store: 'store-2', kind: 'profile-answered', profile: { help: 'both' } }],
    [now, { id: newId(), store: 'store-1', kind: 'store-removed' }],
  )

  test('a whole checklist', async () => {
    const area = areaWith({})
    await writeChecklist(area, await readChecklist(area), full)
    expect((await readChecklist(area)).checklist).toEqual(full)
  })

  test('each value by itself', () => {
    expect(Object.keys(storesKind.encode(full))).toEqual(['version', 'stores', 'current'])
    expect(storesKind.decode(storesKind.encode(full))).toEqual({
      kind: 'read',
      value: { stores: full.stores, current: full.current },
    })
    for (const record of Object.values(full.records)) {
      expect(recordKind.decode(JSON.parse(JSON.stringify(recordKind.encode(record))))).toEqual({
        kind: 'read',
        value: record,
      })
    }
    expect(journalKind.decode(journalKind.encode([entryOf('e-1')]))).toEqual({
      kind: 'read',
      value: [entryOf('e-1')],
    })
  })

  test('nothing stored is a new seller', async () => {
    const { checklist, damaged, newer } = await readChecklist(areaWith({}))
    expect(checklist).toEqual(emptyChecklist)
    expect([...damaged, ...newer]).toEqual([])
  })
})

describe('an answer', () => {
  test('writes its own record and the day of the journal, in one call, and nothing else', async () => {
    const area = areaWith({ stores: storesV1, [key]: recordsV1.planned })
    const reading = await readChecklist(area)
    const after = apply(reading.checklist, checked('user-list-review'), now)
    await writeChecklist(area, reading, after, entryOf('e-9'))
    expect(area.writes.map((items) => Object.keys(items))).toEqual([
      ['record/store-1/user-list-review', 'journal/2026-03-04'],
    ])
  })

  test('that changes nothing writes nothing', async () => {
    const area = areaWith({ stores: storesV1 })
    const reading = await readChecklist(area)
    await writeChecklist(area, reading, reading.checklist, entryOf('e-9'))
    expect(area.writes).toEqual([])
  })

  test('is added to the entries of its day', async () => {
    const area = areaWith({ 'journal/2026-03-04': journalDayV1 })
    const reading = await readChecklist(area)
    await writeChecklist(area, reading, apply(reading.checklist, checked('two-step-on'), now), entryOf('e-9'))
    const day = journalKind.decode(area.data['journal/2026-03-04'])
    expect(day.kind === 'read' && day.value.map(({ id }) => id)).toEqual(['e-1', 'e-2', 'e-3', 'e-9'])
  })

  test('does not need the journal to be read', async () => {
    const area = areaWith({ 'journal/2026-03-03': journalDayV1, stores: storesV1 })
    await readChecklist(area)
    expect(area.reads.flat().filter((name) => name?.startsWith('journal') || name === null)).toEqual([])
  })
})

const rubbish: [string, unknown][] = [
  ['null', null],
  ['a number', 7],
  ['NaN', Number.NaN],
  ['a text', 'checked'],
  ['a long text', 'x'.repeat(1_000_000)],
  ['true', true],
  ['a list', []],
  ['a list of itself', [{ version: 1, events: [] }]],
  ['an empty object', {}],
  ['no version', { checked: '2026-03-04', events: [] }],
  ['version as text', { version: '1', events: [] }],
  ['version 0', { version: 0, events: [] }],
  ['version 1.5', { version: 1.5, events: [] }],
  ['no events', { version: 1, checked: '2026-03-04' }],
  ['events of the wrong type', { version: 1, events: [1, 2] }],
  ['a day that does not exist', { version: 1, checked: '2026-02-30', events: [] }],
  ['a day as a number', { version: 1, checked: 20260304, events: [] }],
  ['a moment as text', { version: 1, quietUntil: 'tomorrow', events: [] }],
  ['a moment before all time', { version: 1, quietUntil: -1, events: [] }],
  ['an unknown standing', { version: 1, standing: { kind: 'forgotten' }, events: [] }],
  ['a standing without its day', { version: 1, standing: { kind: 'not-for-me' }, events: [] }],
  ['a note that is no text', { version: 1, note: { html: '<b>' }, events: [] }],
  ['null inside', { version: 1, checked: null, events: [] }],
  ['an interval as text', { version: 1, pace: { every: 'daily', on: '2026-03-04' }, events: [] }],
]

test('looked at closely, a store is read and the others are recalled', async () => {
  const area = remembering(
    areaWith({
      stores: storesKind.encode({
        stores: ['1', '2', '3'].map((id) => ({
          id: `store-${id}`,
          name: '',
          login: `login-${id}`,
          fronts: [],
          profile: {},
        })),
        current: 'store-1',
      }),
      [key]: recordsV1['checked once'],
    }),
  )
  const recalled: string[] = []
  const recall: typeof area.recall = (keys, decode) => {
    recalled.push(...keys)
    return area.recall(keys, decode)
  }
  const reading = await createRepository({ ...area, recall }).read({ stores: ['store-2'] })
  expect(new Set(recalled.map((name) => name.split('/')[1]))).toEqual(new Set(['store-3', 'login-3']))
  expect(reading).toEqual(await createRepository(area).read())
})

describe('damage', () => {
  test.each(rubbish)('a record that is %s costs this record alone, and is kept', async (_, raw) => {
    const area = areaWith({
      stores: storesV1,
      [key]: raw,
      'record/store-1/user-list-review': recordsV1['checked once'],
    })
    const reading = await readChecklist(area)
    expect(recordOf(reading.checklist, 'two-step-on')).toBeUndefined()
    expect(recordOf(reading.checklist, 'user-list-review')?.checked).toBe('2026-03-04')
    expect([...reading.damaged]).toEqual([[key, raw]])
    // Reading alone moves nothing.
    expect(area.writes).toEqual([])

    // Another item's answer leaves it where it is.
    await writeChecklist(area, reading, apply(reading.checklist, checked('mailbox-secured'), now))
    expect(area.data[key]).toEqual(raw)

    // Its own answer sets it aside, in the same call.
    const again = await readChecklist(area)
    await writeChecklist(area, again, apply(again.checklist, checked('two-step-on'), now))
    expect(area.writes.at(-1)).toEqual({
      [key]: expect.objectContaining({ checked: '2026-03-04' }),
      [`damaged/${key}`]: raw,
    })
    expect(recordOf((await readChecklist(area)).checklist, 'two-step-on')?.checked).toBe('2026-03-04')
  })

  test.each(rubbish)(
    'stores that are %s are kept until they are written again, then set aside',
    async (_, raw) => {
      const area = areaWith({ stores: raw, [key]: recordsV1['checked once'] })
      const reading = await readChecklist(area)
      expect(recordOf(reading.checklist, 'two-step-on')?.checked).toBe('2026-03-04')
      await writeChecklist(area, reading, apply(reading.checklist, checked('mailbox-secured'), now))
      expect(area.data['stores']).toEqual(raw)
      const again = await readChecklist(area)
      const named = apply(
        again.checklist,
        { id: newId(), store: 'store-1', kind: 'store-named', name: 'Shop' },
        now,
      )
      await writeChecklist(area, again, named)
      expect(area.data['damaged/stores']).toEqual(raw)
    },
  )

  test.each(rubbish)(
    'a day of the journal that is %s is set aside by the next answer of that day',
    async (_, raw) => {
      const area = areaWith({ 'journal/2026-03-04': raw })
      const reading = await readChecklist(area)
      await writeChecklist(
        area,
        reading,
        apply(reading.checklist, checked('two-step-on'), now),
        entryOf('e-9'),
      )
      expect(area.data['damaged/journal/2026-03-04']).toEqual(raw)
      expect(journalKind.decode(area.data['journal/2026-03-04'])).toMatchObject({
        kind: 'read',
        value: [{ id: 'e-9' }],
      })
    },
  )

  test('stores without a single one are damaged, not an empty shop', () => {
    expect(storesKind.decode({ version: 1, stores: [], current: 'store-1' }).kind).toBe('damaged')
  })

  test('nothing that was polluted gets in', () => {
    const raw = JSON.parse(
      '{"version":1,"events":[],"__proto__":{"checked":"2026-03-04"},"constructor":{"prototype":{"x":1}}}',
    )
    const found = recordKind.decode(raw)
    expect(found).toEqual({ kind: 'read', value: { events: [] } })
    expect(found.kind === 'read' && found.value.checked).toBeUndefined()
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('what a later version wrote', () => {
  const newer = { version: 9, anything: ['else'] }

  test('is recognised as such', () => {
    for (const decode of [recordKind.decode, storesKind.decode, journalKind.decode]) {
      expect(decode(newer)).toEqual({ kind: 'newer' })
    }
  })

  test.each([
    ['a record', key, checked('two-step-on')],
    ['the stores', 'stores', { id: newId(), store: 'store-1', kind: 'store-named', name: 'Shop' }],
    ['the day of the journal', 'journal/2026-03-04', checked('two-step-on')],
  ] as const)(
    '%s is never overwritten, and nothing else of that answer is written',
    async (_, name, event) => {
      const area = areaWith({ [name]: newer })
      const reading = await readChecklist(area)
      await expect(
        writeChecklist(area, reading, apply(reading.checklist, event, now), entryOf('e-9')),
      ).rejects.toThrow(NewerVersionError)
      expect(area.data).toEqual({ [name]: newer })
    },
  )

  test('does not stop answers to other items', async () => {
    const area = areaWith({ [key]: newer })
    const reading = await readChecklist(area)
    await writeChecklist(
      area,
      reading,
      apply(reading.checklist, checked('mailbox-secured'), now),
      entryOf('e-9'),
    )
    expect(recordOf((await readChecklist(area)).checklist, 'mailbox-secured')?.checked).toBe('2026-03-04')
  })
})

describe('what we no longer know', () => {
  test('records of items that left, of stores that are gone and other keys stay as they are', async () => {
    const strange = {
      'record/login-1/left-the-catalogue': recordsV1['checked once'],
      'record/store-77/user-list-review': recordsV1['checked once'],
      'record/no-slash': 7,
      'written-by-somebody-else': { a: 1 },
      'damaged/stores': 'what was set aside last year',
    }
    const area = areaWith(strange)
    const reading = await readChecklist(area)
    const after = later(reading.checklist, [now, checked('two-step-on'), storeAdded('store-2')])
    await writeChecklist(area, reading, after, entryOf('e-9'))
    expect(area.data).toMatchObject(strange)
  })

  // The browser is asked about each of them, and rejects what is no host.
  test('store fronts that nobody knows cost themselves alone', () => {
    const fronts = [
      'a*b',
      'sellercentral.amazon.example',
      7,
      null,
      '__proto__',
      ...storesV1.stores[0]!.fronts,
    ]
    const found = storesKind.decode({ ...storesV1, stores: [{ ...storesV1.stores[0], fronts }] })
    expect(found.kind === 'read' && found.value.stores[0]).toEqual(storesV1.stores[0])
  })

  // An id that leaves is dropped on read without harm to the rest.
  test('a report of a kind that left costs the report, not the date of the last check', () => {
    const raw = {
      ...recordsV1['checked once'],
      happened: { what: 'left-the-catalogue', on: '2026-03-04', by: { day: '2026-03-05' } },
    }
    const found = recordKind.decode(raw)
    expect(found.kind === 'read' && found.value.checked).toBe('2026-03-04')
  })
})

describe('a value that is read can also be shown', () => {
  const shown = async (record: object) => {
    const { checklist } = await readChecklist(areaWith({ [key]: { version: 1, events: [], ...record } }))
    return overview(checklist, now).counted
  }

  test('an ordinary one', async () => {
    expect(await shown({ checked: '2026-03-01' })).toBe(8)
  })

  // One damaged key must not take the whole checklist with it.
  test.each([
    ['an interval of minus five days', { checked: '2026-03-01', pace: { every: -5, on: '2026-03-01' } }],
    [
      'an interval of more days than there are',
      { checked: '2026-03-01', pace: { every: 1e15, on: '2026-03-01' } },
    ],
    ['the last day of the calendar', { checked: '+275760-09-13' }],
    ['set aside on the last day of the calendar', { standing: { kind: 'not-for-me', on: '+275760-09-13' } }],
  ])('%s', async (_, record) => {
    expect(await shown(record)).toBeGreaterThan(0)
  })

  test('a moment that no clock can show is damage', () => {
    const raw = { version: 1, standing: { kind: 'planned', until: 1e300, on: '2026-03-01' }, events: [] }
    expect(recordKind.decode(raw).kind).toBe('damaged')
  })

  test('stores that are all taken off the list', async () => {
    const stores = storesV1.stores.map((store) => ({ ...store, removed: '2026-03-01' }))
    const { checklist } = await readChecklist(areaWith({ stores: { ...storesV1, stores } }))
    expect(overview(checklist, now)).toMatchObject({ stores: [{ id: 'store-1' }], counted: 0 })
  })
})

describe('anything at all under a key', () => {
  const runs = { numRuns: 500, seed: 20260304 }
  const nearly = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        version: fc.constantFrom<unknown>(1, 2, 0, '1', null),
        events: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        checked: fc.oneof(fc.constantFrom('2026-03-04', '2026-02-30', ''), fc.jsonValue()),
        standing: fc.oneof(
          fc.record({
            kind: fc.constantFrom('planned', 'not-for-me', 'x'),
            on: fc.constant('2026-03-04'),
            until: fc.jsonValue(),
          }),
          fc.jsonValue(),
        ),
        stores: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
        entries: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
        current: fc.jsonValue(),
        before: fc.jsonValue(),
        __proto__: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  )

  test('is answered, never thrown', () => {
    fc.assert(
      fc.property(nearly, (raw) => {
        for (const decode of [recordKind.decode, storesKind.decode, journalKind.decode]) {
          const found = decode(raw)
          if (found.kind === 'damaged') expect(found.raw).toBe(raw)
          expect(['read', 'damaged', 'newer']).toContain(found.kind)
        }
      }),
      runs,
    )
  })

  test('is not lost by an answer, and everything else is still there', async () => {
    await fc.assert(
      fc.asyncProperty(nearly, nearly, nearly, async (record, stores, day) => {
        const raw = {
          [key]: record,
          stores,
          'journal/2026-03-04': day,
          'record/login-1/mailbox-secured': recordsV1['checked once'],
        }
        const area = areaWith(raw)
        const reading = await readChecklist(area)
        const [store] = reading.checklist.stores
        const event = checked('bookmark-signin', store?.id)
        const newerDay = journalKind.decode(day).kind === 'newer'
        await writeChecklist(area, reading, apply(reading.checklist, event, now), entryOf('e-9')).catch(
          (error: unknown) => {
            expect(newerDay && error instanceof NewerVersionError).toBe(true)
          },
        )
        expect(area.data[key]).toEqual(record)
        expect(area.data['stores']).toEqual(stores)
        expect(area.data['record/login-1/mailbox-secured']).toEqual(recordsV1['checked once'])
        if (journalKind.decode(day).kind === 'damaged')
          expect(area.data['damaged/journal/2026-03-04']).toEqual(day)
        if (newerDay) expect(area.data).toEqual(raw)
      }),
      { ...runs, numRuns: 200 },
    )
  })
})
