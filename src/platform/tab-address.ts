import type { Browser } from 'webextension-polyfill'

export type TabAddress = { kind: 'known'; address: string } | { kind: 'open-again' } | { kind: 'refused' }

/**
 * The address of the tab on which the popup was opened. `activeTab` gives it for that tab alone, from the moment
 * the seller opens the popup there; asked for by a press, the first time it counts only from the next opening on.
 */
export async function addressOfTab(): Promise<TabAddress> {
  const scope = globalThis as unknown as { browser?: Browser; chrome: Browser }
  const { permissions, tabs } = scope.browser ?? scope.chrome
  if (!(await permissions.request({ permissions: ['activeTab'] }))) return { kind: 'refused' }
  const [tab] = await tabs.query({ active: true, currentWindow: true })
  return tab?.url === undefined ? { kind: 'open-again' } : { kind: 'known', address: tab.url }
}
