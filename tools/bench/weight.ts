import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { until } from '../../test/browsers/wait'
import { startPractice } from '../../test/practice/server'
import { emptyExtension, home, load, openBrowser } from '../page-cost'
import { buildFirstVersion } from './first-version'
import type { Row } from './table'

const rounds = 5

/** In milliseconds, in which a page settles and a card would come. */
const settling = 3500

const figures = {
  started: ['worker, from requested to started, ms', '40'],
  script: ['worker, its script alone, ms of its thread', '6'],
  content: ['content script, one load, ms of the main thread', 'empty and 1'],
  navigation: ['one in-app navigation, ms of the extension process', '0.5'],
  idle: ['idle page, ms of the extension process in a second', '0'],
  memory: ['memory of the extension process, MB', '35'],
} as const
type Figure = keyof typeof figures

type TraceEvent = {
  name: string
  ph: string
  ts: number
  dur?: number
  tdur?: number
  pid: number
  tid: number
  args: { data?: { url?: string; scriptName?: string; fileName?: string } }
}

/**
 * What an extension costs its browser while the seller asks nothing of it, beside an empty one, 0.1.0 and others. They
 * take turns, so that other load on the machine affects all.
 * @param others further unpacked extensions, by the name to print.
 */
export async function weight(others: ReadonlyMap<string, string>): Promise<Row[]> {
  const first = buildFirstVersion()
  const practice = await startPractice()
  const folder = mkdtempSync(join(tmpdir(), 'weight-'))
  const extensions = new Map([
    ['now', resolve('dist/chrome')],
    ['empty', emptyExtension(folder)],
    ...(first === undefined ? [] : [['0.1.0', resolve(first)] as const]),
    ...[...others].map(([name, path]) => [name, resolve(path)] as const),
  ])
  const contexts: BrowserContext[] = []
  try {
    const arms = new Map<string, Awaited<ReturnType<typeof armOf>>>()
    for (const [name, path] of extensions) {
      const context = await openBrowser(practice, join(folder, `profile-${arms.size}`))
      contexts.push(context)
      arms.set(name, await armOf(context, await load(context, path)))
    }
    const found = new Map([...arms.keys()].map((name) => [name, [] as Record<Figure, number>[]]))
    for (let round = 0; round <= rounds; round += 1)
      for (const [name, arm] of arms) {
        const taken = await arm.measure()
        // The first round only warms up.
        if (round > 0) found.get(name)?.push(taken)
      }
    return (Object.keys(figures) as Figure[]).map((figure) => {
      const [what, bound] = figures[figure]
      const [own = '', ...rest] = [...found].map(
        ([name, all]) => `${spread(all.map((one) => one[figure]))} ${name}`,
      )
      return { what, figure: own, baseline: rest.join('; '), bound }
    })
  } finally {
    for (const context of contexts) await context.close()
    await practice.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function armOf(context: BrowserContext, id: string) {
  const origin = `chrome-extension://${id}/`
  const browser = context.browser()
  if (!browser) throw new Error('The browser was closed')
  const devtools = await browser.newBrowserCDPSession()
  const own = await context.newPage()
  await own.goto(`${origin}manifest.json`)
  const page = await context.newPage()
  return {
    async measure(): Promise<Record<Figure, number>> {
      await page.goto('about:blank')
      await stopWorker(devtools, origin)
      const waking = await traced(devtools, async () => {
        await own.evaluate(`new Promise((done) => {
          chrome.runtime.sendMessage({ request: 'overview', argument: null }, () => done(chrome.runtime.lastError))
          setTimeout(done, 1000)
        })`)
        await pause(500)
      })
      const loading = await traced(devtools, async () => {
        await page.goto(home, { waitUntil: 'load' })
        await pause(settling)
      })
      const walked = 4
      const going = await traced(devtools, () => walk(page, walked))
      const resting = await traced(devtools, () => pause(2000))
      const worker = waking.find(
        ({ name }) => name === 'ServiceWorkerGlobalScopeProxy::EvaluateTopLevelScript',
      )
      const at = (name: string) =>
        waking.find((one) => one.name === `ServiceWorkerVersion::${name}`)?.ts ?? Number.NaN
      const pid = worker?.pid ?? 0
      return {
        started: (at('StartWorkerFinished') - at('StartWorkerRequested')) / 1000,
        script: timeOf(
          waking.filter(
            ({ tid, name }) => tid === worker?.tid && /^(?:EvaluateScript|v8\.evaluateModule)$/.test(name),
          ),
        ),
        content: timeOf(
          loading.filter(
            ({ name, args: { data } }) =>
              /^(?:EvaluateScript|FunctionCall|v8\.compile)$/.test(name) && data?.url?.startsWith(origin),
          ),
        ),
        navigation: tasksOf(going, pid) / walked,
        idle: tasksOf(resting, pid) / 2,
        memory: memoryOf(pid),
      }
    },
  }
}

/** Follows links of the page without a load, and stays on each until it has settled. */
async function walk(page: Page, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await page.evaluate(`document.querySelectorAll('a[data-go=push]')[${at}].click()`)
    await pause(settling)
  }
}

/** As the browser does after half an idle minute. */
async function stopWorker(devtools: CDPSession, origin: string): Promise<void> {
  await until('the worker to end', async () => {
    const { targetInfos } = await devtools.send('Target.getTargets')
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
    if (!worker) return true
    await devtools.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => undefined)
    await pause(500)
    return false
  })
}

async function traced(devtools: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  const take = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]))
  devtools.on('Tracing.dataCollected', take)
  await devtools.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'ServiceWorker', 'toplevel'] },
    transferMode: 'ReportEvents',
  })
  await act()
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done))
  await devtools.send('Tracing.end')
  await complete
  devtools.off('Tracing.dataCollected', take)
  return events.sort((a, b) => a.ts - b.ts)
}

/** Milliseconds of the processor, without those of events within others. */
function timeOf(events: readonly TraceEvent[]): number {
  const ends = new Map<string, number>()
  let sum = 0
  for (const { pid, tid, ts, dur = 0, tdur = 0 } of events) {
    const thread = `${pid}/${tid}`
    if (ts < (ends.get(thread) ?? 0)) continue
    ends.set(thread, ts + dur)
    sum += tdur
  }
  return sum / 1000
}

const tasksOf = (events: readonly TraceEvent[], pid: number) =>
  timeOf(events.filter((one) => one.pid === pid && one.name === 'ThreadControllerImpl::RunTask'))

/** What no other process shares, as far as this system tells. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/smaps_rollup`
  if (!existsSync(file)) return Number.NaN
  const sizes = [...readFileSync(file, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB$/gm)]
  return sizes.reduce((sum, [, size]) => sum + Number(size), 0) / 1024
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const [low = 0, middle = 0, high = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)]
  return `${middle.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`
}
