import { useApp } from './app'
import { keys, useKeys } from './keyboard-shortcuts'

/** The keys of popup and dashboard, and what they do. */
export function KeysList() {
  const { translate } = useApp().i18n
  const areOn = useKeys().help !== undefined
  const letters = [
    [keys.open, translate('keys_open')],
    [keys.checked, translate('answer_checked')],
    [keys.aside, translate('answer_dismiss')],
    [keys.remind, translate('answer_remind')],
    [keys.undo, translate('undo')],
  ]
  const rows = [
    ['↓ ↑', translate('keys_move')],
    ['Enter', translate('keys_unfold')],
    ...(areOn ? letters : []),
    ['Esc', translate('keys_close')],
  ]
  return (
    <>
      <dl class="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{translate(areOn ? 'keys_explain' : 'keys_off')}</p>
    </>
  )
}
