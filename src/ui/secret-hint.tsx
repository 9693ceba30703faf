import { type SecretKind, secretsIn, withoutSecrets } from '../domain/text/secrets'
import type { I18n } from '../i18n/i18n'
import { snake } from '../i18n/item-text'
import type { NotedText } from '../i18n/surfaces'

/**
 * A line under a field whose text may contain a secret, with a button that removes it. Certain secrets are never
 * stored; everything else is stored as typed.
 */
export function SecretHint({ of, i18n }: { of: { value: string }; i18n: I18n<NotedText> }) {
  const { translate } = i18n
  const found = secretsIn(of.value)
  const secret = found.find(({ certain }) => certain) ?? found[0]
  const why = secret && secretText(i18n, secret.kind)
  function takeOut(): void {
    of.value = withoutSecrets(of.value)
  }
  return (
    <div class="secret" role="status">
      {secret && why && (
        <p class={secret.certain ? 'problem' : 'soft'}>
          {translate(secret.certain ? 'secret_refused' : 'secret_asked', { why })}{' '}
          <button type="button" class="link" onClick={takeOut}>
            {translate('secret_take_out')}
          </button>
        </p>
      )}
    </div>
  )
}

/** Names the kind of secret, and where to keep it instead. */
export function secretText({ translate }: I18n<NotedText>, secret: SecretKind): string {
  return translate(`note_${snake(secret)}`)
}
