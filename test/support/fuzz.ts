import type { Parameters as Options } from 'fast-check'

/** Set by `npm run fuzz` (tools/fuzz.ts): the random seed, and the milliseconds for all tests together. */
const { FUZZ_SEED: seed, FUZZ_TIME: time } = process.env

/**
 * Options for fc.assert: few inputs in a normal run; in `npm run fuzz`, all that its share of time allows.
 * @param slice number of inputs in a normal test run.
 * @param share of the time of `npm run fuzz`, from 0 to 1; all shares add up to at most 1.
 */
export function fuzzing(
  slice: number,
  share: number,
): Pick<Options<unknown>, 'numRuns' | 'seed' | 'interruptAfterTimeLimit'> {
  return {
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(time === undefined
      ? { numRuns: slice }
      : { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: Number(time) * share }),
  }
}

/** Milliseconds: a generous limit for a test that hangs. */
export const fuzzTimeout = 120_000 + Number(time ?? 0)

/** Prints how many inputs were tried, in `npm run fuzz` only. */
export function tried(what: string, count: number): void {
  if (time !== undefined) console.log(`${what}: ${count}`)
}
