import type { StoreId } from '../ids'
import type { LocalDay } from '../time/time'
import type { Brought } from './giving'

/** In bytes. Limits a file, and everything stored after an import: room for two years of two hundred stores. */
export const largestFile = 32 * 1024 * 1024

/** In bytes. A file is sent to the background in pieces so that the page doesn't freeze. */
export const pieceSize = 256 * 1024
/** More than full pieces need, since pieces may be smaller. */
export const mostPieces = 401

/** How many values of each kind a change adds, changes and removes. */
export type Counts = { added: number; changed: number; removed: number }

export type Changes = {
  stores: readonly ({
    id: StoreId
    /** The name here, and the name in the file if it differs. */
    name: string
    other?: string
    is: 'kept' | 'added' | 'removed'
  } & Counts)[]
  /** What belongs to a login or to this computer. */
  shared: Counts
  journal: Counts
  settings: boolean
  /** Everything else, including what only another version knows. */
  other: Counts
}

export const importModes = ['merge', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

export type ImportPreview = {
  kind: 'preview'
  made: LocalDay
  merge: Changes
  /** Missing: a part that a later version wrote is never replaced. */
  replace?: Changes
  unreadable: readonly string[]
  /** Items that this version doesn't know. They are kept but not shown. */
  unknownItems: readonly string[]
  /**
   * In the file but not imported: permissions, which only the seller can give on this computer; a pause,
   * which belongs to one browser; and sites of stores that this version doesn't know.
   */
  leftOut: readonly LeftOut[]
  /** Settings in the file that this version can't use, by their stored names. */
  leftOutSettings: readonly string[]
  /** The merged data would exceed the limits, so only replacing is possible. */
  mergeIsTooMuch?: true
  /** Set if someone made the file to give it: it is only merged. */
  brings?: Brought
}

export type LeftOut = 'notifications' | 'login-pages' | 'pause' | 'store-fronts'

export const refusals = [
  'empty',
  'too-large',
  'not-utf8',
  'not-json',
  'not-ours',
  'newer',
  'too-deep',
  'too-many',
  /** The file alone would fit, but not together with what is stored here. */
  'together',
  'odd-names',
  'odd-characters',
] as const
export type Refusal = (typeof refusals)[number]
export type Refused = {
  kind: 'refused'
  why: Refusal
  /** The part of the file, if it can be named. */
  where?: string
}
