import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '../browsers/browser'
import { copyOf, type PackageCopy } from './packages'

/**
 * A copy of an unpacked package without `unlimitedStorage`: Chrome and Edge give no limit to who has that, and Firefox
 * none at all, so that a test which fills the storage would fill the disk.
 */
export function withLimitedStorage(unpacked: string): PackageCopy {
  const copy = copyOf(unpacked)
  const file = join(copy.dist, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] }
  const permissions = manifest.permissions.filter((one) => one !== 'unlimitedStorage')
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }))
  return copy
}

/** Stores as much as still fits, down to the last bytes. */
export const fillStorage = (browser: Browser) =>
  browser.inExtension(`
    // What can be compressed would take less.
    const noise = (length) =>
      Array.from({ length }, () => String.fromCharCode(32 + Math.random() * 94)).join('')
    for (let part = 0, size = 1 << 22; size >= 1; part += 1) {
      try {
        await chrome.storage.local.set({ ['fill' + part]: noise(size) })
      } catch {
        size = Math.floor(size / 2)
      }
    }`)

/** Removes what `fillStorage` stored. */
export const makeRoom = (browser: Browser) =>
  browser.inExtension(`
    const parts = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('fill'))
    await chrome.storage.local.remove(parts)`)
