import { ExternalLink } from 'lucide'
import type { ComponentChildren } from 'preact'
import { type Answer, paceBounds, snoozes } from '../domain/answer'
import type { ItemId } from '../domain/items'
import type { MeasureId } from '../domain/measure'
import type { ItemView, MeasureView } from '../domain/overview'
import type { Status } from '../domain/status'
import type { I18n } from '../platform/i18n'
import { itemText, pageTitle } from '../platform/item-text'
import { statusText } from '../platform/status-text'
import { Icon } from './icon'
import { keys } from './keys'

type Props = {
  item: ItemView
  i18n: I18n
  /** Of Amazon's own page, missing while no store front is known. */
  address: string | undefined
  onAnswer: (answer: Answer) => void
  /** What a fuller view adds below the answers. */
  children?: ComponentChildren
}

/** One chore with what the seller said of it; why, the answers and how unfold below. */
export function ItemRow({ open = false, ...props }: Props & { open?: boolean }) {
  const { item, i18n } = props
  return (
    <details class="item" open={open}>
      <summary id={rowId(item.id)} class="row">
        <h3>{itemText(i18n, item.id).title}</h3>
        <StatusLine of={item} i18n={i18n} />
      </summary>
      <ItemBody {...props} />
    </details>
  )
}

/** One chore that cannot be folded. */
export function ItemCard(props: Props) {
  const { item, i18n } = props
  return (
    <div class="item">
      <div class="head">
        <h3 id={rowId(item.id)} class="row" tabIndex={-1}>
          {itemText(i18n, item.id).title}
        </h3>
        <StatusLine of={item} i18n={i18n} />
      </div>
      <ItemBody {...props} />
    </div>
  )
}

/** A promised measure, answered like a chore; its words are the seller's own. */
export function MeasureRow(props: {
  measure: MeasureView
  i18n: I18n
  open?: boolean
  onAnswer: (answer: Answer) => void
  children?: ComponentChildren
}) {
  const { measure, i18n, open = false, onAnswer, children } = props
  const { name, on } = measure.origin
  return (
    <details class="item" open={open}>
      <summary id={rowId(measure.id)} class="row">
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

/** Of what takes the focus for the whole chore. */
export function rowId(chore: ItemId | MeasureId): string {
  return `row-${chore}`
}

/** What the seller said of a chore, or promised. */
function StatusLine({ of: chore, i18n }: { of: ItemView | MeasureView; i18n: I18n }) {
  const { translate, day } = i18n
  const { status, promisedOn, waiting } = chore
  const tone = waiting ? 'waiting' : status.kind === 'up-to-date' ? 'good' : 'aside'
  return (
    <p class={`status ${tone}`}>
      {promisedOn === undefined
        ? statusText(i18n, status)
        : translate('card_promise', { day: day(promisedOn) })}
    </p>
  )
}

/** Why and the answers first: they must be in sight however long the way there is explained. */
function ItemBody({ item, i18n, address, onAnswer, children }: Props) {
  const { translate, plural } = i18n
  const { why, steps, caveat } = itemText(i18n, item.id)
  const days = item.every?.days
  return (
    <div class="more">
      <p>
        {/* The background hands out why and how a moment later. */}
        {why} <span class="minutes soft">{plural('minutes', item.minutes)}</span>
      </p>
      {address !== undefined && (
        <a
          class="button primary"
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          aria-keyshortcuts={keys.open}
        >
          <Icon of={ExternalLink} />
          <span>{translate('open_page', { page: pageTitle(i18n, item.page) })}</span>
        </a>
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
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {caveat !== undefined && <p class="caveat">{caveat}</p>}
      {children}
    </div>
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
      <button type="button" aria-keyshortcuts={keys.checked} onClick={() => onAnswer({ kind: 'checked' })}>
        {translate('answer_checked')}
      </button>
      <button
        type="button"
        aria-keyshortcuts={keys.aside}
        onClick={() => onAnswer({ kind: setAside ? 'restored' : 'dismissed' })}
      >
        {translate(setAside ? 'answer_restore' : 'answer_dismiss')}
      </button>
      <details class="remind">
        <summary class="button" aria-keyshortcuts={keys.remind}>
          {translate('answer_remind')}
        </summary>
        {snoozes.map((snooze) => (
          <button
            key={snooze}
            type="button"
            aria-keyshortcuts={keys[snooze]}
            onClick={() => onAnswer({ kind: 'snoozed', for: snooze })}
          >
            {snoozeLabel[snooze]}
          </button>
        ))}
      </details>
    </div>
  )
}
