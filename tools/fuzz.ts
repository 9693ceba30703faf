import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

/** For all tests together, one after another: with startup, less than ten minutes on any machine. */
const seconds = 520

/** `npm run fuzz` runs the fuzz tests for minutes; `npm run fuzz -- 1234` repeats a run by its seed. */
export function run([seed = String(randomInt(2 ** 31))]: readonly string[]): void {
  console.log(`Seed ${seed}. To repeat it: npm run fuzz -- ${seed}`)
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', '-t', 'fuzz'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_TIME: String(seconds * 1000) },
  })
  process.exitCode = status ?? 1
}
