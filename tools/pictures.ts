import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { timeZone } from '../src/browser/time-zone'
import { parts } from '../src/dashboard/navigation/router'
import { emptyChecklist } from '../src/domain/checklist'
import type { ItemId } from '../src/domain/items'
import type { Language } from '../src/domain/languages'
import type { RunEvent } from '../src/domain/playbooks/playbook'
import type { RegisterId, RowValues } from '../src/domain/registers/register'
import { addDays, dayOf, type LocalDay } from '../src/domain/time/time'
import type { Argument, Request } from '../src/messages/protocol'
import { storesKind } from '../src/storage/kinds/stores'
import type { Browser, Media, Tab } from '../test/browsers/browser'
import { launch } from '../test/browsers/launch'
import { until } from '../test/browsers/wait'
import { practiceAddress } from '../test/practice/pages'
import { startPractice } from '../test/practice/server'
import { translated } from '../test/support/messages'
import type { pseudo } from '../test/support/pseudo'
import { sellersExport } from '../test/support/seller'
import { nowAt } from '../test/support/time'
import { findBrowser } from './browsers'
import { run as build, buildDisguised } from './build'

const out = join('out', 'pictures')
const popupPage = 'src/popup/popup.html'
const panelPage = 'src/panel/panel.html'
const dashboardPage = 'src/dashboard/dashboard.html'
const usual = 'sellercentral.amazon.com'

/** The checks that are due in each state; undefined for a new seller. */
const states = {
  empty: undefined,
  'some due': ['two-step-on', 'user-list-review', 'account-health-glance', 'deposit-check-before-payout'],
  'all well': [],
} as const satisfies Record<string, readonly ItemId[] | undefined>
type State = keyof typeof states

type View = {
  name: string
  path: string
  width: number
  /** What is pressed before the picture is taken. */
  press?: string
}
const popup: View = { name: 'popup', path: popupPage, width: 380 }
const storeMenu: View = { ...popup, name: 'popup store menu', press: '.store-switch button' }
/** The panel as it begins, in a tab. */
const panel: View = { name: 'panel', path: panelPage, width: 360 }
const view = (part: string, width = 1024): View => ({
  name: part,
  path: `${dashboardPage}#/${part}`,
  width,
})
const now = () => nowAt(Date.now(), timeZone())
const daysAhead = (days: number): LocalDay => addDays(dayOf(now()), days)
/** Days from today to the notice of the incident; its 60-day clock ends in `monthOfDate`. */
const noticed = -3
const monthOfDate = daysAhead(noticed + 60).slice(0, 7)

/** Pages below a part: a guide, an open run, the month of its deadline, a draft. */
const behind = ['playbooks/hijack', 'playbook/run-1', `calendar/${monthOfDate}`, 'appeal/draft-1']
const places = ['welcome', ...parts, ...behind]
const dashboard = places.map((place) => view(place))
const narrow = [{ ...popup, width: 320 }, ...places.map((place) => view(place, 320))]

type Scene = {
  name: string
  state: State
  views: readonly View[]
  media?: Media
  /** Takes pictures of a card on a page too: folded, with its steps, and with them in a narrow window. */
  card?: true
  /** Takes pictures of a whole round and of a guide in the panel, each beside the page in front. */
  panel?: true
  /** In Firefox too. */
  both?: true
  language?: Language
  /** How many stores there are, in place of two. */
  stores?: number
  isPaused?: true
  /** In a fake language. */
  disguise?: keyof typeof pseudo
  /** Runs in the page before its own scripts. */
  before?: string
}

