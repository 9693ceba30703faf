import type { RefObject } from 'preact'
import { type Check, dueIn, roundToStart } from '../domain/round'
import type { RoundView, StepView } from '../domain/round-view'
import { checkTitle, snake } from '../i18n/item-text'
import { Button } from '../ui/button'
import { storeName } from '../ui/store-label'
import type { ActiveTab } from './active-tab'
import { type I18n, useApp } from './app'
import type { KeptState } from './kept-state'
import { useRoundChange } from './round-change'
import { Length, useStartRound } from './round-start'
import { usePageHelp } from './use-page-help'

/** In this order; what someone else does counts as checked. */
const lists = ['checked', 'later', 'not-for-me', 'skipped', 'open', 'left'] as const

const listOf = ({ state }: StepView) => (state === 'handled-elsewhere' ? 'checked' : state)

/** What was done, what was put off, what is still due, and when the next check is. */
export function RoundEnd(props: {
  round: RoundView<Check>
  tab: ActiveTab
  state: KeptState
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const { round, tab, state, heading } = props
  const { i18n, overview, translate, day } = useApp()
  const change = useRoundChange(round)
  const help = usePageHelp()
  const start = useStartRound(tab, () => undefined)
  const hasSeveral = new Set(round.steps.map(({ store }) => store)).size > 1

  async function close(): Promise<void> {
    if (await change('closed')) state.view.value = 'page'
  }

  function storeOf({ store }: StepView): string | undefined {
    const found = overview.stores.find(({ id }) => id === store)
    return hasSeveral && found ? storeName(i18n, found) : undefined
  }

  return (
    <section class="area step" aria-labelledby="end">
      <h1 id="end" ref={heading} tabIndex={-1}>
        {translate(round.kind === 'ended' ? 'round_ended' : 'round_finished')}
      </h1>
      {lists.map((list) => {
        const steps = round.steps.filter((step) => listOf(step) === list)
        return (
          steps.length > 0 && (
            <div key={list}>
              <h2>{translate(`round_list_${snake(list)}`)}</h2>
              <ul class="box">
                {steps.map((step) => (
                  <li key={`${step.store}/${step.check}`}>
                    {[checkTitle(i18n, titled(step)), ...detailsOf(step, i18n), storeOf(step)]
                      .filter((part) => part !== undefined)
                      .join(' · ')}
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
      {round.next !== undefined && <p>{translate('round_next', { day: day(round.next) })}</p>}
      {round.kind === 'finished' && help && <help.LongerDue />}
      <div class="choices">
        <Button class="primary" onPress={close}>
          {translate('round_close')}
        </Button>
        {round.kind === 'finished' && dueIn(overview).length > 0 && (
          <Button onPress={() => start()}>
            {translate('round_start')} <Length of={roundToStart(overview)} />
          </Button>
        )}
        {round.kind === 'ended' && (
          <Button onPress={() => change('resumed')}>{translate('round_resume')}</Button>
        )}
      </div>
    </section>
  )
}

const titled = ({ check, title }: StepView) => ({ id: check, ...(title !== undefined && { title }) })

function detailsOf({ until, why }: StepView, { translate, day }: I18n): string[] {
  return [
    ...(until === undefined ? [] : [translate('round_until', { day: day(until) })]),
    ...(why === undefined ? [] : [translate(`round_why_${snake(why)}`)]),
  ]
}
