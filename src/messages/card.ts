import type { Answer } from '../domain/answer'
import type { CommitmentId } from '../domain/commitment'
import type { StoreId } from '../domain/ids'
import type { ItemId } from '../domain/items'
import type { Corner } from '../domain/settings'

/**
 * A card as the content script draws it: finished strings in the seller's language. So the content script
 * needs no catalog, and can still show text after the extension is gone. Contains only catalog text, times
 * and Amazon's own address, never personal data.
 */
export type CardContent = {
  lang: string
  dir: 'ltr' | 'rtl'
  /** The accessible name of the region, also shown on the small tab that the card shrinks to. */
  label: string
  /** The product name on the card. */
  brand: string
  /** The name of the button that closes it. */
  close: string
  /** The card's corner of the page. Missing: bottom, at the line's end. */
  corner?: Corner
  /** What its answers are about. Missing while the card asks which store is open. */
  about?: About
  /** What to do, one step at a time, unfolded on the first face. Missing where there is nothing to check. */
  steps?: { show: string; hide: string; texts: readonly string[]; minutes: string }
  faces: Readonly<Record<FaceName, Face>>
}

/** A check of the seller's own has an id that says nothing of it. */
export type About = { store: StoreId; item: ItemId | CommitmentId }

/**
 * `first` is shown first, `when` offers times, `returned` asks after a visit to Amazon's page, and `failed`
 * says that an answer could not be stored.
 */
export type FaceName = 'first' | 'when' | 'returned' | 'failed'

/** One state of the card. */
export type Face = {
  title: string
  lines: readonly string[]
  /** Amazon's own page for this item, opened in a new tab. */
  link?: { label: string; address: string }
  /** Of equal size and weight. */
  buttons: readonly FaceButton[]
  /** What gives no answer, below the answers and lighter. */
  more?: readonly FaceButton[]
  /** What Escape does, and the button that closes the card unless `close` says otherwise. */
  escape: Press
  close?: Press
}

export type FaceButton = { label: string; press: Press }

/** What a press does: sends an answer, shows another face or the panel, retries, or removes the card. */
export type Press =
  | { kind: 'answer'; answer: CardAnswer }
  /** Closes the question which store is open, without an answer. */
  | { kind: 'choose-store'; store: null }
  | { kind: 'face'; face: FaceName }
  /** Shows the page's checks in the panel beside it. */
  | { kind: 'beside' }
  | { kind: 'retry' }
  | { kind: 'remove' }

/**
 * Sent to the tab that shows a card: its item was answered elsewhere. `question`: the seller said in the
 * popup which store is open.
 */
export type Gone = { gone: About | 'question' }

/**
 * The answers that a page can give. The others contain the seller's own words and belong to popup and
 * dashboard. `playbook` opens the fitting playbook in the dashboard, or
 * the seller's own check: the page must not know which one it is.
 */
export type CardAnswer =
  | Extract<Answer, { kind: 'checked' | 'snoozed' | 'dismissed' | 'closed' | 'undone' }>
  | { kind: 'playbook' }
