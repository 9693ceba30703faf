import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { type Checklist, recordKey } from '../src/domain/checklist'
import { items } from '../src/domain/items'
import { overview } from '../src/domain/overview'
import { addDays, nowFrom } from '../src/domain/time'
import { recognise } from '../src/pages/recognise'
import { readChecklist, writeChecklist } from '../src/storage/checklist'
import { encodeJournalDay, journalKey } from '../src/storage/journal'
import { encodeRecord, recordPrefix } from '../src/storage/record'
import { encodeStores, storesKey } from '../src/storage/stores'
import { answerTimes, fill, journalOf } from '../test/bench/answer-latency'
import { launch } from '../test/browsers/launch'
import { startPractice } from '../test/practice/server'
import { run as build } from './build'
import { type Cost, pageCosts, type Variant } from './page-cost'

type Row = { what: string; figure: string; baseline: string; bound?: string }

const now = nowFrom('2026-11-23T12:00[Europe/Berlin]')

/** `npm run bench`: one table, every figure beside its baseline from the same run. */
export async function run(): Promise<void> {
  const rows = [recognition(), ...overviews(), ...(await storage())]
  await build()
  console.log('Visiting the practice home page, with and without an extension …')
  rows.push(...visits(await pageCosts(7)), await answering())
  const widths = (['what', 'figure', 'baseline', 'bound'] as const).map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length), column.length),
  )
  const line = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')
  console.log(line(['what', 'figure', 'baseline', 'bound']))
  for (const { what, figure, baseline, bound = '' } of rows)
    console.log(line([what, figure, baseline, bound]))
}

/** Medians of interleaved visits, with the spread from the least to the most. */
function visits(costs: Record<Variant, Cost[]>): Row[] {
  const spread = (variant: Variant, part: keyof Cost, digits: number) => {
    const sorted = costs[variant].map((cost) => cost[part]).sort((a, b) => a - b)
    const [low = 0, middle = 0, high = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)]
    return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
  }
  const parts = [
    ['load', 'page load, ms', 0, 'within noise'],
    ['script', 'script on the main thread, ms', 1, '+1 ms without a card'],
    ['first', 'the same at the first visit of a browser, ms', 1, 'none'],
    ['heap', 'heap, kB', 0, '+300 kB'],
    ['shift', 'layout shift (CLS)', 3, '0'],
  ] as const
  return parts.flatMap(([part, name, digits, bound]) =>
    (['no card due', 'with a card'] as const).map((variant) => ({
      what: `${name}, ${variant}`,
      figure: spread(variant, part, digits),
      baseline: `${spread('no extension', part, digits)} without; ${spread('empty extension', part, digits)} empty extension`,
      bound,
    })),
  )
}

