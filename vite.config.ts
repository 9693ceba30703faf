import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { build, minifySync, normalizePath, type Plugin, type Rolldown, runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'
import manifest from './manifest.json' with { type: 'json' }
import packageJson from './package.json' with { type: 'json' }
import { itemOfDetail } from './src/i18n/item-text.ts'
import { carried } from './src/i18n/surfaces.ts'
import { pseudo } from './test/support/pseudo.ts'
import { licenses } from './tools/licenses.ts'

export const targets = ['chrome', 'firefox', 'edge'] as const
export type Target = (typeof targets)[number]

/**
 * The manifest for each store, from one manifest.json: Firefox has an event page and a sidebar, Chrome and Edge have a
 * side panel and a schema for administrators' policies, and Edge refuses keys that only Chrome knows. The version comes from package.json.
 */
export function manifestFor(target: Target): ManifestV3Export {
  const {
    browser_specific_settings,
    sidebar_action,
    minimum_chrome_version,
    side_panel,
    storage,
    // The build makes it apart from the rest (`backgroundScript`); `finishManifest` names it.
    background: _background,
    ...common
  } = manifest
  const { permissions, optional_permissions } = common
  return (
    target === 'firefox'
      ? {
          ...common,
          version: packageJson.version,
          permissions: permissions.filter((name) => name !== 'sidePanel' && name !== 'unlimitedStorage'),
          optional_permissions: optional_permissions.filter((name) => name !== 'declarativeContent'),
          browser_specific_settings,
          sidebar_action,
          // Where the build finds the page of both; `finishManifest` takes it out.
          side_panel,
        }
      : { ...common, version: packageJson.version, minimum_chrome_version, side_panel, storage }
  ) as ManifestV3Export
}

type Messages = Readonly<Record<string, { message: string }>>

/** A language's texts, with English for missing ones. A plural may have only its general form. */
export function withEnglish(texts: Messages, english: Messages): Messages {
  const lacks = (name: string) => !texts[name]?.message
  const isForm = (name: string) => /_(?:zero|one|two|few|many)$/.test(name)
  const missing = Object.entries(english).filter(
    ([name]) => lacks(name) && (!isForm(name) || lacks(name.replace(/_[a-z]+$/, '_other'))),
  )
  return { ...texts, ...Object.fromEntries(missing) }
}

/**
 * Ships only the texts of a language file, as `{ name: "text with {placeholder}" }`, and only those that the
 * script in the query uses. The background gets a list of texts per language, and the list of names once.
 */
export function catalogues(disguise?: keyof typeof pseudo): Plugin {
  return {
    name: 'catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /_locales[\\/]\w+[\\/]messages\.json(?:\?\w+)?$/ },
      handler(code, id) {
        const english = messagesOf('en')
        const messages = withEnglish(JSON.parse(code) as Messages, english)
        // Without a query, which only tests import: all of them.
        const script = id.split('?')[1] as keyof typeof carried | 'names' | undefined
        if (script === 'names') return javaScript(`export default ${literal(namesInBackground())}`)
        const textOf = (name: string) => {
          const text = (messages[name]?.message ?? '').replace(
            /\$(\w+)\$/g,
            (_, placeholder: string) => `{${placeholder.toLowerCase()}}`,
          )
          if (!disguise) return text
          const { lang, disguise: disguised } = pseudo[disguise]
          return name === 'lang' ? lang : disguised(text)
        }
        if (script === 'background') {
          const texts = literal(namesInBackground().map(textOf))
          return javaScript(
            `import names from '../en/messages.json?names'\nexport default () => Object.fromEntries(${texts}.map((text, at) => [names[at], text]))`,
          )
        }
        const names = Object.keys(messages).filter(script ? carried[script] : () => true)
        return javaScript(
          `export default ${literal(Object.fromEntries(names.map((name) => [name, textOf(name)])))}`,
        )
      },
    },
  }
}

const javaScript = (code: string) => ({ code, map: null, moduleType: 'js' as const })
const literal = (value: unknown) => JSON.stringify(value, null, 1)

function messagesOf(language: string): Messages {
  return JSON.parse(readFileSync(join('assets/_locales', language, 'messages.json'), 'utf8'))
}

/** The names of all languages in one order, because the background keeps them once for all. */
function namesInBackground(): string[] {
  const languages = readdirSync('assets/_locales')
  return [...new Set(languages.flatMap((one) => Object.keys(messagesOf(one))))].filter(carried.background)
}