const scenes: readonly Scene[] = [
  { name: 'empty', state: 'empty', views: [popup, ...dashboard], card: true },
  { name: 'round', state: 'some due', views: [], panel: true, both: true },
  { name: 'round in the dark', state: 'some due', views: [], panel: true, media: { dark: true } },
  { name: 'round in German', state: 'some due', views: [], panel: true, language: 'de' },
  { name: 'round from right to left', state: 'some due', views: [], panel: true, disguise: 'rtl' },
  { name: 'some due', state: 'some due', views: [popup, ...dashboard], card: true },
  { name: 'dark', state: 'some due', views: [popup, ...dashboard], media: { dark: true }, card: true },
  {
    name: 'forced colours',
    state: 'some due',
    views: [popup, ...dashboard],
    media: { forcedColors: true, dark: true },
    card: true,
  },
  {
    name: 'narrow',
    state: 'some due',
    views: narrow,
  },
  {
    name: 'one item',
    state: 'some due',
    views: [view('item/two-step-on'), view('item/of-tomorrow'), view('item/two-step-on', 320)],
  },
  { name: 'print', state: 'some due', views: dashboard, media: { print: true } },
  ...translated
    .filter((language) => language !== 'en')
    .map(
      (language): Scene => ({
        name: language,
        state: 'some due',
        views: [popup, ...dashboard],
        card: true,
        language,
      }),
    ),
  {
    name: 'all well',
    state: 'all well',
    views: [popup, view('home'), view('checklist'), view('calendar'), view('journal')],
  },
  {
    name: 'could not read',
    state: 'all well',
    views: [popup, view('home'), view('checklist')],
    before: `chrome.runtime.sendMessage = async () => ({ error: 'could-not-read' })`,
  },
  {
    name: 'many stores',
    state: 'some due',
    views: [
      ...[popup, storeMenu, panel, { ...panel, name: 'panel store menu', press: '.store-switch button' }],
      ...[view('home'), view('home', 320), view('checklist'), view('stores'), view('stores', 320)],
    ],
    stores: 200,
  },
  { name: 'paused', state: 'some due', views: [popup, view('home')], isPaused: true },
  { name: 'long', state: 'some due', views: [popup, ...dashboard], card: true, disguise: 'long' },
  {
    name: 'long and narrow',
    state: 'some due',
    views: narrow,
    disguise: 'long',
  },
  { name: 'right to left', state: 'some due', views: [popup, ...dashboard], card: true, disguise: 'rtl' },
]

/** `npm run pictures`: every view in every state, and one sheet of all. After `--`, names of scenes. */
export async function run(args: string[]): Promise<void> {
  const wanted = args.length === 0 ? scenes : scenes.filter(({ name }) => args.includes(name))
  if (wanted.length === 0) {
    console.error(`Unknown scene. Scenes: ${scenes.map(({ name }) => name).join(', ')}.`)
    process.exitCode = 2
    return
  }
  console.log(`Browser: ${findBrowser('chromium', { install: true })}`)
  await build()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const practice = await startPractice()
  const taken: Taken[] = []
  try {
    for (const disguise of [undefined, 'long', 'rtl'] as const) {
      const some = wanted.filter((scene) => scene.disguise === disguise)
      if (some.length === 0) continue
      const dist = disguise && (await buildDisguised(disguise))
      const browser = await launch('chromium', practice, dist === undefined ? {} : { dist })
      try {
        for (const scene of some) taken.push(...(await takeScene(browser, scene)))
        await contactSheet(browser, taken)
      } finally {
        await browser.close()
      }
    }
    const both = wanted.filter((scene) => scene.both)
    if (both.length > 0) {
      findBrowser('firefox', { install: true })
      const browser = await launch('firefox', practice)
      try {
        for (const scene of both)
          taken.push(...(await takeScene(browser, { ...scene, name: `${scene.name} in Firefox` })))
        await contactSheet(browser, taken)
      } finally {
        await browser.close()
      }
    }
  } finally {
    await practice.close()
  }
  console.log(`Saved the pictures in ${out}/. ${out}/index.html and ${out}/sheet.png show all of them.`)
}

async function ask<R extends Request>(browser: Browser, request: R, argument: Argument<R>): Promise<void> {
  const message = JSON.stringify({ request, argument })
  const reply = await browser.inExtension<{ error?: string }>(`return chrome.runtime.sendMessage(${message})`)
  if (reply?.error !== undefined) throw new Error(`${request}: ${reply.error}`)
}

