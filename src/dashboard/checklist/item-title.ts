import { type CommitmentId, isCommitmentId } from '../../domain/commitment'
import type { ItemId } from '../../domain/items'
import type { Overview } from '../../domain/overview'
import { itemText } from '../../i18n/item-text'
import type { I18n } from '../app/app'

/** Undefined for a measure that the shown store has not promised: its words are the seller's own. */
export function itemTitle(
  item: ItemId | CommitmentId,
  { measures }: Overview,
  i18n: I18n,
): string | undefined {
  return isCommitmentId(item) ? measures.find(({ id }) => id === item)?.title : itemText(i18n, item).title
}