/**
 * In the package, `_locales` has the manifest's texts for the browser, and titles, reasons and steps of checks for cards; ours are
 * in the scripts. The browser looks up a name in its own language and then in the default one, so the default one has
 * those of all languages, as `de_item_…` for each check: the seller may have chosen another language than the browser's.
 * The pattern of the sign on the toolbar is there too: only a press and an update need it.
 */
function browserTexts(disguise?: keyof typeof pseudo): Plugin {
  const used = new Set([...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name))
  return {
    name: 'browser-texts',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }) {
      const languages = readdirSync('assets/_locales')
      const details: Record<string, Record<string, string>> = {}
      for (const language of languages)
        for (const [name, { message }] of Object.entries(
          withEnglish(messagesOf(language), messagesOf('en')),
        )) {
          const item = itemOfDetail(name)
          if (item === undefined) continue
          const text = disguise ? pseudo[disguise].disguise(message) : message
          details[`${language}_${item}`] = { ...details[`${language}_${item}`], [name]: text }
        }
      const { falsePages } = (
        await runnerImport<typeof import('./src/pages/false-pages')>('./src/pages/false-pages.ts', {
          configFile: false,
        })
      ).module
      const data = Object.entries({ ...details, false_pages: falsePages }).map(([name, all]) => [
        name,
        // A single `$` would begin a placeholder.
        { message: JSON.stringify(all).replaceAll('$', '$$$$') },
      ])
      for (const language of languages) {
        const own = Object.entries(messagesOf(language)).filter(([name]) => used.has(name))
        const isDefault = language === manifest.default_locale
        const texts = Object.fromEntries(isDefault ? [...own, ...data] : own)
        writeFileSync(join(dir, '_locales', language, 'messages.json'), `${JSON.stringify(texts, null, 2)}\n`)
      }
    },
  }
}

/** Names the background as each browser wants it. Firefox has its sidebar instead of Chrome's side panel. */
function finishManifest(target: Target): Plugin {
  return {
    name: 'finish-manifest',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      const path = join(dir, 'manifest.json')
      const { side_panel, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
      const finished =
        target === 'firefox'
          ? { ...rest, background: { scripts: [backgroundFile] } }
          : { ...rest, background: { service_worker: backgroundFile }, side_panel }
      writeFileSync(path, `${JSON.stringify(finished, null, 2)}\n`)
    },
  }
}

/** Vite wraps import() in a helper that adds <link> elements for preloading; nothing is preloaded here. */
function noPreload(): Plugin {
  return {
    name: 'no-preload',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
  }
}

/** A readable name, such as `texts-popup-zh_CN`, for people who look into the package. */
function chunkName({ name, facadeModuleId }: { name: string; facadeModuleId?: string | null }): string {
  const [, language, script] = /_locales\/(\w+)\/messages\.json\?(\w+)$/.exec(facadeModuleId ?? '') ?? []
  return `assets/${language ? `texts-${script}-${language}` : name.replace(/\.(?:ts|html)(?=~|$)/g, '').replaceAll('~', '-')}-[hash].js`
}

/** Removes Preact's only innerHTML sink: dangerouslySetInnerHTML cannot work, and no linter complains. */
function noInnerHtml(): Plugin {
  const sink = /\(\w+\.innerHTML=\w+\.__html\)/g
  return {
    name: 'no-inner-html',
    apply: 'build',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        const found = code.match(sink)?.length ?? 0
        if (found !== 1)
          throw new Error(`preact has ${found} innerHTML sinks, expected 1: look at noInnerHtml again`)
        return { code: code.replace(sink, '(void 0)'), map: null }
      },
    },
  }
}

/** Minifies the script on Amazon's pages (its budget is 24,000 bytes); function names are kept. */
function compactContent(): Plugin {
  return {
    name: 'compact-content',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const file = bundle['src/content/content.iife.js']
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          minify: true,
          target: this.environment.config.build.target,
          lib: { entry: 'src/content/content.iife.ts', formats: ['iife'], name: 'content' },
          rolldownOptions: { output: { minify: { compress: true, mangle: { keepNames: true } } } },
        },
      })
      const [made] = [built].flat()
      if (file?.type !== 'asset' || !made || !('output' in made)) throw new Error('no content script')
      file.source = made.output[0].code
    },
  }
}

