/** Milliseconds. Enough for a machine ten times slower; a wait ends as soon as its condition holds. */
export const patience = 120_000

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/** Asks until the answer is neither undefined nor false. Errors count as "not yet": pages navigate. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  timeout = patience,
): Promise<T> {
  const end = Date.now() + timeout
  let last: unknown
  do {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    await pause(40)
  } while (Date.now() < end)
  const reason = last === undefined ? '' : `; last error: ${last instanceof Error ? last.message : last}`
  throw new Error(`Timed out after ${timeout} ms waiting for ${what}${reason}`)
}

/** Limits a step of a driver that has no time limit of its own. */
export async function within<T>(what: string, step: Promise<T>, timeout = patience): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Timed out after ${timeout} ms waiting for ${what}`)), timeout)
  })
  try {
    return await Promise.race([step, late])
  } finally {
    clearTimeout(timer)
  }
}
