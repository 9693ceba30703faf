import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { longestName, longestNote } from '../domain/answer'
import {
  departureOf,
  type FieldName,
  ownerOf,
  peopleKinds,
  problemsIn,
  type Register,
  type RegisterRow,
  type RowPlace,
  type RowValues,
  registers,
  singleRow,
} from '../domain/register'
import { AskError } from '../messages/ask'
import type { RowChanged } from '../messages/protocol'
import type { I18n } from '../platform/i18n'
import { itemText } from '../platform/item-text'
import { playbookTitle } from '../platform/playbook-text'
import { failureText } from '../ui/notice-line'
import { CompareComputers } from './compare-computers'
import { AsRead, useReading } from './loaded'
import type { Shown } from './parts'
import { PayoutRhythmForm } from './payout-rhythm'
import { plain } from './plain'
import { fieldLabel, registerEmpty, registerExplained, registerTitle, rowProblemText } from './register-text'

type Placed = RowPlace & RegisterRow

/** The seller's own small lists of the store that is shown, of its login, and of this computer. */
export function RegistersPart({ overview, session, i18n, route: { register } }: Shown) {
  const { translate, plural } = i18n
  const reading = useReading(() => session.ask('registers', null), [overview])
  const isRead = reading.value.value !== undefined
  useEffect(() => {
    if (isRead && register) document.getElementById(`register-${register}`)?.scrollIntoView()
  }, [register, isRead])

  /** @returns what went wrong, in words. */
  async function change(
    request: () => Promise<RowChanged>,
    told: string,
    undo?: () => Promise<RowChanged>,
  ): Promise<string | undefined> {
    try {
      const { overview: after, reported, ...rows } = await request()
      reading.value.value = rows
      const text = reported === undefined ? told : translate('register_reported')
      const takeBack = async () => {
        if (reported !== undefined) {
          await session.change({ kind: 'report-taken-back', of: reported.report })
          const id = crypto.randomUUID()
          await session.ask('change-run', { id, run: reported.run, kind: 'closed', outcome: 'false-alarm' })
        }
        if (undo) await change(undo, translate('card_undone'))
      }
      session.tell({ kind: 'told', text, undo: undo && (() => void takeBack()) }, after)
      return undefined
    } catch (error) {
      return translate(failureText[error instanceof AskError ? error.failure : 'unexpected'])
    }
  }

  const put = (place: RowPlace, values: RowValues, before: Placed | undefined) =>
    change(
      () => session.ask('put-row', { ...place, values }),
      translate('register_saved'),
      before
        ? () => session.ask('put-row', { ...place, values: sameOf(before.values, values) })
        : () => session.ask('remove-row', place),
    )
  const remove = ({ at: _at, reported: _reported, values, ...place }: Placed) =>
    change(
      () => session.ask('remove-row', place),
      translate('register_removed'),
      () => session.ask('put-row', { ...place, values }),
    )

  return (
    <AsRead reading={reading} i18n={i18n}>
      {(view) => (
        <div class="lists">
          <p>{translate('register_explain')}</p>
          {view.unreadable > 0 && (
            <p class="problem">
              {plural('register_unreadable', view.unreadable)} <a href="#/data">{translate('nav_data')}</a>
            </p>
          )}
          {registers.map((one) => {
            const owner = ownerOf(one, overview.store)
            const rows = view.rows.filter((row) => row.register === one.id && row.owner === owner)
            return (
              <RegisterSection
                key={`${one.id} ${owner}`}
                register={one}
                owner={owner}
                rows={rows}
                overview={overview}
                session={session}
                i18n={i18n}
                onPut={put}
                onRemove={remove}
              />
            )
          })}
        </div>
      )}
    </AsRead>
  )
}

