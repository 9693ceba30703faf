import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import {
  type FieldName,
  peopleKinds,
  problemsIn,
  type Register,
  type RowValues,
} from '../../domain/registers/register'
import { Button } from '../../ui/button'
import { Field, partOf, textOf } from '../../ui/forms/field'
import { useApp } from '../app/app'
import { plainDigits } from '../forms/parse-number'
import type { OpenRow } from './open-rows'
import { fieldLabel, kindText, rowProblemText } from './register-text'

/** @param onSave gets all fields of the form and returns the error text. */
export function RowForm(props: {
  register: Register
  open: OpenRow
  onCancel: () => void
  onSave: (values: RowValues) => Promise<string | undefined>
}) {
  const { register, open, onCancel, onSave } = props
  const { row, isNew, typed } = open
  const { i18n, overview, translate } = useApp()
  const { today } = overview
  const isTried = useSignal(false)
  const isSaving = useRef(false)
  const failure = useSignal('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // The button that opened it is gone. A form that was already open leaves the focus alone.
    if (document.activeElement === document.body) form.current?.querySelector('input')?.focus()
  }, [])
  const fields = Object.keys(register.fields) as FieldName[]
  const values: RowValues = Object.fromEntries(
    fields.map((field) => {
      const value = typed.value[field] ?? ''
      return [field, register.fields[field] === 'digits' ? plainDigits(value) : value.trim()]
    }),
  )
  const kinds = peopleKinds.map((one) => [one, kindText(i18n, one)] as const)
  const inputOf = {
    line: {},
    note: { kind: 'note', rows: 2 },
    digits: { kind: 'digits' },
    day: { kind: 'day' },
    'past-day': { kind: 'day', max: today },
    'kind-of-person': { kind: 'select', options: kinds },
  } as const
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
        const problem = problems[field] && rowProblemText(i18n, problems[field])
        const common = {
          id: `${register.id}-${isNew ? 'new' : row}-${field}`,
          name: field,
          label: fieldLabel(i18n, register.id, field),
          of: textOf(partOf(typed, field)),
          isRequired: field === register.needs,
          problem,
        }
        return <Field key={field} {...common} {...inputOf[register.fields[field] ?? 'line']} />
      })}
      <p class="problem" role="alert">
        {failure}
      </p>
      <p class="answers">
        <button type="submit">{translate('register_save')}</button>
        <Button onPress={onCancel}>{translate('cancel')}</Button>
      </p>
    </form>
  )
}
