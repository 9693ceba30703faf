import { ArrowLeft, ArrowRight, Check, Undo2 } from 'lucide'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { longestNote } from '../domain/answer'
import type { Playbook, PlaybookId, RunView, Step, StepId, Way } from '../domain/playbooks/playbook'
import { wayOf } from '../domain/playbooks/playbook'
import { isPlaybookId, playbookOf } from '../domain/playbooks/playbooks'
import { outcomeText, stepText } from '../i18n/playbook-text'
import { mostTyped } from '../messages/panel'
import { Button } from '../ui/button'
import { dashboardAddress } from '../ui/dashboard-url'
import { useGuideApp } from '../ui/guide-app'
import { CallFirst } from '../ui/guides/call-first'
import { CalmClock } from '../ui/guides/first-hour-clock'
import { Avoid } from '../ui/guides/guide-preview'
import type { Act, TextAt } from '../ui/guides/run-actions'
import { RunDates, StepClocks } from '../ui/guides/run-deadlines'
import { RunLog } from '../ui/guides/run-log'
import {
  Ending,
  OtherGuide,
  Path,
  StepLines,
  StepPlace,
  StepQuestion,
  StepState,
  useStepDone,
} from '../ui/guides/run-step'
import { runTitle, storeNameOf } from '../ui/guides/run-title'
import { StepText, stepHeadingId } from '../ui/guides/step-content'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keyboard-shortcuts'
import { NoticeLine } from '../ui/snackbar'
import type { ActiveTab } from './active-tab'
import { useApp } from './app'
import { GuideHead } from './guide-head'
import type { KeptState } from './kept-state'
import { OpenPage, PageHere, pageHere } from './page-place'

type Props = {
  run: RunView
  today: string
  tab: ActiveTab
  state: KeptState
  heading: RefObject<HTMLHeadingElement | null>
  notice: ComponentChildren
  onAct: Act
  onBegin: (playbook: PlaybookId) => void
}

