import { atOnce, isSame, type Raw, type YieldIfDue } from './contents'
import { isTombstone, tombstone } from './format/codec'
import { kindOf } from './kinds'
import { appliedKind } from './kinds/last-replacement'
import { type Repository, valueIn } from './repository'

async function readApplied({ find }: Repository) {
  const key = appliedKind.prefix
  return valueIn(await find({ keys: [key] }), appliedKind, key)
}

/** All of the seller's data, without tombstones. */
export async function readWhole({ get }: Pick<Repository, 'get'>): Promise<Raw> {
  const raw = Object.entries(await get(null))
  return Object.fromEntries(raw.filter(([key, value]) => kindOf(key)?.of !== 'note' && !isTombstone(value)))
}

export async function wasApplied(repository: Repository, id: string): Promise<boolean> {
  return (await readApplied(repository))?.id === id
}

/** True if the seller ever replaced everything, so an empty storage may be intended. */
export async function hasApplied(repository: Repository): Promise<boolean> {
  return (await readApplied(repository)) !== undefined
}

/**
 * Replaces the whole storage in one write: all or nothing. Deleted keys are overwritten in that write and
 * removed afterwards; if the worker is killed in between, the new state holds.
 * @throws the storage's error; then nothing has changed.
 */
export async function applyWhole(
  repository: Repository,
  before: Raw,
  after: Raw,
  id: string,
  yieldIfDue: YieldIfDue = atOnce,
): Promise<void> {
  const raw: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(after)) {
    await yieldIfDue()
    if (!Object.hasOwn(before, key) || !isSame(before[key], value)) raw[key] = value
  }
  const going = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  for (const key of going) raw[key] = tombstone
  const earlier = (await readApplied(repository))?.gone ?? []
  await repository.commit(new Map(), {
    raw: { ...raw, ...applied(id, [...new Set([...earlier, ...going])]) },
  })
}

/** Removes the tombstones of `applyWhole`. Runs at each start of the worker; it is only cleanup. */
export async function sweep(repository: Repository): Promise<void> {
  const last = await readApplied(repository)
  if (!last || last.gone.length === 0) return
  const found = await repository.get(last.gone)
  // A key may have a new value by now.
  const remove = last.gone.filter((key) => isTombstone(found[key]))
  await repository.commit(new Map(), { remove })
  await repository.commit(new Map(), { raw: applied(last.id, []) })
}

const applied = (id: string, gone: readonly string[]) => ({
  [appliedKind.prefix]: appliedKind.encode({ id, gone }),
})
