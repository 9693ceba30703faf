import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject } from 'vitest'
import { timeZone } from '../../src/browser/time-zone'
import type { Part } from '../../src/dashboard/navigation/router'
import { emptyChecklist, type ItemRecord, recordKey, type Store } from '../../src/domain/checklist'
import { type ItemId, itemOf, items } from '../../src/domain/items'
import type { PageId } from '../../src/domain/page'
import { dayOf, nowAt } from '../../src/domain/time/time'
import type { Outcome, Sees } from '../../src/messages/protocol'
import type { StoreFrontHost } from '../../src/pages/hosts'
import { encodeShowings, showingsKey } from '../../src/storage/kinds/card-history'
import { encodeRecord, recordPrefix } from '../../src/storage/kinds/record'
import { encodeStores, storesKey } from '../../src/storage/kinds/stores'
import { type Browser, type BrowserName, cardTag, type Options, type Tab } from '../browsers/browser'
import { launch } from '../browsers/launch'
import { ownTraffic } from '../browsers/traffic'
import { patience, until } from '../browsers/wait'
import { practiceAddress, type Variant } from '../practice/pages'
import { type Practice, startPractice } from '../practice/server'
import { text } from '../support/messages'
import { sellersExport } from '../support/seller'

export const usual: StoreFrontHost = 'sellercentral.amazon.com'
export const firstStore: Store = { ...emptyChecklist.stores[0]!, fronts: [usual] }

export const today = () => dayOf(nowAt(Date.now(), timeZone()))
export const keyOf = (item: ItemId, store: Store = firstStore) =>
  recordPrefix + recordKey(itemOf(item), store)

export type Stage = {
  readonly browser: Browser
  readonly practice: Practice
  /** A practice page in a new tab. */
  visit(page: PageId, ...variants: Variant[]): Promise<Tab>
  visitAt(host: StoreFrontHost, page: PageId): Promise<Tab>
  openPopup(): Promise<OwnPage>
  /**
   * A page of ours whose questions to the background pass through this script, the body of an async function: it has
   * the `message` and `send()`, which asks and gives the reply.
   */
  openBetween(path: string, script: string): Promise<OwnPage>
  openDashboard(part?: Part): Promise<OwnPage>
  /** All that the extension keeps. */
  stored(): Promise<Record<string, unknown>>
  recordOf(item: ItemId): Promise<ItemRecord | undefined>
  store(values: Record<string, unknown>): Promise<void>
  /** As if the seller had checked everything today but these. */
  leaveWaiting(...waiting: readonly ItemId[]): Promise<void>
  /** Cards so far are long ago: neither gap nor cap holds the next one back, and these items are as if never shown. */
  letTimePass(...items: readonly ItemId[]): Promise<void>
  /** A year of a made-up seller's answers, imported as a seller would. */
  importYear(...waiting: readonly ItemId[]): Promise<void>
  /** The cards that were shown, by their instants; the seller has opened the popup unless told. */
  storeShown(shown: readonly number[], opened?: boolean): Promise<void>
  /** What was decided so far is forgotten, so that `outcome` waits for the next decision. */
  forgetDecisions(): Promise<void>
  /** What came of a page, the one in front unless told, by the background's own word; waits until that is decided. */
  outcome(tab?: number): Promise<Outcome>
  /** What the background knows of the page in front, or of the tab with this id. */
  sees(tab?: number): Promise<Sees>
  /** The id that the browser gives the tab in front. */
  frontTab(): Promise<number>
  /** Sends a message as an extension page does; null where nobody answers. */
  send(message: unknown): Promise<unknown>
  /** A complaint that a test calls forth on purpose, by how it starts. */
  expectProblem(start: string): void
}

/** What the browser says that a request is for, when it loads a practice page. */
const pageLoads = new Set(['document', 'iframe', 'style', 'script'])

