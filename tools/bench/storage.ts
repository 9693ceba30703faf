import type { StorageArea } from '../../src/browser/platform'
import { addDays } from '../../src/domain/time/time'
import { entry } from '../../src/storage/format/kind'
import { journalKey, journalKind } from '../../src/storage/kinds/journal'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { remembering } from '../../src/storage/remembering'
import { createRepository } from '../../src/storage/repository'
import { busyChecklist, storedOf } from './state'
import { median, type Row } from './table'

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
    full.set(journalKey(on), journalKind.encode(entries))
  }
  const rows: Row[] = []
  for (const [what, act] of [
    ['reading the checklist', (area: StorageArea) => createRepository(remembering(area)).read()],
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

async function store(area: StorageArea): Promise<void> {
  const repository = createRepository(remembering(area))
  const { slots, checklist } = await repository.read()
  const [name, record] = Object.entries(checklist.records)[0] ?? []
  if (name === undefined || record === undefined) throw new Error('The checklist is empty')
  await repository.commit(slots, {
    put: [entry(recordKind, recordPrefix + name, { ...record, checked: '2026-11-23' })],
    journal: [{ id: 'now', at: 1_764_000_000_000, day: '2026-11-23', store: 'store-0', what: checkedOnce }],
  })
}

/** Storage as a map: this measures how much of it we read and write, not the browser's disk. */
function areaOf(values: ReadonlyMap<string, unknown>): StorageArea {
  return {
    // Copies each value, as a browser does.
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
