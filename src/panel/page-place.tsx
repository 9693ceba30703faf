import { ExternalLink, MapPin } from 'lucide'
import type { StoreView } from '../domain/overview'
import type { PageId } from '../domain/page'
import { pageTitle } from '../i18n/item-text'
import type { Place } from '../messages/protocol'
import { isStoreFront, loginHost, type StoreFrontHost } from '../pages/hosts'
import { addressOf } from '../pages/page-urls'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keyboard-shortcuts'
import { frontOf, hasSeveral, storeName } from '../ui/store-label'
import type { ActiveTab } from './active-tab'
import { useApp } from './app'

/** Which of these pages is in front, if it may be one of this store, and the host for links to the others. */
export function pageHere(
  pages: readonly PageId[],
  store: StoreView,
  { where: { value: where } }: Pick<ActiveTab, 'where'>,
): { page: PageId | undefined; front: StoreFrontHost | undefined } {
  const here = where.kind === 'seller-central' && mayBeOf(store, where.host) ? where : undefined
  return {
    page: pages.find((one) => one === here?.page),
    front: frontOf(store) ?? (here && isStoreFront(here.host) ? here.host : undefined),
  }
}

/** Whether a page on this host may be one of this store: it is its front, or where its login is managed. */
function mayBeOf({ fronts }: StoreView, host: Place['host']): boolean {
  return (
    fronts.length === 0 ||
    fronts.some((front) => front === host || (isStoreFront(front) && loginHost(front) === host))
  )
}

/** "You're on User Permissions". */
export function PageHere({ page, store }: { page: PageId | undefined; store: StoreView }) {
  const { i18n, overview, translate } = useApp()
  const title = page && pageTitle(i18n, page)
  return (
    // Always there, so that a screen reader hears what is put into it.
    <div role="status">
      {title !== undefined && (
        <p class="here">
          <Icon of={MapPin} />
          <span>
            {hasSeveral(overview)
              ? translate('round_here_store', { page: title, store: storeName(i18n, store) })
              : translate('panel_here', { page: title })}
          </span>
        </p>
      )}
    </div>
  )
}

/** A press that opens the page on the store's own site, or where to find it if that isn't known. */
export function OpenPage({ page, front }: { page: PageId; front: StoreFrontHost | undefined }) {
  const { i18n, translate } = useApp()
  const { open } = useKeys()
  const title = pageTitle(i18n, page)
  if (!front) return <p>{translate('round_find_page', { page: title })}</p>
  return (
    <p>
      <a
        class="button"
        href={addressOf(page, front)}
        target="_blank"
        rel="noopener noreferrer"
        aria-keyshortcuts={open}
      >
        <Icon of={ExternalLink} />
        <span>{translate('open_page', { page: title })}</span>
      </a>
    </p>
  )
}
