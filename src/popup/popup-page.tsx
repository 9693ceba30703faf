import { LifeBuoy } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Answer } from '../domain/answer'
import type { ItemView, MeasureView, Overview } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import { areaTitle } from '../i18n/item-text'
import { isStoreFront, storeFronts } from '../pages/hosts'
import { addressOf } from '../pages/page-urls'
import { AppProvider, useApp } from '../ui/app'
import { Boundary } from '../ui/boundary'
import { Broken } from '../ui/broken'
import { Counts, Progress } from '../ui/counts'
import { dashboardAddress } from '../ui/dashboard-url'
import { Deadlines } from '../ui/deadlines'
import { nextRow, rowId } from '../ui/focus-next-row'
import { Icon } from '../ui/icon'
import { ItemCard, ItemRow, MeasureRow } from '../ui/item-row'
import { SingleKeys } from '../ui/keyboard-shortcuts'
import { StatePage } from '../ui/loading-page'
import { itemIn, type Session } from '../ui/overview-store'
import { PauseButton, PausedLine } from '../ui/pause'
import { PayoutAccount } from '../ui/payout-account-reminder'
import { Happened } from '../ui/report-incident'
import { NoticeLine } from '../ui/snackbar'
import { StorageNotice } from '../ui/storage-problem'
import { frontOf } from '../ui/store-label'
import { StoreSwitch } from '../ui/store-switch'
import { SeesPanel } from '../ui/tab-activity'
import { AddressCheck } from './address-check'
import { Rest } from './lazy-details'
import { KeysHelp } from './shortcuts-help'
import { WhichStore } from './which-store'

export function Popup({ session, i18n }: { session: Session; i18n: I18n }) {
  return (
    <AppProvider session={session} i18n={i18n}>
      <Boundary
        on=""
        fallback={(again) => (
          <main class="state">
            <h1>{i18n.translate('brand')}</h1>
            <Broken again={again}>
              <p class="bar">
                <Wrong /> <Data />
              </p>
            </Broken>
          </main>
        )}
      >
        <Read />
      </Boundary>
    </AppProvider>
  )
}

function Read() {
  const { overviewIfRead: overview } = useApp()
  if (!overview)
    return (
      <>
        <StatePage />
        <footer class="bar">
          <Wrong />
          <Data />
        </footer>
      </>
    )
  return (
    <SingleKeys.Provider value={overview.settings.singleKeys !== false}>
      <Checklist />
    </SingleKeys.Provider>
  )
}

