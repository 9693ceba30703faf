import type { Showings } from '../../domain/silence'
import { type Found, find } from '../format/codec'
import { day, instant, z } from '../format/schema'

export const showingsKey = 'showings'

/** A week of the most cards that can be chosen, and room. */
const mostShown = 1000

/** The essential checks of the most stores that are kept, and room. */
const mostSeen = 10_000
const seenDue = z
  .record(z.string().check(z.maxLength(300)), day)
  .check(z.refine((seen) => Object.keys(seen).length <= mostSeen))

const v1 = z.object({
  version: z.literal(1),
  since: instant,
  opened: z.boolean(),
  shown: z.array(instant).check(z.maxLength(mostShown)),
  told: z.exactOptional(instant),
  longDue: z.exactOptional(z.object({ seen: seenDue, told: z.exactOptional(day) })),
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
