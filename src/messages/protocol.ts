import type { Revision } from '../browser/platform'
import type { Draft, DraftLabel, SavedDraft, Withheld } from '../domain/appeals/draft'
import type { SellerEvent } from '../domain/checklist'
import type { CommitmentId } from '../domain/commitment'
import type { BackupId, DraftId, EventId, RunId, StoreId } from '../domain/ids'
import type { ItemId } from '../domain/items'
import type { JournalPage, YearOfChecks } from '../domain/journal/journal'
import type { Month, MonthName } from '../domain/journal/month'
import type { CalendarEntry } from '../domain/journal/schedule'
import type { Language } from '../domain/languages'
import type { Overview, StoreOverview } from '../domain/overview'
import type { PageId } from '../domain/page'
import type { PlaybookId, RunEvent, RunsView, StepId } from '../domain/playbooks/playbook'
import type { Departure, FieldName, RegisterRow, RowPlace, RowValues } from '../domain/registers/register'
import type { ClockFormat, Corner, DateFormat, Pause } from '../domain/settings'
import type { Silence } from '../domain/silence'
import type { RoundAsked, RoundEvent } from '../domain/started-round'
import type { Giving, GivingChoices, NamingText } from '../domain/stored-data/giving'
import type { ImportMode, ImportPreview, Refused } from '../domain/stored-data/import-report'
import type { BackupLabel } from '../domain/stored-data/retention'
import type { Instant, LocalDay } from '../domain/time/time'
import type { LoginHost, StoreFrontHost } from '../pages/hosts'
import type { About, CardAnswer, CardContent, Face } from './card'
import type { PanelView } from './panel'

/**
 * Every request to the background. Requests carry ids and numbers, never text or HTML of a page. A new
 * request without authorization rules (background/authorize.ts) or without a handler does not compile.
 */
