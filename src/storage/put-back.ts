import { atOnce, contentsOf, isSame, type Raw, valuesOf, type YieldIfDue } from './contents'
import { asideName, asideOf } from './format/codec'
import { journalKind, mergedDay } from './kinds/journal'

/**
 * What to write to restore one value from a backup or from those set aside; undefined if it is unreadable or
 * may not be written. The current value is set aside in turn; days of the journal are merged.
 */
export function partChanges(own: Raw, key: string, value: unknown): Raw | undefined {
  const found = contentsOf({ [key]: value }).parts.get(key)
  // Unreadable, or of a kind that this version does not know.
  if (!found) return undefined
  if (!Object.hasOwn(own, key)) return { [key]: value }
  const here = contentsOf({ [key]: own[key] })
  if (here.newer.size > 0) return undefined
  const mine = valuesOf(here, journalKind).get(key)
  const theirs = valuesOf({ parts: new Map([[key, found]]) }, journalKind).get(key)
  if (mine && theirs) {
    const all = mergedDay(mine, theirs)
    return all === mine ? {} : { [key]: journalKind.encode(all) }
  }
  if (isSame(own[key], value)) return {}
  return { [key]: value, [asideName(key, (name) => Object.hasOwn(own, name))]: own[key] }
}

/** Puts a value that was set aside back in its place; undefined if it is still unreadable. */
export function putBack(own: Raw, aside: string): Raw | undefined {
  const key = asideOf(aside)?.key
  if (key === undefined || !Object.hasOwn(own, aside)) return undefined
  const { [aside]: value, ...rest } = own
  const changes = partChanges(rest, key, value)
  return changes && { ...rest, ...changes }
}

/** The keys of a backup that can be restored one by one and would change something. */
export async function partsToBringBack(
  own: Raw,
  backup: Raw,
  yieldIfDue: YieldIfDue = atOnce,
): Promise<string[]> {
  const keys: string[] = []
  for (const [key, value] of Object.entries(backup)) {
    await yieldIfDue()
    if (Object.keys(partChanges(own, key, value) ?? {}).length > 0) keys.push(key)
  }
  return keys
}
