import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import manifest from '../../manifest.json' with { type: 'json' }
import { findBrowser } from '../../tools/browsers'
import type { Practice } from '../practice/server'
import { Bidi, type Message } from './bidi'
import { type Browser, cardTag, type Options, type Point, type Tab } from './browser'
import { onLeave } from './leave'
import { killGroup, said } from './process'
import { hasSidebar, sidebarDriver } from './sidebar'
import { type TabDriver, tabOver } from './tab'
import { until, within } from './wait'

/** The same at every start, so that the extension finds its storage again. */
const uuid = '5a1e0000-0000-4000-8000-000000000001'
const origin = `moz-extension://${uuid}/`

type Running = { bidi: Bidi; child: ChildProcess; gone: Promise<void>; chrome: string | undefined }

export async function launchFirefox(practice: Practice, options: Options = {}): Promise<Browser> {
  const path = resolve(options.dist ?? 'dist/firefox')
  if (!existsSync(path)) throw new Error(`No extension in ${path}. Build it first.`)
  const extensionData = { type: path.endsWith('.zip') ? 'archivePath' : 'path', path }
  const { id } = manifest.browser_specific_settings.gecko
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'practice-firefox-'))
  const removeProfile = () => {
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const forgetProfile = onLeave(removeProfile)
  const problems: string[] = []
  const requests: string[] = []
  const tabs = new Map<string, Tab>()
  const panels = new Map<string, Tab>()
  let helper: string | undefined
  let running: Running | undefined = await start()

  async function start(): Promise<Running> {
    const preferences = Object.entries(preferencesFor(practice, id, options))
    writeFileSync(
      join(profile, 'user.js'),
      preferences.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(''),
    )
    const child = spawn(
      options.program ?? findBrowser('firefox'),
      [
        ...(options.headless === false ? [] : ['--headless']),
        '--no-remote',
        '--profile',
        profile,
        '--remote-debugging-port',
        '0',
        // Lets a tab open moz-extension: addresses; in 153 but not 140, gives access to the browser itself.
        '--remote-allow-system-access',
      ],
      {
        // A separate process group, so that its children can be killed with it.
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          ...(options.display && { DISPLAY: options.display }),
          MOZ_CRASHREPORTER_DISABLE: '1',
          MOZ_HEADLESS_WIDTH: '1280',
          MOZ_HEADLESS_HEIGHT: '800',
        },
      },
    )
    const forgetProcess = onLeave(() => killGroup(child))
    const gone = new Promise<void>((done) => {
      child.once('exit', () => {
        forgetProcess()
        done()
      })
    })
    try {
      const bidi = await Bidi.connect(
        `${await said(child, /WebDriver BiDi listening on (ws:\/\/\S+)/)}/session`,
      )
      await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } })
      const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
      const chrome = contexts.find((context: Message) => context['moz:scope'] === 'chrome')?.context
      if (chrome) await bidi.call(chrome, watchFromInside(id))
      else await watchTabs(bidi, problems)
      await bidi.send('webExtension.install', { extensionData })
      return { bidi, child, gone, chrome }
    } catch (error) {
      killGroup(child)
      throw error
    }
  }

  function live(): Running {
    if (!running) throw new Error('Firefox is not running')
    return running
  }

  /** Runs code in the browser's own window, with full privileges. */
  async function inside<T>(body: string): Promise<T> {
    const { bidi, chrome } = live()
    if (!chrome) throw new Error('This Firefox has no chrome context: 140 lacks it, 153 has it')
    return bidi.call(chrome, body)
  }

  const background = `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension`

  function tabOf(context: string): Tab {
    const known = tabs.get(context)
    if (known) return known
    const tab = tabOver(driverOf(live().bidi, context, inside, options.touch))
    tabs.set(context, tab)
    return tab
  }

  async function helperTab(): Promise<string> {
    const { bidi } = live()
    // It is closed when the extension reloads.
    const still =
      helper && (await bidi.send('browsingContext.getTree', { root: helper }).catch(() => undefined))
    if (helper && still) return helper
    const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true })
    await bidi.send('browsingContext.navigate', { context, url: `${origin}manifest.json`, wait: 'complete' })
    helper = context as string
    return helper
  }

  async function collect(): Promise<void> {
    if (!running?.chrome) return
    const found = await inside<{ problems: string[]; requests: string[] }>(`
      const { practice } = globalThis
      await practice.settled()
      return { problems: practice.problems.splice(0), requests: practice.requests.splice(0) }`)
    problems.push(...found.problems.filter((one) => !left.test(one)))
    requests.push(...found.requests)
  }

  function stopped(): void {
    running?.bidi.close()
    running = undefined
    helper = undefined
    tabs.clear()
    panels.clear()
  }

  async function quit(): Promise<void> {
    if (!running) return
    const { bidi, child, gone } = running
    await collect().catch(() => undefined)
    await bidi.send('browser.close').catch(() => undefined)
    await within('Firefox to close', gone).catch(() => killGroup(child))
    await gone
    stopped()
  }

  const browser: Browser = {
    name: 'firefox',
    extensionUrl: (path) => origin + path.replace(/^\//, ''),
    async open(address) {
      const { context } = await live().bidi.send('browsingContext.create', { type: 'tab' })
      const tab = tabOf(context)
      await tab.goto(address)
      return tab
    },
    async openWindow(address) {
      const { context } = await live().bidi.send('browsingContext.create', { type: 'window' })
      const tab = tabOf(context)
      await tab.goto(address)
      return tab
    },
    async panels() {
      const { bidi } = live()
      const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
      const windows = contexts
        .filter(({ url }: Message) => url.endsWith('/browser.xhtml'))
        .map(({ context }: Message) => context as string)
      const open = await Promise.all(
        windows.map((one: string) => bidi.call<boolean>(one, hasSidebar(origin))),
      )
      return windows
        .filter((_: string, index: number) => open[index])
        .map((one: string) => {
          const known = panels.get(one)
          const panel = known ?? tabOver(sidebarDriver((body) => bidi.call(one, body)))
          panels.set(one, panel)
          return panel
        })
    },
    async tabs() {
      const { contexts } = await live().bidi.send('browsingContext.getTree', { maxDepth: 0 })
      return contexts
        .filter(({ context, url }: Message) => context !== helper && url !== 'about:blank')
        .map(({ context }: Message) => tabOf(context))
    },
    badge: () =>
      browser.inExtension(
        'return { text: await browser.action.getBadgeText({}), title: await browser.action.getTitle({}) }',
      ),
    async inExtension<T>(body: string) {
      const context = await helperTab()
      return live().bidi.call<T>(context, body)
    },
    async stopBackground() {
      await inside(`await ${background}.terminateBackground()`)
      await until('the event page to end', async () => !(await browser.backgroundRuns()))
    },
    async reloadExtension() {
      await live().bidi.send('webExtension.install', { extensionData })
    },
    backgroundRuns: () => inside(`return ${background}.backgroundState === 'running'`),
    async setClock(ahead) {
      const isFirst = await inside<boolean>(`
        const isFirst = !Services.ppmm.sharedData.has('practice:ahead')
        Services.ppmm.sharedData.set('practice:ahead', ${ahead})
        Services.ppmm.sharedData.flush()
        if (isFirst) Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(${JSON.stringify(otherClock)}), true)
        return isFirst`)
      // What is open already has the computer's clock.
      if (isFirst) await browser.stopBackground()
    },
    heaps: () =>
      inside(`
        const heaps = {}
        const children = Array.from({ length: Services.ppmm.childCount }, (_, index) => Services.ppmm.getChildAt(index))
        let left = children.filter((child) => !child.isInProcess).length
        await new Promise((done) => {
          const count = ({ data: { type, size } }) => {
            const name = type === 'extension' ? 'extension' : /^web.*amazon/.test(type) ? 'Seller Central page' : undefined
            if (name) heaps[name] = (heaps[name] ?? 0) + size
            left -= 1
            if (left > 0) return
            Services.ppmm.removeMessageListener('practice:heap', count)
            done()
          }
          Services.ppmm.addMessageListener('practice:heap', count)
          const script = 'data:,' + encodeURIComponent(${JSON.stringify(tellHeap)})
          for (const child of children) if (!child.isInProcess) child.loadProcessScript(script, false)
        })
        return heaps`),
    async restart() {
      await quit()
      running = await start()
    },
    async kill() {
      const { child, gone } = live()
      await collect().catch(() => undefined)
      killGroup(child)
      await within('Firefox to end', gone)
      stopped()
    },
    async problems() {
      await collect()
      return [...problems]
    },
    async extensionRequests() {
      await collect()
      return [...requests]
    },
    async close() {
      await quit()
      removeProfile()
      forgetProfile()
    },
  }
  return browser
}

