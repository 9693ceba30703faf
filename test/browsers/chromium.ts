import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Browser as Driver,
  type Page,
} from 'playwright-core'
import { findBrowser } from '../../tools/browsers'
import type { Practice } from '../practice/server'
import { type Browser, cardTag, type Options, type Tab } from './browser'
import { DevTools } from './devtools'
import { onLeave } from './leave'
import { killGroup, said } from './process'
import { sidePanelDriver } from './side-panel'
import { type TabDriver, tabOver } from './tab'
import { patience, until, within } from './wait'
import { Watch } from './watch'

/** An unpacked extension without a "key" gets an id made from its folder's absolute path. */
export function unpackedId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}

type TargetInfo = { targetId: string; type: string; url: string }

type Running = {
  child: ChildProcess
  gone: Promise<void>
  devtools: DevTools
  watch: Watch
  driver: Driver
  context: BrowserContext
}

export async function launchChromium(practice: Practice, options: Options = {}): Promise<Browser> {
  const folder = resolve(options.dist ?? 'dist/chrome')
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`No extension in ${folder}. Build it first.`)
  const key = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).key
  if (key) throw new Error('The manifest has a key, so the id of the extension does not come from its folder')
  const id = unpackedId(folder)
  const origin = `chrome-extension://${id}/`
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'practice-chromium-'))
  const removeProfile = () => {
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const forgetProfile = onLeave(removeProfile)
  const problems: string[] = []
  const requests: string[] = []
  let tabs = new WeakMap<Page, Tab>()
  const panels = new Map<string, Tab>()
  let helper: Page | undefined
  let running: Running | undefined = await start()

  async function start(): Promise<Running> {
    // Without developer mode, an unpacked extension is turned off when it reloads.
    const preferences = join(profile, 'Default', 'Preferences')
    if (!existsSync(preferences)) {
      mkdirSync(join(profile, 'Default'), { recursive: true })
      writeFileSync(
        preferences,
        JSON.stringify({
          extensions: { ui: { developer_mode: true } },
          intl: { selected_languages: options.lang ?? 'en-US' },
        }),
      )
    }
    const child = spawn(findBrowser('chromium'), switches(profile, practice, options), {
      // A separate process group, so that its children can be killed with it.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(options.display && { DISPLAY: options.display }),
        LANGUAGE: (options.lang ?? 'en-US').replace('-', '_'),
        // A killed Chromium leaves its lock's folder behind; inside the profile it is removed with it.
        ...(process.platform === 'linux' && !options.profile && { TMPDIR: profile }),
      },
    })
    const forgetProcess = onLeave(() => killGroup(child))
    const gone = new Promise<void>((done) => {
      child.once('exit', () => {
        forgetProcess()
        done()
      })
    })
    try {
      const address = await said(child, /DevTools listening on (ws:\/\/\S+)/)
      const devtools = new DevTools(child)
      const watch = await Watch.start(devtools, origin, problems, requests)
      // With the driver's defaults, a background tab would be visible and focused, unlike a seller's.
      const driver = await chromium.connectOverCDP(address, {
        noDefaults: true,
        isLocal: true,
        timeout: patience,
      })
      const context = driver.contexts()[0]
      if (!context) throw new Error('Chromium has no browser profile')
      const { id: given } = await devtools.send('Extensions.loadUnpacked', { path: folder })
      if (given !== id) throw new Error(`Chromium gave the extension the id ${given} instead of ${id}`)
      return { child, gone, devtools, watch, driver, context }
    } catch (error) {
      killGroup(child)
      throw error
    }
  }

  function live(): Running {
    if (!running) throw new Error('Chromium is not running')
    return running
  }

  async function workers() {
    const { targetInfos } = await live().devtools.send('Target.getTargets')
    return (targetInfos as TargetInfo[]).filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
    )
  }

  function tabOf(page: Page): Tab {
    const known = tabs.get(page)
    if (known) return known
    const tab = tabOver(driverOf(page))
    tabs.set(page, tab)
    return tab
  }

  async function helperPage(): Promise<Page> {
    if (helper && !helper.isClosed()) return helper
    const { context, devtools } = live()
    const address = `${origin}manifest.json`
    await devtools.send('Target.createTarget', { url: address, background: true })
    helper = await until('the hidden tab of the extension', () =>
      context.pages().find((page) => page.url() === address),
    )
    await helper.waitForLoadState()
    return helper
  }

  function stopped(): void {
    running = undefined
    helper = undefined
    tabs = new WeakMap()
    panels.clear()
  }

  async function quit(): Promise<void> {
    if (!running) return
    const { child, gone, devtools, driver } = running
    await running.watch.settled()
    await driver.close().catch(() => undefined)
    await devtools.send('Browser.close').catch(() => undefined)
    await within('Chromium to close', gone).catch(() => killGroup(child))
    await gone
    stopped()
  }

  const browser: Browser = {
    name: 'chromium',
    extensionUrl: (path) => origin + path.replace(/^\//, ''),
    async open(address) {
      const { context } = live()
      const page = await context.newPage()
      const tab = tabOf(page)
      await tab.goto(address)
      return tab
    },
    async openWindow(address) {
      const { context, devtools } = live()
      const opened = context.waitForEvent('page', { timeout: patience })
      await devtools.send('Target.createTarget', { url: 'about:blank', newWindow: true })
      const tab = tabOf(await opened)
      await tab.goto(address)
      return tab
    },
    async openActionPopup() {
      const { devtools } = live()
      await browser.inExtension(`
        const [{ windowId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        await chrome.action.openPopup({ windowId })`)
      // The driver does not see it as a page.
      const targetId = await until('the popup', async () => {
        const { targetInfos } = await devtools.send('Target.getTargets')
        return (targetInfos as TargetInfo[]).find(({ url }) => url.startsWith(`${origin}src/popup/`))
          ?.targetId
      })
      const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true })
      return {
        async evaluate<T>(body: string) {
          const expression = inFunction(body)
          const parameters = { expression, awaitPromise: true, returnByValue: true }
          const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', parameters, sessionId)
          if (exceptionDetails)
            throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
          return (result.value === undefined ? undefined : JSON.parse(result.value)) as T
        },
      }
    },
    async panels() {
      const { devtools } = live()
      const { targetInfos } = await devtools.send('Target.getTargets')
      const tabIds = await browser.inExtension<string[]>(`
        return (await chrome.runtime.getContexts({ contextTypes: ['TAB'] })).map(({ documentUrl }) => documentUrl)`)
      const found = (targetInfos as TargetInfo[]).filter(
        ({ type, url }) => type === 'page' && url.startsWith(`${origin}src/panel/`) && !tabIds.includes(url),
      )
      return Promise.all(
        found.map(async ({ targetId }) => {
          const known = panels.get(targetId)
          if (known) return known
          const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true })
          const panel = tabOver(sidePanelDriver(devtools, targetId, sessionId))
          panels.set(targetId, panel)
          return panel
        }),
      )
    },
    tabs: async () =>
      live()
        .context.pages()
        .filter((page) => page !== helper && page.url() !== 'about:blank')
        .map(tabOf),
    async badge() {
      return browser.inExtension(
        'return { text: await chrome.action.getBadgeText({}), title: await chrome.action.getTitle({}) }',
      )
    },
    async inExtension<T>(body: string) {
      return evaluateIn<T>(await helperPage(), body)
    },
    async stopBackground() {
      const { devtools } = live()
      for (const { targetId } of await workers()) {
        let asked = Number.NEGATIVE_INFINITY
        await until('the worker to end', async () => {
          if (!(await workers()).some((worker) => worker.targetId === targetId)) return true
          // Ask again, since a request just after a reply can get lost; but not at once: for a waiting
          // message, the browser restarts the worker under the same name, and this would never end.
          if (Date.now() - asked < 1_000) return false
          asked = Date.now()
          await devtools.send('Target.closeTarget', { targetId }).catch(() => undefined)
          return false
        })
      }
    },
    async reloadExtension() {
      const before = (await workers()).map(({ targetId }) => targetId)
      await live().devtools.send('Extensions.loadUnpacked', { path: folder })
      await until('the worker of the new version', async () =>
        (await workers()).some(({ targetId }) => !before.includes(targetId)),
      )
    },
    backgroundRuns: async () => (await workers()).length > 0,
    async setClock(ahead) {
      const { devtools, watch } = live()
      const expression = `
        globalThis.practiceNow ??= Date.now
        Date.now = () => practiceNow.call(Date) + ${ahead}`
      await watch.runFirst(expression)
      // One that sleeps would answer when it wakes.
      if (!(await browser.backgroundRuns())) return
      for (const worker of watch.workers) await devtools.send('Runtime.evaluate', { expression }, worker)
    },
    async heaps() {
      const { context, devtools, watch } = live()
      const used = async (send: (method: string) => Promise<{ usedSize?: number }>) => {
        await send('HeapProfiler.enable')
        await send('HeapProfiler.collectGarbage')
        return (await send('Runtime.getHeapUsage')).usedSize ?? 0
      }
      const ofPage = async (page: Page) => {
        const session = await context.newCDPSession(page)
        const size = await used((method) => session.send(method as 'Runtime.getHeapUsage'))
        await session.detach()
        return size
      }
      const [worker] = watch.workers
      if (worker === undefined) throw new Error('The worker does not run')
      const site = context.pages().find((page) => page.url().startsWith('https://'))
      return {
        worker: await used((method) => devtools.send(method, {}, worker)),
        // One process has them all.
        'our pages': await ofPage(await helperPage()),
        ...(site && { 'Seller Central page': await ofPage(site) }),
      }
    },
    async restart() {
      await quit()
      running = await start()
    },
    async kill() {
      const { child, gone } = live()
      killGroup(child)
      await within('Chromium to end', gone)
      stopped()
    },
    async problems() {
      await running?.watch.settled()
      return [...problems]
    },
    async extensionRequests() {
      await running?.watch.settled()
      return [...requests]
    },
    async close() {
      await quit()
      removeProfile()
      forgetProfile()
    },
  }
  await until('the worker of the extension', () => browser.backgroundRuns())
  return browser
}

