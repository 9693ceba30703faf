import { ExternalLink } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ItemView, StoreView } from '../domain/overview'
import type { PageId } from '../domain/page'
import { pageTitle } from '../i18n/item-text'
import type { StoreFrontHost } from '../pages/hosts'
import { addressOf } from '../pages/page-urls'
import { useApp } from './app'
import { Icon } from './icon'
import { useKeys } from './keyboard-shortcuts'
import { frontOf } from './store-label'
import { useLater } from './use-later'

/**
 * Where a check is done: a link to Amazon's page, or in words where else. While Nightlatch doesn't know which Seller
 * Central the store uses, it asks.
 */
export function WhereTo({
  of: item,
  store,
  front = frontOf(store),
}: {
  of: Pick<ItemView, 'doneIn'> & { id: string; page?: PageId }
  store: StoreView
  front?: StoreFrontHost | undefined
}) {
  const { textOf } = useApp()
  const wasAsked = useRef(false)
  if (item.doneIn) return <p class="soft where-else">{textOf(`place_${item.doneIn}`)}</p>
  if (!item.page) return null
  if (front) return <PageLink page={item.page} front={front} isAnswer={wasAsked.current} />
  wasAsked.current = true
  return <FrontLater id={`front-${item.id}`} store={store} />
}

/** @param isAnswer it takes the place, and the focus, of the question. */
function PageLink(props: { page: PageId; front: StoreFrontHost; isAnswer: boolean }) {
  const { page, front, isAnswer } = props
  const { i18n, translate } = useApp()
  const { open } = useKeys()
  const link = useRef<HTMLAnchorElement>(null)
  useLayoutEffect(() => {
    if (isAnswer && document.activeElement === document.body) link.current?.focus()
  }, [])
  return (
    <a
      ref={link}
      class="button primary"
      href={addressOf(page, front)}
      target="_blank"
      rel="noopener noreferrer"
      aria-keyshortcuts={open}
    >
      <Icon of={ExternalLink} />
      <span>{translate('popup_open_page', { page: pageTitle(i18n, page) })}</span>
    </a>
  )
}

/** The question is loaded when it is needed, as its texts are: a visit to Seller Central answers it too. */
export function FrontLater(props: { id: string; store: StoreView }) {
  const { textOf } = useApp()
  const part = useLater(() => import('./front-choice'), true)
  // Without it the steps still say where to go.
  if (typeof part !== 'object' || textOf('front_question') === undefined) return null
  return <part.FrontChoice {...props} />
}
