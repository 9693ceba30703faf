import type { ChecklistEvent, EventId, StoreId } from '../domain/checklist'
import type { ItemId } from '../domain/items'
import type { JournalPage } from '../domain/journal'
import type { Overview } from '../domain/overview'
import type { PageId } from '../domain/page'
import type { LocalDay } from '../domain/time'
import type { StoreFrontHost } from '../pages/hosts'
import type { Judgement } from '../pages/official'
import type { CardAnswer, CardContent, Face } from './card'

/**
 * All that the background can be asked. Requests go one way, to the background, and carry ids and numbers,
 * never text or HTML of a page. A new request without a check at the door, or without a handler, does not compile.
 */
export type Protocol = {
  /** A content script tells which page is open and asks for the card to show on it, if any. */
  visit: (argument: { page: PageId; host: StoreFrontHost }) => CardContent | null
  /** An answer given on a card; gives back the face that confirms it, or nothing when the card may go. */
  'answer-card': (argument: {
    /** Made by who asks, so that an answer sent twice counts once. */
    id: EventId
    store: StoreId
    item: ItemId
    answer: CardAnswer
  }) => Face | null
  /** Which store is open in this tab, said by the seller on the card; null: not to be asked again. */
  'choose-store': (argument: { store: StoreId | null }) => null
  overview: (argument: null) => Overview
  /** Anything the seller says in popup or dashboard. */
  change: (argument: ChecklistEvent) => Overview
  /** Entries from the newest to older ones, a page at a time. */
  journal: (argument: { before: LocalDay | null }) => JournalPage
  /** Is this address really Amazon's? Nothing of it is kept. */
  'judge-address': (argument: { address: string }) => Judgement
  /** The name for this browser's entries in the journal; empty for none. */
  'name-self': (argument: { who: string }) => { who: string }
}

export type Request = keyof Protocol
export type Argument<R extends Request> = Parameters<Protocol[R]>[0]
export type Result<R extends Request> = ReturnType<Protocol[R]>

/** As it goes over the wire. */
export type Message<R extends Request = Request> = { request: R; argument: Argument<R> }

/** Why a request came to nothing: not allowed or malformed, storage did not answer, or our own fault. */
export type Failure = 'refused' | 'could-not-read' | 'could-not-store' | 'newer-version' | 'unexpected'

export type Reply<R extends Request = Request> = { ok: Result<R> } | { error: Failure }