export type Protocol = {
  /** A content script says which page is open. Returns whether a card may be shown now, whatever is due. */
  visit: (argument: Place) => boolean
  /**
   * The moment is calm. Returns the card and reserves the only card of the browser for this tab for a while.
   * A tab that asks `again` for its own card renews that lease. Null revokes it.
   */
  claim: (argument: Place & { again: About | null }) => CardContent | null
  /** The card is gone or out of sight, so another tab may show one. */
  free: (argument: null) => null
  /** No calm moment came on this page. `altered`: the page is displayed so that no press can be trusted. */
  'not-calm': (argument: 'altered' | null) => null
  /** An answer given on a card. Returns the face that confirms it, or null if the card may disappear. */
  'answer-card': (argument: {
    /** Made by the caller, so that an answer sent twice counts once. */
    id: EventId
    store: StoreId
    item: About['item']
    answer: CardAnswer
  }) => Face | null
  /** Opens the panel beside the page of this card: the browser allows it at once after a press only (start.ts). */
  'show-beside': (argument: { id: EventId } & About) => null
  /** The question which store is open was closed on the page. This tab is not asked again. */
  'choose-store': (argument: { store: null }) => null
  /** Another account may be open from here on, in all tabs. */
  'account-may-differ': (argument: null) => null
  /** The seller says in our page which store is open in a tab. Amazon's page must not know the stores. */
  'say-store': (argument: { tab: number; store: StoreId }) => Sees
  overview: (argument: null) => Overview
  /** Anything the seller says in popup or dashboard. */
  change: (argument: SellerEvent) => Overview
  /** Entries from newest to oldest, one page at a time. */
  journal: (argument: { before: LocalDay | null }) => JournalPage
  /** The name for this browser's entries in the journal. Empty for none. */
  'name-self': (argument: { who: string }) => { who: string }
  /** No cards for a while. Null ends the pause. */
  pause: (argument: { for: Pause | null }) => Overview
  /** Settings for this browser. Null restores a default. */
  choose: (argument: {
    quietHours?: { from: number; to: number } | null
    badge?: boolean
    notifications?: boolean
    longDueNotifications?: boolean
    singleKeys?: boolean
    roundOpensPages?: boolean | null
    unreadNews?: null
    cardsPerDay?: number | null
    cardGapHours?: number | null
    loginHosts?: readonly LoginHost[]
    language?: Language | null
    letterLanguage?: Language | null
    fillLetters?: boolean | null
    dateFormat?: DateFormat | null
    clock?: ClockFormat | null
    corner?: Corner | null
  }) => Overview
  /** The state of the stored data, and its backups. */
  data: (argument: null) => StoredData
  /** All stored values as JSON, and how many could not be read. Works even if nothing else does. */
  raw: (argument: null) => { text: string; missing: number }
  /** The backups alone, which are stored separately. */
  backups: (argument: null) => StoredData['backups']
  /** The content of a backup as a file that can be imported. */
  'backup-file': (argument: { backup: BackupId }) => { text: string }
  /** The value of a key that can't be read, as JSON. */
  'read-raw': (argument: { key: string }) => { text: string }
  /** Puts back a value that was set aside and can be read by now. False if it still can't. */
  'put-back': (argument: { id: EventId; key: string }) => boolean
  /** Keys of the parts of a backup that can be restored separately and would change something. */
  'backup-parts': (argument: { backup: BackupId }) => readonly string[]
  /** Restores one of these parts and sets aside its current value. False if that key may not be written. */
  'restore-part': (argument: { id: EventId; backup: BackupId; key: string }) => boolean
  /** One piece of the export: its text, and the key to continue after. Null at the end. */
  export: (argument: { after: string | null }) => { text: string; next: string | null }
  /** What of the records can be given to someone else. */
  'giving-choices': (argument: null) => GivingChoices
  /** A file with what was chosen, and the texts in it that may name someone else. Stores nothing. */
  give: (argument: Giving) => { text: string; naming: readonly NamingText[] }
  /** A piece of the file to import. Kept in memory: if the background stops, it asks for all pieces again. */
  'import-piece': (argument: { file: EventId; index: number; text: string }) => null
  /** What the file would change. Writes nothing. */
  'import-preview': (argument: ImportedFile) => ImportPreview | Refused
  /** Makes a backup, then writes everything at once. */
  import: (argument: ImportedFile & Change & { mode: ImportMode }) => Changed | Refused
  /** Makes a backup, then restores an earlier one, so that an undo can be undone. */
  'restore-backup': (argument: Change & { backup: BackupId }) => Changed
  /** Makes a backup, then deletes a store's answers. Null deletes everything. */
  reset: (argument: Change & { store: StoreId | null }) => Changed
  'delete-backups': (argument: null) => null
  /** What comes due in the year from today. */
  calendar: (argument: null) => readonly CalendarEntry[]
  /** What was done in a month and what comes due in it, for the store that is shown. */
  month: (argument: { month: MonthName }) => Month
  /** How many checks were done in each of the last twelve months, over all stores. */
  'year-of-checks': (argument: null) => YearOfChecks
  /** Every store in full, for printing. */
  report: (argument: null) => readonly StoreOverview[]
  runs: (argument: null) => RunsView
  /** Starts a playbook. `from` is the day it is about; missing: today. The caller makes the id. */
  'start-playbook': (argument: {
    run: RunId
    playbook: PlaybookId
    store: StoreId
    from?: LocalDay
  }) => RunsView
  'change-run': (argument: RunEvent) => RunsView
  /**
   * Starts a round, in place of the last one. The caller makes its id. Nothing is stored if nothing is due. The
   * answers in a round are answers to the checklist (`change`).
   */
  'begin-round': (argument: RoundAsked) => Overview
  /** Skips a check, goes back, stops the round, or puts away what was done. */
  'change-round': (argument: RoundEvent) => Overview
  /** The rows of all registers. They are never sent to a content script. */
  registers: (argument: null) => RegisterRows
  /** Adds a row, or changes only these fields, so that two tabs can change different ones. */
  'put-row': (argument: RowPlace & { values: RowValues }) => RowChanged
  'remove-row': (argument: RowPlace) => RowChanged
  /** The appeal drafts, last changed first. */
  drafts: (argument: null) => Drafts
  /** Null if there is none, or if it can't be read. */
  draft: (argument: { draft: DraftId; version: number }) => SavedDraft | null
  'save-draft': (argument: {
    /** Made by the caller, so that a save sent twice counts once. */
    id: EventId
    draft: DraftId
    /** The version to overwrite, or a new one. */
    version: number
    /** The save that this one is based on. Null for a new version. */
    base: EventId | null
    store: StoreId
    run?: string
    content: Draft
  }) => DraftSaved
  'set-draft-aside': (argument: { draft: DraftId; aside: boolean }) => Drafts
  /** Permanently, with all its versions. */
  'forget-draft': (argument: { draft: DraftId }) => Drafts
  /** What the panel of a window shows, kept until the browser closes: a browser may reload a panel at any moment. */
  panel: (argument: { window: number }) => PanelState
  /** Replies what is kept: something else if the panel hasn't followed another page's request yet. */
  'keep-panel': (argument: { window: number } & Omit<PanelState, 'opens'>) => PanelState
  /** Another page of ours wants the panel of its window to show this. */
  'show-in-panel': (
    argument: { id: EventId; window: number } & Pick<PanelState, 'view' | 'guide' | 'opens'>,
  ) => null
  /** What Nightlatch knows about a tab, and why there is a card or none. */
  sees: (argument: { tab: number }) => Sees
  /** The same for each of these tabs whose page it knows. */
  'sees-in': (argument: { tabs: readonly number[] }) => readonly (Sees & { tab: number })[]
}

