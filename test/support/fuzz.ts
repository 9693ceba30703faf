/** Inputs of each fuzz test: enough for every run of the tests, and as many as wanted in `npm run fuzz`. */
export const fuzzRuns = Number(process.env['FUZZ_RUNS'] ?? 2_000)

/** Some tens of inputs a second are the slowest. */
export const fuzzTimeout = 30_000 + fuzzRuns * 20
