import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Here } from '../../src/messages/panel'
import { followActiveTab, type Where } from '../../src/panel/active-tab'

/** As much of the browser as a panel of window 1 sees: the tabs in front, and what the script in each answers. */
function playTabs(
  tabs: Record<number, Here | Promise<Here> | undefined>,
  own?: { id: number; openerTabId?: number },
) {
  const heard = {
    activated: (_: { tabId: number; windowId: number }) => {},
    updated: (_: number, changed: object) => void changed,
    remembered: (_: object) => {},
  }
  const loading = new Set<number>()
  const asked: number[] = []
  const front = { 1: Number(Object.keys(tabs)[0]) } as Record<number, number>
  const listen = (name: keyof typeof heard) => ({
    addListener: (listener: never) => {
      heard[name] = listener
    },
  })
  vi.stubGlobal('chrome', {
    tabs: {
      query: async ({ windowId }: { windowId: number }) => {
        const id = front[windowId]
        return [{ id, status: loading.has(id ?? 0) ? 'loading' : 'complete' }]
      },
      getCurrent: async () => own,
      sendMessage: async (tab: number) => {
        asked.push(tab)
        const here = await tabs[tab]
        if (!here) throw new Error('Receiving end does not exist')
        return here
      },
      onActivated: listen('activated'),
      onUpdated: listen('updated'),
      onRemoved: { addListener: () => undefined },
    },
    storage: { session: { onChanged: listen('remembered') } },
  })
  return {
    tabs,
    asked,
    loading,
    activate(tab: number, window = 1) {
      front[window] = tab
      heard.activated({ tabId: tab, windowId: window })
    },
    update: (tab: number, changed: object = { status: 'complete' }) => heard.updated(tab, changed),
    remember: (key: string) => heard.remembered({ [key]: {} }),
  }
}

const host = 'sellercentral.amazon.com'
const users: Here = { host, page: 'user-permissions', isTyping: false }
const deposit: Here = { host, page: 'deposit-methods', isTyping: true }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function shows(where: { value: Where }, expected: object): Promise<void> {
  await vi.waitFor(() => expect(where.value).toMatchObject(expected), 60_000)
}

describe('the tab that a panel follows', () => {
  test('is the one in front of its own window', async () => {
    const browser = playTabs({ 1: users, 2: deposit, 3: undefined })
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { kind: 'seller-central', tab: 1, page: 'user-permissions', isTyping: false })
    browser.activate(3, 2)
    browser.activate(2)
    await shows(where, { tab: 2, page: 'deposit-methods', isTyping: true })
    browser.activate(3)
    await shows(where, { kind: 'elsewhere', tab: 3 })
  })

  test('is asked again when it changes its page, or our script tells the background', async () => {
    const browser = playTabs({ 1: users })
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { page: 'user-permissions' })
    browser.tabs[1] = deposit
    browser.update(2)
    browser.update(1)
    await shows(where, { page: 'deposit-methods' })
    browser.tabs[1] = users
    browser.remember('sees/1')
    await shows(where, { page: 'user-permissions' })
  })

  test('is looked at again while it loads, until our script answers', async () => {
    const browser = playTabs({ 1: users, 2: undefined })
    browser.loading.add(2)
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { kind: 'seller-central' })
    browser.activate(2)
    await shows(where, { kind: 'looking', tab: 2 })
    browser.tabs[2] = deposit
    await shows(where, { kind: 'seller-central', tab: 2 })
  })

  test('is asked until it has loaded, before something else takes its place', async () => {
    vi.useFakeTimers()
    const browser = playTabs({ 1: undefined })
    browser.loading.add(1)
    const { look } = followActiveTab(Promise.resolve(1))
    const looked = look()
    await vi.advanceTimersByTimeAsync(100)
    browser.tabs[1] = users
    browser.loading.delete(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await looked).toMatchObject({ kind: 'seller-central', tab: 1 })
    // A page that goes on loading has no script of ours.
    browser.tabs[1] = undefined
    browser.loading.add(1)
    const other = look()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await other).toMatchObject({ tab: 1 })
    expect((await other).kind).not.toBe('seller-central')
  })

  test('is waited for where the computer is busy, and the tab before is no longer shown', async () => {
    vi.useFakeTimers()
    const answers = new Map<number, (here: Here) => void>()
    const late = (tab: number) => new Promise<Here>((answer) => void answers.set(tab, answer))
    const browser = playTabs({ 1: users, 2: late(2), 3: late(3) })
    const { where, look } = followActiveTab(Promise.resolve(1))
    await vi.advanceTimersByTimeAsync(0)
    browser.activate(2)
    await vi.advanceTimersByTimeAsync(500)
    expect(where.value).toMatchObject({ kind: 'seller-central', tab: 1 })
    await vi.advanceTimersByTimeAsync(3000)
    expect(where.value).toEqual({ kind: 'looking', tab: 2 })
    const looked = look()
    answers.get(2)?.(deposit)
    await vi.advanceTimersByTimeAsync(0)
    expect(await looked).toMatchObject({ kind: 'seller-central', tab: 2 })
    // What was answered is not taken back when the time has passed.
    await vi.advanceTimersByTimeAsync(10_000)
    expect(where.value).toMatchObject({ kind: 'seller-central', tab: 2 })
    // A page that hangs doesn't answer at all.
    browser.activate(3)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(where.value).toEqual({ kind: 'elsewhere', tab: 3 })
  })

  test('is not looked at again once it has loaded without our script, whatever its title says', async () => {
    const browser = playTabs({ 1: undefined })
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { kind: 'elsewhere' })
    const seen: string[] = []
    where.subscribe(({ kind }) => void seen.push(kind))
    const before = browser.asked.length
    browser.update(1, { title: '(1) Inbox' })
    browser.update(1, { favIconUrl: 'https://example.com/1.png' })
    browser.update(1, { status: 'complete' })
    await vi.waitFor(() => expect(browser.asked.length).toBe(before + 1), 60_000)
    expect(seen).not.toContain('looking')
  })

  test.each([
    ['the brand registry’s host', { host: 'brandregistry.amazon.com', page: 'home', isTyping: false }],
    ['another host', { host: 'sellercentral.amazon.com.evil.example', isTyping: false }],
    ['no host', { page: 'home', isTyping: false }],
    ['nothing of ours', 'user-permissions'],
  ])('is not believed if it says %s', async (_, said) => {
    playTabs({ 1: said as unknown as Here })
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { kind: 'elsewhere' })
  })

  test('has no page that this version doesn’t know', async () => {
    playTabs({ 1: { host, page: '__proto__', isTyping: false } as unknown as Here })
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { kind: 'seller-central' })
    expect(where.value).not.toHaveProperty('page')
  })

  test('is the one it was opened from, where the panel is shown in a tab itself', async () => {
    const browser = playTabs({ 5: undefined, 1: users, 2: deposit }, { id: 5, openerTabId: 1 })
    const { where } = followActiveTab(Promise.resolve(1))
    await shows(where, { tab: 1, page: 'user-permissions' })
    browser.activate(2)
    await shows(where, { tab: 2 })
    browser.activate(5)
    await shows(where, { tab: 2, page: 'deposit-methods' })
  })
})
