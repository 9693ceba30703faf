import { loadIn, openFrom } from '../browser/front-tab'
import { hostKind } from '../pages/hosts'
import type { ActiveTab } from './active-tab'

/**
 * Opens an address next to the panel. One of Amazon's replaces the page in front only if that is Seller Central too and
 * no field there has the focus; everything else gets a new tab of the same window.
 */
export async function openNextTo({ where, look }: ActiveTab, address: string): Promise<void> {
  const isAmazon = hostKind(new URL(address).host) !== undefined
  const front = isAmazon ? await look() : where.value
  const isFree = isAmazon && front.kind === 'seller-central' && !front.isTyping
  try {
    await (isFree ? loadIn(front.tab, address) : openFrom(front.tab, address))
  } catch {
    // The tab in front was closed meanwhile.
    await openFrom(undefined, address)
  }
}

/** Firefox opens links of its sidebar in the default container, so every link is opened from the tab in front. */
export function followLinks(page: HTMLElement, tab: ActiveTab): void {
  const opening = new Set<string>()
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.target !== '_blank' || event.defaultPrevented) return
    // With these keys the seller asks the browser for a tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { href } = link
    if (opening.has(href)) return
    opening.add(href)
    void openNextTo(tab, href).finally(() => opening.delete(href))
  })
}
