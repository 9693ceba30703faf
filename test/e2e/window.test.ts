import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoScreen } from '../../tools/browsers'
import { browserNames, type Options, type Tab } from '../browsers/browser'
import { type Display, startDisplay } from '../browsers/display'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { ownPageIn, stepTitle } from './own-page'
import { setStage } from './stage'

const why = whyNoScreen()
const title = why === undefined ? 'a window of %s, with real keys' : `a window of %s (skipped: ${why})`

describe.skipIf(why !== undefined).each(browserNames)(title, (name) => {
  const options: Options = { headless: false }
  let display: Display
  beforeAll(async () => {
    display = await startDisplay()
    options.display = display.name
  })
  afterAll(() => display.close())
  const stage = setStage(name, options)

  const hasFocus = (tab: Tab) => tab.evaluate<boolean>('return document.hasFocus()')

  /**
   * Presses F6 until this has the focus: first come the browser's own bars, whose focus nobody can see. A second press
   * before the first has led here would lead on, so a slow machine gets time.
   */
  async function goBy(key: string, tab: Tab): Promise<void> {
    for (let presses = 0; presses < 8 && !(await hasFocus(tab)); presses += 1) {
      display.press(key)
      await until('the focus', () => hasFocus(tab), 5000).catch(() => undefined)
    }
    expect(await hasFocus(tab)).toBe(true)
  }

  test('the shortcut opens the panel, and F6 leads to it and back to the page', async () => {
    await stage.leaveWaiting('user-list-review', 'two-step-on')
    const page = await stage.visit('user-permissions')
    await page.evaluate(`
      const field = document.body.appendChild(document.createElement('input'))
      field.id = 'field'
      field.focus()`)
    display.focus()
    await until('the page to have the focus', () => hasFocus(page))
    display.press('alt+shift+l')
    const panel = ownPageIn(await until('the panel', async () => (await stage.browser.panels())[0]))
    await panel.waitFor((seen) => seen.includes(text('panel_here', { page: text('page_user_permissions') })))
    const focused = (what: string) =>
      panel.tab.evaluate<boolean>(`return document.activeElement.matches(${JSON.stringify(what)})`)

    const place = () =>
      panel.tab.evaluate<number>('return [...document.querySelectorAll("*")].indexOf(document.activeElement)')

    await goBy('F6', panel.tab)
    // Firefox moves on to the first control.
    if (name === 'chromium') await until('the heading', () => focused('h1'))
    for (let tabs = 0; tabs < 20 && !(await focused('.start button.primary')); tabs += 1) {
      const before = await place()
      display.press('Tab')
      await until('the next control', async () => (await place()) !== before)
    }
    display.press('Return')
    await panel.waitFor((seen) => seen.includes(text('round_end')))
    const first = await stepTitle(panel)
    await until('the heading', () => focused('h1'))
    display.press('Down')
    await until('the answers', () => focused('.round-answers'))
    display.press('c')
    await until('the next step', async () => (await stepTitle(panel)) !== first)
    await until('the heading', () => focused('h1'))

    await goBy('F6', page)
    // Firefox gives the focus to the page, and not to a field in it.
    if (name === 'firefox') return
    display.press('x')
    await until('a letter in the field', () =>
      page.evaluate<boolean>(`return document.getElementById('field').value === 'x'`),
    )
  })
})
