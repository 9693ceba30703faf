import { describe, expect, test } from 'vitest'
import { items } from '../../src/domain/items'
import type { PageId } from '../../src/domain/page'
import { addDays } from '../../src/domain/time/time'
import { addressOf } from '../../src/pages/page-urls'
import { recordKind } from '../../src/storage/kinds/record'
import { roundKind } from '../../src/storage/kinds/round'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import {
  type OwnPage,
  openedByStep,
  openPanel,
  ownPageIn,
  pageOfStep,
  panelOpenedBy,
  stepLink,
  stepTitle,
  wrongWith,
} from './own-page'
import { firstStore, goInApp, keyOf, setStage, today, usual } from './stage'

const here = text('panel_here', { page: text('page_user_permissions') })
const shows = (panel: OwnPage, said: string) => panel.waitFor((seen) => seen.includes(said))

/** The title of the step after this one. */
const stepAfter = (panel: OwnPage, title: string) =>
  until('the next step', async () => {
    const next = await stepTitle(panel)
    return next !== title && next
  })

describe.each(browserNames)('a round in the panel of %s', (name) => {
  const stage = setStage(name)

  /** In the panel of a window with our dashboard in it. */
  async function startRound() {
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await panel.tab.click('.start button.primary')
    await shows(panel, text('round_end'))
    return { panel, dashboard: tab }
  }

  test('is started from the popup, led through, and goes on when panel and worker were ended', async () => {
    await stage.leaveWaiting('two-step-on', 'trusted-device-review', 'user-list-review')
    const popup = await stage.openPopup()
    const panel = await panelOpenedBy(stage.browser, () => popup.tab.click('a[href$="#/checklist/due"]'))
    await shows(panel, text('round_end'))
    const first = await stepTitle(panel)
    await panel.press(text('answer_checked'))
    const second = await stepAfter(panel, first)
    await panel.press(text('round_skip'))
    await stepAfter(panel, second)
    await panel.tab.close()
    await stage.browser.stopBackground()
    const { tab } = await stage.openDashboard()
    const again = await openPanel(stage.browser, tab)
    await shows(again, text('round_end'))
    await again.press(text('answer_checked'))
    const done = await shows(again, text('round_finished'))
    expect(done).toContain(`${text('round_list_skipped')}\n`)
    expect(done).toContain(second)
  })

  test('keeps its check while the seller goes elsewhere by hand, and when the tab is closed', async () => {
    await stage.leaveWaiting('user-list-review')
    const { panel } = await startRound()
    const tab = await stage.visit('account-health')
    const isSaid = (label: string) => until(label, async () => (await panel.text()).includes(label))
    const label = text('popup_open_page', { page: text('page_user_permissions') })
    const stays = async () => expect(await stepTitle(panel)).toBe(titleOf('user-list-review'))
    // Our script tells the page before the driver knows of it, and would take what comes next for a second navigation.
    const isThere = () =>
      until(
        'the page, in this tab',
        async () => (await tab.url()) === practiceAddress('user-permissions', usual),
      )

    await panel.tab.click(stepLink)
    await isSaid(here)
    await isThere()
    await goInApp(tab, 'deposit-methods')
    await isSaid(label)
    await stays()
    await panel.tab.click(stepLink)
    await isSaid(here)
    await isThere()
    await tab.goto('https://example.test/')
    await isSaid(label)
    await stays()
    await tab.goto(practiceAddress('user-permissions', usual))
    await isSaid(here)
    await tab.close()
    await isSaid(label)
    await stays()
    // Where no Seller Central is in front, a new tab has it.
    const before = (await stage.browser.tabs()).length
    await panel.tab.click(stepLink)
    await isSaid(here)
    await until('one more tab', async () => (await stage.browser.tabs()).length === before + 1)
    await panel.press(text('answer_checked'))
    await shows(panel, text('round_finished'))
  })

  test('opens the page of each check with the press that leads to it, once the seller wants that', async () => {
    await stage.leaveWaiting('user-list-review', 'deposit-check-before-payout')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    const front = await stage.visit('account-health')
    await shows(panel, text('panel_here', { page: text('page_account_health') }))
    const choice = '.opens-pages input'
    const isAt = (page: PageId) =>
      until(page, async () => (await front.url()) === practiceAddress(page, usual))
    const choose = async () => {
      await panel.tab.click(choice)
      await until('the choice to be stored', async () => {
        const { roundOpensPages } = (await stage.stored())['settings'] as { roundOpensPages?: boolean }
        return (
          roundOpensPages === (await panel.tab.evaluate(`return document.querySelector('${choice}').checked`))
        )
      })
    }
    await choose()
    expect(await panel.tab.axe()).toEqual([])
    await isAt('account-health')
    await panel.tab.click('.start button.primary')
    await isAt('user-permissions')
    await panel.press(text('answer_checked'))
    await isAt('deposit-methods')
    // The panel, the page, and nothing else.
    expect(await stage.browser.tabs()).toHaveLength(2)
    // Taken back beside the answers.
    await choose()
    await panel.press(text('round_back'))
    await shows(panel, titleOf('user-list-review'))
    await panel.press(text('answer_checked'))
    await shows(panel, titleOf('deposit-check-before-payout'))
    await panel.press(text('answer_checked'))
    await shows(panel, text('round_finished'))
    await isAt('deposit-methods')
  })

  test('leaves longer checks for its end, where one press plans them all, and another makes them a round', async () => {
    const longer = ['password-strong-unique', 'backup-super-user-created'] as const
    await stage.leaveWaiting('user-list-review', ...longer)
    const { panel } = await startRound()
    await panel.press(text('answer_checked'))
    await shows(panel, text('round_finished'))
    const listed = () =>
      panel.tab.evaluate<string[]>(
        `return [...document.querySelectorAll('#tasks + ul > li')].map((one) => one.innerText.split(' · ')[0])`,
      )
    const areDue = async () => (await listed()).length === longer.length
    await until('them to be listed', areDue)
    expect(await listed()).toEqual(longer.map(titleOf))
    expect(await panel.tab.axe()).toEqual([])
    await panel.press(text('round_put_off_next_week'))
    await until('them to be planned', async () => (await listed()).length === 0)
    for (const id of longer) expect(await stage.recordOf(id)).toMatchObject({ standing: { kind: 'planned' } })
    await panel.press(text('undo'))
    await until('them to be due', areDue)
    await panel.tab.click('.step > .choices button:not(.primary)')
    await shows(panel, text('round_end'))
    expect(await stepTitle(panel)).toBe(titleOf(longer[0]))
  })

  test('is the same in the panels of two windows, also while the worker is ended', async () => {
    await stage.leaveWaiting('two-step-on', 'trusted-device-review', 'user-list-review')
    const { panel: one } = await startRound()
    const window = ownPageIn(
      await stage.browser.openWindow(stage.browser.extensionUrl('src/dashboard/dashboard.html#/checklist')),
    )
    await window.waitFor((seen) => seen.includes(titleOf('user-list-review')))
    // Firefox opens it in the new window too.
    const second = (await stage.browser.panels()).find((panel) => panel !== one.tab)
    const two = second ? ownPageIn(second) : await openPanel(stage.browser, window.tab)
    // Each window shows what was chosen there.
    await two.press(text('continue_round_other', { count: '3' }))
    await shows(two, text('round_end'))
    let title = await stepTitle(one)
    expect(await stepTitle(two)).toBe(title)
    for (const panel of [one, two]) {
      await stage.browser.stopBackground()
      await panel.press(text('answer_checked'))
      const [next] = [await stepAfter(one, title), await stepAfter(two, title)]
      expect(await stepTitle(two)).toBe(next)
      title = next
    }
    await one.press(text('answer_checked'))
    await shows(one, text('round_finished'))
    await shows(two, text('round_finished'))
  })

  test('goes through the stores of the group that was chosen, and through no other', async () => {
    await stage.leaveWaiting('user-list-review')
    const inGroup = (id: string, name: string) => ({
      ...{ ...firstStore, id, name, login: id.replace('store', 'login') },
      group: 'Clients',
    })
    const stores = [firstStore, inGroup('store-2', 'Maple'), inGroup('store-3', 'Birch')]
    await stage.store({ [storesKind.prefix]: storesKind.encode({ stores, current: firstStore.id }) })
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await until('the choice of stores', () =>
      panel.tab.evaluate<boolean>(`
        const choice = document.querySelector('#round-stores')
        if (!choice) return false
        choice.value = 'group Clients'
        choice.dispatchEvent(new Event('change', { bubbles: true }))
        return true`),
    )
    await panel.press(text('round_chosen_check'))
    await shows(panel, text('round_end'))
    await shows(panel, 'Maple')
    const first = await stepTitle(panel)
    await panel.press(text('answer_checked'))
    // The same check in the next store of the group.
    await shows(panel, 'Birch')
    expect(await stepTitle(panel)).toBe(first)
    const round = (await stage.stored())[roundKind.prefix] as { steps: { store: string }[] }
    expect(new Set(round.steps.map(({ store }) => store))).toEqual(new Set(['store-2', 'store-3']))
  })

  test('nine checks take a keyboard user at most three keys each, and each begins at its heading', async () => {
    const nine = items
      .filter(({ cadence, severity, task, when, follows, pages: [page] }) => {
        // Pages of the login open in a new tab, which takes the focus: F6 leads back.
        const isOfStore = new URL(addressOf(page, usual)).host === usual
        const isUsual = severity !== 'essential' && !task && !when.after && !follows
        return cadence.kind === 'every' && isUsual && isOfStore
      })
      .slice(0, 9)
    await stage.leaveWaiting()
    const longAgo = recordKind.encode({ checked: addDays(today(), -400), events: [] })
    await stage.store(Object.fromEntries(nine.map(({ id }) => [keyOf(id), longAgo])))
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await stage.visit('account-health')
    await shows(panel, text('panel_here', { page: text('page_account_health') }))
    const focused = (what: string) =>
      panel.tab.evaluate<boolean>(`return document.activeElement.matches(${JSON.stringify(what)})`)
    await until('the way by Tab to the start of a round', async () => {
      if (await focused('.start button.primary')) return true
      await panel.tab.press('Tab')
      return false
    })
    await panel.tab.press('Enter')
    await shows(panel, text('round_end'))
    const keys: number[] = []
    for (let title = await stepTitle(panel); title !== text('round_finished'); ) {
      await until('the heading to have the focus', () => focused('h1'))
      const pressed: string[] = []
      const press = async (key: string) => {
        pressed.push(key)
        await panel.tab.press(key)
      }
      const href = await pageOfStep(panel)
      if (href !== undefined) {
        await press('o')
        await openedByStep(stage.browser, href)
      }
      await press('ArrowDown')
      await press('c')
      keys.push(pressed.length)
      title = await stepAfter(panel, title)
    }
    expect(keys).toHaveLength(9)
    expect(Math.max(...keys)).toBeLessThanOrEqual(3)
  })

  test('is scrolled as it was after a reload, and in a new panel', async () => {
    await stage.leaveWaiting('user-list-review', 'deposit-check-before-payout')
    const { panel } = await startRound()
    await panel.tab.resize(220, 500)
    await panel.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    const wanted = 120
    await panel.tab.evaluate(`
      const scrolled = new Promise((done) => addEventListener('scrollend', done, { once: true }))
      scrollTo({ top: ${wanted} })
      await scrolled`)
    await until('it to be kept', () =>
      stage.browser.inExtension<boolean>(`
        const all = Object.entries(await chrome.storage.session.get(null))
        return all.some(([key, value]) => key.startsWith('panel/') && value.scroll?.top > 0)`),
    )
    const top = () => panel.tab.evaluate<number>('return scrollY')
    const isThere = async () => Math.abs((await top()) - wanted) <= 1
    const leave = () => panel.tab.evaluate('window.isOld = true')
    const isNew = () => panel.tab.evaluate<boolean>('return !window.isOld')
    await leave()
    await panel.tab.reload()
    await until('the place after a reload', async () => (await isNew()) && isThere())
    // A browser that makes the panel anew, as Edge does at each change of the tab, knows nothing of the old one.
    await leave()
    await panel.tab.goto(await panel.tab.url())
    await until('the place in a new panel', async () => (await isNew()) && isThere())
    // The next step begins at its top.
    const title = await stepTitle(panel)
    await panel.press(text('answer_checked'))
    await stepAfter(panel, title)
    await until('the top', async () => (await top()) === 0)
  })

  test('axe finds nothing wrong with a step and with the end, and nothing is wider than the panel', async () => {
    await stage.leaveWaiting('two-step-on', 'trusted-device-review', 'user-list-review')
    const { panel } = await startRound()
    await panel.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    expect(await wrongWith(panel)).toEqual([])
    await panel.tab.resize(360, 600)
    const first = await stepTitle(panel)
    await panel.press(text('snooze_tomorrow'))
    const second = await stepAfter(panel, first)
    await panel.press(text('round_skip'))
    await stepAfter(panel, second)
    await panel.press(text('answer_checked'))
    await shows(panel, text('round_finished'))
    expect(await wrongWith(panel)).toEqual([])
  })
})
