import type { StoreId } from '../ids'
import type { LocalDay } from '../time/time'

/** Bytes of a file, and of all that is stored after one was taken: a browser gives 10 MB. */
export const largestFile = 8 * 1024 * 1024

/** Bytes per piece: a file is sent to the background in pieces so that the page does not freeze. */
export const pieceSize = 256 * 1024
/** Pieces may be smaller. */
export const mostPieces = 101

/** How many values of each kind a change adds, alters and takes away. */
export type Counts = { added: number; changed: number; removed: number }

/** What would be different afterwards. */
export type Changes = {
  stores: readonly ({
    id: StoreId
    /** Here, and in the file where that differs. */
    name: string
    other?: string
    is: 'kept' | 'added' | 'removed'
  } & Counts)[]
  /** What belongs to a login or to this computer. */
  shared: Counts
  /** Entries of the journal. */
  journal: Counts
  settings: boolean
  /** Whatever else is stored, among it what only another version knows. */
  other: Counts
}

export const importModes = ['merge', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

export type Preview = {
  kind: 'preview'
  /** The day on which the file was made. */
  made: LocalDay
  merge: Changes
  /** Missing: a part that a later version wrote is never replaced. */
  replace?: Changes
  /** Parts of the file that cannot be read. */
  unreadable: readonly string[]
  /** Items that this version does not know: kept, not shown. */
  unknownItems: readonly string[]
  /**
   * In the file but not imported: permissions, which only the seller can give on this computer; a pause, which belongs to
   * one browser; the site of a store, if this version does not know it.
   */
  leftOut: readonly LeftOut[]
  /** Settings of the file that this version cannot use, by their stored names. */
  leftOutSettings: readonly string[]
  /** Together with what is here it would be more than is kept: only replacing is possible. */
  mergeIsTooMuch?: true
}

export type LeftOut = 'notifications' | 'login-pages' | 'pause' | 'store-fronts'

/** Why a file is not taken. */
export const refusals = [
  'empty',
  'too-large',
  'not-utf8',
  'not-json',
  'not-ours',
  'newer',
  'too-deep',
  'too-many',
  /** The file alone would do; with what is here it would be too much. */
  'together',
  'odd-names',
  'odd-characters',
] as const
export type Refusal = (typeof refusals)[number]
export type Refused = {
  kind: 'refused'
  why: Refusal
  /** The part of the file, where it can be named. */
  where?: string
}
