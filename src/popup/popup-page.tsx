import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import { LifeBuoy, Maximize2 } from 'lucide'
import { dashboardAddress } from '../ui/dashboard-url'
import { Icon } from '../ui/icon'
import { OpenPanel } from '../ui/open-panel'
import type { Session } from '../ui/overview-store'
import { PauseButton, PausedLine } from '../ui/pause'
import { Ring } from '../ui/ring'
import { KeysHelp } from '../ui/shortcuts-help'
import { SmallPage } from '../ui/small-page'
import { NoticeLine, useNoticeOf } from '../ui/snackbar'
import { hasSeveral } from '../ui/store-label'
import { StoreSwitch } from '../ui/store-switch'
import { TabList, TabPanel } from '../ui/tabs'
import { AppProvider, type I18n, useApp } from './app'
import { Progress, UnreadableLine, useDueLine } from './counts'
import { NotLoaded, usePart } from './later'
import { ToDo } from './to-do'

type Props = { session: Session; i18n: I18n; known?: ReadonlySignal<string | undefined> }

export function Popup({ session, i18n, known }: Props) {
  return (
    <AppProvider session={session} i18n={i18n}>
      <SmallPage known={known} links={[<Wrong key="wrong" />, ' ', <Data key="data" />]}>
        <Checklist />
      </SmallPage>
    </AppProvider>
  )
}

/**
 * Opens on what is due, on whatever page: what this page asks for at once, which store is open in it, stands above
 * both tabs.
 */
function Checklist() {
  const { translate } = useApp()
  const open = useSignal<PopupTab>('to-do')
  const isOnPage = open.value === 'page'
  useNoticeOf(() => open.value)
  return (
    <>
      <Head open={open} />
      <main>
        <StorageNoticeLater />
        <WhichStoreLater />
        <TabPanel id="to-do" open={open}>
          {!isOnPage && <ToDo />}
        </TabPanel>
        <TabPanel id="page" open={open}>
          <ThisPageLater isOpen={isOnPage} />
        </TabPanel>
      </main>
      <footer>
        <NoticeLine />
        <div class="bar">
          <Wrong />
          <KeysHelp further={[['Esc', translate('keys_close')]]} />
          <PauseButton isIcon />
          <a
            class="button"
            href={dashboardAddress()}
            target="_blank"
            rel="noopener"
            title={translate('popup_open_dashboard')}
          >
            <Icon of={Maximize2} />
            <span class="visually-hidden">{translate('popup_open_dashboard')}</span>
          </a>
        </div>
      </footer>
    </>
  )
}

type PopupTab = 'to-do' | 'page'

/** It stays once it was opened, with what was typed there. */
function ThisPageLater({ isOpen }: { isOpen: boolean }) {
  const part = usePart(() => import('./this-page'), isOpen)
  if (part === 'failed') return <NotLoaded />
  return part ? <part.ThisPage isOpen={isOpen} /> : null
}

/** What is wrong with the storage, or with the permission for a site: on most days nothing. */
function StorageNoticeLater() {
  const { overview, translate } = useApp()
  const { trouble, storage } = overview
  const part = usePart(
    () => import('../ui/storage-problem'),
    trouble !== undefined || (storage?.newer.length ?? 0) + (storage?.unreadable.length ?? 0) > 0,
  )
  if (part === 'failed') return <NotLoaded />
  if (part === undefined) return null
  return (
    <part.StorageNotice>
      <a href={dashboardAddress('data')} target="_blank" rel="noopener">
        {translate('storage_open_data')}
      </a>
    </part.StorageNotice>
  )
}

/** A card asks which of several stores is open. */
function WhichStoreLater() {
  const { overview } = useApp()
  const part = usePart(() => import('./which-store'), hasSeveral(overview))
  if (part === 'failed') return <NotLoaded />
  return part ? <part.WhichStore /> : null
}

/** A bad day does not wait for the checklist: the playbooks can be read without it. */
function Wrong() {
  const { i18n } = useApp()
  return (
    <a class="button" href={dashboardAddress('playbooks')} target="_blank" rel="noopener">
      <Icon of={LifeBuoy} />
      {i18n.translate('popup_wrong')}
    </a>
  )
}

/** Files and backups can be had without the checklist too. */
function Data() {
  const { i18n } = useApp()
  return (
    <a class="button" href={dashboardAddress('data')} target="_blank" rel="noopener">
      {i18n.translate('storage_open_data')}
    </a>
  )
}

function Head({ open }: { open: Signal<PopupTab> }) {
  const { overview, translate } = useApp()
  return (
    <header>
      <div class="top">
        {/* The line beside it says the same, where it stands. */}
        <Ring isSaid={!hasSeveral(overview)} />
        <div>
          <h1>{useDueLine()}</h1>
          {hasSeveral(overview) ? <StoreSwitch /> : <Progress />}
        </div>
        <OpenPanel />
      </div>
      <UnreadableLine />
      <PausedLine />
      <TabList
        label={translate('brand')}
        open={open}
        tabs={[
          ['to-do', translate('popup_tab_to_do')],
          ['page', translate('popup_tab_page')],
        ]}
      />
    </header>
  )
}
