import { isMeasureId, type MeasureId } from '../../domain/commitment'
import type { ItemId } from '../../domain/items'
import type { Overview } from '../../domain/overview'
import type { I18n } from '../../i18n/i18n'
import { itemText } from '../../i18n/item-text'

/** Undefined for a measure that the shown store has not promised: its words are the seller's own. */
export function itemTitle(item: ItemId | MeasureId, { measures }: Overview, i18n: I18n): string | undefined {
  return isMeasureId(item) ? measures.find(({ id }) => id === item)?.title : itemText(i18n, item).title
}
