import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import packageJson from '../package.json' with { type: 'json' }
import { type Target, targets } from '../vite.config'
import { run as build } from './build'

/** `npm run package`: makes the zips for the stores and the source archive for addons.mozilla.org. */
export async function run(): Promise<void> {
  await build()
  sayUncommitted()
  rmSync('release', { recursive: true, force: true })
  for (const { name, bytes } of writePackages('release')) {
    const hash = createHash('sha256').update(bytes).digest('hex')
    console.log(`${hash}  release/${name}`)
  }
}

/** Warns about uncommitted files, because the source archive has everything in the folder. */
function sayUncommitted(): void {
  if (!existsSync('.git')) return
  const files = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' })
  if (files !== '') console.warn(`Don't upload this: these files are not committed.\n${files}`)
}

/** Packs dist/ and the sources into a folder: the same bytes on every run and every machine. */
export function writePackages(to: string): { name: string; bytes: Uint8Array }[] {
  const packages = [
    ...targets.map((target) => ({ name: packageName(target), bytes: pack(target) })),
    { name: packageName('source'), bytes: zip('.', sourceFiles()) },
  ]
  mkdirSync(to, { recursive: true })
  for (const { name, bytes } of packages) writeFileSync(join(to, name), bytes)
  return packages
}

export const packageName = (target: Target | 'source') => `nightlatch-${packageJson.version}-${target}.zip`

export const pack = (target: Target) => zip(join('dist', target), filesIn(join('dist', target)))

/** Compressed in plain JavaScript: the result of node:zlib depends on the machine and the Node version. */
function zip(folder: string, files: readonly string[]): Uint8Array {
  const entries = [...files].sort().map((file) => [file, readFileSync(join(folder, file))])
  // The earliest time that the format supports; it has no time zone.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) })
}

/** A fresh clone's files, by .gitignore: an unpacked source archive has no git to ask. */
function sourceFiles(): string[] {
  const ignored = ['.git', ...readFileSync('.gitignore', 'utf8').replaceAll('/\n', '\n').split('\n')]
  return filesIn('.', (path) => !ignored.includes(path))
}

/** All wanted files in a folder, as paths relative to it, with `/` on every machine. */
function filesIn(root: string, isWanted = (_path: string) => true, folder = ''): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = folder + name
    if (!isWanted(path)) return []
    return statSync(join(root, path)).isDirectory() ? filesIn(root, isWanted, `${path}/`) : [path]
  })
}
