import type { OwnCheck } from '../domain/own-check'
import { type Contents, isSame, singleOf, valuesOf } from './contents'
import { ownChecksKind } from './kinds/own-checks'
import { recordPrefix } from './kinds/record'
import { rowKind } from './kinds/register-row'

/**
 * What a colleague gives, with own checks and records under the ids they have here, if here are some that say the same.
 * Only for a file without a history: its entries would keep the other ids.
 */
export function withTwins(file: Contents, here: Contents): Contents {
  const ids = ownChecksAlike(file, here)
  const checks = singleOf(file, ownChecksKind)?.checks.map((check) => ({
    ...check,
    id: ids.get(check.id) ?? check.id,
  }))
  const rows = rowsAlike(file, here)
  const parts = [...file.parts].map(([key, part]) => {
    if (part.kind === ownChecksKind && ids.size > 0)
      return [key, { kind: part.kind, value: { checks } }] as const
    const twin = rows.get(key)
    if (twin) return [twin, here.parts.get(twin) ?? part] as const
    const [owner = '', check = ''] = key.startsWith(recordPrefix) ? key.split('/').slice(1) : []
    const other = ids.get(check)
    return [other === undefined ? key : `${recordPrefix}${owner}/${other}`, part] as const
  })
  return { ...file, parts: new Map(parts) }
}

/** Own checks of the file that are here in the same words, but with another id. A promise is one of its plan alone. */
function ownChecksAlike(file: Contents, here: Contents): ReadonlyMap<string, string> {
  const theirs = singleOf(file, ownChecksKind)?.checks ?? []
  const ours = singleOf(here, ownChecksKind)?.checks ?? []
  const free = ours.filter(({ id, origin }) => !origin && !theirs.some((one) => one.id === id))
  const ids = new Map<string, OwnCheck['id']>()
  for (const check of theirs) {
    const taken = [...ids.values()]
    const isTwin = (one: OwnCheck) => !taken.includes(one.id) && isSame(saidOf(one), saidOf(check))
    const twin = check.origin || ours.some(({ id }) => id === check.id) ? undefined : free.find(isTwin)
    if (twin) ids.set(check.id, twin.id)
  }
  return ids
}

function saidOf({ title, why, steps, recurs, page, store }: OwnCheck) {
  return { title, why, steps, recurs, ...(page && { page }), ...(store !== undefined && { store }) }
}

/** Rows of the file that say nothing but what another row of the same register here says, by their keys. */
function rowsAlike(file: Contents, here: Contents): ReadonlyMap<string, string> {
  const registerIn = (key: string) => key.slice(0, key.lastIndexOf('/'))
  const theirs = valuesOf(file, rowKind)
  const ours = new Map<string, [key: string, values: Readonly<Record<string, string>>][]>()
  for (const [key, { values }] of valuesOf(here, rowKind))
    if (!theirs.has(key)) ours.set(registerIn(key), [...(ours.get(registerIn(key)) ?? []), [key, values]])
  const taken = new Set<string>()
  const ids = new Map<string, string>()
  for (const [key, { values }] of theirs) {
    const said = Object.entries(values)
    if (here.parts.has(key) || said.length === 0) continue
    const twin = ours
      .get(registerIn(key))
      ?.find(([other, known]) => !taken.has(other) && said.every(([name, value]) => known[name] === value))
    if (!twin) continue
    taken.add(twin[0])
    ids.set(key, twin[0])
  }
  return ids
}
