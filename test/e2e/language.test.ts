import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/languages'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, translated } from '../support/messages'
import { setStage } from './stage'

const others = translated.filter((language) => language !== 'en')

/** Chooses in the settings, and waits until the page is in that language. */
const choose = (settings: Tab, language: Language | '') =>
  settings.evaluate(`
    const root = document.documentElement
    const select = document.querySelector('#language')
    const changed = new Promise((done) => new MutationObserver(done).observe(root, { attributeFilter: ['lang'] }))
    select.value = ${JSON.stringify(language)}
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await changed`)

const langOf = (tab: Tab) => tab.evaluate<string>('return document.documentElement.lang')

describe.each(browserNames)('the seller’s language, in %s', (name) => {
  const stage = setStage(name)

  test('is the browser’s, until one is chosen', async () => {
    const settings = await stage.openDashboard('settings')
    expect(await langOf(settings.tab)).toBe('en')
    expect(await settings.tab.evaluate('return document.querySelector("#language").value')).toBe('')
    expect(await settings.text()).toContain(text('settings_language_browser'))
  })

  test.skipIf(others.length === 0)(
    'a choice is at once in every open view, and in the next card',
    async () => {
      const popup = await stage.openPopup()
      const settings = await stage.openDashboard('settings')
      for (const language of others) {
        await choose(settings.tab, language)
        await settings.waitFor((seen) => seen.includes(text('settings_language', {}, language)))
        expect(await langOf(settings.tab)).toBe(language)
        await popup.waitFor((seen) => seen.includes(text('next_title', {}, language)))
        // Why and how follow: the first check is open.
        await popup.waitFor((seen) => seen.includes(text('item_two_step_on_why', {}, language)))
        expect(await langOf(popup.tab)).toBe(language)
        await until('the tooltip', async () => {
          const { title } = await stage.browser.badge()
          const start = text('title_waiting_other', {}, language).split('$COUNT$')[0] ?? ''
          return title.startsWith(start)
        })
      }
      const [language = 'en'] = others
      await choose(settings.tab, language)
      const page = await stage.visit('home')
      const card = await page.waitForCard()
      expect(await card.buttons()).toContain(text('answer_checked', {}, language))
      expect(await card.evaluate('return root.querySelector("[lang]").lang')).toBe(language)
    },
  )

  test('every language is offered by its own name, marked as that language', async () => {
    const settings = await stage.openDashboard('settings')
    expect(
      await settings.tab.evaluate(
        'return [...document.querySelectorAll("#language option[lang]")].map((one) => one.lang + " " + one.innerText)',
      ),
    ).toContain('zh-CN 简体中文')
    expect(await settings.tab.axe()).toEqual([])
  })
})
