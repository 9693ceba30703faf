import { readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { addDays } from '../../src/domain/time/time'
import { journalKey, journalKind } from '../../src/storage/kinds/journal'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { background } from '../../test/support/background'
import { pack } from '../package'
import { busyChecklist, now } from './state'
import type { Row } from './table'

/** Bytes and counts, the same on every machine: test/bench/footprint.test.ts compares them. */
export type Footprint = Readonly<Record<string, number>>

const file = 'tools/bench/baseline.json'

export const readBaseline = () => JSON.parse(readFileSync(file, 'utf8')) as Footprint

/** The sizes of what ships (needs dist/) and of a seller's answers, and what one answer reads and writes. */
export async function footprint(): Promise<Footprint> {
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
      return [journalKey(day), journalKind.encode(entries.map((entry) => ({ ...entry, day })))]
    }),
  )
  const checklist = busyChecklist(1)
  const answered = Object.fromEntries(
    Object.entries(checklist.records).map(([key, record]) => [recordPrefix + key, recordKind.encode(record)]),
  )
  return {
    'package for Chrome, bytes': pack('chrome').length,
    'script on each page, bytes': bytesFrom('src/content/content.iife.js'),
    'background, bytes': bytesFrom('src/background/background.js'),
    'popup without its texts, bytes': bytesFrom('src/popup/popup.html'),
    'dashboard without its texts, bytes': bytesFrom('src/dashboard/dashboard.html'),
    'journal entry, bytes': bytes(journalKind.encode(entries)) / entries.length,
    'store with every check answered, bytes': bytes({
      [storesKind.prefix]: storesKind.encode(checklist),
      ...answered,
    }),
    ...(await touched({ [storesKind.prefix]: storesKind.encode(checklist), ...answered, ...days })),
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

/** The size of a script with all its imports, or of an HTML page's scripts with theirs; without import(). */
function bytesFrom(entry: string): number {
  const found = new Map<string, number>()
  const follow = (file: string) => {
    if (found.has(file)) return
    const code = readFileSync(join('dist/chrome', file), 'utf8')
    found.set(file, file.endsWith('.html') ? 0 : Buffer.byteLength(code))
    for (const [, from = ''] of code.matchAll(/(?:^import\b[^'"(]*|<script[^>]*\ssrc=)["']([^"']+)["']/gm))
      follow(from.startsWith('/') ? from.slice(1) : posix.join(posix.dirname(file), from))
  }
  follow(entry)
  return [...found.values()].reduce((sum, size) => sum + size, 0)
}

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** What the background reads and writes, with a year of journal in storage. */
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
