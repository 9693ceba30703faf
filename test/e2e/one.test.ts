import { describe, expect, test } from 'vitest'
import { browserNames, cardTag, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import { goInApp, ownPageIn, setStage, stand, today, usual } from './stage'

const elsewhere = { kind: 'none', why: 'shown-elsewhere' }
const returns = practiceAddress('manage-returns', usual)

/** From now on `mostCards` tells how many cards this document has had at once. */
const watchMost = (tab: Tab) =>
  tab.evaluate(`
    const count = () => document.querySelectorAll('${cardTag}').length
    window.mostCards = count()
    new MutationObserver(() => {
      window.mostCards = Math.max(window.mostCards, count())
    }).observe(document.documentElement, { childList: true })`)

describe.each(browserNames)('one card in the whole browser, in %s', (name) => {
  const stage = setStage(name)

  const cover = async (window: number) => {
    await stage.browser.inExtension(`
      await chrome.tabs.create({ windowId: ${window}, active: true, url: 'https://example.test/' })`)
  }
  const windowInFront = () =>
    stage.browser.inExtension<number>(
      'return (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].windowId',
    )

  test('another window gets none until the tab with the card is hidden or goes on to another page', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const users = await stage.visit('user-permissions')
    const usersId = await stage.frontTab()
    const usersWindow = await windowInFront()
    await users.waitForCard()
    await stage.letTimePass('user-list-review')
    const other = await stage.browser.openWindow(returns)
    const otherId = await stage.frontTab()
    expect(await stage.outcome(otherId)).toEqual(elsewhere)
    expect(await other.card()).toBeUndefined()
    expect(await users.card()).toBeDefined()

    // Hidden: the card leaves the page, and the other window may have its turn.
    await cover(usersWindow)
    await users.waitForNoCard()
    expect(await users.evaluate(`return document.querySelectorAll('${cardTag}').length`)).toBe(0)
    await stage.forgetDecisions()
    await other.reload()
    expect(await (await other.waitForCard()).text()).toContain(titleOf('returns-and-refunds'))

    // Back in sight, the first tab finds the turn taken.
    await stage.letTimePass('user-list-review', 'returns-and-refunds')
    await users.bringToFront()
    expect(await stage.outcome(usersId)).toEqual(elsewhere)
    expect(await users.card()).toBeUndefined()

    // Gone on, and the first tab may have its turn.
    await goInApp(other, 'case-log')
    await other.waitForNoCard()
    await users.reload()
    await users.waitForCard()
  })

  test('a card that was answered elsewhere while its tab was hidden does not come back with the tab', async () => {
    await stage.leaveWaiting('user-list-review')
    const users = await stage.visit('user-permissions')
    await users.waitForCard()
    const popup = await stage.openPopup()
    await popup.press(text('answer_checked'), titleOf('user-list-review'))
    await popup.waitFor((seen) => seen.includes(text('undo')))
    await users.bringToFront()
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'answered' })
    expect(await users.card()).toBeUndefined()
  })

  test('an answer given in the popup takes the card in another window away', async () => {
    await stage.leaveWaiting('user-list-review')
    const users = await stage.visit('user-permissions')
    await users.waitForCard()
    const popup = ownPageIn(
      await stage.browser.openWindow(stage.browser.extensionUrl('src/popup/popup.html')),
    )
    expect(await users.evaluate('return document.visibilityState')).toBe('visible')
    await popup.press(text('answer_checked'), titleOf('user-list-review'))
    await until('the answer to be kept', async () => (await stage.recordOf('user-list-review'))?.checked)
    await users.waitForNoCard()
    await users.bringToFront()
    expect((await stage.recordOf('user-list-review'))?.checked).toBe(today())
  })

  test('a pause that is chosen in another window takes the card away', async () => {
    await stage.leaveWaiting('user-list-review')
    const users = await stage.visit('user-permissions')
    const usersId = await stage.frontTab()
    await users.waitForCard()
    const popup = ownPageIn(
      await stage.browser.openWindow(stage.browser.extensionUrl('src/popup/popup.html')),
    )
    await popup.press(text('pause_title'))
    await popup.press(text('pause_told'))
    await users.waitForNoCard()
    expect(await users.evaluate('return document.visibilityState')).toBe('visible')
    await stage.letTimePass('user-list-review')
    await users.reload()
    expect(await stage.outcome(usersId)).toEqual({ kind: 'none', why: 'paused' })
  })

  test('a tab that was left and comes back in sight has its card again, as it was', async () => {
    await stage.leaveWaiting('user-list-review')
    const users = await stage.visit('user-permissions')
    const card = await users.waitForCard()
    await (await card.button(text('answer_remind'))).click()
    const popup = await stage.openPopup()
    await users.waitForNoCard()
    await popup.tab.close()
    await users.bringToFront()
    await users.waitForCard()
    expect(await card.buttons()).toContain(text('back'))
    expect((await stage.sees()).outcome).toEqual({ kind: 'card', item: 'user-list-review' })
    // Shown again, not once more.
    expect(await stage.recordOf('user-list-review')).toMatchObject({ unanswered: 1 })
  })

  test('a page that comes back from the back/forward cache has one card, or none', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    await tab.evaluate(`
      window.marked = true
      addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted })`)
    await watchMost(tab)
    const wayBack = async () => {
      await tab.evaluate('window.wasKept = undefined')
      await tab.goto('https://example.test/')
      await tab.evaluate('setTimeout(() => history.back())')
      await until('the page to be back', () => tab.evaluate<boolean>('return window.wasKept === true'))
    }
    await stage.forgetDecisions()
    await wayBack()
    expect(await stage.outcome()).toMatchObject({ kind: 'none' })
    expect(await tab.card()).toBeUndefined()
    await stage.letTimePass('user-list-review')
    await wayBack()
    const card = await tab.waitForCard()
    expect(await tab.evaluate('return window.mostCards')).toBe(1)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
  })

  test('an update under an open tab takes the old card away and never makes two', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    await watchMost(tab)
    await stage.letTimePass('user-list-review')
    await stage.browser.reloadExtension()
    await tab.bringToFront()
    if (name === 'firefox') {
      // It starts the new version's script in open tabs.
      await until('the new version’s card', async () => {
        const seen = await stage.recordOf('user-list-review')
        return seen?.quietUntil !== undefined && tab.card()
      })
    } else {
      // It does not: the tab has none until it is loaded again.
      await tab.waitForNoCard()
      await stand(tab, 3000)
      expect(await tab.evaluate(`return document.querySelectorAll('${cardTag}').length`)).toBe(0)
      await goInApp(tab, 'home')
      await goInApp(tab, 'user-permissions')
      await stand(tab, 2500)
      expect(await tab.card()).toBeUndefined()
      await tab.reload()
    }
    const card = await tab.waitForCard()
    if (name === 'firefox') expect(await tab.evaluate('return window.mostCards')).toBe(1)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
  })
})
