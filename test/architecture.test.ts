import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { type Node, nodesIn } from './support/syntax'

/** What a folder may import besides itself. `types`: only types. Packages may be limited to a file. */
type Row = {
  folders?: readonly string[]
  types?: readonly string[]
  /** Single files of other folders. */
  files?: readonly string[]
  packages?: Readonly<Record<string, 'anywhere' | `${string}.ts`>>
  /** Files outside src. */
  assets?: true
  /** Files of allowed folders that it may not import. */
  never?: readonly string[]
}

const views = ['preact', 'preact/hooks', 'preact/jsx-runtime', '@preact/signals', 'lucide'] as const
const viewPackages = Object.fromEntries(views.map((name) => [name, 'anywhere'])) as Record<string, 'anywhere'>

const temporal = Object.fromEntries(
  ['Instant', 'PlainDate', 'PlainDateTime', 'ZonedDateTime'].map(
    (kind) => [`temporal-polyfill/fns/${kind}`, 'time.ts'] as const,
  ),
)

const rows: Readonly<Record<string, Row>> = {
  domain: { packages: temporal },
  pages: {
    folders: ['domain'],
    packages: {
      tldts: 'official.ts',
      'punycode/punycode.es6.js': 'confusables.ts',
      'postal-mime': 'mail.ts',
      'linkify-it': 'links-in-text.ts',
      htmlparser2: 'links-in-html.ts',
    },
  },
  i18n: { folders: ['domain'], types: ['pages'], assets: true },
  browser: {
    folders: ['domain', 'i18n'],
    types: ['pages'],
    packages: { 'webextension-polyfill': 'webextension.ts' },
  },
  messages: { folders: ['domain', 'browser'], types: ['pages'] },
  storage: {
    folders: ['domain', 'pages'],
    types: ['browser'],
    files: ['browser/in-time.ts'],
    packages: { 'zod/mini': 'schema.ts', idb: 'backup-database.ts' },
  },
  background: { folders: ['domain', 'pages', 'messages', 'storage', 'browser', 'i18n'] },
  ui: { folders: ['domain', 'pages', 'messages', 'browser', 'i18n'], packages: viewPackages },
  content: {
    folders: ['pages', 'messages', 'browser'],
    types: ['domain'],
    // Figures only; it imports nothing but figures.
    files: ['domain/nudge-policy.ts'],
    never: ['browser/webextension.ts', 'browser/change-channel.ts'],
  },
  popup: { folders: ['domain', 'pages', 'messages', 'browser', 'i18n', 'ui'], packages: viewPackages },
  panel: { folders: ['domain', 'pages', 'messages', 'browser', 'i18n', 'ui'], packages: viewPackages },
  dashboard: {
    folders: ['domain', 'pages', 'messages', 'browser', 'i18n', 'ui'],
    // The practice card uses the style sheet of the real one, so that both look the same.
    files: ['content/card.css'],
    packages: { ...viewPackages, 'ical-generator': 'ics.ts' },
  },
}

