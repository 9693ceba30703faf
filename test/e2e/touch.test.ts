import { describe, expect, test } from 'vitest'
import { linkTo, pagesOf, parts, placeWith } from '../../src/dashboard/navigation/router'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { setStage, today } from './stage'

/**
 * What of Firefox for Android a desktop Firefox can show: a narrow screen, fingers, no hovering. The README says what
 * that leaves untested.
 */
describe('a narrow touch screen, in firefox', () => {
  const stage = setStage('firefox', { touch: true })
  const narrow = [360, 640] as const

  test('the popup, which Android shows as a page: a check is answered and taken back with a finger', async () => {
    await stage.leaveWaiting('user-list-review')
    const popup = await stage.openPopup()
    await popup.tab.resize(...narrow)
    expect(
      await popup.tab.evaluate(`
        window.touches = 0
        addEventListener('touchstart', () => { window.touches += 1 }, true)
        return [matchMedia('(pointer: coarse)').matches, matchMedia('(hover: hover)').matches]`),
    ).toEqual([true, false])
    expect(await popup.tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await popup.press(text('answer_checked'), titleOf('user-list-review'))
    await until('the answer', async () => (await stage.recordOf('user-list-review'))?.checked === today())
    await popup.press(text('undo'))
    await until('the undo', async () => !('checked' in ((await stage.recordOf('user-list-review')) ?? {})))
    expect(await popup.tab.evaluate('return window.touches')).toBeGreaterThanOrEqual(2)
    expect(await popup.tab.axe()).toEqual([])
  })

  test('every part of the dashboard is reached with a finger and fits', async () => {
    await stage.leaveWaiting('user-list-review')
    const page = await stage.openDashboard()
    await page.tab.resize(...narrow)
    for (const part of parts) {
      const [first] = pagesOf(placeWith(part))
      for (const one of new Set([first, part])) await page.tab.click(`nav a[href="${linkTo({ part: one })}"]`)
      await until(part, () =>
        page.tab.evaluate<boolean>(`
          return document.querySelector('h2.part')?.innerText === ${JSON.stringify(text(`nav_${part}`))}
            && !document.querySelector('[aria-busy="true"]')`),
      )
      expect(
        await page.tab.evaluate('return document.documentElement.scrollWidth'),
        part,
      ).toBeLessThanOrEqual(360)
    }
  })

  test('the card lies whole in the view, and a finger answers it', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.resize(...narrow)
    const card = await tab.waitForCard()
    await card.settled()
    const { x, y, width, height } = await card.rect()
    expect([x >= 0, y >= 0, x + width <= 360, y + height <= 640]).toEqual([true, true, true, true])
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect((await stage.recordOf('user-list-review'))?.checked).toBe(today())
    await (await card.button(text('undo'))).click()
    await until('the undo', async () => !('checked' in ((await stage.recordOf('user-list-review')) ?? {})))
  })
})
