import { spawnSync } from 'node:child_process'

/** The fuzz tests with many more inputs: `npm run fuzz`, or `npm run fuzz -- 1000000`. */
export function run([count = '100000']: readonly string[]): void {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', '-t', 'fuzz'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FUZZ_RUNS: count },
  })
  process.exitCode = status ?? 1
}
