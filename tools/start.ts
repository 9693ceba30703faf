import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserName, browserNames } from '../test/browsers/browser'
import { launch } from '../test/browsers/launch'
import { until } from '../test/browsers/wait'
import { practiceAddress } from '../test/practice/pages'
import { type Practice, startPractice } from '../test/practice/server'
import { text } from '../test/support/messages'
import { findBrowser } from './browsers'
import { run as build } from './build'

const home = practiceAddress('home', 'sellercentral.amazon.com')
const popupPage = 'src/popup/popup.html'
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
    if (headless && !options.headless) console.log('There is no display, so this is a tour without a window.')
    const chosen: BrowserName = options.firefox ? 'firefox' : 'chromium'
    const names = headless ? browserNames : [chosen]
    for (const name of names) console.log(`Browser: ${findBrowser(name, { install: true })}`)
    console.log('Building …')
    await build()
    await (headless ? tour() : tryOut(chosen))
  } catch (error) {
    console.error(`It did not work: ${sentence(error)}`)
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
The first steps stand in a tab of their own. A practice Seller Central is open: our own plain pages, under Amazon's names, in this one browser alone.

  · Press the Nightlatch button in the toolbar (behind the puzzle piece) for the whole checklist. Before that was done
    once, no card comes on the first day.
  · Load the page again. After a calm moment a card in the corner asks about the first check: answer it, take the
    answer back. It is then gone from the other windows too.
  · There are at most two cards a day, four hours apart. "What Nightlatch sees here" in the popup says why none comes.
  · Go to other pages by the lists on the page, with and without loading.

${name === 'firefox' ? 'Firefox calls the connection not secure: the practice site makes its own certificate.\n' : ''}To stop, close the browser or press Ctrl+C here. Nothing of it is kept.`)
    await closed(browser)
    console.log('The browser was closed.')
  } finally {
    await browser?.close().catch(() => undefined)
    await practice.close()
  }
}

/** Comes back when the seller has closed the browser. */
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
  console.log(`\nThe pictures are in ${out}/.`)
}

async function tourIn(name: BrowserName, practice: Practice): Promise<void> {
  const picture = (what: string) => join(out, `${name}-${what}.png`)
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

    // On the first day a card comes only to a seller who has opened the popup, and when the page has come to rest.
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

    const problems = [...(await browser.problems()), ...(await browser.extensionRequests())]
    if (problems.length > 0) throw new Error(problems.join('; '))
    console.log('  no error, and no request of the extension')
  } finally {
    await browser.close()
  }
}
