import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The last commit of 0.1.0, which has no tag. */
const commit = '5c6bd692'
const folder = join('out', 'first-version')
const packed = join('out', 'first-version.tar')

const buildThere = `
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport('./tools/build.ts', { configFile: false, logLevel: 'error' })
  await module.run()`

/**
 * Builds version 0.1.0 from the history, with the packages of today, to measure it in the same run.
 * @returns where it is; undefined in a clone without its history.
 */
export function buildFirstVersion(): string | undefined {
  const dist = join(folder, 'dist', 'chrome')
  if (existsSync(join(dist, 'manifest.json'))) return dist
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('git', ['archive', '--output', packed, commit], { stdio: 'ignore' })
  } catch {
    console.log('There is no 0.1.0 in the history of this clone, so nothing is compared with it.')
    return undefined
  }
  execFileSync('tar', ['-xf', packed, '-C', folder])
  rmSync(packed)
  // The linter takes it for a second one of this project.
  rmSync(join(folder, 'biome.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  execFileSync(process.execPath, ['--input-type=module', '-e', buildThere], { cwd: folder, stdio: 'ignore' })
  return dist
}
