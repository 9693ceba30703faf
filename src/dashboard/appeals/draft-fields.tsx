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
import { longestCommitment, newCommitmentId } from '../../domain/commitment'
import { withoutCertain } from '../../domain/text/secrets'
import { Field, partOf, type Typed } from '../../ui/forms/field'
import { once } from '../../ui/ignore-double-click'
import { focusInstead } from '../../ui/restore-focus'
import { useApp } from '../app/app'
import { wholeNumber } from '../forms/parse-number'
import { linkTo } from '../navigation/router'
import { draftTitle } from './draft-text'
import { useOpenDrafts, type Writing } from './open-drafts'

/** The fields of an appeal. */
export function AppealFields({ writing }: { writing: Writing }) {
  const { translate } = useApp().i18n
  const draft = writing.content
  const line = (id: string, label: string, of: Typed, longest = longestLine) => (
    <Field id={id} class="grow" label={label} longest={longest} of={of} />
  )
  const day = (id: string, label: string, of: Typed) => (
    <Field id={id} kind="day" max="9999-12-31" label={label} of={of} />
  )
  const words = (part: 'happened' | 'cause') => (
    <Field
      id={`appeal-${part}`}
      kind="note"
      rows={5}
      label={translate(`appeal_part_${part}`)}
      explain={translate(`appeal_hint_${part}`)}
      longest={longestPart}
      of={partOf(draft, part)}
    />
  )
  return (
    <>
      {line('appeal-title', translate('appeal_title'), partOf(draft, 'title'), longestTitle)}
      <div class="entry">
        {day('appeal-noticed', translate('appeal_noticed'), partOf(draft, 'noticed'))}
        {line('appeal-reference', translate('appeal_reference'), partOf(draft, 'reference'))}
      </div>
      {words('happened')}
      {words('cause')}
      <Rows
        part="done"
        add={translate('appeal_add_done')}
        writing={writing}
        of={(content) => partOf(content, 'done')}
        make={() => ({ what: '', on: '' })}
      >
        {(row, id) => (
          <>
            {line(`${id}-what`, translate('appeal_done_what'), partOf(row, 'what'))}
            {day(`${id}-on`, translate('appeal_done_on'), partOf(row, 'on'))}
          </>
        )}
      </Rows>
      <Rows
        part="measures"
        add={translate('appeal_add_measure')}
        writing={writing}
        of={(content) => partOf(content, 'measures')}
        make={(): PromisedMeasure => ({ id: newCommitmentId(), what: '', who: '', every: '' })}
      >
        {(row, id) => (
          <>
            {line(`${id}-what`, translate('appeal_measure_what'), partOf(row, 'what'), longestCommitment)}
            {line(`${id}-who`, translate('appeal_measure_who'), partOf(row, 'who'), longestName)}
            <Interval id={`${id}-every`} of={partOf(row, 'every')} />
            <KeepUp writing={writing} measure={row.value} />
          </>
        )}
      </Rows>
      <Rows
        part="evidence"
        add={translate('appeal_add_evidence')}
        writing={writing}
        of={(content) => partOf(content, 'evidence')}
        make={() => ({ name: '', on: '' })}
      >
        {(row, id) => (
          <>
            {line(`${id}-name`, translate('appeal_evidence_name'), partOf(row, 'name'))}
            {day(`${id}-on`, translate('appeal_evidence_on'), partOf(row, 'on'))}
          </>
        )}
      </Rows>
    </>
  )
}

/** Days between two checks. An invalid number stays in the field with an error and counts as empty. */
function Interval({ id, of }: { id: string; of: { value: number | '' } }) {
  const { translate, number } = useApp().i18n
  const typed = useSignal(String(of.value))
  const { least, most } = paceBounds
  const isBad = typed.value.trim() !== '' && wholeNumber(typed.value, paceBounds) === undefined
  return (
    <Field
      id={id}
      kind="digits"
      label={translate('commitment_every')}
      problem={
        isBad ? translate('commitment_every_bad', { least: number(least), most: number(most) }) : undefined
      }
      of={{
        get value() {
          return typed.value
        },
        set value(text) {
          typed.value = text
          of.value = wholeNumber(text, paceBounds) ?? ''
        },
      }}
    />
  )
}

function Rows<Row>(props: {
  part: 'done' | 'measures' | 'evidence'
  add: string
  writing: Writing
  of: (content: { value: Draft }) => { value: readonly Row[] }
  make: () => Row
  children: (row: { value: Row }, id: string) => ComponentChildren
}) {
  const { part, add, writing, make, children } = props
  const { i18n, session } = useApp()
  const { translate, number } = i18n
  const writings = useOpenDrafts()
  const of = props.of(writing.content)
  const title = translate(`appeal_part_${part}`)
  const rows = of.value
  // Keyed by row, so that text stays with its row when an earlier one is removed.
  const keys = useRef<number[]>([])
  const made = useRef(0)
  while (keys.current.length < rows.length) {
    made.current += 1
    keys.current.push(made.current)
  }
  keys.current.length = rows.length
  const list = useRef<HTMLFieldSetElement>(null)
  function remove(row: Row, index: number): void {
    keys.current.splice(index, 1)
    of.value = rows.toSpliced(index, 1)
    function putBack(): void {
      // The draft may have been opened again in the meantime.
      const now = writings.at(writing.draft).value ?? writing
      const left = props.of(now.content)
      left.value = left.value.toSpliced(index, 0, row)
      now.drawn.value += 1
    }
    session.tell({ kind: 'told', text: translate('appeal_row_removed'), undo: putBack })
    focusInstead(() => {
      const next = list.current?.querySelectorAll('.row-of')[index]?.querySelector('input')
      return next ?? list.current?.querySelector<HTMLElement>(':scope > button')
    })
  }
  return (
    <fieldset ref={list} class="rows-of">
      <legend>{title}</legend>
      <p class="soft">{translate(`appeal_hint_${part}`)}</p>
      {rows.map((row, index) => (
        <div key={keys.current[index]} class="entry row-of">
          {children(
            {
              get value() {
                return of.value[index] ?? row
              },
              set value(changed) {
                of.value = of.value.with(index, changed)
              },
            },
            `appeal-${part}-${keys.current[index]}`,
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
        <button
          type="button"
          onClick={() => {
            of.value = [...rows, make()]
          }}
        >
          {add}
        </button>
      )}
    </fieldset>
  )
}

/** Turns a preventive measure into a repeating check. */
function KeepUp({ writing, measure }: { writing: Writing; measure: PromisedMeasure }) {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const { every, what } = measure
  const store = overview.stores.find(({ id }) => id === writing.store)
  const id = `kept-${measure.id}`
  if (store?.measures?.some((one) => one.id === measure.id))
    return (
      <p id={id} class="soft" tabIndex={-1}>
        {translate('appeal_measure_kept')}{' '}
        <a href={linkTo({ part: 'checklist', item: measure.id })}>{translate('nav_checklist')}</a>
      </p>
    )
  return (
    <button
      type="button"
      disabled={every === '' || what.trim() === ''}
      onClick={async () => {
        if (every === '') return
        await writing.autosave.flush()
        const name = withoutCertain(draftTitle(writing.content.value, i18n))
        const origin = { name, on: overview.today, draft: writing.draft }
        const promise = { id: measure.id, title: withoutCertain(what.trim()), every, origin }
        await session.change({ kind: 'measure-promised', measure: promise }, writing.store)
        focusInstead(() => document.getElementById(id))
      }}
    >
      {translate('appeal_measure_keep')}
    </button>
  )
}
