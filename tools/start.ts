import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserName, browserNames, type Tab } from '../test/browsers/browser'
import { launch } from '../test/browsers/launch'
import { until } from '../test/browsers/wait'
import { openedByStep, pageOfStep, panelOpenedBy, stepLink, stepTitle } from '../test/e2e/own-page'
import { practiceAddress } from '../test/practice/pages'
import { type Practice, startPractice } from '../test/practice/server'
import { text } from '../test/support/messages'
import { findBrowser } from './browsers'
import { run as build } from './build'

const home = practiceAddress('home', 'sellercentral.amazon.com')
const popupPage = 'src/popup/popup.html'
const dashboardPage = 'src/dashboard/dashboard.html#/home'
const out = 'out'

const usage = `npm start                   a browser with Nightlatch, on a practice Seller Central
npm start -- --firefox      in Firefox instead of Chromium
npm start -- --headless     without a window: a tour in both browsers, with pictures in ${out}/`

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** `npm start` */
export async function run(args: string[]): Promise<void> {
  const options = optionsIn(args)
  if (typeof options === 'string') {
    console.error(`${options}\n\n${usage}`)
    process.exitCode = 2
    return
  }
  if (options.help) return console.log(usage)
  try {
    const headless = options.headless || !hasDisplay()
    if (headless && !options.headless)
      console.log('No display was found, so this is a tour without a window.')
    const chosen: BrowserName = options.firefox ? 'firefox' : 'chromium'
    const names = headless ? browserNames : [chosen]
    for (const name of names) console.log(`Browser: ${findBrowser(name, { install: true })}`)
    console.log('Building …')
    await build()
    await (headless ? tour() : tryOut(chosen))
  } catch (error) {
    console.error(`This failed: ${sentence(error)}`)
    process.exitCode = 1
  }
}

function optionsIn(args: string[]): { headless: boolean; firefox: boolean; help: boolean } | string {
  const known = {
    headless: { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  const { values, tokens } = parseArgs({ args, options: known, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional') return `"${token.value}" is not something npm start can do.`
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(known, token.name)) return `${token.rawName} is not an option of npm start.`
    if (token.value !== undefined) return `${token.rawName} takes no value.`
  }
  return { headless: values.headless === true, firefox: values.firefox === true, help: values.help === true }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

async function tryOut(name: BrowserName): Promise<void> {
  const practice = await startPractice()
  let browser: Browser | undefined
  try {
    browser = await launch(name, practice, { headless: false, welcome: true })
    await browser.open(home)
    console.log(`
The first steps are open in a tab. Another tab has the practice Seller Central: plain pages of our own under Amazon's host
names, in this browser only.

  · Press the Nightlatch button in the toolbar (behind the puzzle piece) to see the checklist. Until you do, no card
    appears on the first day.
  · Reload the page. When you pause, a card in the corner asks about the first check. Answer it, then undo the answer.
    The other windows follow.
  · At most two cards appear a day, four hours apart. "What Nightlatch can see here" in the popup says why there is none.
  · Open other pages with the lists on the page, with and without loading.

${name === 'firefox' ? 'Firefox says the connection is not secure, because the practice site makes its own certificate.\n' : ''}To stop, close the browser or press Ctrl+C here. Nothing is kept.`)
    await closed(browser)
    console.log('The browser was closed.')
  } finally {
    await browser?.close().catch(() => undefined)
    await practice.close()
  }
}

/** Resolves when the seller has closed the browser. */
async function closed(browser: Browser): Promise<void> {
  for (;;) {
    await pause(500)
    try {
      await browser.backgroundRuns()
    } catch {
      return
    }
  }
}

async function tour(): Promise<void> {
  mkdirSync(out, { recursive: true })
  const practice = await startPractice()
  const failures: string[] = []
  try {
    for (const name of browserNames) {
      console.log(`\n${name === 'chromium' ? 'Chromium' : 'Firefox'}`)
      try {
        await tourIn(name, practice)
      } catch (error) {
        failures.push(`${name}: ${sentence(error)}`)
      }
    }
  } finally {
    await practice.close()
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  console.log(`\nSaved the pictures in ${out}/.`)
}

type Picture = (what: string) => string

async function tourIn(name: BrowserName, practice: Practice): Promise<void> {
  const picture: Picture = (what) => join(out, `${name}-${what}.png`)
  const browser = await launch(name, practice)
  try {
    const popup = await browser.open(browser.extensionUrl(popupPage))
    await popup.resize(400, 600)
    await until('the popup to show the checklist', () =>
      popup.evaluate<boolean>(`return document.querySelectorAll('.item').length > 1`),
    )
    await popup.screenshot(picture('popup'))
    await popup.emulate({ dark: true })
    await popup.screenshot(picture('popup-dark'))
    await popup.emulate({})
    const badge = await browser.badge()
    console.log(`  opened the popup; the toolbar button shows "${badge.text}": ${badge.title}`)

    // On the first day a card needs a seller who has opened the popup, and a page that has settled.
    const tab = await browser.open(home)
    const card = await tab.waitForCard()
    await card.settled()
    await tab.screenshot(picture('card'))
    await tab.emulate({ dark: true })
    await tab.screenshot(picture('card-dark'))
    await tab.emulate({})
    const [, title = ''] = (await card.text()).split('\n')
    console.log(`  visited ${await tab.url()}: a card says "${title}"`)

    await (await card.button(text('answer_remind'))).click()
    await card.button(text('back'))
    await tab.screenshot(picture('remind'))
    await (await card.button(text('back'))).click()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    await tab.screenshot(picture('answer'))
    console.log(`  answered "${text('answer_checked')}": ${(await card.text()).split('\n')[2]}`)

    await roundIn(browser, tab, picture)

    const problems = [...(await browser.problems()), ...(await browser.extensionRequests())]
    if (problems.length > 0) throw new Error(problems.join('; '))
    console.log('  no errors, and no requests from the extension')
  } finally {
    await browser.close()
  }
}

/** Two checks in the browser's own panel beside Amazon's page, from the button on the home page. */
async function roundIn(browser: Browser, beside: Tab, picture: Picture): Promise<void> {
  const dashboard = await browser.open(browser.extensionUrl(dashboardPage))
  await dashboard.resize(1280, 900)
  await until('the home page', () =>
    dashboard.evaluate<boolean>(
      `return document.querySelector('a.start') !== null && !document.querySelector('[aria-busy="true"]')`,
    ),
  )
  await dashboard.screenshot(picture('home'))
  const panel = await panelOpenedBy(browser, () => dashboard.click('a.start'))
  await panel.tab.resize(360, 640)
  await beside.bringToFront()
  for (const number of [1, 2]) {
    await panel.waitFor((seen) => seen.includes(text('round_end')))
    const title = await stepTitle(panel)
    const href = await pageOfStep(panel)
    if (href !== undefined) {
      await panel.tab.click(stepLink)
      await openedByStep(browser, href)
    }
    await panel.tab.screenshot(picture(`round-${number}`))
    await panel.press(text('answer_checked'))
    await until('the next check', async () => (await stepTitle(panel)) !== title)
    console.log(`  in the panel, beside its page: answered "${title}"`)
  }
  await panel.press(text('round_end'))
  await panel.waitFor((seen) => seen.includes(text('round_ended')))
  await panel.tab.screenshot(picture('round-end'))
}
