import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { parts } from '../src/dashboard/navigation/router'
import { areas } from '../src/domain/areas'
import { thresholds } from '../src/domain/facts/thresholds'
import { incidentIds } from '../src/domain/incidents'
import { items } from '../src/domain/items'
import type { Language } from '../src/domain/languages'
import { pageIds } from '../src/domain/page'
import { outcomes, playbookIds } from '../src/domain/playbooks/playbook'
import { playbooks } from '../src/domain/playbooks/playbooks'
import { registers } from '../src/domain/registers/register'
import { snake } from '../src/i18n/item-text'
import { isNode, type Node, nodesIn } from '../test/support/syntax'

/** Texts that are read together: a page, a card, a check, a guide. */
export type Screen = { title: string; kind: ScreenKind; texts: readonly ScreenText[] }
export type ScreenKind = 'interface' | 'check' | 'threshold' | 'guide' | 'list' | 'store'
/** `key`: the name of the message, or the path of a file. */
export type ScreenText = { key: string; text: string }

export type Messages = Readonly<Record<string, { message: string; description?: string }>>

const folderOf = (language: Language) => language.replace('-', '_')

export function messagesOf(language: Language): Messages {
  return JSON.parse(readFileSync(`assets/_locales/${folderOf(language)}/messages.json`, 'utf8')) as Messages
}

/**
 * All texts of a language, each once, on the first screen that shows it. The data gives the order of checks,
 * figures and guides; the code that draws a page gives the order on it.
 */
export function screensIn(language: Language): readonly Screen[] {
  const messages = messagesOf(language)
  const taken = new Set<string>()
  const take = (title: string, kind: ScreenKind, patterns: readonly (string | RegExp)[]): Screen => ({
    title,
    kind,
    texts: patterns
      .flatMap((pattern) => matching(messages, pattern))
      .flatMap((key) => {
        if (taken.has(key)) return []
        taken.add(key)
        return [{ key, text: messages[key]?.message ?? '' }]
      }),
  })
  // Texts named by the data belong to the data, even if other screens show them.
  const data = [
    ...checks().map(([title, names]) => take(title, 'check', names)),
    ...figures().map(([title, names]) => take(title, 'threshold', names)),
    ...guides().map(([title, names]) => take(title, 'guide', names)),
    ...lists().map(([title, names]) => take(title, 'list', names)),
  ]
  const [before, pages, frame, rest] = interfacePlaces().map((places) =>
    places.map(([title, names]) => take(title, 'interface', names)),
  )
  const all = [before, frame, pages, rest, data, storeListing(language)]
  return all.flatMap((screens = []) => screens).filter(({ texts }) => texts.length > 0)
}

/** Finds a text by name, a plural's forms by base name, or all that match a pattern, in the file's order. */
function matching(messages: Messages, pattern: string | RegExp): readonly string[] {
  if (pattern instanceof RegExp) return Object.keys(messages).filter((key) => pattern.test(key))
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `${pattern}_${form}`)
  return [pattern, ...forms].filter((key) => Object.hasOwn(messages, key))
}

type Place = readonly [title: string, names: readonly (string | RegExp)[]]

/** Parts of a text's name, with a suffix from the data: a number, or the marketplaces it is for. */
const partsOf = (start: string, ...parts: readonly string[]) =>
  parts.map((part) => new RegExp(`^${start}_${part}(?:_\\w+)?$`))

function checks(): readonly Place[] {
  return areas.flatMap((area) =>
    items
      .filter((item) => item.area === area)
      .map(
        ({ id }): Place => [`Check: ${id}`, partsOf(`item_${snake(id)}`, 'title', 'why', 'how', 'caveat')],
      ),
  )
}

function figures(): readonly Place[] {
  return thresholds.map(({ id }) => [
    `Figure: ${id}`,
    partsOf(`threshold_${snake(id)}`, 'name', 'figure', 'meaning', 'disagreement'),
  ])
}

function guides(): readonly Place[] {
  return playbookIds.map((playbook) => {
    const name = snake(playbook)
    const steps = playbooks[playbook].steps.flatMap(({ id, answers = [], clocks = [] }) => {
      const start = `step_${name}_${snake(id)}`
      return [
        ...partsOf(start, 'title', 'why', 'how', 'say', 'evidence', 'caveat'),
        ...answers.map(({ answer }) => `${start}_answer_${snake(answer)}`),
        ...clocks.map(({ id }) => `clock_${snake(id)}`),
      ]
    })
    return [
      `Guide: ${playbook}`,
      [`playbook_${name}`, `playbooks_when_${name}`, numberedAfter(`playbooks_avoid_${name}_`), ...steps],
    ]
  })
}

function lists(): readonly Place[] {
  return [
    ['Areas', areas.map((id) => `area_${snake(id)}`)],
    ['Amazon’s pages', pageIds.map((id) => `page_${snake(id)}`)],
    [
      'Incidents',
      incidentIds.flatMap((id) => ['title', 'explain'].map((part) => `incident_${snake(id)}_${part}`)),
    ],
    ['Outcomes', outcomes.map((id) => `outcome_${snake(id)}`)],
    ...registers.map(({ id, fields }): Place => {
      const start = `register_${snake(id)}`
      return [
        `Register: ${id}`,
        [
          ...['title', 'explain', 'empty'].map((part) => `${start}_${part}`),
          ...Object.keys(fields).flatMap((name) => [`${start}_field_${name}`, `register_field_${name}`]),
        ],
      ]
    }),
  ]
}

const numberedAfter = (start: string) => new RegExp(`^${start}\\d+$`)

