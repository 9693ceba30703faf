import { api } from './api'

// For the panel, which stays open next to a tab and follows it.

/** The tab in front of a window. */
export async function frontTab(windowId: number): Promise<{ tab: number; isLoading: boolean } | undefined> {
  const [found] = await api().tabs.query({ active: true, windowId })
  return found?.id === undefined ? undefined : { tab: found.id, isLoading: found.status === 'loading' }
}

/** The tab that our page is in. Undefined in a panel or popup. */
export async function ownTab(): Promise<{ tab: number; opener: number | undefined } | undefined> {
  const found = await api().tabs.getCurrent()
  return found?.id === undefined ? undefined : { tab: found.id, opener: found.openerTabId }
}

/** Asks our script in a tab; undefined if none answers. */
export async function askTab(tab: number, message: unknown): Promise<unknown> {
  return api()
    .tabs.sendMessage(tab, message)
    .catch(() => undefined)
}

/** Calls back when another tab may be in front of a window, and when a tab may show another page. */
export function onTabs(listener: (changed: { window?: number; tab: number }) => void): void {
  const { tabs } = api()
  tabs.onActivated.addListener(({ tabId, windowId }) => listener({ tab: tabId, window: windowId }))
  // A new title or icon is no new page.
  tabs.onUpdated.addListener((tab, { status, url }) => {
    if (status !== undefined || url !== undefined) listener({ tab })
  })
  tabs.onRemoved.addListener((tab) => listener({ tab }))
}

/** Calls back when the background remembers something else until the browser closes. */
export function onRemembered(listener: (keys: readonly string[]) => void): void {
  api().storage.session.onChanged.addListener((changes) => listener(Object.keys(changes)))
}

/** Loads an address in a tab. */
export async function loadIn(tab: number, address: string): Promise<void> {
  await api().tabs.update(tab, { url: address })
}

/** Opens an address in a new tab. With its opener it stays in that tab's window and in Firefox's container. */
export async function openFrom(opener: number | undefined, address: string): Promise<void> {
  await api().tabs.create({ url: address, ...(opener === undefined ? {} : { openerTabId: opener }) })
}
