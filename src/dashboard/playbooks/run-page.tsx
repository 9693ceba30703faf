import { useSignal } from '@preact/signals'
import { PanelRight } from 'lucide'
import { useRef } from 'preact/hooks'
import type { Playbook, PlaybookId, RunView, StepId } from '../../domain/playbooks/playbook'
import { wayOf } from '../../domain/playbooks/playbook'
import { isPlaybookId, playbookOf } from '../../domain/playbooks/playbooks'
import { outcomeText } from '../../i18n/playbook-text'
import { Button } from '../../ui/button'
import { CallFirst } from '../../ui/guides/call-first'
import { CalmClock } from '../../ui/guides/first-hour-clock'
import { Avoid } from '../../ui/guides/guide-preview'
import type { Act, TextAt } from '../../ui/guides/run-actions'
import { RunDates, StepClocks } from '../../ui/guides/run-deadlines'
import { RunLog } from '../../ui/guides/run-log'
import {
  Ending,
  OtherGuide,
  Path,
  StepLines,
  StepPlace,
  StepQuestion,
  StepState,
  useStepDone,
} from '../../ui/guides/run-step'
import { runTitle, storeNameOf } from '../../ui/guides/run-title'
import { StepText, stepHeadingId } from '../../ui/guides/step-content'
import { Icon } from '../../ui/icon'
import { MessageCheckFold } from '../../ui/message-check-fold'
import { useOpenPanel } from '../../ui/open-panel'
import { useApp } from '../app/app'
import { useUnsavedText } from '../forms/unsaved-input'
import { useSubject } from '../navigation/document-title'
import { linkTo } from '../navigation/router'

type RunProps = {
  run: RunView
  today: string
  /** Nothing can be stored right now. */
  readOnly: boolean
  onAct: Act
  onBegin: (playbook: PlaybookId) => void
}

/** What was typed for a run and not stored yet. */
function useTextOf({ id }: RunView): TextAt {
  const unsaved = useUnsavedText()
  return (field) => unsaved.at(`run ${id} ${field}`)
}

/** One run: the current step, and a list of all steps. */
export function RunPage({ run, today, readOnly, onAct, onBegin }: RunProps) {
  const { i18n, overviewIfRead: overview, translate, moment } = useApp()
  const playbook = playbookOf(run.playbook)
  const isOpen = run.closed === undefined
  const isFixed = readOnly || !isOpen || run.full
  const textAt = useTextOf(run)
  const heading = useSubject(i18n, runTitle(i18n, run))
  return (
    <article class={isOpen ? 'incident open' : 'incident'}>
      <p>
        <a class="target" href={linkTo({ part: 'playbooks' })}>
          {translate('run_all')}
        </a>
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {runTitle(i18n, run)}
      </h3>
      <p class="soft">
        {translate('run_about', { store: storeNameOf(i18n, overview, run.store), time: moment(run.started) })}{' '}
        {translate('run_touched', { time: moment(run.touched) })}
      </p>
      {run.closed && (
        <p>
          {translate('run_closed_on', {
            time: moment(run.closed.at),
            outcome: outcomeText(i18n, run.closed.outcome),
          })}
        </p>
      )}
      {isOpen && <Beside run={run} />}
      {isOpen && <CallFirst level={4} />}
      {isOpen && playbook?.minutes !== undefined && (
        <CalmClock started={run.started} minutes={playbook.minutes} />
      )}
      {run.full && isOpen && <p class="problem">{translate('run_full')}</p>}
      {!playbook && <p>{translate('run_unknown_explain')}</p>}
      {isPlaybookId(run.playbook) && <Avoid id={run.playbook} />}
      {playbook?.hasMessageCheck && <MessageCheckFold />}
      {playbook && (
        <Steps
          run={run}
          today={today}
          onAct={onAct}
          onBegin={onBegin}
          readOnly={isFixed}
          textAt={textAt}
          playbook={playbook}
        />
      )}
      {playbook?.hasAppeal && (
        // The draft has the run's id.
        <p>
          <a class="target" href={linkTo({ part: 'appeal', draft: run.id, run: run.id })}>
            {translate('run_appeal')}
          </a>
        </p>
      )}
      <RunDates run={run} today={today} level={4} readOnly={isFixed} onAct={onAct} textAt={textAt} />
      <RunLog run={run} level={4} readOnly={readOnly} onAct={onAct} />
      {!readOnly && <Ending run={run} level={4} onAct={onAct} />}
    </article>
  )
}

/** The same run next to Amazon's page. */
function Beside({ run: { id } }: Pick<RunProps, 'run'>) {
  const { session, translate } = useApp()
  const openPanel = useOpenPanel()
  return (
    <p>
      <Button onPress={() => openPanel({ view: 'guides', guide: { run: id } }).catch(session.fail)}>
        <Icon of={PanelRight} />
        {translate('run_beside')}
      </Button>
    </p>
  )
}

function Steps(props: RunProps & { playbook: Playbook; textAt: TextAt }) {
  const { run, playbook, readOnly, onAct, today, onBegin, textAt } = props
  const { overviewIfRead: overview, translate } = useApp()
  const chosen = useSignal<StepId | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const way = wayOf(playbook, run.done, chosen.value)
  function choose(step?: StepId): void {
    chosen.value = step
    heading.current?.focus()
  }
  const { done, reopen } = useStepDone(run, onAct, choose)
  const step = way.shown
  if (!step) return null
  const store = overview?.stores.find(({ id }) => id === run.store)
  const was = run.done[step.id]
  return (
    <div class="way">
      <section class="box step" aria-labelledby={stepHeadingId(step)}>
        <StepPlace way={way} step={step} />
        <StepText playbook={run.playbook} step={step} store={store} run={run} level={4} heading={heading} />
        {!readOnly && <StepQuestion run={run} step={step} done={done} />}
        <StepState run={run} step={step} />
        {!readOnly && (
          <>
            <OtherGuide run={run} step={step} onBegin={onBegin} />
            <p class="answers">
              {!step.answers && !was && (
                <Button class="primary" onPress={() => done(step.id)}>
                  {translate('run_done')}
                </Button>
              )}
              {was && <Button onPress={() => reopen(step.id)}>{translate('run_undone')}</Button>}
            </p>
            <StepLines key={step.id} run={run} step={step} onAct={onAct} textAt={textAt} />
            <StepClocks
              key={`${step.id} dates`}
              run={run}
              step={step}
              today={today}
              onAct={onAct}
              textAt={textAt}
            />
          </>
        )}
      </section>
      <nav aria-label={translate('run_path')}>
        <h4>{translate('run_path')}</h4>
        <Path run={run} way={way} choose={choose} />
      </nav>
    </div>
  )
}
