import { Play } from 'lucide'
import type { Overview } from '../domain/overview'
import { presentStores } from '../domain/present-stores'
import { dueIn, minutesChoices, plansIn, type Round, roundToStart } from '../domain/round'
import type { RoundAsked } from '../domain/started-round'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Section } from '../ui/section'
import { hasSeveral } from '../ui/store-label'
import type { ActiveTab } from './active-tab'
import { type I18n, useApp } from './app'
import { RoundStores } from './round-stores'
import { StepPageChoice, useStepPage } from './step-page'

/** Returns what a press calls to start a round. It resolves once its first step is shown. */
export function useStartRound(tab: ActiveTab, show: () => void) {
  const { session, translate } = useApp()
  const openStep = useStepPage(tab)
  return async (asked: Omit<RoundAsked, 'round'> = {}): Promise<void> => {
    const id = crypto.randomUUID()
    if (!(await session.round('begin-round', { round: id, ...asked }))) return
    show()
    const { value } = session.view
    const round = value.kind === 'read' ? value.overview.round : undefined
    if (round && round.id !== id)
      session.tell({ kind: 'told', text: translate('round_goes_on'), undo: undefined })
    await openStep()
  }
}

/** Goes on with the round that was started, or starts one: of everything that is due, or of what fits into some minutes. */
export function RoundStart({ tab, show }: { tab: ActiveTab; show: () => void }) {
  const { i18n, overview, translate, plural, number } = useApp()
  const start = useStartRound(tab, show)
  const openStep = useStepPage(tab)
  const { round, unreadable } = overview
  if (round)
    return (
      <div class="area">
        <Button
          class="primary"
          onPress={() => {
            show()
            return openStep()
          }}
        >
          <Icon of={Play} />
          {round.kind === 'under-way'
            ? plural('continue_round', round.open)
            : translate(`round_show_${round.kind}`)}
        </Button>
      </div>
    )

  // The same number as on the home page and in the popup.
  const due = dueIn(overview).length
  const plan = roundToStart(overview)
  const inMinutes = plansIn(overview, minutesChoices)
  const stores = presentStores(overview)
  const isNeeded = plan.checks.length > 0 || stores.some(({ counted }) => counted > 0)
  return (
    <Section class="area start" id="round" title={translate('round_title')} level={2}>
      <p>{due > 0 ? plural('home_due', due) : nothingDue(overview, plan, i18n)}</p>
      {unreadable > 0 && <p class="soft">{plural('popup_unreadable', unreadable)}</p>}
      {isNeeded && (
        <div class="choices">
          {plan.checks.length > 0 && (
            <>
              <Button class="primary" onPress={() => start()}>
                <Icon of={Play} />
                {translate('round_start')} {due > 0 && <Length of={plan} />}
              </Button>
              {inMinutes.map(([minutes, plan]) => (
                <Button key={minutes} onPress={() => start({ minutes })}>
                  {translate('round_minutes', { minutes: number(minutes) })} <Length of={plan} />
                </Button>
              ))}
            </>
          )}
          <RoundStores start={start} />
          <StepPageChoice />
        </div>
      )}
      {due > 0 && plan.tasks.length > 0 && <p class="soft">{plural('round_tasks', plan.tasks.length)}</p>}
    </Section>
  )
}

/** How many checks a round has, and how long they take: longer than the seller has if none is short enough. */
export function Length({ of: { checks, minutes } }: { of: Round }) {
  const { plural, number } = useApp()
  return <span>{plural('home_round', checks.length, { minutes: number(minutes) })}</span>
}

function nothingDue(overview: Overview, plan: Round, { translate, plural, number }: I18n): string {
  if (overview.unreadable > 0) return translate('popup_nothing_known')
  if (plan.checks.length > 0)
    return plural('round_rest', plan.checks.length, { minutes: number(plan.minutes) })
  return translate(hasSeveral(overview) ? 'round_none_here' : 'round_none')
}
