import type { Check } from '../domain/round'
import type { RoundView } from '../domain/round-view'
import { addressOf } from '../pages/page-urls'
import type { ActiveTab } from './active-tab'
import { useApp } from './app'
import { openNextTo } from './open-page'
import { pageHere } from './page-place'

type Step = NonNullable<RoundView<Check>['current']>

/**
 * Returns what a press that leads to a step calls once that is stored: it opens the step's page too, if the seller wants
 * that. Nothing opens where that page is in front, or was the one of the step before.
 */
export function useStepPage(tab: ActiveTab): (before?: Step) => Promise<void> {
  const { session } = useApp()
  return async (before) => {
    const { value: view } = session.view
    if (view.kind !== 'read' || !view.overview.settings.roundOpensPages) return
    const { round, stores } = view.overview
    if (round?.kind !== 'under-way' || !round.current) return
    await tab.look()
    const addressOfStep = ({ check, store: id }: Step) => {
      const store = stores.find((one) => one.id === id)
      const isElsewhere = 'doneIn' in check && check.doneIn !== undefined
      if (!store || !check.page || isElsewhere) return undefined
      const { page, front } = pageHere('recurs' in check ? [check.page] : check.pages, store, tab)
      return { isHere: page !== undefined, address: front && addressOf(check.page, front) }
    }
    const { isHere, address } = addressOfStep(round.current) ?? {}
    if (isHere || !address || (before && addressOfStep(before)?.address === address)) return
    await openNextTo(tab, address)
  }
}

/** Whether the press that leads to a check opens its page on Amazon too. */
export function StepPageChoice() {
  const { overview, session, translate } = useApp()
  return (
    <label class="opens-pages">
      <input
        type="checkbox"
        checked={overview.settings.roundOpensPages === true}
        onChange={({ currentTarget }) => void session.choose({ roundOpensPages: currentTarget.checked })}
      />
      {translate('round_opens_pages')}
    </label>
  )
}
