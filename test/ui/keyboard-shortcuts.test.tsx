// @vitest-environment jsdom
import { fireEvent } from '@testing-library/dom'
import { describe, expect, test } from 'vitest'
import { text } from '../support/messages'
import { open } from '../support/views'

type Page = Awaited<ReturnType<typeof open>>

const itemId = 'two-step-on'
const isChecked = async ({ overview }: Page) => {
  const items = (await overview()).areas.flatMap(({ items }) => items)
  return items.find(({ id }) => id === itemId)?.status.kind === 'up-to-date'
}
const press = async (page: Page, init: KeyboardEventInit) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { bubbles: true, ...init })
  await page.settled()
}

/** The page with its first check unfolded and with the focus, as it is after it has opened. */
async function opened(view: 'popup' | 'dashboard', options: { singleKeys?: boolean } = {}): Promise<Page> {
  const page = await open(view, { at: view === 'dashboard' ? `#/item/${itemId}` : '' })
  if (options.singleKeys !== undefined) await page.session.choose({ singleKeys: options.singleKeys })
  await page.settled()
  const row = document.querySelector<HTMLElement>(`[id$="${itemId}"].row`)
  row?.closest('details')?.setAttribute('open', '')
  row?.focus()
  expect(document.activeElement).toBe(row)
  return page
}

test.each(['popup', 'dashboard', 'panel'] as const)(
  'Escape folds the times of "Later…" alone in the %s, and goes back to the button that unfolded them',
  async (view) => {
    if (view === 'panel') {
      const { user, screen, settled } = await open('panel')
      await user.click(await screen.findByText(text('round_start')))
      await settled()
    } else await opened(view)
    const later = document.querySelector<HTMLDetailsElement>('.remind')!
    const [time] = later.querySelectorAll('button')
    const pressEscape = () => {
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
      document.activeElement!.dispatchEvent(key)
      return key.defaultPrevented
    }
    later.open = true
    time!.focus()
    // Otherwise the browser would close the popup with it.
    expect(pressEscape()).toBe(true)
    expect(later.open).toBe(false)
    expect(document.activeElement).toBe(later.querySelector('summary'))
    // Folded, the key is the browser's.
    expect(pressEscape()).toBe(false)
  },
)

describe.each(['popup', 'dashboard'] as const)('in the %s', (view) => {
  test('a letter does nothing before the seller has moved the focus', async () => {
    const page = await opened(view)
    await press(page, { key: 'c' })
    expect(await isChecked(page)).toBe(false)
    await press(page, { key: 'Tab' })
    await press(page, { key: 'c' })
    expect(await isChecked(page)).toBe(true)
  })

  test('a press of the pointer moves it too', async () => {
    const page = await opened(view)
    fireEvent(document.activeElement ?? document.body, new Event('pointerdown', { bubbles: true }))
    await press(page, { key: 'c' })
    expect(await isChecked(page)).toBe(true)
  })

  test.each<[string, KeyboardEventInit]>([
    ['held', { repeat: true }],
    ['composed', { isComposing: true }],
    ['of a Korean keyboard', { key: 'ㅊ' }],
    ['that an input method takes', { key: 'Process' }],
    ['with Ctrl', { ctrlKey: true }],
    ['with Alt', { altKey: true }],
    ['with Meta', { metaKey: true }],
    ['with Shift', { key: 'C', shiftKey: true }],
    ['with AltGr', { modifierAltGraph: true }],
  ])('a key %s does nothing', async (_, init) => {
    const page = await opened(view)
    await press(page, { key: 'Tab' })
    await press(page, { key: 'c', ...init })
    expect(await isChecked(page)).toBe(false)
  })

  test('turned off, no single key acts or is shown; the arrows still go from row to row', async () => {
    const page = await opened(view, { singleKeys: false })
    await press(page, { key: 'ArrowUp' })
    await press(page, { key: 'Tab' })
    await press(page, { key: 'c' })
    expect(await isChecked(page)).toBe(false)
    expect(document.querySelectorAll('[aria-keyshortcuts]')).toHaveLength(0)
    const before = document.activeElement
    await press(page, { key: 'ArrowDown' })
    expect(document.activeElement).not.toBe(before)
    // It is remembered.
    expect((await page.overview()).settings.singleKeys).toBe(false)
  })
})
