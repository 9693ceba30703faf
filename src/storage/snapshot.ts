import type { SavedDraft } from '../domain/appeals/draft'
import { emptyChecklist, type ItemRecord } from '../domain/checklist'
import type { RunId } from '../domain/ids'
import type { JournalEntry } from '../domain/journal/journal'
import type { Run } from '../domain/playbooks/run'
import type { RegisterRow } from '../domain/registers/register'
import type { Settings } from '../domain/settings'
import type { Showings } from '../domain/silence'
import type { LocalDay } from '../domain/time/time'
import { appliedKey, asideOf, type Found, isGone } from './format/codec'
import { decodeShowings, encodeShowings, showingsKey } from './kinds/card-history'
import { decodeDraft, draftPrefix, encodeDraft } from './kinds/draft'
import { writtenByKey } from './kinds/installed-version'
import {
  type Dropped,
  decodeDropped,
  decodeJournalDay,
  droppedKey,
  encodeDropped,
  encodeJournalDay,
  journalKey,
  journalPrefix,
} from './kinds/journal'
import { decodeRecord, encodeRecord, recordPrefix } from './kinds/record'
import { decodeRow, encodeRow, registerPrefix } from './kinds/register-row'
import { decodeRun, encodeRun, runPrefix } from './kinds/run'
import { decodeSettings, encodeSettings, settingsKey } from './kinds/settings'
import { decodeStores, encodeStores, type Stores, storesKey } from './kinds/stores'

/** All that is stored, by key, as it lies there. */
export type Raw = Readonly<Record<string, unknown>>

/** All that is stored, read. */
export type Contents = {
  stores?: Stores
  settings?: Settings
  showings?: Showings
  dropped?: Dropped
  /** By recordKey. */
  records: ReadonlyMap<string, ItemRecord>
  journal: ReadonlyMap<LocalDay, readonly JournalEntry[]>
  runs: ReadonlyMap<RunId, Run>
  /** Rows of registers, by key. */
  rows: ReadonlyMap<string, RegisterRow>
  /** Versions of drafts, by key. */
  drafts: ReadonlyMap<string, SavedDraft>
  /** Keys that this version does not know, values set aside among them. */
  other: ReadonlyMap<string, unknown>
  /** Keys whose value is no shape that was ever shipped, with that value. */
  damaged: ReadonlyMap<string, unknown>
  /** Keys that a later version wrote. */
  newer: ReadonlySet<string>
}

/**
 * Lets others have their turn: in Firefox the background and all our pages share one thread. Called often; it decides
 * when.
 */
export type Breathe = () => Promise<void>

export const atOnce: Breathe = async () => undefined

export function contentsOf(raw: Raw): Contents {
  const { take, contents } = createReader()
  for (const [key, value] of Object.entries(raw)) take(key, value)
  return contents
}

/** The same for a journal of years. */
export async function contentsInSteps(raw: Raw, breathe: Breathe): Promise<Contents> {
  const { take, contents } = createReader()
  for (const [key, value] of Object.entries(raw)) {
    take(key, value)
    await breathe()
  }
  return contents
}

