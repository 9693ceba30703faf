// Runs one of the TypeScript tools beside this file: `node tools/run.mjs build`.
// Plain JavaScript, because on a fresh clone nothing is installed yet that could read TypeScript.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { arePackagesInstalled } from './packages.mjs'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

if (!arePackagesInstalled('package-lock.json', 'node_modules/.package-lock.json')) {
  console.log('Installing packages (npm ci) …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

const [, , tool, ...args] = process.argv
const { runnerImport } = await import('vite')
const { module } = await runnerImport(`./tools/${tool}.ts`, { configFile: false, logLevel: 'error' })
await module.run(args)
