import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overview } from '../../src/domain/overview'
import { largestFile } from '../../src/domain/stored-data/import-report'
import { contentsOf, singleOf, valuesOf } from '../../src/storage/contents'
import { decodeExport, encodeExport } from '../../src/storage/export-file'
import { journalKind } from '../../src/storage/kinds/journal'
import { recordKind } from '../../src/storage/kinds/record'
import { settingsKind } from '../../src/storage/kinds/settings'
import { storesKind } from '../../src/storage/kinds/stores'
import { imported } from '../../src/storage/merge'
import { fuzzing, fuzzTimeout, tried } from '../support/fuzz'
import { fakePlatform } from '../support/platform'
import { on } from '../support/time'
import {
  draftV1,
  journalDayV1,
  journalDroppedV1,
  journalDropsV1,
  recordsV1,
  registerRowV1,
  runV1,
  settingsV1,
  storesV1,
} from './fixtures'
import { readChecklist } from './stored'

const now = on('2026-03-04')

const whole = {
  stores: storesV1,
  settings: settingsV1,
  showings: { version: 1, since: 1772600000000, opened: true, shown: [1772611200000] },
  'journal/2026-03-04': journalDayV1,
  'journal-dropped': journalDroppedV1,
  'journal-drops': journalDropsV1,
  'record/login-1/two-step-on': recordsV1['checked after a snooze'],
  'record/store-1/a-chore-of-2031': recordsV1['checked once'],
  'run/run-1': runV1,
  'register/store-1/people/row-1': registerRowV1,
  'draft/d/1': draftV1,
  'drawer/of-a-later-version': { version: 3, anything: ['goes', { here: null }] },
  'damaged/settings': 'torn',
}

/** An export of version 1, as a browser saved it. Never changed. */
const fileV1 = `{"format":"nightlatch-export","version":1,"made":"2026-03-04","entries":{
"stores":{"version":1,"stores":[{"id":"store-1","name":"Müller","login":"login-1","fronts":[],"profile":{}}],"current":"store-1"},
"settings":{"version":1,"who":"Ana","badge":false},
"record/login-1/two-step-on":{"version":1,"checked":"2026-03-01","events":["e-1"]},
"journal/2026-03-01":{"version":1,"entries":[{"id":"e-1","at":1772355600000,"day":"2026-03-01","store":"store-1","what":{"kind":"answered","item":"two-step-on","answer":{"kind":"checked"}}}]}
}}
`

async function refusalOf(text: string) {
  const found = await decodeExport(text)
  return found.kind === 'refused' ? found.why : 'taken'
}

const fileOf = (entries: unknown, more: Record<string, unknown> = {}) =>
  JSON.stringify({ format: 'nightlatch-export', version: 1, made: '2026-03-04', entries, ...more })

const tail = 'register/store-1/payout-account/only'
const many = (count: number, prefix: string, make: (id: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, id) => [`${prefix}${id + 1}`, make(id + 1)]))

describe('an export', () => {
  test('holds everything, and into an empty browser it brings everything', async () => {
    const found = await decodeExport(encodeExport(whole, '2026-03-04'))
    expect(found).toMatchObject({ kind: 'read', made: '2026-03-04' })
    if (found.kind === 'refused') return
    // When cards were shown is of the browser alone that showed them.
    const { showings: _showings, ...everything } = whole
    expect(await imported({}, found.contents, 'replace')).toEqual(everything)
    expect(await imported({}, found.contents, 'merge')).toEqual(everything)
  })

  test('of version 1 is read for ever, with a byte order mark too', async () => {
    for (const text of [fileV1, `\ufeff${fileV1}`]) {
      const found = await decodeExport(text)
      if (found.kind === 'refused') throw new Error(found.why)
      expect(singleOf(found.contents, storesKind)?.stores[0]?.name).toBe('Müller')
      expect(singleOf(found.contents, settingsKind)).toEqual({ who: 'Ana', badge: false })
      const record = valuesOf(found.contents, recordKind).get('record/login-1/two-step-on')
      expect(record?.checked).toBe('2026-03-01')
      expect(valuesOf(found.contents, journalKind).get('journal/2026-03-01')).toHaveLength(1)
    }
  })

  test('takes what was set aside, whatever it is', async () => {
    const raw = { 'damaged/settings': 'torn \u0000', 'damaged/stores': { version: 1, stores: [] } }
    expect(await refusalOf(encodeExport(raw, '2026-03-04'))).toBe('taken')
  })

  test('of nothing is a file too', async () => {
    expect(await refusalOf(encodeExport({}, '2026-03-04'))).toBe('taken')
  })

  test('takes back whatever a name or a note may hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (note) => {
        fc.pre(!/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(note))
        const raw = { 'record/login-1/two-step-on': { version: 1, note, events: [] } }
        const found = await decodeExport(encodeExport(raw, '2026-03-04'))
        if (found.kind === 'refused') throw new Error(found.why)
        const record = valuesOf(found.contents, recordKind).get('record/login-1/two-step-on')
        expect(record?.note).toBe(note)
      }),
    )
  })
})

