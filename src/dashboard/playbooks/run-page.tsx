import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { longestNote } from '../../domain/answer'
import type { PlaybookId } from '../../domain/playbooks/playbook'
import {
  currentStep,
  type LineKind,
  longestCase,
  longestEvidence,
  outcomes,
  pathOf,
  type RunView,
  type Step,
} from '../../domain/playbooks/playbook'
import { isPlaybookId, playbookOf } from '../../domain/playbooks/playbooks'
import { visible } from '../../domain/text/visible'
import { outcomeText, playbookTitle, stepText } from '../../i18n/playbook-text'
import { useApp } from '../../ui/app'
import { frontOf } from '../../ui/store-label'
import { unshared } from '../../ui/typing'
import { Field, lineProblem, SecretHint } from '../forms/field'
import { useUnsavedInput } from '../forms/unsaved-input'
import { useSubject } from '../navigation/document-title'
import { linkTo } from '../navigation/router'
import { CalmClock } from './first-hour-clock'
import { Avoid } from './playbook-preview'
import type { Act } from './run-actions'
import { RunDates, StepClocks } from './run-deadlines'
import { RunLog } from './run-log'
import { runTitle, storeNameOf } from './run-title'
import { StepText, stepHeadingId } from './step-content'

type Shown = {
  run: RunView
  today: string
  /** Nothing can be kept right now. */
  readOnly: boolean
  onAct: Act
  onBegin: (playbook: PlaybookId) => void
}

/** One run: one step at a time, with the whole way beside it. */
export function RunPage({ run, today, readOnly, onAct, onBegin }: Shown) {
  const { i18n, overviewIfRead: overview } = useApp()
  const { translate, moment } = i18n
  const playbook = playbookOf(run.playbook)
  const isOpen = run.closed === undefined
  const isFixed = readOnly || !isOpen || run.full
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
      {isOpen && playbook?.minutes !== undefined && (
        <CalmClock started={run.started} minutes={playbook.minutes} />
      )}
      {run.full && isOpen && <p class="problem">{translate('run_full')}</p>}
      {!playbook && <p>{translate('run_unknown_explain')}</p>}
      {isPlaybookId(run.playbook) && <Avoid id={run.playbook} />}
      {playbook && (
        <Steps
          run={run}
          today={today}
          onAct={onAct}
          onBegin={onBegin}
          readOnly={isFixed}
          steps={pathOf(playbook, answersOf(run))}
          current={currentStep(playbook, run.done)}
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
      <RunDates run={run} today={today} readOnly={isFixed} onAct={onAct} />
      <RunLog run={run} readOnly={readOnly} onAct={onAct} />
      {!readOnly && <Ending run={run} onAct={onAct} />}
    </article>
  )
}

function answersOf({ done }: RunView): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(done).map(([step, { answer }]) => [step, answer]))
}

