import type { LocalDay } from './time/day'

/**
 * Without archived ones: stores as they are kept, or as views have them. In a file of its own, since popup and panel
 * have no need for all that changes a checklist.
 */
export function presentStores<Of extends { removed?: LocalDay }>({
  stores,
}: {
  stores: readonly Of[]
}): readonly Of[] {
  return stores.filter(({ removed }) => removed === undefined)
}
