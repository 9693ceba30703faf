import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { timeZone } from '../browser/time-zone'
import { isLanguage } from '../domain/languages'
import type { PlaybookId, RunsView, RunView } from '../domain/playbooks/playbook'
import { currentStep } from '../domain/playbooks/playbook'
import { playbookOf } from '../domain/playbooks/playbooks'
import { guideTexts } from '../i18n/guide-messages'
import { createI18n } from '../i18n/i18n'
import { outcomeText, playbookText, stepText } from '../i18n/playbook-text'
import { Button } from '../ui/button'
import { GuideAppProvider, useGuideApp } from '../ui/guide-app'
import { GuidePreview, WhenToUse } from '../ui/guides/guide-preview'
import { playbooksToOffer } from '../ui/guides/reported'
import { useRuns } from '../ui/guides/run-actions'
import { runTitle, storeNameOf } from '../ui/guides/run-title'
import { Section } from '../ui/section'
import { NoticeLine } from '../ui/snackbar'
import { hasSeveral } from '../ui/store-label'
import { Loaded, type Resource, useResource } from '../ui/use-resource'
import type { ActiveTab } from './active-tab'
import { useApp } from './app'
import { GuideHead } from './guide-head'
import { GuideRun } from './guide-run'
import type { KeptState } from './kept-state'

type Props = { tab: ActiveTab; state: KeptState; heading: RefObject<HTMLHeadingElement | null> }

/** Guides for a bad day: all of them, one to read, or one that was started. */
export function GuidesView(props: Props) {
  const { lang } = useApp()
  return <Texts key={lang} {...props} />
}

function Texts(props: Props) {
  const { session, overview, lang } = useApp()
  const texts = useResource(() => guideTexts(isLanguage(lang) ? lang : 'en'), 'once')
  const { dateFormat, clock } = overview.settings
  const value = texts.kind === 'loading' ? undefined : texts.value
  const i18n = useMemo(
    () =>
      value &&
      createI18n(value, {
        timeZone: timeZone(),
        languages: navigator.languages,
        settings: { dateFormat, clock },
      }),
    [value, dateFormat, clock],
  )
  if (!i18n)
    return (
      <div class="area">
        <Loaded of={texts}>{() => null}</Loaded>
      </div>
    )
  return (
    <GuideAppProvider session={session} i18n={i18n}>
      <Guides {...props} />
    </GuideAppProvider>
  )
}

function Guides(props: Props) {
  const { state, heading } = props
  const { translate } = useGuideApp()
  const { guide } = state
  const {
    runs: resource,
    begin,
    actsOn,
  } = useRuns((run) => {
    guide.value = { run }
  })
  const found = resource.kind === 'loading' ? undefined : resource.value
  const at = guide.value
  const run = at && 'run' in at ? found?.runs.find(({ id }) => id === at.run) : undefined
  const playbook = at && 'playbook' in at ? at.playbook : undefined
  const place = run?.id ?? playbook

  // The pressed button has gone, or the view was not there yet when the panel got the focus.
  const shown = useRef<string | undefined>('')
  const isReady = resource.kind !== 'loading'
  useEffect(() => {
    const isFirst = shown.current === ''
    shown.current = place
    const hadNone = document.activeElement === document.body
    if (document.hasFocus() && (hadNone || !isFirst)) heading.current?.focus()
    if (!isFirst) window.scrollTo({ top: 0 })
  }, [place, isReady])

  if (at && 'run' in at && !isReady)
    return (
      <p class="area" aria-busy="true">
        {translate('popup_reading')}
      </p>
    )
  if (run && found)
    return (
      <GuideRun
        key={run.id}
        {...props}
        run={run}
        today={found.today}
        notice={<Unread of={resource} />}
        onAct={actsOn(run.id)}
        onBegin={(other) => void begin(other)}
      />
    )
  return (
    <>
      {playbook ? (
        <Preview
          {...props}
          id={playbook}
          {...(resource.kind !== 'failed' && { onBegin: begin })}
          notice={<Unread of={resource} />}
        />
      ) : (
        <>
          <GuideHead state={state} />
          <section class="area">
            <h1 ref={heading} tabIndex={-1}>
              {translate('popup_wrong')}
            </h1>
            <p>{translate('playbooks_explain')}</p>
            {at && isReady && resource.kind !== 'failed' && <p role="status">{translate('run_none')}</p>}
            <Unread of={resource} />
          </section>
          {found && <Started runs={found} state={state} />}
          <Offers state={state} />
          {found && <Closed runs={found} state={state} />}
        </>
      )}
      <div class="round-bar">
        <NoticeLine />
      </div>
    </>
  )
}

