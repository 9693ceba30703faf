import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { items } from '../src/domain/items'
import { falsePages } from '../src/pages/false-pages'
import { amazonLogin, storeFronts } from '../src/pages/hosts'
import { targets } from '../vite.config'
import { isNode, type Node, nodesIn } from './support/syntax'

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

/** All that is asked for at installation, and all that may be asked for later. */
const permissionsOf = (target: string) => [
  'alarms',
  ...(target === 'firefox' ? [] : ['sidePanel']),
  'storage',
  ...(target === 'firefox' ? [] : ['unlimitedStorage']),
]
const optionalPermissionsOf = (target: string) => [
  'activeTab',
  ...(target === 'firefox' ? [] : ['declarativeContent']),
  'notifications',
  'scripting',
]
const optionalHosts = amazonLogin.map(({ host }) => `https://${host}/*`)

/**
 * Bytes, raw and compressed; of popup and dashboard with the texts of one language, whichever it is. The background
 * carries the calendar, the schemas, and what cards say around their check in every language (4 kB each): a service worker
 * cannot load a script when it needs one. The address check is the list of public suffixes; the popup loads it when asked. A
 * card's steps, its cross and its styles are a tenth of the script on each page. A third of the dashboard is its
 * texts, in German or Japanese longer than in English; the library that writes the calendar file is an eighth.
 */
const budgets = {
  'content script': { raw: 24_000, gzip: 9_216 },
  popup: { raw: 145_000, gzip: 45_000 },
  panel: { raw: 203_000, gzip: 66_500 },
  guides: { raw: 230_000, gzip: 62_000 },
  dashboard: { raw: 925_000, gzip: 255_000 },
  background: { raw: 485_000, gzip: 140_000 },
  'address check': { raw: 162_000, gzip: 59_500 },
  letters: { raw: 20_000, gzip: 6_000 },
  'message check': { raw: 200_000, gzip: 60_000 },
}

const commonKeys = [
  ...['manifest_version', 'name', 'short_name', 'description', 'version', 'default_locale', 'icons'],
  ...['action', 'options_ui', 'background', 'commands', 'permissions', 'optional_permissions'],
  ...['optional_host_permissions', 'content_scripts', 'content_security_policy', 'incognito'],
]
/** Edge refuses packages with a key, an update address or another browser's settings. */
const knownKeys = {
  chrome: [...commonKeys, 'minimum_chrome_version', 'side_panel', 'storage'],
  edge: [...commonKeys, 'minimum_chrome_version', 'side_panel', 'storage'],
  firefox: [...commonKeys, 'browser_specific_settings', 'sidebar_action'],
}

type Manifest = {
  manifest_version: number
  name: string
  short_name: string
  description: string
  default_locale: string
  icons: Record<string, string>
  action: { default_popup: string; default_icon: Record<string, string> }
  options_ui?: { page: string }
  side_panel?: { default_path: string }
  storage?: { managed_schema: string }
  sidebar_action?: { default_panel: string; default_icon: Record<string, string> } & Record<string, unknown>
  background: { service_worker?: string; scripts?: string[]; type?: string }
  permissions: string[]
  optional_permissions?: string[]
  host_permissions?: string[]
  optional_host_permissions?: string[]
  content_scripts: Record<string, unknown> &
    { matches: string[]; exclude_matches: string[]; js: string[]; css?: string[] }[]
  content_security_policy: Record<string, string>
  incognito: string
  browser_specific_settings?: { gecko: Record<string, unknown> }
} & Record<string, unknown>

/** The page of the side panel and of Firefox's sidebar. */
const panel = 'src/panel/panel.html'

const read = (...path: string[]) => readFileSync(join('dist', ...path), 'utf8')
const manifestOf = (target: string) => JSON.parse(read(target, 'manifest.json')) as Manifest
const filesOf = (target: string) =>
  readdirSync(join('dist', target), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join('dist', target, path)).isFile())
    .sort()

/** The texts of one language, loaded by import() in a page. */
const isTexts = (file: string) => /^assets\/texts-\w+-\w+-[\w-]+\.js$/.test(file)

/** What judges an address: the popup loads it when it is first asked. */
const isAddressCheck = (file: string) =>
  /^assets\/(?:packages-)?(?:official|redirectors)-[\w-]+\.js$/.test(file)

