import { describe, expect, test } from 'vitest'
import { browserNames, type Tab } from '../browsers/browser'
import { cardsSeen, setStage, stand, usual, watchCards } from './stage'

const landing = '/a/settings/approval'
/** The page on which the secret of two-step verification is shown, as servers take it. */
const setUp = [
  '/a/settings/approval/setup/register',
  '/a/settings/approval/setup?ref=x',
  '/a/settings/Approval/setup',
  '//a//settings/approval//setup',
  '/a/settings/approval/%73etup',
  '/A/%53ettings/approval/SetUp/register',
  '/a/settings/approval/appbackup',
  '/a/settings/otpdevices/add',
  '/ap/cnep',
  '//AP/cnep',
  '/%61p/cnep/x',
]

describe.each(browserNames)('where and how often, in %s', (name) => {
  const stage = setStage(name)
  const go = (tab: Tab, path: string) =>
    tab.evaluate(`history.pushState(null, '', location.origin + ${JSON.stringify(path)})`)

  test('no card stands beside the set-up of two-step verification or a sign-in, however one comes there', {
    timeout: 120_000,
  }, async () => {
    await stage.leaveWaiting('two-step-on')
    const tab = await stage.browser.open(`https://${usual}${landing}`)
    for (const path of setUp) {
      await tab.waitForCard().catch((error) => Promise.reject(new Error(`before ${path}: ${error}`)))
      await go(tab, path)
      await tab.waitForNoCard().catch((error) => Promise.reject(new Error(`${path}: ${error}`)))
      await stage.letTimePass('two-step-on')
      await go(tab, landing)
    }
    await tab.waitForCard()
    await stage.letTimePass('two-step-on')
    for (const path of setUp.filter((one) => !/setup(\/|\?|$)/.test(one))) {
      await tab.goto(`https://${usual}${path}`)
      await watchCards(tab)
      // The settling time, and more than a claim.
      await stand(tab, 3000)
      expect(await cardsSeen(tab), path).toBe(0)
    }
  })

  test('an address that changes fifty times a second costs the background ten messages at most', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    await stage.browser.inExtension(`
      globalThis.heard = []
      chrome.runtime.onMessage.addListener(({ request }) => { heard.push(request) })`)
    const took = await tab.evaluate<number>(`
      const pages = ['/home', '/account-switcher/default/merchantMarketplace', '/somewhere', '/returns/list', '/account-switcher']
      const from = performance.now()
      let count = 0
      await new Promise((done) => {
        const timer = setInterval(() => {
          history.pushState(null, '', pages[count % pages.length] + '?n=' + count)
          count += 1
          if (count === 300) done(clearInterval(timer))
        }, 20)
      })
      return performance.now() - from`)
    const heard = await stage.browser.inExtension<string[]>('return globalThis.heard')
    // It is told that the card has gone.
    expect(heard).toContain('free')
    // In six seconds; where the page took longer for it, the messages may be as many as before in that time.
    expect(heard.length).toBeLessThanOrEqual(10 * Math.max(1, took / 6500))
  })

  test.each([
    [undefined, 'bottom', 'right'],
    ['bottom-start', 'bottom', 'left'],
    ['top-end', 'top', 'right'],
    ['top-start', 'top', 'left'],
  ])('chosen as %s, the card stands at the %s %s', async (corner, down, across) => {
    await stage.leaveWaiting('user-list-review')
    if (corner) await stage.send({ request: 'choose', argument: { corner } })
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    const { x, y, width, height } = await card.rect()
    const view = await tab.evaluate<{ width: number; height: number }>(
      'return { width: document.documentElement.clientWidth, height: innerHeight }',
    )
    expect(across === 'left' ? x : view.width - x - width).toBeCloseTo(16, 0)
    expect(down === 'top' ? y : view.height - y - height).toBeCloseTo(16, 0)
    // In a language written from right to left it is the other side.
    await card.evaluate(`root.querySelector('section').dir = 'rtl'`)
    const turned = await card.rect()
    expect(across === 'left' ? view.width - turned.x - width : turned.x).toBeCloseTo(16, 0)
  })

  test('its words can be selected by the seller, and by the page’s script only then', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    await card.settled()
    const selectable = () =>
      card.evaluate<string>(`
        const style = getComputedStyle(root.querySelector('h2'))
        return style.userSelect || style.getPropertyValue('-moz-user-select')`)
    expect(await selectable()).toBe('none')
    const title = await card.evaluate<{ x: number; y: number; height: number }>(
      `return root.querySelector('h2').getBoundingClientRect()`,
    )
    await tab.click({ x: title.x + 20, y: title.y + title.height / 2 })
    expect(await selectable()).toBe('text')
    await tab.click({ x: 5, y: 5 })
    expect(await selectable()).toBe('none')
  })
})
