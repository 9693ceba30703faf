import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import manifest from '../manifest.json' with { type: 'json' }
import { practiceAddress } from '../test/practice/pages'
import { type Practice, startPractice } from '../test/practice/server'
import { findBrowser } from './browsers'

/**
 * The cost of one visit to the practice home page. Times in ms, heap in kB. `first` is the first visit of a
 * browser, where everything is compiled; later visits reuse much of it.
 */
export type Cost = {
  load: number
  script: number
  first: number
  heap: number
  shift: number
  navigation: number
  /** Script time in a minute in which nobody does anything. */
  idle: number
}

type Visit = Omit<Cost, 'first' | 'heap' | 'idle'>

export const variants = ['no extension', 'empty extension', 'no card due', 'with a card'] as const
export type Variant = (typeof variants)[number]

export const home = practiceAddress('home', 'sellercentral.amazon.com')

/**
 * Visits the practice home page in Chromium, once for each variant in turn, so that other load on the machine
 * affects them equally.
 * @returns the costs of each variant, one per round.
 */
export async function pageCosts(rounds: number): Promise<Record<Variant, Cost[]>> {
  const practice = await startPractice()
  const folder = mkdtempSync(join(tmpdir(), 'page-cost-'))
  const open = new Map<Variant, Awaited<ReturnType<typeof launch>>>()
  try {
    for (const variant of variants)
      open.set(variant, await launch(practice, join(folder, variant), packageOf(variant, folder)))
    const visits = new Map(variants.map((variant) => [variant, [] as Visit[]]))
    for (let round = 0; round <= rounds; round += 1) {
      for (const [variant, browser] of open) {
        await browser.prepare(variant)
        visits.get(variant)?.push(await browser.visit(variant))
      }
    }
    const idle = new Map(
      await Promise.all(
        [...open].map(async ([variant, browser]) => [variant, await browser.idle(variant)] as const),
      ),
    )
    const costs: Partial<Record<Variant, Cost[]>> = {}
    for (const [variant, browser] of open) {
      const [begin, ...later] = visits.get(variant) ?? []
      const heap = await browser.heap()
      costs[variant] = later.map((cost) => ({
        ...cost,
        first: begin?.script ?? 0,
        heap,
        idle: idle.get(variant) ?? 0,
      }))
    }
    return costs as Record<Variant, Cost[]>
  } finally {
    for (const { context } of open.values()) await context.close()
    await practice.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The unpacked extension of a variant. */
function packageOf(variant: Variant, folder: string): string | undefined {
  if (variant === 'no extension') return undefined
  return variant === 'empty extension' ? emptyExtension(folder) : resolve('dist/chrome')
}

/** Has our match patterns and a worker, and does nothing. */
export function emptyExtension(folder: string): string {
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  const [{ matches, run_at }] = manifest.content_scripts as [(typeof manifest.content_scripts)[0]]
  writeFileSync(join(empty, 'empty.js'), '')
  writeFileSync(join(empty, 'worker.js'), 'chrome.runtime.onMessage.addListener(() => false)')
  writeFileSync(
    join(empty, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Empty',
      version: '1',
      background: { service_worker: 'worker.js' },
      content_scripts: [{ matches, run_at, js: ['empty.js'] }],
    }),
  )
  return empty
}

async function launch(practice: Practice, profile: string, extension: string | undefined) {
  const context = await openBrowser(practice, profile)
  const id = extension === undefined ? undefined : await load(context, extension)
  const own = id === undefined ? undefined : await context.newPage()
  if (id !== undefined) await own?.goto(`chrome-extension://${id}/manifest.json`)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  // The page's own time, without other load on the machine.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    context,
    /** Makes the last card long ago or, for 'no card due', just now. */
    async prepare(variant: Variant): Promise<void> {
      // Start every visit from the same page.
      await page.goto('about:blank')
      if (!own || variant === 'empty extension') return
      const shown = variant === 'no card due' ? [Date.now()] : []
      await own.evaluate(
        `chrome.storage.local.clear().then(() => chrome.storage.session.clear()).then(() => chrome.storage.local.set(${JSON.stringify({ showings: { version: 1, since: 0, opened: true, shown } })}))`,
      )
      await page.bringToFront()
    },
    visit: (variant: Variant) => visit(page, devtools, variant),
    /** The script time of a settled page; measured separately, since it takes a minute. */
    async idle(variant: Variant): Promise<number> {
      await this.prepare(variant)
      await page.goto(home, { waitUntil: 'load' })
      await new Promise((done) => setTimeout(done, 5000))
      const before = await metrics(devtools)
      await new Promise((done) => setTimeout(done, 60_000))
      const after = await metrics(devtools)
      return ((after['ScriptDuration'] ?? 0) - (before['ScriptDuration'] ?? 0)) * 1000
    },
    /** The heap of the current page; measured after the visits, because it also discards compiled code. */
    async heap(): Promise<number> {
      await devtools.send('HeapProfiler.collectGarbage')
      return ((await metrics(devtools))['JSHeapUsedSize'] ?? 0) / 1000
    },
  }
}

/** Without an extension; the practice Seller Central is the only site it reaches. */
export function openBrowser(practice: Practice, profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium', { install: true }),
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
      `--proxy-server=http://127.0.0.1:${practice.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--ignore-certificate-errors-spki-list=${practice.spkiHash}`,
      '--disable-quic',
    ],
  })
}

/** @returns the id of the extension. */
export async function load(context: BrowserContext, path: string): Promise<string> {
  const browser = context.browser()
  if (!browser) throw new Error('The browser was closed')
  const devtools = await browser.newBrowserCDPSession()
  const { id } = (await devtools.send('Extensions.loadUnpacked' as never, { path } as never)) as {
    id: string
  }
  return id
}

async function visit(page: Page, devtools: CDPSession, variant: Variant): Promise<Visit> {
  const before = await metrics(devtools)
  await page.goto(home, { waitUntil: 'load' })
  // Longer than the settling time and a claim, so that every variant is measured after the same time. Nothing
  // runs in the page until then: Playwright's helpers would cost more than what is measured.
  await new Promise((done) => setTimeout(done, 3500))
  const after = await metrics(devtools)
  const hasCard = await page.evaluate(`document.querySelector('[nightlatch-card]') !== null`)
  if (hasCard !== (variant === 'with a card'))
    throw new Error(`A card ${hasCard ? 'appeared' : 'did not appear'}: ${variant}`)
  const [load, shift] = await page.evaluate<[number, number]>(`new Promise((done) => {
    const [{ loadEventEnd }] = performance.getEntriesByType('navigation')
    let shift = 0
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done([loadEventEnd, shift]), 100)
  })`)
  return {
    load,
    script: ((after['ScriptDuration'] ?? 0) - (before['ScriptDuration'] ?? 0)) * 1000,
    shift,
    navigation: await goAround(page, devtools),
  }
}

/** Navigates ten times without loading. Returns the script time of one, with the page's own. */
async function goAround(page: Page, devtools: CDPSession): Promise<number> {
  const before = await metrics(devtools)
  await page.evaluate(`(async () => {
    for (const link of [...document.querySelectorAll('a[data-go=push]')].slice(0, 10)) {
      link.click()
      await new Promise((done) => setTimeout(done, 50))
    }
  })()`)
  const after = await metrics(devtools)
  return (((after['ScriptDuration'] ?? 0) - (before['ScriptDuration'] ?? 0)) * 1000) / 10
}

async function metrics(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await devtools.send('Performance.getMetrics')
  return Object.fromEntries(list.map(({ name, value }) => [name, value]))
}
