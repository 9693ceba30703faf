import { describe, expect, test } from 'vitest'
import { addressOf } from '../../src/pages/link'
import type { MessageName } from '../../src/platform/i18n'
import { browserNames, cardTag, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, textLike, titleOf } from '../support/messages'
import { cardsSeen, goInApp, keyOf, setStage, today, usual, watchCards } from './stage'

const keyOfReturns = keyOf('returns-and-refunds')

/** Nine o'clock in so many days, by this computer's clock. */
function morningIn(days: number): number {
  const day = new Date()
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 9).getTime()
}

const lineLike = (name: MessageName) => new RegExp(textLike(name).source, 'm')
const lineOf = (seen: string, name: MessageName) => lineLike(name).exec(seen)?.[0] ?? ''

describe.each(browserNames)('the main job, in %s', (name) => {
  const stage = setStage(name)

  /** A page without a reminder looks so from the start and still does when another page's reminder has come and gone. */
  async function expectNoCard(tab: Tab): Promise<void> {
    await watchCards(tab)
    const other = await stage.visit('manage-returns')
    await other.waitForCard()
    await other.close()
    await tab.bringToFront()
    expect(await cardsSeen(tab)).toBe(0)
  }

  describe('a card comes', () => {
    test('on the page where a waiting chore is done, with its title and four answers', async () => {
      await stage.leaveWaiting('user-list-review')
      const card = await (await stage.visit('user-permissions')).waitForCard()
      const seen = await card.text()
      expect(seen).toContain(text('brand'))
      expect(seen).toContain(titleOf('user-list-review'))
      expect(await card.buttons()).toEqual(
        (['answer_checked', 'answer_remind', 'answer_dismiss', 'answer_close'] as const).map((one) =>
          text(one),
        ),
      )
    })

    test('on the home page, with the way to Amazon’s own page for the chore', async () => {
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
      const card = await (await stage.visit('user-permissions', 'csp')).waitForCard()
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
      await goInApp(tab, 'manage-returns')
      expect(await (await tab.waitForCard()).text()).toContain(titleOf('returns-and-refunds'))
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
      await until('the hash', async () => (await tab.url()).includes('#/user-permissions'))
      expect(await tab.card()).toBeDefined()
      // Whatever the hash would bring comes before the card of the page after it.
      await goInApp(tab, 'user-permissions')
      await until('the next page’s card', async () => (await cardsSeen(tab)) > 1 && tab.card())
      expect(await cardsSeen(tab)).toBe(2)
    })
  })

  describe('no card comes', () => {
    test('where nothing waits', async () => {
      await stage.leaveWaiting('returns-and-refunds')
      await expectNoCard(await stage.visit('user-permissions'))
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

  describe('an answer', () => {
    const waitingForUsers = async () => {
      await stage.leaveWaiting('user-list-review')
      const tab = await stage.visit('user-permissions')
      return { tab, card: await tab.waitForCard() }
    }

    /** The one chore was answered: its page has no card any more, after loading again too. */
    async function expectAnswered(tab: Tab): Promise<void> {
      await stage.store({ [keyOfReturns]: { version: 1, events: [] } })
      await tab.reload()
      await expectNoCard(tab)
    }

    test('"checked" says when the next look is, and holds after loading again', async () => {
      const { tab, card } = await waitingForUsers()
      await (await card.button(text('answer_checked'))).click()
      await card.button(text('undo'))
      expect(await card.text()).toMatch(lineLike('done_checked'))
      expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
      await expectAnswered(tab)
    })

    test('can be taken back, and the card returns', async () => {
      const { tab, card } = await waitingForUsers()
      await (await card.button(text('answer_checked'))).click()
      await (await card.button(text('undo'))).click()
      await until('the taking back', async () => (await card.text()).includes(text('card_undone')))
      expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
      await tab.reload()
      expect(await (await tab.waitForCard()).text()).toContain(titleOf('user-list-review'))
    })

    test.each([
      ['card_snooze_hour', () => Date.now() + 3_600_000],
      ['card_snooze_tomorrow', () => morningIn(1)],
      ['card_snooze_next_week', () => morningIn((8 - new Date().getDay()) % 7 || 7)],
    ] as const)('"remind me" names the time, and that time is kept (%s)', async (label, time) => {
      const { tab, card } = await waitingForUsers()
      await (await card.button(text('answer_remind'))).click()
      const button = await card.button(textLike(label))
      const offered = (await card.buttons()).find((one) => textLike(label).test(one)) ?? ''
      await button.click()
      await card.button(text('undo'))
      const standing = (await stage.recordOf('user-list-review'))?.standing
      expect(standing).toMatchObject({ kind: 'planned', on: today() })
      const kept = standing?.kind === 'planned' ? standing.until : 0
      expect(Math.abs(kept - time())).toBeLessThan(120_000)
      const promised = textLike('done_planned').exec(lineOf(await card.text(), 'done_planned'))?.[1]
      // An hour from now may be a minute later than when the card came.
      if (label !== 'card_snooze_hour') expect(promised).toBe(textLike(label).exec(offered)?.[1])
      await expectAnswered(tab)
    })

    test('"remind me" leads back to the four answers', async () => {
      const { card } = await waitingForUsers()
      await (await card.button(text('answer_remind'))).click()
      await (await card.button(text('back'))).click()
      await card.button(text('answer_checked'))
      expect(await stage.recordOf('user-list-review')).toBeUndefined()
    })

    test('"not for me" sets the chore aside', async () => {
      const { tab, card } = await waitingForUsers()
      await (await card.button(text('answer_dismiss'))).click()
      await until('the confirmation', async () => (await card.text()).includes(text('done_dismissed')))
      expect(await stage.recordOf('user-list-review')).toMatchObject({
        standing: { kind: 'not-for-me', on: today() },
      })
      await expectAnswered(tab)
    })

    test('"close" takes the card away and says nothing of the chore: it still waits', async () => {
      const { tab, card } = await waitingForUsers()
      await (await card.button(text('answer_close'))).click()
      await tab.waitForNoCard()
      expect(await stage.recordOf('user-list-review')).toMatchObject({ quietUntil: expect.any(Number) })
      expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
      expect((await stage.browser.badge()).text).toBe('1')
      await expectAnswered(tab)
    })

    test('Escape closes a card that has the focus, and leaves alone one that has not', async () => {
      const { tab, card } = await waitingForUsers()
      await tab.click('#note')
      await tab.press('Escape')
      await card.settled()
      await (await card.button(text('answer_remind'))).focus()
      await tab.press('Escape')
      await tab.waitForNoCard()
      expect(await stage.recordOf('user-list-review')).toMatchObject({ quietUntil: expect.any(Number) })
    })

    test('in each of two tabs is kept, and none is lost', async () => {
      await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
      const users = await stage.visit('user-permissions')
      const usersCard = await users.waitForCard()
      const returns = await stage.visit('manage-returns')
      const returnsCard = await returns.waitForCard()
      await (await returnsCard.button(text('answer_checked'))).click()
      await users.bringToFront()
      await (await usersCard.button(text('answer_checked'))).click()
      await usersCard.button(text('undo'))
      await returns.bringToFront()
      await returnsCard.button(text('undo'))
      for (const item of ['user-list-review', 'returns-and-refunds'] as const) {
        expect(await stage.recordOf(item)).toMatchObject({ checked: today() })
      }
      expect((await stage.browser.badge()).text).toBe('')
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
