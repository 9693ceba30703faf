import type { Store } from '../domain/checklist'
import { type Contents, singleOf, storesIn, valuesOf } from './contents'
import type { Kind } from './format/kind'
import { showingsKind } from './kinds/card-history'
import { draftKind } from './kinds/draft'
import { journalKind } from './kinds/journal'
import { ownChecksKind } from './kinds/own-checks'
import { recordKind, recordPrefix } from './kinds/record'
import { registerPrefix } from './kinds/register-row'
import { runKind } from './kinds/run'
import { firstStores, storesKind } from './kinds/stores'

export type Ids = ReadonlyMap<string, string>

/**
 * Every browser's first store and login have the same ids. In a file for someone else they get ids of this
 * installation, or that person's first store would be taken for this one.
 */
export function idsAbroad(here: Contents): Ids {
  const since = singleOf(here, showingsKind)?.since
  const [first] = firstStores.stores
  if (since === undefined || !first) return new Map()
  const mark = Math.floor(since).toString(36)
  return new Map([first.id, first.login].map((id) => [id, `${id}-${mark}`]))
}

/**
 * A file with the ids that things have here. What has an id of this installation came back. A first store that another
 * computer of the same owner gave is the one that came before from the first: they share answers or their beginning.
 */
export function withIdsFromAbroad(file: Contents, here: Contents): Contents {
  const known = new Set(storesIn(file)?.stores.flatMap(({ id, login }) => [id, login]))
  const back = [...idsAbroad(here)].filter(([id, abroad]) => known.has(abroad) && !known.has(id))
  const returned = withIds(file, new Map(back.map(([id, abroad]) => [abroad, id])))
  const same = withIds(returned, firstStoresAlike(returned, here))
  return withIds(same, loginsAlike(same, here))
}

/** The first stores in the file that have another id here. */
function firstStoresAlike(file: Contents, here: Contents): Ids {
  const ids = new Map<string, string>()
  const isFirst = ({ id }: Store) => isOrFrom(firstStores.stores[0]?.id, id)
  const theirs = storesIn(file)?.stores ?? []
  const ours = storesIn(here)?.stores ?? []
  const strange = theirs.filter((store) => isFirst(store) && !ours.some(({ id }) => id === store.id))
  const candidates = ours.filter((store) => isFirst(store) && !theirs.some(({ id }) => id === store.id))
  if (strange.length === 0 || candidates.length === 0) return ids
  const [theirEvents, ourEvents] = [eventsByOwner(file), eventsByOwner(here)]
  for (const store of strange) {
    const events = [...(theirEvents.get(store.id) ?? [])]
    const shared = (one: Store) => events.filter((id) => ourEvents.get(one.id)?.has(id)).length
    const [best] = candidates
      .filter(({ id }) => ![...ids.values()].includes(id))
      .filter((one) => shared(one) > 0 || beganAlike(one, store))
      .sort((a, b) => shared(b) - shared(a))
    if (best) ids.set(store.id, best.id)
  }
  return ids
}

/** Two sellers may have the same name for a store, but hardly since the same day and with the same store front. */
function beganAlike(one: Store, other: Store): boolean {
  return (
    one.name !== '' &&
    one.name === other.name &&
    one.began !== undefined &&
    one.began === other.began &&
    one.fronts.some((front) => other.fronts.includes(front))
  )
}

/** What was answered for each store; every answer has an id of its own. */
function eventsByOwner(contents: Contents): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [key, { events }] of valuesOf(contents, recordKind)) {
    const owner = key.split('/')[1] ?? ''
    const known = found.get(owner) ?? new Set()
    for (const id of events) known.add(id)
    found.set(owner, known)
  }
  return found
}

/** A first login belongs to a store, so it's the login that the store has here. */
function loginsAlike(file: Contents, here: Contents): Ids {
  const ours = storesIn(here)?.stores ?? []
  const known = new Set(ours.map(({ login }) => login))
  return new Map(
    (storesIn(file)?.stores ?? []).flatMap(({ id, login }) => {
      const store = ours.find((one) => one.id === id)
      const isStrange = isOrFrom(firstStores.stores[0]?.login, login) && !known.has(login)
      return store && isStrange ? [[login, store.login] as const] : []
    }),
  )
}

function isOrFrom(first: string | undefined, id: string): boolean {
  return first !== undefined && (id === first || id.startsWith(`${first}-`))
}

/** The contents with other ids for these stores and logins. */
export function withIds(contents: Contents, ids: Ids): Contents {
  if (ids.size === 0) return contents
  const idOf = (id: string) => ids.get(id) ?? id
  const ofStore = <T extends { store?: string }>(one: T): T =>
    one.store === undefined ? one : { ...one, store: idOf(one.store) }
  const values = new Map<string, unknown>([
    ...mapped(contents, storesKind, ({ stores, current }) => ({
      stores: stores.map((store) => ({ ...store, id: idOf(store.id), login: idOf(store.login) })),
      current: idOf(current),
    })),
    ...mapped(contents, ownChecksKind, ({ checks }) => ({ checks: checks.map(ofStore) })),
    ...mapped(contents, journalKind, (entries) => entries.map(ofStore)),
    ...mapped(contents, runKind, ofStore),
    ...mapped(contents, draftKind, ofStore),
  ])
  const parts = [...contents.parts].map(([key, part]) => {
    if (values.has(key)) return [key, { kind: part.kind, value: values.get(key) }] as const
    const [kind = '', owner, ...rest] = key.split('/')
    const isOwned = [recordPrefix, registerPrefix].includes(`${kind}/`) && owner !== undefined
    return [isOwned ? [kind, idOf(owner), ...rest].join('/') : key, part] as const
  })
  return { ...contents, parts: new Map(parts) }
}

function mapped<T>(contents: Contents, kind: Kind<T>, change: (value: T) => T): [string, T][] {
  return [...valuesOf(contents, kind)].map(([key, value]) => [key, change(value)])
}
