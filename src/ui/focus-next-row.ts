import type { MeasureId } from '../domain/commitment'
import type { ItemId } from '../domain/items'

/** Of what takes the focus for the whole item. */
export function rowId(item: ItemId | MeasureId): string {
  return `row-${item}`
}

/**
 * Asked before an item is answered, and again when its answer is drawn: what takes the focus then, if its button has
 * gone. Its own row where that is still the same, else the one that took its place, which is folded.
 */
export function nextRow(item: ItemId | MeasureId): () => HTMLElement | null {
  const row = document.getElementById(rowId(item))
  const rows = [...document.querySelectorAll<HTMLElement>('.row')].map(({ id }) => id)
  const at = rows.indexOf(rowId(item))
  return () => {
    if (row?.isConnected) return row
    const others = [rows[at + 1], rows[at - 1], rows[at]].map((id) => document.getElementById(id ?? ''))
    return others.find((one) => one !== null) ?? null
  }
}
