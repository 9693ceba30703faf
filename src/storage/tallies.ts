import { type Checklist, keyOf, recordKey, type Store, type Tally } from '../domain/checklist'
import type { StoreId } from '../domain/ids'
import { isSaid } from '../domain/item-record'
import { items, type Scope } from '../domain/items'
import { ownChecksOf } from '../domain/own-check'
import { added, basisOf, tallyOf } from '../domain/tally'
import { dayOf, type Instant, instantOf, type Now } from '../domain/time/time'
import { recordPrefix } from './kinds/record'
import type { Remembering } from './remembering'

/** What is told of stores whose records were not read. */
export type Others = {
  tallies: ReadonlyMap<StoreId, Tally>
  /** Their records that could not be read, by record key. */
  unread: ReadonlyMap<string, 'damaged' | 'newer'>
  /** The seller said something about one of them. */
  isSaid: boolean
}

/** What is kept for an owner of records: what they add to each store that has them. */
type OfOwner = {
  /** The id of the premise. */
  premise: string
  /** It holds from then until a planned time comes, as long as its premise does. */
  from: Instant
  until?: Instant
  unread: readonly (readonly [key: string, why: 'damaged' | 'newer'])[]
  isSaid: boolean
  /** By scope and store. */
  parts: Readonly<Record<string, { basis: string; tally: Tally }>>
}

/** What counts for all stores: the day and its zone, the seller's own checks, and an organization's intervals. */
type Premise = { text: string; id: string }
/** No key begins with it, so it is never forgotten. */
const premiseName = 'premise/'

type Part = { name: string; store: Store; scope: Scope; basis: string }

const scopes = ['store', 'login', 'computer'] as const satisfies readonly Scope[]

/** The beginning of all keys of records that a store has with others, or alone. */
function beginningOf(scope: Scope, { id, login }: Store): string {
  return `${recordPrefix}${{ store: id, login, computer: 'computer' }[scope]}/`
}

/** The keys of all records that these parts may have. */
function namesOf({ own }: Pick<Checklist, 'own'>, parts: readonly Part[]): string[] {
  const names = parts.flatMap(({ store, scope }) => [
    ...items.filter((item) => item.scope === scope).map((item) => recordKey(item, store)),
    ...(scope === 'store' ? ownChecksOf(own, store).map(({ id }) => keyOf(id, store)) : []),
  ])
  return [...new Set(names)]
}

/**
 * What stores add to the counts, from what was kept when their records were last read. Reads only the records of
 * owners for which nothing is kept that still holds: after a change, and on a new day.
 * @param base everything but the records. @param read the checklist of the records with these names.
 */
export async function talliesOf(
  area: Remembering,
  stores: readonly Store[],
  base: Omit<Checklist, 'records' | 'unread' | 'far'>,
  now: Now,
  read: (names: readonly string[]) => Promise<Pick<Checklist, 'records' | 'unread'>>,
): Promise<Others> {
  const owners = new Map<string, Part[]>()
  for (const store of stores) {
    const basis = basisOf(base.stores, store, now)
    for (const scope of scopes) {
      const beginning = beginningOf(scope, store)
      const parts = owners.get(beginning) ?? []
      owners.set(beginning, parts)
      parts.push({ name: `${scope}/${store.id}`, store, scope, basis })
    }
  }
  const since = area.moment()
  const kept = await area.kept([...owners.keys(), premiseName])
  const { own, organization } = base
  const text = JSON.stringify([dayOf(now), now.timeZoneId, own, organization?.intervals])
  const before = kept.get(premiseName) as Premise | undefined
  const premise: Premise = before?.text === text ? before : { text, id: crypto.randomUUID() }
  const holding = (beginning: string) => {
    const one = kept.get(beginning) as OfOwner | undefined
    const at = instantOf(now)
    const isNow = one?.premise === premise.id && at >= one.from && (one.until === undefined || at < one.until)
    return isNow ? one : undefined
  }
  const stale = [...owners].flatMap(([beginning, parts]) => {
    const before = holding(beginning)
    const missing = parts.filter(({ name, basis }) => before?.parts[name]?.basis !== basis)
    return missing.length === 0 ? [] : [{ beginning, before, missing }]
  })
  const found =
    stale.length === 0 ? undefined : await read(stale.flatMap(({ missing }) => namesOf(base, missing)))
  const made = new Map(
    stale.map(({ beginning, before, missing }): [string, OfOwner] => [
      beginning,
      ofOwner(
        { ...base, ...(found ?? { records: {} }) },
        missing,
        { ...noneYet, ...before, premise: premise.id },
        now,
      ),
    ]),
  )
  if (made.size > 0) await area.keep(new Map<string, unknown>([...made, [premiseName, premise]]), since)
  const all = new Map([...owners.keys()].map((one) => [one, made.get(one) ?? holding(one) ?? noneYet]))
  return {
    tallies: new Map(
      stores.map((store) => [
        store.id,
        added(
          scopes.flatMap(
            (scope) => all.get(beginningOf(scope, store))?.parts[`${scope}/${store.id}`]?.tally ?? [],
          ),
        ),
      ]),
    ),
    unread: new Map([...all.values()].flatMap(({ unread }) => unread)),
    isSaid: [...all.values()].some((one) => one.isSaid),
  }
}

const noneYet: OfOwner = { premise: '', from: 0, unread: [], isSaid: false, parts: {} }

/** Adds parts whose records were read to what is kept for their owner. */
function ofOwner(checklist: Checklist, parts: readonly Part[], before: OfOwner, now: Now): OfOwner {
  const names = namesOf(checklist, parts)
  const records = names.flatMap((name) => checklist.records[name] ?? [])
  const until = Math.min(
    before.until ?? Number.POSITIVE_INFINITY,
    ...records.flatMap(({ standing }) =>
      standing?.kind === 'planned' && standing.until > instantOf(now) ? [standing.until] : [],
    ),
  )
  const unread = names.flatMap((name) => {
    const why = checklist.unread?.records.get(name)
    return why ? [[name, why] as const] : []
  })
  return {
    ...before,
    from: instantOf(now),
    ...(Number.isFinite(until) && { until }),
    unread: [...new Map([...before.unread, ...unread])],
    isSaid: before.isSaid || records.some(isSaid),
    parts: {
      ...before.parts,
      ...Object.fromEntries(
        parts.map(({ name, store, scope, basis }) => [
          name,
          { basis, tally: tallyOf(checklist, store, now, scope) },
        ]),
      ),
    },
  }
}
