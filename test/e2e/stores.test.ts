import { describe, expect, test } from 'vitest'
import { recordKind } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { firstStore, goInApp, keyOf, setStage, today, usual } from './stage'

const first = { ...firstStore, name: 'Kettles of Kiel' }
const second = { ...firstStore, id: 'store-2', name: 'Lamps of Lübeck' }
const letter = (name: 'A' | 'B') => text('store_letter', { letter: name })

describe.each(browserNames)('several stores, in %s', (name) => {
  const stage = setStage(name)
  const keep = (...stores: (typeof firstStore)[]) =>
    stage.store({ [storesKind.prefix]: storesKind.encode({ stores, current: first.id }) })

  /** As if the last card, of either store, and the last question were long ago. */
  async function letDaysPass(): Promise<void> {
    await stage.letTimePass('user-list-review')
    await stage.store({ [keyOf('user-list-review', second)]: recordKind.encode({ events: [] }) })
    await stage.browser.inExtension(`await chrome.storage.session.remove('asked')`)
  }

  /** Chooses a store in the shipped popup, in a tab behind the one in front: that one is what it looks at. */
  async function choose(store: string): Promise<void> {
    await stage.browser.inExtension(`
      const [{ windowId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      await chrome.tabs.create({ windowId, url: '/src/popup/popup.html', active: false })`)
    const popup = await until('the popup behind', async () => {
      for (const one of await stage.browser.tabs())
        if ((await one.url()).endsWith('src/popup/popup.html')) return one
      return undefined
    })
    await until('the store to be chosen', () =>
      popup.evaluate<boolean>(`
        const section = document.querySelector('section[aria-labelledby=which-store]')
        const button = [...(section?.querySelectorAll('button') ?? [])]
          .find((one) => one.innerText.includes(${JSON.stringify(store)}))
        button?.click()
        return section?.innerText.includes(${JSON.stringify(text('popup_which_store_why'))}) === false`),
    )
    await popup.close()
  }

  test('two stores on one site: the card asks, tells the page nothing of them, and names the letter once it is said', async () => {
    await stage.leaveWaiting('user-list-review')
    await keep(first, second)
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    expect(await card.text()).toContain(text('card_which_store'))
    expect(await card.buttons()).toEqual([text('answer_close')])
    expect(await card.html()).not.toMatch(/Kettles|Lamps/)
    expect(await card.axe({ strict: true })).toEqual([])
    for (const searched of [letter('A'), letter('B'), 'Kettles', 'Lamps'])
      expect(await tab.evaluate<boolean>(`return window.find(${JSON.stringify(searched)})`), searched).toBe(
        false,
      )
    await choose(second.name)
    await until('the card of that store', async () =>
      (await (await tab.card())?.text())?.includes(titleOf('user-list-review')),
    )
    expect(await (await tab.card())?.text()).toContain(letter('B'))
    const reminder = await tab.waitForCard()
    await (await reminder.button(text('answer_checked'))).click()
    await reminder.button(text('undo'))
    expect(await stage.stored()).toMatchObject({ [keyOf('user-list-review', second)]: { checked: today() } })
    expect(await stage.recordOf('user-list-review')).toBeUndefined()
    // Where another account is chosen, what was said is forgotten, and asked anew.
    await goInApp(tab, 'account-switcher')
    await until('it to be forgotten', () =>
      stage.browser.inExtension<boolean>(`
        const said = Object.entries(await chrome.storage.session.get(null)).filter(([key]) => key.startsWith('store/'))
        await chrome.storage.session.remove('asked')
        return said.length > 0 && said.every(([, store]) => store === null)`),
    )
    await stage.letTimePass()
    await goInApp(tab, 'user-permissions')
    expect(await (await tab.waitForCard()).text()).toContain(text('card_which_store'))
  })

  test.each<[string, (tab: Tab, address: string) => Promise<void>]>([
    ['the switch in the header', (tab, address) => tab.goto(`${address}?mons_sel_mkid=A1B2C3D4E5F6`)],
    [
      'a sign-in',
      async (tab, address) => {
        await tab.goto(`https://${usual}/ap/signin`)
        await tab.goto(address)
      },
    ],
  ])(
    'after %s another account may be open: what was said is forgotten, and asked anew',
    async (_, change) => {
      await stage.leaveWaiting('user-list-review')
      await keep(first, second)
      const tab = await stage.visit('user-permissions')
      const address = await tab.url()
      expect(await (await tab.waitForCard()).text()).toContain(text('card_which_store'))
      await choose(second.name)
      const ofSecond = () =>
        until('the card of that store', async () => (await (await tab.card())?.text())?.includes(letter('B')))
      await ofSecond()
      // Another page of the same account keeps what was said.
      await tab.goto(`https://${usual}/somewhere`)
      await letDaysPass()
      await tab.goto(address)
      await ofSecond()
      await letDaysPass()
      await change(tab, address)
      const card = await tab.waitForCard()
      expect(await card.text()).toContain(text('card_which_store'))
      expect(await card.text()).not.toContain(letter('B'))
    },
  )

  test('what both stores share, such as the login’s two-step verification, needs no question', async () => {
    await stage.leaveWaiting('two-step-on')
    await keep(first, second)
    const card = await (await stage.visit('home')).waitForCard()
    expect(await card.text()).toContain(titleOf('two-step-on'))
  })

  test('an undo goes to the store that was answered, though another page has gone to the other since', async () => {
    await stage.leaveWaiting('user-list-review')
    await keep(first, second)
    const dashboard = await stage.openDashboard()
    await dashboard.press(text('answer_checked'), titleOf('user-list-review'))
    await dashboard.waitFor((seen) => seen.includes(text('undo')))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    const popup = await stage.openPopup()
    await popup.tab.evaluate(`document.getElementById('store').click()`)
    await until('the menu of stores', () =>
      popup.tab.evaluate<boolean>(`
        const option = document.getElementById('store-is-${second.id}')
        option?.click()
        return option !== null`),
    )
    await until('the other store', async () => {
      const { current } = (await stage.stored())[storesKind.prefix] as { current: string }
      return current === second.id
    })
    await dashboard.tab.bringToFront()
    const notice = () => dashboard.tab.evaluate<string>('return document.querySelector(".notice").innerText')
    await until('the store of the undo', async () => (await notice()).includes(first.name))
    await dashboard.press(text('undo'))
    await until('the taking back', async () => (await notice()).includes(text('card_undone')))
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    expect(await stage.stored()).not.toHaveProperty([keyOf('user-list-review', second)])
  })

  test('a site that belongs to one store settles which store is open', async () => {
    await stage.leaveWaiting('user-list-review')
    await keep(first, { ...second, fronts: ['sellercentral.amazon.de'] })
    const card = await (await stage.visitAt('sellercentral.amazon.de', 'user-permissions')).waitForCard()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect(await stage.stored()).toMatchObject({ [keyOf('user-list-review', second)]: { checked: today() } })
    expect(await stage.recordOf('user-list-review')).toBeUndefined()
    expect((await stage.stored())[storesKind.prefix]).toMatchObject({ stores: [{ fronts: [usual] }, {}] })
  })

  test('many stores are counted by a background that has just begun, also after a change behind its back', async () => {
    const others = Array.from({ length: 11 }, (_, index) => ({ ...firstStore, id: `store-${index + 2}` }))
    const last = others.at(-1)!
    await stage.leaveWaiting()
    const answered = others.map((store) => [
      keyOf('user-list-review', store),
      recordKind.encode({ checked: today(), events: [] }),
    ])
    await stage.store(Object.fromEntries(answered))
    await keep(first, ...others)
    const dueIn = async (id: string) => {
      const { ok } = (await stage.send({ request: 'overview', argument: null })) as {
        ok: { stores: { id: string; due: number }[] }
      }
      return ok.stores.find((store) => store.id === id)?.due
    }
    const before = (await dueIn(last.id))!
    await stage.browser.stopBackground()
    expect(await dueIn(last.id)).toBe(before)
    await stage.browser.stopBackground()
    await stage.browser.inExtension(`await chrome.storage.local.remove('${keyOf('user-list-review', last)}')`)
    await until('what was changed to be counted', async () => (await dueIn(last.id)) === before + 1)
  })
})
