import { type Profile, paceBounds, questions } from '../../domain/answer'
import { type Checklist, mostStores } from '../../domain/checklist'
import { isMeasureId, type Measure, mostMeasures, mostMeasuresInAll } from '../../domain/commitment'
import { isId } from '../../domain/ids'
import { payoutBounds } from '../../domain/time/payout-schedule'
import { isStoreFront } from '../../pages/hosts'
import { type Found, find } from '../format/codec'
import { day, id, label, z } from '../format/schema'

export const storesKey = 'stores'

export type Stores = Pick<Checklist, 'stores' | 'current'>

const payoutRhythm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('every'),
    days: z.int().check(z.minimum(payoutBounds.least), z.maximum(payoutBounds.most)),
    from: day,
  }),
  z.object({ kind: z.literal('on-request') }),
])

const measure = z.object({
  id: z.string().check(z.refine((own) => isId(own) && isMeasureId(own))),
  title: label,
  every: z.int().check(z.minimum(paceBounds.least), z.maximum(paceBounds.most)),
  origin: z.object({ name: label, on: day, draft: z.exactOptional(id) }),
})

const v1 = z.object({
  version: z.literal(1),
  stores: z
    .array(
      z.object({
        id,
        name: label,
        login: id,
        fronts: z.array(z.unknown()),
        profile: z.record(z.string(), z.unknown()),
        removed: z.exactOptional(day),
        payouts: z.exactOptional(payoutRhythm),
        measures: z.exactOptional(z.array(measure).check(z.maxLength(mostMeasures))),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(mostStores),
      // As it was always written: two stores of one id, or none that is shown, is damage.
      z.refine((stores) => new Set(stores.map((store) => store.id)).size === stores.length),
      z.refine((stores) => stores.some(({ removed }) => removed === undefined)),
      z.refine((stores) => measuresIn(stores) <= mostMeasuresInAll),
    ),
  current: id,
})

const stored = z.pipe(
  v1,
  z.transform(
    ({ stores, current }): Stores => ({
      stores: stores.map(({ measures, ...store }) => ({
        ...store,
        fronts: knownFronts(store.fronts),
        profile: known(store.profile),
        ...(measures ? { measures: measures as Measure[] } : {}),
      })),
      current,
    }),
  ),
)

function measuresIn(stores: readonly { measures?: readonly unknown[] }[]): number {
  return stores.reduce((sum, { measures = [] }) => sum + measures.length, 0)
}

/** The browser is asked about each of them, and rejects what is no host. */
function knownFronts(fronts: readonly unknown[]): string[] {
  return [...new Set(fronts)].filter((host) => typeof host === 'string' && isStoreFront(host)) as string[]
}

const anyFronts = z.object({ stores: z.array(z.object({ fronts: z.array(z.unknown()) })) })

export function hasUnknownFronts(raw: unknown): boolean {
  const found = anyFronts.safeParse(raw)
  return (
    found.success && found.data.stores.some(({ fronts }) => knownFronts(fronts).length < new Set(fronts).size)
  )
}

/** An answer that this version does not know counts as not given. */
function known(profile: Readonly<Record<string, unknown>>): Profile {
  const given = Object.entries(questions).filter(([question, answers]) =>
    (answers as readonly unknown[]).includes(profile[question]),
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
