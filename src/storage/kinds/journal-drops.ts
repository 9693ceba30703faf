import type { JournalDrop } from '../../domain/journal/journal'
import { defineKind } from '../format/kind'
import { bare, day, z } from '../format/schema'

type Drops = { drops: readonly JournalDrop[] }

/** More than a year of them, if some days go on each day. */
const mostDrops = 400

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    drops: z.array(z.object({ on: day, from: day, through: day })).check(z.maxLength(mostDrops)),
  }),
)

/** When entries were deleted to stay within the journal's cap, oldest first. 0.1.0 only counted them. */
export const dropsKind = defineKind<Drops>({
  prefix: 'journal-drops',
  shape: () => bare(v1),
  version: 1,
  longest: { list: mostDrops, text: 10 },
  isAhead: ({ drops }, last) => drops.some(({ on }) => on > last.day),
})

/** With one more, which joins one of the same day. The oldest make room. */
export function withDrop({ drops }: Drops, drop: JournalDrop): Drops {
  const last = drops.at(-1)
  if (last?.on !== drop.on) return { drops: [...drops, drop].slice(-mostDrops) }
  const from = last.from < drop.from ? last.from : drop.from
  return { drops: [...drops.slice(0, -1), { ...drop, from }] }
}
