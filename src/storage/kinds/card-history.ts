import type { Showings } from '../../domain/silence'
import { defineKind } from '../format/kind'
import { bare, day, instant, z } from '../format/schema'

/** A week with the most cards a seller can choose, with room to spare. */
const mostShown = 1000

/** The essential checks of the most stores allowed, with room to spare. */
const mostSeen = 10_000
const seenDue = z.lazy(() =>
  z
    .record(z.string().check(z.maxLength(300)), day)
    .check(z.refine((seen) => Object.keys(seen).length <= mostSeen)),
)

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    since: instant,
    opened: z.boolean(),
    shown: z.array(instant).check(z.maxLength(mostShown)),
    told: z.exactOptional(instant),
    longDue: z.exactOptional(z.object({ seen: seenDue, told: z.exactOptional(day) })),
  }),
)

export const showingsKind = defineKind<Showings>({
  prefix: 'showings',
  shape: () => bare(v1),
  version: 1,
  longest: { list: mostShown, text: 0 },
  of: 'here',
})
