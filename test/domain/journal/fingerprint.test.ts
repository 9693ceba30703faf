import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../../src/dashboard/downloads/csv'
import {
  canonicalEntry,
  compared,
  type EntryHash,
  earlierIn,
  type Fingerprint,
  fingerprintOf,
  fingerprintText,
  hashesOf,
  spanText,
} from '../../../src/domain/journal/fingerprint'
import type { JournalEntry } from '../../../src/domain/journal/journal'
import { journalKind } from '../../../src/storage/kinds/journal'

const sha256 = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const span = { from: '2026-03-01', to: '2026-03-31' }

const checked = (id: string, item = 'two-step-on'): JournalEntry => ({
  id,
  at: 1_772_600_000_000,
  day: '2026-03-04',
  store: 'store-1',
  what: { kind: 'answered', item, answer: { kind: 'checked' } },
})
const some = ['a', 'b', 'c'].map((id) => checked(id))

const reportOf = async (entries: readonly JournalEntry[]) => {
  const hashes = await hashesOf(entries, sha256)
  return { fingerprint: await fingerprintOf(span, hashes, sha256), hashes }
}
const now = (entries: readonly JournalEntry[]) => ({ entries, unreadable: 0 })

describe('the canonical form', () => {
  test('is the JSON of docs/report.md: sorted names, no spaces, nothing that is missing', () => {
    const entry: JournalEntry = { ...checked('e-1'), who: 'Zoë "Z"', onPage: true }
    expect(canonicalEntry(entry)).toBe(
      '{"at":1772600000000,"day":"2026-03-04","id":"e-1","onPage":true,"store":"store-1",' +
        '"what":{"answer":{"kind":"checked"},"item":"two-step-on","kind":"answered"},"who":"Zoë \\"Z\\""}',
    )
  })

  test('leaves out what is undefined', () => {
    const entry = { ...checked('e-1'), who: undefined } as unknown as JournalEntry
    expect(canonicalEntry(entry)).toBe(canonicalEntry(checked('e-1')))
  })

  test('gives the fingerprint that the document works out by hand', async () => {
    const { fingerprint, hashes } = await reportOf([checked('e-1')])
    const one = await sha256(
      '{"at":1772600000000,"day":"2026-03-04","id":"e-1","store":"store-1",' +
        '"what":{"answer":{"kind":"checked"},"item":"two-step-on","kind":"answered"}}',
    )
    expect(hashes).toEqual([['e-1', one]])
    const whole = await sha256(`nightlatch-journal/1/2026-03-01/2026-03-31/1\n${one}\n`)
    expect(fingerprintText(fingerprint)).toBe(`2026-03-01/2026-03-31/1/${whole}`)
  })

  test('is the same when another version wrote the entry, or does not know its kind', () => {
    const raw = { version: 1, entries: [{ ...checked('e-1'), what: { z: [1], kind: 'of-later', a: {} } }] }
    const found = journalKind.decode(raw)
    const [entry] = found.kind === 'read' ? found.value : []
    expect(entry?.what.kind).toBe('later-version')
    expect(entry && canonicalEntry(entry)).toContain('"what":{"a":{},"kind":"of-later","z":[1]}')
  })

  const json = fc.jsonValue()
  test('does not depend on the order of names, and says all that JSON says', () => {
    fc.assert(
      fc.property(json, (raw) => {
        const entry: JournalEntry = { ...checked('e-1'), what: { kind: 'later-version', raw } }
        const turned = Object.fromEntries(Object.entries(entry).reverse()) as JournalEntry
        const text = canonicalEntry(entry)
        expect(canonicalEntry(turned)).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...entry, what: raw })))
      }),
    )
  })
})

