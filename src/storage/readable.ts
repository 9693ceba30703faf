import type { StorageArea } from '../browser/platform'

const keysAtOnce = 100
/** Stop after this many failures in a row: each may take a while to fail. */
const patience = 3

/**
 * Reads everything that is readable: all at once or, if that fails, a hundred keys at a time, then one by
 * one.
 * @throws the area's error if it can't list its keys or returns no value at all.
 */
export async function readable(
  area: Pick<StorageArea, 'get' | 'keys'>,
): Promise<{ values: Record<string, unknown>; missing: number }> {
  const all = await area.get(null).catch(() => undefined)
  if (all) return { values: all, missing: 0 }
  const keys = await area.keys()
  const values: Record<string, unknown> = {}
  let missing = 0
  let failed = 0
  let last: unknown
  const read = async (some: readonly string[]): Promise<void> => {
    if (failed >= patience) {
      missing += some.length
      return
    }
    try {
      Object.assign(values, await area.get(some))
      failed = 0
    } catch (error) {
      last = error
      if (some.length > 1) for (const key of some) await read([key])
      else {
        failed += 1
        missing += 1
      }
    }
  }
  for (let at = 0; at < keys.length; at += keysAtOnce) await read(keys.slice(at, at + keysAtOnce))
  if (missing === keys.length && keys.length > 0) throw last
  return { values, missing }
}
