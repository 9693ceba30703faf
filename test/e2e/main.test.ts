import { describe, expect, test } from 'vitest'
import type { MessageName } from '../../src/i18n/i18n'
import { addressOf } from '../../src/pages/page-urls'
import { browserNames, cardTag, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, textLike, titleOf } from '../support/messages'
import { cardsSeen, goInApp, setStage, usual, watchCards } from './stage'

const lineLike = (name: MessageName) => new RegExp(textLike(name).source, 'm')

describe.each(browserNames)('the main job, in %s', (name) => {
  const stage = setStage(name)

  /** A page where nothing is ever asked stays without a card for longer than a card takes elsewhere to come. */
  async function expectNoCard(tab: Tab): Promise<void> {
    await watchCards(tab)
    const other = await stage.browser.openWindow(practiceAddress('manage-returns', usual))
    await other.waitForCard()
    expect(await tab.evaluate('return document.visibilityState')).toBe('visible')
    expect(await cardsSeen(tab)).toBe(0)
  }

  describe('a card comes', () => {
    test('on the page where a waiting check is done, with its title and three answers', async () => {
      await stage.leaveWaiting('user-list-review')
      const card = await (await stage.visit('user-permissions')).waitForCard()
      const seen = await card.text()
      expect(seen).toContain(text('brand'))
      expect(seen).toContain(titleOf('user-list-review'))
      const buttons = await card.buttons()
      expect(buttons.slice(0, 3)).toEqual(
        (['answer_checked', 'answer_remind', 'answer_dismiss'] as const).map((one) => text(one)),
      )
      expect(buttons.at(-1)).toBe(text('answer_close'))
    })

    test('on the home page, with the way to Amazon’s own page for the check', async () => {
      await stage.leaveWaiting('user-list-review')
      const card = await (await stage.visit('home')).waitForCard()
      const page = text('page_user_permissions')
      expect(await card.links()).toEqual([
        { text: text('open_page', { page }), href: addressOf('user-permissions', usual) },
      ])
    })

    test.each(['sellercentral-europe.amazon.com', 'sellercentral.amazon.co.jp'] as const)(
      'on %s, which is kept as the seller’s store front',
      async (host) => {
        const card = await (await stage.visitAt(host, 'home')).waitForCard()
        expect(await card.text()).toContain(titleOf('two-step-on'))
        expect(await stage.stored()).toMatchObject({ stores: { stores: [{ fronts: [host] }] } })
      },
    )

    test('in the top frame alone', async () => {
      const tab = await stage.visit('user-permissions', 'frames')
      await tab.waitForCard()
      const inFrames = await tab.evaluate(`return [...document.querySelectorAll('iframe')]
        .map((frame) => frame.contentDocument.querySelectorAll('${cardTag}').length)`)
      expect(inFrames).toEqual([0, 0])
    })

    test('in its own looks on a page that forbids foreign styles', async () => {
      const tab = await stage.visit('user-permissions', 'csp')
      await tab.evaluate(`
        window.violations = []
        addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective))`)
      const card = await tab.waitForCard()
      expect(await tab.evaluate('return window.violations')).toEqual([])
      const position = await card.evaluate(`
        const box = root.querySelector('[popover]')
        return getComputedStyle(box).position`)
      expect(position).toBe('fixed')
      const { x, y, width, height } = await card.rect()
      const view = await card.evaluate<{ width: number; height: number }>(
        'return { width: innerWidth, height: innerHeight }',
      )
      expect(x).toBeGreaterThan(view.width / 2)
      expect(x + width).toBeLessThanOrEqual(view.width)
      expect(y + height).toBeLessThanOrEqual(view.height)
    })

    test('and goes and returns with its page when the seller goes on without loading', async () => {
      await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
      const tab = await stage.visit('user-permissions')
      await tab.waitForCard()
      await goInApp(tab, 'case-log')
      await tab.waitForNoCard()
      await stage.letTimePass('user-list-review')
      await goInApp(tab, 'manage-returns')
      expect(await (await tab.waitForCard()).text()).toContain(titleOf('returns-and-refunds'))
      await stage.letTimePass()
      await tab.evaluate('history.go(-2)')
      await until('the first card again', async () =>
        (await (await tab.card())?.text())?.includes(titleOf('user-list-review')),
      )
    })

    test('once, although the hash of the address changes under it', async () => {
      await stage.leaveWaiting('user-list-review')
      const tab = await stage.visit('home')
      await tab.waitForCard()
      await watchCards(tab)
      await tab.evaluate(`document.querySelector('a[data-go=hash][data-page=user-permissions]').click()`)
      await until('the hash in the address', async () => (await tab.url()).includes('#/user-permissions'))
      expect(await tab.card()).toBeDefined()
      // Whatever the hash would bring comes before the card of the page after it.
      await stage.letTimePass('user-list-review')
      await goInApp(tab, 'user-permissions')
      await until('the next page’s card', async () => (await cardsSeen(tab)) > 1 && tab.card())
      expect(await cardsSeen(tab)).toBe(2)
    })
  })

  describe('no card comes', () => {
    test('where nothing waits', async () => {
      await stage.leaveWaiting('returns-and-refunds')
      const tab = await stage.visit('user-permissions')
      expect(await stage.outcome()).toEqual({ kind: 'none', why: 'nothing-due' })
      expect(await tab.card()).toBeUndefined()
    })

    test('on a page that Nightlatch does not know', async () => {
      await expectNoCard(await stage.browser.open(`https://${usual}/some/page/of/tomorrow`))
    })

    test('on a sign-in page, nor after going on from there without loading', async () => {
      const tab = await stage.browser.open(`https://${usual}/ap/signin`)
      await watchCards(tab)
      await goInApp(tab, 'home')
      await expectNoCard(tab)
    })

    test('on an address that only looks like Seller Central', async () => {
      await expectNoCard(await stage.browser.open('https://sellercentral.amazon.com.example.test/home'))
    })
  })

  describe('the popup', () => {
    test('says the number that stands on the toolbar button, before and after an answer', async () => {
      await stage.leaveWaiting('two-step-on', 'user-list-review')
      expect(await stage.browser.badge()).toEqual({
        text: '2',
        title: text('title_waiting_other', { count: '2' }),
      })
      const popup = await stage.openPopup()
      expect(await popup.text()).toContain(text('popup_waiting_other', { count: '2' }))
      await popup.press(text('answer_checked'), titleOf('two-step-on'))
      await popup.waitFor((seen) => seen.includes(text('popup_waiting_one', { count: '1' })))
      expect((await stage.browser.badge()).text).toBe('1')
      await popup.press(text('answer_checked'), titleOf('user-list-review'))
      await popup.waitFor((seen) => seen.includes(text('popup_nothing_waits')))
      expect(await stage.browser.badge()).toEqual({ text: '', title: text('title_nothing_waits') })
    })

    test('shows what was answered on a card', async () => {
      await stage.leaveWaiting('user-list-review')
      const tab = await stage.visit('user-permissions')
      const card = await tab.waitForCard()
      await (await card.button(text('answer_checked'))).click()
      await card.button(text('undo'))
      const popup = await stage.openPopup()
      expect(await popup.chore(titleOf('user-list-review'))).toMatch(lineLike('status_up_to_date'))
    })

    test('takes an answer back', async () => {
      await stage.leaveWaiting('user-list-review')
      const popup = await stage.openPopup()
      await popup.press(text('answer_checked'), titleOf('user-list-review'))
      await popup.press(text('undo'))
      await popup.waitFor((seen) => seen.includes(text('popup_waiting_one', { count: '1' })))
      expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
      expect((await stage.browser.badge()).text).toBe('1')
    })

    test('leads to Amazon’s page on the store front that the seller chose', async () => {
      await stage.leaveWaiting('user-list-review')
      const popup = await stage.openPopup()
      // It comes a moment later than the checks.
      await until('the choice', () =>
        popup.tab.evaluate<boolean>(`return document.querySelector('#front') !== null`),
      )
      await popup.tab.evaluate(`
        const choice = document.querySelector('#front')
        choice.value = 'sellercentral.amazon.de'
        choice.dispatchEvent(new Event('change', { bubbles: true }))`)
      const address = addressOf('user-permissions', 'sellercentral.amazon.de')
      await until('the links to change', () =>
        popup.tab.evaluate<boolean>(`return [...document.links].some(({ href }) => href === '${address}')`),
      )
      expect(await stage.stored()).toMatchObject({
        stores: { stores: [{ fronts: ['sellercentral.amazon.de', usual] }] },
      })
    })

    test('shows a new seller nine essential checks and no date that nobody knows', async () => {
      const popup = await stage.openPopup()
      const seen = await popup.text()
      expect(seen).toContain(text('popup_waiting_other', { count: '9' }))
      expect(seen).toContain(text('status_never_checked'))
      expect(seen).not.toMatch(/undefined|NaN|Invalid|\[object|\{\w+\}/)
      expect((await stage.browser.badge()).text).toBe('9')
    })
  })
})
