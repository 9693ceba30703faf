import type { Browser, Tab } from '../../test/browsers/browser'
import { until } from '../../test/browsers/wait'

/** Times that a seller waits for, in milliseconds; `paintAsleep` is measured with the background asleep. */
export type PageTimes = { paint: number[]; paintAsleep: number[]; answer: number[]; messages: number[] }

/** A page of ours: when it is read, which key moves the focus to the answers, and where an answer is seen. */
export type Measured = { path: string; ready: string; move: string; changes: string }

export const popup: Measured = {
  path: 'src/popup/popup.html',
  ready: '.next li',
  move: 'Tab',
  changes: 'footer',
}
/** With a round under way. In a tab, since no tool measures paints in the panel itself. */
export const panel: Measured = {
  path: 'src/panel/panel.html',
  ready: '.step li',
  move: 'ArrowDown',
  changes: 'h1',
}

/** Opens a page with the background awake and asleep: until it is painted, and from a key to its answer, and back. */
export async function pageTimes(browser: Browser, page: Measured): Promise<PageTimes> {
  const awake = await opened(browser, page)
  const { paint } = await painted(awake)
  await awake.evaluate(`
    const { runtime } = globalThis.browser ?? globalThis.chrome
    const { sendMessage } = runtime
    window.sent = 0
    runtime.sendMessage = (...given) => {
      window.sent += 1
      return sendMessage.apply(runtime, given)
    }`)
  await awake.press(page.move)
  const answer = [await pressed(awake, 'c', page), await pressed(awake, 'u', page)]
  const messages = [(await awake.evaluate<number>('return window.sent')) / answer.length]
  await awake.close()
  await browser.stopBackground()
  const asleep = await opened(browser, page)
  const { first } = await painted(asleep)
  await asleep.close()
  return { paint: [paint], paintAsleep: [first], answer, messages }
}

async function opened(browser: Browser, { path, ready }: Measured): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl(path))
  await until(`${ready} in ${path}`, () =>
    tab.evaluate<boolean>(`return document.querySelector('${ready}') !== null`),
  )
  return tab
}

/** The first contentful paint and the largest one, as the browser measures them. */
function painted(tab: Tab): Promise<{ first: number; paint: number }> {
  return tab.evaluate(`
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const first = await new Promise((done) => {
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntriesByName('first-contentful-paint')) done(startTime)
      }).observe({ type: 'paint', buffered: true })
    })
    const paint = await new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true })
    })
    return { first, paint }`)
}

/** From a key to the frame that shows its result, in milliseconds. */
async function pressed(tab: Tab, key: string, { changes }: Measured): Promise<number> {
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
