import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageName, writePackages } from '../tools/package'
import { targets } from '../vite.config'
import { unpack } from './e2e/packages'

const names = [...targets, 'source'] as const
const folder = mkdtempSync(join(tmpdir(), 'nightlatch-package-'))
const first = join(folder, 'first')
const bytesOf = (place: string, name: (typeof names)[number]) => readFileSync(join(place, packageName(name)))
const contentsOf = (name: (typeof names)[number]) => unzipSync(bytesOf(first, name))
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8')

beforeAll(() => void writePackages(first))
// A whole node_modules has to go, on a busy disk.
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(targets)('the zip for %s', (target) => {
  test('holds the build, file by file, and nothing else', () => {
    const built = join('dist', target)
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(built, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
    const zipped = contentsOf(target)
    expect(Object.keys(zipped)).toEqual(files)
    for (const file of files) expect(readFileSync(join(built, file)).equals(zipped[file]!), file).toBe(true)
  })

  test('has the manifest at its top, with the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(JSON.parse(textOf(contentsOf(target)['manifest.json'])).version).toBe(version)
    expect(packageName(target)).toBe(`nightlatch-${version}-${target}.zip`)
  })

  test('holds nothing that only development needs', () => {
    for (const [file, bytes] of Object.entries(contentsOf(target))) {
      expect(file).toMatch(/\.(js|css|html|json|png|txt)$/)
      if (file.endsWith('.png')) continue
      expect(textOf(bytes), file).not.toMatch(
        /\/\/localhost|localhost:|127\.0\.0\.1|example\.test|practice(?:=|\/|\.(?:js|css|test))|practice seller|vitest|import\.meta\.(env|hot)|sourceMappingURL|\bdebugger;|console\.(log|debug)/i,
      )
    }
  })
})

/** Warnings of the add-ons linter that we know and can answer for, each with the reason its reviewers get. */
const acceptedWarnings: Record<string, string> = {
  'UNSUPPORTED_API: sidePanel.open is not supported':
    'Chrome and Edge have the side panel; in Firefox the sidebar is opened instead, and this call is never reached.',
}

test('the add-ons linter finds no error, and only the warnings that we can answer for', () => {
  const linter = join('node_modules', 'addons-linter', 'bin', 'addons-linter')
  const zip = join(first, packageName('firefox'))
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--output', 'json', zip], {
    encoding: 'utf8',
  })
  type Finding = { code: string; message: string; file?: string; line?: number }
  const found: Record<'errors' | 'warnings', Finding[]> = JSON.parse(stdout || `"${stderr}"`)
  expect(found.errors).toEqual([])
  const warnings = found.warnings.map(({ code, message }) => `${code}: ${message}`)
  expect(warnings.filter((one) => !Object.hasOwn(acceptedWarnings, one))).toEqual([])
  // A warning that no longer comes leaves the list.
  expect(Object.keys(acceptedWarnings).filter((one) => !warnings.includes(one))).toEqual([])
})

describe('the source archive', () => {
  test('holds what is needed to build, and no build, package or dependency', () => {
    const files = Object.keys(contentsOf('source'))
    for (const needed of [
      'README.md',
      'LICENSE',
      'package.json',
      'package-lock.json',
      'manifest.json',
      'vite.config.ts',
      'tools/package.ts',
      'src/background/background.ts',
      'assets/_locales/en/messages.json',
    ])
      expect(files).toContain(needed)
    expect(files.filter((file) => /^(node_modules|dist|release|out|\.git)\//.test(file))).toEqual([])
  })

  test('builds all four archives again, byte for byte, in another folder and another time zone', () => {
    const sources = join(folder, 'elsewhere')
    unpack(join(first, packageName('source')), sources)
    // Copied, not linked: the paths of the libraries stand in the packages as comments.
    cpSync('node_modules', join(sources, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    const { status, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'package'], {
      cwd: sources,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', NODE_ENV: 'test' },
    })
    expect(status, stderr).toBe(0)
    for (const name of names)
      expect(bytesOf(join(sources, 'release'), name).equals(bytesOf(first, name)), name).toBe(true)
  })
})
