import type { Area } from '../browser/platform'

export type Remembering = Area & {
  /**
   * What lies under these keys: read where it was never recalled before or was written since, otherwise remembered.
   * For what is only counted; what is shown or changed is read with `get`.
   * @param decode the same for a key each time: what is remembered is its result.
   */
  recall<T>(keys: readonly string[], decode: (raw: unknown) => T): Promise<ReadonlyMap<string, T>>
  /** Which keys there are, in the same way. */
  recallKeys(): Promise<string[]>
}

/**
 * The same area with a memory, as long as the worker lives: of an agency's twenty stores, nineteen are what they were
 * before each answer, and reading their thousand records takes longer than all else. Writing goes through it.
 */
export function remembering(area: Area): Remembering {
  const known = new Map<string, unknown>()
  let listed: Set<string> | undefined
  let changes = 0

  async function changing(keys: readonly string[], change: Promise<void>): Promise<void> {
    try {
      await change
    } catch (error) {
      // Nobody knows what lies there now.
      listed = undefined
      throw error
    } finally {
      changes += 1
      for (const key of keys) known.delete(key)
    }
  }

  return {
    ...area,
    async set(items) {
      const keys = Object.keys(items)
      await changing(keys, area.set(items))
      for (const key of keys) listed?.add(key)
    },
    async remove(keys) {
      await changing(keys, area.remove(keys))
      for (const key of keys) listed?.delete(key)
    },
    async recall<T>(keys: readonly string[], decode: (raw: unknown) => T) {
      const before = changes
      const unknown = keys.filter((key) => !known.has(key))
      const found = unknown.length === 0 ? {} : await area.get(unknown)
      const recalled = new Map(keys.map((key) => [key, known.get(key) as T]))
      for (const key of unknown) recalled.set(key, decode(found[key]))
      // What was read while something was written may be from before.
      if (before === changes) for (const key of unknown) known.set(key, recalled.get(key))
      return recalled
    },
    async recallKeys() {
      if (listed) return [...listed]
      const before = changes
      const keys = await area.keys()
      if (before === changes) listed = new Set(keys)
      return keys
    },
  }
}
