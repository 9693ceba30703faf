import type { CommitmentId } from '../domain/commitment'
import type { ItemId } from '../domain/items'

/** The id of the element that gets the focus for an item. */
export function rowId(item: ItemId | CommitmentId): string {
  return `row-${item}`
}

/**
 * Call before answering an item. The returned function finds what to focus afterwards if the button is gone: the same
 * row, or the folded row that took its place.
 */
export function nextRow(item: ItemId | CommitmentId): () => HTMLElement | null {
  const row = document.getElementById(rowId(item))
  const rows = [...document.querySelectorAll<HTMLElement>('.row')].map(({ id }) => id)
  const at = rows.indexOf(rowId(item))
  return () => {
    if (row?.isConnected) return row
    const others = [rows[at + 1], rows[at - 1], rows[at]].map((id) => document.getElementById(id ?? ''))
    return others.find((one) => one !== null) ?? null
  }
}
