import { languageTags } from '../../src/domain/languages'
import { journalOf } from '../../test/bench/answer-latency'
import type { Browser, Tab } from '../../test/browsers/browser'
import { launch } from '../../test/browsers/launch'
import { until } from '../../test/browsers/wait'
import { startPractice } from '../../test/practice/server'
import { text } from '../../test/support/messages'
import type { Row } from './table'

/** What a seller waits for in the dashboard: a change of language and the import of a large file. */
export async function pages(): Promise<Row[]> {
  const practice = await startPractice()
  const browser = await launch('chromium', practice)
  try {
    const switches = await switchTimes(await openPart(browser, 'settings', '#language'))
    const data = await openPart(browser, 'data', '#import-file')
    const idle = await longestPause(data, async () => {
      await data.evaluate('await new Promise((done) => setTimeout(done, 1000))')
    })
    const file = JSON.stringify({
      format: 'nightlatch-export',
      version: 1,
      made: new Date().toISOString().slice(0, 10),
      entries: journalOf(30_000, new Date()),
    })
    const busy = await longestPause(data, () => importFile(data, file))
    return [
      {
        what: 'settings, from another language chosen to the page in it, the slowest',
        figure: `${Math.max(...switches).toFixed(0)} ms`,
        baseline: `${Math.min(...switches).toFixed(0)} ms, the fastest`,
        bound: '100 ms',
      },
      {
        what: `your data, longest pause of the page while ${(file.length / 1e6).toFixed(1)} MB are taken in`,
        figure: `${busy.toFixed(0)} ms`,
        baseline: `${idle.toFixed(0)} ms, while nothing is done`,
        bound: '100 ms',
      },
    ]
  } finally {
    await browser.close()
    await practice.close()
  }
}

async function openPart(browser: Browser, part: string, field: string): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl(`src/dashboard/dashboard.html#/${part}`))
  await until(field, () => tab.evaluate<boolean>(`return document.querySelector('${field}') !== null`))
  return tab
}

/** Switches once through all languages. Times in milliseconds. */
async function switchTimes(settings: Tab): Promise<number[]> {
  const times: number[] = []
  for (const language of [...languageTags.filter((one) => one !== 'en'), 'en']) {
    times.push(
      await settings.evaluate<number>(`
        const root = document.documentElement
        const select = document.querySelector('#language')
        const from = performance.now()
        const changed = new Promise((done) => new MutationObserver(done).observe(root, { attributeFilter: ['lang'] }))
        select.value = ${JSON.stringify(language)}
        select.dispatchEvent(new Event('change', { bubbles: true }))
        await changed
        await new Promise(requestAnimationFrame)
        return performance.now() - from`),
    )
  }
  return times
}

/** The longest time that the page was blocked, in milliseconds. */
async function longestPause(tab: Tab, act: () => Promise<void>): Promise<number> {
  await tab.evaluate(`
    window.longest = 0
    let last = performance.now()
    window.timer = setInterval(() => {
      const now = performance.now()
      window.longest = Math.max(window.longest, now - last)
      last = now
    }, 5)`)
  await act()
  return tab.evaluate<number>('clearInterval(window.timer); return window.longest')
}

async function importFile(tab: Tab, content: string): Promise<void> {
  const pressed = (label: string) =>
    until(label, () =>
      tab.evaluate<boolean>(`
        const button = [...document.querySelectorAll('button')].findLast((one) => one.innerText === ${JSON.stringify(label)} && one.checkVisibility())
        button?.click()
        return button !== undefined`),
    )
  const seen = (words: string) =>
    until(words, () =>
      tab.evaluate<boolean>(`return document.body.innerText.includes(${JSON.stringify(words)})`),
    )
  await tab.evaluate(`
    const files = new DataTransfer()
    files.items.add(new File([${JSON.stringify(content)}], 'nightlatch.json'))
    const input = document.querySelector('#import-file')
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))`)
  await seen(text('import_preview'))
  await pressed(text('import_go'))
  await until('the dialog', () =>
    tab.evaluate<boolean>(`return document.querySelector('dialog[open]') !== null`),
  )
  await pressed(text('import_go'))
  await seen(text('whole_imported'))
}
