import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'nightlatch-run-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const packages = {
  '': { name: 'nightlatch' },
  'node_modules/vite': { version: '8.0.0' },
  'node_modules/for-another-system': { version: '1.0.0', optional: true },
}

/** Runs the tool in a clone with these packages installed; gives what npm was asked for. */
function npmAfter(installed: Record<string, { version: string }> | undefined): boolean {
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  cpSync('tools/run.mjs', join(folder, 'tools/run.mjs'))
  cpSync('tools/packages.mjs', join(folder, 'tools/packages.mjs'))
  write('package-lock.json', JSON.stringify({ packages }))
  if (installed) write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }))
  write('node_modules/vite/index.js', 'export const runnerImport = () => ({ module: { run() {} } })')
  write('node_modules/vite/package.json', '{"type":"module","exports":"./index.js"}')
  write('bin/npm', '#!/bin/sh\n[ "$1" = ci ] && touch asked\n')
  chmodSync(join(folder, 'bin/npm'), 0o755)
  const env = { ...process.env, PATH: join(folder, 'bin') + delimiter + process.env['PATH'] }
  execFileSync(process.execPath, [join(folder, 'tools/run.mjs'), 'build'], { env, stdio: 'pipe' })
  return existsSync(join(folder, 'asked'))
}

describe.skipIf(process.platform === 'win32')('packages are', () => {
  test.each([
    ['installed in a fresh clone', undefined, true],
    ['left alone when they are there', { 'node_modules/vite': { version: '8.0.0' } }, false],
    [
      'installed again when the lock file asks for another version',
      { 'node_modules/vite': { version: '7.0.0' } },
      true,
    ],
    ['installed when the lock file asks for one more', {}, true],
    [
      'installed when one for this system has another version',
      { 'node_modules/vite': { version: '8.0.0' }, 'node_modules/for-another-system': { version: '0.9.0' } },
      true,
    ],
  ] as const)('%s', (_, installed, isAsked) => {
    expect(npmAfter(installed)).toBe(isAsked)
  })
})
