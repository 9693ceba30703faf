import type { Deadline } from '../../domain/deadline'
import { thresholds } from '../../domain/facts/thresholds'
import { type RunView, type Step, sinceProblem, toldProblem } from '../../domain/playbooks/playbook'
import { playbookOf } from '../../domain/playbooks/playbooks'
import { calendarWords } from '../../i18n/calendar-format'
import { snake } from '../../i18n/item-text'
import { clockText, deadlineText, dueText } from '../../i18n/playbook-text'
import { Button } from '../button'
import { FieldForm, textOf } from '../forms/field'
import { useGuideApp } from '../guide-app'
import { focusInstead } from '../restore-focus'
import { Section } from '../section'
import type { Act, TextAt } from './run-actions'
import { stepHeadingId } from './step-content'
import { Facts } from './thresholds'

type Said = Parameters<Act>[0]
type DeadlineProps = { run: RunView; today: string; onAct: Act; textAt: TextAt }

const dateId = (clock: string) => `date-${clock}`

/** All dates of a run with their sources, and a field for a different date from Amazon. */
export function RunDates(props: DeadlineProps & { level: 2 | 4; readOnly: boolean }) {
  const { run, today, level, readOnly, onAct, textAt } = props
  const { i18n, translate, day } = useGuideApp()
  const words = calendarWords(i18n)
  if (run.deadlines.length === 0) return null
  /** An answer can remove its own field or button. */
  async function act(clock: string, event: Said): Promise<boolean> {
    const isStored = await onAct(event)
    if (isStored) focusInstead(() => document.getElementById(dateId(clock)))
    return isStored
  }
  return (
    <Section id="run-dates" title={translate('run_dates')} level={level}>
      <ul class="dates">
        {run.deadlines.map((deadline) => {
          const { clock, since, told, met, late } = deadline
          const form = { clock, today, textAt, onSay: (event: Said) => act(clock, event) }
          return (
            <li key={clock} class="box" id={dateId(clock)} tabIndex={-1}>
              <p>
                <strong>{deadlineText(i18n, deadline)}</strong>
                {!met && !late && <span class="soft"> {words.distance(today, deadline.day)}</span>}
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
                // Each date has the same fields.
                <fieldset aria-label={clockText(i18n, clock)}>
                  {since !== undefined && !told && isCounted(run, clock) && (
                    <DayForm key={since} {...form} id={`${clock}-since`} first={since} isStart />
                  )}
                  <DayForm {...form} id={`${clock}-told`} label={translate('run_date_told_label')} />
                  {!met && (
                    <p class="answers">
                      <Button onPress={() => act(clock, { kind: 'met', clock })}>
                        {translate('run_date_met_button')}
                      </Button>
                    </p>
                  )}
                </fieldset>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** True if this version knows its length, so that it can be counted from another day. */
function isCounted({ playbook }: RunView, clock: string): boolean {
  const clocks = playbookOf(playbook)?.steps.flatMap(({ clocks = [] }) => clocks) ?? []
  return clocks.some(({ id, length }) => id === clock && length !== undefined)
}

/** The source of a clock's length, its date and its certainty. */
function Source({ deadline: { figure, since } }: { deadline: Deadline }) {
  const { translate } = useGuideApp()
  const known = thresholds.find(({ id }) => id === figure)
  if (known) return <Facts title={translate('run_figures')} figures={[known.id]} />
  if (figure !== undefined) return <p class="soft">{translate('run_date_gone')}</p>
  return since === undefined ? null : <p class="soft">{translate('run_date_own')}</p>
}

/** The clocks of a step that have not started yet. */
export function StepClocks({ run, step, today, onAct, textAt }: DeadlineProps & { step: Step }) {
  const { i18n } = useGuideApp()
  /** The date moves to the list of dates; the focus goes to the step. */
  async function act(event: Said): Promise<boolean> {
    const isStored = await onAct(event)
    if (isStored) focusInstead(() => document.getElementById(stepHeadingId(step)))
    return isStored
  }
  const waiting = (step.clocks ?? []).filter(({ id }) => !run.deadlines.some(({ clock }) => clock === id))
  return (
    <>
      {waiting.map(({ id, length }) => {
        const form = { id: `${id}-day`, clock: id, today, textAt, onSay: act }
        return (
          <fieldset key={id}>
            <legend>{clockText(i18n, id)}</legend>
            {/* Counted from a day, or for what only a notice knows, the date itself. */}
            {length === undefined ? (
              <DayForm {...form} label={i18n.translate('run_date_notice_label')} />
            ) : (
              <DayForm {...form} first={today} isStart />
            )}
          </fieldset>
        )
      })}
    </>
  )
}

/** The field for a clock's start, or for the date from Amazon. A rejected date stays with the reason. */
function DayForm(props: {
  id: string
  clock: string
  isStart?: true
  label?: string
  first?: string
  today: string
  textAt: TextAt
  onSay: (event: Said) => Promise<boolean>
}) {
  const { id, clock, isStart, first = '', today, textAt, onSay } = props
  const { translate } = useGuideApp()
  const { label = translate('run_date_start') } = props
  const typed = textAt(id)
  return (
    <FieldForm
      id={id}
      kind="day"
      label={label}
      button={translate(isStart ? 'run_date_count' : 'run_date_set')}
      of={textOf(typed, first)}
      problemOf={(day) => {
        const problem = isStart ? sinceProblem(day, today) : toldProblem(day, today)
        return problem && translate(`run_day_${snake(problem)}`)
      }}
      onSubmit={async (day) => {
        const isStored = await onSay(
          isStart ? { kind: 'clock-started', clock, on: day } : { kind: 'told', clock, day },
        )
        if (isStored) typed.value = undefined
      }}
    />
  )
}