const src = resolve('src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(src, path)).isFile())
const scripts = sources.filter((path) => /\.tsx?$/.test(path))

type Import = { file: string; from: string; type: boolean }

function parse(file: string) {
  const code = readFileSync(join(src, file), 'utf8')
  const { program, comments, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return { code, program, comments, nodes: nodesIn(program) }
}

const known = new Map<string, ReturnType<typeof parse>>()

function parsed(file: string) {
  const found = known.get(file) ?? parse(file)
  known.set(file, found)
  return found
}

function importsOf(file: string): Import[] {
  return parsed(file).nodes.flatMap((node) => {
    const from = (node['source'] as { value?: unknown } | null | undefined)?.value
    if (typeof from !== 'string') return []
    // `import { type A }` still loads the file: under verbatimModuleSyntax only the names are removed.
    const isType =
      node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type'
    return [{ file, from, type: isType }]
  })
}

const imports = scripts.flatMap(importsOf)
const folderOf = (file: string) => file.split('/')[0] ?? ''

/** The file in src that an import resolves to, `../…` for one outside, undefined for a package. */
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
  if (folder === folderOf(one.file) || row.files?.includes(file)) return true
  if (row.types?.includes(folder)) return one.type
  return row.folders?.includes(folder) === true && !(row.never?.includes(file) && !one.type)
}

/** The files on an import cycle, or between two: drops dead ends until none is left. */
function circleIn(arrows: readonly (readonly [from: string, to: string])[]): string[] {
  const from = new Set(arrows.map(([one]) => one))
  const to = new Set(arrows.map(([, one]) => one))
  const left = arrows.filter(([a, b]) => to.has(a) && from.has(b))
  return left.length < arrows.length ? circleIn(left) : [...from].sort()
}

describe('who may import whom', () => {
  test('every folder of src has a row in the table, and src has no other files', () => {
    expect(readdirSync(src).sort()).toEqual(Object.keys(rows).sort())
  })

  test.each(Object.keys(rows))('%s imports only what its row allows', (folder) => {
    const own = imports.filter(({ file }) => folderOf(file) === folder)
    const refused = own.filter((one) => !isAllowed(one))
    expect(refused.map(({ file, from, type }) => `${file}: import ${type ? 'type ' : ''}${from}`)).toEqual([])
  })

  test.each(Object.keys(rows))('%s has no import cycle between files or between folders', (folder) => {
    const own = imports.flatMap((one) => {
      const to = target(one)
      return folderOf(one.file) === folder && to !== undefined ? [[one.file, to] as const] : []
    })
    const folders = own.map(([from, to]) => [dirname(from), dirname(to)] as const)
    expect(circleIn(own)).toEqual([])
    expect(circleIn(folders.filter(([from, to]) => from !== to))).toEqual([])
  })

  test('the content script runs without calendar, schema, suffix, polyfill, view and text libraries', () => {
    const { files, packages } = contentFiles()
    expect([...packages]).toEqual([])
    const figures = ['domain/nudge-policy.ts', 'domain/time/length.ts']
    expect([...files].filter((file) => /^(domain|storage|ui|i18n)\/|\/webextension\.ts$/.test(file))).toEqual(
      figures,
    )
    expect(imports.filter(({ file }) => figures.includes(file)).map(({ from }) => from)).toEqual([
      './time/length',
    ])
  })

  test('no file has a catch-all name such as utils', () => {
    const leftOver = /(^|\/)(utils?|helpers?|types?|constants?|shared|common|misc)(\/|\.\w+$)/
    expect(sources.filter((path) => leftOver.test(path))).toEqual([])
  })
})

describe('what is stored', () => {
  test('is written only by the repository', () => {
    const wrappers = ['storage/repository.ts', 'storage/remembering.ts', 'storage/with-retry.ts']
    const writes = /\b(area|storage|stored|repository)\.(set|remove)\(/
    const found = scripts.filter(
      (file) =>
        /^(background|storage)\//.test(file) && !wrappers.includes(file) && writes.test(bareCode(file)),
    )
    expect(found).toEqual([])
    expect(writes.test(bareCode('storage/repository.ts'))).toBe(true)
  })
})

describe('docs/architecture.md', () => {
  const may = (from: string): readonly string[] => rows[from]?.folders ?? []
  const leadsTo = (from: string, to: string): boolean =>
    may(from).some((next) => next === to || leadsTo(next, to))
  // An arrow that a longer path implies is left out.
  const drawn = Object.entries(rows).flatMap(([from, { folders = [], types = [] }]) => [
    ...folders
      .filter((to) => !folders.some((next) => next !== to && leadsTo(next, to)))
      .map((to) => `    ${from} --> ${to}`),
    ...types.map((to) => `    ${from} -.-> ${to}`),
  ])

  test('draws the table above, arrow by arrow', () => {
    const [, diagram = ''] =
      /```mermaid\n([\s\S]*?)```/.exec(readFileSync('docs/architecture.md', 'utf8')) ?? []
    expect(diagram.trimEnd().split('\n')).toEqual(['flowchart TD', ...drawn])
  })
})

/** Ways out of the browser, from text to code, and in for a page (docs/security.md). */
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

/** Everything that runs on a Seller Central page: the entry and what it imports. */
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
  // From last to first, so that earlier positions stay valid.
  return [...comments]
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code)
}

