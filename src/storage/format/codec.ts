import { z } from './schema'

/** What was found under a key. Only `read` may be used; the others must not be lost. */
export type Found<T> =
  | { kind: 'absent' }
  | { kind: 'read'; value: T }
  /** Has no shape we ever shipped. Set aside when the key is written again. */
  | { kind: 'damaged'; raw: unknown }
  /** Written by a later version of the extension: we keep it and never change it. */
  | { kind: 'newer' }

/**
 * Marks a key that was deleted together with other changes: a browser sets many keys in one call, but setting
 * and removing takes two. Counts as absent and is removed later (replace-all.ts).
 */
export const tombstone = { gone: true } as const
const tombstoneShape = z.lazy(() => z.strictObject({ gone: z.literal(true) }))

export function isTombstone(raw: unknown): boolean {
  return tombstoneShape.safeParse(raw).success
}

const versioned = z.lazy(() => z.looseObject({ version: z.int() }))

/** @param schema every shape the value ever had, each with its `version`, converted to the current value. */
export function find<T>(schema: z.ZodMiniType<T>, newest: number, raw: unknown): Found<T> {
  if (raw === undefined) return { kind: 'absent' }
  const value = schema.safeParse(raw)
  if (value.success) return { kind: 'read', value: value.data }
  // Checked last, because with many stores a thousand values are read at once.
  if (isTombstone(raw)) return { kind: 'absent' }
  const marked = versioned.safeParse(raw)
  return marked.success && marked.data.version > newest ? { kind: 'newer' } : { kind: 'damaged', raw }
}

/**
 * The key for an unreadable value whose key is written again: `damaged/settings`, or `damaged/2/settings` if
 * an earlier one is there, so that neither overwrites the other.
 */
export function asideName(key: string, isTaken: (name: string) => boolean): string {
  let count = 1
  while (isTaken(asideAt(key, count))) count += 1
  return asideAt(key, count)
}

export function asideAt(key: string, count: number): string {
  return count === 1 ? `damaged/${key}` : `damaged/${count}/${key}`
}

/** The original key and the number of a value set aside, such as `damaged/2/settings`. */
export function asideOf(name: string): { key: string; count: number } | undefined {
  const [, count = '1', key] = /^damaged\/(?:(\d+)\/)?(.+)$/.exec(name) ?? []
  return key === undefined ? undefined : { key, count: Number(count) }
}

/** A list has reached its limit. */
export class FullError extends Error {}

/** A change would overwrite what a later version of the extension wrote. */
export class NewerVersionError extends Error {}
