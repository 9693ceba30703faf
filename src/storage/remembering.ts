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
  /**
   * Returns what was kept for these beginnings of keys, unless a key that begins so was written since. It outlives
   * the worker.
   */
  kept(beginnings: readonly string[]): Promise<ReadonlyMap<string, unknown>>
  /** Keeps what was made of all keys with these beginnings, each up to a slash. */
  keep(values: ReadonlyMap<string, unknown>, since: Moment): Promise<void>
  /** To be taken before reading what `keep` is given. */
  moment(): Moment
}

/** Counts the changes of an area. */
type Moment = number

const keptName = (beginning: string) => `kept/${beginning}`

/**
 * Adds a memory to an area for the life of the worker, and beyond it in session storage. After an answer, nineteen of an agency's twenty stores
 * are unchanged, and reading their thousand records is the slowest part. The area tells
 * of every change, also of one that another worker or somebody who repairs data by hand has made.
 */
export function remembering(
  area: StorageArea,
  session?: Pick<StorageArea, 'get' | 'set' | 'remove'>,
): Remembering {
  const known = new Map<string, unknown>()
  /** Undefined: it is not in session storage either. */
  const kept = new Map<string, unknown>()
  let listed: Set<string> | undefined
  let changes = 0
  let writing = 0

  /** Forgets what was made of these keys, whether or not this worker has it. */
  async function forget(keys: readonly string[]): Promise<void> {
    const beginnings = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/') + 1)).filter(Boolean))
    for (const one of beginnings) kept.set(one, undefined)
    if (beginnings.size > 0) await session?.remove([...beginnings].map(keptName)).catch(() => undefined)
  }

  async function changing(keys: readonly string[], change: () => Promise<void>): Promise<void> {
    writing += 1
    try {
      // Before: the worker may end right after the change.
      await forget(keys)
      await change()
    } catch (error) {
      // After an error we don't know what is stored.
      listed = undefined
      throw error
    } finally {
      writing -= 1
      changes += 1
      for (const key of keys) known.delete(key)
    }
  }

  area.onChanged?.(({ written, removed }) => {
    changes += 1
    for (const key of [...written, ...removed]) known.delete(key)
    void forget([...written, ...removed])
    for (const key of written) listed?.add(key)
    for (const key of removed) listed?.delete(key)
  })

  return {
    ...area,
    async set(items) {
      const keys = Object.keys(items)
      await changing(keys, () => area.set(items))
      for (const key of keys) listed?.add(key)
    },
    async remove(keys) {
      await changing(keys, () => area.remove(keys))
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
    async kept(beginnings) {
      const before = changes
      const unknown = beginnings.filter((one) => !kept.has(one))
      const found =
        session && unknown.length > 0
          ? await session.get(unknown.map(keptName)).catch(() => undefined)
          : undefined
      // A value read during a write may be made of what was there before.
      if (found && before === changes && writing === 0)
        for (const one of unknown) {
          const text = found[keptName(one)]
          kept.set(one, typeof text === 'string' ? JSON.parse(text) : undefined)
        }
      return new Map(
        beginnings.flatMap((one) => {
          const value = kept.get(one)
          return value === undefined ? [] : [[one, value]]
        }),
      )
    },
    async keep(values, since) {
      if (since !== changes || writing > 0) return
      for (const [beginning, value] of values) kept.set(beginning, value)
      // As text: a browser passes it on several times as fast as the objects in it.
      const named = [...values].map(
        ([beginning, value]) => [keptName(beginning), JSON.stringify(value)] as const,
      )
      await session?.set(Object.fromEntries(named)).catch(() => undefined)
    },
    moment: () => changes,
  }
}