function preferencesFor(
  practice: Practice,
  id: string,
  { lang = 'en-US', touch = false }: Options,
): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': practice.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': practice.port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'intl.locale.requested': lang,
    'intl.accept_languages': lang,
    // Temporary extensions keep their origin and their storage over a restart.
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    ...(touch && {
      'dom.w3c_touch_events.enabled': 1,
      // Coarse, without hovering.
      'ui.primaryPointerCapabilities': 1,
      'ui.allPointerCapabilities': 1,
    }),
    'devtools.jsonview.enabled': false,
    // After a kill, the browser starts as if nothing had happened.
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    // Turn off the browser's own background work.
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.discovery.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.region.network.url': '',
    'browser.safebrowsing.blockedURIs.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'browser.search.update': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.topsites.contile.enabled': false,
    'browser.urlbar.suggest.searches': false,
    'datareporting.healthreport.uploadEnabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.usage.uploadEnabled': false,
    'dom.push.connection.enabled': false,
    'extensions.blocklist.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.update.enabled': false,
    'identity.fxaccounts.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'network.prefetch-next': false,
    'extensions.webextOptionalPermissionPrompts': false,
    'network.trr.mode': 5,
    'privacy.trackingprotection.enabled': false,
    'remote.prefs.recommended': true,
    'signon.rememberSignons': false,
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.server': '',
    'trailhead.firstrun.didSeeAboutWelcome': true,
  }
}