function RegisterSection(
  props: Omit<Shown, 'route'> & {
    register: Register
    owner: string
    rows: readonly Placed[]
    onPut: (place: RowPlace, values: RowValues, before: Placed | undefined) => Promise<string | undefined>
    onRemove: (row: Placed) => Promise<string | undefined>
  },
) {
  const { register, owner, rows, overview, session, i18n, onPut, onRemove } = props
  const { translate } = i18n
  /** The row that is being changed; empty for a new one. */
  const editing = useSignal<string | undefined>(undefined)
  const failure = useSignal('')
  const addButton = useRef<HTMLButtonElement>(null)
  const close = () => {
    editing.value = undefined
    requestAnimationFrame(() => addButton.current?.focus())
  }
  const nameOf = ({ values }: Placed) => values[register.needs] ?? ''
  const form = (before: Placed | undefined) => (
    <RowForm
      register={register}
      before={before}
      today={overview.today}
      i18n={i18n}
      onCancel={close}
      onSave={async (values) => {
        const row = before?.row ?? (register.single ? singleRow : crypto.randomUUID().slice(0, 8))
        const problem = await onPut({ register: register.id, owner, row }, values, before)
        if (problem === undefined) close()
        return problem
      }}
    />
  )
  const isOpen = editing.value !== undefined
  return (
    <section class="store-form" aria-labelledby={`register-${register.id}`}>
      <h3 id={`register-${register.id}`}>{registerTitle(i18n, register.id)}</h3>
      <p class="soft">{registerExplained(i18n, register.id)}</p>
      {rows.length === 0 && register.id !== 'extensions' && <p>{registerEmpty(i18n, register.id)}</p>}
      <ul class="rows">
        {register.id === 'extensions' && (
          <li>
            <strong>{translate('brand')}</strong>
            <p class="soft">{translate('register_nightlatch')}</p>
          </li>
        )}
        {rows.map((row) => (
          <li key={row.row}>
            {editing.value === row.row ? (
              form(row)
            ) : (
              <>
                <RowFacts register={register} row={row} i18n={i18n} />
                {row.reported !== undefined && (
                  <p class="problem">
                    {translate('register_ended', { day: i18n.day(row.reported) })}{' '}
                    <a href={`#/playbook/${departureOf(row.row, row.reported).run}`}>
                      {playbookTitle(i18n, 'offboarding')}
                    </a>
                  </p>
                )}
                <p class="answers">
                  <button
                    type="button"
                    aria-label={translate('register_edit_named', { name: nameOf(row) })}
                    onClick={() => {
                      editing.value = row.row
                    }}
                  >
                    {translate('register_edit')}
                  </button>
                  <button
                    type="button"
                    aria-label={translate('register_remove_named', { name: nameOf(row) })}
                    onClick={async () => {
                      failure.value = (await onRemove(row)) ?? ''
                      addButton.current?.focus()
                    }}
                  >
                    {translate('register_remove')}
                  </button>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing.value === '' && form(undefined)}
      {!isOpen && !(register.single && rows.length > 0) && (
        <button
          ref={addButton}
          type="button"
          aria-label={translate('register_add_to', { register: registerTitle(i18n, register.id) })}
          onClick={() => {
            editing.value = ''
          }}
        >
          {translate('register_add')}
        </button>
      )}
      <p class="problem" role="alert">
        {failure}
      </p>
      {register.id === 'computers' && <CompareComputers count={rows.length} session={session} i18n={i18n} />}
      {register.id === 'payout-account' && (
        <PayoutRhythmForm key={owner} overview={overview} session={session} i18n={i18n} />
      )}
      <p class="soft links">
        {translate('register_items')}{' '}
        {register.items.map((item) => (
          <a key={item} href={`#/item/${item}`}>
            {itemText(i18n, item).title}
          </a>
        ))}
      </p>
    </section>
  )
}

/** The fields that were changed, as they were. */
function sameOf(before: RowValues, changed: RowValues): RowValues {
  const fields = Object.keys(changed) as FieldName[]
  return Object.fromEntries(fields.map((field) => [field, before[field] ?? '']))
}

function RowFacts({ register, row, i18n }: { register: Register; row: Placed; i18n: I18n }) {
  const { values } = row
  const fields = Object.keys(register.fields) as FieldName[]
  const [first, ...rest] = fields
  return (
    <>
      {first && <strong>{valueText(i18n, register, first, values[first] ?? '')}</strong>}
      <dl class="row-facts">
        {rest
          .filter((field) => values[field])
          .map((field) => (
            <div key={field}>
              <dt>{fieldLabel(i18n, register.id, field)}</dt>
              <dd class="note">{valueText(i18n, register, field, values[field] ?? '')}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function valueText(i18n: I18n, register: Register, field: FieldName, value: string): string {
  switch (register.fields[field]) {
    case 'day':
    case 'past-day':
      return i18n.day(value)
    case 'digits':
      return i18n.translate('register_masked', { digits: value })
    case 'kind-of-person':
      return kindText(i18n, value)
    default:
      return value
  }
}

function kindText({ translate }: I18n, kind: string): string {
  return translate(kind === 'agency' ? 'register_kind_agency' : 'register_kind_person')
}

function RowForm(props: {
  register: Register
  before: Placed | undefined
  today: string
  i18n: I18n
  onCancel: () => void
  onSave: (values: RowValues) => Promise<string | undefined>
}) {
  const { register, before, today, i18n, onCancel, onSave } = props
  const { translate } = i18n
  /** As it was when the form was opened: another tab may change it meanwhile. */
  const opened = useRef<RowValues>(before?.values ?? {})
  const typed = useSignal<RowValues>({
    // The choice that stands in the field unless another is made.
    ...(register.fields.kind && { kind: peopleKinds[0] }),
    ...opened.current,
  })
  const isTried = useSignal(false)
  const failure = useSignal('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const problems = isTried.value ? problemsIn(register, typed.value, today) : {}
  const fields = Object.keys(register.fields) as FieldName[]
  return (
    <form
      ref={form}
      class="row-form"
      onSubmit={async (event) => {
        event.preventDefault()
        isTried.value = true
        const bad = Object.keys(problemsIn(register, typed.value, today))
        const first = fields.find((field) => bad.includes(field))
        if (first) {
          form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
          return
        }
        const values = fields.map((field) => [field, (typed.value[field] ?? '').trim()] as const)
        const changed = values.filter(([field, value]) => value !== (opened.current[field] ?? ''))
        failure.value = (await onSave(Object.fromEntries(changed))) ?? ''
      }}
    >
      {fields.map((field) => {
        const id = `${register.id}-${before?.row ?? 'new'}-${field}`
        const problem = problems[field]
        const set = (value: string) => {
          typed.value = { ...typed.value, [field]: value }
        }
        const common = {
          id,
          name: field,
          'aria-describedby': `${id}-help`,
          'aria-invalid': problem !== undefined,
          value: typed.value[field] ?? '',
        }
        return (
          <div key={field} class="field">
            <label for={id}>{fieldLabel(i18n, register.id, field)}</label>
            <FieldInput
              kind={register.fields[field] ?? 'line'}
              common={common}
              i18n={i18n}
              today={today}
              onChange={set}
            />
            <p id={`${id}-help`} class={problem ? 'problem' : 'soft'} role={problem ? 'alert' : undefined}>
              {problem && rowProblemText(i18n, problem)}
            </p>
          </div>
        )
      })}
      <p class="problem" role="alert">
        {failure}
      </p>
      <p class="answers">
        <button type="submit">{translate('register_save')}</button>
        <button type="button" onClick={onCancel}>
          {translate('cancel')}
        </button>
      </p>
    </form>
  )
}

type Common = {
  id: string
  name: string
  'aria-describedby': string
  'aria-invalid': boolean
  value: string
}

function FieldInput(props: {
  kind: NonNullable<Register['fields'][FieldName]>
  common: Common
  today: string
  i18n: I18n
  onChange: (value: string) => void
}) {
  const { kind, common, today, i18n, onChange } = props
  const take = ({ currentTarget }: { currentTarget: { value: string } }) =>
    onChange(plain(currentTarget.value))
  switch (kind) {
    case 'kind-of-person':
      return (
        <select {...common} value={common.value || 'person'} onChange={take}>
          {peopleKinds.map((one) => (
            <option key={one} value={one}>
              {kindText(i18n, one)}
            </option>
          ))}
        </select>
      )
    case 'day':
      return <input {...common} type="date" onInput={take} />
    case 'past-day':
      return <input {...common} type="date" max={today} onInput={take} />
    case 'digits':
      return (
        <input
          {...common}
          class="digits"
          inputMode="numeric"
          autocomplete="off"
          maxLength={12}
          onInput={take}
        />
      )
    case 'note':
      return <textarea {...common} rows={2} maxLength={longestNote} onInput={take} />
    case 'line':
      return <input {...common} autocomplete="off" maxLength={longestName} onInput={take} />
  }
}
