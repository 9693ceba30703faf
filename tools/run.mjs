// Runs a TypeScript tool from this folder: `node tools/run.mjs build`. Plain JavaScript, because nothing that
// reads TypeScript is installed in a fresh clone.
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
