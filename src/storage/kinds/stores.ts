import { longestNote, type Profile, questions } from '../../domain/answer'
import { type Checklist, emptyChecklist, mostStores, type Store } from '../../domain/checklist'
import { type Commitment, mostCommitments, mostCommitmentsInAll } from '../../domain/commitment'
import { isId } from '../../domain/ids'
import { lazily } from '../../domain/lazily'
import { isStoreFront } from '../../pages/hosts'
import { defineKind } from '../format/kind'
import { bare, commitmentId, day, id, label, paceDays, payoutDays, z } from '../format/schema'

export type Stores = Pick<Checklist, 'stores' | 'current'>

const payoutRhythm = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('every'),
      days: payoutDays,
      from: day,
    }),
    z.object({ kind: z.literal('on-request') }),
  ]),
)

const measure = z.lazy(() =>
  z.object({
    id: commitmentId,
    title: label,
    every: paceDays,
    origin: z.object({ name: label, on: day, draft: z.exactOptional(id) }),
  }),
)

const storeV1 = lazily(() =>
  z.object({
    id,
    name: label,
    login: id,
    fronts: z.array(z.unknown()),
    profile: z.record(z.string(), z.unknown()),
    removed: z.exactOptional(day),
    payouts: z.exactOptional(payoutRhythm),
    measures: z.exactOptional(z.array(measure).check(z.maxLength(mostCommitments))),
  }),
)

/** With the first day of a store. Stores of version 1 have none: they began long ago. */
const storeV2 = lazily(() => z.extend(storeV1(), { began: z.exactOptional(day) }))

/** With the person responsible for it. */
const storeV3 = lazily(() => z.extend(storeV2(), { who: z.exactOptional(label) }))

/** With its group. */
const storeV4 = lazily(() => z.extend(storeV3(), { group: z.exactOptional(label) }))

type AnyStore = typeof storeV1 | typeof storeV2 | typeof storeV3 | typeof storeV4
const listOf = <S extends ReturnType<AnyStore>>(store: S) =>
  z.array(store).check(
    z.minLength(1),
    z.maxLength(mostStores),
    // We never write two stores with one id, or no visible store: that is damage.
    z.refine((stores) => new Set(stores.map((store) => store.id)).size === stores.length),
    z.refine((stores) => stores.some(({ removed }) => removed === undefined)),
    z.refine((stores) => commitmentsIn(stores) <= mostCommitmentsInAll),
  )

const v1 = z.lazy(() => z.object({ version: z.literal(1), stores: listOf(storeV1()), current: id }))
const v2 = z.lazy(() => z.object({ version: z.literal(2), stores: listOf(storeV2()), current: id }))
const v3 = z.lazy(() => z.object({ version: z.literal(3), stores: listOf(storeV3()), current: id }))
const v4 = z.lazy(() => z.object({ version: z.literal(4), stores: listOf(storeV4()), current: id }))

const stored = z.lazy(() =>
  z.pipe(
    z.union([bare(v1), bare(v2), bare(v3), bare(v4)]),
    z.transform(
      ({ stores, current }): Stores => ({
        stores: stores.map((store) => ({
          ...store,
          fronts: knownFronts(store.fronts),
          profile: known(store.profile),
        })),
        current,
      }),
    ),
  ),
)

export const storesKind = defineKind<Stores>({
  prefix: 'stores',
  shape: () => stored,
  version: 4,
  // A whole checklist may be passed in, and its records have their own keys. Where no store has what is new
  // in a version, the one before says all of it: 0.1.0 still reads version 1.
  encode: ({ stores, current }) => ({
    ...(stores.every(({ group }) => group === undefined) && oldestFor(stores)),
    stores,
    current,
  }),
  longest: { list: mostStores, text: longestNote },
  bounds: [
    { name: 'stores', most: mostStores, count: (all) => storesOf(all).length },
    { name: 'measures', most: mostCommitmentsInAll, count: (all) => commitmentsIn(storesOf(all)) },
  ],
  problemIn: (raw, found) => (found.kind === 'damaged' ? (problemWith(raw) ?? 'not-ours') : undefined),
})

/** Of the versions without groups the first that says all of it. */
function oldestFor(stores: readonly Store[]): { version: number } {
  if (stores.some(({ who }) => who !== undefined)) return { version: 3 }
  return { version: stores.some(({ began }) => began !== undefined) ? 2 : 1 }
}

