import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import {
  type FieldName,
  peopleKinds,
  problemsIn,
  type Register,
  type RowValues,
} from '../../domain/registers/register'
import { visible } from '../../domain/text/visible'
import { useApp } from '../../ui/app'
import { unshared } from '../../ui/typing'
import { SecretHint } from '../forms/field'
import { plainDigits } from '../forms/parse-number'
import type { OpenRow } from './open-rows'
import { fieldLabel, kindText, rowProblemText } from './register-text'

/** @param onSave gets all fields as they stand in the form. @returns what went wrong, in words. */
export function RowForm(props: {
  register: Register
  open: OpenRow
  today: string
  onCancel: () => void
  onSave: (values: RowValues) => Promise<string | undefined>
}) {
  const {
    register,
    open: { row, isNew, typed },
    today,
    onCancel,
    onSave,
  } = props
  const { i18n } = useApp()
  const { translate } = i18n
  const isTried = useSignal(false)
  const isSaving = useRef(false)
  const failure = useSignal('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // Its opener has gone. A form that was open before leaves the focus where it is.
    if (document.activeElement === document.body) form.current?.querySelector('input')?.focus()
  }, [])
  const fields = Object.keys(register.fields) as FieldName[]
  const values: RowValues = Object.fromEntries(
    fields.map((field) => {
      const value = typed.value[field] ?? ''
      return [field, register.fields[field] === 'digits' ? plainDigits(value) : value.trim()]
    }),
  )
  const wrong = problemsIn(register, values, today)
  const problems = isTried.value ? wrong : {}
  return (
    <form
      ref={form}
      class="row-form"
      onSubmit={async (event) => {
        event.preventDefault()
        if (isSaving.current) return
        isTried.value = true
        const first = fields.find((field) => wrong[field] !== undefined)
        if (first) {
          form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
          return
        }
        isSaving.current = true
        failure.value = (await onSave(values)) ?? ''
        isSaving.current = false
      }}
    >
      {fields.map((field) => {
        const id = `${register.id}-${isNew ? 'new' : row}-${field}`
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
              today={today}
              onChange={set}
            />
            <p id={`${id}-help`} class={problem ? 'problem' : 'soft'} role={problem ? 'alert' : undefined}>
              {problem && rowProblemText(i18n, problem)}
            </p>
            {isWords(register, field) && <SecretHint text={typed.value[field] ?? ''} onTakeOut={set} />}
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

function isWords({ fields }: Register, field: FieldName): boolean {
  return fields[field] === 'line' || fields[field] === 'note'
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
  onChange: (value: string) => void
}) {
  const { kind, common, today, onChange } = props
  const { i18n } = useApp()
  const take = ({ currentTarget }: { currentTarget: { value: string } }) =>
    onChange(visible(currentTarget.value))
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
      return <input {...common} {...unshared} class="digits" inputMode="numeric" onInput={take} />
    case 'note':
      return <textarea {...common} {...unshared} rows={2} onInput={take} />
    case 'line':
      return <input {...common} {...unshared} onInput={take} />
  }
}
