import { longestNote } from '../domain/answer'
import { type NoteProblem, secretIn } from '../domain/note'
import type { I18n } from '../platform/i18n'

/** A labelled field with its button, and below it what is wrong with what was typed. */
export function Field(props: {
  id: string
  label: string
  button: string
  problem: string | undefined
  hint?: string
  onSubmit: () => void
  children: (described: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => preact.JSX.Element
}) {
  const { id, label, button, problem, hint, onSubmit, children } = props
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <label for={id}>{label}</label>
      <div class="entry">
        {children({ id, 'aria-describedby': `${id}-help`, 'aria-invalid': problem !== undefined })}
        <button type="submit">{button}</button>
      </div>
      <p
        id={`${id}-help`}
        class={problem === undefined ? 'soft' : 'problem'}
        role={problem === undefined ? undefined : 'alert'}
      >
        {problem ?? hint}
      </p>
    </form>
  )
}

/** Why what was typed is not taken; undefined when it is. */
export function lineProblem(i18n: I18n, typed: string, longest: number): string | undefined {
  if (typed.length > longest) return tooLongText(i18n, longest)
  const secret = secretIn(typed)
  return secret && noteProblemText(i18n, secret)
}

export function tooLongText({ translate, number }: I18n, longest: number): string {
  return translate('run_too_long', { count: number(longest) })
}

/** Why a note is not taken. */
export function noteProblemText({ translate, number }: I18n, problem: NoteProblem): string {
  switch (problem) {
    case 'too-long':
      return translate('note_too_long', { count: number(longestNote) })
    case 'password':
      return translate('note_password')
    case 'code':
      return translate('note_code')
    case 'card-number':
      return translate('note_card_number')
    case 'account-number':
      return translate('note_account_number')
  }
}