const storesOf = (all: ReadonlyMap<string, Stores>) => [...all.values()].flatMap(({ stores }) => stores)

/** The stores everyone starts with. A new seller's first store begins on the day of the installation. */
export const firstStores: Stores = { stores: emptyChecklist.stores, current: emptyChecklist.current }

/** The reason why stores can't be read, if we can tell. */
function problemWith(raw: unknown) {
  const found = anyStores.safeParse(raw)
  if (!found.success) return undefined
  const { stores } = found.data
  const measures = stores.map((store) => store.measures ?? [])
  const isTooMuch =
    measures.some(({ length }) => length > mostCommitments) || measures.flat().length > mostCommitmentsInAll
  if (isTooMuch) return 'too-many'
  const ids = [...stores.flatMap(({ id, login }) => [id, login]), ...measures.flat().map(({ id }) => id)]
  return ids.every((id) => typeof id !== 'string' || isId(id)) ? undefined : 'odd-names'
}

const anyStores = z.lazy(() =>
  z.object({
    stores: z.array(
      z.object({
        id: z.unknown(),
        login: z.unknown(),
        measures: z.exactOptional(z.array(z.object({ id: z.unknown() }))),
      }),
    ),
  }),
)

function commitmentsIn(stores: readonly { measures?: readonly unknown[] }[]): number {
  return stores.reduce((sum, { measures = [] }) => sum + measures.length, 0)
}

/** The browser is asked about each host and rejects invalid ones. */
function knownFronts(fronts: readonly unknown[]): string[] {
  return [...new Set(fronts)].filter((host) => typeof host === 'string' && isStoreFront(host)) as string[]
}

const anyFronts = z.lazy(() => z.object({ stores: z.array(z.object({ fronts: z.array(z.unknown()) })) }))

export function hasUnknownFronts(raw: unknown): boolean {
  const found = anyFronts.safeParse(raw)
  return (
    found.success && found.data.stores.some(({ fronts }) => knownFronts(fronts).length < new Set(fronts).size)
  )
}

/** Drops answers that this version does not know. */
function known(profile: Readonly<Record<string, unknown>>): Profile {
  const given = Object.entries(questions).filter(([question, answers]) =>
    (answers as readonly unknown[]).includes(profile[question]),
  )
  return Object.fromEntries(given.map(([question]) => [question, profile[question]]))
}

export function mergedStores(own: Stores | undefined, file: Stores | undefined): Stores {
  if (!own || !file) return own ?? file ?? firstStores
  // The store of a new installation: nothing that the seller said is in it.
  if (own.stores.every(isBlank) && file.stores.some(({ id }) => id === own.current)) return file
  const known = own.stores.map((store): Store => {
    const other = file.stores.find(({ id }) => id === store.id)
    const { began, ...rest } = store
    return other
      ? {
          ...rest,
          ...(began && other.began && { began: began < other.began ? began : other.began }),
          name: store.name || other.name,
          fronts: [...new Set([...store.fronts, ...other.fronts])],
          profile: { ...other.profile, ...store.profile },
          ...(!store.who && other.who && { who: other.who }),
          ...(!store.group && other.group && { group: other.group }),
          ...(store.payouts || !other.payouts ? {} : { payouts: other.payouts }),
          ...(other.measures ? { measures: mergedCommitments(store.measures, other.measures) } : {}),
        }
      : store
  })
  const added = file.stores.filter(({ id }) => !own.stores.some((store) => store.id === id))
  return { stores: [...known, ...added], current: own.current }
}

/** Whether the seller has said nothing about the store itself. */
export function isBlank({
  id: _id,
  login: _login,
  began: _began,
  name,
  fronts,
  profile,
  ...rest
}: Store): boolean {
  return [name, ...fronts, ...Object.keys(profile), ...Object.keys(rest)].join('') === ''
}

/** Whether it is the store of a new installation, on whose pages Nightlatch may have been: it saw a front then. */
export function isUntold(store: Store): boolean {
  return isBlank({ ...store, fronts: [] })
}

function mergedCommitments(
  own: readonly Commitment[] = [],
  file: readonly Commitment[],
): readonly Commitment[] {
  return [...own, ...file.filter(({ id }) => !own.some((measure) => measure.id === id))]
}