/** A guide that was started, one step at a time, with its dates and its log. The dashboard shows the same run. */
export function GuideRun(props: Props) {
  const { run, today, state, heading, notice, onAct } = props
  const { i18n, overview, translate, moment } = useGuideApp()
  const playbook = playbookOf(run.playbook)
  const isOpen = run.closed === undefined
  const isFixed = !isOpen || run.full
  const at = state.guide.value
  const way = playbook && wayOf(playbook, run.done, at && 'run' in at ? at.step : undefined)
  const step = way?.shown
  const textAt = textOfRun(state, run)

  // The pressed button has gone. Reading and keys go on at the step that is shown now.
  const shown = useRef(step?.id)
  useEffect(() => {
    if (shown.current === step?.id) return
    shown.current = step?.id
    if (document.hasFocus()) heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [step?.id])

  function choose(chosen?: StepId): void {
    state.guide.value = { run: run.id, ...(chosen !== undefined && { step: chosen }) }
  }
  const doing = useStepDone(run, onAct, choose)
  const stepProps = { ...props, choose, doing, isFixed, textAt }
  return (
    <>
      <GuideHead state={state}>
        <p>
          <strong>{runTitle(i18n, run)}</strong>{' '}
          <span>
            {translate('run_about', {
              store: storeNameOf(i18n, overview, run.store),
              time: moment(run.started),
            })}
          </span>
        </p>
        {way && !way.parted && (
          <progress value={doneOf(way, run)} max={way.steps.length} aria-hidden="true" />
        )}
      </GuideHead>
      {way && step ? (
        <StepPart key={step.id} {...stepProps} way={way} step={step} />
      ) : (
        <section class="area">
          <h1 ref={heading} tabIndex={-1}>
            {runTitle(i18n, run)}
          </h1>
          <p>{translate('run_unknown_explain')}</p>
        </section>
      )}
      <div class="area guide-parts">
        {notice}
        {run.closed && (
          <p>
            {translate('run_closed_on', {
              time: moment(run.closed.at),
              outcome: outcomeText(i18n, run.closed.outcome),
            })}
          </p>
        )}
        {run.full && isOpen && <p class="problem">{translate('run_full')}</p>}
        {isOpen && <CallFirst level={2} />}
        {isOpen && playbook?.minutes !== undefined && (
          <CalmClock started={run.started} minutes={playbook.minutes} />
        )}
        <RunDates run={run} today={today} level={2} readOnly={isFixed} onAct={onAct} textAt={textAt} />
        <RunLog run={run} level={2} readOnly={false} onAct={onAct} />
        {way && (
          <details>
            <summary>{translate('run_path')}</summary>
            <Path run={run} way={way} choose={choose} />
          </details>
        )}
        {isPlaybookId(run.playbook) && <Avoid id={run.playbook} />}
        {playbook && <Appeal run={run} playbook={playbook} />}
        <Ending run={run} level={2} onAct={onAct} />
      </div>
      <div class="round-bar">
        <NoticeLine />
        {way && step && <Actions key={step.id} {...stepProps} way={way} step={step} />}
      </div>
    </>
  )
}

const doneOf = ({ steps }: Way, { done }: RunView) => steps.filter(({ id }) => done[id]).length

/** What is typed survives a reload of the panel. */
function textOfRun({ typed }: KeptState, { id, store }: RunView): TextAt {
  return (name) => {
    const field = `${id} ${name}`
    return {
      get value() {
        return typed.value?.find((one) => one.field === field)?.text
      },
      set value(text) {
        const others = (typed.value ?? []).filter((one) => one.field !== field)
        const mine = text === undefined ? [] : [{ store, field, text: text.slice(0, 2 * longestNote) }]
        typed.value = [...others, ...mine].slice(-mostTyped)
      },
    }
  }
}

type StepProps = Props & {
  way: Way
  step: Step
  choose: (step?: StepId) => void
  doing: ReturnType<typeof useStepDone>
  isFixed: boolean
  textAt: TextAt
}

function StepPart(props: StepProps) {
  const { run, today, tab, heading, onAct, onBegin, way, step, doing, isFixed, textAt } = props
  const { overview } = useGuideApp()
  const store = overview.stores.find(({ id }) => id === run.store)
  return (
    <section class="area step" aria-labelledby={stepHeadingId(step)}>
      <StepPlace way={way} step={step} />
      <StepText
        playbook={run.playbook}
        step={step}
        store={store}
        run={run}
        level={1}
        heading={heading}
        links={store && <Pages key={step.id} of={step} store={store} tab={tab} />}
      />
      {!isFixed && <StepQuestion run={run} step={step} done={doing.done} />}
      <StepState run={run} step={step} />
      {!isFixed && (
        <>
          <OtherGuide run={run} step={step} onBegin={onBegin} />
          <StepLines run={run} step={step} onAct={onAct} textAt={textAt} />
          <StepClocks run={run} step={step} today={today} onAct={onAct} textAt={textAt} />
        </>
      )}
    </section>
  )
}

/** Where the step is done: the page in front, and presses that open the others. */
function Pages(props: { of: Step; store: Parameters<typeof pageHere>[1]; tab: ActiveTab }) {
  const { of, store, tab } = props
  const { pages = [] } = of
  if (pages.length === 0) return null
  const { page, front } = pageHere(pages, store, tab)
  return (
    <>
      <PageHere page={page} store={store} />
      {pages
        .filter((one) => one !== page)
        .map((one) => (
          <OpenPage key={one} page={one} front={front} />
        ))}
    </>
  )
}

function Appeal({ run, playbook }: { run: RunView; playbook: Playbook }) {
  const { translate } = useGuideApp()
  if (!playbook.hasAppeal) return null
  return (
    // The draft has the run's id.
    <p>
      <a href={dashboardAddress(`appeal/${run.id}/${run.id}`)} target="_blank" rel="noopener">
        {translate('run_appeal')}
      </a>
    </p>
  )
}

/**
 * Always in the same place. What does the step is an item of its own without the heading, which has the focus first: a
 * second press of a key does no step that wasn't read.
 */
function Actions({ run, way, step, choose, doing, isFixed }: StepProps) {
  const { translate } = useApp()
  const { i18n, translate: guideText } = useGuideApp()
  const keys = useKeys()
  const at = way.steps.indexOf(step)
  const [before, after] = [way.steps[at - 1], way.steps[at + 1]]
  const was = run.done[step.id]
  const isToDo = !isFixed && !step.answers && !was
  const isToReopen = !isFixed && was !== undefined
  return (
    <>
      {(isToDo || isToReopen) && (
        <div class="item">
          <fieldset
            class="row round-answers"
            aria-label={stepText(i18n, run.playbook, step.id).title}
            tabIndex={-1}
          >
            {isToDo && (
              <Button class="primary" aria-keyshortcuts={keys.checked} onPress={() => doing.done(step.id)}>
                <Icon of={Check} />
                {guideText('run_done')}
              </Button>
            )}
            {isToReopen && (
              <Button onPress={() => doing.reopen(step.id)}>
                <Icon of={Undo2} />
                {guideText('run_undone')}
              </Button>
            )}
          </fieldset>
        </div>
      )}
      {(before || after) && (
        <nav class="round-answers" aria-label={guideText('run_path')}>
          {before && (
            <Button aria-keyshortcuts={keys.back} onPress={() => choose(before.id)}>
              <Icon of={ArrowLeft} />
              {translate('panel_guide_back')}
            </Button>
          )}
          {after && (
            <Button aria-keyshortcuts={keys.skip} onPress={() => choose(after.id)}>
              {translate('panel_guide_next')}
              <Icon of={ArrowRight} />
            </Button>
          )}
        </nav>
      )}
    </>
  )
}
