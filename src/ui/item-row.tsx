import type { ComponentChildren } from 'preact'
import { type Answer, paceBounds, snoozes } from '../domain/answer'
import type { ItemView, MeasureView } from '../domain/overview'
import type { Status } from '../domain/status'
import type { I18n } from '../platform/i18n'
import { itemText, pageTitle } from '../platform/item-text'
import { statusText } from '../platform/status-text'

/**
 * One chore with what the seller said of it; why, how and the answers unfold below.
 * @param address of Amazon's own page, missing while no store front is known.
 * @param children what a fuller view adds below the answers.
 */
export function ItemRow(props: {
  item: ItemView
  i18n: I18n
  address: string | undefined
  open?: boolean
  onAnswer: (answer: Answer) => void
  children?: ComponentChildren
}) {
  const { item, i18n, address, open = false, onAnswer, children } = props
  const { translate, plural } = i18n
  const { title, why, steps, caveat } = itemText(i18n, item.id)
  const days = item.every?.days
  return (
    <details class="item" open={open}>
      <summary>
        <h3>{title}</h3>
        <StatusLine of={item} i18n={i18n} />
      </summary>
      <div class="more">
        {why && <p>{why}</p>}
        {steps.length > 0 && (
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        {caveat !== undefined && <p class="caveat">{caveat}</p>}
        <p class="soft">{plural('minutes', item.minutes)}</p>
        {address !== undefined && (
          <p>
            <a href={address} target="_blank" rel="noopener noreferrer">
              {translate('open_page', { page: pageTitle(i18n, item.page) })}
            </a>
          </p>
        )}
        <Answers status={item.status} i18n={i18n} onAnswer={onAnswer} />
        {item.offPages === 'silenced' && <p class="soft">{translate('off_pages_silenced')}</p>}
        {item.offPages !== undefined && (
          <div class="answers">
            {item.offPages === 'unanswered' && <p class="label">{translate('off_pages_question')}</p>}
            <button type="button" onClick={() => onAnswer({ kind: 'kept' })}>
              {translate('off_pages_keep')}
            </button>
            {item.offPages === 'unanswered' && (
              <>
                {typeof days === 'number' && days < paceBounds.most && (
                  <button
                    type="button"
                    onClick={() => onAnswer({ kind: 'paced', every: Math.min(days * 2, paceBounds.most) })}
                  >
                    {translate('off_pages_less')}
                  </button>
                )}
                <button type="button" onClick={() => onAnswer({ kind: 'silenced' })}>
                  {translate('off_pages_stop')}
                </button>
              </>
            )}
          </div>
        )}
        {children}
      </div>
    </details>
  )
}

/** What the seller said of a chore, or promised. */
function StatusLine({ of: chore, i18n }: { of: Chore; i18n: I18n }) {
  const { promisedOn, status } = chore
  return (
    <p class={`status ${toneOf(chore)}`}>
      {promisedOn === undefined
        ? statusText(i18n, status)
        : i18n.translate('card_promise', { day: i18n.day(promisedOn) })}
    </p>
  )
}

function Answers(props: { status: Status; i18n: I18n; onAnswer: (answer: Answer) => void }) {
  const { status, i18n, onAnswer } = props
  const { translate } = i18n
  const snoozeLabel = {
    hour: translate('snooze_hour'),
    tomorrow: translate('snooze_tomorrow'),
    'next-week': translate('snooze_next_week'),
  }
  const setAside = ['planned', 'not-for-me', 'handled-elsewhere'].includes(status.kind)
  return (
    <div class="answers">
      <button type="button" onClick={() => onAnswer({ kind: 'checked' })}>
        {translate('answer_checked')}
      </button>
      {setAside ? (
        <button type="button" onClick={() => onAnswer({ kind: 'restored' })}>
          {translate('answer_restore')}
        </button>
      ) : (
        <button type="button" onClick={() => onAnswer({ kind: 'dismissed' })}>
          {translate('answer_dismiss')}
        </button>
      )}
      <span class="label soft">{translate('remind_me')}</span>
      {snoozes.map((snooze) => (
        <button key={snooze} type="button" onClick={() => onAnswer({ kind: 'snoozed', for: snooze })}>
          {snoozeLabel[snooze]}
        </button>
      ))}
    </div>
  )
}

/** A promised measure, answered like a chore; its words are the seller's own. */
export function MeasureRow(props: {
  measure: MeasureView
  i18n: I18n
  onAnswer: (answer: Answer) => void
  children?: ComponentChildren
}) {
  const { measure, i18n, onAnswer, children } = props
  const { name, on } = measure.origin
  return (
    <details class="item">
      <summary>
        <h3>{measure.title}</h3>
        <StatusLine of={measure} i18n={i18n} />
      </summary>
      <div class="more">
        <p>{i18n.translate('promised_in', { name, day: i18n.day(on) })}</p>
        <Answers status={measure.status} i18n={i18n} onAnswer={onAnswer} />
        {children}
      </div>
    </details>
  )
}

type Chore = Pick<ItemView, 'waiting' | 'status' | 'promisedOn'>

function toneOf({ waiting, status }: Chore): string {
  if (waiting) return 'waiting'
  return status.kind === 'up-to-date' ? 'good' : 'aside'
}
