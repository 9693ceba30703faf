import { type Found, find } from '../format/codec'
import { z } from '../format/schema'

/** Our own note of which version of the extension writes here: nothing of the seller's, in no backup and no file. */
export const writtenByKey = 'written-by'

const v1 = z.object({ version: z.literal(1), extension: z.string() })

const stored = z.pipe(
  v1,
  z.transform(({ extension }) => extension),
)

export function decodeWrittenBy(raw: unknown): Found<string> {
  return find(stored, 1, raw)
}

export function encodeWrittenBy(extension: string): z.input<typeof v1> {
  return { version: 1, extension }
}