async function takeScene(browser: Browser, scene: Scene): Promise<Taken[]> {
  await bringAbout(browser, scene.state)
  if (scene.stores) await addStores(browser, scene.stores)
  if (scene.isPaused) await ask(browser, 'pause', { for: 'told' })
  if (scene.language) await ask(browser, 'choose', { language: scene.language })
  const taken: Taken[] = []
  for (const one of scene.views) taken.push(await takePage(browser, scene, one))
  if (scene.card) taken.push(...(await takeCard(browser, scene)))
  if (scene.panel) taken.push(...(await takePanel(browser, scene)))
  console.log(`${scene.name}: ${taken.length} pictures`)
  return taken
}

/** Sets the state as a seller would: deletes all data, then imports a file. */
async function bringAbout(browser: Browser, state: State): Promise<void> {
  const change = () => ({ id: crypto.randomUUID(), withoutBackup: true })
  await ask(browser, 'reset', { ...change(), store: null })
  const waiting: readonly ItemId[] | undefined = states[state]
  if (waiting === undefined) return beginStore(browser)
  const file = crypto.randomUUID()
  const text = sellersExport(Date.now(), timeZone(), waiting)
  await ask(browser, 'import-piece', { file, index: 0, text })
  await ask(browser, 'import', { ...change(), file, pieces: 1, mode: 'replace' })
  if (waiting.length > 0) await haveABadDay(browser)
}

/** The first store begins today, as after the installation: its checks are spread over weeks. */
async function beginStore(browser: Browser): Promise<void> {
  const [store] = emptyChecklist.stores
  const stores = storesKind.encode({ ...emptyChecklist, stores: [{ ...store!, began: daysAhead(0) }] })
  await browser.inExtension(
    `await chrome.storage.local.set(${JSON.stringify({ [storesKind.prefix]: stores })})`,
  )
}

/** Stopped payouts: an open run, rows in the registers, a plan of action and a commitment from it. */
async function haveABadDay(browser: Browser): Promise<void> {
  const id = () => crypto.randomUUID()
  const store = 'store-1'
  const run = 'run-1'
  await ask(browser, 'start-playbook', { run, playbook: 'funds-cleared', store })
  const said = (event: RunEvent) => ask(browser, 'change-run', event)
  const inRun = () => ({ id: id(), run })
  await said({ ...inRun(), kind: 'stepped', step: 'which-case', answer: 'withheld' })
  await said({ ...inRun(), kind: 'clock-started', clock: 'day-60', on: daysAhead(noticed) })
  const text = 'The notice names two listings.'
  await said({ ...inRun(), kind: 'wrote', step: 'withheld-read', what: 'note', text })

  const put = (register: RegisterId, owner: string, row: string, values: RowValues) =>
    ask(browser, 'put-row', { register, owner, row, values })
  await put('people', store, 'row-1', { name: 'Ana Lindqvist', role: 'bookkeeping', end: daysAhead(40) })
  await put('people', store, 'row-2', { name: 'Marktplatz-Agentur Süd', role: 'advertising' })
  await put('computers', 'login-1', 'row-3', { name: 'Office PC' })

  const every = 14
  const measure = { id: 'own-1' as const, what: 'Compare invoices with the listings', who: 'Ana', every }
  await ask(browser, 'save-draft', {
    ...{ id: id(), draft: 'draft-1', version: 1, base: null, store, run },
    content: {
      title: 'Two listings, inauthentic',
      noticed: daysAhead(noticed),
      reference: '1234567',
      happened: 'Two listings were said to be inauthentic.',
      cause: 'We kept no invoices for goods of a second supplier.',
      done: [{ what: 'Asked the supplier for the invoices of a year', on: daysAhead(-2) }],
      measures: [measure],
      evidence: [{ name: 'Invoice 2026-114', on: daysAhead(-30) }],
    },
  })
  const { what: title } = measure
  const origin = { name: 'Two listings, inauthentic', on: daysAhead(-1), draft: 'draft-1' }
  const promised = { id: measure.id, title, every, origin }
  await ask(browser, 'change', { id: id(), kind: 'measure-promised', store, measure: promised })
}

