import { describe, expect, test } from 'vitest'
import { recordKind } from '../../src/storage/kinds/record'
import { browserNames, cardTag, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import { goSilently, keyOf, ownPageIn, setStage, stand, usual } from './stage'

const users = practiceAddress('user-permissions', usual)
/** The settling time, and more than a claim. */
const longEnough = 4000

describe.each(browserNames)('a page that was not simply opened, in %s', (name) => {
  const stage = setStage(name)

  /** From now on `heard` tells what the pages' scripts say. */
  const listen = () =>
    stage.browser.inExtension(`
      if (!globalThis.heard) chrome.runtime.onMessage.addListener(({ request }) => { heard.push(request) })
      globalThis.heard = []`)
  const heard = () => stage.browser.inExtension<string[]>('return globalThis.heard')

  const tabAt = (address: string) =>
    until('the tab', async () => {
      for (const tab of await stage.browser.tabs()) if ((await tab.url()) === address) return tab
      return undefined
    })

  /** Opens behind the tab in front. @returns the id that the browser gives it. */
  const openBehind = (address: string) =>
    stage.browser.inExtension<number>(
      `return (await chrome.tabs.create({ url: '${address}', active: false })).id`,
    )

  async function answerOn(tab: Tab): Promise<void> {
    const card = await tab.waitForCard()
    expect(await card.text()).toContain(titleOf('user-list-review'))
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
  }

  /** To another site and back, out of the back/forward cache. `leftover` says how many cards came back with it. */
  async function leaveAndReturn(tab: Tab, meanwhile: () => Promise<unknown>): Promise<void> {
    await tab.evaluate(`
      window.wasKept = undefined
      addEventListener('pageshow', ({ persisted }) => {
        window.leftover = document.querySelectorAll('${cardTag}').length
        window.wasKept = persisted
      }, { once: true })`)
    await tab.goto('https://example.test/')
    await meanwhile()
    await tab.bringToFront()
    await tab.evaluate('setTimeout(() => history.back())')
    await until('the page to be back', () => tab.evaluate<boolean>('return window.wasKept === true'))
    expect(await tab.evaluate('return window.leftover')).toBe(0)
  }

  test('opened in the background it says nothing and counts for nothing, and has its card once it is shown', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.browser.open('https://example.test/')
    await listen()
    await openBehind(users)
    const tab = await tabAt(users)
    await stand(tab, longEnough)
    expect(await heard()).toEqual([])
    await tab.bringToFront()
    await answerOn(tab)
  })

  test('left with a card, it holds no other back; answered elsewhere meanwhile, it comes back without', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const tab = await stage.visit('user-permissions')
    const id = await stage.frontTab()
    await tab.waitForCard()
    await leaveAndReturn(tab, async () => {
      const popup = await stage.openPopup()
      await popup.press(text('answer_checked'), titleOf('user-list-review'))
      await popup.waitFor((seen) => seen.includes(text('undo')))
      await popup.tab.close()
      await stage.letTimePass('user-list-review')
      const other = await stage.visit('manage-returns')
      expect(await (await other.waitForCard()).text()).toContain(titleOf('returns-and-refunds'))
      await other.close()
      await stage.letTimePass()
    })
    expect(await stage.outcome(id)).toEqual({ kind: 'none', why: 'nothing-due' })
    expect(await tab.card()).toBeUndefined()
  })

  test('left before its card came, it has it when it comes back', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visitUnknown()
    await tab.click('#note')
    await goSilently(tab, 'user-permissions')
    await until('the card to wait', async () => (await stage.sees()).outcome.kind === 'waiting-for-calm')
    await leaveAndReturn(tab, () => stand(tab, longEnough))
    expect(await stage.recordOf('user-list-review')).toBeUndefined()
    await tab.evaluate('document.activeElement.blur()')
    await answerOn(tab)
  })

  test('discarded with a card, it has one again when it wakes', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    const id = await stage.frontTab()
    await tab.waitForCard()
    await stage.browser.open('https://example.test/')
    await tab.waitForNoCard()
    await stage.letTimePass('user-list-review')
    await stage.browser.inExtension(`await chrome.tabs.discard(${id})`)
    await until('the tab to be discarded', () =>
      stage.browser.inExtension<boolean>(
        `return (await chrome.tabs.query({ discarded: true })).length === 1`,
      ),
    )
    await stage.browser.inExtension(`
      const [{ id }] = await chrome.tabs.query({ discarded: true })
      await chrome.tabs.update(id, { active: true })`)
    await answerOn(await tabAt(users))
  })

  test('open before the installation, it has its card after "Load this page again" at the latest', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    await stage.letTimePass('user-list-review')
    await stage.browser.reloadExtension()
    await tab.bringToFront()
    // Firefox starts the script of an extension that is new in open tabs.
    if (name === 'firefox') return answerOn(tab)
    await tab.waitForNoCard()
    const popupAddress = stage.browser.extensionUrl('src/popup/popup.html')
    await openBehind(popupAddress)
    const popup = await tabAt(popupAddress)
    const press = (label: string) =>
      until(label, () =>
        popup.evaluate<boolean>(`
          const found = [...document.querySelectorAll('summary, button')]
            .find((one) => one.innerText.trim() === ${JSON.stringify(label)} && one.checkVisibility())
          found?.click()
          return found !== undefined`),
      )
    await press(text('popup_tab_page'))
    await press(text('sees_load_again'))
    await ownPageIn(popup).waitFor((seen) => seen.includes(text('sees_loading')))
    await answerOn(tab)
  })

  test('with a new day the sleeping background draws the number anew, and an open page of ours follows', async () => {
    await stage.leaveWaiting('two-step-on')
    const dashboard = await stage.openDashboard()
    const { title } = await stage.browser.badge()
    expect((await stage.browser.badge()).text).toBe('1')
    await stage.browser.stopBackground()
    // What days would do to a check, without a word to the background.
    await stage.browser.inExtension(`
      await chrome.storage.local.set(${JSON.stringify({
        [keyOf('user-list-review')]: recordKind.encode({ checked: '2020-01-01', events: [] }),
      })})`)
    expect(await stage.browser.badge()).toEqual({ text: '1', title })
    const isNextDay = `
      const { scheduledTime } = await chrome.alarms.get('new-day')
      const dayAt = (instant) => new Date(instant).toDateString()
      return dayAt(scheduledTime - 1) === dayAt(Date.now()) && dayAt(scheduledTime) !== dayAt(Date.now())`
    expect(await stage.browser.inExtension(isNextDay)).toBe(true)
    await stage.browser.inExtension(`await chrome.alarms.create('new-day', { when: Date.now() })`)
    await until('the number of the new day', async () => (await stage.browser.badge()).text === '2')
    expect((await stage.browser.badge()).title).not.toBe(title)
    await dashboard.waitFor((seen) => seen.includes(text('nav_due_other', { count: '2' })))
    await until('the next midnight to be waited for', () => stage.browser.inExtension<boolean>(isNextDay))
  })
})
