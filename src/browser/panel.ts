import { api } from './api'

export const panelPage = 'src/panel/panel.html'

/** What a browser may have to show our page next to the open tab. The polyfill knows no side panel. */
type Panels = {
  /** Chrome and Edge. */
  sidePanel?: { open(where: { windowId: number }): Promise<void> }
  /** Firefox, except on Android. */
  sidebarAction?: { open(): Promise<void> }
}

/**
 * Opens the panel in the window of our page. Call it first in a press: Firefox refuses it after anything that was
 * awaited. A browser without a panel opens the same page in a tab.
 * @param tell gets the window. Chrome closes a popup once the panel opens, so there it is called before.
 */
export async function openPanel(tell: (window: number) => unknown = () => undefined): Promise<void> {
  const { sidebarAction, sidePanel } = panels()
  const opened = sidebarAction?.open()
  const window = await ownWindow()
  const told = tell(window)
  await (opened ?? sidePanel?.open({ windowId: window }) ?? openInTab()).catch(openInTab)
  await told
  // Firefox leaves its popup open, over the page.
  if (!(await api().tabs.getCurrent())) globalThis.close()
}

/** For the background, which has no window of its own. */
export async function openPanelIn(window: number | undefined): Promise<void> {
  const { chrome } = globalThis as { chrome?: Panels }
  const { sidebarAction } = panels()
  if (sidebarAction) await sidebarAction.open()
  else if (window !== undefined && chrome?.sidePanel) await chrome.sidePanel.open({ windowId: window })
  else await openInTab()
}

/** After a press on a page of another site, which only Chrome and Edge let open a panel. */
export function besideOpener(): { openBeside?(window: number): Promise<void> } {
  const { sidePanel } = (globalThis as { chrome?: Panels }).chrome ?? {}
  return sidePanel ? { openBeside: (windowId) => sidePanel.open({ windowId }) } : {}
}

/** The keys that open the panel, as the seller has them in the browser. Undefined if there are none. */
export async function panelKeys(): Promise<string | undefined> {
  // Firefox for Android has no keys.
  const all = await (api() as Partial<ReturnType<typeof api>>).commands?.getAll()
  return all?.find(({ name }) => name === 'open-panel')?.shortcut || undefined
}

/** The window of our page, also in a panel. */
export async function ownWindow(): Promise<number> {
  const { windows, tabs } = api()
  // Firefox for Android has one window and no name for it.
  const { id } = windows ? await windows.getCurrent() : { id: (await tabs.getCurrent()).windowId }
  return id ?? 0
}

async function openInTab(): Promise<void> {
  const { runtime, tabs } = api()
  await tabs.create({ url: runtime.getURL(panelPage) })
}

const panels = () => api() as unknown as Panels
