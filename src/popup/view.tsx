import { useRef } from 'preact/hooks'
import type { Answer } from '../domain/answer'
import type { ItemId } from '../domain/items'
import type { ItemView, Overview } from '../domain/overview'
import { isStoreFront, storeFronts } from '../pages/hosts'
import { addressOf } from '../pages/link'
import type { I18n } from '../platform/i18n'
import { areaTitle } from '../platform/item-text'
import { Deadlines } from '../ui/deadlines'
import { Happened } from '../ui/happened'
import { ItemRow, MeasureRow } from '../ui/item-row'
import { NoticeLine } from '../ui/notice-line'
import { PausePanel } from '../ui/pause'
import { PayoutAccount } from '../ui/payout-account'
import { itemIn, type Session } from '../ui/session'
import { StatePage } from '../ui/state-page'
import { StorageNotice } from '../ui/storage-notice'
import { frontOf } from '../ui/store-names'
import { StoreSwitch } from '../ui/store-switch'
import { AddressCheck } from './address-check'
import { SeesPanel } from './sees'

export function Popup({ session, i18n }: { session: Session; i18n: I18n }) {
  const view = session.view.value
  if (view.kind !== 'read') return <StatePage session={session} i18n={i18n} />
  return <Checklist overview={view.overview} session={session} i18n={i18n} />
}

type Shown = { overview: Overview; session: Session; i18n: I18n }

function Checklist({ overview, session, i18n }: Shown) {
  const { translate } = i18n
  const front = frontOf(overview.store)
  const next = overview.next && itemIn(overview, overview.next)
  const nextHeading = useRef<HTMLHeadingElement>(null)
  const row = (item: ItemView, onAnswer: (answer: Answer) => void) => (
    <ItemRow
      key={item.id}
      item={item}
      i18n={i18n}
      open={item === next}
      address={front && addressOf(item.page, front)}
      onAnswer={onAnswer}
    >
      {item.id === 'deposit-check-before-payout' && <PayoutAccount overview={overview} i18n={i18n} />}
    </ItemRow>
  )
  async function answerNext(item: ItemId, answer: Answer): Promise<void> {
    // Another item takes its place: the focus goes to the heading, so that a second press cannot answer that one.
    if (await session.answer(item, answer)) nextHeading.current?.focus()
  }
  return (
    <>
      <Counts overview={overview} session={session} i18n={i18n} />
      <main>
        <div class="area">
          <StorageNotice overview={overview} i18n={i18n} />
          <Deadlines overview={overview} i18n={i18n} />
        </div>
        <section class="area next" aria-labelledby="next">
          <h2 id="next" ref={nextHeading} tabIndex={-1}>
            {translate('next_title')}
          </h2>
          {next ? (
            row(next, (answer) => void answerNext(next.id, answer))
          ) : (
            <p>{nothingWaits(overview, i18n)}</p>
          )}
        </section>
        <div class="area">
          <Happened session={session} i18n={i18n} />
          <AddressCheck session={session} i18n={i18n} front={front} />
          <SeesPanel session={session} i18n={i18n} />
          <PausePanel settings={overview.settings} paused={overview.paused} session={session} i18n={i18n} />
        </div>
        {overview.measures.length > 0 && (
          <section class="area" aria-labelledby="promised">
            <h2 id="promised">{translate('promised_title')}</h2>
            {overview.measures.map((measure) => (
              <MeasureRow
                key={measure.id}
                measure={measure}
                i18n={i18n}
                onAnswer={(answer) => void session.answer(measure.id, answer)}
              />
            ))}
          </section>
        )}
        {overview.areas.map(({ area, items }) => (
          <section key={area} class="area" aria-labelledby={`area-${area}`}>
            <h2 id={`area-${area}`}>{areaTitle(i18n, area)}</h2>
            {items
              .filter((item) => item !== next)
              .map((item) => row(item, (answer) => void session.answer(item.id, answer)))}
          </section>
        ))}
        <FrontChoice overview={overview} session={session} i18n={i18n} />
        <p class="area">
          <a href="/src/dashboard/dashboard.html" target="_blank" rel="noopener">
            {translate('popup_open_dashboard')}
          </a>
        </p>
      </main>
      <NoticeLine session={session} i18n={i18n} />
    </>
  )
}

function Counts({ overview, session, i18n }: Shown) {
  const { translate, plural, number } = i18n
  const { upToDate, total } = overview.progress
  return (
    <header>
      <h1>{translate('brand')}</h1>
      <p class="counts">
        {overview.counted === 0
          ? translate('popup_nothing_waits')
          : plural('popup_waiting', overview.counted)}
      </p>
      <p class="soft">{translate(overview.counted === 0 ? 'popup_badge_empty' : 'popup_badge')}</p>
      <p class="soft">{translate('popup_progress', { done: number(upToDate), total: number(total) })}</p>
      <StoreSwitch overview={overview} session={session} i18n={i18n} />
    </header>
  )
}

function nothingWaits({ areas }: Overview, { translate, day }: I18n): string {
  const days = areas.flatMap(({ items }) =>
    items.flatMap(({ status }) => (status.kind === 'up-to-date' && status.until ? [status.until] : [])),
  )
  const [first] = days.sort()
  return first === undefined ? translate('next_none') : translate('next_none_until', { day: day(first) })
}

function FrontChoice({ overview, session, i18n }: Shown) {
  const { translate } = i18n
  const front = frontOf(overview.store)
  return (
    <p class="area choice">
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
