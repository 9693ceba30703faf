import type { Answer } from '../domain/answer'
import type { StoreId } from '../domain/ids'
import type { ItemId } from '../domain/items'
import type { Corner } from '../domain/settings'

/**
 * A card as the content script draws it: finished strings in the seller's language, so that the content script
 * needs no catalogue and can still speak when the extension behind it is gone. Constant catalogue text, times and
 * Amazon's own address only; nothing personal ever stands on a page.
 */
export type CardContent = {
  lang: string
  dir: 'ltr' | 'rtl'
  /** Accessible name of the region, and on the small tab that it becomes when nobody looks at it: ours, at first sight. */
  label: string
  /** The visible name of the product on the card. */
  brand: string
  /** Where on the page it stands, unless below and at the line's end. */
  corner?: Corner
  /** What its answers are about; missing while the card asks which store is open. */
  about?: { store: StoreId; item: ItemId }
  faces: Readonly<Record<FaceName, Face>>
}

/**
 * `first` is shown first, `when` offers times, `returned` asks after a visit to Amazon's page, `failed` says that an
 * answer could not be stored.
 */
export type FaceName = 'first' | 'when' | 'returned' | 'failed'

/** One look of the card. */
export type Face = {
  title: string
  lines: readonly string[]
  /** Amazon's own page for this item; it opens in a new tab. */
  link?: { label: string; address: string }
  buttons: readonly { label: string; press: Press }[]
  /** What Escape does. */
  escape: Press
}

/** What a press does: tells the background, shows another face, or takes the card away. */
export type Press =
  | { kind: 'answer'; answer: CardAnswer }
  /** The question which store is open is closed without an answer. */
  | { kind: 'choose-store'; store: null }
  | { kind: 'face'; face: FaceName }
  | { kind: 'retry' }
  | { kind: 'remove' }

/**
 * Told to the tab that shows a card: what it is about was answered elsewhere. `question`: the seller has said in the popup
 * which store is open.
 */
export type Gone = { gone: { store: StoreId; item: ItemId } | 'question' }

/**
 * The answers that can be given on a page. The others carry the seller's own words and belong to popup and dashboard.
 * `playbook` goes to the playbook that fits, in the dashboard: which one it is does not stand on the page.
 */
export type CardAnswer =
  | Extract<Answer, { kind: 'checked' | 'snoozed' | 'dismissed' | 'closed' | 'undone' }>
  | { kind: 'playbook' }