function Steps(props: Shown & { steps: ReturnType<typeof pathOf>; current: Step | undefined }) {
  const { run, readOnly, onAct, steps, current, today, onBegin } = props
  const { i18n, overviewIfRead: overview } = useApp()
  const { translate, number, moment } = i18n
  const chosen = useSignal<string | undefined>(undefined)
  const card = useRef<HTMLElement>(null)
  const { steps: path, parted } = steps
  const at = path.find(({ id }) => id === chosen.value) ?? current ?? path.at(-1)
  if (!at) return null
  const done = run.done[at.id]
  const { answer } = stepText(i18n, run.playbook, at.id)
  const place = { number: number(path.indexOf(at) + 1), total: number(path.length) }

  /** On the way again: the next step that is open, from its top. */
  async function go(event: Parameters<Act>[0]): Promise<void> {
    if (!(await onAct(event))) return
    chosen.value = undefined
    focusStep()
  }
  function focusStep(): void {
    card.current?.querySelector('h4')?.focus()
  }
  const store = overview?.stores.find(({ id }) => id === run.store)
  const front = store && frontOf(store)
  const branch = at.answers?.find((one) => one.answer === done?.answer)
  return (
    <div class="way">
      <section class="step" aria-labelledby={stepHeadingId(at)} ref={card}>
        <p class="soft">
          {parted ? translate('run_step_number', { number: place.number }) : translate('run_step_of', place)}
        </p>
        <StepText playbook={run.playbook} step={at} front={front} />
        {!readOnly && at.answers && (
          <fieldset>
            <legend>{translate('run_question')}</legend>
            <div class="answers">
              {at.answers.map((one) => (
                <button
                  key={one.answer}
                  type="button"
                  aria-pressed={one.answer === done?.answer}
                  onClick={() => void go({ kind: 'stepped', step: at.id, answer: one.answer })}
                >
                  {answer(one.answer)}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        {done && (
          <p class="good">
            {done.answer === undefined
              ? translate('run_done_on', { time: moment(done.at) })
              : translate('run_answered_on', { time: moment(done.at), answer: answer(done.answer) })}
          </p>
        )}
        {!readOnly && branch?.start && <Other playbook={branch.start} onBegin={onBegin} />}
        {!readOnly && (
          <p class="answers">
            {!at.answers && !done && (
              <button type="button" class="primary" onClick={() => void go({ kind: 'stepped', step: at.id })}>
                {translate('run_done')}
              </button>
            )}
            {done && (
              <button
                type="button"
                onClick={async () => {
                  if (await onAct({ kind: 'undone', step: at.id })) focusStep()
                }}
              >
                {translate('run_undone')}
              </button>
            )}
          </p>
        )}
        {!readOnly && <Writing key={at.id} run={run} step={at} onAct={onAct} />}
        {!readOnly && <StepClocks key={`${at.id} dates`} run={run} today={today} onAct={onAct} step={at} />}
      </section>
      <nav class="path" aria-label={translate('run_path')}>
        <h4>{translate('run_path')}</h4>
        <ol>
          {path.map((step) => {
            const { title } = stepText(i18n, run.playbook, step.id)
            const was = run.done[step.id]
            return (
              <li key={step.id} class={was ? 'good' : step === current ? 'waiting' : undefined}>
                <button
                  type="button"
                  class="link"
                  aria-current={step === at ? 'step' : undefined}
                  onClick={() => {
                    chosen.value = step.id
                    focusStep()
                  }}
                >
                  {title}
                  {was && <span class="visually-hidden"> {translate('run_done')}</span>}
                </button>
              </li>
            )
          })}
        </ol>
        {parted && <p class="soft">{translate('run_path_parts')}</p>}
        {!parted && !current && <p class="soft">{translate('run_all_done')}</p>}
      </nav>
    </div>
  )
}

/** The branches of an answer can lead into another playbook: both stay open. */
function Other({ playbook, onBegin }: { playbook: PlaybookId; onBegin: (playbook: PlaybookId) => void }) {
  const { i18n } = useApp()
  const title = playbookTitle(i18n, playbook) ?? playbook
  return (
    <div class="fits">
      <p>{i18n.translate('run_fits', { playbook: title })}</p>
      <p class="answers">
        <button type="button" onClick={() => onBegin(playbook)}>
          {i18n.translate('playbooks_start_of', { playbook: title })}
        </button>
      </p>
    </div>
  )
}

function Writing({ run, step, onAct }: { run: RunView; step: Step; onAct: Act }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const { evidence } = stepText(i18n, run.playbook, step.id)
  const common = { run: run.id, step: step.id, i18n, onAct }
  return (
    <>
      {step.contact && <Line {...common} what="case" label={translate('run_case')} longest={longestCase} />}
      {evidence.length > 0 && (
        <Line
          {...common}
          what="evidence"
          label={translate('run_file')}
          hint={translate('run_file_hint')}
          longest={longestEvidence}
        />
      )}
      <Line
        {...common}
        what="note"
        label={translate('run_note')}
        hint={translate('run_note_hint')}
        longest={longestNote}
      />
    </>
  )
}

/** What is refused stays in the field, with the reason under it; what was not added waits while another step is looked at. */
function Line(props: {
  run: string
  step: string
  what: LineKind
  label: string
  hint?: string
  longest: number
  onAct: Act
}) {
  const { run, step, what, label, hint, longest, onAct } = props
  const { i18n } = useApp()
  const { translate } = i18n
  const unsent = useUnsavedInput()
  const place = `run ${run} ${step} ${what}`
  const typed = useSignal(unsent.get(place) ?? '')
  const problem = useSignal<string | undefined>(undefined)
  async function submit(): Promise<void> {
    const text = typed.value.trim()
    problem.value = text === '' ? translate('run_empty') : lineProblem(i18n, text, longest)
    if (problem.value === undefined && (await onAct({ kind: 'wrote', step, what, text }))) type('')
  }
  function type(text: string): void {
    typed.value = text
    unsent.set(place, text)
  }
  const onInput = ({ currentTarget }: { currentTarget: { value: string } }) =>
    type(visible(currentTarget.value))
  return (
    <Field
      id={`${step}-${what}`}
      label={label}
      button={translate('run_add')}
      problem={problem.value}
      below={<SecretHint text={typed.value} onTakeOut={type} />}
      {...(hint === undefined ? {} : { hint })}
      onSubmit={() => void submit()}
    >
      {(described) =>
        what === 'note' ? (
          <textarea {...described} {...unshared} rows={2} value={typed.value} onInput={onInput} />
        ) : (
          <input {...described} {...unshared} value={typed.value} onInput={onInput} />
        )
      }
    </Field>
  )
}

function Ending({ run, onAct }: { run: RunView; onAct: Act }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const outcome = useSignal<(typeof outcomes)[number]>('solved')
  const place = useRef<HTMLElement>(null)
  // The button that was pressed is gone afterwards.
  const wasClosed = useRef(run.closed !== undefined)
  useEffect(() => {
    if (wasClosed.current !== (run.closed !== undefined)) place.current?.focus()
    wasClosed.current = run.closed !== undefined
  }, [run.closed])
  if (run.closed) {
    return (
      <section ref={place} tabIndex={-1}>
        <p class="answers">
          <button type="button" onClick={() => void onAct({ kind: 'resumed' })}>
            {translate('run_resume')}
          </button>
        </p>
      </section>
    )
  }
  return (
    <section ref={place} tabIndex={-1} class="panel" aria-labelledby="run-close">
      <h4 id="run-close">{translate('run_close')}</h4>
      <p class="soft">{translate('run_close_explain')}</p>
      <p class="field">
        <label for="outcome">{translate('run_close_outcome')}</label>
        <span class="entry">
          <select
            id="outcome"
            value={outcome.value}
            onChange={({ currentTarget: { value } }) => {
              outcome.value = outcomes.find((one) => one === value) ?? 'solved'
            }}
          >
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {outcomeText(i18n, one)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => void onAct({ kind: 'closed', outcome: outcome.value })}>
            {translate('run_close_button')}
          </button>
        </span>
      </p>
    </section>
  )
}
