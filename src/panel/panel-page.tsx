import { LifeBuoy } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Broken } from '../ui/broken'
import { Button } from '../ui/button'
import { dashboardAddress } from '../ui/dashboard-url'
import { Icon } from '../ui/icon'
import type { Session } from '../ui/overview-store'
import { SmallPage } from '../ui/small-page'
import { NoticeLine, useNoticeOf } from '../ui/snackbar'
import { StorageNotice } from '../ui/storage-problem'
import { StoreSwitch } from '../ui/store-switch'
import { useLater } from '../ui/use-later'
import type { ActiveTab } from './active-tab'
import { AppProvider, type I18n, useApp } from './app'
import type { KeptState } from './kept-state'
import { PanelKeys } from './panel-keys'
import { RoundPage } from './round-page'
import { useStepPage } from './step-page'
import { ThisPage } from './this-page'
import { useKeptScroll } from './use-kept-scroll'

type Props = { session: Session; i18n: I18n; tab: ActiveTab; state: KeptState }

/** What stays next to Amazon's page: in the browser's panel, or in a tab where it has none. */
export function Panel({ session, i18n, ...rest }: Props) {
  return (
    <AppProvider session={session} i18n={i18n}>
      <SmallPage links={<Wrong />} isReady={rest.state.view.value !== undefined}>
        <Frame {...rest} />
      </SmallPage>
    </AppProvider>
  )
}

function Frame({ tab, state }: Omit<Props, 'session' | 'i18n'>) {
  const { overview, translate } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  const where = tab.where.value
  const page = where.kind === 'seller-central' ? where.page : where.kind
  const { value: view } = state.view
  const round = view === 'round' ? overview.round : undefined
  const isGuides = view === 'guides'
  const guide = isGuides ? state.guide.value : undefined
  const guides = useLater(() => import('./guides-view'), isGuides)
  useNoticeOf(() => `${state.view.value} ${guideIn(state)}`)

  useKeptScroll(
    state.scroll,
    round ? `${round.id}/${round.at}` : isGuides ? guideShown(guide) : state.place.value?.page,
  )

  // The panel asks for no focus. Where the browser gives it one, or what had it has gone, reading and keys go on at the
  // heading.
  const focus = (options?: FocusOptions) => {
    if (document.activeElement === document.body) heading.current?.focus(options)
  }
  useEffect(() => {
    // A press on what was scrolled to gives the window its focus first: scrolling back would put another button there.
    const onFocus = () => focus({ preventScroll: true })
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [])
  useEffect(() => {
    if (document.hasFocus()) focus()
  }, [round === undefined, isGuides, page])

  const openStep = useStepPage(tab)
  const isLedHere = state.opens.value && round?.kind === 'under-way'
  useEffect(() => {
    if (!isLedHere) return
    state.opens.value = false
    void openStep()
  }, [isLedHere])

  function showGuides(): void {
    state.guide.value = undefined
    state.view.value = 'guides'
  }

  return (
    <>
      <header>
        <p class="brand">{translate('brand')}</p>
        {/* A round goes through its own stores, and a guide that was started has its own. */}
        {!round && !(guide && 'run' in guide) && <StoreSwitch />}
      </header>
      <main>
        <StorageNotice>
          <a href={dashboardAddress('data')} target="_blank" rel="noopener">
            {translate('storage_open_data')}
          </a>
        </StorageNotice>
        {round ? (
          <RoundPage round={round} tab={tab} state={state} heading={heading} />
        ) : isGuides ? (
          <LaterGuides of={guides} tab={tab} state={state} heading={heading} />
        ) : (
          <ThisPage tab={tab} state={state} heading={heading} />
        )}
      </main>
      <footer class={round || isGuides ? 'below' : undefined}>
        {!round && !isGuides && <NoticeLine />}
        <div class="bar">
          {isGuides ? (
            <a
              href={dashboardAddress(guide && 'run' in guide ? `playbook/${guide.run}` : 'playbooks')}
              target="_blank"
              rel="noopener"
            >
              {translate('panel_guide_dashboard')}
            </a>
          ) : (
            <Button onPress={showGuides}>
              <Icon of={LifeBuoy} />
              {translate('popup_wrong')}
            </Button>
          )}
          <PanelKeys />
        </div>
        <p class="soft f6">{translate('panel_keys')}</p>
      </footer>
    </>
  )
}

/** The guides, or the way to those of the dashboard if they could not be loaded, as after an update. */
function LaterGuides(
  props: Omit<Props, 'session' | 'i18n'> & {
    of: typeof import('./guides-view') | 'failed' | undefined
    heading: RefObject<HTMLHeadingElement | null>
  },
) {
  const { of, ...rest } = props
  const { translate } = useApp()
  if (of === undefined) return <p class="area" aria-busy="true" />
  if (of !== 'failed') return <of.GuidesView {...rest} />
  return (
    <section class="area">
      <h1 ref={rest.heading} tabIndex={-1}>
        {translate('popup_wrong')}
      </h1>
      <Broken again={() => location.reload()}>
        <p class="bar">
          <Wrong />
        </p>
      </Broken>
    </section>
  )
}

/** The guide that is shown, whichever step of it. */
function guideIn({ view, guide: { value: guide } }: KeptState): string {
  if (view.value !== 'guides' || !guide) return ''
  return 'run' in guide ? guide.run : guide.playbook
}

/** What the place to scroll to belongs to. */
const guideShown = (guide: KeptState['guide']['value']) => ['guides', ...Object.values(guide ?? {})].join('/')

/** An incident does not wait for the checklist. */
function Wrong() {
  const { translate } = useApp()
  return (
    <a class="button" href={dashboardAddress('playbooks')} target="_blank" rel="noopener">
      {translate('popup_wrong')}
    </a>
  )
}
