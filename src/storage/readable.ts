import type { Area } from '../browser/platform'

const keysAtOnce = 100
/** After so many in a row that fail, no more are tried: each may take its time to fail. */
const patience = 3

/**
 * All that can be read, whatever cannot: everything at once, else a hundred keys, else one by one.
 * @throws whatever the area rejects with when it does not even tell its keys, or gives out nothing.
 */
export async function readable(
  area: Pick<Area, 'get' | 'keys'>,
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
