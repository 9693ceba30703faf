import { type Checklist, emptyChecklist, type ItemRecord, measureKey, recordKey } from '../domain/checklist'
import { items } from '../domain/items'
import type { JournalEntry } from '../domain/journal'
import type { LocalDay } from '../domain/time'
import type { Area } from '../platform/platform'
import { isSame } from './contents'
import { decodeJournalDay, encodeJournalDay, journalKey, withEntry } from './journal'
import { decodeRecord, encodeRecord, recordPrefix } from './record'
import { type Found, NewerVersionError, setAside } from './stored'
import { decodeStores, encodeStores, storesKey } from './stores'

/** A checklist as it was read, with what the next write must respect. */
export type Reading = {
  checklist: Checklist
  /** Key and the unreadable value that still lies there. */
  damaged: Map<string, unknown>
  /** Keys written by a later version. */
  newer: Set<string>
}

/** Reads the stores, then the records that their items can have. The journal, however long, is not touched. */
export async function readChecklist(area: Area): Promise<Reading> {
  const reading: Reading = {
    checklist: emptyChecklist,
    damaged: new Map(),
    newer: new Set(),
  }
  const raw = await area.get([storesKey])
  const { stores, current } = accept(reading, storesKey, decodeStores(raw[storesKey])) ?? emptyChecklist
  const names = new Set(
    stores.flatMap((store) => [
      ...items.map((item) => recordKey(item, store)),
      ...(store.measures ?? []).map(({ id }) => measureKey(id, store)),
    ]),
  )
  const found = await area.get([...names].map((name) => recordPrefix + name))
  const records: Record<string, ItemRecord> = {}
  for (const name of names) {
    const key = recordPrefix + name
    const record = accept(reading, key, decodeAgain(key, found[key]))
    if (record) records[name] = record
  }
  return { ...reading, checklist: { stores, current, records } }
}

// Each answer reads the records of all stores, an agency's thousand, and all but one are what they were. What was
// checked is remembered with its result while the worker lives: a shortcut only, since storage is still read each time.
const checkedBefore = new Map<string, { raw: unknown; found: Found<ItemRecord> }>()

function decodeAgain(key: string, raw: unknown): Found<ItemRecord> {
  const before = checkedBefore.get(key)
  if (before && isSame(before.raw, raw)) return before.found
  const found = decodeRecord(raw)
  if (found.kind === 'read') checkedBefore.set(key, { raw, found })
  return found
}

function accept<T>(reading: Reading, key: string, found: Found<T>): T | undefined {
  if (found.kind === 'damaged') reading.damaged.set(key, found.raw)
  if (found.kind === 'newer') reading.newer.add(key)
  return found.kind === 'read' ? found.value : undefined
}

/**
 * Writes what changed between the reading and the checklist, with its journal entry, in one call: all of it or
 * nothing. An unreadable value is moved aside in the same call.
 * @param along other keys that belong to the same change.
 * @returns the keys that were written.
 * @throws NewerVersionError, or whatever the area rejects with.
 */
export async function writeChecklist(
  area: Area,
  reading: Reading,
  after: Checklist,
  entry?: JournalEntry,
  along: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const before = reading.checklist
  const changes: Record<string, unknown> = { ...along }
  if (after.stores !== before.stores || after.current !== before.current)
    changes[storesKey] = encodeStores(after)
  for (const [name, record] of Object.entries(after.records)) {
    if (record !== before.records[name]) changes[recordPrefix + name] = encodeRecord(record)
  }
  // Nothing changed: an answer that came twice.
  if (Object.keys(changes).length === 0) return []
  if (entry) {
    const entries = await readJournalDay(area, reading, entry.day)
    changes[journalKey(entry.day)] = encodeJournalDay(withEntry(entries, entry))
  }
  const written = Object.keys(changes)
  const newer = written.find((key) => reading.newer.has(key))
  if (newer !== undefined) throw new NewerVersionError(newer)
  const aside = new Map([...reading.damaged].filter(([key]) => written.includes(key)))
  await area.set({ ...changes, ...(await setAside(area, aside)) })
  return written
}

async function readJournalDay(area: Area, reading: Reading, day: LocalDay): Promise<readonly JournalEntry[]> {
  const key = journalKey(day)
  return accept(reading, key, decodeJournalDay((await area.get([key]))[key])) ?? []
}
