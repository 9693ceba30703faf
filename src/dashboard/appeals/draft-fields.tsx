import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { longestName, paceBounds } from '../../domain/answer'
import {
  type Draft,
  longestLine,
  longestPart,
  longestTitle,
  mostLines,
  type PromisedMeasure,
} from '../../domain/appeals/draft'
import { longestMeasure, type MeasureId } from '../../domain/commitment'
import { visible } from '../../domain/text/visible'
import { useApp } from '../../ui/app'
import { once } from '../../ui/ignore-double-click'
import { unshared } from '../../ui/typing'
import { focusInstead } from '../focus/restore-focus'
import { SecretHint, tooLongText } from '../forms/field'
import { wholeNumber } from '../forms/parse-number'

/**
 * All that is written of an appeal.
 * @param onRemoved gets the way back of a row that was removed.
 * @param children what follows the fields of a measure.
 */
export function AppealFields(props: {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  onRemoved: (back: (draft: Draft) => Partial<Draft>) => void
  children: (measure: PromisedMeasure) => ComponentChildren
}) {
  const { draft, onChange, onRemoved, children } = props
  const { translate } = useApp().i18n
  return (
    <>
      <Line
        id="appeal-title"
        label={translate('appeal_title')}
        longest={longestTitle}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <div class="entry">
        <DayField
          id="appeal-noticed"
          label={translate('appeal_noticed')}
          value={draft.noticed}
          onChange={(noticed) => onChange({ noticed })}
        />
        <Line
          id="appeal-reference"
          label={translate('appeal_reference')}
          longest={longestLine}
          value={draft.reference}
          onChange={(reference) => onChange({ reference })}
        />
      </div>
      <Words
        id="appeal-happened"
        label={translate('appeal_part_happened')}
        hint={translate('appeal_hint_happened')}
        value={draft.happened}
        onChange={(happened) => onChange({ happened })}
      />
      <Words
        id="appeal-cause"
        label={translate('appeal_part_cause')}
        hint={translate('appeal_hint_cause')}
        value={draft.cause}
        onChange={(cause) => onChange({ cause })}
      />
      <Rows
        id="appeal-done"
        title={translate('appeal_part_done')}
        hint={translate('appeal_hint_done')}
        add={translate('appeal_add_done')}
        rows={draft.done}
        make={() => ({ what: '', on: '' })}
        onChange={(done) => onChange({ done })}
        onRemoved={(back) => onRemoved((now) => ({ done: back(now.done) }))}
      >
        {(row, id, put) => (
          <>
            <Line
              id={`${id}-what`}
              label={translate('appeal_done_what')}
              longest={longestLine}
              value={row.what}
              onChange={(what) => put({ ...row, what })}
            />
            <DayField
              id={`${id}-on`}
              label={translate('appeal_done_on')}
              value={row.on}
              onChange={(on) => put({ ...row, on })}
            />
          </>
        )}
      </Rows>
      <Rows
        id="appeal-measures"
        title={translate('appeal_part_measures')}
        hint={translate('appeal_hint_measures')}
        add={translate('appeal_add_measure')}
        rows={draft.measures}
        make={(): PromisedMeasure => ({ id: newMeasureId(), what: '', who: '', every: '' })}
        onChange={(measures) => onChange({ measures })}
        onRemoved={(back) => onRemoved((now) => ({ measures: back(now.measures) }))}
      >
        {(row, id, put) => (
          <>
            <Line
              id={`${id}-what`}
              label={translate('appeal_measure_what')}
              longest={longestMeasure}
              value={row.what}
              onChange={(what) => put({ ...row, what })}
            />
            <Line
              id={`${id}-who`}
              label={translate('appeal_measure_who')}
              longest={longestName}
              value={row.who}
              onChange={(who) => put({ ...row, who })}
            />
            <Interval id={`${id}-every`} value={row.every} onChange={(every) => put({ ...row, every })} />
            {children(row)}
          </>
        )}
      </Rows>
      <Rows
        id="appeal-evidence"
        title={translate('appeal_part_evidence')}
        hint={translate('appeal_hint_evidence')}
        add={translate('appeal_add_evidence')}
        rows={draft.evidence}
        make={() => ({ name: '', on: '' })}
        onChange={(evidence) => onChange({ evidence })}
        onRemoved={(back) => onRemoved((now) => ({ evidence: back(now.evidence) }))}
      >
        {(row, id, put) => (
          <>
            <Line
              id={`${id}-name`}
              label={translate('appeal_evidence_name')}
              longest={longestLine}
              value={row.name}
              onChange={(name) => put({ ...row, name })}
            />
            <DayField
              id={`${id}-on`}
              label={translate('appeal_evidence_on')}
              value={row.on}
              onChange={(on) => put({ ...row, on })}
            />
          </>
        )}
      </Rows>
    </>
  )
}

