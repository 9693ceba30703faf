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
import type { StoreId } from '../../domain/ids'
import { type ItemId, itemOf } from '../../domain/items'
import type { ItemView } from '../../domain/overview'
import { registerFor } from '../../domain/registers/register'
import { visible } from '../../domain/text/visible'
import { addDays } from '../../domain/time/day'
import type { I18n } from '../../i18n/i18n'
import { unshared } from '../../ui/typing'
import { Field, lineProblem, SecretHint } from '../forms/field'
import { usePage } from '../page-model'
import { registerTitle } from '../registers/register-text'
import { Figures, SourceLink } from '../sources/thresholds'
import { Pace } from './interval-select'

type Give = (answer: Answer) => Promise<boolean>

/** What only the dashboard has room for: own day, reason, somebody else, interval, note, figures and sources. */
export function ItemMore(props: {
  item: ItemView
  store: StoreId
  i18n: I18n
  today: string
  onAnswer: Give
}) {
  const { item, store, i18n, today, onAnswer } = props
  const { translate } = i18n
  return (
    <>
      <RegisterLink item={item.id} i18n={i18n} />
      <SnoozeDay id={item.id} i18n={i18n} today={today} onAnswer={onAnswer} />
      <Reason id={item.id} i18n={i18n} onAnswer={onAnswer} />
      <Elsewhere id={item.id} i18n={i18n} onAnswer={onAnswer} />
      {item.every && (
        <Pace
          id={item.id}
          label={translate('pace_label')}
          every={item.every}
          i18n={i18n}
          onAnswer={onAnswer}
        />
      )}
      <Note item={item} place={`note ${store} ${item.id}`} i18n={i18n} onAnswer={onAnswer} />
      <Facts item={item} i18n={i18n} />
    </>
  )
}

/** The register that the item speaks of. */
function RegisterLink({ item, i18n }: { item: ItemId; i18n: I18n }) {
  const register = registerFor(item)
  return register === undefined ? null : (
    <p class="field">
      <a href={`#/registers/${register}`}>
        {i18n.translate('register_open', { register: registerTitle(i18n, register) })}
      </a>
    </p>
  )
}

function SnoozeDay({ id, i18n, today, onAnswer }: { id: string; i18n: I18n; today: string; onAnswer: Give }) {
  const { translate, number } = i18n
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

function Reason({ id, i18n, onAnswer }: { id: string; i18n: I18n; onAnswer: Give }) {
  const { translate } = i18n
  const reason = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  return (
    <Field
      id={`${id}-reason`}
      label={translate('reason_label')}
      button={translate('answer_dismiss')}
      problem={problem.value}
      below={<SecretHint text={reason.value} i18n={i18n} onTakeOut={(rest) => (reason.value = rest)} />}
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

function Elsewhere({ id, i18n, onAnswer }: { id: string; i18n: I18n; onAnswer: Give }) {
  const { translate } = i18n
  const by = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  return (
    <Field
      id={`${id}-elsewhere`}
      label={translate('elsewhere_by')}
      button={translate('answer_elsewhere')}
      problem={problem.value}
      below={<SecretHint text={by.value} i18n={i18n} onTakeOut={(rest) => (by.value = rest)} />}
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

function Note(props: { item: ItemView; place: string; i18n: I18n; onAnswer: Give }) {
  const { item, place, i18n, onAnswer } = props
  const { translate } = i18n
  // A row is made anew when its item moves to another section.
  const { typed: unsaved } = usePage()
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
      below={<SecretHint text={note} i18n={i18n} onTakeOut={type} />}
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

function Facts({ item, i18n }: { item: ItemView; i18n: I18n }) {
  const { translate } = i18n
  const { sources: ids, thresholds = [] } = itemOf(item.id)
  return (
    <details class="facts">
      <summary>{translate('sources_title')}</summary>
      <Figures ids={thresholds} i18n={i18n} />
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
