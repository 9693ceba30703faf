import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timeZone } from '../src/browser/time-zone'
import { type Checklist, recordKey, type Store } from '../src/domain/checklist'
import type { ItemRecord } from '../src/domain/item-record'
import { items } from '../src/domain/items'
import type { Language } from '../src/domain/languages'
import type { PageId } from '../src/domain/page'
import { addDays, dayOf } from '../src/domain/time/time'
import { showingsKind } from '../src/storage/kinds/card-history'
import { recordKind, recordPrefix } from '../src/storage/kinds/record'
import { storesKind } from '../src/storage/kinds/stores'
import type { Browser, Tab } from '../test/browsers/browser'
import { launch } from '../test/browsers/launch'
import { until } from '../test/browsers/wait'
import { practiceAddress } from '../test/practice/pages'
import { startPractice } from '../test/practice/server'
import { nowAt } from '../test/support/time'
import { run as build } from './build'
import { render } from './icons'
import { backOffice } from './store-pictures/back-office'

const [width, height] = [1280, 800]
const host = 'sellercentral.amazon.com'
const waiting = ['deposit-check-before-payout', 'user-list-review', 'account-health-glance']
/** Where the first of them is done. */
const pageOfFirst: PageId = 'deposit-methods'
const blur = 'document.activeElement?.blur()'
const storeName = 'Maple Lane'
const panelWidth = 400

/**
 * `npm run store-pictures`: the pictures for the stores, of the shipped extension on the practice Seller
 * Central, for every language with a listing. `npm run store-pictures -- de`: only one language.
 */
export async function run(wanted: readonly string[]): Promise<void> {
  await build()
  const folders = readdirSync('store', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const languages = folders.map(({ name }) => name).filter((name) => name !== 'pictures')
  await marks()
  for (const language of languages.filter((name) => wanted.length === 0 || wanted.includes(name)))
    await pictures(language)
  console.log('Saved the pictures in store/pictures/.')
}

/** The tile, without text since it is the same in all languages, and the logo that Edge asks for. */
async function marks(): Promise<void> {
  const icon = readFileSync('store/nightlatch.svg', 'utf8')
  const tile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 280">
    <rect width="440" height="280" fill="#e3e9f0"/>
    <rect x="112" y="32" width="216" height="216" rx="28" fill="#f8fafc"/>
    ${icon.replace('<svg ', '<svg x="130" y="50" width="180" height="180" ')}
  </svg>`
  mkdirSync('store/pictures', { recursive: true })
  writeFileSync('store/pictures/tile-440x280.png', await render(tile, 440))
  writeFileSync('store/pictures/logo-300x300.png', await render(icon, 300))
}

async function pictures(language: string): Promise<void> {
  const folder = join('store/pictures', language)
  mkdirSync(folder, { recursive: true })
  const scratch = mkdtempSync(join(tmpdir(), 'store-pictures-'))
  const practice = await startPractice()
  const tag = language.replace('_', '-') as Language
  const browser = await launch('chromium', practice, { lang: tag })
  const picture = (name: string) => join(folder, `${name}.png`)
  const page = join(scratch, 'page.png')
  const own = join(scratch, 'own.png')
  try {
    await settle(browser)
    const withCard = await office(browser, pageOfFirst, tag)
    await (await withCard.waitForCard()).settled()
    await withCard.screenshot(picture('1-card'))
    await withCard.close()

    const bare = await office(browser, 'manage-orders', tag)
    await bare.screenshot(page)
    const popup = await ownPage(browser, 'src/popup/popup.html', 380, 600)
    await popup.evaluate(blur)
    await popup.screenshot(own)
    const corner = 'top: 8px; right: 32px; border-radius: 8px; box-shadow: 0 4px 24px #0006'
    await over(browser, page, own, corner, picture('3-popup'))

    for (const [part, name] of [
      ['home', '4-home'],
      ['playbooks/hijack', '5-guide'],
    ] as const) {
      const dashboard = await ownPage(browser, `src/dashboard/dashboard.html#/${part}`, width, height)
      await dashboard.evaluate(blur)
      await dashboard.screenshot(picture(name))
    }
    // Last, since what is drawn above would tell of the round.
    await (await beside(browser, tag, page)).screenshot(own)
    await over(browser, page, own, 'inset-block: 0; right: 0', picture('2-round'))

    const problems = await browser.problems()
    if (problems.length > 0) throw new Error(problems.join('; '))
    console.log(`store/pictures/${language}`)
  } finally {
    await browser.close()
    await practice.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A page of Seller Central, which looks like an office of our own design. */
async function office(browser: Browser, page: PageId, language: Language, wide = width): Promise<Tab> {
  const tab = await browser.open(practiceAddress(page, host))
  await tab.resize(wide, height)
  await tab.evaluate(`
    document.querySelector('link[rel=stylesheet]').remove()
    document.body.innerHTML = ${JSON.stringify(backOffice(language, storeName))}`)
  return tab
}

/** The panel with the first step of a round, and in `page` a picture of the page next to it. */
async function beside(browser: Browser, language: Language, page: string): Promise<Tab> {
  const home = await ownPage(browser, 'src/dashboard/dashboard.html#/home', width, height)
  const tab = await office(browser, pageOfFirst, language, width - panelWidth)
  await home.bringToFront()
  await home.click('a.start')
  const panel = await until('the panel', async () => (await browser.panels())[0])
  await tab.bringToFront()
  await panel.resize(panelWidth, height)
  await until('the page in front', () =>
    panel.evaluate<boolean>(`return document.querySelector('.step .here') !== null`),
  )
  await panel.evaluate(blur)
  await tab.screenshot(page)
  return panel
}

async function ownPage(browser: Browser, path: string, wide: number, high: number): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl(path))
  await tab.resize(wide, high)
  await until(`${path} to show something`, () =>
    tab.evaluate<boolean>(
      `return document.querySelector('h1') !== null && document.body.innerText.length > 200`,
    ),
  )
  return tab
}

