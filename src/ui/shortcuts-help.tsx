import { useApp } from './app'
import { useKeys } from './keyboard-shortcuts'
import { type KeyRow, KeysList } from './shortcut-list'

/**
 * The keys, at the press of a key.
 * @param further those that only this page has.
 */
export function KeysHelp({ further }: { further?: readonly KeyRow[] }) {
  const { translate } = useApp()
  const { help } = useKeys()
  return (
    <>
      <button
        type="button"
        class="keys-button"
        popovertarget="keys"
        aria-keyshortcuts={help}
        aria-label={translate('keys_title')}
        title={translate('keys_title')}
      />
      <div id="keys" popover="auto" role="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{translate('keys_title')}</h2>
        <KeysList {...(further && { further })} />
        <button type="button" popovertarget="keys" popovertargetaction="hide" autofocus>
          {translate('answer_close')}
        </button>
      </div>
    </>
  )
}
