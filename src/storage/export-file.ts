import { longestNote } from '../domain/answer'
import { longestPart, mostLines } from '../domain/appeals/draft'
import { mostEvents, mostStores } from '../domain/checklist'
import { mostMeasures, mostMeasuresInAll } from '../domain/commitment'
import { isId } from '../domain/ids'
import { journalCap } from '../domain/journal/journal'
import { mostLogLines } from '../domain/playbooks/run'
import { isTail } from '../domain/registers/register'
import { largestFile, type Refused } from '../domain/stored-data/import-report'
import { isDisguised } from '../domain/text/visible'
import { isDay, type LocalDay } from '../domain/time/time'
import { bytesIn, tooMuchIn } from './format/bounds'
import { asideOf } from './format/codec'
import { aheadOf, type IsAhead } from './format/future'
import { eventIdPattern, lastDay, rowIdPattern, z } from './format/schema'
import { draftOf, draftPrefix } from './kinds/draft'
import { droppedKey, journalPrefix } from './kinds/journal'
import { recordPrefix } from './kinds/record'
import { registerPrefix } from './kinds/register-row'
import { decodeRun, runPrefix } from './kinds/run'
import { settingsKey } from './kinds/settings'
import { storesKey } from './kinds/stores'
import {
  atOnce,
  type Breathe,
  type Contents,
  contentsInSteps,
  contentsOf,
  isOfOneBrowser,
  type Raw,
} from './snapshot'

/** What an export is recognised by. It holds everything that is stored, by key, as it lies there. */
const format = 'nightlatch-export'

/** The start of the file; the entries follow, each on a line of its own, then `exportEnd`. */
export function exportStart(made: LocalDay): string {
  return `{"format":${JSON.stringify(format)},"version":1,"made":${JSON.stringify(made)},"entries":{`
}

