import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import { ownPageIn, setStage, usual } from './stage'

describe.each(browserNames)('the first steps, in %s', (name) => {
  const stage = setStage(name)

  // That they open by themselves is awaited whenever a browser is launched.
  test('keep an answered question, and nothing of the practice card', async () => {
    const welcome = ownPageIn(
      await stage.browser.open(stage.browser.extensionUrl('src/dashboard/dashboard.html#/welcome')),
    )
    const seen = await welcome.waitFor((shown) => shown.includes(text('welcome_title')))
    // Nobody has pinned the button in this browser, or it does not tell.
    expect(seen).toContain(text('welcome_pin'))
    await welcome.tab.click('#store-1-team [value="alone"]')
    await welcome.waitFor((seen) => seen.includes(text('store_saved')))
    expect(await stage.stored()).toMatchObject({ stores: { stores: [{ profile: { team: 'alone' } }] } })
    const [end, next] = await welcome.tab.evaluate<[number, number]>(`
      const card = document.querySelector('.practice-card').shadowRoot.querySelector('section')
      return [card.getBoundingClientRect().bottom, document.querySelector('#welcome-pin').getBoundingClientRect().top]`)
    expect(end).toBeLessThan(next)
    const before = await stage.stored()
    await welcome.tab.evaluate(
      `document.querySelector('.practice-card').shadowRoot.querySelector('button').click()`,
    )
    await welcome.waitFor((seen) =>
      seen.includes(text('welcome_card_pressed', { answer: text('answer_checked') })),
    )
    expect(await stage.stored()).toEqual(before)
    for (const media of [{ dark: false }, { dark: true }, { forcedColors: true }]) {
      await welcome.tab.emulate(media)
      expect(await welcome.tab.axe()).toEqual([])
    }
    await welcome.tab.resize(320, 600)
    expect(await welcome.tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await welcome.press(text('welcome_go'))
    await welcome.waitFor((seen) => seen.includes(text('nav_place_incidents')))
  })

  test('fit on one screen, and lead by the keyboard alone to the checks that are due', async () => {
    const welcome = ownPageIn(
      await stage.browser.open(stage.browser.extensionUrl('src/dashboard/dashboard.html#/welcome')),
    )
    await welcome.waitFor((shown) => shown.includes(text('welcome_start')))
    await welcome.tab.resize(1280, 800)
    expect(await welcome.tab.evaluate('return document.documentElement.scrollHeight')).toBeLessThanOrEqual(
      800,
    )
    const focused = () =>
      welcome.tab.evaluate<string>(
        `return document.activeElement === document.body ? '' : document.activeElement.textContent`,
      )
    const tabTo = async (wanted: string) => {
      // Longer than any way on these pages.
      for (let presses = 0; presses < 40; presses += 1) {
        await welcome.tab.press('Tab')
        if ((await focused()).includes(wanted)) return
      }
      expect.fail(`no way by keyboard to ${wanted}`)
    }
    await tabTo(text('welcome_start'))
    await welcome.tab.press('Enter')
    await welcome.waitFor((shown) => !shown.includes(text('welcome_start')))
    expect(await welcome.tab.url()).toMatch(/#\/checklist\/due$/)
  })

  test('that stand open have not been opened by the seller: the first day stays quiet until they are left', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.storeShown([], false)
    const welcome = ownPageIn(
      await stage.browser.open(stage.browser.extensionUrl('src/dashboard/dashboard.html#/welcome')),
    )
    await welcome.waitFor((shown) => shown.includes(text('welcome_title')))
    const tab = await stage.browser.openWindow(practiceAddress('user-permissions', usual))
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'first-day' })
    expect(await tab.card()).toBeUndefined()
    await welcome.press(text('welcome_go'))
    await welcome.waitFor((seen) => seen.includes(text('nav_place_incidents')))
    await tab.reload()
    expect(await (await tab.waitForCard()).text()).toContain(titleOf('user-list-review'))
  })
})
