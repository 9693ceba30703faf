import { build } from 'vite'
import type { pseudo } from '../test/support/pseudo'
import { targets } from '../vite.config'
import { renderIcons } from './icons'

/** Builds the three unpacked packages: dist/chrome, dist/firefox, dist/edge. */
export async function run(): Promise<void> {
  // A test runner's NODE_ENV must not affect what ships.
  process.env['NODE_ENV'] = 'production'
  await renderIcons()
  for (const target of targets) {
    await build({ mode: target, logLevel: 'warn' })
    console.log(`dist/${target}`)
  }
}

/** Builds a package with disguised texts, for pictures: `out/pseudo/chrome-long`. */
export async function buildDisguised(disguise: keyof typeof pseudo): Promise<string> {
  process.env['NODE_ENV'] = 'production'
  const mode = `chrome-${disguise}`
  await build({ mode, logLevel: 'warn' })
  return `out/pseudo/${mode}`
}
