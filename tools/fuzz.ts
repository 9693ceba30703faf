import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** For all tests together, one after another: with startup, less than ten minutes on any machine. */
const seconds = 520

/** `npm run fuzz` runs the fuzz tests for minutes; `npm run fuzz -- 1234` repeats a run by its seed. */
export function run([seed = String(randomInt(2 ** 31))]: readonly string[]): void {
  console.log(`Seed ${seed}. To repeat it: npm run fuzz -- ${seed}`)
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', 'unit', '-t', 'fuzz', ...filesWithFuzz()],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, FUZZ_SEED: seed, FUZZ_TIME: String(seconds * 1000) },
    },
  )
  process.exitCode = status ?? 1
}

/** Otherwise every test file is loaded, which takes minutes on a slow machine. */
function filesWithFuzz(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join('test', name))
    .filter((file) => readFileSync(file, 'utf8').includes("/support/fuzz'"))
}
