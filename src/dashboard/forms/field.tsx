import type { ComponentChildren } from 'preact'
import { certainSecret, type SecretKind, secretsIn, withoutSecrets } from '../../domain/text/secrets'
import type { I18n } from '../../i18n/i18n'
import { useApp } from '../../ui/app'

/**
 * A labelled field with its button, and below it what is wrong with what was typed.
 * @param below what else is said of what was typed.
 */
export function Field(props: {
  id: string
  label: string
  button: string
  problem: string | undefined
  hint?: string
  below?: ComponentChildren
  onSubmit: () => void
  children: (described: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => preact.JSX.Element
}) {
  const { id, label, button, problem, hint, below, onSubmit, children } = props
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
      {below}
    </form>
  )
}

/** Why what was typed is not taken; undefined when it is. */
export function lineProblem(i18n: I18n, typed: string, longest: number): string | undefined {
  if (typed.length > longest) return tooLongText(i18n, longest)
  const secret = certainSecret(typed)
  return secret && secretText(i18n, secret)
}

/**
 * A line under a field whose text looks like it had a secret in it, which can be taken out at a press. What is certain is
 * not stored; anything else is, as it was typed.
 */
export function SecretHint({ text, onTakeOut }: { text: string; onTakeOut: (rest: string) => void }) {
  const { i18n } = useApp()
  const { translate } = i18n
  const found = secretsIn(text)
  const secret = found.find(({ certain }) => certain) ?? found[0]
  const why = secret && secretText(i18n, secret.kind)
  return (
    <div class="secret" role="status">
      {secret && why && (
        <p class={secret.certain ? 'problem' : 'soft'}>
          {translate(secret.certain ? 'secret_refused' : 'secret_asked', { why })}{' '}
          <button type="button" class="link" onClick={() => onTakeOut(withoutSecrets(text))}>
            {translate('secret_take_out')}
          </button>
        </p>
      )}
    </div>
  )
}

export function tooLongText({ translate, number }: I18n, longest: number): string {
  return translate('run_too_long', { count: number(longest) })
}

/** What a text looks like, and where that belongs instead. */
export function secretText({ translate }: I18n, secret: SecretKind): string {
  switch (secret) {
    case 'password':
      return translate('note_password')
    case 'code':
      return translate('note_code')
    case 'card-number':
      return translate('note_card_number')
    case 'account-number':
      return translate('note_account_number')
    case 'key':
      return translate('note_key')
  }
}
