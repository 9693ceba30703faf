import { type ItemId, itemIds } from '../../src/domain/items'
import type { Overview } from '../../src/domain/overview'
import { type PageId, pageIds, pages } from '../../src/domain/page'
import { day, hour, minute } from '../../src/domain/time/length'
import type { Sees } from '../../src/messages/protocol'
import { shippedPages } from '../../src/pages/page-paths'
import { addressOf } from '../../src/pages/page-urls'
import type { Browser, Tab } from '../../test/browsers/browser'
import { until } from '../../test/browsers/wait'
import { type OwnPage, openPanel, ownPageIn, stepTitle } from '../../test/e2e/own-page'
import { practiceAddress } from '../../test/practice/pages'
import { text, textLike, titleOf } from '../../test/support/messages'
import type { Given } from './answers'

const front = 'sellercentral.amazon.com'
const popupPage = 'src/popup/popup.html'
const homePage = 'src/dashboard/dashboard.html#/home'

/** Reached from each other without loading. Of other pages the script in the page tells nothing. */
const inApp = pageIds.filter(
  (page) =>
    new URL(addressOf(page, front)).host === front &&
    Object.hasOwn(shippedPages, page) &&
    !pages[page].switchesAccount,
)
const byTitle = new Map(itemIds.map((item) => [titleOf(item), item]))

/** Visits after which everything repeats, eight days later. */
const turn = 25
/** A page that is only passed through is left before a card could come. */
const passing = 250

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/** A seller who uses Nightlatch from everywhere, while the browser ends its background and the clock changes. */
export class Seller {
  readonly given: Given
  readonly #browser: Browser
  readonly #counts = new Map<string, number>()
  #tab: Tab
  #panel: OwnPage
  #at: PageId = 'home'
  #ahead = 0

  private constructor(browser: Browser, given: Given, tab: Tab, panel: OwnPage) {
    this.#browser = browser
    this.given = given
    this.#tab = tab
    this.#panel = panel
  }

  static async in(browser: Browser, given: Given): Promise<Seller> {
    const tab = await browser.open(practiceAddress('home', front))
    const panel = await panelIn(browser)
    const seller = new Seller(browser, given, tab, panel)
    await seller.#turnClock(0)
    // Without it a new seller gets no cards on the first day.
    await seller.#inPopup(async () => undefined)
    return seller
  }

  /** How often something was done. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts
  }

  async visit(number: number): Promise<void> {
    const place = number % turn
    const step = this.#steps[place]
    if (step) await step()
    else await this.#go(this.#another(number), place % 3 === 0)
    this.#count('visits')
  }

  /** On a page without a card, with nothing open beside it but the panel. */
  async rest(): Promise<void> {
    await this.#go('home')
    await this.#go('account-health')
  }