/** What judges a message, and what shows it: loaded when it is unfolded. */
const isMessageCheck = (file: string) =>
  /^assets\/(?:packages-)?message(?:-check)?-[\w-]{8}\.js$/.test(file) ||
  file.startsWith('assets/texts-message-')

const isLetters = (file: string) => file.startsWith('assets/texts-letters-')

/** Records, limits and guides of a page: the panel loads them after the checks. */
const isPageHelp = (file: string) => /^assets\/page-help-[\w-]+\.js$/.test(file)

/** The guides of the panel, which it loads for the first one. */
const isGuides = (file: string) => /^assets\/(?:texts-guides|guides-view|run-step)-/.test(file)

/** What a page loads when it is first needed: the popup most of it, the dashboard the menu of stores and a form. */
const isWhenNeeded = (file: string) =>
  /^assets\/(?:this-page|which-store|deadlines|storage-problem|store-menu|front-choice|own-check-form)-[\w-]+\.js$/.test(
    file,
  )

/** What our pages load once they are there. */
const isLater = (file: string) =>
  [isAddressCheck, isWhenNeeded, isPageHelp, isLetters, isMessageCheck].some((is) => is(file)) ||
  file.startsWith('assets/texts-details-')

/** What the panel loads once it is there. */
const isLaterInPanel = (file: string) => isLater(file) || isGuides(file)

/** A script and every file that it imports, or an HTML page's scripts with theirs; of a page's texts every language. */
function scriptsOf(
  target: string,
  entry: string,
  isLeftOut: (file: string, isLater: boolean) => boolean = () => false,
): string[] {
  const found = new Set<string>()
  const follow = (file: string, isLater = false) => {
    if (found.has(file) || isLeftOut(file, isLater)) return
    found.add(file)
    const { program } = parseSync(file, read(target, file))
    for (const node of nodesIn(program)) {
      const from = isNode(node['source']) ? node['source']['value'] : undefined
      if (typeof from === 'string')
        follow(posix.join(posix.dirname(file), from), node['type'] === 'ImportExpression')
    }
  }
  if (!entry.endsWith('.html')) follow(entry)
  else {
    for (const [, file = ''] of read(target, entry).matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g)) follow(file)
  }
  return [...found]
}

/** Third-party code: what is in the file, and then a line that nobody reads. */
const isMinified = /^\/\/ Minified: (.+)\n/

const backgroundOf = ({ background }: Manifest) => background.service_worker ?? background.scripts?.[0] ?? ''

function sizeOf(target: string, files: readonly string[]) {
  const all = files.map((file) => readFileSync(join('dist', target, file)))
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)
  return {
    raw: sum(all.map((one) => one.length)),
    gzip: sum(all.map((one) => gzipSync(one, { level: 9 }).length)),
  }
}

