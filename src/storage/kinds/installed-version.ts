import { defineKind } from '../format/kind'
import { bare, z } from '../format/schema'

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    extension: z.string(),
    unreadNews: z.optional(z.literal(true)),
  }),
)

/**
 * The version of the extension that last wrote here, and whether it moved things and the seller has not yet read where
 * they are. No seller data.
 */
export const writtenByKind = defineKind<{ extension: string; unreadNews?: true | undefined }>({
  prefix: 'written-by',
  shape: () => bare(v1),
  version: 1,
  longest: { list: 0, text: 0 },
  of: 'note',
})
