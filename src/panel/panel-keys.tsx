import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { panelKeys } from '../browser/panel'
import { useKeys } from '../ui/keyboard-shortcuts'
import type { KeyRow } from '../ui/shortcut-list'
import { KeysHelp } from '../ui/shortcuts-help'
import { useApp } from './app'

/** The keys of the panel, and those that open it. */
export function PanelKeys() {
  const { translate } = useApp()
  const { back, skip } = useKeys()
  const opening = useSignal<string | undefined>(undefined)
  useEffect(() => {
    void panelKeys().then(
      (keys) => {
        opening.value = keys
      },
      () => undefined,
    )
  }, [])
  const rows: readonly (readonly [string | undefined, string])[] = [
    [back, translate('panel_keys_back')],
    [skip, translate('panel_keys_skip')],
    [opening.value, translate('command_open_panel')],
  ]
  return <KeysHelp further={rows.filter((row): row is KeyRow => row[0] !== undefined)} />
}
