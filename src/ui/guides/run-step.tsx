import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { longestNote } from '../../domain/answer'
import {
  type LineKind,
  longestCase,
  longestEvidence,
  outcomes,
  type PlaybookId,
  type RunView,
  type Step,
  type StepId,
  type Way,
} from '../../domain/playbooks/playbook'
import { outcomeText, playbookTitle, stepText } from '../../i18n/playbook-text'
import { Button } from '../button'
import { FieldForm, textOf } from '../forms/field'
import { useGuideApp } from '../guide-app'
import type { Act, TextAt } from './run-actions'
import { lineText } from './run-log'

// What the pages of a run are made of. The dashboard has room for all of it, the panel shows it step by step.

type StepProps = { run: RunView; step: Step }

/**
 * Returns what does a step, or reopens it, and then shows the next one that is open.
 * @param choose shows a step; undefined: the first that is not done.
 */
export function useStepDone({ playbook }: RunView, onAct: Act, choose: (step?: StepId) => void) {
  const { i18n, session } = useGuideApp()
  return {
    async done(step: StepId, answer?: string): Promise<void> {
      const event = { kind: 'stepped' as const, step, ...(answer !== undefined && { answer }) }
      if (!(await onAct(event))) return
      choose()
      const undo = async () => {
        if (await onAct({ kind: 'undone', step })) choose(step)
      }
      session.tell({ kind: 'told', text: lineText(playbook, event, i18n), undo })
    },
    async reopen(step: StepId): Promise<void> {
      if (await onAct({ kind: 'undone', step })) choose(step)
    },
  }
}

type Doing = ReturnType<typeof useStepDone>

/** "Step 2 of 5", without the number of all steps while it depends on an answer. */
export function StepPlace({ way: { steps, parted }, step }: { way: Way; step: Step }) {
  const { translate, number } = useGuideApp()
  const place = number(steps.indexOf(step) + 1)
  return (
    <p class="soft">
      {parted
        ? translate('run_step_number', { number: place })
        : translate('run_step_of', { number: place, total: number(steps.length) })}
    </p>
  )
}

/** The question of a step, and its answers. */
export function StepQuestion({ run, step, done }: StepProps & Pick<Doing, 'done'>) {
  const { i18n, translate } = useGuideApp()
  const { answer } = stepText(i18n, run.playbook, step.id)
  if (!step.answers) return null
  return (
    <fieldset>
      <legend>{translate('run_question')}</legend>
      <div class="answers">
        {step.answers.map((one) => (
          <Button
            key={one.answer}
            aria-pressed={one.answer === run.done[step.id]?.answer}
            onPress={() => done(step.id, one.answer)}
          >
            {answer(one.answer)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

/** When it was done, and with which answer. */
export function StepState({ run, step }: StepProps) {
  const { i18n, translate, moment } = useGuideApp()
  const was = run.done[step.id]
  if (!was) return null
  const time = moment(was.at)
  const { answer } = stepText(i18n, run.playbook, step.id)
  return (
    <p class="good">
      {was.answer === undefined
        ? translate('run_done_on', { time })
        : translate('run_answered_on', { time, answer: answer(was.answer) })}
    </p>
  )
}

/** Offers another playbook that the answer leads to. Both stay open. */
export function OtherGuide(props: StepProps & { onBegin: (playbook: PlaybookId) => void }) {
  const { run, step, onBegin } = props
  const { i18n, translate } = useGuideApp()
  const playbook = step.answers?.find(({ answer }) => answer === run.done[step.id]?.answer)?.start
  if (!playbook) return null
  const title = playbookTitle(i18n, playbook) ?? playbook
  return (
    <div class="box fits">
      <p>{translate('run_fits', { playbook: title })}</p>
      <p class="answers">
        <Button onPress={() => onBegin(playbook)}>
          {translate('playbooks_start_of', { playbook: title })}
        </Button>
      </p>
    </div>
  )
}

/** All steps, each to be shown. */
export function Path(props: { run: RunView; way: Way; choose: (step: StepId) => void }) {
  const { run, way, choose } = props
  const { i18n, translate } = useGuideApp()
  return (
    <>
      <ol class="path">
        {way.steps.map((step) => {
          const { title } = stepText(i18n, run.playbook, step.id)
          const was = run.done[step.id]
          return (
            <li key={step.id} class={was ? 'good' : step === way.current ? 'waiting' : undefined}>
              <Button
                class="link"
                aria-current={step === way.shown ? 'step' : undefined}
                onPress={() => choose(step.id)}
              >
                {title}
                {was && <span class="visually-hidden"> {translate('run_done')}</span>}
              </Button>
            </li>
          )
        })}
      </ol>
      {way.parted && <p class="soft">{translate('run_path_parts')}</p>}
      {!way.parted && !way.current && <p class="soft">{translate('run_all_done')}</p>}
    </>
  )
}

/** The fields of a step. Unsaved text is kept while another step is shown. */
export function StepLines({ run, step, onAct, textAt }: StepProps & { onAct: Act; textAt: TextAt }) {
  const { i18n, translate } = useGuideApp()
  const { evidence } = stepText(i18n, run.playbook, step.id)
  const line = (what: LineKind, longest: number, label: string, hint = '') => {
    const typed = textAt(`${step.id} ${what}`)
    return (
      <FieldForm
        id={`${step.id}-${what}`}
        kind={what === 'note' ? 'note' : 'line'}
        rows={2}
        label={label}
        button={translate('run_add')}
        isOneOfSeveral
        hint={hint}
        missing={translate('run_empty')}
        longest={longest}
        of={textOf(typed)}
        onSubmit={async (text) => {
          if (await onAct({ kind: 'wrote', step: step.id, what, text })) typed.value = undefined
        }}
      />
    )
  }
  return (
    <>
      {step.contact && line('case', longestCase, translate('run_case'))}
      {evidence.length > 0 &&
        line('evidence', longestEvidence, translate('run_file'), translate('run_file_hint'))}
      {line('note', longestNote, translate('run_note'), translate('run_note_hint'))}
    </>
  )
}

/** Closes a run, or reopens it. */
export function Ending({ run, level, onAct }: { run: RunView; level: 2 | 4; onAct: Act }) {
  const { i18n, translate } = useGuideApp()
  const outcome = useSignal<(typeof outcomes)[number]>('solved')
  const place = useRef<HTMLElement>(null)
  const Heading = `h${level}` as const
  // The pressed button disappears.
  const wasClosed = useRef(run.closed !== undefined)
  useEffect(() => {
    if (wasClosed.current !== (run.closed !== undefined)) place.current?.focus()
    wasClosed.current = run.closed !== undefined
  }, [run.closed])
  if (run.closed) {
    return (
      <section ref={place} tabIndex={-1} class="area">
        <p class="answers">
          <Button onPress={() => onAct({ kind: 'resumed' })}>{translate('run_resume')}</Button>
        </p>
      </section>
    )
  }
  return (
    <section ref={place} tabIndex={-1} class="panel" aria-labelledby="run-close">
      <Heading id="run-close">{translate('run_close')}</Heading>
      <p class="soft">{translate('run_close_explain')}</p>
      <FieldForm
        id="outcome"
        kind="select"
        label={translate('run_close_outcome')}
        button={translate('run_close_button')}
        of={outcome}
        options={outcomes.map((one) => [one, outcomeText(i18n, one)])}
        onSubmit={() => void onAct({ kind: 'closed', outcome: outcome.value })}
      />
    </section>
  )
}
