import type { Instant, LocalDay } from '../../domain/time/time'
import { type Found, find } from './codec'
import { z } from './schema'

/** A limit on the number of values of a kind: far more than an agency with two hundred stores needs. */
export type Bound<T> = {
  /** The word that names this bound when a file is refused. */
  name: string
  most: number
  count(values: ReadonlyMap<string, T>): number
}

/**
 * The latest times that a file may contain. On this computer the clock may have been wrong, and the domain
 * copes; from a file, a future day would win every merge or postpone a check for years.
 */
export type Horizon = {
  day: LocalDay
  at: Instant
  /** Plans and reports may be later. */
  plan: Instant
  report: LocalDay
}

/** What a merge may look up in addition to the two values. */
export type Merging = {
  /** The times of events by id, from the journals of both sides. */
  times: ReadonlyMap<string, Instant>
  /** True if this key has a value that can't be read. */
  isUnreadable(key: string): boolean
}

type Rules<T> = {
  /** The only key or, if it ends with a slash, the prefix of all keys of the kind. */
  prefix: string
  /** Checks for the parts of a key after the prefix, separated by slashes. */
  names?: readonly ((part: string) => boolean)[]
  /** In a file: the longest list and the longest text anywhere in a value. */
  longest: { list: number; text: number }
  bounds?: readonly Bound<T>[]
  /** It never leaves this browser: `note` is internal and in no backup, `here` is in no file. */
  of?: 'note' | 'here'
  /** The ids of its events: in a file they must look like ours. */
  eventsIn?(value: T): readonly string[]
  /** True if it contains days after the horizon. */
  isAhead?(value: T, horizon: Horizon, key: string): boolean
  /** What else a file may not contain. */
  problemIn?(
    raw: unknown,
    found: Found<T>,
  ): 'odd-names' | 'odd-characters' | 'too-many' | 'not-ours' | undefined
  /** The owner: a store, a login or this computer; undefined if that can't be read. */
  ownerOf?(key: string, value: T | undefined): string | undefined
  /** True if it contains anything the seller said. */
  speaks?(value: T): boolean
  /** Merges two values of one key. Returns `own` itself if there is nothing to add. */
  join?(own: T, theirs: T, merging: Merging): T
  /** Merges all values of the kind, when one may have to move to another key. */
  joinAll?(
    own: ReadonlyMap<string, T>,
    theirs: ReadonlyMap<string, T>,
    merging: Merging,
  ): ReadonlyMap<string, T>
  /** True if reading leaves out a part of it: it is then set aside when overwritten. */
  isPartly?(raw: unknown): boolean
}

/** A kind of stored value: its rules, and how to read and write it. */
export type Kind<T = unknown> = Rules<T> & {
  decode(raw: unknown, key?: string): Found<T>
  encode(value: T): object
}

/** A value to write. */
export type Entry = { kind: Kind; key: string; value: unknown }

type Spec<T> = Rules<T> & {
  /** All shapes it ever had, each with its `version`, converted to the current value. Never edit one. */
  shape(): z.ZodMiniType<T>
  /** The newest version. */
  version: number
  /** If false, the value does not belong under this key and counts as damaged. */
  fits?(value: T, key: string): boolean
  /** The form to write; by default the value with its version. */
  encode?(value: T): object
}

export function defineKind<T extends object>(spec: Spec<T>): Kind<T> {
  const { version, fits, encode, shape, ...rules } = spec
  const schema = z.lazy(shape)
  return {
    ...rules,
    decode(raw, key) {
      const found = find(schema, version, raw)
      return found.kind === 'read' && key !== undefined && fits?.(found.value, key) === false
        ? { kind: 'damaged', raw }
        : found
    },
    encode: (value) => ({ version, ...(encode?.(value) ?? value) }),
  }
}

export function entry<T>(kind: Kind<T>, key: string, value: T): Entry {
  return { kind, key, value }
}

/** Limits the number of values. */
export function atMost(name: string, most: number): Bound<unknown> {
  return { name, most, count: ({ size }) => size }
}
