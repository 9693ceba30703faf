import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** What a folder may import besides itself. `types`: with `import type` alone. A package may be tied to one file. */
type Row = {
  folders?: readonly string[]
  types?: readonly string[]
  packages?: Readonly<Record<string, 'anywhere' | `${string}.ts`>>
  /** Files outside src. */
  assets?: true
  /** Files of allowed folders that it must do without. */
  never?: readonly string[]
}

const views = ['preact', 'preact/hooks', 'preact/jsx-runtime', '@preact/signals'] as const
const viewPackages = Object.fromEntries(views.map((name) => [name, 'anywhere'])) as Record<string, 'anywhere'>

const rows: Readonly<Record<string, Row>> = {
  domain: { packages: { 'temporal-polyfill': 'time.ts' } },
  pages: { folders: ['domain'], packages: { tldts: 'official.ts' } },
  platform: { folders: ['domain'], packages: { 'webextension-polyfill': 'browser.ts' }, assets: true },
  messages: { folders: ['domain', 'platform'], types: ['pages'] },
  storage: { folders: ['domain'], types: ['platform'], packages: { 'zod/mini': 'zod.ts' } },
  background: { folders: ['domain', 'pages', 'messages', 'storage', 'platform'] },
  ui: { folders: ['domain', 'pages', 'messages', 'platform'], packages: viewPackages },
  content: {
    folders: ['pages', 'messages', 'platform'],
    types: ['domain'],
    never: ['platform/browser.ts', 'platform/i18n.ts', 'platform/english.ts'],
  },
  popup: { folders: ['domain', 'pages', 'messages', 'platform', 'ui'], packages: viewPackages },
  dashboard: { folders: ['domain', 'pages', 'messages', 'platform', 'ui'], packages: viewPackages },
}

const src = resolve('src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(src, path)).isFile())
const scripts = sources.filter((path) => /\.tsx?$/.test(path))

type Node = { type: string; [key: string]: unknown }
type Import = { file: string; from: string; type: boolean }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesIn)] : []
}

