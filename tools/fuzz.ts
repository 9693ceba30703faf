import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

/** All together, one after another: with the start of it less than ten minutes on any machine. */
const seconds = 520

/**
 * The fuzz tests for minutes instead of moments: `npm run fuzz`, or with the seed of a run that is to be repeated
 * `npm run fuzz -- 1234`.
 */
export function run([seed = String(randomInt(2 ** 31))]: readonly string[]): void {
  console.log(`seed ${seed}; the same again: npm run fuzz -- ${seed}`)
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', '-t', 'fuzz'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_TIME: String(seconds * 1000) },
  })
  process.exitCode = status ?? 1
}
