// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { emptyChecklist } from '../../src/domain/checklist'
import { storesKind } from '../../src/storage/kinds/stores'
import { com, wellKnown } from '../support/background'
import { inEnglish } from '../support/i18n'
import { onPage } from '../support/platform'
import { open } from '../support/views'

const text = inEnglish().translate

/** The extension API as far as the popup presses on it; what was asked of it. */
function playBrowser(answers: { request?: () => Promise<boolean> } = {}) {
  const asked: unknown[] = []
  vi.stubGlobal('chrome', {
    tabs: {
      query: async () => [{ id: 1 }],
      reload: async (tab: number) => void asked.push(['reload', tab]),
    },
    permissions: {
      request: async (wanted: unknown) => {
        asked.push(['request', wanted])
        return answers.request?.() ?? true
      },
    },
  })
  return asked
}

afterEach(() => void vi.unstubAllGlobals())

const visited = {
  ...wellKnown,
  [storesKind.prefix]: storesKind.encode({
    stores: [{ ...emptyChecklist.stores[0]!, fronts: [com] }],
    current: emptyChecklist.current,
  }),
}

describe('a host that was taken away', () => {
  const withheld = () =>
    open('popup', { kept: { local: structuredClone(visited), withheld: new Set([com]) } })
  const button = text('withheld_allow', { host: com })

  test('one press asks the browser for it, and the popup says to load its pages again', async () => {
    const asked = playBrowser()
    const { screen, user } = await withheld()
    await user.click(await screen.findByText(button))
    expect(asked).toEqual([['request', { origins: [`https://${com}/*`] }]])
    await screen.findByText(text('withheld_allowed', { host: com }))
    expect(screen.queryByText(button)).toBeNull()
  })

  test('what is said stays when the checklist is read again without the trouble', async () => {
    playBrowser()
    const { screen, user, platform, session } = await withheld()
    await user.click(await screen.findByText(button))
    platform.withhold()
    await platform.settled()
    await session.read()
    await screen.findByText(text('withheld_allowed', { host: com }))
  })

  test.each([
    ['refused', async () => false],
    ['not possible in this browser', async () => Promise.reject(new Error('not declared'))],
  ])('%s: said, and it can be pressed again', async (_, request) => {
    const asked = playBrowser({ request })
    const { screen, user } = await withheld()
    await user.click(await screen.findByText(button))
    await screen.findByText(text('withheld_refused'))
    await user.click(screen.getByText(button))
    expect(asked).toHaveLength(2)
  })
})

describe('a page that was open before Nightlatch started', () => {
  test('is loaded again on the press', async () => {
    const asked = playBrowser()
    const { screen, user } = await open('popup')
    await user.click(screen.getByRole('tab', { name: text('popup_tab_page') }))
    await user.click(await screen.findByText(text('sees_load_again')))
    expect(asked).toEqual([['reload', 1]])
    await screen.findByText(text('sees_loading'))
    expect(screen.queryByText(text('sees_load_again'))).toBeNull()
  })

  test('one that is known has no such button', async () => {
    playBrowser()
    const { screen, user, visit } = await open('popup')
    await visit('home')
    await user.click(screen.getByRole('tab', { name: text('popup_tab_page') }))
    await screen.findByText(text('sees_page'))
    expect(screen.queryByText(text('sees_load_again'))).toBeNull()
  })
})

describe('which store is open', () => {
  const stores = [
    { ...emptyChecklist.stores[0]!, name: 'Kettles', fronts: [com] },
    { ...emptyChecklist.stores[0]!, id: 'store-2', name: 'Lamps', fronts: [com] },
  ]
  const two = { ...wellKnown, [storesKind.prefix]: storesKind.encode({ stores, current: 'store-1' }) }

  test('is asked in the popup by name, and holds for the tab', async () => {
    playBrowser()
    const first = await open('popup', { kept: { local: structuredClone(two) } })
    expect(first.screen.queryByText(text('popup_which_store'))).toBeNull()
    await first.claim('user-permissions')
    const { screen, user, claim } = await open('popup', { kept: first.platform.kept })
    await screen.findByText(text('popup_which_store'))
    const section = screen.getByText(text('popup_which_store')).parentElement!
    await user.click([...section.querySelectorAll('button')].find((one) => one.innerHTML.includes('Lamps'))!)
    await screen.findByText(/Lamps.*is open in this tab\.$/)
    expect((await claim('user-permissions'))?.about?.store).toBe('store-2')
  })

  test('is asked again after the question was closed on the page', async () => {
    playBrowser()
    const first = await open('popup', { kept: { local: structuredClone(two) } })
    await first.claim('user-permissions')
    await first.ask('choose-store', { store: null }, onPage())
    await first.visit('user-permissions')
    const { screen } = await open('popup', { kept: first.platform.kept })
    await screen.findByText(text('popup_which_store'))
  })
})
