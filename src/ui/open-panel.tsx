import { PanelRight } from 'lucide'
import { openPanel } from '../browser/panel'
import type { PanelState } from '../messages/protocol'
import { useApp } from './app'
import { Button } from './button'
import { Icon } from './icon'

/** Returns what a press calls to open the panel of this window. `what`: what the panel is to show. */
export function useOpenPanel(): (what?: Pick<PanelState, 'view' | 'guide' | 'opens'>) => Promise<void> {
  const { session } = useApp()
  return (what) =>
    openPanel(
      (window) =>
        what &&
        session.ask('show-in-panel', { id: crypto.randomUUID(), window, ...what }).catch(session.fail),
    )
}

/** Returns what a press calls to start a round, or to go on with the one under way, in the panel. */
export function useRoundInPanel(): () => void {
  const { session, overview } = useApp()
  const openPanelAt = useOpenPanel()
  return () => {
    void openPanelAt({ view: 'round', opens: true }).catch(session.fail)
    // What was done in a round that is over gives way to a new one.
    if (overview.round?.kind !== 'under-way')
      void session.round('begin-round', { round: crypto.randomUUID() })
  }
}

/** An icon that opens the panel as it was left. */
export function OpenPanel() {
  const { translate } = useApp()
  const openPanelHere = useOpenPanel()
  return (
    <Button title={translate('open_panel')} onPress={() => openPanelHere()}>
      <Icon of={PanelRight} />
      <span class="visually-hidden">{translate('open_panel')}</span>
    </Button>
  )
}