/** As an agency has them, until there are this many. */
async function addStores(browser: Browser, count: number): Promise<void> {
  const id = () => crypto.randomUUID()
  for (let number = 3; number <= count; number += 1) {
    const store = `store-${number}`
    const [name, login] = [`Client ${number}`, `login-${number % 7}`]
    await ask(browser, 'change', { id: id(), kind: 'store-added', store, name, login })
    const rhythm = { kind: 'every', days: 14, from: daysAhead(number % 14) } as const
    const change = { group: groups[number % groups.length] ?? '', ...(number % 5 === 0 && { who: self }) }
    await ask(browser, 'change', { id: id(), kind: 'stores-changed', store, stores: [store], change })
    if (number % 3 === 0) await ask(browser, 'change', { id: id(), kind: 'payouts-told', store, rhythm })
  }
  await ask(browser, 'name-self', { who: self })
  await ask(browser, 'change', { id: id(), kind: 'store-shown', store: 'store-1' })
}

const groups = ['', 'Europe', 'North America', 'New clients of the agency in the Rhineland']
const self = 'Ana Lindqvist'

/** `panel`: the file that shows the panel beside what is in `file`. */
type Taken = { scene: string; name: string; file: string; panel?: string }

async function takePage(browser: Browser, scene: Scene, one: View): Promise<Taken> {
  const tab = await browser.open('about:blank')
  try {
    await tab.emulate(scene.media ?? {})
    await tab.resize(one.width, 600)
    if (scene.before) await tab.beforeScripts?.(scene.before)
    await tab.goto(browser.extensionUrl(one.path))
    await until(`${one.name} to be read`, () =>
      tab.evaluate<boolean>(
        `return document.body.innerText.trim() !== '' && !document.querySelector('[aria-busy="true"]')`,
      ),
    )
    if (one.press !== undefined) await tab.click(one.press)
    // Also open the details below the chart.
    await tab.evaluate(`for (const one of document.querySelectorAll('.chart + details')) one.open = true`)
    return await save(tab, scene.name, one.width < 400 ? `${one.name} ${one.width}` : one.name, one.width)
  } finally {
    await tab.close()
  }
}

/** Pixels. A taller page is cut, since the rest looks the same. */
const tallest = 2400

/** @param width to show the whole page; by default the picture is as large as the window. */
async function save(tab: Tab, scene: string, name: string, width?: number): Promise<Taken> {
  if (width !== undefined) {
    const height = await tab.evaluate<number>('return document.documentElement.scrollHeight')
    await tab.resize(width, Math.min(height, tallest))
  }
  const file = `${scene} ${name}.png`.replaceAll(/[ /]/g, '-')
  await tab.screenshot(join(out, file))
  return { scene, name, file }
}

async function takeCard(browser: Browser, scene: Scene): Promise<Taken[]> {
  // A card was shown a moment ago: clear every trace of it, as if hours had passed.
  await browser.inExtension(`
    await chrome.storage.session.clear()
    await chrome.storage.local.set({ showings: { version: 1, since: 0, opened: true, shown: [] } })
    const all = await chrome.storage.local.get(null)
    const quiet = Object.entries(all).filter(([key, value]) => key.startsWith('record/') && value.quietUntil)
    for (const [key, { quietUntil, unanswered, ...record }] of quiet) await chrome.storage.local.set({ [key]: record })`)
  const tab = await browser.open(practiceAddress('user-permissions', usual))
  try {
    await tab.emulate(scene.media ?? {})
    await tab.resize(900, 560)
    const card = await tab.waitForCard()
    await card.settled()
    const folded = await save(tab, scene.name, 'card')
    const label = await card.evaluate<string>(`return root.querySelector('[aria-expanded]').textContent`)
    await (await card.button(label)).click()
    await card.settled()
    const unfolded = await save(tab, scene.name, 'card steps')
    await tab.resize(320, 560)
    await card.settled()
    return [folded, unfolded, await save(tab, scene.name, 'card steps 320')]
  } finally {
    await tab.close()
  }
}

