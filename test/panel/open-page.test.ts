// @vitest-environment jsdom
import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Where } from '../../src/panel/active-tab'
import { followLinks } from '../../src/panel/open-page'

const host = 'sellercentral.amazon.com'
const users: Where = { kind: 'seller-central', tab: 1, host, page: 'user-permissions', isTyping: false }
const address = `https://${host}/gp/homepage.html`
const ours = 'https://example.com/help'

let left = new AbortController()
beforeEach(() => {
  document.body.replaceChildren()
})
afterEach(() => {
  left.abort()
  left = new AbortController()
  vi.unstubAllGlobals()
})

/** A page of ours next to a tab; what it does with tabs, in order. */
function beside(shown: Where, { isClosed = false }: { isClosed?: boolean } = {}) {
  const done: unknown[] = []
  const where = signal(shown)
  const look = vi.fn(async () => where.value)
  vi.stubGlobal('chrome', {
    tabs: {
      update: async (tab: number, { url }: { url: string }) => {
        if (isClosed) throw new Error('No tab with id: 1')
        done.push({ tab, url })
      },
      create: async (created: { openerTabId?: number }) => {
        if (isClosed && created.openerTabId !== undefined) throw new Error('No tab with id: 1')
        done.push(created)
      },
    },
  })
  const page = document.createElement('main')
  document.body.append(page)
  followLinks(page, { where, look })
  const link = document.createElement('a')
  link.target = '_blank'
  page.append(link)
  return {
    done,
    look,
    /** @returns whether the browser follows the link itself. */
    press(to: string, keys: MouseEventInit = {}): boolean {
      link.href = to
      return link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }))
    },
  }
}

const sees = (done: unknown[], expected: unknown[]) =>
  vi.waitFor(() => expect(done).toEqual(expected), 60_000)

describe('a link of the panel', () => {
  test('of Seller Central replaces the page in front, unless the seller types there', async () => {
    const page = beside(users)
    page.press(address)
    await sees(page.done, [{ tab: 1, url: address }])
    const other = beside({ ...users, isTyping: true })
    other.press(address)
    await sees(other.done, [{ url: address, openerTabId: 1 }])
  })

  test('to another site opens at once, without a look at the tab', async () => {
    const page = beside(users)
    page.press(ours)
    await sees(page.done, [{ url: ours, openerTabId: 1 }])
    expect(page.look).not.toHaveBeenCalled()
  })

  test('pressed twice opens once', async () => {
    const page = beside({ kind: 'elsewhere', tab: 1 })
    page.press(address)
    page.press(address)
    await sees(page.done, [{ url: address, openerTabId: 1 }])
    await new Promise((done) => setTimeout(done))
    expect(page.done).toHaveLength(1)
    // Later it is a wish of its own.
    page.press(address)
    await vi.waitFor(() => expect(page.done).toHaveLength(2), 60_000)
  })

  test.each([
    [address, { ...users }],
    [ours, { ...users }],
  ])('to %s opens although the tab in front was closed', async (to, shown) => {
    const page = beside(shown, { isClosed: true })
    page.press(to)
    await sees(page.done, [{ url: to }])
  })

  test.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])('with %s is left to the browser', (key) => {
    const page = beside(users)
    expect(page.press(ours, { [key]: true })).toBe(true)
    expect(page.press(ours)).toBe(false)
  })
})
