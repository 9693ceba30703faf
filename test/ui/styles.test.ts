import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { nodesIn } from '../support/syntax'

const folders = ['src/ui', 'src/popup', 'src/panel', 'src/dashboard']
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name).replaceAll('\\', '/'),
  ),
)
const sheets = files.filter((file) => file.endsWith('.css'))
const views = files.filter((file) => file.endsWith('.tsx'))
const entries = ['src/popup/popup.css', 'src/panel/panel.css', 'src/dashboard/dashboard.css']

const contentOf = (sheet: string) => readFileSync(sheet, 'utf8').replace(/\/\*.*?\*\//gs, '')

function imported(sheet: string): string[] {
  return [...contentOf(sheet).matchAll(/@import "(.+?)"/g)].map(([, from = '']) => join(dirname(sheet), from))
}

function classesOfSheet(sheet: string): Set<string> {
  const selectors = [...contentOf(sheet).matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector)
  return new Set(
    selectors.flatMap((one) => [...one.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)),
  )
}

/** The words of every `class` attribute, whichever of them is chosen. */
function classesOfView(view: string): Set<string> {
  const attributes = nodesIn(parseSync(view, readFileSync(view, 'utf8')).program).filter(
    (node) => node.type === 'JSXAttribute' && (node['name'] as { name: unknown }).name === 'class',
  )
  const texts = attributes.flatMap((attribute) =>
    nodesIn(attribute).map((node) =>
      node.type === 'Literal'
        ? node['value']
        : node.type === 'TemplateElement'
          ? (node['value'] as { cooked: string }).cooked
          : '',
    ),
  )
  return new Set(texts.flatMap((text) => String(text).split(/\s+/)).filter((word) => word !== ''))
}

const inSheets = new Map(sheets.map((sheet) => [sheet, classesOfSheet(sheet)]))
const inViews = new Map(views.map((view) => [view, classesOfView(view)]))
const allOf = (classes: Iterable<Set<string>>) => new Set([...classes].flatMap((some) => [...some]))

/** A word that the code works out: the tone of a status, what an entry of the calendar is, a verdict. */
const workedOut = ['waiting', 'good', 'due', 'planned', 'again', 'done', 'lookalike', 'official']
/** By which a test, a tool or the page's own code finds its place. */
const places = ['rest', 'secret', 'practice-card', 'nothing']

/** `src/dashboard/calendar`; undefined for what every page may use. */
const roomOf = (file: string) => /^src\/dashboard\/\w[\w-]*(?=\/)/.exec(file)?.[0]
const shared = ['src/dashboard/forms']
const rooms = [...new Set(sheets.flatMap((sheet) => roomOf(sheet) ?? []))].filter(
  (room) => !shared.includes(room),
)
const inRoom = (room: string) => (file: string) => file.startsWith(`${room}/`)
/** What the dashboard never loads cannot clash with it, nor lend it a rule. */
const isOfDashboard = (file: string) => !/^src\/(popup|panel)\//.test(file)

test('every sheet is loaded, and by no name that is not there', () => {
  const loaded = entries.flatMap(imported)
  expect(loaded.filter((sheet) => !existsSync(sheet))).toEqual([])
  expect(sheets.filter((sheet) => !entries.includes(sheet) && !loaded.includes(sheet))).toEqual([])
})

test('a sheet lies beside the view it is for, and only what all share has none', () => {
  const alone = sheets.filter((sheet) => !existsSync(sheet.replace(/css$/, 'tsx')))
  expect(alone).toEqual(['base', 'fold', 'tokens'].map((name) => `src/ui/${name}.css`))
})

/** The rules of a sheet by selector: those for paper, or all others. */
function rulesOf(sheet: string, isPaper: boolean): { selector: string; body: string }[] {
  const content = contentOf(sheet)
  const paper = [...content.matchAll(/@media print \{((?:[^{}]*\{[^{}]*\})*)\s*\}/g)]
  const screen = paper.reduce((rest, [whole]) => rest.replace(whole, ''), content)
  const text = isPaper ? paper.map(([, inner = '']) => inner).join('\n') : screen
  return [...text.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    body,
  }))
}

test('what has the focus has no ring on paper', () => {
  const drawn = sheets.flatMap((sheet) =>
    rulesOf(sheet, false)
      .filter(
        ({ selector, body }) => selector.includes(':focus') && /outline:(?! var\(--ring\)| none)/.test(body),
      )
      .map(({ selector }) => `${sheet}: ${selector}`),
  )
  expect(drawn).toEqual([])
  const onPaper = rulesOf('src/ui/tokens.css', true).map(({ body }) => body)
  expect(onPaper.join()).toContain('--ring: none')
})

test('every class of a view has a rule', () => {
  // The practice card is drawn with the sheet of the real one.
  const known = allOf([...inSheets.values(), classesOfSheet('src/content/card.css')])
  expect([...allOf(inViews.values())].filter((name) => !known.has(name) && !places.includes(name))).toEqual(
    [],
  )
})

test('every class with a rule is in a view', () => {
  const used = allOf(inViews.values())
  expect(
    [...allOf(inSheets.values())].filter((name) => !used.has(name) && !workedOut.includes(name)),
  ).toEqual([])
})

describe.each(rooms)('%s', (room) => {
  const inside = inRoom(room)
  const own = allOf([...inSheets].flatMap(([sheet, classes]) => (inside(sheet) ? [classes] : [])))
  for (const [sheet, classes] of inSheets)
    if (isOfDashboard(sheet) && !rooms.some((one) => inRoom(one)(sheet)))
      for (const name of classes) own.delete(name)

  test('has its classes to itself', () => {
    const elsewhere = [...inSheets, ...inViews].filter(([file]) => isOfDashboard(file) && !inside(file))
    const borrowed = elsewhere.flatMap(([file, classes]) =>
      [...classes].filter((name) => own.has(name)).map((name) => `${file}: ${name}`),
    )
    expect(borrowed).toEqual([])
  })
})
