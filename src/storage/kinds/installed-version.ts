import { defineKind } from '../format/kind'
import { bare, z } from '../format/schema'

const v1 = z.object({ version: z.literal(1), extension: z.string() })

/** The version of the extension that last wrote here. No seller data. */
export const writtenByKind = defineKind<{ extension: string }>({
  prefix: 'written-by',
  shape: bare(v1),
  version: 1,
  longest: { list: 0, text: 0 },
  of: 'note',
})
