import { longestNote } from '../../domain/answer'
import type { LocalDay } from '../../domain/time/time'
import { defineKind } from '../format/kind'
import { bare, day, z } from '../format/schema'

export type Dropped = { entries: number; through: LocalDay }

const v1 = z.lazy(() =>
  z.object({ version: z.literal(1), entries: z.int().check(z.nonnegative()), through: day }),
)

/** How many entries the journal's cap has deleted, and through which day. */
export const droppedKind = defineKind<Dropped>({
  prefix: 'journal-dropped',
  shape: () => bare(v1),
  version: 1,
  longest: { list: 0, text: longestNote },
})
