import { addDays } from '../../src/domain/time/time'
import { readChecklist, writeChecklist } from '../../src/storage/checklist'
import { encodeJournalDay, journalKey } from '../../src/storage/kinds/journal'
import { busyChecklist, storedOf } from './state'
import { median, type Row } from './table'

/** Storage as a map: what is measured is how much of it we touch, not the browser's disk. */
const checkedOnce = { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } } as const

export async function storage(): Promise<Row[]> {
  const empty = new Map(Object.entries(storedOf(busyChecklist(20))))
  const full = new Map(empty)
  for (let at = 0; at < 500; at += 1) {
    const on = addDays('2026-11-23', -at)
    const entries = Array.from({ length: 100 }, (_, place) => ({
      id: `${at}-${place}`,
      at: 1_700_000_000_000,
      day: on,
      store: 'store-0',
      what: checkedOnce,
    }))
    full.set(journalKey(on), encodeJournalDay(entries))
  }
  const rows: Row[] = []
  for (const [what, act] of [
    ['reading the checklist', (area: Area) => readChecklist(area)],
    ['storing an answer', store],
  ] as const) {
    const without = await median(() => act(areaOf(empty)), 60)
    const withJournal = await median(() => act(areaOf(full)), 60)
    rows.push({
      what: `${what}, 50,000 journal entries`,
      figure: `${withJournal.toFixed(2)} ms`,
      baseline: `${without.toFixed(2)} ms, none`,
      bound: `ratio ${(withJournal / without).toFixed(2)} of 1.5`,
    })
  }
  return rows
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
    what: checkedOnce,
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
