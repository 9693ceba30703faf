import type { Area } from '../browser/platform'

/** A reading that fails is often one that came too early: a profile that is busy, a database that is being opened. */
const pauses = [50, 200, 800]
/** What took so long to fail did not come too early: trying again would only keep everybody waiting. */
const slow = 500
/** So long nobody waits for a button; whatever has not answered by then will not. */
const patience = 5_000

class NoAnswerError extends Error {}

type Wait = (milliseconds: number) => Promise<void>

/**
 * The same area, but it always answers: a reading is tried again a few times, and what hangs is given up. Writing is
 * not tried again: who asked does, with the same id.
 */
export function patient<A extends Pick<Area, 'get' | 'set'> & Partial<Area>>(area: A, wait: Wait): A {
  function inTime<T>(task: Promise<T>): Promise<T> {
    const late = wait(patience).then(() => Promise.reject(new NoAnswerError()))
    late.catch(() => undefined)
    task.catch(() => undefined)
    return Promise.race([task, late])
  }

  async function again<T>(read: () => Promise<T>): Promise<T> {
    for (const pause of pauses) {
      const began = performance.now()
      try {
        return await inTime(read())
      } catch (error) {
        if (error instanceof NoAnswerError || performance.now() - began > slow) throw error
        await wait(pause)
      }
    }
    return inTime(read())
  }

  const { remove, keys } = area
  return {
    ...area,
    get: (names: readonly string[] | null) =>
      again(async () => {
        const found: unknown = await area.get(names)
        // Not an answer, whatever it is.
        if (typeof found !== 'object' || found === null || Array.isArray(found))
          throw new TypeError('storage')
        return found as Record<string, unknown>
      }),
    set: (items: Record<string, unknown>) => inTime(area.set(items)),
    ...(remove ? { remove: (names: readonly string[]) => inTime(remove(names)) } : {}),
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
