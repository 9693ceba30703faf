import { useSignal } from '@preact/signals'
import { Search } from 'lucide'
import { certainSecret } from '../../domain/text/secrets'
import { visible } from '../../domain/text/visible'
import { useGuideApp } from '../guide-app'
import { Icon } from '../icon'
import { SecretHint } from '../secret-hint'
import { type Options, Select } from '../select'
import { unshared } from '../typing'
import { lineProblem, tooLongText } from './text-problem'

/** Where a field keeps its text: a signal, or a part of a larger value. */
export type Typed = { value: string }

/** One property of a value that is always replaced as a whole. */
export function partOf<Whole, Name extends keyof Whole>(
  whole: { value: Whole },
  name: Name,
): { value: Whole[Name] } {
  return {
    get value() {
      return whole.value[name]
    },
    set value(part) {
      whole.value = { ...whole.value, [name]: part }
    },
  }
}

/** The same for a text that may be missing. `untyped` is shown until something is typed. */
export function textOf(of: { value: string | undefined }, untyped = ''): Typed {
  return {
    get value() {
      return of.value ?? untyped
    },
    set value(text) {
      of.value = text
    },
  }
}

type InputProps = {
  /** A line or a note in the seller's own words, a number, a day, or one of some options. */
  kind?: 'line' | 'note' | 'digits' | 'day' | 'select'
  of: Typed
  options?: Options<string>
  /** Changes what is typed or pasted, such as tabs, which a text can't have. */
  reads?: (typed: string) => string
  id?: string
  name?: string
  rows?: number
  /** The first and last day allowed. */
  min?: string
  max?: string
  maxLength?: number
  /** Left empty, it is sent back with an error. */
  isRequired?: boolean | undefined
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** The control itself, without a label. */
export function Input({
  kind = 'line',
  of,
  options = [],
  reads,
  rows,
  min,
  max,
  maxLength,
  isRequired,
  ...rest
}: InputProps) {
  const { value } = of
  // Not the browser's own `required`: it would hold the form back with a message that isn't ours.
  const common = { ...rest, ...(isRequired && { 'aria-required': true }) }
  const take = (text: string) => {
    of.value = visible(reads ? reads(text) : text)
  }
  const typing = {
    ...common,
    value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => take(currentTarget.value),
  }
  switch (kind) {
    case 'select':
      return <Select {...common} value={value} options={options} onChoose={take} />
    case 'day':
      return <input {...typing} type="date" min={min} max={max} />
    case 'digits':
      return <input {...typing} {...unshared} class="digits" inputMode="numeric" />
    case 'note':
      return <textarea {...typing} {...unshared} rows={rows} />
    case 'line':
      return <input {...typing} {...unshared} maxLength={maxLength} />
  }
}

type FieldProps = Omit<InputProps, 'id' | 'aria-describedby' | 'aria-invalid'> & {
  id: string
  label: string
  /** Above the field. */
  explain?: string
  /** Below the field while there is no error. */
  hint?: string
}

const isWords = ({ kind = 'line' }: InputProps) => kind === 'line' || kind === 'note'

/** The button next to a field, which submits it. */
type Submit = {
  button: string
  /** The page has others with this text, so a screen reader gets the field's label too. */
  isOneOfSeveral?: boolean | undefined
}

/** A field with its label, and below it the error, or a warning that the text may be a secret. */
function Labelled(props: FieldProps & { problem: string | undefined } & Partial<Submit>) {
  const { label, explain, hint, problem, button, isOneOfSeveral, ...field } = props
  const { id } = field
  const { i18n } = useGuideApp()
  const input = (
    <Input
      {...field}
      aria-describedby={explain === undefined ? `${id}-help` : `${id}-hint ${id}-help`}
      aria-invalid={problem !== undefined}
    />
  )
  return (
    <>
      <label for={id}>{label}</label>
      {explain !== undefined && (
        <p id={`${id}-hint`} class="soft">
          {explain}
        </p>
      )}
      {button === undefined ? (
        input
      ) : (
        <div class="entry">
          {input}
          <button type="submit" aria-label={isOneOfSeveral ? `${button} ${label}` : undefined}>
            {button}
          </button>
        </div>
      )}
      <p id={`${id}-help`} class={problem ? 'problem' : 'soft'} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </p>
      {isWords(props) && <SecretHint of={field.of} i18n={i18n} />}
    </>
  )
}

/**
 * One of several fields.
 * @param longest an error is shown as soon as the text is longer.
 */
export function Field(
  props: FieldProps & { class?: string; longest?: number; problem?: string | undefined },
) {
  const { class: named, longest = Number.POSITIVE_INFINITY, problem, ...field } = props
  const { i18n } = useGuideApp()
  const tooLong = field.of.value.length > longest ? tooLongText(i18n, longest) : undefined
  return (
    <div class={named === undefined ? 'field' : `field ${named}`}>
      <Labelled {...field} problem={problem ?? tooLong} />
    </div>
  )
}

/**
 * A field with its own button, which checks the text. Rejected text stays in the field with the reason.
 * @param missing the error for an empty field.
 * @param problemOf returns any other error.
 */
export function FieldForm(
  props: FieldProps &
    Submit & {
      missing?: string
      longest?: number
      problemOf?: (typed: string) => string | undefined
      onSubmit: (typed: string) => void
    },
) {
  const { missing, longest, problemOf, onSubmit, ...field } = props
  const { i18n } = useGuideApp()
  const problem = useSignal<string | undefined>(undefined)
  function wrongWith(typed: string): string | undefined {
    if (typed === '' && missing !== undefined) return missing
    return problemOf?.(typed) ?? (longest === undefined ? undefined : lineProblem(i18n, typed, longest))
  }
  const isRequired = wrongWith('') !== undefined
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = field.of.value.trim()
        problem.value = wrongWith(typed)
        const isSecret = isWords(field) && certainSecret(typed) !== undefined
        if (problem.value === undefined && !isSecret) onSubmit(typed)
      }}
    >
      <Labelled {...field} isRequired={isRequired} problem={problem.value} />
    </form>
  )
}

/** Narrows a list while the seller types. */
export function SearchField({ id, label, of }: { id: string; label: string; of: Typed }) {
  return (
    <p class="search">
      <Icon of={Search} />
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <input
        id={id}
        {...unshared}
        type="search"
        placeholder={label}
        value={of.value}
        onInput={({ currentTarget }) => {
          of.value = currentTarget.value
        }}
      />
    </p>
  )
}

type CheckboxProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

/** A checkbox with its label after it. */
export function Checkbox(props: CheckboxProps) {
  return (
    <p>
      <BareCheckbox {...props} />
    </p>
  )
}

/** The same without a paragraph of its own: in a list. */
export function BareCheckbox({ label, checked, onChange }: CheckboxProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />{' '}
      {label}
    </label>
  )
}

/** A checkbox for each site. */
export function SiteList<Host extends string>(props: {
  sites: readonly { host: Host }[]
  chosen: readonly string[]
  onChange: (host: Host, isChosen: boolean) => void
  'aria-labelledby'?: string
}) {
  const { sites, chosen, onChange, ...list } = props
  return (
    <ul {...list} class="fronts">
      {sites.map(({ host }) => (
        <li key={host}>
          <BareCheckbox
            label={host}
            checked={chosen.includes(host)}
            onChange={(isChosen) => onChange(host, isChosen)}
          />
        </li>
      ))}
    </ul>
  )
}
