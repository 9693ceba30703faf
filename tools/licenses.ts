import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Remarks on a package in addition to its license text. */
const remarks: Readonly<Record<string, string>> = {
  preact: 'Changed in this build: its one assignment to innerHTML is taken out.',
  tldts:
    'Contains the Public Suffix List, https://publicsuffix.org/list/public_suffix_list.dat, under the Mozilla Public License, version 2.0: https://mozilla.org/MPL/2.0/',
}

/**
 * The packages that a bundle's modules come from: their folders, by name.
 * @param ours whether a module is our own. A module of neither kind is an error.
 */
export function packagesOf(
  modules: Iterable<string>,
  root: string,
  ours: (module: string) => boolean,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const module of modules) {
    // A helper that the bundler adds to its output.
    const path = module === '\0rolldown/runtime.js' ? `${root}/node_modules/rolldown/` : module
    const [, home, name] = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? []
    if (home !== undefined && name !== undefined) found.set(name, home)
    else if (!ours(path)) throw new Error(`Whose code is ${JSON.stringify(module)}? It has no license text`)
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A package's name, version, license, source and all its license texts; throws if it has no license text. */
export function licenseOf(name: string, home: string): string {
  const { version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const texts = readdirSync(home)
    .filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file))
    .sort()
    .map((file) => readFileSync(join(home, file), 'utf8').replaceAll('\r\n', '\n').trim())
  if (texts.join('') === '') throw new Error(`${name} ships in the package and has no license text`)
  const heading = `${name} ${version} (${license})\nhttps://www.npmjs.com/package/${name}/v/${version}`
  return [heading, ...(remarks[name] ? [remarks[name]] : []), ...texts].join('\n\n')
}

/**
 * Adds `licenses.txt` to the package: our license, and that of every package whose code is in the bundle.
 * @param apart modules that are in the package and not in the bundle
 */
export function licenses(apart: ReadonlySet<string>): Plugin {
  let root = ''
  return {
    name: 'licenses',
    apply: 'build',
    // After those that put modules into `apart`.
    enforce: 'post',
    configResolved(config) {
      // With `/` on every machine, as in module names.
      root = config.root.replaceAll('\\', '/')
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const modules = chunks.flatMap((chunk) =>
        Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
      )
      const isOurs = (path: string) =>
        // Made from our manifest; and the code that `noPreload` uses instead of vite's helper.
        ['/@crx/manifest', '\0vite/preload-helper.js'].includes(path) ||
        [`${root}/src/`, `${root}/assets/`].some((folder) => path.startsWith(folder))
      const packages = packagesOf([...modules, ...apart], root, isOurs)
      this.emitFile({
        type: 'asset',
        fileName: 'licenses.txt',
        source: `${[
          `Nightlatch\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`,
          ...[...packages].map(([name, folder]) => licenseOf(name, folder)),
        ].join(`\n\n${'='.repeat(80)}\n\n`)}\n`,
      })
    },
  }
}
