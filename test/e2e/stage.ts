import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject } from 'vitest'
import { timeZone } from '../../src/browser/time-zone'
import type { Part } from '../../src/dashboard/navigation/router'
import { emptyChecklist, recordKey, type Store } from '../../src/domain/checklist'
import type { ItemRecord } from '../../src/domain/item-record'
import { type ItemId, itemOf, items } from '../../src/domain/items'
import type { PageId } from '../../src/domain/page'
import { dayOf } from '../../src/domain/time/time'
import type { Outcome, Sees } from '../../src/messages/protocol'
import type { StoreFrontHost } from '../../src/pages/hosts'
import { addressOf } from '../../src/pages/page-urls'
import { showingsKind } from '../../src/storage/kinds/card-history'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { type Browser, type BrowserName, cardTag, type Options, type Tab } from '../browsers/browser'
import { launch } from '../browsers/launch'
import { ownTraffic } from '../browsers/traffic'
import { patience, until } from '../browsers/wait'
import { practiceAddress, type Variant, withVariants } from '../practice/pages'
import { type Practice, startPractice } from '../practice/server'
import { text } from '../support/messages'
import { sellersExport } from '../support/seller'
import { nowAt } from '../support/time'
import { type OwnPage, ownPageIn } from './own-page'

export { type OwnPage, ownPageIn }

export const usual: StoreFrontHost = 'sellercentral.amazon.com'
export const firstStore: Store = { ...emptyChecklist.stores[0]!, fronts: [usual] }

export const today = () => dayOf(nowAt(Date.now(), timeZone()))
export const keyOf = (item: ItemId, store: Store = firstStore) =>
  recordPrefix + recordKey(itemOf(item), store)

export type Stage = {
  readonly browser: Browser
  readonly practice: Practice
  /** Opens a practice page in a new tab. */
  visit(page: PageId, ...variants: Variant[]): Promise<Tab>
  visitAt(host: StoreFrontHost, page: PageId): Promise<Tab>
  /**
   * The same for a page that Nightlatch doesn't know: there a test can prepare what must be there before a card comes,
   * however slow the machine, and then `goSilently` or `goInApp`.
   */
  visitUnknown(...variants: Variant[]): Promise<Tab>
  openPopup(): Promise<OwnPage>
  /**
   * Opens one of our pages and puts a script between it and the background. The script is the body of an
   * async function with `message` and `send()`, which sends the message and returns the reply.
   */
  openBetween(path: string, script: string): Promise<OwnPage>
  openDashboard(part?: Part): Promise<OwnPage>
  /** Everything that the extension has stored. */
  stored(): Promise<Record<string, unknown>>
  recordOf(item: ItemId): Promise<ItemRecord | undefined>
  store(values: Record<string, unknown>): Promise<void>
  /** As if the seller had checked everything today except these. */
  leaveWaiting(...waiting: readonly ItemId[]): Promise<void>
  /** Makes all cards long ago: no gap or cap blocks the next, and these items count as never shown. */
  letTimePass(...items: readonly ItemId[]): Promise<void>
  /** Imports a year of a made-up seller's answers, as a seller would. */
  importYear(...waiting: readonly ItemId[]): Promise<void>
  /** Stores when cards were shown. By default the seller has opened the popup. */
  storeShown(shown: readonly number[], opened?: boolean): Promise<void>
  /** Forgets all decisions, so that `outcome` waits for the next one. */
  forgetDecisions(): Promise<void>
  /** Waits for the background's decision about a page and returns it. By default the page in front. */
  outcome(tab?: number): Promise<Outcome>
  /** What the background knows of the page in front, or of the tab with this id. */
  sees(tab?: number): Promise<Sees>
  /** The browser's id of the tab in front. */
  frontTab(): Promise<number>
  /** Sends a message as an extension page does; null if nobody answers. */
  send(message: unknown): Promise<unknown>
  /** Expects a problem that a test causes on purpose, by how its text starts. */
  expectProblem(start: string): void
}

/** The kinds of requests a browser makes to load a practice page (`sec-fetch-dest`). */
const pageLoads = new Set(['document', 'iframe', 'style', 'script'])