function recognition(): Row {
  const addresses = readFileSync('test/fixtures/pages/addresses.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((one) => (JSON.parse(one) as { url: string }).url)
    .filter((address) => URL.canParse(address))
  const ours = median(() => addresses.forEach((address) => void recognise(address)), 200) / addresses.length
  const alone = median(() => addresses.forEach((address) => void new URL(address)), 200) / addresses.length
  return {
    what: `recognise, a call, over ${addresses.length} addresses`,
    figure: `${(ours * 1000).toFixed(2)} µs`,
    baseline: `${(alone * 1000).toFixed(2)} µs, new URL() alone`,
    bound: '5 µs',
  }
}

/** A checklist of so many stores in which every item was checked at some time. */
function busyChecklist(count: number): Checklist {
  const stores = Array.from({ length: count }, (_, at) => ({
    id: `store-${at}`,
    name: `Store ${at}`,
    login: `login-${at}`,
    fronts: [],
    profile: {},
  }))
  const records = Object.fromEntries(
    stores.flatMap((store, at) =>
      items.map((item, place) => [
        recordKey(item, store),
        { checked: addDays('2026-11-23', -((at * 7 + place * 3) % 200)), events: ['one'] },
      ]),
    ),
  )
  return { stores, current: 'store-0', records }
}

function overviews(): Row[] {
  const one = busyChecklist(1)
  const twenty = busyChecklist(20)
  const alone = median(() => void overview(one, now), 300)
  const many = median(() => void overview(twenty, now), 300)
  return [
    {
      what: 'overview, 20 stores',
      figure: `${many.toFixed(2)} ms`,
      baseline: `${alone.toFixed(2)} ms, 1 store`,
      bound: '5 ms',
    },
  ]
}

/** Storage as a map: what is measured is how much of it we touch, not the browser's disk. */
async function storage(): Promise<Row[]> {
  const empty = new Map<string, unknown>()
  const checklist = busyChecklist(20)
  empty.set(storesKey, encodeStores(checklist))
  for (const [name, record] of Object.entries(checklist.records))
    empty.set(recordPrefix + name, encodeRecord(record))
  const full = new Map(empty)
  for (let at = 0; at < 500; at += 1) {
    const on = addDays('2026-11-23', -at)
    const entries = Array.from({ length: 100 }, (_, place) => ({
      id: `${at}-${place}`,
      at: 1_700_000_000_000,
      day: on,
      store: 'store-0',
      what: { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } },
    }))
    full.set(journalKey(on), encodeJournalDay(entries))
  }
  const rows: Row[] = []
  for (const [what, act] of [
    ['reading the checklist', (area: Area) => readChecklist(area)],
    ['storing an answer', store],
  ] as const) {
    const without = await medianOf(() => act(areaOf(empty)), 60)
    const withJournal = await medianOf(() => act(areaOf(full)), 60)
    rows.push({
      what: `${what}, 50,000 journal entries`,
      figure: `${withJournal.toFixed(2)} ms`,
      baseline: `${without.toFixed(2)} ms, none`,
      bound: `ratio ${(withJournal / without).toFixed(2)} of 1.5`,
    })
  }
  return rows
}

/** From the press of a button in a page of ours to the new overview, stored; the worker is warm. */
async function answering(): Promise<Row> {
  const practice = await startPractice()
  const browser = await launch('chromium', practice)
  try {
    const taken = async (entries: number) => {
      await fill(browser, journalOf(entries, new Date()))
      const times = await answerTimes(browser, 60)
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    }
    const without = await taken(0)
    const withJournal = await taken(50_000)
    return {
      what: 'an answer in Chromium, 50,000 journal entries',
      figure: `${withJournal.toFixed(1)} ms`,
      baseline: `${without.toFixed(1)} ms, none`,
      bound: `50 ms, ratio ${(withJournal / without).toFixed(2)} of 1.5`,
    }
  } finally {
    await browser.close()
    await practice.close()
  }
}

type Area = Parameters<typeof readChecklist>[0]

async function store(area: Area): Promise<void> {
  const reading = await readChecklist(area)
  const { records } = reading.checklist
  const [name, record] = Object.entries(records)[0] ?? []
  if (name === undefined || record === undefined) throw new Error('the checklist is empty')
  const after = {
    ...reading.checklist,
    records: { ...records, [name]: { ...record, checked: '2026-11-23' } },
  }
  await writeChecklist(area, reading, after, {
    id: 'now',
    at: 1_764_000_000_000,
    day: '2026-11-23',
    store: 'store-0',
    what: { kind: 'answered' },
  })
}

function areaOf(values: ReadonlyMap<string, unknown>): Area {
  return {
    // A copy of each value, as a browser hands them out.
    get: async (keys) =>
      Object.fromEntries(
        (keys ?? [...values.keys()]).flatMap((key) =>
          values.has(key) ? [[key, JSON.parse(JSON.stringify(values.get(key)))]] : [],
        ),
      ),
    set: async (items) => void JSON.stringify(items),
    remove: async () => undefined,
    keys: async () => [...values.keys()],
  }
}

function median(act: () => void, times: number): number {
  const took = Array.from({ length: times }, () => {
    const start = performance.now()
    act()
    return performance.now() - start
  })
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

async function medianOf(act: () => Promise<unknown>, times: number): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < times; at += 1) {
    const start = performance.now()
    await act()
    took.push(performance.now() - start)
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}
