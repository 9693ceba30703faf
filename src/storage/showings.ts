import type { Showings } from '../domain/moment'
import { type Found, find } from './stored'
import { instant, z } from './zod'

export const showingsKey = 'showings'

/** A week of the most cards that can be chosen, and room. */
const mostShown = 1000

const v1 = z.object({
  version: z.literal(1),
  since: instant,
  opened: z.boolean(),
  shown: z.array(instant).check(z.maxLength(mostShown)),
  told: z.exactOptional(instant),
})

const stored = z.pipe(
  v1,
  z.transform(({ version: _version, ...showings }): Showings => showings),
)

export function decodeShowings(raw: unknown): Found<Showings> {
  return find(stored, 1, raw)
}

export function encodeShowings({ shown, ...showings }: Showings): z.input<typeof v1> {
  return { version: 1, ...showings, shown: [...shown] }
}