/** The folder that draws a part of the dashboard, if its name differs from the part's. */
const folders: Readonly<Record<string, string>> = { appeal: 'appeals', sees: 'tab-activity' }

/** The screens; a text on several belongs to the first. The frame holds all pages, so it follows them. */
function interfacePlaces(): readonly (readonly Place[])[] {
  const code = new Code()
  const manifest = readFileSync('manifest.json', 'utf8')
  const inManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name)
  const place = (title: string, ...paths: string[]): Place => [title, code.namesIn(paths)]
  const page = (part: string) => place(`Dashboard: ${part}`, `src/dashboard/${folders[part] ?? part}`)
  const pages = readdirSync('src/dashboard', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [
    [
      ['Toolbar and the browser’s list', ['lang', 'brand', ...inManifest, /^title_/]],
      place('Card', 'src/background/card-content.ts', 'src/content', 'src/i18n/done-text.ts'),
      place('Notifications', 'src/background/notifications.ts'),
      ['Errors', [/^(?:failed|broken|trouble|storage|withheld)_/]],
      place('Popup', 'src/popup'),
      place('Popup: reasons about an address', 'src/pages/official.ts', 'src/pages/message.ts'),
      place('Side panel', 'src/panel'),
      page('welcome'),
    ],
    [...parts, ...pages.map(({ name }) => name).filter((name) => name !== 'navigation')].map(page),
    [place('Dashboard: frame', 'src/dashboard/layout.tsx', 'src/dashboard/navigation')],
    [place('Everywhere', 'src/ui', 'src/i18n', 'src/background', 'src/dashboard')],
  ]
}

type Declaration = { file: string; node: Node }

/** Finds the texts that code names, in drawing order: a component's texts come where it is used. */
class Code {
  readonly #files = new Map<
    string,
    { declared: ReadonlyMap<string, Node>; imported: ReadonlyMap<string, string> }
  >()

  namesIn(paths: readonly string[]): readonly (string | RegExp)[] {
    const seen = new Set<Node>()
    return paths
      .flatMap(scriptsIn)
      .flatMap((file) =>
        [...this.#file(file).declared.values()].flatMap((node) => this.#namesOf({ file, node }, seen)),
      )
  }

  #namesOf({ file, node }: Declaration, seen: Set<Node>): readonly (string | RegExp)[] {
    if (seen.has(node)) return []
    seen.add(node)
    return nodesIn(node).flatMap((one) => {
      const { type, value, name } = one
      if (type === 'Literal' && typeof value === 'string')
        return /^[a-z][a-z0-9_]+$/.test(value) ? [value] : []
      if (type === 'TemplateLiteral') return patternOf(one)
      if (type !== 'Identifier' && type !== 'JSXIdentifier') return []
      const used = this.#declarationOf(file, String(name))
      return used ? this.#namesOf(used, seen) : []
    })
  }

  #declarationOf(file: string, name: string): Declaration | undefined {
    const { declared, imported } = this.#file(file)
    const own = declared.get(name)
    if (own) return { file, node: own }
    const from = imported.get(name)
    const node = from === undefined ? undefined : this.#file(from).declared.get(name)
    return from !== undefined && node ? { file: from, node } : undefined
  }

  #file(file: string) {
    const known = this.#files.get(file)
    if (known) return known
    const { body } = parseSync(file, readFileSync(file, 'utf8')).program as unknown as { body: Node[] }
    const read = {
      declared: new Map(body.flatMap(declarationsOf)),
      imported: new Map(body.flatMap((node) => importsOf(file, node))),
    }
    this.#files.set(file, read)
    return read
  }
}

/** `register_${id}_title` as a pattern, if it starts with a word; otherwise it would match everything. */
function patternOf({ quasis }: Node): readonly RegExp[] {
  const parts = (quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  if (!/^[a-z]+_/.test(parts[0] ?? '') || !parts.every((part) => /^\w*$/.test(part))) return []
  return [new RegExp(`^${parts.join('\\w+')}$`)]
}

function declarationsOf(node: Node): [string, Node][] {
  const inner = node['declaration']
  if (/^Export/.test(node.type) && isNode(inner)) return declarationsOf(inner)
  const id = node['id']
  if (isNode(id) && /^(Function|Class)Declaration$/.test(node.type)) return [[String(id['name']), node]]
  if (node.type !== 'VariableDeclaration') return []
  return (node['declarations'] as Node[]).map((one) => [String((one['id'] as Node)['name']), one])
}

/** Only modules that show texts: the domain's words are ids. */
function importsOf(file: string, node: Node): [string, string][] {
  const source = node['source']
  if (node.type !== 'ImportDeclaration' || !isNode(source)) return []
  const path = join(dirname(file), String(source['value']))
  const target = [`${path}.tsx`, `${path}.ts`].find((one) => existsSync(one))
  if (!target || /^src\/(domain|storage|browser)\//.test(target)) return []
  return (node['specifiers'] as Node[]).flatMap((one) => {
    const local = one['local']
    return isNode(local) ? [[String(local['name']), target] as [string, string]] : []
  })
}

/** The page itself before its parts. */
function scriptsIn(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (/\.tsx?$/.test(path)) return [path]
  if (/\.\w+$/.test(path)) return []
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const rank = (file: string) => (/-page\.tsx$/.test(basename(file)) ? 0 : 1)
  return files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((file) => join(path, file))
}

function storeListing(language: Language): readonly Screen[] {
  const folder = `store/${folderOf(language)}`
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const key = `${folder}/${file}`
      return {
        title: `Store listing: ${file}`,
        kind: 'store',
        texts: [{ key, text: readFileSync(key, 'utf8').trim() }],
      }
    })
}
