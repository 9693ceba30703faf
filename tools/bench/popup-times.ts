import type { Browser } from '../../test/browsers/browser'
import { until } from '../../test/browsers/wait'

/** What a seller waits for, in milliseconds; the first is measured with the background asleep too. */
export type PopupTimes = { paint: number[]; paintAsleep: number[]; answer: number[] }

/** Opens the popup once with the background awake and once asleep: until its checklist is painted, and from a key to the painted answer. */
export async function popupTimes(browser: Browser): Promise<PopupTimes> {
  const awake = await opened(browser)
  const { paint } = await painted(awake)
  const answer = [await pressed(awake, 'c'), await pressed(awake, 'u')]
  await awake.close()
  await browser.stopBackground()
  const asleep = await opened(browser)
  const { first } = await painted(asleep)
  await asleep.close()
  return { paint: [paint], paintAsleep: [first], answer }
}

type Opened = Awaited<ReturnType<Browser['open']>>

async function opened(browser: Browser): Promise<Opened> {
  const tab = await browser.open(browser.extensionUrl('src/popup/popup.html'))
  await until('the checklist', () =>
    tab.evaluate<boolean>(`return document.querySelector('.next li') !== null`),
  )
  return tab
}

/** The first words, and the largest text of the checklist, by the browser's own count. */
function painted(tab: Opened): Promise<{ first: number; paint: number }> {
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

/** From a key to the frame that says what came of it. */
async function pressed(tab: Opened, key: string): Promise<number> {
  await tab.evaluate(`
    window.took = undefined
    addEventListener('keydown', ({ timeStamp }) => {
      new MutationObserver((_, observer) => {
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - timeStamp }))
      }).observe(document.querySelector('footer'), { childList: true, subtree: true, characterData: true })
    }, { once: true, capture: true })`)
  await tab.press(key)
  return until('what came of the key', () => tab.evaluate<number | undefined>('return window.took'))
}
