import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import type { newSellerCentral } from '../practice/pages'
import { titleOf } from '../support/messages'
import { cardsSeen, setStage, usual, watchCards } from './stage'

describe.each(browserNames)('the new Seller Central, in %s', (name) => {
  const stage = setStage(name)
  type NewPage = (typeof newSellerCentral)[number]
  const addressOf = (path: NewPage) => `https://${usual}${path}`

  test.each([
    ['/amazonsell/business', 'user-list-review'],
    ['/amazonsell/manage-products', 'quality-and-return-reasons'],
    ['/amazonsell/orders/mfn', 'returns-and-refunds'],
    ['/amazonsell/payments', 'reserve-review'],
  ] as const)('a card comes on %s: %s', async (path, item) => {
    await stage.leaveWaiting(item)
    const card = await (await stage.browser.open(addressOf(path))).waitForCard()
    expect(await card.text()).toContain(titleOf(item))
  })

  test('no card on its shipments', async () => {
    await stage.leaveWaiting('reserve-review')
    const tab = await stage.browser.open(addressOf('/amazonsell/shipments'))
    await watchCards(tab)
    const other = await stage.browser.openWindow(addressOf('/amazonsell/payments'))
    await other.waitForCard()
    expect(await cardsSeen(tab)).toBe(0)
  })
})
