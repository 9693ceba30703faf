import { defineKind } from '../format/kind'
import { bare, z } from '../format/schema'

// The id, so that a repeated request is applied once; and the deleted keys, which are cleaned up afterwards.
const v1 = z.lazy(() => z.object({ version: z.literal(1), id: z.string(), gone: z.array(z.string()) }))

/** The last change of everything at once. No seller data. */
export const appliedKind = defineKind<{ id: string; gone: readonly string[] }>({
  prefix: 'applied',
  shape: () => bare(v1),
  version: 1,
  longest: { list: 0, text: 0 },
  of: 'note',
})