  readonly #steps: Readonly<Record<number, () => Promise<void>>> = {
    0: async () => {
      await this.#turnClock(8 * day)
      await this.#go('home')
    },
    3: () => this.#answerInPopup('keep'),
    6: () => this.#stopBackground(),
    7: () => this.#answerBesidePage(),
    9: async () => {
      await this.#turnClock(3 * hour)
      await this.#go('home')
    },
    11: () => this.#goOnWithRound('answer_checked'),
    13: async () => {
      await this.#reload()
      await this.#stay()
    },
    14: async () => {
      await this.#stopBackground()
      await this.#goOnWithRound('snooze_tomorrow', { isLast: true })
    },
    // The clock was wrong for a while.
    17: () => this.#turnClock(-26 * hour),
    18: () => this.#answerInPopup('undo'),
    19: () => this.#turnClock(26 * hour),
    21: () => this.#inAnotherTab(),
    23: () => this.#answerInPopup('kill'),
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  /** Each visit takes its seller a minute. */
  async #turnClock(by: number): Promise<void> {
    this.#ahead += by + minute
    this.given.ahead = this.#ahead
    await this.#browser.setClock(this.#ahead)
    if (by !== 0) this.#count('clock changes')
  }

  async #stopBackground(): Promise<void> {
    await this.#browser.stopBackground()
    this.#count('background ended')
  }

  async #reload(): Promise<void> {
    await this.#tab.reload()
    this.#count('pages reloaded')
  }

  async #overview(): Promise<Overview> {
    return this.#browser.inExtension<Overview>(
      `return (await chrome.runtime.sendMessage({ request: 'overview', argument: null })).ok`,
    )
  }

  /** One that is due, with the page it is done on. */
  async #due(): Promise<{ item: ItemId; page: PageId } | undefined> {
    const { areas } = await this.#overview()
    for (const { id, waiting, pages: fitting } of areas.flatMap(({ items }) => items)) {
      const page = fitting.find((one) => inApp.includes(one) && one !== this.#at)
      if (waiting && page) return { item: id, page }
    }
    return undefined
  }

  #another(number: number): PageId {
    return inApp[(number * 7) % inApp.length] ?? 'home'
  }

  async #go(page: PageId, stays = true): Promise<void> {
    await this.#tab.bringToFront()
    // To the page where one is already, there is no way.
    if (page === this.#at) await this.#go(page === 'home' ? 'account-health' : 'home', false)
    await this.#forgetDecision()
    await this.#tab.evaluate(`document.querySelector('a[data-go=push][data-page="${page}"]').click()`)
    this.#at = page
    if (stays) await this.#stay()
    else await pause(passing)
  }

  async #forgetDecision(): Promise<void> {
    await this.#browser.inExtension(`
      const seen = Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('sees/'))
      await chrome.storage.session.remove(seen)`)
  }

  /** Until Nightlatch has decided about this page; a card is answered. */
  async #stay(tab: Tab = this.#tab): Promise<void> {
    const { outcome } = await until(`a decision about ${this.#at}`, () =>
      this.#browser.inExtension<Sees | undefined>(`
        const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        const seen = (await chrome.storage.session.get('sees/' + id))['sees/' + id]
        if (seen && seen.outcome.kind !== 'waiting-for-calm' && seen.outcome.why !== 'no-page') return seen`),
    )
    if (outcome.kind === 'card') await this.#answerCard(tab, outcome.item as ItemId)
  }

  async #answerCard(tab: Tab, item: ItemId): Promise<void> {
    const card = await tab.waitForCard()
    const press = async (name: string | RegExp) => (await card.button(name)).click()
    this.#count('cards')
    const number = this.#counts.get('cards') ?? 0
    if (number % 5 === 4) {
      await press(text('answer_close'))
      return tab.waitForNoCard()
    }
    if (number % 3 === 0) await this.#stopBackground()
    if (number % 5 === 3) {
      await press(text('answer_remind'))
      await this.given.answer(item, 'snoozed', async () => {
        await press(textLike('card_snooze_tomorrow'))
        await card.button(text('undo'))
      })
    } else
      await this.given.answer(item, 'checked', async () => {
        await press(text('answer_checked'))
        await card.button(text('undo'))
      })
    if (number % 5 !== 2) return
    await this.given.takeBack(item, async () => {
      await press(text('undo'))
      await until('the taking back', async () => (await card.text()).includes(text('card_undone')))
    })
  }

  async #inPopup(act: (popup: OwnPage) => Promise<void>): Promise<void> {
    const popup = ownPageIn(await this.#browser.open(this.#browser.extensionUrl(popupPage)))
    await popup.waitFor((seen) => seen !== '' && !seen.includes(text('popup_reading')))
    await act(popup)
    await popup.tab.close()
    await this.#tab.bringToFront()
  }

  async #answerInPopup(then: 'keep' | 'undo' | 'kill'): Promise<void> {
    await this.#inPopup(async (popup) => {
      if ((await this.#overview()).counted === 0) return
      const title = await until('the next check', () =>
        popup.tab.evaluate<string | undefined>(`return document.querySelector('.next .item h3')?.innerText`),
      )
      const item = itemCalled(title)
      const press = () => popup.press(text('answer_checked'), title)
      await this.given.answer(item, 'checked', async () => {
        if (then === 'kill') await Promise.all([press(), this.#stopBackground()])
        else await press()
        await popup.waitFor((seen) => seen.includes(text('undo')))
      })
      this.#count('answers in the popup')
      if (then !== 'undo') return
      await this.given.takeBack(item, async () => {
        await popup.press(text('undo'))
        await popup.waitFor((seen) => seen.includes(text('card_undone')))
      })
    })
  }

  async #answerBesidePage(): Promise<void> {
    const found = await this.#due()
    await this.#go(found?.page ?? 'home')
    const due = await this.#overview()
    const isDue = due.areas.some(({ items }) =>
      items.some(({ id, waiting }) => waiting && id === found?.item),
    )
    // A card may have asked about it.
    if (!found || !isDue) return
    const panel = this.#panel
    const title = titleOf(found.item)
    await this.given.answer(found.item, 'checked', async () => {
      await panel.press(text('answer_checked'), title)
      await until('the panel to tell the answer', async () =>
        (await panel.chore(title)).includes(text('undo_answer')),
      )
    })
    this.#count('answers in the panel')
  }

  /** Begins one if there is none. */
  async #goOnWithRound(
    label: 'answer_checked' | 'snooze_tomorrow',
    { isLast = false }: { isLast?: boolean } = {},
  ): Promise<void> {
    const panel = this.#panel
    const { round, counted } = await this.#overview()
    if (!round && counted === 0) return
    if (!round) this.#count('rounds begun')
    await panel.tab.click('.start button.primary, .area > button.primary')
    await panel.waitFor((seen) => seen.includes(text('round_end')))
    const title = await stepTitle(panel)
    const kind = label === 'answer_checked' ? 'checked' : 'snoozed'
    await this.given.answer(itemCalled(title), kind, async () => {
      if (kind === 'snoozed') await panel.press(text('answer_remind'))
      await panel.press(text(label))
      await until('the next step', async () => (await stepTitle(panel)) !== title)
    })
    this.#count('answers in rounds')
    const isOver = (await stepTitle(panel)) === text('round_finished')
    if (isLast && !isOver) {
      await panel.press(text('round_end'))
      await panel.waitFor((seen) => seen.includes(text('round_ended')))
    }
    await panel.press(text(isLast || isOver ? 'round_close' : 'round_to_page'))
    await panel.waitFor((seen) => !seen.includes(text(isLast || isOver ? 'round_close' : 'round_end')))
  }

  async #inAnotherTab(): Promise<void> {
    await this.#forgetDecision()
    const tab = await this.#browser.open(practiceAddress('account-health', front))
    await this.#stay(tab)
    await tab.close()
    await this.#tab.bringToFront()
    this.#count('tabs opened and closed')
  }
}

function itemCalled(title: string): ItemId {
  const item = byTitle.get(title)
  if (!item) throw new Error(`No check is called "${title}"`)
  return item
}

async function panelIn(browser: Browser): Promise<OwnPage> {
  const home = await browser.open(browser.extensionUrl(homePage))
  await until('the button for the panel', () =>
    home.evaluate<boolean>(`return document.querySelector('button[title="${text('open_panel')}"]') !== null`),
  )
  const panel = await openPanel(browser, home)
  await home.close()
  return panel
}
