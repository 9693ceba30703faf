import { longestNote } from '../../domain/answer'
import { mostOwnChecks, mostOwnSteps, type OwnCheck } from '../../domain/own-check'
import { type PageId, pageIds } from '../../domain/page'
import { isRecurrence, monthSteps } from '../../domain/time/recurrence'
import { defineKind } from '../format/kind'
import { bare, commitmentId, day, id, instant, label, name, text, z } from '../format/schema'

/** In the seller's order. */
export type OwnChecks = { checks: readonly OwnCheck[] }

const count = z.lazy(() => z.int().check(z.positive()))
const recurs = z.lazy(() =>
  z
    .discriminatedUnion('kind', [
      z.object({ kind: z.enum(['days', 'weeks']), every: count }),
      z.object({ kind: z.literal('months'), every: z.literal(monthSteps), month: count, day: count }),
      z.object({ kind: z.literal('payouts') }),
    ])
    .check(z.refine(isRecurrence)),
)

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    checks: z
      .array(
        z.object({
          id: commitmentId,
          title: label,
          why: text,
          steps: z.array(label).check(z.maxLength(mostOwnSteps)),
          recurs,
          page: z.exactOptional(name),
          store: z.exactOptional(id),
          counts: z.boolean(),
          began: day,
          at: instant,
          archived: z.exactOptional(day),
          origin: z.exactOptional(z.object({ name: label, on: day, draft: z.exactOptional(id) })),
        }),
      )
      .check(
        z.maxLength(mostOwnChecks),
        z.refine((checks) => new Set(checks.map((one) => one.id)).size === checks.length),
      ),
  }),
)

export const ownChecksKind = defineKind<OwnChecks>({
  prefix: 'own-checks',
  shape: () =>
    z.pipe(
      bare(v1),
      z.transform(({ checks }): OwnChecks => ({ checks: checks.map(withKnownPage) })),
    ),
  version: 1,
  longest: { list: mostOwnChecks, text: longestNote },
  bounds: [{ name: 'own-checks', most: mostOwnChecks, count: countOf }],
  isAhead: ({ checks }, last) =>
    checks.some(
      ({ began, at, archived = '', origin }) =>
        at > last.at || [began, archived, origin?.on ?? ''].some((one) => one > last.day),
    ),
  speaks: ({ checks }) => checks.length > 0,
  join: merged,
})

/** A page that only another version knows is left out, and the check stays. */
function withKnownPage({ page, ...check }: z.infer<typeof v1>['checks'][number]): OwnCheck {
  const known = pageIds.find((id): id is PageId => id === page)
  return { ...check, ...(known && { page: known }) }
}

function countOf(all: ReadonlyMap<string, OwnChecks>): number {
  return [...all.values()].reduce((sum, { checks }) => sum + checks.length, 0)
}

/** Of each check the later form, in the order of this side. */
function merged(own: OwnChecks, theirs: OwnChecks): OwnChecks {
  const other = new Map(theirs.checks.map((check) => [check.id, check]))
  const checks = own.checks.map((check) => {
    const twin = other.get(check.id)
    return twin && twin.at > check.at ? twin : check
  })
  const added = theirs.checks.filter(({ id }) => !own.checks.some((check) => check.id === id))
  const isSame = added.length === 0 && checks.every((check, at) => check === own.checks[at])
  return isSame ? own : { checks: [...checks, ...added] }
}
