import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { licenseOf, packagesOf } from '../../tools/licenses'

const folder = mkdtempSync(join(tmpdir(), 'nightlatch-licenses-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function makePackage(files: Record<string, string>): string {
  const home = join(folder, 'node_modules', 'one')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "version": "1.2.3", "license": "MIT" }')
  for (const [file, text] of Object.entries(files)) writeFileSync(join(home, file), text)
  return home
}

const ours = (module: string) => module.startsWith('/r/src/')
const found = (...modules: string[]) => [...packagesOf(modules, '/r', ours)]

test('each package of a bundle is found once, in its own folder, also one inside another and one with a scope', () => {
  expect(
    found(
      '/r/src/a.ts',
      '/r/node_modules/zod/mini/index.js',
      '/r/node_modules/zod/core.js',
      '/r/node_modules/@preact/signals/dist/signals.mjs',
      '/r/node_modules/a/node_modules/b/b.js',
    ),
  ).toEqual([
    ['@preact/signals', '/r/node_modules/@preact/signals'],
    ['b', '/r/node_modules/a/node_modules/b'],
    ['zod', '/r/node_modules/zod'],
  ])
})

test('what the bundler itself writes into the bundle is the bundler’s', () => {
  expect(found('\0rolldown/runtime.js')).toEqual([['rolldown', '/r/node_modules/rolldown']])
})

test.each(['/elsewhere/a.js', '\0made-up', '/r/vendor/copied.js'])(
  'code of nobody fails the build: %j',
  (module) => {
    expect(() => found(module)).toThrow(/no license text/)
  },
)

test.each([{}, { LICENSE: ' \n' }, { 'README.md': 'MIT' }])(
  'a package without a text fails the build: %j',
  (files) => {
    const home = makePackage(files)
    expect(() => licenseOf('one', home)).toThrow('one ships in the package and has no license text')
  },
)

test.each(['LICENSE', 'LICENCE.md', 'license.txt', 'COPYING'])(
  'a text in %s is taken, with version and source',
  (file) => {
    const home = makePackage({ [file]: 'Do\r\nas you like\r\n', NOTICE: 'by Ana' })
    expect(licenseOf('one', home).split('\n\n').sort()).toEqual(
      ['one 1.2.3 (MIT)\nhttps://www.npmjs.com/package/one/v/1.2.3', 'Do\nas you like', 'by Ana'].sort(),
    )
  },
)
