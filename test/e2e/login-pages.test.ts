import { describe, expect, test } from 'vitest'
import { addressOf } from '../../src/pages/page-urls'
import { browserNames, type Point, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { cardsSeen, type OwnPage, setStage, usual, watchCards } from './stage'

const shop = 'www.amazon.com'
const approval = `https://${shop}/a/settings/approval`

describe.each(browserNames)('the pages of the login itself, in %s', (name) => {
  const stage = setStage(name)
  const settings = async () => (await stage.stored())['settings'] as { loginHosts?: string[] } | undefined
  const allowed = () =>
    stage.browser.inExtension<boolean>(
      `return chrome.permissions.contains({ permissions: ['scripting'], origins: ['https://${shop}/*'] })`,
    )

  async function tick(dashboard: OwnPage): Promise<void> {
    await dashboard.waitFor((seen) => seen.includes(shop))
    const point = await dashboard.tab.evaluate<Point>(`
      const label = [...document.querySelectorAll('label')].find((one) => one.innerText.trim() === '${shop}')
      const box = label.querySelector('input')
      box.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = box.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }`)
    await dashboard.tab.click(point)
  }

  /** No script of ours is there: another page of Seller Central has had its card meanwhile. */
  async function expectNoScript(tab: Tab): Promise<void> {
    await watchCards(tab)
    const other = await stage.browser.openWindow(`https://${usual}/returns/list`)
    const card = await other.waitForCard()
    expect(await tab.evaluate('return document.visibilityState')).toBe('visible')
    expect(await cardsSeen(tab)).toBe(0)
    await (await card.button(text('answer_close'))).click()
    await other.waitForNoCard()
    await other.close()
  }

  test('without the seller’s choice Nightlatch is not there, and the reminder on Seller Central leads there', async () => {
    await stage.leaveWaiting('two-step-on')
    expect(await allowed()).toBe(false)
    const tab = await stage.browser.open(approval)
    await watchCards(tab)
    const home = await stage.browser.openWindow(`https://${usual}/home`)
    const card = await home.waitForCard()
    expect(await card.text()).toContain(titleOf('two-step-on'))
    expect(await card.links()).toEqual([
      expect.objectContaining({ href: addressOf('login-settings', usual) }),
    ])
    expect(new URL(addressOf('login-settings', usual)).host).toBe(shop)
    expect(await cardsSeen(tab)).toBe(0)
    // The browser lets nobody in unasked.
    expect(await allowed()).toBe(false)
  })

  test.runIf(name === 'firefox')(
    'chosen in the settings the card comes there, for this marketplace and these pages alone, until it is taken back (no tool can answer Chromium’s question)',
    async () => {
      await stage.leaveWaiting('two-step-on', 'returns-and-refunds')
      const dashboard = await stage.openDashboard('settings')
      await tick(dashboard)
      await until('the choice to be kept', async () => (await settings())?.loginHosts?.includes(shop))
      expect(await allowed()).toBe(true)

      const tab = await stage.browser.open(approval)
      const card = await tab.waitForCard()
      expect(await card.text()).toContain(titleOf('two-step-on'))
      await (await card.button(text('answer_close'))).click()
      await tab.waitForNoCard()

      // Not beside these pages, nor where the secret of an authenticator app is shown, nor in another country.
      for (const address of [
        `https://${shop}/a/settings/approval/setup/register`,
        `https://${shop}/gp/cart/view.html`,
        'https://www.amazon.de/a/settings/approval',
      ]) {
        await stage.letTimePass('two-step-on', 'returns-and-refunds')
        const strange = await stage.browser.open(address)
        await expectNoScript(strange)
        await strange.close()
      }

      // Silent while a code is typed.
      await stage.letTimePass('two-step-on')
      const typing = await stage.browser.open(approval)
      await typing.evaluate(`
        const code = Object.assign(document.createElement('input'), { id: 'code', autocomplete: 'one-time-code' })
        document.body.append(code)
        code.focus()`)
      await watchCards(typing)
      await until('the card to wait', async () => (await stage.sees()).outcome.kind === 'waiting-for-calm')
      expect(await cardsSeen(typing)).toBe(0)
      await typing.close()

      // Taken back where it was given.
      await dashboard.tab.bringToFront()
      await tick(dashboard)
      await until('the choice to be gone', async () => (await settings())?.loginHosts?.length === 0)
      await until('the permission to be gone', async () => !(await allowed()))
      await stage.letTimePass('two-step-on', 'returns-and-refunds')
      await expectNoScript(await stage.browser.open(approval))
    },
  )

  test.runIf(name === 'firefox')(
    'taken back in the browser’s own settings, the choice is forgotten here too (no tool can answer Chromium’s question)',
    async () => {
      await stage.leaveWaiting('two-step-on', 'returns-and-refunds')
      const dashboard = await stage.openDashboard('settings')
      await tick(dashboard)
      await until('the choice to be kept', async () => (await settings())?.loginHosts?.includes(shop))
      await stage.browser.inExtension(`await browser.permissions.remove({ origins: ['https://${shop}/*'] })`)
      await until('the choice to be forgotten', async () => (await settings())?.loginHosts?.length === 0)
      await expectNoScript(await stage.browser.open(approval))
    },
  )

  test('what the browser does not grant is not kept', async () => {
    await stage.leaveWaiting('two-step-on')
    await stage.send({ request: 'choose', argument: { loginHosts: ['www.amazon.de'] } })
    const tab = await stage.browser.open('https://www.amazon.de/a/settings/approval')
    await expectNoScriptAtHome(tab)
  })

  async function expectNoScriptAtHome(tab: Tab): Promise<void> {
    await watchCards(tab)
    await (await stage.browser.openWindow(`https://${usual}/home`)).waitForCard()
    expect(await cardsSeen(tab)).toBe(0)
  }
})
