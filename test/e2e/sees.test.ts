import { describe, expect, test } from 'vitest'
import type { MessageName } from '../../src/i18n/i18n'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import { firstStore, goSilently, setStage, usual } from './stage'

const popupPath = 'src/popup/popup.html'

describe.each(browserNames)('what Nightlatch sees, in %s', (name) => {
  const stage = setStage(name)

  /** The shipped popup in a tab behind the one in front, so that the one in front is what it looks at. */
  async function popupBehind(): Promise<Tab> {
    await stage.browser.inExtension(`
      const [{ windowId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      await chrome.tabs.create({ windowId, url: '/${popupPath}', active: false })`)
    return until('the popup behind', async () => {
      for (const one of await stage.browser.tabs()) if ((await one.url()).endsWith(popupPath)) return one
      return undefined
    })
  }

  async function panel(): Promise<string> {
    const tab = await popupBehind()
    const seen = await readPanel(tab)
    await tab.close()
    return seen
  }

  /** Opens the tab about the page and waits for the line about the card. */
  async function readPanel(popup: Pick<Tab, 'evaluate'>): Promise<string> {
    await until('the popup', () =>
      popup.evaluate<boolean>(`return document.querySelector('#tab-page') !== null`),
    )
    await popup.evaluate(`document.querySelector('#tab-page').click()`)
    return until('what is seen', () =>
      popup.evaluate<string | undefined>(`
        const panel = document.querySelector('.activity')
        return panel?.querySelector('dl') ? panel.innerText : undefined`),
    )
  }

  test('a card: the page, the site and the card’s title', async () => {
    await stage.leaveWaiting('user-list-review')
    await (await stage.visit('user-permissions')).waitForCard()
    expect(await stage.sees()).toEqual({
      place: { page: 'user-permissions', host: usual },
      outcome: { kind: 'card', item: 'user-list-review' },
    })
    const seen = await panel()
    expect(seen).toContain(text('page_user_permissions'))
    expect(seen).toContain(usual)
    expect(seen).toContain(text('sees_card_shown', { title: titleOf('user-list-review') }))
  })

  const pause = { request: 'pause', argument: { for: 'hour' } }
  const quiet = () => {
    const from = new Date().getHours()
    return { request: 'choose', argument: { quietHours: { from, to: (from + 2) % 24 } } }
  }
  const day = 24 * 60 * 60 * 1000
  test.each<[string, MessageName, () => Promise<unknown>]>([
    ['nothing is due', 'sees_nothing_due', () => stage.leaveWaiting()],
    ['the gap', 'sees_gap', () => stage.storeShown([Date.now() - 60_000])],
    ['the day’s cap', 'sees_day_cap', () => stage.storeShown([Date.now() - 2000, Date.now() - 1000])],
    [
      'the week’s share',
      'sees_week_cap',
      () => stage.storeShown([2, 3].map((days) => Date.now() - days * day)),
    ],
    ['a pause', 'sees_paused', () => stage.send(pause)],
    ['quiet hours', 'sees_quiet_hours', () => stage.send(quiet())],
  ])('no card, because of %s', async (_, line, prepare) => {
    await stage.leaveWaiting(line === 'sees_week_cap' ? 'one-login-per-person' : 'user-list-review')
    await prepare()
    await stage.visit('user-permissions')
    expect(await stage.outcome()).toMatchObject({ kind: 'none' })
    const seen = await panel()
    expect(seen).toContain(text('page_user_permissions'))
    expect(seen).toContain(text(line))
  })

  test('a card that waits, and one that is shown elsewhere', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const restless = await stage.visitUnknown()
    await restless.click('#note')
    await goSilently(restless, 'user-permissions')
    await until('the card to wait', async () => (await stage.sees()).outcome.kind === 'waiting-for-calm')
    expect(await panel()).toContain(text('sees_waiting'))
    await restless.evaluate('document.activeElement.blur()')
    await restless.waitForCard()
    await stage.letTimePass()
    await stage.browser.openWindow(practiceAddress('manage-returns', usual))
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'shown-elsewhere' })
    expect(await panel()).toContain(text('sees_elsewhere'))
  })

  test('a card that asks which store is open', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.store({
      [storesKind.prefix]: storesKind.encode({
        stores: [firstStore, { ...firstStore, id: 'store-2', name: 'Lamps' }],
        current: firstStore.id,
      }),
    })
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    expect((await stage.sees()).outcome).toEqual({ kind: 'asking-store' })
    expect(await panel()).toContain(text('sees_asking_store'))
  })

  test('a tab that was open before Nightlatch: one press loads it again, and it has what any page has', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.storeShown([Date.now() - 60_000])
    const tab = await stage.visit('user-permissions')
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'gap' })
    await tab.evaluate('window.isOld = true')
    // Firefox starts the script in open tabs, so there nobody has heard of the page yet.
    if (name === 'chromium') await stage.browser.reloadExtension()
    else await stage.forgetDecisions()
    await stage.storeShown([])
    await tab.bringToFront()
    const popup = await popupBehind()
    expect(await readPanel(popup)).toContain(text('sees_none'))
    await until('the button', () =>
      popup.evaluate<boolean>(`
        const button = [...document.querySelectorAll('button')]
          .find((one) => one.innerText === ${JSON.stringify(text('sees_load_again'))})
        button?.click()
        return button !== undefined`),
    )
    await until('the page to be loaded again', () => tab.evaluate<boolean>('return window.isOld !== true'))
    await popup.close()
    expect(await (await tab.waitForCard()).text()).toContain(titleOf('user-list-review'))
  })

  test('no page at all', async () => {
    await stage.browser.open('https://example.test/')
    expect(await stage.sees()).toEqual({ outcome: { kind: 'none', why: 'no-page' } })
    expect(await panel()).toContain(text('sees_no_page'))
  })

  test.runIf(name === 'chromium')(
    'the real popup at the toolbar button says the same (Firefox shows its popup to no tool)',
    async () => {
      await stage.leaveWaiting('user-list-review')
      await (await stage.visit('user-permissions')).waitForCard()
      const seen = await readPanel(await stage.browser.openActionPopup!())
      expect(seen).toContain(text('sees_card_shown', { title: titleOf('user-list-review') }))
    },
  )
})
