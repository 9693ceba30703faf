import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { ownPageIn, setStage, today } from './stage'

describe.each(browserNames)('one card in the whole browser, in %s', (name) => {
  const stage = setStage(name)

  test('an answer given in the popup takes the card away within a second', async () => {
    await stage.leaveWaiting('user-list-review')
    const users = await stage.visit('user-permissions')
    await users.waitForCard()
    const popup = ownPageIn(
      await stage.browser.openWindow(stage.browser.extensionUrl('src/popup/popup.html')),
    )
    expect(await users.evaluate('return document.visibilityState')).toBe('visible')
    await popup.press(text('answer_checked'), titleOf('user-list-review'))
    await until('the answer to be kept', async () => (await stage.recordOf('user-list-review'))?.checked)
    await users.waitForNoCard(1000)
    await users.bringToFront()
    expect((await stage.recordOf('user-list-review'))?.checked).toBe(today())
  })
})
