import { useSignal } from '@preact/signals'
import type { Deadline } from '../../domain/deadline'
import { thresholds } from '../../domain/facts/thresholds'
import {
  type Clock,
  type DayProblem,
  type RunView,
  type Step,
  sinceProblem,
  toldProblem,
} from '../../domain/playbooks/playbook'
import { playbookOf } from '../../domain/playbooks/playbooks'
import { clockText, deadlineText, dueText } from '../../i18n/playbook-text'
import { useApp } from '../../ui/app'
import { focusInstead } from '../focus/restore-focus'
import { Field } from '../forms/field'
import { Figures } from '../sources/thresholds'
import type { Act } from './run-actions'
import { stepHeadingId } from './step-content'

type Shown = { run: RunView; today: string; onAct: Act }

const dateId = (clock: string) => `date-${clock}`

/** All dates of a run, each with what it rests on, and the way to say that Amazon told otherwise. */
export function RunDates({ run, today, readOnly, onAct }: Shown & { readOnly: boolean }) {
  const { i18n } = useApp()
  const { translate, day } = i18n
  if (run.deadlines.length === 0) return null
  /** What was said of a date can make its field or button needless. */
  async function act(clock: string, event: Parameters<Act>[0]): Promise<void> {
    if (await onAct(event)) focusInstead(() => document.getElementById(dateId(clock)))
  }
  return (
    <section aria-labelledby="run-dates">
      <h4 id="run-dates">{translate('run_dates')}</h4>
      <ul class="dates">
        {run.deadlines.map((deadline) => {
          const { clock, since, told, met, late } = deadline
          return (
            <li key={clock} id={dateId(clock)} tabIndex={-1}>
              <p>
                <strong>{deadlineText(i18n, deadline)}</strong>
              </p>
              {late && <p class="problem">{translate('run_date_late')}</p>}
              {met && <p class="soft">{translate('run_date_met')}</p>}
              {told && <p class="soft">{translate('run_date_told', { on: day(told.on) })}</p>}
              {told?.instead && (
                <p class="soft">{translate('run_date_instead', { day: dueText(i18n, told.instead) })}</p>
              )}
              {since !== undefined && <p class="soft">{translate('run_date_since', { day: day(since) })}</p>}
              <Source deadline={deadline} />
              {!readOnly && (
                <>
                  {since !== undefined && !told && isCounted(run, clock) && (
                    <DayForm
                      key={since}
                      id={`${clock}-since`}
                      label={translate('run_date_start')}
                      button={translate('run_date_count')}
                      first={since}
                      problemOf={(on) => sinceProblem(on, today)}
                      onDay={(on) => void act(clock, { kind: 'clock-started', clock, on })}
                    />
                  )}
                  <DayForm
                    id={`${clock}-told`}
                    label={translate('run_date_told_label')}
                    button={translate('run_date_set')}
                    problemOf={(on) => toldProblem(on, today)}
                    onDay={(on) => void act(clock, { kind: 'told', clock, day: on })}
                  />
                  {!met && (
                    <p class="answers">
                      <button type="button" onClick={() => void act(clock, { kind: 'met', clock })}>
                        {translate('run_date_met_button')}
                      </button>
                    </p>
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** This version knows how long it runs, so it can be counted anew from another day. */
function isCounted({ playbook }: RunView, clock: string): boolean {
  const clocks = playbookOf(playbook)?.steps.flatMap(({ clocks = [] }) => clocks) ?? []
  return clocks.some(({ id, length }) => id === clock && length !== undefined)
}

/** Where the length of a clock comes from, when it was seen and how sure it is. */
function Source({ deadline: { figure, since } }: { deadline: Deadline }) {
  const { translate } = useApp().i18n
  const known = thresholds.find(({ id }) => id === figure)
  if (known) {
    return (
      <details class="facts">
        <summary>{translate('run_figures')}</summary>
        <Figures ids={[known.id]} />
      </details>
    )
  }
  if (figure !== undefined) return <p class="soft">{translate('run_date_gone')}</p>
  return since === undefined ? null : <p class="soft">{translate('run_date_own')}</p>
}

/** The clocks of a step that do not run yet. */
export function StepClocks({ run, step, today, onAct }: Shown & { step: Step }) {
  /** Its field goes to the other dates; whoever filled it in goes on with the step. */
  async function act(event: Parameters<Act>[0]): Promise<boolean> {
    const isDone = await onAct(event)
    if (isDone) focusInstead(() => document.getElementById(stepHeadingId(step)))
    return isDone
  }
  const waiting = (step.clocks ?? []).filter(({ id }) => !run.deadlines.some(({ clock }) => clock === id))
  return (
    <>
      {waiting.map((clock) => (
        <StepClock key={clock.id} clock={clock} today={today} onAct={act} />
      ))}
    </>
  )
}

/** Counted from a day, or for what only a notice knows, the date itself. */
function StepClock({ clock, today, onAct }: Omit<Shown, 'run'> & { clock: Clock }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const isCounted = clock.length !== undefined
  return (
    <fieldset>
      <legend>{clockText(i18n, clock.id)}</legend>
      <DayForm
        id={`${clock.id}-day`}
        label={translate(isCounted ? 'run_date_start' : 'run_date_notice_label')}
        button={translate(isCounted ? 'run_date_count' : 'run_date_set')}
        {...(isCounted ? { first: today } : {})}
        problemOf={(on) => (isCounted ? sinceProblem(on, today) : toldProblem(on, today))}
        onDay={(on) =>
          void onAct(
            isCounted
              ? { kind: 'clock-started', clock: clock.id, on }
              : { kind: 'told', clock: clock.id, day: on },
          )
        }
      />
    </fieldset>
  )
}

/** A day that is not taken stays in the field, with the reason under it. */
function DayForm(props: {
  id: string
  label: string
  button: string
  first?: string
  problemOf: (day: string) => DayProblem | undefined
  onDay: (day: string) => void
}) {
  const { id, label, button, first, problemOf, onDay } = props
  const { translate } = useApp().i18n
  const chosen = useSignal(first ?? '')
  const problem = useSignal<DayProblem | undefined>(undefined)
  const explained = {
    missing: translate('run_day_missing'),
    past: translate('run_day_past'),
    'too-old': translate('run_day_too_old'),
    'too-far': translate('run_day_too_far'),
  } satisfies Record<DayProblem, string>
  return (
    <Field
      id={id}
      label={label}
      button={button}
      problem={problem.value && explained[problem.value]}
      onSubmit={() => {
        problem.value = problemOf(chosen.value)
        if (problem.value === undefined) onDay(chosen.value)
      }}
    >
      {(described) => (
        <input
          {...described}
          type="date"
          value={chosen.value}
          onInput={({ currentTarget }) => {
            chosen.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}
