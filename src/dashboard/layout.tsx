import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { I18n } from '../i18n/i18n'
import { Boundary } from '../ui/boundary'
import { Broken } from '../ui/broken'
import { Counts, Progress } from '../ui/counts'
import { SingleKeys } from '../ui/keyboard-shortcuts'
import { StatePage } from '../ui/loading-page'
import type { Session } from '../ui/overview-store'
import { NoticeLine } from '../ui/snackbar'
import { StorageNotice } from '../ui/storage-problem'
import { StoreSwitch } from '../ui/store-switch'
import { itemTitle } from './checklist/item-title'
import { LostNotice } from './data/data-loss-notice'
import { Rescue } from './data/rescue'
import { useTabTitle } from './navigation/document-title'
import { type Part, parts, type Route } from './navigation/router'
import { createPage, PageContext, usePage } from './page-model'
import { Guides } from './playbooks/guides-list'
import { PlaybooksPart } from './playbooks/playbooks-page'
import { partViews, type Shown } from './sections'
import { Welcome } from './welcome/welcome-page'

export function Dashboard(props: { session: Session; i18n: I18n }) {
  const [page] = useState(createPage)
  return (
    <PageContext.Provider value={page}>
      <Guarded {...props} />
    </PageContext.Provider>
  )
}

type Bare = { session: Session; i18n: I18n }

function Guarded(props: Bare) {
  const { route } = usePage()
  return (
    <Boundary on={placeOf(route.value)} fallback={(again) => <BrokenPage again={again} {...props} />}>
      <Shell {...props} />
    </Boundary>
  )
}

function Shell({ session, i18n }: Bare) {
  const { route } = usePage()
  const view = session.view.value
  const { part, item } = route.value
  const heading = useRef<HTMLHeadingElement>(null)
  const place = placeOf(route.value)
  // As the browser does when it goes to another page; an item takes the focus by itself.
  const before = useRef(place)
  useLayoutEffect(() => {
    if (before.current !== place && item === undefined) heading.current?.focus()
    before.current = place
  }, [place])

  if (view.kind !== 'read') return <Unread heading={heading} session={session} i18n={i18n} />
  const { overview } = view
  return (
    <SingleKeys.Provider value={overview.settings.singleKeys !== false}>
      {part === 'welcome' ? (
        <Welcome overview={overview} session={session} i18n={i18n} />
      ) : (
        <Page {...{ overview, session, i18n, part, place, heading }} route={route.value} />
      )}
    </SingleKeys.Provider>
  )
}

/** What is shown, as far as going there is going to another page. */
function placeOf({ part, run, playbook, draft }: Route): string {
  return [part, run, playbook, draft].join('/')
}

function Page(props: Shown & { part: Part; place: string; heading: RefObject<HTMLHeadingElement | null> }) {
  const { part, place, heading, ...shown } = props
  const { overview, session, i18n } = shown
  const { translate } = i18n
  const { item } = shown.route
  const { title, View } = partViews[part]
  const isLost = overview.storage?.empty || overview.storage?.unreadable.includes('stores')

  useTabTitle(i18n, (item && itemTitle(item, overview, i18n)) ?? translate(title), place)

  return (
    <>
      <header>
        <h1>{translate('dashboard_title')}</h1>
        <Counts overview={overview} i18n={i18n} />
        <Progress overview={overview} i18n={i18n} />
        <StoreSwitch overview={overview} session={session} i18n={i18n} />
        <nav aria-label={translate('nav_label')}>
          {parts.map((one) => (
            <a key={one} href={`#/${one}`} aria-current={one === part ? 'page' : undefined}>
              {translate(partViews[one].title)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h2 class="part" ref={heading} tabIndex={-1}>
          {translate(title)}
        </h2>
        {shown.route.isUnknown && (
          <p class="trouble problem" role="status">
            {translate('route_unknown')}
          </p>
        )}
        <StorageNotice overview={overview} i18n={i18n}>
          {part !== 'data' && <a href="#/data">{translate('storage_open_data')}</a>}
        </StorageNotice>
        {isLost && part !== 'data' && <LostNotice session={session} i18n={i18n} />}
        <Boundary on={place} fallback={(again) => <BrokenPart {...{ again, session, i18n }} />}>
          <View {...shown} />
        </Boundary>
      </main>
      <NoticeLine session={session} i18n={i18n} />
    </>
  )
}

/** A whole page, its head and navigation too. */
function BrokenPage(props: Bare & { again: () => void }) {
  return (
    <main class="area">
      <h1>{props.i18n.translate('dashboard_title')}</h1>
      <BrokenPart {...props} />
    </main>
  )
}

/** What it is about, by ways that do not need what failed. */
function BrokenPart({ again, session, i18n }: Bare & { again: () => void }) {
  const { route } = usePage()
  const { part } = route.value
  return (
    <>
      <Broken again={again} i18n={i18n}>
        <Ways i18n={i18n} />
      </Broken>
      <Boundary on={part} fallback={() => null}>
        {part === 'playbooks' && <Guides route={route.value} i18n={i18n} />}
        {part === 'data' && <Rescue session={session} i18n={i18n} />}
      </Boundary>
    </>
  )
}

/** What opens whatever fails. */
function Ways({ i18n }: { i18n: I18n }) {
  return (
    <p class="state links">
      <a class="target" href="#/playbooks">
        {i18n.translate('playbooks_incident')}
      </a>{' '}
      <a class="target" href="#/data">
        {i18n.translate('nav_data')}
      </a>
    </p>
  )
}

/** Without an answer of the background; a bad day does not wait for it. */
function Unread(props: { heading: RefObject<HTMLHeadingElement | null>; session: Session; i18n: I18n }) {
  const { heading, session, i18n } = props
  const { route } = usePage()
  if (route.value.part === 'playbooks') {
    return (
      <main class="area">
        <h1>{i18n.translate('dashboard_title')}</h1>
        <h2 class="part" ref={heading} tabIndex={-1}>
          {i18n.translate('nav_playbooks')}
        </h2>
        <PlaybooksPart overview={undefined} route={route.value} session={session} i18n={i18n} />
      </main>
    )
  }
  return (
    <>
      <StatePage session={session} i18n={i18n} />
      <Ways i18n={i18n} />
      {route.value.part === 'data' && (
        <section class="area" aria-labelledby="rescue">
          <h2 class="part" id="rescue" ref={heading} tabIndex={-1}>
            {i18n.translate('nav_data')}
          </h2>
          <Rescue session={session} i18n={i18n} />
        </section>
      )}
    </>
  )
}
