import { useApp } from '../ui/app'
import { useKeys } from '../ui/keyboard-shortcuts'
import { KeysList } from '../ui/shortcut-list'

/** The keys, at the press of a key. */
export function KeysHelp() {
  const { translate } = useApp().i18n
  const { help } = useKeys()
  return (
    <>
      <button
        type="button"
        class="help"
        popovertarget="keys"
        aria-keyshortcuts={help}
        aria-label={translate('keys_title')}
      />
      <div id="keys" popover="auto" role="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{translate('keys_title')}</h2>
        <KeysList />
        <button type="button" popovertarget="keys" popovertargetaction="hide" autofocus>
          {translate('answer_close')}
        </button>
      </div>
    </>
  )
}
