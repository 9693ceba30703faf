import type { Revision } from '../browser/platform'
import type { Draft, DraftLabel, SavedDraft, Withheld } from '../domain/appeals/draft'
import type { SellerEvent } from '../domain/checklist'
import type { BackupId, DraftId, EventId, RunId, StoreId } from '../domain/ids'
import type { ItemId } from '../domain/items'
import type { JournalPage, YearOfChecks } from '../domain/journal/journal'
import type { Month, MonthName } from '../domain/journal/month'
import type { CalendarEntry } from '../domain/journal/schedule'
import type { Language } from '../domain/languages'
import type { Overview, StoreOverview } from '../domain/overview'
import type { PageId } from '../domain/page'
import type { PlaybookId, RunEvent, Runs } from '../domain/playbooks/playbook'
import type { Departure, FieldName, RegisterRow, RowPlace, RowValues } from '../domain/registers/register'
import type { ClockFormat, Corner, DateFormat, Pause } from '../domain/settings'
import type { Silence } from '../domain/silence'
import type { ImportMode, Preview, Refused } from '../domain/stored-data/import-report'
import type { BackupLabel } from '../domain/stored-data/retention'
import type { Instant, LocalDay } from '../domain/time/time'
import type { LoginHost, StoreFrontHost } from '../pages/hosts'
import type { CardAnswer, CardContent, Face } from './card'

/**
 * All that the background can be asked. Requests go one way, to the background, and carry ids and numbers,
 * never text or HTML of a page. A new request without a check at the door, or without a handler, does not compile.
 */