function Checklist() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const front = frontOf(overview.store)
  const next = overview.next && itemIn(overview, overview.next)
  const nextHeading = useRef<HTMLHeadingElement>(null)
  const all = overview.areas.flatMap(({ items }) => items)

  // The arrow keys go on from here.
  useLayoutEffect(() => {
    const first = next && document.getElementById(rowId(next.id))
    ;(first ?? nextHeading.current)?.focus({ preventScroll: true })
  }, [])

  async function answer(item: ItemView | MeasureView, given: Answer): Promise<void> {
    const row = nextRow(item.id)
    if (!(await session.answer(item.id, given))) return
    // After the one next thing to the heading, so that a second press cannot answer what came up in its place.
    const to = item === next ? null : row()
    ;(to ?? nextHeading.current)?.focus()
  }

  async function takeBack(item: ItemView | MeasureView): Promise<void> {
    const row = nextRow(item.id)
    if (!item.undo || !(await session.takeBack(item.id, item.undo))) return
    ;(row() ?? nextHeading.current)?.focus()
  }
  const onUndo = (item: ItemView | MeasureView) => item.undo && (() => void takeBack(item))

  const shown = (item: ItemView) => ({
    item,
    level: 3 as const,
    i18n,
    address: front && addressOf(item.page, front),
    onAnswer: (given: Answer) => void answer(item, given),
    onUndo: onUndo(item),
    children: <PayoutAccount item={item} />,
  })
  const measureRow = (measure: MeasureView) => (
    <MeasureRow
      key={measure.id}
      measure={measure}
      level={3}
      onAnswer={(given) => void answer(measure, given)}
      onUndo={onUndo(measure)}
    />
  )
  const promised = overview.measures.filter(({ waiting }) => waiting)
  return (
    <>
      <Head />
      <main>
        <StorageNotice>
          <a href={dashboardAddress('data')} target="_blank" rel="noopener">
            {translate('storage_open_data')}
          </a>
        </StorageNotice>
        <WhichStore />
        <section class="area next" aria-labelledby="next">
          <h2 id="next" ref={nextHeading} tabIndex={-1}>
            {translate('next_title')}
          </h2>
          {next ? (
            <ItemCard key={next.id} {...shown(next)} />
          ) : (
            // What was promised waits below.
            promised.length === 0 && <p>{nothingWaits(overview, i18n)}</p>
          )}
          {front === undefined && <FrontChoice />}
        </section>
        <Deadlines />
        {promised.length > 0 && (
          <section class="area" aria-labelledby="promised">
            <h2 id="promised">{translate('promised_title')}</h2>
            {promised.map(measureRow)}
          </section>
        )}
        {overview.areas.map(({ area, items }) => {
          const due = items.filter((item) => isShownAtOnce(item) && item !== next)
          return (
            due.length > 0 && (
              <section key={area} class="area" aria-labelledby={`area-${area}`}>
                <h2 id={`area-${area}`}>{areaTitle(i18n, area)}</h2>
                {due.map((item) => (
                  <ItemRow key={item.id} {...shown(item)} />
                ))}
              </section>
            )
          )
        })}
        <div class="area">
          <Rest title={translate('rest_title')}>
            {() => (
              <>
                {all
                  .filter((item) => !isShownAtOnce(item))
                  // What was answered by mistake is looked for first.
                  .sort((a, b) => Number(b.undo !== undefined) - Number(a.undo !== undefined))
                  .map((item) => (
                    <ItemRow key={item.id} {...shown(item)} />
                  ))}
                {overview.measures.filter(({ waiting }) => !waiting).map(measureRow)}
              </>
            )}
          </Rest>
          <Happened />
          <AddressCheck front={front} />
          <SeesPanel />
          {front !== undefined && <FrontChoice />}
          <Progress />
          <a class="button" href={dashboardAddress()} target="_blank" rel="noopener">
            {translate('popup_open_dashboard')}
          </a>
        </div>
      </main>
      <footer>
        <NoticeLine />
        <div class="bar">
          <Wrong />
          <PauseButton />
          <KeysHelp />
        </div>
      </footer>
    </>
  )
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

function Head() {
  const { i18n, overview } = useApp()
  const { translate } = i18n
  return (
    <header>
      <h1>{translate('brand')}</h1>
      <StoreSwitch />
      <Counts />
      {overview.settings.badge !== false && (
        <p class="soft">{translate(overview.counted === 0 ? 'popup_badge_empty' : 'popup_badge')}</p>
      )}
      <PausedLine />
    </header>
  )
}

/** What cannot be read does not wait, and is not hidden either. */
function isShownAtOnce({ waiting, status }: ItemView): boolean {
  return waiting || status.kind === 'unreadable'
}

function nothingWaits({ nextDue, unreadable }: Overview, { translate, day }: I18n): string {
  if (unreadable > 0) return translate('popup_nothing_known')
  return nextDue === undefined ? translate('next_none') : translate('next_none_until', { day: day(nextDue) })
}

/** Where Amazon's own pages open. */
function FrontChoice() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const front = frontOf(overview.store)
  return (
    <p class="choice">
      <label for="front">{translate('front_label')}</label>
      <select
        id="front"
        value={front ?? ''}
        onChange={({ currentTarget: { value } }) => {
          if (!isStoreFront(value)) return
          const others = overview.store.fronts.filter((host) => host !== value)
          void session.change({ kind: 'fronts-chosen', fronts: [value, ...others] })
        }}
      >
        {front === undefined && <option value="">{translate('front_choose')}</option>}
        {storeFronts.map(({ host }) => (
          <option key={host} value={host}>
            {host}
          </option>
        ))}
      </select>
    </p>
  )
}
