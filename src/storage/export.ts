import { longestName, longestNote } from '../domain/answer'
import { longestPart } from '../domain/draft'
import { isTail } from '../domain/register'
import { isDay, type LocalDay } from '../domain/time'
import { largestFile, type Refused } from '../domain/transfer'
import {
  atOnce,
  type Breathe,
  type Contents,
  contentsInSteps,
  contentsOf,
  originOf,
  type Raw,
} from './contents'
import { asideOf } from './stored'
import { idPattern, rowIdPattern, z } from './zod'

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
/** Each is a value that once could not be read. */
const mostAside = 1000
/** Far more than a seller has; every look at the checklist reads all runs, and every end date begins one. */
const mostOf = { stores: 500, runs: 1000, lines: 5000, rows: 5000, drafts: 5000 }

/**
 * Reads an export. Its text comes from anywhere: it is measured before it is parsed, looked through before it is used,
 * and read by the same schemas as what is stored. Refused as a whole, or taken; parts that cannot be read are named.
 */
export async function decodeExport(text: string, breathe: Breathe = atOnce): Promise<Decoded> {
  if (text.length > largestFile) return refuse('too-large')
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
  const contents = await contentsInSteps(entries, breathe)
  const [newer] = contents.newer
  if (newer !== undefined) return refuse('newer', newer)
  return (await problemIn(contents, breathe)) ?? { kind: 'read', made, contents }
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

function isMadeOf(name: string, ...patterns: readonly RegExp[]): boolean {
  const parts = name.split('/')
  return parts.length === patterns.length && patterns.every((pattern, at) => pattern.test(parts[at] ?? ''))
}

/** What the schemas of what is stored do not ask, because only we write there. Looks at all that would be written. */
async function problemIn(
  { stores, records, journal, settings, runs, rows, drafts, damaged, other }: Contents,
  breathe: Breathe,
): Promise<Refused | undefined> {
  if (damaged.has('stores')) return refuse('not-ours', 'stores')
  if (stores) {
    if (stores.stores.length > mostOf.stores) return refuse('too-many', 'stores')
    const ids = stores.stores.flatMap(({ id, login, measures = [] }) => [
      ...[id, login],
      ...measures.map((measure) => measure.id),
    ])
    if (!ids.every((id) => idPattern.test(id))) return refuse('odd-names', 'stores')
    if (hasOddText(originOf(stores))) return refuse('odd-characters', 'stores')
  }
  for (const [name, record] of records) {
    if (!isMadeOf(name, idPattern, idPattern)) return refuse('odd-names', name)
    if (hasOddText(originOf(record))) return refuse('odd-characters', name)
  }
  for (const [day, entries] of journal) {
    await breathe()
    if (!isDay(day)) return refuse('odd-names', `journal/${day}`)
    if (hasOddText(originOf(entries))) return refuse('odd-characters', `journal/${day}`)
  }
  if (runs.size > mostOf.runs) return refuse('too-many', 'run')
  if (rows.size > mostOf.rows) return refuse('too-many', 'register')
  if (drafts.size > mostOf.drafts) return refuse('too-many', 'draft')
  for (const [id, run] of runs) {
    if (run.log.length > mostOf.lines) return refuse('too-many', `run/${id}`)
    if (!idPattern.test(id) || run.id !== id) return refuse('odd-names', `run/${id}`)
    if (hasOddText(originOf(run))) return refuse('odd-characters', `run/${id}`)
  }
  for (const [key, row] of rows) {
    if (!isMadeOf(key, /^register$/, idPattern, idPattern, rowIdPattern)) return refuse('odd-names', key)
    const { digits = '' } = row.values
    if (hasOddText(originOf(row)) || (digits !== '' && !isTail(digits))) return refuse('odd-characters', key)
  }
  for (const [key, draft] of drafts) {
    if (!isMadeOf(key, /^draft$/, idPattern, /^[1-9]\d{0,4}$/)) return refuse('odd-names', key)
    if (hasOddText(originOf(draft), longestPart)) return refuse('odd-characters', key)
  }
  if (hasOddText(settings)) return refuse('odd-characters', 'settings')
  const aside = [...other].flatMap(([name, value]) => {
    const key = asideOf(name)?.key
    return key === undefined ? [] : [{ key, value }]
  })
  if (aside.length > mostAside) return refuse('too-many')
  // What was set aside may be anything; but once it can be read, it can be put back.
  for (const { key, value } of aside) {
    const problem = await problemIn(contentsOf({ [key]: value }), breathe)
    if (problem && problem.why !== 'not-ours') return problem
  }
  return undefined
}

/** Control and direction characters can make a name look like another; no text of ours is longer than a note. */
const oddText = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const longest = Math.max(longestName, longestNote)

function hasOddText(value: unknown, most = longest): boolean {
  if (typeof value === 'string') return value.length > most || oddText.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, one]) => hasOddText(name, most) || hasOddText(one, most))
}