function newMeasureId(): MeasureId {
  return `own-${crypto.randomUUID().slice(0, 8)}`
}

type FieldProps = { id: string; label: string; value: string; onChange: (value: string) => void }

function Line({ id, label, value, longest, onChange }: FieldProps & { longest: number }) {
  const isLong = value.length > longest
  return (
    <div class="field grow">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...unshared}
        aria-describedby={`${id}-problem`}
        aria-invalid={isLong}
        value={value}
        onInput={({ currentTarget }) => onChange(visible(currentTarget.value))}
      />
      <TooLong id={id} longest={isLong ? longest : undefined} />
      <SecretHint text={value} onTakeOut={onChange} />
    </div>
  )
}

function Words({ id, label, hint, value, onChange }: FieldProps & { hint: string }) {
  const isLong = value.length > longestPart
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p id={`${id}-hint`} class="soft">
        {hint}
      </p>
      <textarea
        id={id}
        {...unshared}
        rows={5}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={isLong}
        value={value}
        onInput={({ currentTarget }) => onChange(visible(currentTarget.value))}
      />
      <TooLong id={id} longest={isLong ? longestPart : undefined} />
      <SecretHint text={value} onTakeOut={onChange} />
    </div>
  )
}

/** @param longest missing while the text fits. */
function TooLong({ id, longest }: { id: string; longest: number | undefined }) {
  const { i18n } = useApp()
  return (
    <p id={`${id}-problem`} class="problem" role="alert">
      {longest !== undefined && tooLongText(i18n, longest)}
    </p>
  )
}

function DayField({ id, label, value, onChange }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        max="9999-12-31"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}

/** Days between two checks; what is no such number stays in the field and is told, and counts as not said. */
function Interval(props: { id: string; value: number | ''; onChange: (value: number | '') => void }) {
  const { id, value, onChange } = props
  const { translate, number } = useApp().i18n
  const typed = useSignal(String(value))
  const { least, most } = paceBounds
  const isBad = typed.value.trim() !== '' && wholeNumber(typed.value, paceBounds) === undefined
  return (
    <div class="field">
      <label for={id}>{translate('measure_every')}</label>
      <input
        id={id}
        {...unshared}
        class="digits"
        inputMode="numeric"
        aria-describedby={`${id}-help`}
        aria-invalid={isBad}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
          onChange(wholeNumber(typed.value, paceBounds) ?? '')
        }}
      />
      <p id={`${id}-help`} class="problem" role="alert">
        {isBad && translate('measure_every_bad', { least: number(least), most: number(most) })}
      </p>
    </div>
  )
}

function Rows<T>(props: {
  id: string
  title: string
  hint: string
  add: string
  rows: readonly T[]
  make: () => T
  onChange: (rows: readonly T[]) => void
  /** Gets the way back into the rows as they are by then. */
  onRemoved: (back: (now: readonly T[]) => readonly T[]) => void
  children: (row: T, id: string, put: (row: T) => void) => ComponentChildren
}) {
  const { id, title, hint, add, rows, make, onChange, onRemoved, children } = props
  const { translate, number } = useApp().i18n
  // What is typed in a row belongs to it, also when one before it goes.
  const keys = useRef<number[]>([])
  const made = useRef(0)
  while (keys.current.length < rows.length) {
    made.current += 1
    keys.current.push(made.current)
  }
  keys.current.length = rows.length
  const list = useRef<HTMLFieldSetElement>(null)
  function remove(row: T, index: number): void {
    keys.current = keys.current.filter((_, at) => at !== index)
    onChange(rows.filter((_, at) => at !== index))
    onRemoved((now) => [...now.slice(0, index), row, ...now.slice(index)])
    focusInstead(() => {
      const next = list.current?.querySelectorAll('.row-of')[index]?.querySelector('input')
      return next ?? list.current?.querySelector<HTMLElement>(':scope > button')
    })
  }
  return (
    <fieldset ref={list} class="rows-of">
      <legend>{title}</legend>
      <p class="soft">{hint}</p>
      {rows.map((row, index) => (
        <div key={keys.current[index]} class="entry row-of">
          {children(row, `${id}-${keys.current[index]}`, (changed) =>
            onChange(rows.map((one, at) => (at === index ? changed : one))),
          )}
          <button
            type="button"
            aria-label={translate('appeal_row_remove', { part: title, number: number(index + 1) })}
            onClick={once(() => remove(row, index))}
          >
            {translate('register_remove')}
          </button>
        </div>
      ))}
      {rows.length < mostLines && (
        <button type="button" onClick={() => onChange([...rows, make()])}>
          {add}
        </button>
      )}
    </fieldset>
  )
}
