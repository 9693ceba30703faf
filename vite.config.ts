import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { minifySync, type Plugin, parseSync } from 'vite'
import { defineConfig } from 'vitest/config'
import manifest from './manifest.json' with { type: 'json' }
import packageJson from './package.json' with { type: 'json' }
import { itemDetail } from './src/i18n/item-text.ts'
import { pseudo } from './test/support/pseudo.ts'
import { licenses } from './tools/licenses.ts'

export const targets = ['chrome', 'firefox', 'edge'] as const
export type Target = (typeof targets)[number]

/**
 * One manifest.json, three stores: Firefox has an event page, Edge refuses keys that only Chrome knows. The version is
 * package.json's.
 */
export function manifestFor(target: Target): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, background, ...common } = manifest
  return (
    target === 'firefox'
      ? {
          ...common,
          version: packageJson.version,
          background: { scripts: [background.service_worker], type: 'module' },
          browser_specific_settings,
        }
      : { ...common, version: packageJson.version, background, minimum_chrome_version }
  ) as ManifestV3Export
}

/** Texts that only the dashboard shows. */
export const dashboardTexts = new RegExp(
  `^(?:(?:${[
    ...['threshold', 'certainty', 'journal', 'settings', 'question', 'profile', 'nav', 'sort', 'search'],
    ...['group', 'elsewhere', 'data', 'report', 'lost', 'files', 'calendar', 'import', 'refused', 'backup'],
    ...['backups', 'unreadable', 'newer', 'reset', 'without', 'whole', 'dashboard', 'route', 'help'],
    ...['sees_all', 'welcome', 'playbooks', 'step', 'run', 'outcome', 'register', 'payout', 'measure'],
    ...['appeal', 'region', 'seen', 'rescue', 'secret'],
  ].join('|')})_|(?:note|pace)_(?!saved)|store_(?:name|fronts|login|add|remove|restore|last))`,
)

/** The address check, which is the popup's. */
const addressTexts = /^(?:address|verdict|lookalike|official|amazon|unrelated)(?:_|$)/

/** What cards, badge and notifications say. */
const backgroundTexts =
  /^(?:lang|brand|undo|retry|back|moment_in_figures|open_page|store_letter|item_\w+_(?:title|why)|(?:page|card|title|done|minutes|notification|trouble)_\w+|answer_(?:checked|remind|dismiss|close))$/

/** The texts that each of our scripts carries of a language; test/architecture.test.ts holds that it asks for no other. */
export const carried = {
  popup: (name: string) => !dashboardTexts.test(name) && !itemDetail.test(name),
  dashboard: (name: string) => !addressTexts.test(name),
  details: (name: string) => itemDetail.test(name),
  background: (name: string) => backgroundTexts.test(name),
} satisfies Record<string, (name: string) => boolean>

type Messages = Readonly<Record<string, { message: string }>>

/** A language's texts, each that it lacks in English; of a plural its own general form counts as there. */
export function withEnglish(texts: Messages, english: Messages): Messages {
  const lacks = (name: string) => !texts[name]?.message
  const isForm = (name: string) => /_(?:zero|one|two|few|many)$/.test(name)
  const missing = Object.entries(english).filter(
    ([name]) => lacks(name) && (!isForm(name) || lacks(name.replace(/_[a-z]+$/, '_other'))),
  )
  return { ...texts, ...Object.fromEntries(missing) }
}

/**
 * Of a language file only the texts are shipped in code: `{ name: "text with {placeholder}" }`, and of these what the
 * script named in the query carries. The background gets a function that makes them.
 */
export function catalogues(disguise?: keyof typeof pseudo): Plugin {
  return {
    name: 'catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /_locales[\\/]\w+[\\/]messages\.json(?:\?\w+)?$/ },
      handler(code, id) {
        const english = JSON.parse(readFileSync('assets/_locales/en/messages.json', 'utf8')) as Messages
        const messages = withEnglish(JSON.parse(code) as Messages, english)
        const script = (id.split('?')[1] ?? 'dashboard') as keyof typeof carried
        const texts = Object.entries(messages)
          .filter(([name]) => carried[script](name))
          .map(([name, { message }]) => {
            const text = message.replace(
              /\$(\w+)\$/g,
              (_, placeholder: string) => `{${placeholder.toLowerCase()}}`,
            )
            if (!disguise) return [name, text]
            const { lang, disguise: disguised } = pseudo[disguise]
            return [name, name === 'lang' ? lang : disguised(text)]
          })
        const object = JSON.stringify(Object.fromEntries(texts), null, 1)
        return {
          code: `export default ${script === 'background' ? `() => (${object})` : object}`,
          map: null,
          moduleType: 'js',
        }
      },
    },
  }
}

/** In the package `_locales` has what the browser itself reads: the texts that the manifest names. Ours are in the scripts. */
function manifestTexts(): Plugin {
  const used = new Set([...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name))
  const folder = 'assets/_locales'
  return {
    name: 'manifest-texts',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      for (const language of readdirSync(folder)) {
        const file = join('_locales', language, 'messages.json')
        const all = Object.entries(JSON.parse(readFileSync(join('assets', file), 'utf8')))
        const texts = Object.fromEntries(all.filter(([name]) => used.has(name)))
        writeFileSync(join(dir, file), `${JSON.stringify(texts, null, 2)}\n`)
      }
    },
  }
}

