import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { TestProject } from 'vitest/node'
import { packageName, writePackages } from '../../tools/package'
import type { BrowserName } from '../browsers/browser'

declare module 'vitest' {
  interface ProvidedContext {
    /** What each browser is to load. */
    packages: Record<BrowserName, string>
  }
}

/**
 * Before the first end-to-end test: packs dist/ as `npm run package` does. Firefox installs the zip as it is; Chromium
 * loads no zip, so there it is what comes out of one.
 */
export default function setup({ provide }: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nightlatch-packages-')))
  writePackages(folder)
  const unpacked = join(folder, 'chrome')
  unpack(join(folder, packageName('chrome')), unpacked)
  provide('packages', { chromium: unpacked, firefox: join(folder, packageName('firefox')) })
  return () => rmSync(folder, { recursive: true, force: true })
}

export type PackageCopy = { dist: string; remove(): void }

/** A copy of an unpacked package, in a folder of its own, which gives it an id of its own. */
export function copyOf(unpacked: string): PackageCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nightlatch-package-')))
  const dist = join(folder, 'chrome')
  cpSync(unpacked, dist, { recursive: true })
  return { dist, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function unpack(zip: string, to: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), bytes)
  }
}