export function exportEntry(key: string, value: unknown, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n${JSON.stringify(key)}:${JSON.stringify(value)}`
}

export const exportEnd = '\n}}\n'

/** The whole file at once. */
export function encodeExport(raw: Raw, made: LocalDay): string {
  const entries = Object.entries(raw).map(([key, value], index) => exportEntry(key, value, index === 0))
  return exportStart(made) + entries.join('') + exportEnd
}

export type Decoded = { kind: 'read'; made: LocalDay; contents: Contents } | Refused

const file = z.object({
  format: z.literal(format),
  version: z.int(),
  made: z.string().check(z.refine(isDay)),
  entries: z.record(z.string(), z.unknown()),
})

/** What we write is nine deep; some room for what a later version may write. */
const deepest = 32
/** A journal at its cap has some 600,000 values. */
const mostValues = 2_000_000

/**
 * Reads an export. Its text comes from anywhere: it is measured before it is parsed, looked through before it is used,
 * and read by the same schemas as what is stored. Refused as a whole, or taken; parts that cannot be read are named.
 * @param today what the file tells of later days cannot be.
 */
export async function decodeExport(
  text: string,
  breathe: Breathe = atOnce,
  today: LocalDay = lastDay,
): Promise<Decoded> {
  if (text.length > largestFile || bytesIn(text) > largestFile) return refuse('too-large')
  const bare = text.replace(/^\ufeff/, '')
  if (bare.trim() === '') return refuse('empty')
  if (await isTooDeep(bare, breathe)) return refuse('too-deep')
  let parsed: unknown
  try {
    parsed = JSON.parse(bare)
  } catch {
    return refuse('not-json')
  }
  await breathe()
  const odd = await firstOdd(parsed, breathe)
  if (odd) return odd
  const found = file.safeParse(parsed)
  if (!found.success) return refuse('not-ours')
  const { version, made, entries } = found.data
  if (version > 1) return refuse('newer')
  if (version < 1) return refuse('not-ours')
  for (const key of Object.keys(entries)) {
    if (!/^[\w./-]{1,200}$/.test(key)) return refuse('odd-names')
  }
  const taken = Object.fromEntries(Object.entries(entries).filter((entry) => !isOfOneBrowser(...entry)))
  const contents = await contentsInSteps(taken, breathe)
  const [newer] = contents.newer
  if (newer !== undefined) return refuse('newer', newer)
  const problem = (await problemIn(taken, contents, breathe)) ?? tooMuchIn(contents)
  return problem ?? { kind: 'read', made, contents: withoutFuture(contents, taken, aheadOf(today)) }
}

/** What it says of days that cannot have been counts as unreadable. */
function withoutFuture(contents: Contents, raw: Raw, isAhead: IsAhead): Contents {
  const damaged = new Map(contents.damaged)
  const kept = <K extends string, V>(
    values: ReadonlyMap<K, V>,
    prefix: string,
    test: (value: V, key: K) => boolean,
  ): Map<K, V> => {
    const ahead = [...values].filter(([key, value]) => test(value, key)).map(([key]) => key)
    for (const key of ahead) damaged.set(prefix + key, raw[prefix + key])
    return new Map([...values].filter(([key]) => !damaged.has(prefix + key)))
  }
  return {
    ...contents,
    records: kept(contents.records, recordPrefix, isAhead.record),
    journal: kept(contents.journal, journalPrefix, (entries, day) => isAhead.entries(day, entries)),
    runs: kept(contents.runs, runPrefix, isAhead.run),
    rows: kept(contents.rows, '', isAhead.row),
    drafts: kept(contents.drafts, '', isAhead.draft),
    damaged,
  }
}

function refuse(why: Refused['why'], where?: string): Refused {
  return { kind: 'refused', why, ...(where === undefined ? {} : { where }) }
}

/** Before parsing: some parsers, and whatever walks the result, go as deep as the text does. */
async function isTooDeep(text: string, breathe: Breathe): Promise<boolean> {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    if (at % 65_536 === 0) await breathe()
    const char = text.charCodeAt(at)
    if (isText) {
      if (char === 0x5c) at += 1
      else if (char === 0x22) isText = false
    } else if (char === 0x22) isText = true
    else if (char === 0x5b || char === 0x7b) {
      depth += 1
      if (depth > deepest) return true
    } else if (char === 0x5d || char === 0x7d) depth -= 1
  }
  return false
}

/** Names that mean something to every object: nobody who writes our files needs them. */
const poison = new Set(['__proto__', 'constructor', 'prototype'])

async function firstOdd(parsed: unknown, breathe: Breathe): Promise<Refused | undefined> {
  let values = 0
  const waiting = [parsed]
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (values % 4096 === 0) await breathe()
    if (values > mostValues) return refuse('too-many')
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const one of value) waiting.push(one)
    } else {
      for (const name of Object.keys(value)) {
        if (poison.has(name)) return refuse('odd-names')
        waiting.push((value as Raw)[name])
      }
    }
  }
  return undefined
}

/** A row for each kind of stored value: what its key, its longest list and its longest text may be. */
const kinds: readonly {
  begins: string
  /** Of what follows, between slashes. */
  names: readonly ((part: string) => boolean)[]
  list: number
  text: number
}[] = [
  { begins: storesKey, names: [], list: mostStores, text: longestNote },
  { begins: settingsKey, names: [], list: 100, text: longestNote },
  { begins: droppedKey, names: [], list: 0, text: longestNote },
  { begins: recordPrefix, names: [isId, isId], list: mostEvents, text: longestNote },
  { begins: journalPrefix, names: [isDay], list: journalCap, text: longestNote },
  { begins: runPrefix, names: [isId], list: mostLogLines, text: longestNote },
  { begins: registerPrefix, names: [isId, isId, isRowId], list: 0, text: longestNote },
  { begins: draftPrefix, names: [isId, isVersion], list: mostLines, text: longestPart },
]

function isRowId(part: string): boolean {
  return rowIdPattern.test(part)
}

function isVersion(part: string): boolean {
  return draftOf(`${draftPrefix}d/${part}`) !== undefined
}

/**
 * What the schemas of what is stored do not ask, because only we write there. Looks at all that would be written, also
 * at what cannot be read: it may say what was meant.
 */
async function problemIn(raw: Raw, contents: Contents, breathe: Breathe): Promise<Refused | undefined> {
  const { records, journal, damaged, runs, rows, drafts, other } = contents
  for (const [key, value] of Object.entries(raw)) {
    await breathe()
    const problem = other.has(key) ? undefined : problemWith(key, value)
    if (problem) return problem
  }
  if (damaged.has(storesKey)) return problemWithStores(raw[storesKey]) ?? refuse('not-ours', storesKey)
  const events = [
    ...[...records].map(([name, record]) => [recordPrefix + name, record.events] as const),
    ...[...journal].map(([day, entries]) => [journalPrefix + day, entries.map(({ id }) => id)] as const),
    ...[...runs].map(([id, run]) => [runPrefix + id, run.log.map((line) => line.id)] as const),
    ...[...drafts].map(([key, { rev }]) => [key, [rev]] as const),
  ]
  for (const [key, ids] of events) {
    await breathe()
    if (!ids.every((id) => eventIdPattern.test(id))) return refuse('odd-names', key)
  }
  for (const [key, value] of damaged) {
    // A run that goes by another's name.
    const run = decodeRun(value)
    if (key.startsWith(runPrefix) && run.kind === 'read') return refuse('odd-names', key)
  }
  if (!Object.keys(raw[settingsKey] ?? {}).every((name) => /^\w{1,40}$/.test(name)))
    return refuse('odd-names', settingsKey)
  for (const [key, { values }] of rows) {
    const { digits = '' } = values
    if (digits !== '' && !isTail(digits)) return refuse('odd-characters', key)
  }
  // What was set aside may be anything; but once it can be read, it can be put back.
  for (const [name, value] of other) {
    await breathe()
    const key = asideOf(name)?.key
    if (key === undefined) continue
    const alone = { [key]: value }
    const found = contentsOf(alone)
    const problem = found.damaged.size > 0 ? undefined : await problemIn(alone, found, breathe)
    if (problem) return problem
  }
  return undefined
}

function problemWith(key: string, value: unknown): Refused | undefined {
  const kind = kinds.find(({ begins }) => key.startsWith(begins))
  // Our own notes: never taken.
  if (!kind) return undefined
  const rest = key.slice(kind.begins.length)
  const parts = rest === '' ? [] : rest.split('/')
  if (parts.length !== kind.names.length || !kind.names.every((isName, at) => isName(parts[at] ?? '')))
    return refuse('odd-names', key)
  if (hasLongList(value, kind.list)) return refuse('too-many', key)
  return hasOddText(value, kind.text) ? refuse('odd-characters', key) : undefined
}

/** Why stores cannot be read, where that can be told. */
function problemWithStores(raw: unknown): Refused | undefined {
  const found = anyStores.safeParse(raw)
  if (!found.success) return undefined
  const { stores } = found.data
  const measures = stores.map((store) => store.measures ?? [])
  const isTooMuch =
    measures.some(({ length }) => length > mostMeasures) || measures.flat().length > mostMeasuresInAll
  if (isTooMuch) return refuse('too-many', storesKey)
  const ids = [...stores.flatMap(({ id, login }) => [id, login]), ...measures.flat().map(({ id }) => id)]
  return ids.every((id) => typeof id !== 'string' || isId(id)) ? undefined : refuse('odd-names', storesKey)
}

const anyStores = z.object({
  stores: z.array(
    z.object({
      id: z.unknown(),
      login: z.unknown(),
      measures: z.exactOptional(z.array(z.object({ id: z.unknown() }))),
    }),
  ),
})

function hasLongList(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value) && value.length > most) return true
  return Object.values(value).some((one) => hasLongList(one, most))
}

/** Control and direction characters can make a name look like another; no text of ours is longer than a note. */
function hasOddText(value: unknown, most: number): boolean {
  if (typeof value === 'string') return value.length > most || isDisguised(value, true)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, one]) => hasOddText(name, most) || hasOddText(one, most))
}
