import { expect, test } from 'vitest'
import { recordKey, type Store } from '../../src/domain/checklist'
import type { ItemRecord } from '../../src/domain/item-record'
import { type Item, items } from '../../src/domain/items'
import { daysToDrop, type JournalEntry, journalCap } from '../../src/domain/journal/journal'
import { largestFile } from '../../src/domain/stored-data/import-report'
import { addDays, type LocalDay } from '../../src/domain/time/time'
import { bytesIn } from '../../src/storage/bounds'
import { decodeExport, encodeExport } from '../../src/storage/export-file'
import { journalKey, journalKind } from '../../src/storage/kinds/journal'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { imported } from '../../src/storage/merge'

// The budget of docs/data-formats.md: an agency of two hundred stores, each with a login of its own.

const today = '2026-11-23'
const megabyte = 1024 * 1024
const most = { essential: 52, recommended: 4, extra: 2 } as const

/** As long as ours are. */
const idOf = (number: number) => `0b6f2c1e-5a44-4d58-9b5c-${String(number).padStart(12, '0')}`

const stores = Array.from(
  { length: 200 },
  (_, at): Store => ({
    ...{ id: `store-${String(at).padStart(8, '0')}`, name: `A client's shop in Europe ${at}` },
    ...{ login: `login-${String(at).padStart(8, '0')}`, fronts: ['sellercentral.amazon.de'] },
    profile: { plan: 'professional', team: 'several', ships: 'both', help: 'none' } as Store['profile'],
    ...{ began: '2025-01-01', who: 'Ana Weber', group: `Client ${at % 20}` },
  }),
)

const timesAYear = ({ cadence, severity }: Item) =>
  cadence.kind === 'every' ? Math.min(most[severity], Math.floor(365 / cadence.days)) : 0

/** The entries of the years before today, by day. */
function journalOf(years: number): Map<LocalDay, JournalEntry[]> {
  const days = new Map<LocalDay, JournalEntry[]>()
  const seen = new Set<string>()
  let count = 0
  for (const [place, store] of stores.entries())
    for (const [row, item] of items.entries()) {
      const key = recordKey(item, store)
      if (seen.has(key)) continue
      seen.add(key)
      const times = timesAYear(item) * years
      for (let at = 0; at < times; at += 1) {
        const ago = Math.floor((at * 365 * years) / times + ((place * 7 + row * 3) % 30)) % (365 * years)
        const day = addDays(today, -ago)
        count += 1
        const entry: JournalEntry = {
          ...{ id: idOf(count), at: 1_764_000_000_000, day, store: store.id, who: 'Ana Weber' },
          what: { kind: 'answered', item: item.id, answer: { kind: 'checked' } },
        }
        days.set(day, [...(days.get(day) ?? []), entry])
      }
    }
  return days
}

function stored(journal: ReadonlyMap<LocalDay, JournalEntry[]>): Record<string, unknown> {
  const said = (checked: LocalDay) => ({ checked, checkedBefore: addDays(checked, -30) })
  const record: ItemRecord = {
    ...said('2026-11-20'),
    before: { ...said('2026-10-20'), undo: { of: idOf(1), on: '2026-11-20' } },
    events: Array.from({ length: 4 }, (_, at) => idOf(at)),
  }
  return {
    [storesKind.prefix]: storesKind.encode({ stores, current: stores[0]?.id ?? '' }),
    ...Object.fromEntries(
      stores.flatMap((store) =>
        items.map((item) => [recordPrefix + recordKey(item, store), recordKind.encode(record)]),
      ),
    ),
    ...Object.fromEntries(
      [...journal].map(([day, entries]) => [journalKey(day), journalKind.encode(entries)]),
    ),
  }
}

const countOf = (journal: ReadonlyMap<LocalDay, JournalEntry[]>) =>
  [...journal.values()].reduce((sum, { length }) => sum + length, 0)

test('a store, a check and an answer take no more than the budget says', () => {
  const raw = stored(journalOf(1))
  const bytes = (value: unknown) => bytesIn(JSON.stringify(value))
  const of = (prefix: string) => Object.entries(raw).filter(([key]) => key.startsWith(prefix))
  expect(bytes(raw[storesKind.prefix]) / stores.length).toBeLessThan(350)
  for (const [, record] of of(recordPrefix)) expect(bytes(record)).toBeLessThan(400)
  const [, day] = of('journal/')[0] ?? []
  expect(bytes(day) / (day as { entries: unknown[] }).entries.length).toBeLessThan(220)
})

test('a year of two hundred stores is more than a browser gives unasked, and its export is taken in again', async () => {
  const journal = journalOf(1)
  expect(countOf(journal)).toBeGreaterThan(40_000)
  expect(countOf(journal)).toBeLessThan(50_000)
  const raw = stored(journal)
  const file = encodeExport(raw, today)
  // So the manifest asks for unlimitedStorage.
  expect(bytesIn(file)).toBeGreaterThan(10 * megabyte)
  expect(bytesIn(file)).toBeLessThan(16 * megabyte)
  const decoded = await decodeExport(file)
  if (decoded.kind !== 'read') throw new Error(`refused: ${decoded.why}`)
  const after = await imported({}, decoded.contents, 'replace')
  expect(Object.keys(after ?? {}).sort()).toEqual(Object.keys(raw).sort())
  expect(after?.[journalKey(today)]).toEqual(raw[journalKey(today)])
})

test('two years, of which the journal drops nothing, still fit into a file', () => {
  const journal = journalOf(2)
  expect(countOf(journal)).toBeGreaterThan(journalCap)
  expect(countOf(journal)).toBeLessThan(100_000)
  const counts = [...journal].map(([day, { length }]) => ({ day, entries: length }))
  expect(daysToDrop(counts, today)).toEqual([])
  const bytes = bytesIn(encodeExport(stored(journal), today))
  expect(bytes).toBeLessThan(26 * megabyte)
  expect(bytes).toBeLessThan(largestFile)
})