const backgroundFile = 'src/background/background.js'

/**
 * Makes the background one classic script. Chromium keeps the compiled code of a service worker only if it is one,
 * and a worker of modules waits for each of them in turn. It begins with the packages, minified; ours is as written.
 * @param modules gets the modules in it
 */
function backgroundScript(disguise: keyof typeof pseudo | undefined, modules: Set<string>): Plugin {
  return {
    name: 'background-script',
    apply: 'build',
    enforce: 'post',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [catalogues(disguise), compactPackages()],
        build: {
          write: false,
          minify: false,
          modulePreload: false,
          target: this.environment.config.build.target,
          rolldownOptions: { ...asWritten, input: 'src/background/background.ts' },
        },
      })
      const chunks = [built].flat().flatMap((made) => ('output' in made ? made.output : []))
      const [theirs, ours, ...others] = [true, false].flatMap((isTheirs) =>
        chunks.flatMap((file) =>
          file.type === 'chunk' && file.name.startsWith(packages.name) === isTheirs ? [file] : [],
        ),
      )
      if (!theirs || !ours || others.length > 0) throw new Error('the background is not in two parts')
      for (const { modules: inChunk } of [theirs, ours])
        for (const [id, { renderedLength }] of Object.entries(inChunk))
          if (renderedLength > 0) modules.add(id)
      this.emitFile({ type: 'asset', fileName: backgroundFile, source: inOneScript(theirs.code, ours.code) })
    },
  }
}

/** A module of packages and one that imports from it alone, as a classic script. */
function inOneScript(theirs: string, ours: string): string {
  const [, heading, code, exported = ''] = /^(\/\/ .*\n)(.*)\bexport\{(.*)\};\n$/s.exec(theirs) ?? []
  const [, imported = '', own] = /^import \{(.*)\} from "[^"]*";\n(.*)$/s.exec(ours) ?? []
  if (!heading || !own || /^(?:import|export)\b/m.test(own)) throw new Error('these are not two such modules')
  const given = exported.split(',').map((one) => one.split(' as ').reverse().join(':'))
  return [
    `${heading}(() => {"use strict";const packages=(()=>{${code}return{${given}}})();`,
    `const {${imported.replaceAll(' as ', ': ')}} = packages;`,
    `${own}})();\n`,
  ].join('\n')
}

/**
 * Third-party code is in its own files, which are minified and start with the names of their packages. Our
 * code ships as written, so that a reviewer can read it.
 */
function compactPackages(): Plugin {
  return {
    name: 'compact-packages',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.name.startsWith(packages.name)) continue
        // The bundler writes the source path above each module.
        const names = file.code.matchAll(/^\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)
        const { code } = minifySync(file.fileName, file.code, { module: true, compress: true, mangle: true })
        file.code = `// Minified: ${[...new Set([...names].map(([, name]) => name))].join(', ')}\n${code}\n`
      }
    },
  }
}

/**
 * One file per set of entries that share code, so that no entry loads what only another needs. A few icons are no
 * file of their own.
 */
const packages = {
  name: 'packages',
  test: /\/node_modules\//,
  entriesAware: true,
  entriesAwareMergeThreshold: 5_000,
}

/**
 * What the popup imports from the start and other pages import too, in few files: each file costs its page about a
 * millisecond, however small it is (docs/performance.md).
 */
const shared = {
  name: (id: string, modules: Rolldown.ChunkingContext) =>
    isImportedFrom(normalizePath(resolve('src/popup/popup.tsx')), id, modules) ? 'shared' : null,
  test: /\/src\//,
  minShareCount: 2,
  entriesAware: true,
  entriesAwareMergeThreshold: 20_000,
}

/** True if the module comes with the page, and not only by import(). */
function isImportedFrom(page: string, id: string, modules: Rolldown.ChunkingContext): boolean {
  const seen = new Set([id])
  for (const one of seen)
    for (const importer of modules.getModuleInfo(one)?.importers ?? []) seen.add(importer)
  return seen.has(page)
}

/** Vitest begins with the largest files. These are small, and started last they would leave the other workers idle. */
function longestFirst(): Plugin {
  const isLong = ({ moduleId }: { moduleId: string }) => /\/(?:kill|patience)\.test\.ts$/.test(moduleId)
  return {
    name: 'longest-first',
    configureVitest({ vitest: { config } }) {
      const Usual = config.sequence.sequencer
      config.sequence.sequencer = class extends Usual {
        constructor(...given: ConstructorParameters<typeof Usual>) {
          super(...given)
          const sort = this.sort.bind(this)
          this.sort = async (files) => {
            const sorted = await sort(files)
            return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))]
          }
        }
      }
    },
  }
}

