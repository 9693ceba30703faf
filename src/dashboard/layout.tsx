import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { I18n } from '../i18n/i18n'
import { AppProvider, useApp } from '../ui/app'
import { Boundary } from '../ui/boundary'
import { Broken } from '../ui/broken'
import { Counts, Progress } from '../ui/counts'
import { SingleKeys } from '../ui/keyboard-shortcuts'
import { StatePage } from '../ui/loading-page'
import type { Session } from '../ui/overview-store'
import { NoticeLine } from '../ui/snackbar'
import { StorageNotice } from '../ui/storage-problem'
import { StoreSwitch } from '../ui/store-switch'
import { OpenDraftsProvider } from './appeals/open-drafts'
import { itemTitle } from './checklist/item-title'
import { LostNotice } from './data/data-loss-notice'
import { Rescue } from './data/rescue'
import { UnsavedInputProvider } from './forms/unsaved-input'
import { useTabTitle } from './navigation/document-title'
import { linkTo, parts, type Route, RouteProvider, useRoute } from './navigation/router'
import { Guides } from './playbooks/guides-list'
import { PlaybooksPart } from './playbooks/playbooks-page'
import { OpenRowsProvider } from './registers/open-rows'
import { type PartRoute, PartView } from './sections'
import { Welcome } from './welcome/welcome-page'

export function Dashboard({ session, i18n }: { session: Session; i18n: I18n }) {
  return (
    <AppProvider session={session} i18n={i18n}>
      <RouteProvider>
        <UnsavedInputProvider>
          <OpenRowsProvider>
            <OpenDraftsProvider>
              <Guarded />
            </OpenDraftsProvider>
          </OpenRowsProvider>
        </UnsavedInputProvider>
      </RouteProvider>
    </AppProvider>
  )
}

function Guarded() {
  const route = useRoute().value
  return (
    <Boundary on={placeOf(route)} fallback={(again) => <BrokenPage again={again} />}>
      <Shell />
    </Boundary>
  )
}

function Shell() {
  const { overviewIfRead: overview } = useApp()
  const route = useRoute().value
  const heading = useRef<HTMLHeadingElement>(null)
  const place = placeOf(route)
  // As the browser does when it goes to another page; an item takes the focus by itself.
  const before = useRef(place)
  useLayoutEffect(() => {
    if (before.current !== place && itemOf(route) === undefined) heading.current?.focus()
    before.current = place
  }, [place])

  if (!overview) return <Unread heading={heading} />
  return (
    <SingleKeys.Provider value={overview.settings.singleKeys !== false}>
      {route.part === 'welcome' ? <Welcome /> : <Page place={place} heading={heading} route={route} />}
    </SingleKeys.Provider>
  )
}

/** What is shown, as far as going there is going to another page. */
function placeOf(route: Route): string {
  return route.part === 'playbooks' || route.part === 'appeal' ? linkTo(route) : route.part
}

function itemOf(route: Route) {
  return route.part === 'checklist' ? route.item : undefined
}

function Page(props: { route: PartRoute; place: string; heading: RefObject<HTMLHeadingElement | null> }) {
  const { route, place, heading } = props
  const { overview, i18n } = useApp()
  const { translate } = i18n
  const { part } = route
  const item = itemOf(route)
  const title = translate(`nav_${part}`)
  const isLost = overview.storage?.empty || overview.storage?.unreadable.includes('stores')

  useTabTitle(i18n, (item && itemTitle(item, overview, i18n)) ?? title, place)

  return (
    <>
      <header>
        <h1>{translate('dashboard_title')}</h1>
        <Counts />
        <Progress />
        <StoreSwitch />
        <nav aria-label={translate('nav_label')}>
          {parts.map((one) => (
            <a key={one} href={linkTo({ part: one })} aria-current={one === part ? 'page' : undefined}>
              {translate(`nav_${one}`)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h2 class="part" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {'isUnknown' in route && (
          <p class="trouble problem" role="status">
            {translate('route_unknown')}
          </p>
        )}
        <StorageNotice>
          {part !== 'data' && <a href={linkTo({ part: 'data' })}>{translate('storage_open_data')}</a>}
        </StorageNotice>
        {isLost && part !== 'data' && <LostNotice />}
        <Boundary on={place} fallback={(again) => <BrokenPart again={again} />}>
          <PartView route={route} />
        </Boundary>
      </main>
      <NoticeLine />
    </>
  )
}

/** A whole page, its head and navigation too. */
function BrokenPage({ again }: { again: () => void }) {
  const { translate } = useApp().i18n
  return (
    <main class="area">
      <h1>{translate('dashboard_title')}</h1>
      <BrokenPart again={again} />
    </main>
  )
}

/** What it is about, by ways that do not need what failed. */
function BrokenPart({ again }: { again: () => void }) {
  const route = useRoute().value
  return (
    <>
      <Broken again={again}>
        <Ways />
      </Broken>
      <Boundary on={route.part} fallback={() => null}>
        {route.part === 'playbooks' && <Guides playbook={route.playbook} />}
        {route.part === 'data' && <Rescue />}
      </Boundary>
    </>
  )
}

/** What opens whatever fails. */
function Ways() {
  const { i18n } = useApp()
  return (
    <p class="state links">
      <a class="target" href={linkTo({ part: 'playbooks' })}>
        {i18n.translate('playbooks_incident')}
      </a>{' '}
      <a class="target" href={linkTo({ part: 'data' })}>
        {i18n.translate('nav_data')}
      </a>
    </p>
  )
}

/** Without an answer of the background; a bad day does not wait for it. */
function Unread({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { i18n } = useApp()
  const route = useRoute().value
  if (route.part === 'playbooks') {
    return (
      <main class="area">
        <h1>{i18n.translate('dashboard_title')}</h1>
        <h2 class="part" ref={heading} tabIndex={-1}>
          {i18n.translate('nav_playbooks')}
        </h2>
        <PlaybooksPart run={route.run} playbook={route.playbook} />
      </main>
    )
  }
  return (
    <>
      <StatePage />
      <Ways />
      {route.part === 'data' && (
        <section class="area" aria-labelledby="rescue">
          <h2 class="part" id="rescue" ref={heading} tabIndex={-1}>
            {i18n.translate('nav_data')}
          </h2>
          <Rescue />
        </section>
      )}
    </>
  )
}
