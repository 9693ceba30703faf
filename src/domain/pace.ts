import { paceBounds } from './answer'
import { isMeasureId, type MeasureId } from './commitment'
import { type ItemId, itemOf } from './items'

/** Days between two checks of it that a seller may choose. */
export function paceBoundsOf(item: ItemId | MeasureId): { least: number; most: number } {
  const least = isMeasureId(item) ? undefined : itemOf(item).leastDays
  return { ...paceBounds, ...(least === undefined ? {} : { least }) }
}

/** An interval that a seller can choose for this item. */
export function isPace(item: ItemId | MeasureId, days: number): boolean {
  const { least, most } = paceBoundsOf(item)
  return Number.isInteger(days) && days >= least && days <= most
}
