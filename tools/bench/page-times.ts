import type { Browser, Tab } from '../../test/browsers/browser'
import { until } from '../../test/browsers/wait'

/**
 * Times that a seller waits for, in milliseconds: until the page is read and painted, with the background awake and
 * asleep; until its first words are, with the background asleep; from a key to its answer.
 */
export type PageTimes = {
  paint: number[]
  paintAsleep: number[]
  firstAsleep: number[]
  answer: number[]
  messages: number[]
}

/** A page of ours, and when it is read. `press`: which key moves the focus to the answers, and where one is seen. */
export type Measured = { path: string; ready: string; press?: { move: string; changes: string } }

export const popup: Measured = {
  path: 'src/popup/popup.html',
  ready: '.next li',
  press: { move: 'Tab', changes: 'footer' },
}
/** With a round under way. In a tab, since no tool measures paints in the panel itself. */
export const panel: Measured = {
  path: 'src/panel/panel.html',
  ready: '.step li',
  press: { move: 'ArrowDown', changes: 'h1' },
}
export const home: Measured = { path: 'src/dashboard/dashboard.html', ready: '.at-a-glance .tile' }

/** Opens a page with the background awake and asleep: until it is painted, and from a key to its answer, and back. */
export async function pageTimes(browser: Browser, page: Measured): Promise<PageTimes> {
  const awake = await opened(browser, page)
  const { paint } = await painted(awake)
  const pressing = page.press ? await presses(awake, page.press) : { answer: [], messages: [] }
  await awake.close()
  await browser.stopBackground()
  const asleep = await opened(browser, page)
  const { first, paint: last } = await painted(asleep)
  await asleep.close()
  return { paint: [paint], paintAsleep: [last], firstAsleep: [first], ...pressing }
}

async function presses(
  tab: Tab,
  { move, changes }: NonNullable<Measured['press']>,
): Promise<Pick<PageTimes, 'answer' | 'messages'>> {
  await tab.evaluate(`
    const { runtime } = globalThis.browser ?? globalThis.chrome
    const { sendMessage } = runtime
    window.sent = 0
    runtime.sendMessage = (...given) => {
      window.sent += 1
      return sendMessage.apply(runtime, given)
    }`)
  await tab.press(move)
  const answer = [await pressed(tab, 'c', changes), await pressed(tab, 'u', changes)]
  return { answer, messages: [(await tab.evaluate<number>('return window.sent')) / answer.length] }
}

async function opened(browser: Browser, { path, ready }: Measured): Promise<Tab> {
  const tab = await browser.open('about:blank')
  if (!tab.beforeScripts) throw new Error('Only Chromium can be measured')
  await tab.beforeScripts(`
    new MutationObserver((_, observer) => {
      if (!document.querySelector('${ready}')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now() }))
    }).observe(document, { childList: true, subtree: true })`)
  await tab.goto(browser.extensionUrl(path))
  return tab
}

/** When the first words were painted, and when the page was read and painted. */
async function painted(tab: Tab): Promise<{ first: number; paint: number }> {
  const paint = await until('the page to be read', () =>
    tab.evaluate<number | undefined>('return window.painted'),
  )
  const first = await tab.evaluate<number>(`
    return new Promise((done) => {
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntriesByName('first-contentful-paint')) done(startTime)
      }).observe({ type: 'paint', buffered: true })
    })`)
  return { first, paint }
}

/** From a key to the frame that shows its result, in milliseconds. */
async function pressed(tab: Tab, key: string, changes: string): Promise<number> {
  await tab.evaluate(`
    const shown = () => document.querySelector('${changes}')?.innerText
    const before = shown()
    window.took = undefined
    addEventListener('keydown', ({ timeStamp }) => {
      new MutationObserver((_, observer) => {
        if (shown() === before) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - timeStamp }))
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    }, { once: true, capture: true })`)
  await tab.press(key)
  return until('what came of the key', () => tab.evaluate<number | undefined>('return window.took'))
}
