import { isCommitmentId } from '../../domain/commitment'
import { itemIds } from '../../domain/items'
import { outcomeKinds, roundOrders } from '../../domain/round-view'
import { mostSteps, type RoundStep, type StartedRound } from '../../domain/started-round'
import { defineKind } from '../format/kind'
import { bare, day, eventId, id, name, z } from '../format/schema'

/** In minutes; a round of an hour and a half is a long one. */
const longest = 1000

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    id,
    on: day,
    order: z.enum(roundOrders),
    minutes: z.exactOptional(z.int().check(z.minimum(1), z.maximum(longest))),
    steps: z
      .array(
        z.object({
          store: id,
          check: name,
          minutes: z.int().check(z.minimum(0), z.maximum(longest)),
          outcome: z.exactOptional(
            z.object({
              kind: z.enum(outcomeKinds),
              on: day,
              event: z.exactOptional(eventId),
              elsewhere: z.exactOptional(z.literal(true)),
            }),
          ),
        }),
      )
      .check(z.maxLength(mostSteps)),
    at: z.int().check(z.minimum(0), z.maximum(mostSteps)),
    ended: z.exactOptional(day),
    closed: z.exactOptional(z.literal(true)),
    imported: z.exactOptional(day),
    events: z.array(eventId).check(z.maxLength(100)),
  }),
)

const known: ReadonlySet<string> = new Set(itemIds)

function isKnown<Step extends { check: string }>(step: Step): step is Step & Pick<RoundStep, 'check'> {
  return known.has(step.check) || isCommitmentId(step.check)
}

export const roundKind = defineKind<StartedRound>({
  prefix: 'round',
  shape: () =>
    z.pipe(
      bare(v1),
      // Without the checks that only a later version knows.
      z.transform(({ steps, at, ...round }): StartedRound => {
        return { ...round, steps: steps.filter(isKnown), at: steps.slice(0, at).filter(isKnown).length }
      }),
    ),
  version: 1,
  longest: { list: mostSteps, text: 100 },
  of: 'here',
})