/**
 * Collects what BiDi does not report: errors of the event page and content scripts, what they log, and the
 * extension's requests. Runs in the browser's own process, with a script in each child process.
 */
const watchFromInside = (id: string) => `
  const practice = { problems: [], requests: [] }
  globalThis.practice = practice
  const known = (where) => where.startsWith('${origin}') || where.startsWith('https://')
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return
      if (known(message.sourceName)) practice.problems.push(message.sourceName + ': ' + message.errorMessage)
    },
  })
  Services.ppmm.addMessageListener('practice:console', ({ data: { where, words } }) => {
    if (known(where)) practice.problems.push(where + ': console.error: ' + words)
  })
  Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(${JSON.stringify(`(${inEveryProcess})(this)`)}), true)
  // Anything sent before these answers has arrived by now.
  practice.settled = () => new Promise((done) => {
    const children = Array.from({ length: Services.ppmm.childCount }, (_, index) => Services.ppmm.getChildAt(index))
    let left = children.filter((child) => !child.isInProcess).length
    const count = () => {
      left -= 1
      if (left <= 0) finish()
    }
    const finish = () => {
      Services.ppmm.removeMessageListener('practice:here', count)
      clearTimeout(late)
      done()
    }
    const late = setTimeout(finish, 2000)
    Services.ppmm.addMessageListener('practice:here', count)
    Services.ppmm.broadcastAsyncMessage('practice:call')
  })
  Services.obs.addObserver((channel) => {
    channel.QueryInterface(Ci.nsIHttpChannel)
    const { triggeringPrincipal, loadingPrincipal, externalContentPolicyType } = channel.loadInfo
    const makers = [triggeringPrincipal, loadingPrincipal]
      .flatMap((principal) => [principal?.addonPolicy?.id, principal?.contentScriptAddonPolicy?.id])
    // Opening another page is the browser's request, after a click.
    if (makers.includes(${JSON.stringify(id)}) && externalContentPolicyType !== Ci.nsIContentPolicy.TYPE_DOCUMENT)
      practice.requests.push(channel.requestMethod + ' ' + channel.URI.spec)
  }, 'http-on-modify-request')`

/**
 * Firefox logs these when a page, ours or one with a card, closes while it asks the background: it drops or
 * caches the page before the reply comes. Nothing is lost: nobody waits for that reply anymore.
 */
const left =
  /^moz-extension:\S+: Promise (?:resolved while context is inactive|resolved after context unloaded|rejected after context unloaded)/

const inEveryProcess = `(process) => {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage)
  const shown = (value) => {
    try {
      return typeof value === 'string' ? value : JSON.stringify(value) ?? String(value)
    } catch {
      return String(value)
    }
  }
  storage.addLogEventListener(({ wrappedJSObject: { level, filename, arguments: values } }) => {
    if (level !== 'error' && level !== 'assert') return
    process.sendAsyncMessage('practice:console', { where: String(filename), words: values.map(shown).join(' ') })
  }, Services.scriptSecurityManager.getSystemPrincipal())
  process.addMessageListener('practice:call', () => process.sendAsyncMessage('practice:here'))
}`