/** No tool can picture the toolbar popup or the panel, so it is laid over the page where a browser shows it. */
async function over(
  browser: Browser,
  page: string,
  ours: string,
  place: string,
  result: string,
): Promise<void> {
  const data = (file: string) => `data:image/png;base64,${readFileSync(file).toString('base64')}`
  const tab = await browser.open('about:blank')
  await tab.resize(width, height)
  await tab.evaluate(`
    document.body.style.margin = '0'
    const add = async (source, style) => {
      const image = Object.assign(new Image(), { src: source })
      image.style.cssText = 'position: fixed; ' + style
      document.body.append(image)
      await image.decode()
    }
    await add('${data(page)}', 'inset: 0')
    await add('${data(ours)}', '${place}')`)
  await tab.screenshot(result)
}

/** A well-kept store: most checks are up to date, a few essential ones are due. */
async function settle(browser: Browser): Promise<void> {
  const today = dayOf(nowAt(Date.now(), timeZone()))
  const store: Store = { id: 'store-1', name: storeName, login: 'login-1', fronts: [host], profile: {} }
  const checklist: Checklist = { stores: [store], current: store.id, records: {} }
  const records = items
    .filter(({ cadence }) => cadence.kind !== 'event')
    .map((item, at): [string, ItemRecord] => {
      const ago = waiting.includes(item.id) ? 33 : at % 6
      return [recordPrefix + recordKey(item, store), { checked: addDays(today, -ago), events: [] }]
    })
  const values = {
    [storesKind.prefix]: storesKind.encode(checklist),
    ...Object.fromEntries(records.map(([key, record]) => [key, recordKind.encode(record)])),
    [showingsKind.prefix]: showingsKind.encode({ since: 0, opened: true, shown: [] }),
  }
  await browser.inExtension(`
    await chrome.storage.local.set(${JSON.stringify(values)})
    await chrome.runtime.sendMessage({ request: 'overview', argument: null })`)
}
