import { Play } from 'lucide'
import type { RefObject } from 'preact'
import { outlookOf } from '../../domain/outlook'
import type { Overview } from '../../domain/overview'
import type { Round } from '../../domain/round'
import { Icon } from '../../ui/icon'
import { useRoundInPanel } from '../../ui/open-panel'
import { PausedLine } from '../../ui/pause'
import { Ring } from '../../ui/ring'
import { type I18n, useApp } from '../app/app'
import { itemTitle } from '../checklist/item-title'
import { linkTo } from '../navigation/router'

/** What is due, in one sentence, and the button that starts with it. */
export function Outlook({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { i18n, overview, translate, plural, number, day } = useApp()
  const outlook = outlookOf(overview)
  const round = 'round' in outlook ? outlook.round : undefined
  const { progress, payout, unreadable } = overview
  const { upToDate, total } = progress
  const facts = [
    ...(total > 0 ? [plural('essentials_up_to_date', total, { done: number(upToDate) })] : []),
    ...(payout?.next ? [translate('home_payout', { day: day(payout.next.day) })] : []),
  ]
  return (
    <section class="outlook" aria-labelledby="outlook">
      <Ring isSaid />
      <div>
        <h3 id="outlook" ref={heading} tabIndex={-1}>
          {outlookText(overview, i18n)}
        </h3>
        <ul class="outlook-facts soft">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {unreadable > 0 && <p class="soft">{plural('popup_unreadable', unreadable)}</p>}
        <PausedLine />
      </div>
      {round && <StartRound round={round} label={translate('home_start')} />}
      {round && <AnotherDay tasks={round.tasks} />}
    </section>
  )
}

function outlookText(overview: Overview, { translate, plural, day }: I18n): string {
  const outlook = outlookOf(overview)
  switch (outlook.kind) {
    case 'first-day':
      return plural('home_first', outlook.essentials)
    case 'due':
      return plural('home_due', outlook.round.checks.length + outlook.round.tasks.length)
    case 'well':
      return outlook.until === undefined
        ? translate('popup_nothing_waits')
        : translate('home_well', { day: day(outlook.until) })
    case 'unknown':
      return translate('popup_nothing_known')
  }
}

/** The button that starts with what is due, or goes on with the round under way. */
export function StartRound({ round: { checks, minutes }, label }: { round: Round; label: string }) {
  const { overview, plural, number } = useApp()
  const underWay = overview.round?.kind === 'under-way' ? overview.round : undefined
  // The tab shows what is due, and the panel next to it leads through it.
  const startRound = useRoundInPanel()
  return (
    <a class="button primary start" href={linkTo({ part: 'checklist', filter: 'due' })} onClick={startRound}>
      <Icon of={Play} />
      <strong>{underWay ? plural('continue_round', underWay.open) : label}</strong>{' '}
      {!underWay && <span>{plural('home_round', checks.length, { minutes: number(minutes) })}</span>}
    </a>
  )
}

/** Longer work, which is due too but not part of the round: with it, the round adds up to what is due. */
export function AnotherDay({ tasks }: { tasks: Round['tasks'] }) {
  const { i18n, overview, translate, plural } = useApp()
  if (tasks.length === 0) return null
  return (
    <div class="another-day soft">
      <p id="another-day">{translate('home_another_day')}</p>
      <ul aria-labelledby="another-day">
        {tasks.map(({ id, minutes }) => (
          <li key={id}>
            <a class="target" href={linkTo({ part: 'checklist', item: id })}>
              {itemTitle(id, overview, i18n)}
            </a>{' '}
            {plural('minutes', minutes)}
          </li>
        ))}
      </ul>
    </div>
  )
}