/** Vite puts a helper around import() that adds <link> elements for what is to be preloaded; here there is nothing. */
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

/** `texts-popup-zh_CN`: whoever looks into the package should see what a file is. */
function chunkName({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const [, language, script] = /_locales\/(\w+)\/messages\.json\?(\w+)$/.exec(facadeModuleId ?? '') ?? []
  return `assets/${language ? `texts-${script}-${language}` : '[name]'}-[hash].js`
}

/** Takes Preact's only innerHTML sink out of the package: dangerouslySetInnerHTML cannot work, and no linter asks. */
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

/**
 * The content script runs on every page of Seller Central and has 24,000 bytes in all. It is shipped without comments
 * and indentation and with short names of variables, but with those of functions and a line for each statement, so that
 * a reviewer can read it.
 */
function compactContent(): Plugin {
  return {
    name: 'compact-content',
    enforce: 'post',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.iife.js')) continue
        const { code } = minifySync(file.fileName, String(file.source), {
          compress: true,
          mangle: { keepNames: true },
        })
        file.source = onePerLine(code, file.fileName)
      }
    },
  }
}

/** A line break before every statement that is more than a word or two, and the style sheet in it without its own comments and breaks. */
function onePerLine(code: string, name: string): string {
  type Node = { type: string; start: number; end: number; value?: unknown }
  const edits: { at: number; end: number; text: string }[] = []
  const visit = (node: unknown, isListed = false): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, true)
    if (typeof node !== 'object' || node === null || !('type' in node)) return
    const { type, start, end, value } = node as Node
    if (isListed && end - start > 40 && /Statement$|Declaration$|MethodDefinition|SwitchCase/.test(type)) {
      edits.push({ at: start, end: start, text: '\n' })
    }
    // The minifier writes long strings as templates.
    if (type === 'TemplateElement' && (value as { cooked: string }).cooked.includes(':host')) {
      const css = (value as { raw: string }).raw
        .replace(/\/\*[^*]*\*\//g, '')
        .replace(/\s*\n\s*| (?=[{!~])|(?<=[:,~]) |;(?=\s*\})/g, '')
      edits.push({ at: start, end, text: css })
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(name, code).program)
  let result = ''
  let from = 0
  for (const { at, end, text } of edits.sort((a, b) => a.at - b.at)) {
    result += code.slice(from, at) + text
    from = end
  }
  return `${result}${code.slice(from)}\n`
}

/** Tests that look at dist/. */
const ofTheBuild = ['test/{build,package}.test.ts', 'test/bench/*.test.ts']

/**
 * Zones east and west of Greenwich, and one off the full hour: a day that passes through a moment comes out as another
 * day in one of them. The unit tests run in the computer's own zone; these run once more in each.
 */
const zones = {
  utc: 'UTC',
  shanghai: 'Asia/Shanghai',
  'los-angeles': 'America/Los_Angeles',
  kathmandu: 'Asia/Kathmandu',
}

/** Where days are reckoned, stored, written and read. The simulation names its own zones; the export has no days. */
const ofDays = {
  include: [
    'test/{domain,storage,i18n,dashboard}/**/*.test.ts',
    'test/background/{clock,promises,registers,runs}.test.ts',
  ],
  exclude: ['test/domain/simulation.test.ts', 'test/storage/export-file.test.ts'],
}

const endToEnd = {
  // The practice site's style sheet, which vitest would leave empty.
  css: true,
  globalSetup: 'test/e2e/packages.ts',
  testTimeout: 10 * 60_000,
  hookTimeout: 10 * 60_000,
}

// `vite build --mode firefox` builds for Firefox; `npm run build` builds all three.
export default defineConfig(({ mode }) => {
  const [name = '', suffix = ''] = mode.split('-')
  const target = targets.find((one) => one === name) ?? 'chrome'
  // `--mode chrome-long`, `--mode firefox-rtl`: for pictures and layout tests, never shipped.
  const disguise = suffix === 'long' || suffix === 'rtl' ? suffix : undefined
  return {
    publicDir: 'assets',
    build: {
      outDir: disguise ? `out/pseudo/${mode}` : `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox140' : 'chrome130',
      // The stores' reviewers read what ships.
      minify: false,
      modulePreload: false,
      sourcemap: false,
      // The budgets are in bytes, and the comments are in the sources.
      rolldownOptions: {
        // Else a long constant stands at each place that reads it: the list of public suffixes at three.
        optimization: { inlineConst: false },
        output: {
          comments: { legal: true, annotation: false, jsdoc: false },
          chunkFileNames: chunkName,
        },
      },
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
            manifestTexts(),
            licenses(),
          ],
    test: {
      // Only a test that hangs meets these, also on a machine that is ten times slower. No time decides a test.
      testTimeout: 5 * 60_000,
      hookTimeout: 5 * 60_000,
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
            // None of them has a page, and nothing of ours keeps state in a module: a fifth of the time.
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
          test: {
            ...endToEnd,
            name: 'e2e',
            include: ['test/e2e/**/*.test.ts'],
            // Each file has its own browsers and its own practice site, and waits more than it works.
            maxWorkers: 3,
          },
        },
      ],
    },
  }
})
