import type { ComponentChildren } from 'preact'
import type { Answer } from '../domain/answer'
import type { ItemView, OwnCheckView } from '../domain/overview'
import { checkText } from '../i18n/item-text'
import { statusText } from '../i18n/status-text'
import type { Answering } from './answering'
import { Answers } from './answers'
import { useApp } from './app'
import { Button } from './button'
import { List } from './list'
import { MessageCheckFold } from './message-check-fold'
import { marketplacesOf } from './store-label'
import { WhereTo } from './where-to'

type Props = {
  of: ItemView | OwnCheckView
  answering: Answering
  /** What a fuller view adds below the answers. */
  children?: ComponentChildren
}

/** What the seller said of a check. */
export function StatusLine({ of: item }: { of: ItemView | OwnCheckView }) {
  const { i18n, translate, day } = useApp()
  const { status, promisedOn, waiting } = item
  const tone = waiting ? 'waiting' : status.kind === 'up-to-date' ? 'good' : 'aside'
  return (
    <p class={`status ${tone}`}>
      <span>
        {promisedOn === undefined
          ? statusText(i18n, status)
          : translate('card_promise', { day: day(promisedOn) })}
        {waiting && !item.counted && (
          <>
            {' · '}
            <span>{translate('row_not_counted')}</span>
          </>
        )}
      </span>
    </p>
  )
}

/**
 * Why it matters, the answers and the steps. Why and the answers first: they must be in sight however long the way there
 * is explained.
 */
export function ItemBody({ of, answering, children }: Props) {
  const { i18n, overview, translate, plural, day } = useApp()
  const { why, steps, caveat } = checkText(i18n, of, marketplacesOf(overview.store))
  const item = 'recurs' in of ? undefined : of
  const origin = 'recurs' in of ? of.origin : undefined
  const tail = overview.payout?.tail
  const onAnswer = (answer: Answer) => answering.answer(of, answer)
  return (
    <>
      {origin && <p>{translate('promised_in', { name: origin.name, day: day(origin.on) })}</p>}
      {(why !== '' || item) && (
        <p>
          {/* The background hands out why and how a moment later. */}
          {why} {item && <span class="minutes soft">{plural('minutes', item.minutes)}</span>}
        </p>
      )}
      <Answers of={of} answering={answering}>
        <WhereTo of={of} store={overview.store} />
      </Answers>
      {item && <OffPages item={item} onAnswer={onAnswer} />}
      {steps.length > 0 && <List of={steps} numbered />}
      {caveat !== undefined && <p class="caveat">{caveat}</p>}
      {/* Asks back for the digits that the seller has typed, beside the check before a payout while it waits. */}
      {item?.follows === 'payouts' && item.waiting && tail !== undefined && (
        <p>{translate('still_account', { digits: tail })}</p>
      )}
      {of.id === 'team-phishing-briefing' && <MessageCheckFold isDrill />}
      {children}
    </>
  )
}

/** Asks what to do about an item whose cards went unanswered, or that gets none. */
function OffPages({ item, onAnswer }: { item: ItemView; onAnswer: (answer: Answer) => unknown }) {
  const { translate } = useApp()
  const { lessOften, offPages } = item
  if (offPages === undefined) return null
  return (
    <>
      {offPages === 'silenced' && <p class="soft">{translate('off_pages_silenced')}</p>}
      <div class="answers">
        {offPages === 'unanswered' && <p class="label">{translate('off_pages_question')}</p>}
        <Button onPress={() => onAnswer({ kind: 'kept' })}>{translate('off_pages_keep')}</Button>
        {lessOften !== undefined && (
          <Button onPress={() => onAnswer({ kind: 'paced', every: lessOften })}>
            {translate('off_pages_less')}
          </Button>
        )}
        {offPages === 'unanswered' && (
          <Button onPress={() => onAnswer({ kind: 'silenced' })}>{translate('off_pages_stop')}</Button>
        )}
      </div>
    </>
  )
}
