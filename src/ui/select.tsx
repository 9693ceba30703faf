/** Values with their texts, and the language of a text if it isn't the page's. */
export type Options<Value> = readonly (readonly [value: Value, text: string, lang?: string])[]

/** A list to choose from, with its label. Without a label, use `aria-labelledby`. */
export function Select<Value extends string | number>(props: {
  id?: string
  name?: string
  label?: string
  class?: string
  value: NoInfer<Value>
  options: Options<Value>
  onChoose: (value: Value) => void
  disabled?: boolean
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  'aria-required'?: boolean
}) {
  const { label, class: named, value, options, onChoose, ...rest } = props
  const select = (
    <select
      {...rest}
      value={String(value)}
      onChange={({ currentTarget }) => {
        const chosen = options.find(([one]) => String(one) === currentTarget.value)
        if (chosen) onChoose(chosen[0])
      }}
    >
      {options.map(([one, text, lang], index) => (
        <option key={index} value={String(one)} lang={lang}>
          {text}
        </option>
      ))}
    </select>
  )
  return label === undefined ? (
    select
  ) : (
    <p class={named === undefined ? 'choice' : `${named} choice`}>
      <label for={props.id}>{label}</label>
      {select}
    </p>
  )
}