/** Tests that need dist/. */
const ofTheBuild = ['test/{build,package}.test.ts', 'test/bench/*.test.ts']

/**
 * Zones east and west of Greenwich, and one off the full hour: a day converted through an instant becomes
 * another day in one of them. Unit tests run in the computer's zone; these run again in each zone.
 */
const zones = {
  utc: 'UTC',
  shanghai: 'Asia/Shanghai',
  'los-angeles': 'America/Los_Angeles',
  kathmandu: 'Asia/Kathmandu',
}

/**
 * Code that computes or stores days. The simulation names its own zones; the export, what is searched in texts, and what a
 * stored value may be at most have no days.
 */
const ofDays = {
  include: [
    'test/{domain,storage,i18n,dashboard}/**/*.test.ts',
    'test/background/{clock,notifications,playbook-runs,registers,rounds}.test.ts',
  ],
  exclude: [
    'test/domain/simulation.test.ts',
    'test/domain/text/**',
    'test/storage/{export-file,strict}.test.ts',
  ],
}

const endToEnd = {
  // The practice site's style sheet, which vitest would otherwise leave empty.
  css: true,
  globalSetup: 'test/e2e/packages.ts',
  testTimeout: 10 * 60_000,
  hookTimeout: 10 * 60_000,
}

const asWritten = {
  // Otherwise a long constant is copied to each reader: the public suffix list three times.
  optimization: { inlineConst: false },
  output: {
    // Bytes count against the budgets, and the comments are in the sources.
    comments: { legal: true, annotation: false, jsdoc: false },
    chunkFileNames: chunkName,
    codeSplitting: { groups: [packages, shared] },
  },
}

// `vite build --mode firefox` builds for Firefox; `npm run build` builds all three.
export default defineConfig(({ mode }) => {
  const [name = '', suffix = ''] = mode.split('-')
  const target = targets.find((one) => one === name) ?? 'chrome'
  // `--mode chrome-long`, `--mode firefox-rtl`: for pictures and layout tests, never shipped.
  const disguise = suffix === 'long' || suffix === 'rtl' ? suffix : undefined
  const inBackground = new Set<string>()
  return {
    publicDir: 'assets',
    build: {
      outDir: disguise ? `out/pseudo/${mode}` : `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox140' : 'chrome130',
      // The stores' reviewers read what ships.
      minify: false,
      // Pages name what their script imports, so that the browser asks for all of it at once (docs/performance.md).
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      sourcemap: false,
      rolldownOptions: asWritten,
    },
    plugins:
      mode === 'test'
        ? [catalogues()]
        : [
            catalogues(disguise),
            noPreload(),
            noInnerHtml(),
            crx({
              manifest: manifestFor(target),
              browser: target === 'firefox' ? 'firefox' : 'chrome',
              contentScripts: { standaloneFiles: ['src/content/content.iife.ts'] },
            }),
            compactContent(),
            compactPackages(),
            browserTexts(disguise),
            backgroundScript(disguise, inBackground),
            finishManifest(target),
            licenses(inBackground),
          ],
    test: {
      // Only a test that hangs reaches these, even on a machine ten times slower. No test depends on time.
      testTimeout: 5 * 60_000,
      hookTimeout: 5 * 60_000,
      // On two processors vitest alone would use one.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/e2e/**', ...ofTheBuild],
          },
        },
        ...Object.entries(zones).map(([name, zone]) => ({
          extends: true as const,
          test: {
            ...ofDays,
            name: `days-${name}`,
            env: { TZ: zone },
            setupFiles: 'test/support/zone.ts',
            // None of them has a page, and our modules keep no state: it takes a fifth of the time.
            isolate: false,
          },
        })),
        {
          extends: true,
          test: {
            name: 'build',
            include: ofTheBuild,
          },
        },
        {
          extends: true,
          plugins: [longestFirst()],
          test: {
            ...endToEnd,
            name: 'e2e',
            include: ['test/e2e/**/*.test.ts'],
            // Each file has its own browsers and practice site, and mostly waits.
            maxWorkers: 4,
          },
        },
      ],
    },
  }
})
