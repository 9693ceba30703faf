import { asideOf, isTombstone } from './format/codec'
import type { Kind } from './format/kind'
import { kindOf } from './kinds'
import { recordKind } from './kinds/record'
import { settingsKind } from './kinds/settings'
import { firstStores, type Stores, storesKind } from './kinds/stores'

/** Everything that is stored, by key, unparsed. */
export type Raw = Readonly<Record<string, unknown>>

/** A value that was read. */
export type Part = {
  kind: Kind
  value: unknown
  /** As it was stored: a shape leaves out fields of later versions. Missing for a value made here. */
  raw?: unknown
}

/** Everything that is stored, parsed, without our internal notes and tombstones. */
export type Contents = {
  parts: ReadonlyMap<string, Part>
  /** Keys that this version does not know, including values set aside. */
  other: ReadonlyMap<string, unknown>
  /** Keys whose value has no shape that was ever shipped, with that value. */
  damaged: ReadonlyMap<string, unknown>
  /** Keys that a later version wrote. */
  newer: ReadonlySet<string>
}

/** Yields if it is time to: in Firefox the background and all our pages share one thread. */
export type YieldIfDue = () => Promise<void>

export const atOnce: YieldIfDue = async () => undefined

export function contentsOf(raw: Raw): Contents {
  const { take, contents } = createReader()
  for (const [key, value] of Object.entries(raw)) take(key, value)
  return contents
}

/** Like `contentsOf`, in steps, for a journal of years. */
export async function contentsInSteps(raw: Raw, yieldIfDue: YieldIfDue): Promise<Contents> {
  const { take, contents } = createReader()
  for (const [key, value] of Object.entries(raw)) {
    take(key, value)
    await yieldIfDue()
  }
  return contents
}

function createReader() {
  const parts = new Map<string, Part>()
  const other = new Map<string, unknown>()
  const damaged = new Map<string, unknown>()
  const newer = new Set<string>()
  function take(key: string, raw: unknown): void {
    const kind = kindOf(key)
    if (kind?.of === 'note' || isTombstone(raw)) return
    const found = kind?.decode(raw, key)
    if (!kind || !found) other.set(key, raw)
    else if (found.kind === 'read') parts.set(key, { kind, value: found.value, raw })
    else if (found.kind === 'damaged') damaged.set(key, raw)
    else if (found.kind === 'newer') newer.add(key)
  }
  return { contents: { parts, other, damaged, newer } satisfies Contents, take }
}

/** The values of one kind, by key. */
export function valuesOf<T>({ parts }: Pick<Contents, 'parts'>, kind: Kind<T>): ReadonlyMap<string, T> {
  return new Map([...parts].flatMap(([key, part]) => (part.kind === kind ? [[key, part.value as T]] : [])))
}

/** The value of a kind that has one key. */
export function singleOf<T>({ parts }: Pick<Contents, 'parts'>, kind: Kind<T>): T | undefined {
  const part = parts.get(kind.prefix)
  return part?.kind === kind ? (part.value as T) : undefined
}

/** The contents in the form they are stored in, including keys that this version does not know. */
export function rawOf({ parts, other }: Pick<Contents, 'parts' | 'other'>): Record<string, unknown> {
  // Names come from a file: `fromEntries` defines each as an own property, even `__proto__`.
  return Object.fromEntries([
    ...other,
    ...[...parts].map(([key, { kind, value, raw }]) => [key, raw ?? kind.encode(value)] as const),
  ])
}

/**
 * True for what belongs to one browser and is never imported: when cards were shown, and settings that were
 * set aside, because putting them back would skip the check of what they turn on.
 */
export function isOfOneBrowser(key: string, value: unknown): boolean {
  const aside = asideOf(key)?.key
  const isOwn = [key, aside ?? ''].some((one) => kindOf(one)?.of !== undefined)
  return isOwn || (aside === settingsKind.prefix && settingsKind.decode(value).kind === 'read')
}

/** The stores that the records belong to; undefined if there are no stores and no records. */
export function storesIn(contents: Pick<Contents, 'parts'>): Stores | undefined {
  const hasRecords = () => [...contents.parts.values()].some(({ kind }) => kind === recordKind)
  return singleOf(contents, storesKind) ?? (hasRecords() ? firstStores : undefined)
}

/** True without any data from the seller. Our own notes don't count: a first visit restores a front. */
export function isSilent({ parts }: Pick<Contents, 'parts'>): boolean {
  return ![...parts.values()].some(({ kind, value }) => kind.speaks?.(value))
}

/** Compares two values by content; the order of names does not matter. */
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

/** The owner of a value: a store, a login or this computer; undefined if it has none. */
export function ownerOf(key: string, { parts }: Contents): string | undefined {
  return kindOf(key)?.ownerOf?.(key, parts.get(key)?.value)
}
