import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { text } from '../support/messages'
import { setStage } from './stage'

describe.each(browserNames)('is this address really Amazon’s, in %s', (name) => {
  const stage = setStage(name)

  test.each([
    ['https://sellercentral.amazon.com/home', 'verdict_official'],
    ['https://www.amazon.de/ap/signin', 'verdict_amazon_other'],
    ['https://sellercentral.amazon.com.example.test/ap/signin', 'verdict_lookalike'],
    ['https://sellercentral.amazon.com@example.test/home', 'verdict_lookalike'],
    ['http://sellercentral.amazon.com/home', 'verdict_lookalike'],
    ['https://example.test/garden-chairs', 'verdict_unrelated_todo'],
    ['https://example.test/ap/signin', 'verdict_lookalike'],
    ['https://amazon-tools.example.test/', 'verdict_amazon_name_todo'],
    ['https://www.amazon.de/', 'verdict_amazon_other_todo'],
    ['<img src=x onerror=alert(1)>', 'verdict_unrelated'],
  ] as const)('%s, pasted into the popup: %s', async (address, verdict) => {
    const before = await stage.stored()
    const popup = await stage.openPopup()
    await popup.press(text('popup_tab_page'))
    await popup.waitFor((seen) => seen.includes(text('address_label')))
    await popup.tab.evaluate(`
      const field = document.querySelector('#address')
      field.value = ${JSON.stringify(address)}
      field.dispatchEvent(new Event('input', { bubbles: true }))`)
    await popup.press(text('address_check'))
    await popup.waitFor((seen) => seen.includes(text(verdict)))
    expect(await popup.tab.evaluate('return document.images.length')).toBe(0)
    expect(await popup.tab.axe()).toEqual([])
    expect(await stage.stored()).toEqual(before)
  })
})