describe('a file is refused with the reason', () => {
  const record = { version: 1, events: [] }
  const named = (name: string) => ({
    stores: { ...storesV1, stores: [{ ...storesV1.stores[0], name }], current: 'store-1' },
  })
  test.each([
    ['nothing in it', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['cut off in the middle', fileV1.slice(0, fileV1.length / 2), 'not-json'],
    ['cut off by one', fileV1.trimEnd().slice(0, -1), 'not-json'],
    ['two of them', fileV1 + fileV1, 'not-json'],
    ['HTML', '<!doctype html><p>hello', 'not-json'],
    ['UTF-16 read as UTF-8', fileV1.split('').join('\0'), 'not-json'],
    ['a list', '[]', 'not-ours'],
    ['a number', '1', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['another program’s', '{"format":"another","version":1,"made":"2026-03-04","entries":{}}', 'not-ours'],
    ['no entries', '{"format":"nightlatch-export","version":1,"made":"2026-03-04"}', 'not-ours'],
    ['entries in a list', fileOf([]), 'not-ours'],
    ['a day that does not exist', fileOf({}, { made: '2026-02-30' }), 'not-ours'],
    ['no whole version', fileOf({}, { version: 1.5 }), 'not-ours'],
    ['version 0', fileOf({}, { version: 0 }), 'not-ours'],
    ['a later version', fileOf({}, { version: 2 }), 'newer'],
    ['a part of a later version', fileOf({ settings: { version: 2 } }), 'newer'],
    ['stores that cannot be read', fileOf({ stores: 'torn' }), 'not-ours'],
    ['no store that is shown', fileOf({ stores: { ...storesV1, stores: [storesV1.stores[1]] } }), 'not-ours'],
    [
      'two stores of one id',
      fileOf({ stores: { ...storesV1, stores: [storesV1.stores[0], storesV1.stores[0]] } }),
      'not-ours',
    ],
    ['deep lists', '['.repeat(200_000), 'too-deep'],
    ['deep objects', '{"a":'.repeat(200_000), 'too-deep'],
    ['a deep part', fileOf({ x: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) }), 'too-deep'],
    ['three million values', fileOf({ x: new Array(3_000_000).fill(0) }), 'too-many'],
    ['a name of every object', '{"__proto__":{"polluted":1}}', 'odd-names'],
    ['such a name in a part', fileOf(JSON.parse('{"settings":{"__proto__":{"polluted":1}}}')), 'odd-names'],
    ['such a name escaped', fileOf({}).replace('{}', '{"\\u005f_proto__":{}}'), 'odd-names'],
    ['a constructor', fileOf({ constructor: { prototype: {} } }), 'odd-names'],
    ['a key with a space', fileOf({ 'record/store-1/two step': record }), 'odd-names'],
    ['a key with a way up', fileOf({ 'record/../stores/x/y': record }), 'odd-names'],
    ['a very long key', fileOf({ ['x'.repeat(300)]: 1 }), 'odd-names'],
    ['a day that is none as key', fileOf({ 'journal/2026-99-99': journalDayV1 }), 'odd-names'],
    ['a name read from right to left', fileOf(named('shop\u202egpj.exe')), 'odd-characters'],
    ['a control character', fileOf(named('shop\u0007')), 'odd-characters'],
    ['a name without end', fileOf(named('x'.repeat(100_000))), 'odd-characters'],
    [
      'a note with an escape sequence',
      fileOf({ 'record/store-1/two-step-on': { ...record, note: '\u001b[31m' } }),
      'odd-characters',
    ],
    [
      'the same set aside, where it could be put back',
      fileOf({ 'damaged/2/record/store-1/two-step-on': { ...record, note: '\u202e' } }),
      'odd-characters',
    ],
    [
      'more set aside than can ever have been',
      fileOf(Object.fromEntries(Array.from({ length: 1001 }, (_, count) => [`damaged/${count}/x`, 1]))),
      'too-many',
    ],
    [
      'a thousand and one runs',
      fileOf(many(1001, 'run/r', (id) => ({ ...runV1, id: `r${id}` }))),
      'too-many',
    ],
    [
      'a run of no end',
      fileOf({ 'run/run-1': { ...runV1, log: new Array(5001).fill(runV1.log[0]) } }),
      'too-many',
    ],
    ['a run under another name', fileOf({ 'run/run-2': runV1 }), 'odd-names'],
    ['thousands of rows', fileOf(many(5001, 'register/store-1/people/r', () => registerRowV1)), 'too-many'],
    [
      'a row of a long name',
      fileOf({ [`register/store-1/people/${'r'.repeat(21)}`]: registerRowV1 }),
      'odd-names',
    ],
    [
      'more than the end of an account',
      fileOf({ [tail]: { ...registerRowV1, values: { digits: '12345678' } } }),
      'odd-characters',
    ],
    ['thousands of drafts', fileOf(many(5001, 'draft/d/', () => draftV1)), 'too-many'],
    [
      'a draft without end',
      fileOf({ 'draft/d/1': { ...draftV1, content: { ...draftV1.content, cause: 'x'.repeat(100_000) } } }),
      'odd-characters',
    ],
    [
      'a store that no message could name',
      fileOf({ stores: { ...storesV1, stores: [{ ...storesV1.stores[0], id: 's'.repeat(41) }] } }),
      'odd-names',
    ],
    ['a record of such a store', fileOf({ [`record/${'s'.repeat(41)}/two-step-on`]: record }), 'odd-names'],
    [
      'a run that no message could name',
      fileOf({ [`run/${'r'.repeat(41)}`]: { ...runV1, id: 'r'.repeat(41) } }),
      'odd-names',
    ],
    ['a draft that no message could name', fileOf({ [`draft/${'d'.repeat(41)}/1`]: draftV1 }), 'odd-names'],
    ['a draft that leaves no number for the next', fileOf({ 'draft/d/999999': draftV1 }), 'odd-names'],
  ])('%s', async (_, text, why) => {
    expect(await refusalOf(text)).toBe(why)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('50 MB, without looking into it', async () => {
    expect(await refusalOf(' '.repeat(2 * largestFile))).toBe('too-large')
  })
})

test('what only a later version knows of a record is brought in with it', async () => {
  const raw = {
    'record/store-1/user-list-review': { version: 1, checked: '2026-03-01', events: [], of2031: [1] },
  }
  const found = await decodeExport(fileOf(raw))
  if (found.kind === 'refused') throw new Error(found.why)
  for (const mode of ['merge', 'replace'] as const)
    expect(await imported({}, found.contents, mode)).toEqual(raw)
  const text = fileOf({ 'record/store-1/user-list-review': { version: 1, events: [], of2031: '\u202e' } })
  expect(await refusalOf(text)).toBe('odd-characters')
})

test('what cannot be read in a file is named, and the rest is taken', async () => {
  const found = await decodeExport(
    fileOf({
      settings: 'torn',
      'record/login-1/two-step-on': { version: 1, checked: 'long ago', events: [] },
      'record/store-1/user-list-review': recordsV1['checked once'],
      'record/store-1/negative': { version: 1, pace: { every: -4, on: '2026-03-01' }, events: [] },
      'record/store-1/far': { version: 1, quietUntil: 1e300, events: [] },
      'record/store-1/farther': { version: 1, checked: '+275760-09-13', events: [] },
    }),
  )
  if (found.kind === 'refused') throw new Error(found.why)
  expect([...found.contents.damaged.keys()].sort()).toEqual([
    'record/login-1/two-step-on',
    'record/store-1/far',
    'record/store-1/farther',
    'record/store-1/negative',
    'settings',
  ])
  expect(await imported({}, found.contents, 'replace')).toEqual({
    'record/store-1/user-list-review': recordsV1['checked once'],
  })
})

describe('fuzz', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(...Object.values(whole), '__proto__', -1, 1e300, '2026-02-30'),
  )
  const keys = fc.oneof(fc.constantFrom(...Object.keys(whole), 'applied', 'journal/2026-03-05'), fc.string())

  test('files of odd parts: refused or taken, never thrown; and what is taken can be shown', {
    timeout: fuzzTimeout,
  }, async () => {
    let files = 0
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, odd, { maxKeys: 8 }), async (entries) => {
        files += 1
        const found = await decodeExport(fileOf(entries))
        if (found.kind === 'refused') return
        for (const mode of ['merge', 'replace'] as const) {
          const after = await imported(whole, found.contents, mode)
          if (!after) throw new Error('nothing here is of a later version')
          const { storage } = fakePlatform({ kept: { local: { ...after }, session: {}, alarms: new Map() } })
          overview((await readChecklist(storage)).checklist, now)
          expect(contentsOf(after).damaged.size).toBe(0)
        }
      }),
      fuzzing(2_000, 0.06),
    )
    tried('files of odd parts', files)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('damaged files: one byte changed, or cut', { timeout: fuzzTimeout }, async () => {
    const good = encodeExport(whole, '2026-03-04')
    let files = 0
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.boolean(),
        async (at, text, isCut) => {
          files += 1
          await decodeExport(isCut ? good.slice(0, at) + text : good.slice(0, at) + text + good.slice(at + 1))
        },
      ),
      fuzzing(2_000, 0.03),
    )
    tried('damaged files', files)
  })
})