export type Protocol = {
  /** A content script tells which page is open; gives back whether this is a time for a card, whatever is due. */
  visit: (argument: Place) => boolean
  /**
   * The moment is calm: gives the card, and with it the right to be the only one in the browser for a while. Asked
   * again for what it shows, a tab keeps that right; null takes it away.
   */
  claim: (argument: Place & { again: { store: StoreId; item: ItemId } | null }) => CardContent | null
  /** The card is gone or out of sight: another tab may show one. */
  free: (argument: null) => null
  /** No calm moment came on this page; `altered`: the whole page is shown in a way in which no press could be trusted. */
  'not-calm': (argument: 'altered' | null) => null
  /** An answer given on a card; gives back the face that confirms it, or nothing when the card may go. */
  'answer-card': (argument: {
    /** Made by who asks, so that an answer sent twice counts once. */
    id: EventId
    store: StoreId
    item: ItemId
    answer: CardAnswer
  }) => Face | null
  /** The question which store is open was closed on the page: this tab is not asked again. */
  'choose-store': (argument: { store: null }) => null
  /** Another account may be open from here on, in all tabs. */
  'account-may-differ': (argument: null) => null
  /** Which store is open in a tab, said by the seller in a page of ours: a page of Amazon's must not know the stores. */
  'say-store': (argument: { tab: number; store: StoreId }) => Sees
  overview: (argument: null) => Overview
  /** Why and how of every item by message name, for the popup, which carries their titles alone. */
  /** Anything the seller says in popup or dashboard. */
  change: (argument: SellerEvent) => Overview
  /** Entries from the newest to older ones, a page at a time. */
  journal: (argument: { before: LocalDay | null }) => JournalPage
  /** Is this address really Amazon's? Nothing of it is kept. */
  /** The name for this browser's entries in the journal; empty for none. */
  'name-self': (argument: { who: string }) => { who: string }
  /** No cards for a while; null ends it. */
  pause: (argument: { for: Pause | null }) => Overview
  /** What the seller chooses for this browser; a part that is null goes back to its default. */
  choose: (argument: {
    quietHours?: { from: number; to: number } | null
    badge?: boolean
    notifications?: boolean
    longDueNotifications?: boolean
    singleKeys?: boolean
    cardsPerDay?: number | null
    cardGapHours?: number | null
    loginHosts?: readonly LoginHost[]
    language?: Language | null
    dateFormat?: DateFormat | null
    clock?: ClockFormat | null
    corner?: Corner | null
  }) => Overview
  /** The state of what is stored, and the backups of it. */
  data: (argument: null) => StoredData
  /** Everything as it lies in the storage, as JSON, and how many values could not be read. Needs nothing else. */
  raw: (argument: null) => { text: string; missing: number }
  /** The backups alone, which lie in another place than all else. */
  backups: (argument: null) => StoredData['backups']
  /** What a backup holds, as a file that can be imported. */
  'backup-file': (argument: { backup: BackupId }) => { text: string }
  /** What lies under a key that cannot be read, as JSON. */
  'read-raw': (argument: { key: string }) => { text: string }
  /** Puts back a value that was set aside and can be read by now; false when it still cannot. */
  'put-back': (argument: { id: EventId; key: string }) => boolean
  /** The parts of a backup that can be brought back alone and would change something, by their keys. */
  'backup-parts': (argument: { backup: BackupId }) => readonly string[]
  /** Brings one of them back; what lies there now is set aside. False when it may not be written there. */
  'restore-part': (argument: { id: EventId; backup: BackupId; key: string }) => boolean
  /** The export, a piece at a time: what to write to the file next, and where to go on; null at the end. */
  export: (argument: { after: string | null }) => { text: string; next: string | null }
  /** A piece of the file to import. Kept in memory, and asked for again when the background was ended meanwhile. */
  'import-piece': (argument: { file: EventId; index: number; text: string }) => null
  /** What the file would change; nothing is written. */
  'import-preview': (argument: ImportedFile) => Preview | Refused
  /** Makes a backup, then writes all of it at once. */
  import: (argument: ImportedFile & Change & { mode: ImportMode }) => Changed | Refused
  /** Makes a backup, then puts back an earlier one; so an undo can be undone. */
  'restore-backup': (argument: Change & { backup: BackupId }) => Changed
  /** Makes a backup, then forgets a store's answers, or with null everything. */
  reset: (argument: Change & { store: StoreId | null }) => Changed
  'delete-backups': (argument: null) => null
  /** When what comes due, over the year that begins today. */
  calendar: (argument: null) => readonly CalendarEntry[]
  /** What was done in a month and what comes due in it, for the store that is shown. */
  month: (argument: { month: MonthName }) => Month
  /** How many checks the last twelve months had, over all stores. */
  'year-of-checks': (argument: null) => YearOfChecks
  /** Every store as the checklist has it, for a page on paper. */
  report: (argument: null) => readonly StoreOverview[]
  /** Every playbook that was ever begun. */
  runs: (argument: null) => Runs
  /** Begins a playbook; `from` is the day it is about, today unless told. The id is made by who asks. */
  'start-playbook': (argument: { run: RunId; playbook: PlaybookId; store: StoreId; from?: LocalDay }) => Runs
  /** Anything the seller does with a playbook that was begun. */
  'change-run': (argument: RunEvent) => Runs
  /** The seller's small lists. Nothing of them ever goes to a content script. */
  registers: (argument: null) => RegisterRows
  /** Adds a row, or changes these of its fields: two tabs that change different ones lose nothing. */
  'put-row': (argument: RowPlace & { values: RowValues }) => RowChanged
  'remove-row': (argument: RowPlace) => RowChanged
  /** The appeal drafts, the last changed first. */
  drafts: (argument: null) => Drafts
  /** Null: there is none that can be read. */
  draft: (argument: { draft: DraftId; version: number }) => SavedDraft | null
  'save-draft': (argument: {
    /** Made by who asks, so that a save sent twice counts once. */
    id: EventId
    draft: DraftId
    /** The version to write over, or a new one. */
    version: number
    /** The save that this one goes on from; null for a new version. */
    base: EventId | null
    store: StoreId
    run?: string
    content: Draft
  }) => DraftSaved
  'set-draft-aside': (argument: { draft: DraftId; aside: boolean }) => Drafts
  /** For good, with all its versions. */
  'forget-draft': (argument: { draft: DraftId }) => Drafts
  /** What Nightlatch knows of a tab, and why there is a card or none. */
  sees: (argument: { tab: number }) => Sees
  /** The same for all of these tabs of which it knows a page. */
  'sees-in': (argument: { tabs: readonly number[] }) => readonly (Sees & { tab: number })[]
}

