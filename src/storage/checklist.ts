import type { Area } from '../browser/platform'
import {
  type Checklist,
  emptyChecklist,
  type ItemRecord,
  measureKey,
  recordKey,
  type Store,
} from '../domain/checklist'
import type { StoreId } from '../domain/ids'
import { items } from '../domain/items'
import type { JournalEntry } from '../domain/journal/journal'
import type { LocalDay } from '../domain/time/time'
import { type Found, NewerVersionError, setAside } from './format/codec'
import { findOne } from './kept'
import { decodeJournalDay, encodeJournalDay, journalKey, withEntry } from './kinds/journal'
import { decodeRecord, encodeRecord, recordPrefix } from './kinds/record'
import { decodeStores, encodeStores, storesKey } from './kinds/stores'
import type { Remembering } from './remembering'
import { isSame } from './snapshot'

/** A checklist as it was read, with what the next write must respect. */
export type Reading = {
  checklist: Checklist
  /** Key and the unreadable value that still lies there. */
  damaged: Map<string, unknown>
  /** Keys written by a later version. */
  newer: Set<string>
}

/** What a reading is for, when it is not for all stores alike. */
type Closely = {
  /** Those that may be changed after it; the one that is shown always belongs to them. */
  stores: readonly StoreId[]
  /** Where the records of the others come from, which are only counted. */
  recall: Remembering['recall']
}

/**
 * Reads the stores, then the records that their items can have. The journal, however long, is not touched.
 * @param closely without it, the records of all stores are read.
 */
export async function readChecklist(area: Area, closely?: Closely): Promise<Reading> {
  const reading: Reading = {
    checklist: emptyChecklist,
    damaged: new Map(),
    newer: new Set(),
  }
  const { stores, current } =
    accept(reading, storesKey, await findOne(area, storesKey, decodeStoresAgain)) ?? emptyChecklist
  const isRead = ({ id }: Store) => !closely || id === current || closely.stores.includes(id)
  const read = recordKeysOf(stores.filter(isRead))
  const others = [...recordKeysOf(stores)].filter((key) => !read.has(key))
  const recalled = await closely?.recall(others, decodeRecord)
  const raw = await area.get([...read])
  const records: Record<string, ItemRecord> = {}
  const take = (key: string, found: Found<ItemRecord>) => {
    const record = accept(reading, key, found)
    if (record) records[key.slice(recordPrefix.length)] = record
  }
  for (const key of read) take(key, decodeRecord(raw[key]))
  for (const [key, found] of recalled ?? []) take(key, found)
  return { ...reading, checklist: { stores, current, records, ...unreadOf(reading) } }
}

function unreadOf({ damaged, newer }: Reading): Pick<Checklist, 'unread'> {
  if (damaged.size + newer.size === 0) return {}
  const records = [...damaged.keys(), ...newer].filter((key) => key.startsWith(recordPrefix))
  const unread = {
    records: new Map(
      records.map((key) => [key.slice(recordPrefix.length), newer.has(key) ? 'newer' : 'damaged'] as const),
    ),
    stores: damaged.has(storesKey) || newer.has(storesKey),
  }
  return { unread }
}

// Twenty stores take longer to check than to compare, and they are seldom others than a moment ago.
let checkedBefore: { raw: unknown; found: ReturnType<typeof decodeStores> } | undefined

function decodeStoresAgain(raw: unknown): ReturnType<typeof decodeStores> {
  if (!checkedBefore || !isSame(checkedBefore.raw, raw)) checkedBefore = { raw, found: decodeStores(raw) }
  return checkedBefore.found
}

/** Where the records lie that the items of these stores can have. */
function recordKeysOf(stores: readonly Store[]): Set<string> {
  const names = stores.flatMap((store) => [
    ...items.map((item) => recordKey(item, store)),
    ...(store.measures ?? []).map(({ id }) => measureKey(id, store)),
  ])
  return new Set(names.map((name) => recordPrefix + name))
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
