// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { storeAdded } from '../support/checklist'
import { text } from '../support/messages'
import { open } from '../support/views'

const switcher = () => document.getElementById('store')!
const shown = () => [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent!)
const active = () => document.querySelector('[data-active=true]')?.textContent

async function withStores(...names: readonly string[]) {
  const page = await open('popup')
  for (const [index, name] of names.entries())
    await page.change(storeAdded(`store-${index + 2}`, 'login-1', name))
  await page.session.read()
  return page
}

async function currentStore({ overview }: Awaited<ReturnType<typeof withStores>>): Promise<string> {
  return (await overview()).store.name
}

const lakes = ['Ammersee', 'Bodensee', 'Chiemsee', 'Drewitzer See', 'Eibsee', 'Müritz']

test('one store needs no switch', async () => {
  await open('popup')
  expect(document.getElementById('store')).toBeNull()
})

test('a few stores: arrows, the first letters of a name, and Enter', async () => {
  const page = await withStores('Kettles', 'Lamps', 'Lanterns')
  expect(shown()).toEqual([])
  switcher().focus()
  await page.user.keyboard('{ArrowDown}')
  await page.screen.findByRole('listbox')
  expect(switcher().getAttribute('aria-expanded')).toBe('true')
  expect(document.activeElement?.getAttribute('role')).toBe('listbox')
  expect(shown()).toHaveLength(4)
  expect(page.screen.queryByRole('combobox', { name: text('store_search') })).toBeNull()
  // It begins at the store that is shown, and the arrows go round.
  expect(active()).toContain('Lanterns')
  await page.user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}')
  expect(active()).toContain('Lamps')
  await page.user.keyboard('{Home}lant')
  expect(active()).toContain('Lanterns')
  await page.user.keyboard('{Home}{ArrowDown}{Enter}')
  await page.waitFor(async () => expect(await currentStore(page)).toBe('Kettles'))
  expect(document.activeElement).toBe(switcher())
  expect(shown()).toEqual([])
})

test('the first letters find a name without its accents and dots', async () => {
  const page = await withStores('İzmir Ev', 'Çay Evi', 'Lamps')
  await page.user.click(switcher())
  await page.screen.findByRole('listbox')
  await page.user.keyboard('izm')
  expect(active()).toContain('İzmir Ev')
  await new Promise((done) => setTimeout(done, 1_100))
  await page.user.keyboard('cay')
  expect(active()).toContain('Çay Evi')
})

test('Escape closes the menu alone, changes nothing, and goes back to the button', async () => {
  const page = await withStores('Kettles', 'Lamps')
  await page.user.click(switcher())
  await page.screen.findByRole('listbox')
  await page.user.keyboard('{ArrowDown}')
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  document.activeElement!.dispatchEvent(key)
  // Otherwise the browser would close the popup with it.
  expect(key.defaultPrevented).toBe(true)
  await page.waitFor(() => expect(shown()).toEqual([]))
  expect(document.activeElement).toBe(switcher())
  expect(await currentStore(page)).toBe('Lamps')
})

test('where the focus leaves the menu, it closes', async () => {
  const page = await withStores('Kettles', 'Lamps')
  await page.user.click(switcher())
  await page.screen.findByRole('listbox')
  await page.user.click(page.screen.getByRole('tab', { name: text('popup_tab_page') }))
  expect(shown()).toEqual([])
})

test('seven stores have no search, eight have one, without accents and case', async () => {
  const page = await withStores(...lakes)
  await page.user.click(switcher())
  await page.screen.findByRole('listbox')
  expect(page.screen.queryByRole('combobox', { name: text('store_search') })).toBeNull()
  await page.user.keyboard('{Escape}')
  await page.change(storeAdded('store-8', 'login-1', 'Würmsee'))
  await page.session.read()
  await page.user.click(switcher())
  await page.screen.findByRole('listbox')
  expect(document.activeElement).toBe(page.screen.getByRole('combobox', { name: text('store_search') }))
  // Not the letters of shortcuts.
  await page.user.keyboard('MURI')
  expect(shown()).toEqual([expect.stringContaining('Müritz')])
  await page.user.keyboard('x')
  expect(shown()).toEqual([])
  page.screen.getByText(text('store_search_none'))
  // It would name an option that isn't there.
  expect(
    page.screen.getByRole('combobox', { name: text('store_search') }).hasAttribute('aria-activedescendant'),
  ).toBe(false)
  await page.user.keyboard('{Enter}{Backspace}{Enter}')
  await page.waitFor(async () => expect(await currentStore(page)).toBe('Müritz'))
})
