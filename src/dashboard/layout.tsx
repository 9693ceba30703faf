import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Overview } from '../domain/overview'
import { Boundary } from '../ui/boundary'
import { Broken } from '../ui/broken'
import { SingleKeys } from '../ui/keyboard-shortcuts'
import { ReadState, StatePage } from '../ui/loading-page'
import { OpenPanel } from '../ui/open-panel'
import type { Session } from '../ui/overview-store'
import { KeysHelp } from '../ui/shortcuts-help'
import { NoticeLine, useNoticeOf } from '../ui/snackbar'
import { StorageNotice } from '../ui/storage-problem'
import { StoreSwitch } from '../ui/store-switch'
import { AppProvider, type I18n, useApp } from './app/app'
import { OpenDraftsProvider } from './appeals/open-drafts'
import { itemTitle } from './checklist/item-title'
import { OwnDraftsProvider } from './checklist/own-draft'
import { LostNotice } from './data/data-loss-notice'
import { Rescue } from './data/rescue'
import { UnsavedTextProvider } from './forms/unsaved-input'
import { useTabTitle } from './navigation/document-title'
import { Frame, PageLinks } from './navigation/frame'
import { linkTo, type Route, RouteProvider, useRoute } from './navigation/router'
import { Guides } from './playbooks/guides-list'
import { PlaybooksPart } from './playbooks/playbooks-page'
import { OpenRowsProvider } from './registers/open-rows'
import { registerText } from './registers/register-text'
import { type PartRoute, PartView } from './sections'
import { useUnfoldedInPrint } from './unfold-for-print'
import { Welcome } from './welcome/welcome-page'

export function Dashboard({ session, i18n }: { session: Session; i18n: I18n }) {
  return (
    <AppProvider session={session} i18n={i18n}>
      <RouteProvider>
        <UnsavedTextProvider>
          <OpenRowsProvider>
            <OpenDraftsProvider>
              <OwnDraftsProvider>
                <Shell />
              </OwnDraftsProvider>
            </OpenDraftsProvider>
          </OpenRowsProvider>
        </UnsavedTextProvider>
      </RouteProvider>
    </AppProvider>
  )
}

function Shell() {
  const { overviewIfRead: overview } = useApp()
  const at = useRoute()
  const route = at.value
  const heading = useRef<HTMLHeadingElement>(null)
  const place = placeOf(route)
  useNoticeOf(() => placeOf(at.value))
  useUnfoldedInPrint()
  // As the browser does when it goes to another page; what an address names takes the focus by itself.
  const before = useRef(place)
  useLayoutEffect(() => {
    if (before.current !== place && !isNamed(route)) heading.current?.focus()
    before.current = place
  }, [place])

  if (route.part === 'welcome') {
    return (
      <Boundary on={place} fallback={(again) => <BrokenPage again={again} />}>
        {overview ? <Welcome /> : <StatePage />}
      </Boundary>
    )
  }
  return (
    <>
      <Frame part={route.part} onSkip={() => heading.current?.focus()} />
      <Boundary on={place} fallback={(again) => <BrokenPage again={again} />}>
        <SingleKeys.Provider value={overview?.settings.singleKeys !== false}>
          <Page place={place} heading={heading} route={route} />
        </SingleKeys.Provider>
      </Boundary>
    </>
  )
}

/** What is shown, as far as going there is going to another page. */
function placeOf(route: Route): string {
  const isOwnPage =
    route.part === 'playbooks' || route.part === 'appeal' || (route.part === 'checklist' && route.edit)
  return isOwnPage ? linkTo(route) : route.part
}

/** Whether the address names one thing on its page. */
function isNamed(route: Route): boolean {
  return itemOf(route) !== undefined || registerOf(route) !== undefined
}

function itemOf(route: Route) {
  return route.part === 'checklist' ? route.item : undefined
}

function registerOf(route: Route) {
  return route.part === 'registers' ? route.register : undefined
}

function Page(props: { route: PartRoute; place: string; heading: RefObject<HTMLHeadingElement | null> }) {
  const { route, place, heading } = props
  const { overviewIfRead: overview, i18n, translate } = useApp()
  const { part } = route
  const item = itemOf(route)
  const register = registerOf(route)
  const title = translate(`nav_${part}`)
  const named = register ? registerText(i18n, register) : item && overview && itemTitle(item, overview, i18n)

  useTabTitle(i18n, named ?? title, place)

  return (
    <>
      <main>
        <div class="page-head">
          <h2 class="part" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {overview && <StoreSwitch />}
          <OpenPanel />
          <KeysHelp />
        </div>
        <PageLinks part={part} />
        {overview ? <Read overview={overview} route={route} place={place} /> : <Unread route={route} />}
      </main>
      <NoticeLine />
    </>
  )
}

function Read({ overview, route, place }: { overview: Overview; route: PartRoute; place: string }) {
  const { translate } = useApp()
  const { storage } = overview
  const isLost = storage?.empty || storage?.unreadable.includes('stores')
  const isData = route.part === 'data'
  return (
    <>
      {'isUnknown' in route && (
        <p class="trouble problem" role="status">
          {translate('route_unknown')}
        </p>
      )}
      <StorageNotice>
        {!isData && <a href={linkTo({ part: 'data' })}>{translate('storage_open_data')}</a>}
      </StorageNotice>
      {isLost && !isData && <LostNotice />}
      <Boundary on={place} fallback={(again) => <BrokenPart again={again} />}>
        <PartView route={route} />
      </Boundary>
    </>
  )
}

/** Without an answer of the background; a bad day does not wait for it. */
function Unread({ route }: { route: PartRoute }) {
  if (route.part === 'playbooks') return <PlaybooksPart run={route.run} playbook={route.playbook} />
  return (
    <>
      <ReadState />
      <Ways />
      {route.part === 'data' && <Rescue />}
    </>
  )
}

/** In place of a page whose heading fails too. */
function BrokenPage({ again }: { again: () => void }) {
  return (
    <main>
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