describe('what the code never does', () => {
  // Module state outlives the page that made it: the next test and the next page would find it.
  test('no module of our pages keeps state between pages', () => {
    const keeping = ['popup/', 'panel/', 'dashboard/', 'ui/']
    const entries = ['popup/popup.tsx', 'panel/panel.tsx', 'dashboard/dashboard.tsx']
    const makers = ['signal', 'createSession', 'createWriting', 'createAutosave']
    const found = scripts
      .filter((file) => keeping.some((folder) => file.startsWith(folder)) && !entries.includes(file))
      .flatMap((file) =>
        (parsed(file).program.body as unknown as Node[])
          .map((node) => (node['declaration'] ?? node) as Node)
          .filter(({ type }) => type === 'VariableDeclaration')
          .filter(
            (node) =>
              node['kind'] !== 'const' ||
              (node['declarations'] as { init: Node | null }[]).some(
                ({ init }) =>
                  (init?.type === 'CallExpression' &&
                    makers.includes(String((init['callee'] as Node)['name']))) ||
                  // A collection with contents is a constant table.
                  (init?.type === 'NewExpression' && (init['arguments'] as Node[]).length === 0),
              ),
          )
          .map(() => file),
      )
    expect(found).toEqual([])
  })

  test.each(Object.entries(banned))('nothing in src %s', (_, pattern) => {
    const found = scripts.flatMap((file) => {
      const match = pattern.exec(bareCode(file))
      return match ? [`${file}: ${match[0]}`] : []
    })
    expect(found).toEqual([])
  })

  // Promise 1: it may ask whether a dialog is open or something covers the card, never what it is.
  const opening =
    /:modal|:popover-open|:fullscreen|dialog\[open\]|(?:\[role="dialog"\])?\[aria-modal="true"\]/
  const looksForOpenings = new RegExp(
    `\\bdocument\\.querySelector(?:All)?\\('(?:${opening.source})(?:, (?:${opening.source}))*'\\)`,
    'g',
  )

  test('the script on Amazon’s pages looks at the address, at open dialogs and at its own card, not at page content', () => {
    const looks =
      /\.value\b|\.(innerText|outerText|innerHTML|labels|selectedOptions)\b|\.textContent(?!\s*=[^=])|\bFormData\b|\bgetSelection\b|\bdocument\.(body(?! \?\? )|title|forms|links|images|referrer|cookie|getElement\w*|evaluate|querySelector\w*\((?!`\[\$\{cardMark))/
    const found = [...contentFiles().files]
      .filter((file) => /\.ts$/.test(file))
      .flatMap((file) => {
        const code = bareCode(file).replaceAll(looksForOpenings, '[]')
        const match = looks.exec(code)
        return match ? [`${file}: ${match[0]}`] : []
      })
    expect(found).toEqual([])
  })
})

describe('texts', () => {
  const names = Object.keys(JSON.parse(readFileSync(resolve('assets/_locales/en/messages.json'), 'utf8')))

  test('every text is used: by its name, by a pattern that the code fills in, or by the manifest', () => {
    // This table says which script carries a text, not which one uses it.
    const asking = scripts.filter((file) => file !== 'i18n/surfaces.ts')
    const nodes = asking.flatMap((file) => parsed(file).nodes)
    const named = new Set(nodes.flatMap(({ type, value }) => (type === 'Literal' ? [value] : [])))
    const patterns = nodes.flatMap((node) => {
      if (node.type !== 'TemplateLiteral') return []
      const parts = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
      // A pattern must start with a word, or it would match everything.
      return parts.every((part) => /^[\w-]*$/.test(part)) && /^[a-z]+_/.test(parts[0] ?? '')
        ? [new RegExp(`^${parts.map((part) => part.replaceAll('-', '_')).join('.+')}$`)]
        : []
    })
    const manifest = readFileSync(resolve('manifest.json'), 'utf8')
    const isUsed = (name: string) =>
      [name, name.replace(/_(one|other)$/, '')].some((one) => named.has(one)) ||
      patterns.some((pattern) => pattern.test(name)) ||
      manifest.includes(`__MSG_${name}__`)
    // Every language file names its own language.
    expect(names.filter((name) => name !== 'lang' && !isUsed(name))).toEqual([])
  })
})
