import type { StorageArea } from '../browser/platform'

export type Remembering = StorageArea & {
  /**
   * Returns the values of these keys. Reads those that are new or were written since, and remembers the
   * others. Use it for what is only counted; use `get` for what is shown or changed.
   * @param decode must be the same for a key each time: its result is remembered.
   */
  recall<T>(
    keys: readonly string[],
    decode: (raw: unknown, key: string) => T,
  ): Promise<ReadonlyMap<string, T>>
  /** Lists the keys, from memory if possible. */
  recallKeys(): Promise<string[]>
}

/**
 * Adds a memory to an area for the life of the worker. After an answer, nineteen of an agency's twenty stores
 * are unchanged, and reading their thousand records is the slowest part. The area tells
 * of every change, also of one that another worker or somebody who repairs data by hand has made.
 */
export function remembering(area: StorageArea): Remembering {
  const known = new Map<string, unknown>()
  let listed: Set<string> | undefined
  let changes = 0

  async function changing(keys: readonly string[], change: Promise<void>): Promise<void> {
    try {
      await change
    } catch (error) {
      // After an error we don't know what is stored.
      listed = undefined
      throw error
    } finally {
      changes += 1
      for (const key of keys) known.delete(key)
    }
  }

  area.onChanged?.(({ written, removed }) => {
    changes += 1
    for (const key of [...written, ...removed]) known.delete(key)
    for (const key of written) listed?.add(key)
    for (const key of removed) listed?.delete(key)
  })

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
    async recall<T>(keys: readonly string[], decode: (raw: unknown, key: string) => T) {
      const before = changes
      const unknown = keys.filter((key) => !known.has(key))
      const found = unknown.length === 0 ? {} : await area.get(unknown)
      const recalled = new Map(keys.map((key) => [key, known.get(key) as T]))
      for (const key of unknown) recalled.set(key, decode(found[key], key))
      // A value read during a write may be the old one.
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
