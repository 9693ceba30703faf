import { type Profile, paceBounds, questions } from '../domain/answer'
import type { Checklist } from '../domain/checklist'
import { isMeasureId, type Measure } from '../domain/measure'
import { payoutBounds } from '../domain/payout'
import { type Found, find } from './stored'
import { day, z } from './zod'

export const storesKey = 'stores'

export type Stores = Pick<Checklist, 'stores' | 'current'>

const id = z.string().check(z.minLength(1))

const payoutRhythm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('every'),
    days: z.int().check(z.minimum(payoutBounds.least), z.maximum(payoutBounds.most)),
    from: day,
  }),
  z.object({ kind: z.literal('on-request') }),
])

const measure = z.object({
  id: z.string().check(z.refine(isMeasureId)),
  title: z.string(),
  every: z.int().check(z.minimum(paceBounds.least), z.maximum(paceBounds.most)),
  origin: z.object({ name: z.string(), on: day, draft: z.exactOptional(id) }),
})

const v1 = z.object({
  version: z.literal(1),
  stores: z
    .array(
      z.object({
        id,
        name: z.string(),
        login: id,
        fronts: z.array(z.string()),
        profile: z.record(z.string(), z.string()),
        removed: z.exactOptional(day),
        payouts: z.exactOptional(payoutRhythm),
        measures: z.exactOptional(z.array(measure)),
      }),
    )
    .check(
      z.minLength(1),
      // As it was always written: two stores of one id, or none that is shown, is damage.
      z.refine((stores) => new Set(stores.map((store) => store.id)).size === stores.length),
      z.refine((stores) => stores.some(({ removed }) => removed === undefined)),
    ),
  current: id,
})

const stored = z.pipe(
  v1,
  z.transform(
    ({ stores, current }): Stores => ({
      stores: stores.map(({ measures, ...store }) => ({
        ...store,
        profile: known(store.profile),
        ...(measures ? { measures: measures as Measure[] } : {}),
      })),
      current,
    }),
  ),
)

/** An answer that this version does not know counts as not given. */
function known(profile: Readonly<Record<string, string>>): Profile {
  const given = Object.entries(questions).filter(([question, answers]) =>
    (answers as readonly string[]).includes(profile[question] ?? ''),
  )
  return Object.fromEntries(given.map(([question]) => [question, profile[question]]))
}

export function decodeStores(raw: unknown): Found<Stores> {
  return find(stored, 1, raw)
}

export function encodeStores({ stores, current }: Stores): z.input<typeof v1> {
  return {
    version: 1,
    stores: stores.map(({ measures, ...store }) => ({
      ...store,
      fronts: [...store.fronts],
      ...(measures ? { measures: [...measures] } : {}),
    })),
    current,
  }
}