/**
 * One browser for all tests of a `describe`, with empty storage and no tab before each test. At the end it
 * checks that the browser sent no request to a server and that nothing threw or logged an error.
 */
export function setStage(name: BrowserName, options: Options = {}): Stage {
  let browser: Browser
  let practice: Practice
  const expected: string[] = []

  beforeAll(async () => {
    practice = await startPractice()
    browser = await launch(name, practice, { dist: inject('packages')[name], ...options })
  })

  beforeEach(async () => {
    // Firefox keeps its sidebar, which may go on asking.
    await until('the panels to close', async () => {
      const open = await browser.panels()
      for (const panel of open) await panel.close()
      return open.length === 0
    })
    for (const tab of await browser.tabs()) await tab.close()
    // Sent twice: here so that the closed tabs' requests are done, below to redraw the badge.
    await stage.send(overview)
    // With the installed version, or the next worker would take this for an update. A test may have cleared it.
    await browser.inExtension(`
      await chrome.storage.local.clear()
      const { version } = chrome.runtime.getManifest()
      await chrome.storage.local.set({ 'written-by': { version: 1, extension: version } })
      await chrome.storage.session.clear()`)
    await stage.storeShown([])
    await stage.send(overview)
  })

  afterAll(async () => {
    const problems = await browser.problems()
    const requests = await browser.extensionRequests()
    await browser.close()
    await practice.close()
    const unexpected = problems.filter((one) => !expected.some((start) => one.startsWith(start)))
    expect(unexpected, 'errors').toEqual([])
    expect(requests, 'requests of the extension').toEqual([])
    // Practice pages request nothing else, so the rest would come from a content script.
    const asked = practice.requests.filter(
      ({ kind, path }) => !pageLoads.has(kind) && path !== '/favicon.ico',
    )
    expect(asked, 'requests from a page').toEqual([])
    expect(
      practice.refused.filter((entry) => !ownTraffic(name)(entry)),
      'requests to the world',
    ).toEqual([])
  })

  async function openOwn(path: string): Promise<OwnPage> {
    const page = ownPageIn(await browser.open(browser.extensionUrl(path)))
    await page.waitFor((seen) => seen !== '' && !seen.includes(text('popup_reading')))
    return page
  }

  const stage: Stage = {
    get browser() {
      return browser
    },
    get practice() {
      return practice
    },
    visit: (page, ...variants) => browser.open(practiceAddress(page, usual, ...variants)),
    visitAt: (host, page) => browser.open(practiceAddress(page, host)),
    visitUnknown: (...variants) => browser.open(withVariants(`https://${usual}/somewhere`, variants)),
    openPopup: () => openOwn('src/popup/popup.html'),
    async openBetween(path, script) {
      const html = readFileSync(join(inject('packages').chromium, path.replace(/#.*/, '')), 'utf8')
      const files = (tag: RegExp) => [...html.matchAll(tag)].map(([, file]) => file)
      const tab = await browser.open(browser.extensionUrl('manifest.json'))
      // Patch it before the page's own scripts run: no tool can do that when the page loads normally.
      await tab.evaluate(`
        const { runtime } = globalThis.browser ?? globalThis.chrome
        const { sendMessage } = runtime
        runtime.sendMessage = async (message) => {
          const send = () => sendMessage.call(runtime, message)
          ${script}
        }
        history.replaceState(null, '', ${JSON.stringify(`/${path}`)})
        document.body.replaceChildren()
        const put = (tag, values) => document.head.append(Object.assign(document.createElement(tag), values))
        for (const href of ${JSON.stringify(files(/<link[^>]*\shref="([^"]+\.css)"/g))}) put('link', { rel: 'stylesheet', href })
        for (const src of ${JSON.stringify(files(/<script[^>]*\ssrc="([^"]+)"/g))}) put('script', { type: 'module', src })`)
      return ownPageIn(tab)
    },
    openDashboard: (part = 'checklist') => openOwn(`src/dashboard/dashboard.html#/${part}`),
    stored: () => browser.inExtension('return chrome.storage.local.get(null)'),
    async recordOf(item) {
      return (await stage.stored())[keyOf(item)] as ItemRecord | undefined
    },
    async store(values) {
      await browser.inExtension(`await chrome.storage.local.set(${JSON.stringify(values)})`)
      await stage.send(overview)
    },
    leaveWaiting: (...waiting) =>
      stage.store({
        [storesKind.prefix]: storesKind.encode({ stores: [firstStore], current: firstStore.id }),
        ...Object.fromEntries(
          items
            .filter(({ id, cadence }) => cadence.kind !== 'event' && !waiting.includes(id))
            .map(({ id }) => [keyOf(id), recordKind.encode({ checked: today(), events: [] })]),
        ),
      }),
    async importYear(...waiting) {
      const file = crypto.randomUUID()
      const text = sellersExport(Date.now(), timeZone(), waiting)
      await stage.send({ request: 'import-piece', argument: { file, index: 0, text } })
      const argument = { id: crypto.randomUUID(), file, pieces: 1, mode: 'replace', withoutBackup: true }
      await stage.send({ request: 'import', argument })
    },
    async letTimePass(...passed) {
      await stage.storeShown([])
      for (const key of passed.map((item) => keyOf(item))) {
        await browser.inExtension(`
          const { '${key}': { quietUntil, unanswered, ...record } = {} } = await chrome.storage.local.get('${key}')
          if (quietUntil) await chrome.storage.local.set({ '${key}': record })`)
      }
      await stage.forgetDecisions()
    },
    forgetDecisions: () =>
      browser.inExtension(`
        const seen = Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('sees/'))
        await chrome.storage.session.remove(seen)`),
    storeShown: (shown, opened = true) =>
      browser.inExtension(
        `await chrome.storage.local.set(${JSON.stringify({
          [showingsKind.prefix]: showingsKind.encode({ since: opened ? 0 : Date.now(), opened, shown }),
        })})`,
      ),
    frontTab: () =>
      browser.inExtension(
        'return (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id',
      ),
    async sees(tab) {
      const argument = { tab: tab ?? (await stage.frontTab()) }
      const reply = await stage.send({ request: 'sees', argument })
      return (reply as { ok: Sees }).ok
    },
    async outcome(tab) {
      const id = tab ?? (await stage.frontTab())
      // Read from storage: the background limits how many questions it answers.
      await until('a decision about a card', () =>
        browser.inExtension<boolean>(`
          const outcome = (await chrome.storage.session.get('sees/${id}'))['sees/${id}']?.outcome
          return outcome !== undefined && outcome.kind !== 'waiting-for-calm' && outcome.why !== 'no-page'`),
      )
      return (await stage.sees(id)).outcome
    },
    send: (message) =>
      browser.inExtension(`
        const reply = await chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => null)
        return reply ?? null`),
    expectProblem: (start) => void expected.push(start),
  }
  return stage
}

const overview = { request: 'overview', argument: null }

/** Navigates without loading, as Seller Central's own navigation does. */
export const goInApp = (tab: Tab, page: PageId) =>
  tab.evaluate(`document.querySelector('a[data-go=push][data-page="${page}"]').click()`)

/** The same document under the address of another page; nothing else of it changes. */
export const goSilently = (tab: Tab, page: PageId) =>
  tab.evaluate(`history.pushState(history.state, '', '${addressOf(page, usual)}')`)

/** From now on `cardsSeen` counts the cards of this document, including the current one. */
export const watchCards = (tab: Tab) =>
  tab.evaluate(`
    const count = (nodes) => [...nodes].filter((node) => node.matches?.('${cardTag}')).length
    window.cardsSeen = document.querySelectorAll('${cardTag}').length
    new MutationObserver((records) => {
      for (const { addedNodes } of records) window.cardsSeen += count(addedNodes)
    }).observe(document.documentElement, { childList: true, subtree: true })`)

export const cardsSeen = (tab: Tab) => tab.evaluate<number>('return window.cardsSeen')

/**
 * Waits until the page has been open this long by its own clock. If something must not happen, the only sign
 * to wait for is that it would have happened by then.
 */
export async function stand(tab: Tab, milliseconds: number): Promise<void> {
  const from = await tab.evaluate<number>('return performance.now()')
  await until(
    'the page to have stood',
    async () => (await tab.evaluate<number>('return performance.now()')) - from > milliseconds,
    milliseconds + patience,
  )
}