/**
 * One browser for all tests of a `describe`, with empty storage and no tab before each. In the end it must have asked
 * no server for anything, and nobody may have thrown or complained.
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
    for (const tab of await browser.tabs()) await tab.close()
    // Twice: what the closed tabs had asked comes first, and the badge is drawn anew.
    await stage.send(overview)
    // What is left is that this version has been here: else the next worker would take it for an update.
    await browser.inExtension(`
      const { 'written-by': writtenBy } = await chrome.storage.local.get('written-by')
      await chrome.storage.local.clear()
      await chrome.storage.local.set({ 'written-by': writtenBy })
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
    // The practice pages themselves ask for nothing more, so the rest would be a content script's.
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
    openPopup: () => openOwn('src/popup/popup.html'),
    async openBetween(path, script) {
      const html = readFileSync(join(inject('packages').chromium, path.replace(/#.*/, '')), 'utf8')
      const files = (tag: RegExp) => [...html.matchAll(tag)].map(([, file]) => file)
      const tab = await browser.open(browser.extensionUrl('manifest.json'))
      // Before the page's own scripts: no tool can come in between when it loads by itself.
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
        [storesKey]: encodeStores({ stores: [firstStore], current: firstStore.id }),
        ...Object.fromEntries(
          items
            .filter(({ id, cadence }) => cadence.kind !== 'event' && !waiting.includes(id))
            .map(({ id }) => [keyOf(id), encodeRecord({ checked: today(), events: [] })]),
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
          [showingsKey]: encodeShowings({ since: opened ? 0 : Date.now(), opened, shown }),
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
      // Looked up, not asked for: the background does not answer a flood of questions.
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

/** A page of the extension's own. */
export type OwnPage = {
  tab: Tab
  text(): Promise<string>
  /** Waits until what is to be read fits. */
  waitFor(fits: (seen: string) => boolean): Promise<string>
  /** A trusted click on a button, link or summary by its text; of a chore's own when one is named. */
  press(label: string, chore?: string): Promise<void>
  /** What stands in a chore's row, unfolded. */
  chore(title: string): Promise<string>
}

export function ownPageIn(tab: Tab): OwnPage {
  /** A chore's own place, unfolded with what it lies in; or the whole page. */
  const within = (chore: string | undefined) =>
    chore === undefined
      ? 'const place = document.body'
      : `
        const rest = document.querySelector('.rest')
        if (rest) rest.open = true
        const place = [...document.querySelectorAll('.item')]
          .find((node) => node.querySelector('h3, h4').innerText.includes(${JSON.stringify(chore)}))
        if (place?.localName === 'details') place.open = true`
  const page: OwnPage = {
    tab,
    text: () => tab.evaluate('return document.body.innerText'),
    waitFor(fits) {
      return until('the page to say what was expected', async () => {
        const seen = await page.text()
        return fits(seen) && seen
      })
    },
    async press(label, chore) {
      await until(`"${label}" to be pressed`, async () => {
        const point = await tab.evaluate<{ x: number; y: number } | undefined>(`
          ${within(chore)}
          const node = [...(place?.querySelectorAll('button, a, summary') ?? [])]
            .find((one) => one.innerText.trim() === ${JSON.stringify(label)} && one.checkVisibility())
          node?.scrollIntoView({ block: 'center', behavior: 'instant' })
          window.isPressed = false
          node?.addEventListener('click', () => { window.isPressed = true }, { once: true, capture: true })
          const box = node?.getBoundingClientRect()
          return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }`)
        if (!point) return false
        await tab.click(point)
        // It may have moved between the look and the click, as a page does that is drawn anew. On another page by now,
        // nobody knows of it any more.
        return (await tab.evaluate<boolean | undefined>('return window.isPressed')) !== false
      })
    },
    chore: (title) =>
      until(`${title} on the page`, () => tab.evaluate<string>(`${within(title)}; return place?.innerText`)),
  }
  return page
}

/** Goes on without loading, as Seller Central's own navigation does. */
export const goInApp = (tab: Tab, page: PageId) =>
  tab.evaluate(`document.querySelector('a[data-go=push][data-page="${page}"]').click()`)

/** From now on `cardsSeen` tells how many cards this document has had, the present one included. */
export const watchCards = (tab: Tab) =>
  tab.evaluate(`
    const count = (nodes) => [...nodes].filter((node) => node.matches?.('${cardTag}')).length
    window.cardsSeen = document.querySelectorAll('${cardTag}').length
    new MutationObserver((records) => {
      for (const { addedNodes } of records) window.cardsSeen += count(addedNodes)
    }).observe(document.documentElement, { childList: true, subtree: true })`)

export const cardsSeen = (tab: Tab) => tab.evaluate<number>('return window.cardsSeen')

/**
 * Waits until the page has stood for so long by its own clock. For what must not happen there is no other sign to wait
 * for than that it would have happened by then.
 */
export async function stand(tab: Tab, milliseconds: number): Promise<void> {
  const from = await tab.evaluate<number>('return performance.now()')
  await until(
    'the page to have stood',
    async () => (await tab.evaluate<number>('return performance.now()')) - from > milliseconds,
    milliseconds + patience,
  )
}
