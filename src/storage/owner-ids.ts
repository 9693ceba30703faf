import { type Contents, singleOf, storesIn, valuesOf } from './contents'
import type { Kind } from './format/kind'
import { showingsKind } from './kinds/card-history'
import { draftKind } from './kinds/draft'
import { journalKind } from './kinds/journal'
import { ownChecksKind } from './kinds/own-checks'
import { recordPrefix } from './kinds/record'
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

/** A file that came back: what has an id of this installation is what it was made of. */
export function withIdsFromAbroad(file: Contents, here: Contents): Contents {
  const known = new Set(storesIn(file)?.stores.flatMap(({ id, login }) => [id, login]))
  const back = [...idsAbroad(here)].filter(([id, abroad]) => known.has(abroad) && !known.has(id))
  return withIds(file, new Map(back.map(([id, abroad]) => [abroad, id])))
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
