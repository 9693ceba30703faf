import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { itemDetail } from '../src/i18n/item-text'
import { carried, dashboardTexts } from '../vite.config'
import { isNode, type Node, nodesIn } from './support/syntax'

/** What a folder may import besides itself. `types`: with `import type` alone. A package may be tied to one file. */
type Row = {
  folders?: readonly string[]
  types?: readonly string[]
  /** Single files of other folders. */
  files?: readonly string[]
  packages?: Readonly<Record<string, 'anywhere' | `${string}.ts`>>
  /** Files outside src. */
  assets?: true
  /** Files of allowed folders that it must do without. */
  never?: readonly string[]
}

const views = ['preact', 'preact/hooks', 'preact/jsx-runtime', '@preact/signals', 'lucide'] as const
const viewPackages = Object.fromEntries(views.map((name) => [name, 'anywhere'])) as Record<string, 'anywhere'>

const rows: Readonly<Record<string, Row>> = {
  domain: { packages: { 'temporal-polyfill': 'time.ts' } },
  pages: {
    folders: ['domain'],
    packages: { tldts: 'official.ts', 'punycode/punycode.es6.js': 'confusables.ts' },
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
    packages: { 'zod/mini': 'schema.ts', idb: 'backup-database.ts' },
  },
  background: { folders: ['domain', 'pages', 'messages', 'storage', 'browser', 'i18n'] },
  ui: { folders: ['domain', 'pages', 'messages', 'browser', 'i18n'], packages: viewPackages },
  content: {
    folders: ['pages', 'messages', 'browser'],
    types: ['domain'],
    // Figures alone, without an import but of figures.
    files: ['domain/nudge-policy.ts'],
    never: ['browser/webextension.ts', 'browser/change-channel.ts'],
  },
  popup: { folders: ['domain', 'pages', 'messages', 'browser', 'i18n', 'ui'], packages: viewPackages },
  dashboard: {
    folders: ['domain', 'pages', 'messages', 'browser', 'i18n', 'ui'],
    // The practice card looks as the real one does, because it is drawn with its style sheet.
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

// The search for texts comes back to each file many times.
const known = new Map<string, ReturnType<typeof parse>>()

function parsed(file: string) {
  const found = known.get(file) ?? parse(file)
  known.set(file, found)
  return found
}

/** Every `import`, `export … from`, `import()` and `typeof import()` of a file. */
function importsOf(file: string): Import[] {
  return parsed(file).nodes.flatMap((node) => {
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
  if (folder === folderOf(one.file) || row.files?.includes(file)) return true
  if (row.types?.includes(folder)) return one.type
  return row.folders?.includes(folder) === true && !(row.never?.includes(file) && !one.type)
}

/** Those that lie on a circle of arrows, or between two: what no arrow leads to or from goes, until nothing more does. */
function circleIn(arrows: readonly (readonly [from: string, to: string])[]): string[] {
  const from = new Set(arrows.map(([one]) => one))
  const to = new Set(arrows.map(([, one]) => one))
  const left = arrows.filter(([a, b]) => to.has(a) && from.has(b))
  return left.length < arrows.length ? circleIn(left) : [...from].sort()
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

  // Still to be untangled.
  const tangled = ['storage']
  test.each(Object.keys(rows).filter((folder) => !tangled.includes(folder)))(
    '%s has no circle of files, and none of folders',
    (folder) => {
      const own = imports.flatMap((one) => {
        const to = target(one)
        return folderOf(one.file) === folder && to !== undefined ? [[one.file, to] as const] : []
      })
      const folders = own.map(([from, to]) => [dirname(from), dirname(to)] as const)
      expect(circleIn(own)).toEqual([])
      expect(circleIn(folders.filter(([from, to]) => from !== to))).toEqual([])
    },
  )

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

  test('no file is named after being left over', () => {
    const leftOver = /(^|\/)(utils?|helpers?|types?|constants?|shared|common|misc)(\/|\.\w+$)/
    expect(sources.filter((path) => leftOver.test(path))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  const may = (from: string): readonly string[] => rows[from]?.folders ?? []
  const leadsTo = (from: string, to: string): boolean =>
    may(from).some((next) => next === to || leadsTo(next, to))
  // An arrow that a longer way implies is left out.
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

/** Ways out of the browser, ways from text to code, and ways in for a page (docs/security.md). */
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
  // What a module keeps outlives the page that made it: the next test would find it, and so would the next page.
  test('no module of our pages keeps a state of its own: it is made with the page, and goes with it', () => {
    const keeping = ['popup/', 'dashboard/', 'ui/']
    const entries = ['popup/popup.tsx', 'dashboard/dashboard.tsx']
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
                  // One with contents is a table.
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

  // Promise 1: whether a dialog is open, and whether something covers the card; never what it is.
  const opening =
    /:modal|:popover-open|:fullscreen|dialog\[open\]|(?:\[role="dialog"\])?\[aria-modal="true"\]/
  const looksForOpenings = new RegExp(
    `\\bdocument\\.querySelector(?:All)?\\('(?:${opening.source})(?:, (?:${opening.source}))*'\\)`,
    'g',
  )

  test('the script on Amazon’s pages looks at the address, at what is open and at its own card, not at what stands on the page', () => {
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
  const names = new Set(
    Object.keys(JSON.parse(readFileSync(resolve('assets/_locales/en/messages.json'), 'utf8'))),
  )
  const bases = new Set([...names].map((name) => name.replace(/_(zero|one|two|few|many|other)$/, '')))

  type Export = { file: string; name: string }

  /** The statements of a file that run when these of its exports are used: the others are left out of the package. */
  function liveIn(file: string, imported: ReadonlySet<string>): unknown[] {
    const { body } = parsed(file).program as unknown as { body: Node[] }
    const exported = new Map<string, Node>()
    for (const node of body) {
      const declared = node.type === 'ExportNamedDeclaration' ? node['declaration'] : undefined
      if (isNode(declared) && declared.type === 'FunctionDeclaration')
        exported.set((declared['id'] as { name: string }).name, node)
    }
    const functions = new Set(exported.values())
    const live = body.filter((node) => !functions.has(node))
    const use = (name: string) => {
      const node = exported.get(name)
      if (node && !live.includes(node)) live.push(node)
    }
    imported.forEach(use)
    // One that nobody imports may still be called by another of the same file.
    for (const node of live) {
      for (const { type, name } of nodesIn(node)) if (type === 'Identifier') use(String(name))
    }
    return live
  }

  /** All texts that an entry can ask for: names that stand in its code, and beginnings that the rest is added to. */
  function textsOf(entry: string): { names: string[]; beginnings: string[]; files: string[] } {
    const used = new Map<string, Set<string>>([[entry, new Set()]])
    const queue: Export[] = [{ file: entry, name: '' }]
    for (let next = queue.pop(); next; next = queue.pop()) {
      for (const node of parsed(next.file).nodes) {
        const from = (node['source'] as { value?: unknown } | null | undefined)?.value
        if (typeof from !== 'string' || node['importKind'] === 'type') continue
        const to = target({ file: next.file, from, type: false })
        if (to === undefined || !/^[^.].*\.tsx?$/.test(to)) continue
        const known = used.get(to) ?? new Set<string>()
        const specifiers = (node['specifiers'] ?? []) as { imported?: { name: string } }[]
        for (const name of ['', ...specifiers.map(({ imported }) => imported?.name ?? '')]) {
          if (known.has(name)) continue
          known.add(name)
          queue.push({ file: to, name })
        }
        used.set(to, known)
      }
    }
    // A file that translates nothing has names only to hand them on, as the judgement of an address does.
    const live = [...used]
      .map(([file, exports]) => nodesIn(liveIn(file, exports)))
      .filter((nodes) => nodes.some(({ name }) => ['translate', 'plural', 'textOf'].includes(String(name))))
      .flat()
    return {
      files: [...used.keys()],
      names: live.flatMap((node) => {
        const text = node.type === 'Literal' ? node['value'] : undefined
        return typeof text === 'string' && (names.has(text) || bases.has(text)) ? [text] : []
      }),
      beginnings: live.flatMap((node) => {
        if (node.type !== 'TemplateLiteral') return []
        const [first] = node['quasis'] as { value: { cooked: string } }[]
        const text = first?.value.cooked ?? ''
        return /^[a-z]+_/.test(text) ? [text] : []
      }),
    }
  }

  const entries = {
    popup: 'popup/popup.tsx',
    dashboard: 'dashboard/dashboard.tsx',
    background: 'background/background.ts',
  } as const satisfies Record<Exclude<keyof typeof carried, 'details'>, string>
  const scripts = Object.keys(entries) as (keyof typeof entries)[]

  /** What a script may come to ask for, by the whole list of texts. */
  function askedBy(script: keyof typeof entries): string[] {
    const asked = textsOf(entries[script])
    return [...names].filter(
      (name) =>
        asked.names.includes(name) ||
        asked.names.includes(name.replace(/_(one|other)$/, '')) ||
        asked.beginnings.some((beginning) => name.startsWith(beginning)),
    )
  }

  test.each(scripts)('%s carries every text that it asks for, and no other script’s texts', (script) => {
    const asked = askedBy(script)
    expect(asked.length).toBeGreaterThan(50)
    // Why and how of an item come to the popup after the others; of these a card shows only why.
    const missing = asked.filter((name) => !carried[script](name) && !itemDetail.test(name))
    expect(missing).toEqual([])
    const others = scripts.filter((one) => one !== script).map((one) => `i18n/${one}-messages.ts`)
    const { files } = textsOf(entries[script])
    expect(files).toContain(`i18n/${script}-messages.ts`)
    expect(files.filter((file) => others.includes(file))).toEqual([])
  })

  test('every text is used: by its name, by a pattern that the code fills in, or by the manifest', () => {
    const nodes = sources.filter((file) => /\.tsx?$/.test(file)).flatMap((file) => parsed(file).nodes)
    const named = new Set(nodes.flatMap(({ type, value }) => (type === 'Literal' ? [value] : [])))
    const patterns = nodes.flatMap((node) => {
      if (node.type !== 'TemplateLiteral') return []
      const parts = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
      // A pattern has to begin with a word of its own, or it would fit everything.
      return parts.every((part) => /^[\w-]*$/.test(part)) && /^[a-z]+_/.test(parts[0] ?? '')
        ? [new RegExp(`^${parts.map((part) => part.replaceAll('-', '_')).join('.+')}$`)]
        : []
    })
    const manifest = readFileSync(resolve('manifest.json'), 'utf8')
    const isUsed = (name: string) =>
      [name, name.replace(/_(one|other)$/, '')].some((one) => named.has(one)) ||
      patterns.some((pattern) => pattern.test(name)) ||
      manifest.includes(`__MSG_${name}__`)
    // Every catalogue says its own.
    expect([...names].filter((name) => name !== 'lang' && !isUsed(name))).toEqual([])
  })

  test('the search for them finds those that the dashboard asks for', () => {
    const asked = askedBy('dashboard')
    expect(asked).toContain('journal_checked')
    expect(asked.some((name) => name.startsWith('threshold_'))).toBe(true)
  })

  test('popup and background carry a part of the texts, and the popup why and how of an item by themselves', () => {
    const all = [...names]
    expect(all.filter((name) => !carried.popup(name)).length).toBeGreaterThan(300)
    expect(all.filter((name) => dashboardTexts.test(name)).length).toBeGreaterThan(100)
    expect(all.filter((name) => carried.background(name)).length).toBeLessThan(all.length / 2)
    expect(all.filter((name) => /_how_\d+$|_caveat$/.test(name) && carried.background(name))).toEqual([])
    expect(all.filter((name) => itemDetail.test(name) && carried.popup(name))).toEqual([])
  })
})
