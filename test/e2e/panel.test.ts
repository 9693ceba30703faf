import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import { type OwnPage, openPanel, ownPageIn, wrongWith } from './own-page'
import { goInApp, setStage, today, usual } from './stage'

const here = (page: 'user_permissions' | 'deposit_methods' | 'home') =>
  text('panel_here', { page: text(`page_${page}`) })
const lastPage = (page: 'user_permissions') => text('panel_last_page', { page: text(`page_${page}`) })
const showsAtOnce = (panel: OwnPage, said: string) => panel.waitFor((seen) => seen.includes(said))

describe.each(browserNames)('the panel in %s', (name) => {
  const stage = setStage(name)

  test('opens by a press and follows the tab in front, also within the page and to other sites', async () => {
    await stage.leaveWaiting('user-list-review')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await showsAtOnce(panel, text('panel_no_page'))
    const users = await stage.visit('user-permissions')
    const seen = await showsAtOnce(panel, here('user_permissions'))
    expect(seen).toContain(titleOf('user-list-review'))
    expect(seen).toContain(text('item_user_list_review_how_1'))
    await goInApp(users, 'deposit-methods')
    await showsAtOnce(panel, here('deposit_methods'))
    await goInApp(users, 'user-permissions')
    await showsAtOnce(panel, here('user_permissions'))
    await tab.bringToFront()
    // The last page stays, and it is said that another one is in front.
    const left = await showsAtOnce(panel, lastPage('user_permissions'))
    expect(left).toContain(titleOf('user-list-review'))
    await showsAtOnce(panel, text('panel_elsewhere'))
    await users.bringToFront()
    await showsAtOnce(panel, here('user_permissions'))
    await users.goto('https://example.test/')
    await showsAtOnce(panel, lastPage('user_permissions'))
    await users.close()
    await showsAtOnce(panel, lastPage('user_permissions'))
  })

  test('has a shortcut that the browser does not use itself', async () => {
    const commands = await stage.browser.inExtension<{ name: string; shortcut: string }[]>(
      'return chrome.commands.getAll()',
    )
    expect(commands.find((one) => one.name === 'open-panel')?.shortcut).not.toBe('')
  })

  test('an answer in the panel takes the card away, and an answer on the card reaches the panel', async () => {
    await stage.leaveWaiting('user-list-review', 'deposit-check-before-payout')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    const users = await stage.visit('user-permissions')
    await users.waitForCard()
    await showsAtOnce(panel, here('user_permissions'))
    await panel.press(text('answer_checked'), titleOf('user-list-review'))
    await panel.waitFor((seen) => seen.includes(text('undo')))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    await users.waitForNoCard()

    await stage.storeShown([])
    const deposit = await stage.visit('deposit-methods')
    const card = await deposit.waitForCard()
    await showsAtOnce(panel, here('deposit_methods'))
    expect(await panel.chore(titleOf('deposit-check-before-payout'))).toContain(text('status_never_checked'))
    await (await card.button(text('answer_checked'))).click()
    await until('the panel to tell the answer', async () =>
      (await panel.chore(titleOf('deposit-check-before-payout'))).includes(text('undo_answer')),
    )
  })

  test('a reload at any moment changes nothing that it shows', async () => {
    await stage.leaveWaiting('user-list-review')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await stage.visit('user-permissions')
    await showsAtOnce(panel, here('user_permissions'))
    await panel.tab.reload()
    await showsAtOnce(panel, here('user_permissions'))
    // Edge reloads it at every change of the tab.
    await tab.bringToFront()
    await panel.tab.reload()
    const seen = await showsAtOnce(panel, lastPage('user_permissions'))
    expect(seen).toContain(titleOf('user-list-review'))
  })

  test('each window has its own, which follows the tab of that window', async () => {
    await stage.leaveWaiting('user-list-review')
    const first = await stage.openDashboard()
    const one = await openPanel(stage.browser, first.tab)
    await stage.visit('user-permissions')
    await showsAtOnce(one, here('user_permissions'))

    const second = ownPageIn(
      await stage.browser.openWindow(stage.browser.extensionUrl('src/dashboard/dashboard.html#/checklist')),
    )
    await second.waitFor((seen) => seen.includes(titleOf('user-list-review')))
    // Firefox opens it in the new window too.
    const panels = await stage.browser.panels()
    const other = panels.find((panel) => panel !== one.tab)
    const two = other ? ownPageIn(other) : await openPanel(stage.browser, second.tab)
    await showsAtOnce(two, text('panel_no_page'))
    await second.tab.goto(practiceAddress('deposit-methods', usual))
    await showsAtOnce(two, here('deposit_methods'))
    expect(await one.text()).toContain(here('user_permissions'))
  })

  test('goes on while the background is ended', async () => {
    await stage.leaveWaiting('user-list-review')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await stage.visit('user-permissions')
    await showsAtOnce(panel, here('user_permissions'))
    await stage.browser.stopBackground()
    await panel.press(text('answer_checked'), titleOf('user-list-review'))
    await panel.waitFor((seen) => seen.includes(text('undo')))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
  })

  test('opens Amazon’s page in the tab in front, or in a new one while a field there has the focus', async () => {
    await stage.leaveWaiting('user-list-review')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    const users = await stage.visit('user-permissions')
    await showsAtOnce(panel, here('user_permissions'))
    const link = '.item a.primary'
    const before = (await stage.browser.tabs()).length
    await users.evaluate('window.isOld = true')
    // What comes a moment later moves the button.
    await showsAtOnce(panel, text('item_user_list_review_how_1'))
    await showsAtOnce(panel, text('panel_records_none'))
    await panel.tab.click(link)
    await until('the page to be loaded again', () => users.evaluate<boolean>('return !window.isOld'))
    expect(await stage.browser.tabs()).toHaveLength(before)
    await showsAtOnce(panel, here('user_permissions'))

    await users.evaluate(`
      const field = document.body.appendChild(document.createElement('input'))
      field.focus()`)
    await panel.tab.click(link)
    await until('a new tab', async () => (await stage.browser.tabs()).length === before + 1)
  })

  test('axe finds nothing wrong, and nothing is wider than the panel', async () => {
    await stage.leaveWaiting('user-list-review')
    const { tab } = await stage.openDashboard()
    const panel = await openPanel(stage.browser, tab)
    await stage.visit('user-permissions')
    await showsAtOnce(panel, here('user_permissions'))
    await panel.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    expect(await wrongWith(panel)).toEqual([])
  })
})