/** What the panel of one window shows. */
export type PanelState = {
  view: PanelView
  /** The last Seller Central page that was in front. */
  place?: Place
  /** A note that is being written. */
  draft?: { store: StoreId; item: ItemId | CommitmentId; note: string }
  /** How far it is scrolled, in pixels, and what it shows there: something else starts at its top. */
  scroll?: { of: string; top: number }
  /** The guide that is shown: a run at one of its steps, or one to read before it is started. Missing: all of them. */
  guide?: { run: RunId; step?: StepId } | { playbook: PlaybookId }
  /** A press elsewhere led here, and is to open the page of the round's check as well: once, if the seller wants that. */
  opens?: true
  /** What is being written in the fields of runs. */
  typed?: readonly { store: StoreId; field: string; text: string }[]
  /** Which request of another page it last followed. */
  asked?: EventId
}

/** A file that was sent in this many pieces. */
export type ImportedFile = { file: EventId; pieces: number }

/** A change of all data at once. */
export type Change = {
  /** Made by the caller. Also names the backup made before the change, and the undo. */
  id: EventId
  /** The seller knows that no backup can be made, and wants to continue. */
  withoutBackup: boolean
}

export type Changed = {
  kind: 'changed'
  /** Missing: the change was written but can't be shown. */
  overview?: Overview
  /** The backup from before the change. Missing if none could be made. */
  undo?: BackupId
}

export type RegisterRows = {
  rows: readonly (RowPlace & RegisterRow)[]
  /** The number of rows that can't be read. They are kept. */
  unreadable: number
}

export type RowChanged = RegisterRows & {
  overview: Overview
  /** The report and the run that were made because an end date has come. */
  reported?: Departure
  /** Fields from which a secret was removed. Everything else is stored. */
  withheld?: readonly FieldName[]
}

export type Drafts = { drafts: readonly DraftLabel[]; unreadable: number }

export type DraftSaved = {
  version: number
  at: Instant
  /** Another tab saved that version meanwhile, so this text became a version of its own. */
  beside: boolean
  /** What was not stored as typed. Everything else is stored. */
  withheld?: readonly Withheld[]
}

export type StoredData = {
  records: number
  entries: number
  unreadable: readonly {
    key: string
    /** The key that the value belongs to. */
    part: string
    /** Only for values that were set aside: 1 for the first of its key, and so on. */
    aside?: number
    /** Whether a value that was set aside can be read by now. */
    canPutBack: boolean
    /** The newest backup in which it can be read. */
    from?: BackupLabel
  }[]
  /** Keys that a later version wrote. */
  newer: readonly string[]
  /** Newest first. `not-possible` if the browser has no place for them. */
  backups: readonly BackupLabel[] | 'not-possible'
  /** The day of the newest backup, if something changed since and daily backups seem to have stopped. */
  stopped?: LocalDay
  /** Data seems to be lost and a backup has it, so the page offers to restore it. */
  lost: boolean
}

/** Where a content script runs: the kind of page, and the exact host. */
export type Place = { page: PageId; host: StoreFrontHost | LoginHost }

export type Request = keyof Protocol
export type Argument<R extends Request> = Parameters<Protocol[R]>[0]
export type Result<R extends Request> = ReturnType<Protocol[R]>

export type Message<R extends Request = Request> = {
  request: R
  argument: Argument<R>
  /** From our own pages: the revision they show, empty if none yet. */
  since?: Revision
}

/** Why a request failed: not allowed or malformed, storage failed, or a bug of ours. */
export type Failure =
  | 'refused'
  | 'could-not-read'
  | 'could-not-store'
  | 'newer-version'
  /** The answer to undo is no longer the last one. Nothing was changed. */
  | 'answered-since'
  | 'could-not-back-up'
  /** The background stopped and lost the file: send it again. */
  | 'file-forgotten'
  | 'unexpected'

/** Everything that was used about a tab, and the result. */
export type Sees = {
  /** Missing: not a page of Seller Central, or not one that we know. */
  place?: Place
  outcome: Outcome
}

export type Outcome =
  | { kind: 'card'; item: About['item'] }
  | { kind: 'asking-store' }
  | { kind: 'waiting-for-calm' }
  | { kind: 'none'; why: Silence | NoCard }

/** Why no card is shown although one would be allowed now. */
type NoCard =
  | 'week-cap'
  | 'nothing-due'
  /** The stores, or the record of a check for this page, could not be read. */
  | 'unreadable'
  | 'store-unsaid'
  | 'not-calm'
  | 'altered'
  | 'shown-elsewhere'
  | 'no-page'
  | 'answered'
  /** The browser doesn't let the script run there. A script that still runs was started before. */
  | 'withheld'

export type Reply<R extends Request = Request> = { ok: Result<R>; seen?: Seen } | { error: Failure }

/** The caller now shows this revision, and need not ask again when it is told about it. */
export type Seen = {
  revision: Revision
  /** Set if the request changed stored data and its result is not an overview. */
  overview?: Overview
}
