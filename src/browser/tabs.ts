import { api } from './api'

export type TabAddress = { kind: 'known'; address: string } | { kind: 'open-again' } | { kind: 'refused' }

/** The tab on which the popup was opened. Its id needs no permission. */
export async function currentTab(): Promise<number | undefined> {
  const [tab] = await api().tabs.query({ active: true, currentWindow: true })
  return tab?.id
}

/** Loads a tab's page again, which starts our script there. It needs no permission. */
export async function loadAgain(tab: number): Promise<void> {
  await api().tabs.reload(tab)
}

/** The ids of all open tabs, which need no permission either. */
export async function openTabs(): Promise<number[]> {
  return (await api().tabs.query({})).flatMap(({ id }) => id ?? [])
}

/**
 * The address of that tab. `activeTab` gives it for that tab alone, from the moment the seller opens the popup
 * there; asked for by a press, the first time it counts only from the next opening on.
 */
export async function addressOfTab(): Promise<TabAddress> {
  const { permissions, tabs } = api()
  if (!(await permissions.request({ permissions: ['activeTab'] }))) return { kind: 'refused' }
  const [tab] = await tabs.query({ active: true, currentWindow: true })
  return tab?.url === undefined ? { kind: 'open-again' } : { kind: 'known', address: tab.url }
}
