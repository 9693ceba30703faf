import { api } from './api'

export type TabAddress = { kind: 'known'; address: string } | { kind: 'open-again' } | { kind: 'refused' }

/** The tab in which the popup was opened. Its id needs no permission. */
export async function currentTab(): Promise<number | undefined> {
  const [tab] = await api().tabs.query({ active: true, currentWindow: true })
  return tab?.id
}

/** Reloads a tab, which starts our script there. Needs no permission. */
export async function loadAgain(tab: number): Promise<void> {
  await api().tabs.reload(tab)
}

/** The ids of all open tabs, which need no permission either. */
export async function openTabs(): Promise<number[]> {
  return (await api().tabs.query({})).flatMap(({ id }) => id ?? [])
}

/** The same address if the browser gives it without a question: `activeTab` was granted before, or Firefox knows the site. */
export async function addressIfAllowed(): Promise<string | undefined> {
  const [tab] = await api().tabs.query({ active: true, currentWindow: true })
  return tab?.url
}

/**
 * The address of the tab in which the popup was opened. `activeTab` gives only that address, from the moment
 * the popup opens. If the seller grants it now, it works only when the popup is opened again.
 */
export async function addressOfTab(): Promise<TabAddress> {
  const { permissions, tabs } = api()
  if (!(await permissions.request({ permissions: ['activeTab'] }))) return { kind: 'refused' }
  const [tab] = await tabs.query({ active: true, currentWindow: true })
  return tab?.url === undefined ? { kind: 'open-again' } : { kind: 'known', address: tab.url }
}
