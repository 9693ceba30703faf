import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { setStage, usual } from './stage'

describe.each(browserNames)('a seller who keeps Nightlatch off Seller Central, in %s', (name) => {
  const stage = setStage(name)

  /** As in the browser's own settings. */
  async function withdraw(): Promise<void> {
    if (name === 'firefox') {
      await stage.browser.inExtension(`await browser.permissions.remove({ origins: ['https://${usual}/*'] })`)
      return
    }
    await setAccess('ON_CLICK')
  }

  async function setAccess(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
    const extensionId = new URL(stage.browser.extensionUrl('')).host
    const tab = await stage.browser.open('chrome://extensions/')
    await tab.evaluate(
      `await chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })})`,
    )
    await tab.close()
  }

  test('reads so on the toolbar and in the popup, loses its card, and has it again once the site is given back', async () => {
    await stage.leaveWaiting('user-list-review')
    const warning = { text: '!', title: text('trouble_withheld', { host: usual }) }
    const allow = text('withheld_allow', { host: usual })
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    await withdraw()
    await tab.waitForNoCard()
    await until('the warning', async () => (await stage.browser.badge()).text === '!')
    expect(await stage.browser.badge()).toEqual(warning)
    const popup = await stage.openPopup()
    await popup.waitFor((seen) => seen.includes(warning.title))
    expect(await popup.text()).toContain(text('popup_waiting_one', { count: '1' }))
    expect(await popup.tab.accessible('button', allow)).toBe(1)
    if (name === 'firefox') {
      await popup.press(allow)
      await popup.waitFor((seen) => seen.includes(text('withheld_allowed', { host: usual })))
    } else {
      // No tool can answer Chromium's question.
      await setAccess('ON_ALL_SITES')
    }
    await popup.tab.close()
    await until('the number', async () => (await stage.browser.badge()).text === '1')
    await stage.letTimePass('user-list-review')
    await tab.reload()
    await tab.bringToFront()
    await tab.waitForCard()
  })
})