/** A file that was handed over in so many pieces. */
export type ImportedFile = { file: EventId; pieces: number }

/** A change of everything at once. */
export type Change = {
  /** Made by who asks: also the name of the backup that is made before, and of the undo. */
  id: EventId
  /** The seller has been told that no backup can be made, and wants to go on. */
  withoutBackup: boolean
}

export type Changed = {
  kind: 'changed'
  /** Missing: it is written, and cannot be shown. */
  overview?: Overview
  /** The backup of how it was before; missing when none could be made. */
  undo?: BackupId
}

export type RegisterRows = {
  rows: readonly (RowPlace & RegisterRow)[]
  /** Rows that cannot be read; they are kept. */
  unreadable: number
}

export type RowChanged = RegisterRows & {
  overview: Overview
  /** What was made, because an end date has come. */
  reported?: Departure
  /** Fields out of which a secret was left; all else is stored. */
  withheld?: readonly FieldName[]
}

export type Drafts = { drafts: readonly DraftLabel[]; unreadable: number }

export type DraftSaved = {
  version: number
  at: Instant
  /** Another tab had saved that version meanwhile: this text is now a version of its own. */
  beside: boolean
  /** What was not stored as it was typed; all else is. */
  withheld?: readonly Withheld[]
}

export type StoredData = {
  records: number
  entries: number
  unreadable: readonly {
    key: string
    /** The key that it belongs under. */
    part: string
    /** It was set aside: the first, second … value of its key. */
    aside?: number
    /** It was set aside, and can be read by now. */
    canPutBack: boolean
    /** The newest backup in which it can be read. */
    from?: BackupLabel
  }[]
  /** Keys that a later version wrote. */
  newer: readonly string[]
  /** Newest first; `not-possible` when the browser gives no place for them. */
  backups: readonly BackupLabel[] | 'not-possible'
  /** The day of the newest, where something has changed since and the daily ones seem to have stopped. */
  stopped?: LocalDay
  /** Something seems to be lost, and there is a backup of it: to be offered. */
  lost: boolean
}

/** Where a content script runs: the kind of page, and the host by its exact name. */
export type Place = { page: PageId; host: StoreFrontHost | LoginHost }

export type Request = keyof Protocol
export type Argument<R extends Request> = Parameters<Protocol[R]>[0]
export type Result<R extends Request> = ReturnType<Protocol[R]>

/** As it goes over the wire. */
export type Message<R extends Request = Request> = {
  request: R
  argument: Argument<R>
  /** From a page of ours: what it shows, empty for nothing yet. */
  since?: Revision
}

/** Why a request came to nothing: not allowed or malformed, storage did not answer, or our own fault. */
export type Failure =
  | 'refused'
  | 'could-not-read'
  | 'could-not-store'
  | 'newer-version'
  /** What was to be taken back is no longer the last thing said; nothing was changed. */
  | 'answered-since'
  | 'could-not-back-up'
  /** The background was ended and has forgotten the file: hand it over again. */
  | 'file-forgotten'
  | 'unexpected'

/** All that was used about a tab: the facts, and what came of them. */
export type Sees = {
  /** Missing: no page that we know, or not a page of Seller Central. */
  place?: Place
  outcome: Outcome
}

export type Outcome =
  | { kind: 'card'; item: ItemId }
  | { kind: 'asking-store' }
  | { kind: 'waiting-for-calm' }
  | { kind: 'none'; why: Silence | NoCard }

/** Why no card is shown although it is a time for one. */
type NoCard =
  | 'week-cap'
  | 'nothing-due'
  /** What was said of a check for this page, or of the stores, could not be read. */
  | 'unreadable'
  | 'store-unsaid'
  | 'not-calm'
  | 'altered'
  | 'shown-elsewhere'
  | 'no-page'
  | 'answered'
  /** The browser does not let the script run there; one that runs still is from before. */
  | 'withheld'

export type Reply<R extends Request = Request> = { ok: Result<R>; seen?: Seen } | { error: Failure }

/** With this reply the page that asked shows what is stored, and need not ask again when it is told of it. */
export type Seen = {
  revision: Revision
  /** Where the request changed what is stored, and its result is something else. */
  overview?: Overview
}
