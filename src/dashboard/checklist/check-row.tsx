import { CircleCheck, CircleHelp, CircleMinus, Clock, type IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { isBeforePayouts, type Segment, segmentOf } from '../../domain/home'
import { itemOf } from '../../domain/items'
import type { Check } from '../../domain/round'
import { checkTitle } from '../../i18n/item-text'
import { shortStatus } from '../../i18n/status-text'
import type { Answering } from '../../ui/answering'
import { rowId } from '../../ui/focus-next-row'
import { Icon } from '../../ui/icon'
import { ItemBody, StatusLine } from '../../ui/item-row'
import { Tick } from '../../ui/tick'
import { useApp } from '../app/app'
import { recurrenceText } from './recurrence-text'

type State = Segment | 'aside'

/** A shape for each state, so that color alone never tells it. A due check has a circle to tick. */
const marks = {
  unreadable: CircleHelp,
  planned: Clock,
  good: CircleCheck,
  aside: CircleMinus,
} satisfies Record<Exclude<State, 'due' | 'open'>, IconNode>

/** The class of a row: due checks have the color that they have in every view. */
const toneOf = (state: State) => (state === 'due' ? 'waiting' : state)

const isDueOrOpen = (state: State): state is 'due' | 'open' => state === 'due' || state === 'open'

/** A check in one line. Everything else about it unfolds below. */
export function CheckRow(props: {
  of: Check
  open: boolean
  answering: Answering
  children: ComponentChildren
}) {
  const { of, open, answering, children } = props
  const { i18n, translate } = useApp()
  const state: State = segmentOf(of) ?? 'aside'
  const canWait = state === 'open'
  return (
    <div class={canWait ? 'check can-wait' : 'check'}>
      {isDueOrOpen(state) && <Tick of={of} answering={answering} />}
      <details class="item" open={open}>
        <summary id={rowId(of.id)} class={`row ${toneOf(state)}`}>
          {!isDueOrOpen(state) && <Icon of={marks[state]} />}
          <h4>{checkTitle(i18n, of)}</h4>
          <span class="when">
            {shortStatus(i18n, of.status)}
            {canWait && (
              <>
                {' · '}
                <span>{translate('row_can_wait')}</span>
              </>
            )}
          </span>
          <span class="soft">{useRepeat(of)}</span>
        </summary>
        <div class="more">
          <StatusLine of={of} />
          <ItemBody of={of} answering={answering}>
            {children}
          </ItemBody>
        </div>
      </details>
    </div>
  )
}

/** How often it recurs. Undefined if only an incident makes it due. */
function useRepeat(of: Check): string | undefined {
  const { i18n, translate, plural, overview } = useApp()
  const days = 'recurs' in of ? of.pace : of.every?.days
  if (days === 'off') return translate('pace_off')
  if (isBeforePayouts(of, overview.store)) return translate('list_before_payout')
  if (days !== undefined) return plural('pace_days', days)
  if ('recurs' in of) return recurrenceText(i18n, of.recurs)
  return itemOf(of.id).cadence.kind === 'once' ? translate('list_once') : undefined
}