describe.each(targets)('the package for %s', (target) => {
  const manifest = manifestOf(target)

  test('holds the license of every package whose code is in it, and of no other', () => {
    // What our sources import, and what that brings along: minified files begin with what is in them.
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    const imported = sources.flatMap((file) => [
      ...readFileSync(join('src', file), 'utf8').matchAll(
        /^import (?!type\b)[^'"]*'((?:@[^/']+\/)?[^./'@][^/']*)/gm,
      ),
    ])
    const brought = filesOf(target)
      .filter((file) => file.endsWith('.js'))
      .map((file) => read(target, file))
      .flatMap((code) => [
        ...(isMinified.exec(code)?.[1]?.split(', ') ?? []),
        ...(code.includes('// \\0rolldown/') ? ['rolldown'] : []),
      ])
    const used = [...imported.map(([, name = '']) => name), ...brought]
    const [own = '', ...texts] = read(target, 'licenses.txt').split(`\n\n${'='.repeat(80)}\n\n`)
    expect(own).toContain(readFileSync('LICENSE', 'utf8').trim())
    expect(texts.map((text) => text.split(' ')[0])).toEqual([...new Set(used)].sort())
    expect(used).toContain('preact')
    for (const text of texts) expect(text).toMatch(/Copyright|Mozilla Public License/)
  })

  test('has third-party code in files of its own, minified, and ours as it was written', () => {
    for (const file of filesOf(target).filter((one) => one.startsWith('assets/') && one.endsWith('.js'))) {
      const code = read(target, file)
      const isTheirs = isMinified.test(code)
      expect(isTheirs, file).toBe(file.startsWith('assets/packages-'))
      expect(code, file).not.toMatch(/^\/\/ node_modules\//m)
      if (!isTheirs && !isTexts(file)) expect(code.split('\n').length, file).toBeGreaterThan(code.length / 60)
    }
  })

  test('has the background in one script, the packages first and minified, and ours as it was written', () => {
    const file = backgroundOf(manifest)
    expect(scriptsOf(target, file)).toEqual([file])
    const [heading, theirs = '', ...ours] = read(target, file).split('\n')
    expect(`${heading}\n`).toMatch(isMinified)
    expect(theirs).toMatch(/^\(\(\) => \{"use strict";/)
    expect(ours.length).toBeGreaterThan(ours.join('\n').length / 60)
  })

  test('says whose the icons and the list of public suffixes are', () => {
    const text = read(target, 'licenses.txt')
    expect(text).toContain('Lucide Icons and Contributors')
    expect(text).toContain('Copyright (c) 2013-present Cole Bemis')
    expect(text).toContain('https://publicsuffix.org/list/public_suffix_list.dat')
    expect(text).toMatch(/Mozilla Public License,? [Vv](?:ersion|\.) 2\.0/)
  })

  test('asks for these permissions and for no others', () => {
    expect([...manifest.permissions].sort()).toEqual(permissionsOf(target))
    expect([...(manifest.optional_permissions ?? [])].sort()).toEqual(optionalPermissionsOf(target))
    expect(manifest.host_permissions ?? []).toEqual([])
    expect([...(manifest.optional_host_permissions ?? [])].sort()).toEqual([...optionalHosts].sort())
  })

  test('asks for whole hosts by their names: no pattern stands for several', () => {
    const patterns = [
      ...(manifest.optional_host_permissions ?? []),
      ...manifest.content_scripts.flatMap(({ matches }) => matches),
    ]
    for (const pattern of patterns)
      expect(pattern).toMatch(/^https:\/\/(www|sellercentral(-\w+)?)\.amazon\.[a-z.]+\/\*$/)
  })

  test('runs on every store front of Seller Central, never where one signs in or sees a secret, and nowhere else', () => {
    const hosts = storeFronts.map(({ host }) => host)
    expect(manifest.content_scripts).toHaveLength(1)
    const [{ matches, exclude_matches, js, ...rest } = { matches: [], exclude_matches: [], js: [] }] =
      manifest.content_scripts
    expect([...matches].sort()).toEqual(hosts.map((host) => `https://${host}/*`).sort())
    expect([...exclude_matches].sort()).toEqual(
      hosts.flatMap((host) => [`https://${host}/ap/*`, `https://${host}/a/settings/approval/setup*`]).sort(),
    )
    expect(rest).toEqual({ run_at: 'document_idle', all_frames: false })
    expect(js).toEqual(['src/content/content.iife.js'])
  })

  test('lets no page or other extension in', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest.content_security_policy).toEqual({ extension_pages: csp })
    expect(manifest.incognito).toBe('not_allowed')
    expect(manifest.manifest_version).toBe(3)
  })

  test('starts its background the way this browser wants', () => {
    if (target === 'firefox') {
      expect(manifest.background).toEqual({ scripts: ['src/background/background.js'] })
      expect(manifest.browser_specific_settings?.gecko).toEqual({
        id: expect.stringMatching(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/),
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      })
      expect(manifest).not.toHaveProperty('minimum_chrome_version')
    } else {
      expect(manifest.background).toEqual({ service_worker: 'src/background/background.js' })
      expect(manifest['minimum_chrome_version']).toBe('130')
      expect(manifest).not.toHaveProperty('browser_specific_settings')
    }
    for (const name of ['key', 'update_url']) expect(manifest).not.toHaveProperty(name)
  })

  test('has a panel that the seller opens, and never opens it at installation', () => {
    const { side_panel, sidebar_action } = manifest
    if (target === 'firefox') {
      expect(side_panel).toBeUndefined()
      expect(sidebar_action).toMatchObject({ default_panel: panel, open_at_install: false })
    } else {
      expect(sidebar_action).toBeUndefined()
      expect(side_panel).toEqual({ default_path: panel })
    }
  })

  test('has a schema for administrators where the browser uses one', () => {
    const schema = 'managed_schema.json'
    expect(manifest.storage).toEqual(target === 'firefox' ? undefined : { managed_schema: schema })
    // Chrome doesn't load an extension whose schema it can't read, so the build must not touch it.
    expect(read(target, schema)).toBe(readFileSync(join('assets', schema), 'utf8'))
  })

  test('has every file that its manifest names', () => {
    const named = [
      panel,
      ...Object.values(manifest.sidebar_action?.default_icon ?? {}),
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
      manifest.action.default_popup,
      ...(manifest.storage ? [manifest.storage.managed_schema] : []),
      ...(manifest.options_ui ? [manifest.options_ui.page] : []),
      backgroundOf(manifest),
      ...manifest.content_scripts.flatMap(({ js, css = [] }) => [...js, ...css]),
      `_locales/${manifest.default_locale}/messages.json`,
    ]
    expect(named.filter((path) => !existsSync(join('dist', target, path)))).toEqual([])
  })

  test.each(['popup', 'panel', 'dashboard'])(
    'has a %s that names all that its script imports, so that the browser asks for it at once',
    (page) => {
      const html = `src/${page}/${page}.html`
      const [, ...imported] = scriptsOf(target, html, (_, isLater) => isLater)
      const named = [...read(target, html).matchAll(/<link rel="modulepreload"[^>]* href="\/([^"]+)"/g)]
      expect(imported.length).toBeGreaterThan(0)
      expect(named.map(([, file]) => file).sort()).toEqual(imported.sort())
    },
  )

  test('has a name and a summary that the stores accept, in every language', () => {
    const languages = readdirSync(join('dist', target, '_locales'))
    expect(languages).toContain('en')
    for (const language of languages) {
      const messages = JSON.parse(read(target, '_locales', language, 'messages.json'))
      const textOf = (text: string) => text.replace(/__MSG_(\w+)__/g, (_, name) => messages[name].message)
      const [name, description] = [textOf(manifest.name), textOf(manifest.description)]
      expect(name.length, `${language}: ${name}`).toBeLessThanOrEqual(45)
      expect(description.length, `${language}: ${description}`).toBeLessThanOrEqual(132)
      expect(manifest.short_name.length).toBeLessThanOrEqual(12)
    }
  })

  test('has title, reason and steps of every check for the card, in every language, where each browser finds them', () => {
    const found = JSON.parse(read(target, '_locales', manifest.default_locale, 'messages.json'))
    for (const language of readdirSync('assets/_locales')) {
      const texts = JSON.parse(readFileSync(`assets/_locales/${language}/messages.json`, 'utf8'))
      const details = Object.keys(texts).filter((name) => /^item_\w+_(?:title|why|how_\d)/.test(name))
      expect(details.length).toBeGreaterThan(2 * items.length)
      for (const name of details) {
        // A browser reads `$$` as one sign, and a single one as a placeholder.
        const said = found[`${language}_${name.replace(/_(?:title|why|how_\d).*/, '')}`]?.message.replaceAll(
          '$$',
          '$',
        )
        expect(JSON.parse(said)[name], name).toBe(texts[name].message)
      }
    }
  })

  test('has the pattern of the sign on the toolbar', () => {
    const found = JSON.parse(read(target, '_locales', manifest.default_locale, 'messages.json')).false_pages
    expect(JSON.parse(found.message.replaceAll('$$', '$'))).toEqual(falsePages)
  })

  test('has only keys that its store knows, and a version that all of them take', () => {
    expect(Object.keys(manifest).filter((key) => !knownKeys[target].includes(key))).toEqual([])
    // Four numbers at most; Chrome takes none above 65535, Firefox none with a zero in front.
    expect(manifest['version']).toMatch(/^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){0,3}$/)
  })

  test('has its icons as pictures of the size they are named for', () => {
    expect(Object.keys(manifest.icons)).toEqual(expect.arrayContaining(['16', '32', '48', '128']))
    for (const [size, path] of [
      ...Object.entries(manifest.icons),
      ...Object.entries(manifest.action.default_icon),
    ]) {
      const png = readFileSync(join('dist', target, path))
      expect(png.subarray(1, 4).toString(), path).toBe('PNG')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([Number(size), Number(size)])
    }
  })

  test('has no file whose name a store refuses', () => {
    for (const file of filesOf(target)) {
      expect(file).toMatch(/^(_locales\/[a-z]{2}(_[A-Z]{2})?\/)?[\w./-]+$/)
      // Chrome keeps names that begin with an underscore, and add-on reviewers stop at hidden ones.
      expect(file.replace(/^_locales\//, '')).not.toMatch(/(^|\/)[._]/)
    }
  })

  test('can be read by a reviewer: no source maps, no folder of the machine that built it', () => {
    for (const file of filesOf(target)) {
      expect(file).not.toMatch(/\.map$/)
      if (/\.(js|css|html|json)$/.test(file)) {
        const text = read(target, file)
        expect(text, file).not.toContain('sourceMappingURL')
        expect(text, file).not.toContain(resolve('.'))
      }
    }
  })
})

test('the three packages differ in their manifest alone', () => {
  const [first, ...others] = targets
  const files = filesOf(first)
  for (const target of others) {
    expect(filesOf(target)).toEqual(files)
    const different = files.filter(
      (file) => !readFileSync(join('dist', first, file)).equals(readFileSync(join('dist', target, file))),
    )
    expect(different.filter((file) => file !== 'manifest.json')).toEqual([])
  }
})

describe('what a seller has to load', () => {
  const manifest = manifestOf('chrome')
  const dashboard = 'src/dashboard/dashboard.html'
  const popup = scriptsOf('chrome', manifest.action.default_popup)
  const opened = existsSync(join('dist/chrome', dashboard)) ? scriptsOf('chrome', dashboard) : []
  const entries = {
    'content script': manifest.content_scripts.flatMap(({ js }) => js),
    popup: scriptsOf('chrome', manifest.action.default_popup, isLater),
    panel: scriptsOf('chrome', panel, isLaterInPanel),
    guides: scriptsOf('chrome', panel).filter(isGuides),
    'address check': popup.filter(isAddressCheck),
    dashboard: opened.filter((file) => !isLater(file)),
    letters: opened.filter(isLetters),
    'message check': opened.filter(isMessageCheck),
    background: scriptsOf('chrome', backgroundOf(manifest)),
  }

  test.each(Object.keys(entries) as (keyof typeof entries)[])('the %s keeps within its size', (name) => {
    const texts = entries[name].filter(isTexts)
    const code = entries[name].filter((file) => !isTexts(file))
    const budget = budgets[name]
    for (const language of texts.length > 0 ? texts : [undefined]) {
      const size = sizeOf('chrome', language === undefined ? code : [...code, language])
      console.log(
        `${name}: ${size.raw} bytes of ${budget.raw}, compressed ${size.gzip} of ${budget.gzip}, ${language ?? 'in one piece'}`,
      )
      expect(size.raw).toBeLessThanOrEqual(budget.raw)
      expect(size.gzip).toBeLessThanOrEqual(budget.gzip)
    }
  })

  test.each(['popup', 'panel', 'guides', 'dashboard', 'letters'] as const)(
    'the %s has the texts of every language, each in a file',
    (name) => {
      const folders = readdirSync('dist/chrome/_locales')
      const found = entries[name].filter(isTexts).map((file) => /-([a-z]{2}(?:_[A-Z]{2})?)-/.exec(file)?.[1])
      expect(found.sort()).toEqual(folders.sort())
    },
  )

  test('the list of public suffixes is in the address check alone', () => {
    const holding = filesOf('chrome').filter(
      (file) => file.endsWith('.js') && read('chrome', file).includes('blogspot'),
    )
    expect(holding).toHaveLength(1)
    expect(entries['address check']).toEqual(expect.arrayContaining(holding))
  })

  test('no language that nobody speaks is in the package', () => {
    for (const file of filesOf('chrome').filter((one) => /\.(js|json)$/.test(one)))
      expect(read('chrome', file), file).not.toMatch(/en-XA|ar-XB/)
  })

  test('the script on Amazon’s pages is one file that loads no other', () => {
    expect(entries['content script']).toHaveLength(1)
    expect(scriptsOf('chrome', entries['content script'][0] ?? '')).toHaveLength(1)
  })
})

/** Things that ask a server, speak with others, or turn text into code: not one may be used, by us or by a library. */
const bannedNames = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'RTCDataChannel',
  'sendBeacon',
  'importScripts',
  'setUninstallURL',
  'sendNativeMessage',
  'connectNative',
  'caches',
  'serviceWorker',
  'Worker',
  'SharedWorker',
  'eval',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'cookie',
])
const bannedTags = new Set(['script', 'img', 'iframe', 'link', 'object', 'embed', 'form', 'video', 'audio'])
const globals = new Set(['window', 'self', 'globalThis', 'navigator', 'document', 'location'])

const nameOf = (value: unknown) => {
  if (!isNode(value)) return undefined
  if (value.type === 'Identifier') return value['name'] as string
  // Minified strings are written as templates.
  const [only, ...others] = value.type === 'TemplateLiteral' ? (value['quasis'] as Template[]) : []
  if (only && others.length === 0) return only.value.cooked
  return value.type === 'Literal' ? String(value['value']) : undefined
}
type Template = { value: { cooked: string } }
/** What stands leftmost: `a` of `a.b.c`. */
const rootOf = (value: unknown): Node | undefined =>
  isNode(value) ? (value.type === 'MemberExpression' ? rootOf(value['object']) : value) : undefined
/** `a.b` and `a['b']` as object and name. */
const memberOf = (value: unknown) =>
  isNode(value) && value.type === 'MemberExpression'
    ? {
        object: nameOf(value['object']),
        name: nameOf(value['property']),
        computed: value['computed'] === true,
      }
    : undefined

/**
 * Looks at what the code does with a name, not at its letters. The keys of an object are not looked at: the polyfill
 * carries a table of the names of every extension API, among them `setUninstallURL` and devtools' `eval`, and calls
 * none of them. Preact reads `innerHTML` where it no longer can write it.
 */
function waysOut(code: string, file: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const found: string[] = []
  const nodes = nodesIn(program)
  const keys = new Set(
    nodes.flatMap((node) => (node.type === 'Property' && !node['shorthand'] ? [node['key']] : [])),
  )
  for (const node of nodes) {
    const report = (what: string | undefined) =>
      found.push(`${what} in ${code.slice(Number(node['start']), Number(node['start']) + 60)}`)
    const member = memberOf(node)
    if (node.type === 'Identifier' && !keys.has(node) && bannedNames.has(String(node['name'])))
      report(nameOf(node))
    if (nameOf(node) === 'BroadcastChannel') report(nameOf(node))
    if (member?.computed && bannedNames.has(String(member.name))) report(member.name)
    if (
      member?.computed &&
      globals.has(String(member.object)) &&
      (node['property'] as Node).type !== 'Literal'
    )
      report('computed')
    if (node.type === 'ImportExpression') {
      // A page loads the texts of its language, and the popup what judges an address; the file is in the package.
      const from = nameOf(node['source']) ?? ''
      const isLiteral = isNode(node['source']) && node['source'].type === 'Literal'
      const loaded = isLiteral && from.startsWith('./') ? posix.join(posix.dirname(file), from) : ''
      const isOurs =
        (isTexts(loaded) && /^assets\/(popup|panel|dashboard|shared|guides-view|run-step)-/.test(file)) ||
        (isAddressCheck(loaded) && isWhenNeeded(file)) ||
        ((isPageHelp(loaded) || isGuides(loaded)) && /^assets\/panel-/.test(file)) ||
        (isMessageCheck(loaded) && /^assets\/message-check-/.test(file)) ||
        (isWhenNeeded(loaded) && !/^assets\/(background|content)/.test(file))
      if (!isOurs) report('import()')
    }
    const [callee, args] = [node['callee'], (node['arguments'] ?? []) as unknown[]]
    if (node.type === 'NewExpression' && ['Function', 'Image'].includes(String(nameOf(callee))))
      report(`new ${nameOf(callee)}`)
    if (node.type === 'CallExpression') {
      const called = memberOf(callee)
      if (nameOf(callee) === 'Function' || (isNode(callee) && nameOf(callee) === 'open'))
        report(nameOf(callee))
      if (
        called &&
        ['window', 'self', 'globalThis'].includes(String(called.object)) &&
        called.name === 'open'
      )
        report('window.open')
      if (called?.object === 'document' && /^write/.test(String(called.name))) report('document.write')
      // A page of ours may load itself again; a content script's page is Amazon's.
      const isItselfAgain = called?.name === 'reload' && !file.startsWith('src/content/')
      if (called?.object === 'location' && !isItselfAgain) report(`location.${called.name}`)
      if (called?.name === 'createElement' && bannedTags.has(String(nameOf(args[0]))))
        report(`<${nameOf(args[0])}>`)
    }
    if (node.type === 'AssignmentExpression') {
      const left = memberOf(node['left'])
      if (left && ['src', 'srcdoc', 'innerHTML', 'outerHTML'].includes(String(left.name)))
        report(`${left.name} =`)
      // An event in a calendar has a location too: what a class keeps of its own is no address of a page.
      const isOwn = rootOf(node['left'])?.type === 'ThisExpression'
      if (
        left?.object === 'location' ||
        (left?.name === 'location' && !isOwn) ||
        nameOf(node['left']) === 'location'
      )
        report('location =')
    }
  }
  return found
}

describe('nothing leaves the browser', () => {
  test.each(filesOf('chrome').filter((file) => file.endsWith('.js')))('there is no way out in %s', (file) => {
    expect(waysOut(read('chrome', file), file)).toEqual([])
  })

  test('the pages load nothing but their own scripts and styles', () => {
    for (const file of filesOf('chrome').filter((one) => /\.(html|css)$/.test(one))) {
      const addresses = read('chrome', file).match(/(?:(?:src|href|action)="|url\()[^")]*/g) ?? []
      expect(addresses.filter((one) => /(https?:)?\/\//.test(one))).toEqual([])
      expect(read('chrome', file)).not.toMatch(
        /<script(?![^>]*\ssrc=)|\son\w+=|<(iframe|object|embed|base)\b/,
      )
    }
  })

  test.each([
    ['fetch("https://a.test")'],
    ['globalThis["fetch"]("x")'],
    ['const f = window[name]'],
    ['navigator.sendBeacon("x")'],
    ['new WebSocket("wss://a.test")'],
    ['import("./a.js")'],
    ['import(name)'],
    ['import("https://a.test/assets/texts-popup-en-a.js")'],
    ['import("./texts-popup-en-a.js")'],
    ['document.createElement("img").src = x'],
    ['location.href = "https://a.test"'],
    ['window.top.location = "https://a.test"'],
    ['window.open("https://a.test")'],
    ['browser.runtime.setUninstallURL("https://a.test")'],
    ['new Function("x")'],
    ['node.innerHTML = x'],
  ])('the search for ways out finds %s', (code) => {
    expect(waysOut(code, 'example.js')).not.toEqual([])
  })

  test('nothing of ours speaks over a channel', () => {
    expect(waysOut('new BroadcastChannel("a")', 'src/content/content.iife.js')).not.toEqual([])
    expect(waysOut('new BroadcastChannel("a")', 'assets/background.ts.js')).not.toEqual([])
  })

  test('our pages may load themselves again, and the content script not Amazon’s', () => {
    expect(waysOut('location.reload()', 'src/content/content.iife.js')).not.toEqual([])
    expect(waysOut('location.reload()', 'assets/dashboard.html-a.js')).toEqual([])
    expect(waysOut('location.assign("https://a.test")', 'assets/dashboard.html-a.js')).not.toEqual([])
  })
})

test('the README gives the reason for every permission, and for none that is not asked for', () => {
  const section = /\n## Permissions\n([\s\S]*?)(?=\n## |$)/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
  const rows = [...section.matchAll(/^\| `([^`]+)` \|([^|]+)\|/gm)]
  // One row for all marketplaces: the hosts differ in their ending alone.
  const hosts = new Set(optionalHosts.map((host) => host.replace(/(?<=www\.amazon\.)[a-z.]+(?=\/)/, '<tld>')))
  expect(rows.map(([, name]) => name).sort()).toEqual(
    [...permissionsOf('chrome'), ...optionalPermissionsOf('chrome'), ...hosts].sort(),
  )
  for (const [, name = '', reason = ''] of rows) {
    expect(reason.trim().length, name).toBeGreaterThan(20)
    expect(reason.trim().startsWith('Optional'), name).toBe(!permissionsOf('chrome').includes(name))
  }
})
