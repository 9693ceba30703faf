import type { EventId, SellerEvent, StoreId } from '../domain/checklist'
import type { ItemId } from '../domain/items'
import type { JournalPage } from '../domain/journal'
import type { Silence } from '../domain/moment'
import type { Overview } from '../domain/overview'
import type { PageId } from '../domain/page'
import type { Pause } from '../domain/settings'
import type { LocalDay } from '../domain/time'
import type { LoginHost, StoreFrontHost } from '../pages/hosts'
import type { Judgement } from '../pages/official'
import type { CardAnswer, CardContent, Face } from './card'

/**
 * All that the background can be asked. Requests go one way, to the background, and carry ids and numbers,
 * never text or HTML of a page. A new request without a check at the door, or without a handler, does not compile.
 */
export type Protocol = {
  /** A content script tells which page is open; gives back whether a card may be shown when the moment is calm. */
  visit: (argument: Place) => boolean
  /**
   * The moment is calm: gives the card, and with it the right to be the only one in the browser for a while. Asked
   * again for what it shows, a tab keeps that right; null takes it away.
   */
  claim: (argument: Place & { again: { store: StoreId; item: ItemId } | null }) => CardContent | null
  /** The card is gone or out of sight: another tab may show one. */
  free: (argument: null) => null
  /** No calm moment came on this page. */
  'not-calm': (argument: null) => null
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
  change: (argument: SellerEvent) => Overview
  /** Entries from the newest to older ones, a page at a time. */
  journal: (argument: { before: LocalDay | null }) => JournalPage
  /** Is this address really Amazon's? Nothing of it is kept. */
  'judge-address': (argument: { address: string }) => Judgement
  /** The name for this browser's entries in the journal; empty for none. */
  'name-self': (argument: { who: string }) => { who: string }
  /** No cards for a while; null ends it. */
  pause: (argument: { for: Pause | null }) => Overview
  /** What the seller chooses for this browser; a part that is null goes back to its default. */
  choose: (argument: {
    quietHours?: { from: number; to: number } | null
    badge?: boolean
    notifications?: boolean
    loginHosts?: readonly LoginHost[]
  }) => Overview
  /** What Nightlatch knows of a tab, and why there is a card or none. */
  sees: (argument: { tab: number }) => Sees
}

/** Where a content script runs: the kind of page, and the host by its exact name. */
export type Place = { page: PageId; host: StoreFrontHost | LoginHost }

export type Request = keyof Protocol
export type Argument<R extends Request> = Parameters<Protocol[R]>[0]
export type Result<R extends Request> = ReturnType<Protocol[R]>

/** As it goes over the wire. */
export type Message<R extends Request = Request> = { request: R; argument: Argument<R> }

/** Why a request came to nothing: not allowed or malformed, storage did not answer, or our own fault. */
export type Failure = 'refused' | 'could-not-read' | 'could-not-store' | 'newer-version' | 'unexpected'

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
  | { kind: 'none'; why: Silence | 'nothing-due' | 'not-calm' | 'shown-elsewhere' | 'no-page' | 'answered' }

export type Reply<R extends Request = Request> = { ok: Result<R> } | { error: Failure }
