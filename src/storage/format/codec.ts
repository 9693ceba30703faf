import type { Area } from '../../browser/platform'
import { z } from './schema'

/** What was found under a key. Only `read` may be used; the others must not be lost. */
export type Found<T> =
  | { kind: 'absent' }
  | { kind: 'read'; value: T }
  /** No shape we ever shipped. Kept aside when the key is written again. */
  | { kind: 'damaged'; raw: unknown }
  /** Written by a later version of the extension: ours to keep, not to change. */
  | { kind: 'newer' }

/**
 * Lies under a key that was taken away together with other changes: a browser sets many keys in one go, but sets and
 * removes in two. Counts as absent, and is swept away later (whole.ts).
 */
export const gone = { gone: true } as const
const tombstone = z.strictObject({ gone: z.literal(true) })

export function isGone(raw: unknown): boolean {
  return tombstone.safeParse(raw).success
}

const versioned = z.looseObject({ version: z.int() })

/** @param schema every shape this item ever had, each with its own `version`, turned into the present value. */
export function find<T>(schema: z.ZodMiniType<T>, newest: number, raw: unknown): Found<T> {
  if (raw === undefined) return { kind: 'absent' }
  const value = schema.safeParse(raw)
  if (value.success) return { kind: 'read', value: value.data }
  // No shape of ours looks like it; asked last, since of many stores a thousand values are read at once.
  if (isGone(raw)) return { kind: 'absent' }
  const marked = versioned.safeParse(raw)
  return marked.success && marked.data.version > newest ? { kind: 'newer' } : { kind: 'damaged', raw }
}

/** Our own note of the last change of everything at once (whole.ts): nothing of the seller's. */
export const appliedKey = 'applied'

/**
 * A name for an unreadable value whose key is written again: `damaged/settings`, or `damaged/2/settings` beside an
 * earlier one, so that neither takes the place of the other.
 */
export function asideName(key: string, isTaken: (name: string) => boolean): string {
  let count = 1
  while (isTaken(asideAt(key, count))) count += 1
  return asideAt(key, count)
}

export function asideAt(key: string, count: number): string {
  return count === 1 ? `damaged/${key}` : `damaged/${count}/${key}`
}

/** The key that a value was set aside from, and the how-manieth of it; undefined for every other key. */
export function asideOf(name: string): { key: string; count: number } | undefined {
  const [, count = '1', key] = /^damaged\/(?:(\d+)\/)?(.+)$/.exec(name) ?? []
  return key === undefined ? undefined : { key, count: Number(count) }
}

/** What has to be written along, when these keys are written over, for their values to be kept. */
export async function setAside(
  area: Pick<Area, 'keys'>,
  damaged: ReadonlyMap<string, unknown>,
): Promise<Record<string, unknown>> {
  if (damaged.size === 0) return {}
  const taken = new Set(await area.keys())
  return Object.fromEntries(
    [...damaged].map(([key, raw]) => [asideName(key, (name) => taken.has(name)), raw]),
  )
}

/** A list holds as many as it may. */
export class FullError extends Error {}

/** A change would overwrite what a later version of the extension wrote. */
export class NewerVersionError extends Error {}