function createReader() {
  const records = new Map<string, ItemRecord>()
  const journal = new Map<LocalDay, readonly JournalEntry[]>()
  const runs = new Map<RunId, Run>()
  const rows = new Map<string, RegisterRow>()
  const drafts = new Map<string, SavedDraft>()
  const other = new Map<string, unknown>()
  const damaged = new Map<string, unknown>()
  const newer = new Set<string>()
  const contents: Contents = { records, journal, runs, rows, drafts, other, damaged, newer }
  function read(key: string, value: unknown): void {
    if (isOwnNote(key) || isGone(value)) return
    const take = <T>(found: Found<T>, use: (value: T) => void) => {
      if (found.kind === 'read') {
        if (typeof found.value === 'object' && found.value !== null) origins.set(found.value, value)
        use(found.value)
      }
      if (found.kind === 'damaged') damaged.set(key, value)
      if (found.kind === 'newer') newer.add(key)
    }
    if (key === storesKey) {
      take(decodeStores(value), (stores) => {
        contents.stores = stores
      })
    } else if (key === settingsKey) {
      take(decodeSettings(value), (settings) => {
        contents.settings = settings
      })
    } else if (key === showingsKey) {
      take(decodeShowings(value), (showings) => {
        contents.showings = showings
      })
    } else if (key === droppedKey) {
      take(decodeDropped(value), (dropped) => {
        contents.dropped = dropped
      })
    } else if (key.startsWith(recordPrefix)) {
      take(decodeRecord(value), (record) => records.set(key.slice(recordPrefix.length), record))
    } else if (key.startsWith(journalPrefix)) {
      take(decodeJournalDay(value), (entries) => journal.set(key.slice(journalPrefix.length), entries))
    } else if (key.startsWith(runPrefix)) {
      take(decodeRun(value, key), (run) => runs.set(key.slice(runPrefix.length), run))
    } else if (key.startsWith(registerPrefix)) {
      take(decodeRow(value), (row) => rows.set(key, row))
    } else if (key.startsWith(draftPrefix)) {
      take(decodeDraft(value), (draft) => drafts.set(key, draft))
    } else other.set(key, value)
  }
  return { contents, take: read }
}

// What was read, and nothing of it changed, is written as it lay there: a schema leaves out what a later version knows.
const origins = new WeakMap<object, unknown>()

/** The stored value that this was read from, if it was. */
export function originOf(value: object): unknown {
  return origins.get(value)
}

/** As it is to be stored: what could be read, and what nobody here knows. */
export function rawOf(contents: Partial<Omit<Contents, 'damaged' | 'newer'>>): Record<string, unknown> {
  const { stores, settings, showings, dropped } = contents
  const { records = [], journal = [], runs = [], rows = [], drafts = [], other = [] } = contents
  // Names come from outside: a null prototype has nothing that one of them could stand for.
  const raw: Record<string, unknown> = Object.assign(Object.create(null), Object.fromEntries(other))
  if (stores) raw[storesKey] = originOf(stores) ?? encodeStores(stores)
  if (settings) raw[settingsKey] = originOf(settings) ?? encodeSettings(settings)
  if (showings) raw[showingsKey] = encodeShowings(showings)
  if (dropped) raw[droppedKey] = encodeDropped(dropped)
  for (const [name, record] of records) raw[recordPrefix + name] = originOf(record) ?? encodeRecord(record)
  for (const [day, entries] of journal) raw[journalKey(day)] = originOf(entries) ?? encodeJournalDay(entries)
  for (const [id, run] of runs) raw[runPrefix + id] = originOf(run) ?? encodeRun(run)
  for (const [key, row] of rows) raw[key] = originOf(row) ?? encodeRow(row)
  for (const [key, draft] of drafts) raw[key] = originOf(draft) ?? encodeDraft(draft)
  return { ...raw }
}

/** What only the background needs to know of this browser: in no backup and no file, and taken out of none. */
export function isOwnNote(key: string): boolean {
  return key === appliedKey || key === writtenByKey
}

/**
 * What only ever belongs to the browser that it was written in, and is never taken from elsewhere: when cards were shown;
 * and settings that were set aside, where they could be put back without a look at what they turn on.
 */
export function isOfOneBrowser(key: string, value: unknown): boolean {
  const aside = asideOf(key)?.key
  const isShown = key === showingsKey || aside === showingsKey
  return isOwnNote(key) || isShown || (aside === settingsKey && decodeSettings(value).kind === 'read')
}

/** What everybody starts with, until something of it is changed. */
export const firstStores: Stores = { stores: emptyChecklist.stores, current: emptyChecklist.current }

/** The stores that the records belong to; undefined when there are neither. */
export function storesIn({ stores, records }: Contents): Stores | undefined {
  return stores ?? (records.size > 0 ? firstStores : undefined)
}

/** The same value, whatever the order of its names. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame((a as Raw)[name], (b as Raw)[name]))
  )
}