/** The steps of a round up to its end, then the guides and the one under way. */
async function takePanel(browser: Browser, scene: Scene): Promise<Taken[]> {
  await ask(browser, 'choose', { roundOpensPages: true })
  const home = await browser.open(browser.extensionUrl(`${dashboardPage}#/home`))
  const beside = await browser.open(practiceAddress('account-health', usual))
  await beside.resize(900, 640)
  await home.bringToFront()
  const before = await browser.panels()
  await home.click('a.start')
  const panel = await until('the panel', async () =>
    (await browser.panels()).find((one) => !before.includes(one)),
  )
  const ownTabs = await browser.tabs()
  const taken: Taken[] = []
  try {
    await panel.emulate(scene.media ?? {})
    await panel.resize(360, 640)
    const title = () => panel.evaluate<string | undefined>(`return document.querySelector('h1')?.innerText`)
    const shows = (what: string) =>
      until(`${what} in the panel`, () =>
        panel.evaluate<boolean>(`return document.querySelector('${what}') !== null`),
      )
    async function take(name: string): Promise<void> {
      const front = await frontOf(browser)
      const picture = await save(front, scene.name, `${name} page`)
      taken.push({ ...picture, name, panel: (await save(panel, scene.name, `${name} panel`)).file })
    }
    await shows('.round-answers')
    for (let number = 1; ; number += 1) {
      await shows('.step :is(li, p)')
      const shown = await title()
      const isOver = !(await panel.evaluate<boolean>(
        `return document.querySelector('.round-answers') !== null`,
      ))
      await take(isOver ? 'end' : `step ${number}`)
      if (isOver) break
      await panel.click('.round-answers > button')
      await until('the next step', async () => (await title()) !== shown)
    }
    await panel.click('footer .bar > button')
    await shows('.guide-list button')
    await take('guides')
    await panel.click('.guide-list button')
    await shows('.guide-parts')
    await take('guide')
    return taken
  } finally {
    await panel.close()
    for (const tab of await browser.tabs()) if (tab === home || ownTabs.includes(tab)) await tab.close()
  }
}

/** The tab in front. A tab that is still loading cannot tell yet. */
function frontOf(browser: Browser): Promise<Tab> {
  return until('a tab in front', async () => {
    for (const tab of await browser.tabs())
      if (await tab.evaluate<boolean>(`return !document.hidden`).catch(() => false)) return tab
    return undefined
  })
}

async function contactSheet(browser: Browser, taken: readonly Taken[]): Promise<void> {
  const names = [...new Set(taken.map(({ scene }) => scene))]
  const figures = (scene: string) =>
    taken
      .filter((one) => one.scene === scene)
      .map(({ name, file, panel }) => {
        const images = [file, ...(panel === undefined ? [] : [panel])]
        const pictures = images.map((image) => `<img src="${image}" alt="">`).join('')
        return `<figure${panel === undefined ? '' : ' class="pair"'}>${pictures}<figcaption>${name}</figcaption></figure>`
      })
      .join('\n')
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Nightlatch: pictures</title>
<style>
  body { margin: 24px; background: #8a94a0; font: 14px system-ui, sans-serif }
  section { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; margin-block-end: 32px }
  figure { width: 280px; margin: 0 }
  .pair { width: 720px }
  .pair img { width: auto; height: 366px }
  img { width: 100%; max-height: 420px; object-fit: cover; object-position: top; box-shadow: 0 1px 4px #0006 }
</style>
${names.map((scene) => `<h2>${scene}</h2>\n<section>\n${figures(scene)}\n</section>`).join('\n')}
</html>
`,
  )
  const tab = await browser.open(pathToFileURL(resolve(out, 'index.html')).href)
  await tab.resize(1540, 900)
  const height = await tab.evaluate<number>('return document.documentElement.scrollHeight')
  await tab.resize(1540, height)
  await tab.screenshot(join(out, 'sheet.png'))
  await tab.close()
}
