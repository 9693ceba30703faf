import { inTime, NoAnswerError } from '../browser/in-time'
import type { StorageArea } from '../browser/platform'

/** Milliseconds. A failed read often came too early: a busy profile, a database still opening. */
const pauses = [50, 200, 800]
/** Milliseconds. A read that took longer to fail did not come too early: don't make everyone wait. */
const slow = 500
/** Milliseconds. Nobody waits this long for a button, and what has not answered by then will not. */
const patience = 5_000

type Wait = (milliseconds: number) => Promise<void>

/** Retries reads and gives up on calls that hang. Writes are repeated by the sender, with the same id. */
export function patient<A extends Pick<StorageArea, 'get' | 'set'> & Partial<StorageArea>>(
  area: A,
  wait: Wait,
): A {
  const limited = <T>(task: Promise<T>) => inTime(task, patience, wait)

  async function again<T>(read: () => Promise<T>): Promise<T> {
    for (const pause of pauses) {
      const began = performance.now()
      try {
        return await limited(read())
      } catch (error) {
        if (error instanceof NoAnswerError || performance.now() - began > slow) throw error
        await wait(pause)
      }
    }
    return limited(read())
  }

  const { remove, keys } = area
  return {
    ...area,
    get: (names: readonly string[] | null) =>
      again(async () => {
        const found: unknown = await area.get(names)
        // Some failures come as another value instead of an error.
        if (typeof found !== 'object' || found === null || Array.isArray(found))
          throw new TypeError('storage')
        return found as Record<string, unknown>
      }),
    set: (items: Record<string, unknown>) => limited(area.set(items)),
    ...(remove ? { remove: (names: readonly string[]) => limited(remove(names)) } : {}),
    ...(keys
      ? {
          keys: () =>
            again(async () => {
              const found: unknown = await keys()
              if (!Array.isArray(found)) throw new TypeError('storage')
              return found as string[]
            }),
        }
      : {}),
  }
}
