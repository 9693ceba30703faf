import type { I18n } from '../platform/i18n'
import { keys } from '../ui/keys'

/** The keys and what they do. */
export function KeysHelp({ i18n: { translate } }: { i18n: I18n }) {
  const rows = [
    ['↓ ↑', translate('keys_move')],
    ['Enter', translate('keys_unfold')],
    [keys.open, translate('keys_open')],
    [keys.checked, translate('answer_checked')],
    [keys.aside, translate('answer_dismiss')],
    [keys.remind, translate('answer_remind')],
    [keys.undo, translate('undo')],
    ['Esc', translate('keys_close')],
  ]
  return (
    <>
      <button
        type="button"
        popovertarget="keys"
        aria-keyshortcuts={keys.help}
        aria-label={translate('keys_title')}
      />
      <div id="keys" popover="auto" role="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{translate('keys_title')}</h2>
        <dl>
          {rows.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p class="soft">{translate('keys_explain')}</p>
        <button type="button" popovertarget="keys" popovertargetaction="hide" autofocus>
          {translate('answer_close')}
        </button>
      </div>
    </>
  )
}
