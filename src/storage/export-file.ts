import { longestSnoozeDays } from '../domain/answer'
import { largestFile, type Refused } from '../domain/stored-data/import-report'
import { isDisguised } from '../domain/text/visible'
import { addDays, isDay, type LocalDay } from '../domain/time/time'
import { bytesIn, tooMuchIn } from './bounds'
import {
  atOnce,
  type Contents,
  contentsInSteps,
  contentsOf,
  isOfOneBrowser,
  type Raw,
  type YieldIfDue,
} from './contents'
import { asideOf, isTombstone } from './format/codec'
import type { Horizon } from './format/kind'
import { eventIdPattern, lastDay, z } from './format/schema'
import { kindOf } from './kinds'

/** Identifies an export. It holds everything that is stored, by key, unparsed. */
const format = 'nightlatch-export'

/** The start of the file; then come the entries, one per line, and `exportEnd`. */
export function exportStart(made: LocalDay, isGiven = false): string {
  const given = isGiven ? '"given":true,' : ''
  return `{"format":${JSON.stringify(format)},"version":1,"made":${JSON.stringify(made)},${given}"entries":{`
}

export function exportEntry(key: string, value: unknown, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n${JSON.stringify(key)}:${JSON.stringify(value)}`
}

export const exportEnd = '\n}}\n'

/** @param isGiven it holds what a seller chose for someone else. */
export function encodeExport(raw: Raw, made: LocalDay, isGiven = false): string {
  const entries = Object.entries(raw).map(([key, value], index) => exportEntry(key, value, index === 0))
  return exportStart(made, isGiven) + entries.join('') + exportEnd
}

export type Decoded =
  | {
      kind: 'read'
      made: LocalDay
      contents: Contents
      /** Made for someone else: only to be merged. */
      given?: true
    }
  | Refused

const file = z.lazy(() =>
  z.object({
    format: z.literal(format),
    version: z.int(),
    made: z.string().check(z.refine(isDay)),
    given: z.exactOptional(z.literal(true)),
    entries: z.record(z.string(), z.unknown()),
  }),
)

/** Our files are nine levels deep; this leaves room for later versions. */
const deepest = 32
/** A journal at its cap has some 600,000 values. */
const mostValues = 2_000_000

/**
 * Reads an export. Its text may come from anywhere: it is measured before it is parsed, checked before it is
 * used and read with the schemas of stored values. It is accepted or refused whole; unreadable parts are
 * listed.
 * @param today values with later days count as unreadable.
 */
export async function decodeExport(
  text: string,
  yieldIfDue: YieldIfDue = atOnce,
  today: LocalDay = lastDay,
): Promise<Decoded> {
  if (text.length > largestFile || bytesIn(text) > largestFile) return refuse('too-large')
  const bare = text.replace(/^\ufeff/, '')
  if (bare.trim() === '') return refuse('empty')
  if (await isTooDeep(bare, yieldIfDue)) return refuse('too-deep')
  let parsed: unknown
  try {
    parsed = JSON.parse(bare)
  } catch {
    return refuse('not-json')
  }
  await yieldIfDue()
  const odd = await firstOdd(parsed, yieldIfDue)
  if (odd) return odd
  const found = file.safeParse(parsed)
  if (!found.success) return refuse('not-ours')
  const { version, made, entries, given } = found.data
  if (version > 1) return refuse('newer')
  if (version < 1) return refuse('not-ours')
  for (const key of Object.keys(entries)) {
    if (!/^[\w./-]{1,200}$/.test(key)) return refuse('odd-names')
  }
  const taken = Object.fromEntries(Object.entries(entries).filter((entry) => !isOfOneBrowser(...entry)))
  const contents = await contentsInSteps(taken, yieldIfDue)
  const [newer] = contents.newer
  if (newer !== undefined) return refuse('newer', newer)
  const problem = (await problemIn(taken, contents, yieldIfDue)) ?? tooMuchIn(contents)
  if (problem) return problem
  return { kind: 'read', made, contents: withoutFuture(contents, today), ...(given && { given }) }
}

/** Moves values with impossible future days to the unreadable ones. */
function withoutFuture(contents: Contents, today: LocalDay): Contents {
  const horizon = horizonOf(today)
  const ahead = [...contents.parts].filter(([key, { kind, value }]) => kind.isAhead?.(value, horizon, key))
  const parts = new Map(contents.parts)
  for (const [key] of ahead) parts.delete(key)
  const damaged = new Map([...contents.damaged, ...ahead.map(([key, { raw }]) => [key, raw] as const)])
  return { ...contents, parts, damaged }
}

/** Days: time zones, and a clock that is a little ahead. */
const grace = 2
/** Days. The latest date that a report sets is day 60 after a deactivation. */
const farthestReport = 366

function horizonOf(today: LocalDay): Horizon {
  const day = addDays(today, grace)
  const from = (one: LocalDay) => Date.parse(`${one}T00:00Z`)
  return {
    day,
    at: from(day),
    plan: from(addDays(day, longestSnoozeDays)),
    report: addDays(day, farthestReport),
  }
}

function refuse(why: Refused['why'], where?: string): Refused {
  return { kind: 'refused', why, ...(where === undefined ? {} : { where }) }
}

/** Checked before parsing: some parsers, and all code that walks the result, recurse as deep as the text. */
async function isTooDeep(text: string, yieldIfDue: YieldIfDue): Promise<boolean> {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    if (at % 65_536 === 0) await yieldIfDue()
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

/** Names with a meaning on every object; our files never need them. */
const poison = new Set(['__proto__', 'constructor', 'prototype'])

async function firstOdd(parsed: unknown, yieldIfDue: YieldIfDue): Promise<Refused | undefined> {
  let values = 0
  const waiting = [parsed]
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (values % 4096 === 0) await yieldIfDue()
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

/**
 * Checks what the schemas of stored values don't, because normally only we write there. Covers everything
 * that would be written, even unreadable values, since they may tell why the file is refused.
 */
async function problemIn(raw: Raw, contents: Contents, yieldIfDue: YieldIfDue): Promise<Refused | undefined> {
  for (const [key, value] of Object.entries(raw)) {
    await yieldIfDue()
    const problem = problemWith(key, value, contents)
    if (problem) return refuse(problem, key)
  }
  // A value that was set aside may be anything, but if it becomes readable, it can be put back.
  for (const [name, value] of contents.other) {
    await yieldIfDue()
    const key = asideOf(name)?.key
    if (key === undefined) continue
    const alone = { [key]: value }
    const found = contentsOf(alone)
    const problem = found.damaged.size > 0 ? undefined : await problemIn(alone, found, yieldIfDue)
    if (problem) return problem
  }
  return undefined
}

function problemWith(key: string, raw: unknown, contents: Contents): Refused['why'] | undefined {
  const kind = kindOf(key)
  if (!kind) return undefined
  const { prefix, names = [], longest } = kind
  const rest = key.slice(prefix.length)
  const parts = rest === '' ? [] : rest.split('/')
  if (parts.length !== names.length || !names.every((isName, at) => isName(parts[at] ?? '')))
    return 'odd-names'
  if (hasLongList(raw, longest.list)) return 'too-many'
  if (hasOddText(raw, longest.text)) return 'odd-characters'
  const part = contents.parts.get(key)
  const found = part ? { kind: 'read' as const, value: part.value } : ({ kind: 'damaged', raw } as const)
  const problem = isTombstone(raw) ? undefined : kind.problemIn?.(raw, found)
  if (problem) return problem
  const events = part ? (kind.eventsIn?.(part.value) ?? []) : []
  return events.every((id) => eventIdPattern.test(id)) ? undefined : 'odd-names'
}

function hasLongList(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value) && value.length > most) return true
  return Object.values(value).some((one) => hasLongList(one, most))
}

/** Control and direction characters can disguise a name. `most` is the longest text of the kind. */
function hasOddText(value: unknown, most: number): boolean {
  if (typeof value === 'string') return value.length > most || isDisguised(value, true)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, one]) => hasOddText(name, most) || hasOddText(one, most))
}