describe('a later state', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[\w-]{1,20}$/), { minLength: 1, maxLength: 12 })

  test('with the same entries in any order is the same', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.nat(), async (all, turn) => {
        const entries = all.map((id) => checked(id))
        const at = turn % entries.length
        const turned = [...entries.slice(at), ...entries.slice(0, at)].reverse()
        expect(await compared(await reportOf(entries), now(turned), sha256)).toEqual({ kind: 'same' })
      }),
      { numRuns: 30 },
    )
  })

  test('names each entry that was changed, is gone or is new', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[\w-]{1,20}$/), fc.nat({ max: 3 })), {
          selector: ([id]) => id,
          minLength: 1,
          maxLength: 12,
        }),
        async (all) => {
          // Each entry stays, changes, goes or comes.
          const of = (fate: number) => all.filter(([, one]) => one === fate).map(([id]) => id)
          const [kept, changed, missing, added] = [of(0), of(1), of(2), of(3)]
          const before = [...kept, ...changed, ...missing].map((id) => checked(id))
          const after = [
            ...[...kept, ...added].map((id) => checked(id)),
            ...changed.map((id) => checked(id, 'password-age')),
          ]
          const isSame = changed.length + missing.length + added.length === 0
          expect(await compared(await reportOf(before), now(after), sha256)).toEqual(
            isSame ? { kind: 'same' } : { kind: 'differ', changed, missing, added },
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  test('of nothing tells what is new from the fingerprint alone', async () => {
    const { fingerprint } = await reportOf([])
    expect(await compared({ fingerprint, hashes: [] }, now(some), sha256)).toEqual({
      kind: 'differ',
      changed: [],
      missing: [],
      added: ['a', 'b', 'c'],
    })
  })

  test('with two entries of one id in another order names only what differs', async () => {
    const two = [checked('a'), checked('a', 'password-age')]
    const report = await reportOf([...two, checked('b')])
    const differ = { kind: 'differ', changed: [], missing: ['b'], added: [] }
    expect(await compared(report, now(two), sha256)).toEqual(differ)
    expect(await compared(report, now(two.toReversed()), sha256)).toEqual(differ)
    const changed = await compared(report, now([...two.slice(1), checked('b')]), sha256)
    expect(changed).toEqual({ kind: 'differ', changed: ['a'], missing: [], added: [] })
  })

  test.each([
    ['before its period', [['2026-04-01', '2026-01-01', '2026-02-28']], undefined],
    ['from its period', [['2026-04-01', '2026-01-01', '2026-03-01']], '2026-04-01'],
    [
      'from its period twice',
      [
        ['2026-04-01', '2026-01-01', '2026-03-01'],
        ['2026-04-09', '2026-03-02', '2026-03-03'],
      ],
      '2026-04-09',
    ],
    [
      'after its period, too',
      [
        ['2026-04-01', '2026-01-01', '2026-03-01'],
        ['2026-09-09', '2026-08-01', '2026-08-02'],
      ],
      '2026-04-01',
    ],
  ] as const)('of which entries were dropped says when: %s', async (_, list, on) => {
    const drops = list.map(([on, from, through]) => ({ on, from, through }))
    const dropped = { entries: 9, through: '2026-08-02' }
    const found = await compared(await reportOf(some), { ...now(some.slice(1)), dropped, drops }, sha256)
    const through = drops.find((one) => one.on === on)?.through ?? dropped.through
    expect(found).toEqual({ kind: 'dropped', through, ...(on && { on }) })
  })

  test('cannot be told apart by entry from the fingerprint alone', async () => {
    const { fingerprint } = await reportOf(some)
    const alone = { fingerprint, hashes: [] }
    expect(await compared(alone, now(some), sha256)).toEqual({ kind: 'same' })
    expect(await compared(alone, now(some.slice(1)), sha256)).toEqual({ kind: 'not-the-same' })
  })

  test.each([
    ['2026-02-28', 'differ'],
    ['2026-03-01', 'dropped'],
    ['2026-04-05', 'dropped'],
  ])('of which entries were dropped through %s: %s', async (through, kind) => {
    const dropped = { entries: 9, through }
    const report = await reportOf(some)
    const found = await compared(report, { ...now(some.slice(1)), dropped }, sha256)
    expect(found).toMatchObject(kind === 'dropped' ? { kind, through } : { kind })
    // What was dropped before the report was made changes nothing.
    expect(await compared(report, { ...now(some), dropped }, sha256)).toEqual({ kind: 'same' })
  })

  test('with days that cannot be read cannot be compared', async () => {
    expect(await compared(await reportOf(some), { entries: some.slice(1), unreadable: 2 }, sha256)).toEqual({
      kind: 'unreadable',
      days: 2,
    })
  })

  test('a table whose entries were exchanged is found out', async () => {
    const { fingerprint } = await reportOf(some)
    const { hashes } = await reportOf(some.slice(1))
    expect(await compared({ fingerprint, hashes }, now(some), sha256)).toEqual({ kind: 'table-altered' })
  })
})

describe('an earlier fingerprint', () => {
  const hash = 'a1'.repeat(32)
  const fingerprint: Fingerprint = { ...span, entries: 2, hash }
  const hashes: EntryHash[] = [
    ['0b6c1f0e-5d7e-4a1a-9a51-000000000001', 'b2'.repeat(32)],
    ['left-row_1-2026-03-04', 'c3'.repeat(32)],
    // An apostrophe is before it in the table, or it would be a formula.
    ['-1', 'd4'.repeat(32)],
  ]
  const rows = [
    ['When', 'What', 'Entry', 'SHA-256'],
    ...hashes.map(([id, one]) => ['2026-03-04', 'Checked: "2SV"; it’s, on\r\nfoo', id, one]),
    ['', 'Fingerprint', spanText(fingerprint), hash],
  ]

  test.each([',', ';'] as const)('is read in a history table between "%s"', (separator) => {
    const table = csvOf(rows, separator)
    expect(earlierIn(table)).toEqual({ fingerprint, hashes })
    // As spreadsheets save it again: quotes only where they must be, other line ends, tabs.
    const again = table.replaceAll(/"([\w/-]*)"/g, '$1').replaceAll('\r\n', '\n')
    expect(earlierIn(again)).toEqual({ fingerprint, hashes })
    expect(earlierIn(again.replaceAll(separator, '\t'))).toEqual({ fingerprint, hashes })
  })

  test.each([
    fingerprintText(fingerprint),
    ` Fingerprint: ${fingerprintText(fingerprint)}. `,
    fingerprintText(fingerprint).toUpperCase(),
    `2026-03-01/2026-03-31/2\n${hash}`,
  ])('is read in %j', (text) => {
    expect(earlierIn(text)).toEqual({ fingerprint, hashes: [] })
  })

  test('has the entries of lines that are an id and a hash, and of no others', () => {
    const [one, two, three] = ['b2', 'c3', 'd4'].map((pair) => pair.repeat(32))
    const text = [fingerprintText(fingerprint), `a,${one}`, `b;${two};;`, `c,${three} and more`, ''].join(
      '\n',
    )
    expect(earlierIn(text)?.hashes).toEqual([
      ['a', one],
      ['b', two],
    ])
  })

  test.each(['', 'hello', `2026-02-30/2026-03-31/2/${hash}`, `2026-03-01/2026-03-31/2/${hash}0`, hash])(
    'is not in %j',
    (text) => {
      expect(earlierIn(text)).toBeUndefined()
    },
  )

  test('is read or not, and never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          earlierIn(`${text} ${fingerprintText(fingerprint)} ${text}`)?.fingerprint.hash.length ?? 64,
        ).toBe(64)
      }),
    )
  })
})
