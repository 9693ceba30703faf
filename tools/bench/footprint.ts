import { readFileSync, writeFileSync } from 'node:fs'
import { addDays } from '../../src/domain/time/time'
import { encodeJournalDay, journalKey } from '../../src/storage/kinds/journal'
import { encodeRecord, recordPrefix } from '../../src/storage/kinds/record'
import { encodeStores, storesKey } from '../../src/storage/kinds/stores'
import { background } from '../../test/support/background'
import { pack } from '../package'
import { busyChecklist, now } from './state'
import type { Row } from './table'

/** Bytes and counts: the same on every machine, so that a test can compare them (test/bench/footprint.test.ts). */
export type Footprint = Readonly<Record<string, number>>

const file = 'tools/bench/baseline.json'

export const readBaseline = () => JSON.parse(readFileSync(file, 'utf8')) as Footprint

/** What is shipped (dist/ has to be there), what a seller's answers take, and what is touched for one of them. */
export async function footprint(): Promise<Footprint> {
  const content = readFileSync('dist/chrome/src/content/content.iife.js')
  const entries = Array.from({ length: 50 }, (_, at) => ({
    id: `0b6f2c1e-5a44-4d58-9b5c-0000000000${at + 10}`,
    at: 1_764_000_000_000 + at,
    day: '2026-11-23',
    store: 'store-0',
    what: { kind: 'answered', item: 'password-age-review', answer: { kind: 'checked' } } as const,
  }))
  const days = Object.fromEntries(
    Array.from({ length: 365 }, (_, at) => {
      const day = addDays('2026-11-22', -at)
      return [journalKey(day), encodeJournalDay(entries.map((entry) => ({ ...entry, day })))]
    }),
  )
  const checklist = busyChecklist(1)
  const answered = Object.fromEntries(
    Object.entries(checklist.records).map(([key, record]) => [recordPrefix + key, encodeRecord(record)]),
  )
  return {
    'package for Chrome, bytes': pack('chrome').length,
    'script on each page, bytes': content.length,
    'journal entry, bytes': bytes(encodeJournalDay(entries)) / entries.length,
    'store with every chore answered, bytes': bytes({
      [storesKey]: encodeStores(checklist),
      ...answered,
    }),
    ...(await touched({ [storesKey]: encodeStores(checklist), ...answered, ...days })),
  }
}

export async function keepBaseline(): Promise<void> {
  writeFileSync(file, `${JSON.stringify(await footprint(), null, 2)}\n`)
}

export async function footprints(): Promise<Row[]> {
  const before = readBaseline()
  return Object.entries(await footprint()).map(([what, figure]) => ({
    what,
    figure: figure.toLocaleString('en'),
    baseline: `${before[what]?.toLocaleString('en') ?? 'none'}, the last one kept`,
  }))
}

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** With a year of journal in the storage: what the background reads and writes. */
async function touched(local: Record<string, unknown>): Promise<Footprint> {
  const seller = background({ now, kept: { local } })
  await seller.platform.settled()
  const { storage } = seller.platform
  const during = async (act: () => Promise<unknown>) => {
    const [reads, writes] = [storage.reads.length, storage.writes.length]
    await act()
    await seller.platform.settled()
    const written = storage.writes.slice(writes)
    return {
      reads: storage.reads.slice(reads).length,
      keys: written.flatMap((one) => Object.keys(one)).length,
      bytes: written.reduce((sum, one) => sum + bytes(one), 0),
    }
  }
  const answer = (id: number) =>
    during(() =>
      seller.change({
        id: `0b6f2c1e-5a44-4d58-9b5c-00000000000${id}`,
        store: 'store-0',
        kind: 'answered',
        item: 'two-step-on',
        answer: { kind: 'checked' },
      }),
    )
  const page = await during(() => seller.visit('manage-orders'))
  await answer(1)
  const second = await answer(2)
  return {
    'a page visited, reads': page.reads,
    'a page visited, keys written': page.keys,
    'an answer, reads': second.reads,
    'an answer, keys written': second.keys,
    'an answer, bytes written': second.bytes,
  }
}
