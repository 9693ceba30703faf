import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import {
  type Answer,
  isSnoozeDay,
  longestName,
  longestNote,
  longestReason,
  longestSnoozeDays,
} from '../../domain/answer'
import { type ItemId, itemOf } from '../../domain/items'
import type { ItemView } from '../../domain/overview'
import { registerFor } from '../../domain/registers/register'
import { visible } from '../../domain/text/visible'
import { addDays } from '../../domain/time/day'
import { useApp } from '../../ui/app'
import { unshared } from '../../ui/typing'
import { Field, lineProblem, SecretHint } from '../forms/field'
import { useUnsavedInput } from '../forms/unsaved-input'
import { linkTo } from '../navigation/router'
import { registerTitle } from '../registers/register-text'
import { Figures, SourceLink } from '../sources/thresholds'
import { Pace } from './interval-select'

type Give = (answer: Answer) => Promise<boolean>

/** What only the dashboard has room for: own day, reason, somebody else, interval, note, figures and sources. */
export function ItemMore({ item, onAnswer }: { item: ItemView; onAnswer: Give }) {
  const { i18n, overview } = useApp()
  const { translate } = i18n
  return (
    <>
      <RegisterLink item={item.id} />
      <SnoozeDay id={item.id} onAnswer={onAnswer} />
      <Reason id={item.id} onAnswer={onAnswer} />
      <Elsewhere id={item.id} onAnswer={onAnswer} />
      {item.every && (
        <Pace id={item.id} label={translate('pace_label')} every={item.every} onAnswer={onAnswer} />
      )}
      <Note item={item} place={`note ${overview.store.id} ${item.id}`} onAnswer={onAnswer} />
      <Facts item={item} />
    </>
  )
}

/** The register that the item speaks of. */
function RegisterLink({ item }: { item: ItemId }) {
  const { i18n } = useApp()
  const register = registerFor(item)
  return register === undefined ? null : (
    <p class="field">
      <a href={linkTo({ part: 'registers', register })}>
        {i18n.translate('register_open', { register: registerTitle(i18n, register) })}
      </a>
    </p>
  )
}

function SnoozeDay({ id, onAnswer }: { id: string; onAnswer: Give }) {
  const {
    i18n: { translate, number },
    overview: { today },
  } = useApp()
  const day = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  const last = addDays(today, longestSnoozeDays)
  return (
    <Field
      id={`${id}-day`}
      label={translate('snooze_day')}
      button={translate('set')}
      problem={problem.value}
      onSubmit={() => {
        const fits = isSnoozeDay(day.value, today)
        problem.value = fits ? undefined : translate('snooze_day_bad', { days: number(longestSnoozeDays) })
        if (fits) void onAnswer({ kind: 'snoozed', for: { day: day.value } })
      }}
    >
      {(described) => (
        <input
          {...described}
          type="date"
          min={addDays(today, 1)}
          max={last}
          value={day.value}
          onInput={({ currentTarget }) => {
            day.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}

function Reason({ id, onAnswer }: { id: string; onAnswer: Give }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const reason = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  return (
    <Field
      id={`${id}-reason`}
      label={translate('reason_label')}
      button={translate('answer_dismiss')}
      problem={problem.value}
      below={<SecretHint text={reason.value} onTakeOut={(rest) => (reason.value = rest)} />}
      onSubmit={() => {
        const said = reason.value.trim()
        problem.value = lineProblem(i18n, said, longestReason)
        if (problem.value !== undefined) return
        void onAnswer({ kind: 'dismissed', ...(said === '' ? {} : { reason: said }) })
      }}
    >
      {(described) => (
        <input
          {...described}
          {...unshared}
          value={reason.value}
          onInput={({ currentTarget }) => {
            reason.value = visible(currentTarget.value)
          }}
        />
      )}
    </Field>
  )
}

function Elsewhere({ id, onAnswer }: { id: string; onAnswer: Give }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const by = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  return (
    <Field
      id={`${id}-elsewhere`}
      label={translate('elsewhere_by')}
      button={translate('answer_elsewhere')}
      problem={problem.value}
      below={<SecretHint text={by.value} onTakeOut={(rest) => (by.value = rest)} />}
      onSubmit={() => {
        const said = by.value.trim()
        problem.value = said === '' ? translate('elsewhere_missing') : lineProblem(i18n, said, longestName)
        if (problem.value === undefined) void onAnswer({ kind: 'handled-elsewhere', by: said })
      }}
    >
      {(described) => (
        <input
          {...described}
          {...unshared}
          value={by.value}
          onInput={({ currentTarget }) => {
            by.value = visible(currentTarget.value)
          }}
        />
      )}
    </Field>
  )
}

function Note({ item, place, onAnswer }: { item: ItemView; place: string; onAnswer: Give }) {
  const { i18n } = useApp()
  const { translate } = i18n
  // A row is made anew when its item moves to another section.
  const unsaved = useUnsavedInput()
  const field = useRef<HTMLTextAreaElement>(null)
  /** Undefined: as it is stored. */
  const typed = useSignal(unsaved.get(place))
  const note = typed.value ?? item.note ?? ''
  useLayoutEffect(() => {
    const row = field.current?.closest('details')
    if (row && unsaved.has(place)) row.open = true
  }, [])
  async function save(): Promise<void> {
    const said = note.trim()
    problem.value = lineProblem(i18n, said, longestNote)
    if (problem.value !== undefined || !(await onAnswer({ kind: 'noted', note: said }))) return
    // Typing may have gone on meanwhile.
    if ((unsaved.get(place) ?? note) !== note) return
    unsaved.delete(place)
    typed.value = undefined
  }
  const problem = useSignal<string | undefined>(undefined)
  function type(text: string): void {
    typed.value = text
    unsaved.set(place, text)
  }
  return (
    <Field
      id={`${item.id}-note`}
      label={translate('note_label')}
      button={translate('note_save')}
      problem={problem.value}
      hint={translate('note_hint')}
      below={<SecretHint text={note} onTakeOut={type} />}
      onSubmit={() => void save()}
    >
      {(described) => (
        <textarea
          {...described}
          {...unshared}
          ref={field}
          rows={2}
          value={note}
          onInput={({ currentTarget }) => type(visible(currentTarget.value))}
        />
      )}
    </Field>
  )
}

function Facts({ item }: { item: ItemView }) {
  const { translate } = useApp().i18n
  const { sources: ids, thresholds = [] } = itemOf(item.id)
  return (
    <details class="facts">
      <summary>{translate('sources_title')}</summary>
      <Figures ids={thresholds} />
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <SourceLink id={id} />
          </li>
        ))}
      </ul>
    </details>
  )
}
