import { PanelRight } from 'lucide'
import { dueIn } from '../../domain/round'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { useRoundInPanel } from '../../ui/open-panel'
import { useApp } from '../app/app'

/** While a round is under way: where it is, and how much of this list it has. */
export function RoundNotice() {
  const { overview, translate, plural, number } = useApp()
  const { round, store } = overview
  const showRound = useRoundInPanel()
  if (round?.kind !== 'under-way') return null
  const asked = new Set(round.steps.filter((step) => step.store === store.id).map(({ check }) => check))
  const others = dueIn(overview).filter(({ id }) => !asked.has(id)).length
  return (
    <div class="trouble round-notice" role="status">
      <Icon of={PanelRight} />
      <p>
        <strong>{translate('list_round')}</strong>{' '}
        {plural('list_round_left', round.open, { of: number(round.of) })}
        {others > 0 && ` ${plural('list_round_others', others)}`}
      </p>
      <Button onPress={showRound}>{translate('list_round_show')}</Button>
    </div>
  )
}