/** In each child process: from its next page on, the extension sees another time. */
const otherClock = `
  Services.obs.addObserver((window) => {
    if (!window.location.href.startsWith('${origin}')) return
    const ahead = () => Services.cpmm.sharedData.get('practice:ahead')
    Cu.waiveXrays(window).Date.now = Cu.exportFunction(() => Date.now() + ahead(), window)
  }, 'content-document-global-created')`

/** In a child process: what its scripts use once nothing more can be freed. */
const tellHeap = `{
  const memory = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)
  memory.minimizeMemoryUsage(() =>
    sendAsyncMessage('practice:heap', { type: Services.appinfo.remoteType, size: memory.JSMainRuntimeGCHeap }))
}`

/** All that a Firefox without access to its own window reports: errors in tabs. */
async function watchTabs(bidi: Bidi, problems: string[]): Promise<void> {
  bidi.onEvent(({ method, params }) => {
    if (method !== 'log.entryAdded' || params.level !== 'error') return
    const where = params.stackTrace?.callFrames?.[0]?.url ?? 'a tab'
    problems.push(`${where}: ${params.type === 'console' ? 'console.error: ' : ''}${params.text}`)
  })
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] })
}

/** WebDriver's code points for keys without a character. */
const keys: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Backspace: '\uE003',
}

function driverOf(
  bidi: Bidi,
  context: string,
  inside: (body: string) => Promise<unknown>,
  touch = false,
): TabDriver {
  const activate = async () => {
    await bidi.send('browsingContext.activate', { context })
  }
  const act = (source: Message) => bidi.send('input.performActions', { context, actions: [source] })
  const mouse = (actions: Message[]) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions })
  const move = ({ x, y }: Point) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) })

  const finger = (point: Point) =>
    act({
      type: 'pointer',
      id: 'finger',
      parameters: { pointerType: 'touch' },
      actions: [
        move(point),
        { type: 'pointerDown', button: 0 },
        { type: 'pause', duration: 50 },
        { type: 'pointerUp', button: 0 },
      ],
    })

  return {
    async goto(url) {
      await within(url, bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }))
    },
    async reload() {
      await within('the reload', bidi.send('browsingContext.reload', { context, wait: 'complete' }))
    },
    async url() {
      const { contexts } = await bidi.send('browsingContext.getTree', { root: context, maxDepth: 0 })
      return contexts[0].url
    },
    async close() {
      await bidi.send('browsingContext.close', { context })
    },
    evaluate: (body) => bidi.call(context, body),
    async press(key) {
      await activate()
      const chord = key.split('+').map((part) => keys[part] ?? part)
      await act({
        type: 'key',
        id: 'keyboard',
        actions: [
          ...chord.map((value) => ({ type: 'keyDown', value })),
          ...chord.reverse().map((value) => ({ type: 'keyUp', value })),
        ],
      })
    },
    async clickAt(point) {
      await activate()
      if (touch) await finger(point)
      else await mouse([move(point), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }])
    },
    async hover(point) {
      await mouse([move(point)])
    },
    bringToFront: activate,
    async resize(width, height) {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } })
    },
    async emulate({ dark = false, forcedColors = false, reducedMotion = false, print = false }) {
      await activate()
      await inside(`
        const { browsingContext } = gBrowser.selectedBrowser
        browsingContext.prefersColorSchemeOverride = '${dark ? 'dark' : 'light'}'
        browsingContext.mediumOverride = '${print ? 'print' : ''}'
        browsingContext.forcedColorsOverride = '${forcedColors ? 'active' : 'none'}'
        Services.prefs.setIntPref('ui.prefersReducedMotion', ${Number(reducedMotion)})`)
    },
    async accessible(role, name) {
      const value = { role, ...(name === undefined ? {} : { name }) }
      const { nodes } = await bidi.send('browsingContext.locateNodes', {
        context,
        locator: { type: 'accessibility', value },
      })
      return nodes.length
    },
    async screenshot(file) {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context })
      writeFileSync(file, Buffer.from(data, 'base64'))
    },
    async inCard<T>(body: string) {
      const { type, result, exceptionDetails } = await bidi.send('script.evaluate', {
        expression: `document.querySelector('${cardTag}')`,
        target: { context },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
      })
      if (type === 'exception') throw new Error(exceptionDetails.text)
      const sharedId = result.value?.shadowRoot?.sharedId
      return sharedId ? { value: await bidi.call<T>(context, body, ['root'], [{ sharedId }]) } : undefined
    },
  }
}
