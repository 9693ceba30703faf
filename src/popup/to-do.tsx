import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Outlook, outlookOf } from '../domain/outlook'
import { useAnswering } from '../ui/answering'
import { dashboardAddress } from '../ui/dashboard-url'
import { rowId } from '../ui/focus-next-row'
import { useRoundInPanel } from '../ui/open-panel'
import { Section } from '../ui/section'
import { frontOf } from '../ui/store-label'
import { FrontLater } from '../ui/where-to'
import { CheckRows } from './also-due'
import { type I18n, useApp } from './app'
import { AllStoresLine } from './counts'
import { NotLoaded, usePart } from './later'
import { Rest } from './lazy-details'
import { NextCheck } from './next-check'

/** What is due, and what was answered today in case it was answered by mistake. The rest is in the dashboard. */
export function ToDo() {
  const { i18n, overview, translate, plural } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  const outlook = outlookOf(overview)
  const round = 'round' in outlook ? outlook.round : undefined
  const due = round ? [...round.checks, ...round.tasks] : []
  const next = due.find(({ id }) => id === overview.next) ?? due[0]
  const others = due.filter((one) => one !== next)
  const notDue = [...overview.areas.flatMap(({ items }) => items), ...overview.measures].filter(
    (one) => !due.includes(one),
  )
  const unreadable = notDue.filter(({ status }) => status.kind === 'unreadable')
  const answered = notDue.filter(({ status, undo }) => undo && status.kind !== 'unreadable')
  const isKnown = frontOf(overview.store) !== undefined

  // The arrow keys go on from here.
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) return
    const first = next && document.getElementById(rowId(next.id))
    ;(first ?? heading.current)?.focus({ preventScroll: true })
  }, [])

  // After the next check to the heading of the one that takes its place, so that a second press cannot answer that too.
  const answering = useAnswering((row, given) => {
    const to = next && given === next ? null : row
    ;(to ?? heading.current)?.focus()
  })

  return (
    <>
      <section class="area next" aria-labelledby="next">
        <h2 id="next" class="visually-hidden" ref={heading} tabIndex={-1}>
          {translate('next_title')}
        </h2>
        {outlook.kind === 'first-day' && (
          <div class="box first">
            <p>
              <strong>{plural('popup_first', outlook.essentials)}</strong>
            </p>
            <p class="soft">{translate('popup_first_explain')}</p>
            <p>
              <RoundLink minutes={outlook.round.minutes} class="button primary" />
            </p>
          </div>
        )}
        {next ? (
          <NextCheck key={next.id} of={next} answering={answering} />
        ) : (
          <p class="box none">{nothingDue(outlook, i18n)}</p>
        )}
      </section>
      {others.length > 0 && (
        <section class="area" aria-labelledby="also-due">
          <div class="head">
            <h2 id="also-due">{translate('popup_also_due')}</h2>
            {outlook.kind === 'due' && <RoundLink minutes={outlook.round.minutes} />}
          </div>
          <CheckRows of={others} answering={answering} />
        </section>
      )}
      <DeadlinesLater />
      {unreadable.length > 0 && (
        <Section class="area" id="unreadable" title={translate('popup_unreadable_title')} level={2}>
          <CheckRows of={unreadable} answering={answering} />
        </Section>
      )}
      {answered.length > 0 && (
        <div class="area">
          <Rest title={translate('popup_answered_today')}>
            {() => <CheckRows of={answered} answering={answering} />}
          </Rest>
        </div>
      )}
      <div class="area notes">
        <a href={dashboardAddress('checklist')} target="_blank" rel="noopener">
          {translate('popup_whole_checklist')}
        </a>
        {isKnown && <FrontLater id="front" store={overview.store} />}
        <AllStoresLine />
        {overview.settings.badge !== false && (
          <p class="soft">
            {translate(overview.counted === 0 ? 'popup_badge_empty' : 'popup_badge')}
            {overview.measures.length > 0 && ` ${translate('popup_badge_commitments')}`}
          </p>
        )}
      </div>
    </>
  )
}

/** The nearest dates of open guides: on most days there is none. */
function DeadlinesLater() {
  const { overview } = useApp()
  const part = usePart(() => import('./deadlines'), (overview.deadlines ?? []).length > 0)
  if (part === 'failed') return <NotLoaded />
  return part ? <part.Deadlines /> : null
}

function RoundLink({ minutes, class: named }: { minutes: number; class?: string }) {
  const { overview, plural } = useApp()
  const startRound = useRoundInPanel()
  return (
    <a
      class={named}
      href={dashboardAddress('checklist/due')}
      onClick={(event) => {
        event.preventDefault()
        startRound()
      }}
    >
      {overview.round?.kind === 'under-way'
        ? plural('continue_round', overview.round.open)
        : plural('popup_round', minutes)}
    </a>
  )
}

function nothingDue(outlook: Outlook, { translate, day }: I18n): string {
  if (outlook.kind === 'unknown') return translate('popup_nothing_known')
  return outlook.kind === 'well' && outlook.until !== undefined
    ? translate('next_none_until', { day: day(outlook.until) })
    : translate('next_none')
}