function parsed(file: string) {
  const code = readFileSync(join(src, file), 'utf8')
  const { program, comments, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return { code, program, comments }
}

/** Every `import`, `export … from`, `import()` and `typeof import()` of a file. */
function importsOf(file: string): Import[] {
  return nodesIn(parsed(file).program).flatMap((node) => {
    const from = (node['source'] as { value?: unknown } | null | undefined)?.value
    if (typeof from !== 'string') return []
    // `import { type A }` still loads the file: under verbatimModuleSyntax only the names go.
    const isType =
      node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type'
    return [{ file, from, type: isType }]
  })
}

const imports = scripts.flatMap(importsOf)
const folderOf = (file: string) => file.split('/')[0] ?? ''

/** The file in src that an import means, `../…` for one outside, undefined for a package. */
function target({ file, from }: Import): string | undefined {
  if (!from.startsWith('.')) return undefined
  const path = join(src, dirname(file), from.replace(/\?\w+$/, ''))
  const found = [path, `${path}.ts`, `${path}.tsx`].find((one) => existsSync(one) && statSync(one).isFile())
  if (!found) throw new Error(`${file} imports ${from}, which is not there`)
  return relative(src, found).replaceAll('\\', '/')
}

function isAllowed(one: Import): boolean {
  const row = rows[folderOf(one.file)]
  if (!row) return false
  const file = target(one)
  if (file === undefined) {
    const where = row.packages?.[one.from]
    if (one.type) return where !== undefined
    return where === 'anywhere' || (where !== undefined && basename(one.file) === where)
  }
  if (file.startsWith('../assets/')) return row.assets === true
  const folder = folderOf(file)
  if (folder === folderOf(one.file)) return true
  if (row.types?.includes(folder)) return one.type
  return row.folders?.includes(folder) === true && !(row.never?.includes(file) && !one.type)
}

describe('who may import whom', () => {
  test('every folder of src has a row in the table, and nothing lies beside them', () => {
    expect(readdirSync(src).sort()).toEqual(Object.keys(rows).sort())
  })

  test.each(Object.keys(rows))('%s imports only what its row allows', (folder) => {
    const own = imports.filter(({ file }) => folderOf(file) === folder)
    const refused = own.filter((one) => !isAllowed(one))
    expect(refused.map(({ file, from, type }) => `${file}: import ${type ? 'type ' : ''}${from}`)).toEqual([])
  })

  test('the content script runs without calendar, schema, suffix, polyfill, view and text libraries', () => {
    const { files, packages } = contentFiles()
    expect([...packages]).toEqual([])
    expect(
      [...files].filter((file) => /^(domain|storage|ui)\/|\/(i18n|english|browser)\.ts$/.test(file)),
    ).toEqual([])
  })

  test('no file is named after being left over', () => {
    const leftOver = /(^|\/)(utils?|helpers?|types?|constants?|shared|common|misc)(\/|\.\w+$)/
    expect(sources.filter((path) => leftOver.test(path))).toEqual([])
  })
})

/** Ways out of the browser, ways from text to code, and ways in for a page (threat model: T6, T13, section 5). */
const banned = {
  'asks a server':
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/,
  'loads something':
    /\bimportScripts\b|\bnew\s+Image\b|\bnew\s+(Shared)?Worker\b|\bcreateElement\(\s*['"`](script|img|iframe|link|object|embed|form)\b/,
  'leaves by a download or an address':
    /\bsetUninstallURL\b|\bwindow\.open\b|\blocation\s*=[^=]|\blocation\.(assign|replace)\b/,
  'turns text into markup':
    /\b(innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b|\bdocument\.write/,
  'turns text into code': /\beval\b|\bnew\s+Function\b|\bFunction\(/,
  'listens to or speaks with the page':
    /\bpostMessage\b|\baddEventListener\(\s*['"`]message\b|\bonmessage\b|\bBroadcastChannel\b|\bonMessageExternal\b|\bonConnectExternal\b/,
  'reads what a page keeps': /\bdocument\.cookie\b|\b(local|session)Storage\b|\bindexedDB\b/,
}

/** All that runs in a page of Seller Central: the entry and what it imports. */
function contentFiles(): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const follow = (file: string) => {
    if (files.has(file)) return
    files.add(file)
    for (const one of imports.filter((other) => other.file === file && !other.type)) {
      const next = target(one)
      if (next === undefined) packages.add(one.from)
      else follow(next)
    }
  }
  follow('content/content.iife.ts')
  return { files, packages }
}

/** A file's code without its comments. */
function bareCode(file: string): string {
  const { code, comments } = parsed(file)
  // From the last to the first, so that the places before stay where they are.
  return [...comments]
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code)
}

describe('what the code never does', () => {
  test.each(Object.entries(banned))('nothing in src %s', (_, pattern) => {
    const found = scripts.flatMap((file) => {
      const match = pattern.exec(bareCode(file))
      return match ? [`${file}: ${match[0]}`] : []
    })
    expect(found).toEqual([])
  })

  test('the script on Amazon’s pages looks at the address and at its own card, not at what stands on the page', () => {
    const looks =
      /\.value\b|\.(innerText|outerText|innerHTML|labels|selectedOptions)\b|\.textContent(?!\s*=[^=])|\bFormData\b|\bgetSelection\b|\bdocument\.(body|title|forms|links|images|referrer|cookie|getElement\w*|evaluate|querySelector\w*\((?!cardTag\)))/
    const found = [...contentFiles().files]
      .filter((file) => /\.ts$/.test(file))
      .flatMap((file) => {
        const match = looks.exec(bareCode(file))
        return match ? [`${file}: ${match[0]}`] : []
      })
    expect(found).toEqual([])
  })
})
