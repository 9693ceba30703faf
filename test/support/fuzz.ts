import type { Parameters as Options } from 'fast-check'

/** What `npm run fuzz` sets (tools/fuzz.ts): the seed of all chance, and for how many milliseconds all tests go on. */
const { FUZZ_SEED: seed, FUZZ_TIME: time } = process.env

/**
 * For fc.assert: a small slice in each run of the tests; in `npm run fuzz` as much as its share of the time allows.
 * @param slice how many inputs a run of the tests has.
 * @param share of the time of `npm run fuzz`, as a part of one; all shares together are no more than one.
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

/** A generous end for a test that hangs. */
export const fuzzTimeout = 120_000 + Number(time ?? 0)

/** How much was tried, for whoever reads the output of `npm run fuzz`. */
export function tried(what: string, count: number): void {
  if (time !== undefined) console.log(`${what}: ${count}`)
}