/** The steps are there whatever the storage does. */
function Unread({ of }: { of: Resource<RunsView> }) {
  const { translate } = useGuideApp()
  if (of.kind !== 'failed') return null
  return (
    <div class="box">
      <p role="alert">{translate(of.value ? 'popup_could_not_read' : 'playbooks_no_answer')}</p>
      <Button onPress={() => of.read()}>{translate('retry')}</Button>
    </div>
  )
}

/** A guide to read, and to start for the store that is shown. */
function Preview(
  props: Props & {
    id: PlaybookId
    notice: ComponentChildren
    onBegin?: (id: PlaybookId) => Promise<void>
  },
) {
  const { id, state, heading, notice, onBegin } = props
  const { i18n, overview } = useGuideApp()
  return (
    <>
      <GuideHead state={state} />
      <article class="area step">
        <h1 ref={heading} tabIndex={-1}>
          {playbookText(i18n, id).title}
        </h1>
        {notice}
        <GuidePreview id={id} store={overview.store} level={2} {...(onBegin && { onBegin })} />
      </article>
    </>
  )
}

type ListProps = { runs: RunsView; state: KeptState }

/** Guides of all stores that were started, last changed first. */
function Started({ runs, state }: ListProps) {
  const { translate, plural } = useGuideApp()
  const kept = runs.unreadable.length + runs.newer.length
  const open = runs.runs.filter(({ closed }) => !closed)
  return (
    <>
      {kept > 0 && <p class="area problem">{plural('playbooks_unreadable', kept)}</p>}
      {open.length > 0 && (
        <Section class="area" id="runs-open" title={translate('playbooks_running')} level={2}>
          <Runs of={open} state={state} />
        </Section>
      )}
    </>
  )
}

function Closed({ runs, state }: ListProps) {
  const { translate } = useGuideApp()
  const closed = runs.runs.filter((run) => run.closed)
  if (closed.length === 0) return null
  return (
    <details class="area">
      <summary>{translate('playbooks_closed')}</summary>
      <Runs of={closed} state={state} />
    </details>
  )
}

function Runs({ of, state }: { of: readonly RunView[]; state: KeptState }) {
  const { i18n, overview } = useGuideApp()
  const { translate } = useApp()
  return (
    <ul class="guide-list">
      {of.map((run) => (
        <li key={run.id} class="box">
          <Button class="link" onPress={() => (state.guide.value = { run: run.id })}>
            {run.closed
              ? runTitle(i18n, run)
              : translate('panel_guide_continue', { playbook: runTitle(i18n, run) })}
          </Button>
          {hasSeveral(overview) && <p class="soft">{storeNameOf(i18n, overview, run.store)}</p>}
          <p class="soft">
            <RunState of={run} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function RunState({ of: run }: { of: RunView }) {
  const { i18n, translate, moment } = useGuideApp()
  if (run.closed)
    return translate('run_closed_on', {
      time: moment(run.closed.at),
      outcome: outcomeText(i18n, run.closed.outcome),
    })
  const playbook = playbookOf(run.playbook)
  if (!playbook) return null
  const next = currentStep(playbook, run.done)
  return next
    ? translate('run_next', { step: stepText(i18n, run.playbook, next.id).title })
    : translate('run_all_done')
}

/** All guides, by what happened. */
function Offers({ state }: { state: KeptState }) {
  const { i18n, overview, translate } = useGuideApp()
  return (
    <Section class="area" id="runs-begin" title={translate('playbooks_all')} level={2}>
      <ul class="guide-list">
        {playbooksToOffer(overview).map(({ id, reported }) => (
          <li key={id} class="box">
            <Button class="link" onPress={() => (state.guide.value = { playbook: id })}>
              {playbookText(i18n, id).title}
            </Button>
            <WhenToUse id={id} reported={reported} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