function switches(
  profile: string,
  practice: Practice,
  { headless = true, lang = 'en-US' }: Options,
): string[] {
  return [
    `--user-data-dir=${profile}`,
    ...(headless ? ['--headless', '--hide-scrollbars', '--mute-audio'] : []),
    // Many containers have no sandbox; with a window, Chromium shows a warning if it is missing.
    ...(headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The pipe is for extensions and for Watch, the port for the driver.
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--enable-unsafe-extension-debugging',
    `--proxy-server=http://127.0.0.1:${practice.port}`,
    '--proxy-bypass-list=<-loopback>',
    `--ignore-certificate-errors-spki-list=${practice.spkiHash}`,
    '--disable-quic',
    `--lang=${lang}`,
    '--window-size=1280,800',
    '--force-color-profile=srgb',
    '--hide-crash-restore-bubble',
    '--no-default-browser-check',
    '--no-first-run',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-breakpad',
    '--disable-dev-shm-usage',
    '--disable-hang-monitor',
    '--disable-popup-blocking',
    '--disable-search-engine-choice-screen',
    // Turn off the browser's own background work.
    '--disable-background-networking',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-field-trial-config',
    '--disable-sync',
    '--metrics-recording-only',
    `--disable-features=${quietened.join(',')}`,
    '--enable-features=SkipListAccountsWithoutGaiaCookies',
    'about:blank',
  ]
}

/** Each sends requests to its maker's servers or changes addresses. */
const quietened = [
  'AimEnabled',
  'AutofillServerCommunication',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
]

const inFunction = (body: string) => `(async () => JSON.stringify(await (async () => { ${body}\n })()))()`

async function evaluateIn<T>(page: Page, body: string): Promise<T> {
  const json = await page.evaluate<string | undefined>(inFunction(body))
  return json === undefined ? (undefined as T) : JSON.parse(json)
}

function driverOf(page: Page): TabDriver {
  let session: Promise<CDPSession> | undefined
  const cdp = () => {
    session ??= page.context().newCDPSession(page)
    return session
  }
  return {
    async goto(address) {
      await page.goto(address, { timeout: patience })
    },
    async reload() {
      await page.reload({ timeout: patience })
    },
    // The driver learns of an in-app navigation a moment late.
    url: () => page.evaluate<string>('location.href').catch(() => page.url()),
    close: () => page.close(),
    evaluate: (body) => evaluateIn(page, body),
    async press(key) {
      await page.bringToFront()
      await page.keyboard.press(key)
    },
    async clickAt({ x, y }) {
      await page.bringToFront()
      await page.mouse.click(x, y)
    },
    hover: ({ x, y }) => page.mouse.move(x, y),
    bringToFront: () => page.bringToFront(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    emulate: ({ dark, forcedColors, reducedMotion, print }) =>
      page.emulateMedia({
        media: print ? 'print' : null,
        colorScheme: dark ? 'dark' : 'light',
        forcedColors: forcedColors ? 'active' : 'none',
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      }),
    async screenshot(file) {
      await page.screenshot({ path: file })
    },
    async accessible(role, name) {
      const client = await cdp()
      const { result } = await client.send('Runtime.evaluate', { expression: 'document' })
      const { nodes } = await client.send('Accessibility.queryAXTree', {
        objectId: result.objectId ?? '',
        role,
        ...(name === undefined ? {} : { accessibleName: name }),
      })
      return nodes.filter(({ ignored }) => !ignored).length
    },
    async beforeScripts(script) {
      await page.addInitScript(script)
    },
    async inCard<T>(body: string) {
      const client = await cdp()
      const objectGroup = 'card'
      try {
        const { result: host } = await client.send('Runtime.evaluate', {
          expression: `document.querySelector('${cardTag}')`,
          objectGroup,
        })
        if (!host.objectId) return undefined
        const { node } = await client.send('DOM.describeNode', {
          objectId: host.objectId,
          depth: 1,
          pierce: true,
        })
        const shadow = node.shadowRoots?.[0]
        if (!shadow) return undefined
        const { object: root } = await client.send('DOM.resolveNode', {
          backendNodeId: shadow.backendNodeId,
          objectGroup,
        })
        if (!root.objectId) return undefined
        const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
          objectId: root.objectId,
          functionDeclaration: `async function () {
            const root = this
            return JSON.stringify(await (async () => { ${body}\n })())
          }`,
          awaitPromise: true,
          returnByValue: true,
        })
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
        return { value: (result.value === undefined ? undefined : JSON.parse(result.value)) as T }
      } finally {
        await client.send('Runtime.releaseObjectGroup', { objectGroup }).catch(() => undefined)
      }
    },
  }
}
