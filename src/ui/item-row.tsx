import { ExternalLink } from 'lucide'
import type { ComponentChildren, ComponentProps } from 'preact'
import { type Answer, snoozes } from '../domain/answer'
import type { ItemView, MeasureView } from '../domain/overview'
import type { Status } from '../domain/status'
import { itemText, pageTitle } from '../i18n/item-text'
import { statusText } from '../i18n/status-text'
import { useApp } from './app'
import { rowId } from './focus-next-row'
import { Icon } from './icon'
import { once } from './ignore-double-click'
import { useKeys } from './keyboard-shortcuts'

type Props = {
  item: ItemView
  /** Of its heading: one below that of the list. */
  level: Level
  /** Of Amazon's own page, missing while no store front is known. */
  address: string | undefined
  onAnswer: (answer: Answer) => void
  /** Takes back what was said last today; missing where nothing was. */
  onUndo: (() => void) | undefined
  /** What a fuller view adds below the answers. */
  children?: ComponentChildren
}

type Level = 3 | 4

/** One item with what the seller said of it; why, the answers and how unfold below. */
export function ItemRow({ open = false, ...props }: Props & { open?: boolean }) {
  const { item, level } = props
  const { i18n } = useApp()
  return (
    <details class="item" open={open}>
      <summary id={rowId(item.id)} class="row">
        <Title level={level}>{itemText(i18n, item.id).title}</Title>
        <StatusLine of={item} />
      </summary>
      <ItemBody {...props} />
    </details>
  )
}

/** One item that cannot be folded. */
export function ItemCard(props: Props) {
  const { item, level } = props
  const { i18n } = useApp()
  return (
    <div class="item">
      <div class="head">
        <Title level={level} id={rowId(item.id)} class="row" tabIndex={-1}>
          {itemText(i18n, item.id).title}
        </Title>
        <StatusLine of={item} />
      </div>
      <ItemBody {...props} />
    </div>
  )
}

/** A promised measure, answered like an item; its words are the seller's own. */
export function MeasureRow(props: {
  measure: MeasureView
  level: Level
  open?: boolean
  onAnswer: (answer: Answer) => void
  onUndo: (() => void) | undefined
  children?: ComponentChildren
}) {
  const { measure, level, open = false, onAnswer, onUndo, children } = props
  const { i18n } = useApp()
  const { name, on } = measure.origin
  return (
    <details class="item" open={open}>
      <summary id={rowId(measure.id)} class="row">
        <Title level={level}>{measure.title}</Title>
        <StatusLine of={measure} />
      </summary>
      <div class="more">
        <p>{i18n.translate('promised_in', { name, day: i18n.day(on) })}</p>
        <Unreadable status={measure.status} />
        <Answers of={measure} onAnswer={onAnswer} onUndo={onUndo} />
        {children}
      </div>
    </details>
  )
}

function Title({ level, ...rest }: { level: Level } & ComponentProps<'h3'>) {
  return level === 3 ? <h3 {...rest} /> : <h4 {...rest} />
}

/** What the seller said of an item, or promised. */
function StatusLine({ of: item }: { of: ItemView | MeasureView }) {
  const { i18n } = useApp()
  const { translate, day } = i18n
  const { status, promisedOn, waiting } = item
  // A measure is in the number of no toolbar: it is promised, and has a place of its own.
  const isCounted = 'counted' in item && item.counted
  const tone = waiting ? 'waiting' : status.kind === 'up-to-date' ? 'good' : 'aside'
  return (
    <p class={`status ${tone}`}>
      <span>
        {promisedOn === undefined
          ? statusText(i18n, status)
          : translate('card_promise', { day: day(promisedOn) })}
        {waiting && !isCounted && (
          <>
            {' · '}
            <span>{translate('row_not_counted')}</span>
          </>
        )}
      </span>
    </p>
  )
}

/** Why and the answers first: they must be in sight however long the way there is explained. */
function ItemBody({ item, address, onAnswer, onUndo, children }: Props) {
  const { i18n } = useApp()
  const { translate, plural } = i18n
  const { why, steps, caveat } = itemText(i18n, item.id)
  const { lessOften } = item
  const keys = useKeys()
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
      <Unreadable status={item.status} />
      <Answers of={item} onAnswer={onAnswer} onUndo={onUndo} />
      {item.offPages === 'silenced' && <p class="soft">{translate('off_pages_silenced')}</p>}
      {item.offPages !== undefined && (
        <div class="answers">
          {item.offPages === 'unanswered' && <p class="label">{translate('off_pages_question')}</p>}
          <button type="button" onClick={once(() => onAnswer({ kind: 'kept' }))}>
            {translate('off_pages_keep')}
          </button>
          {lessOften !== undefined && (
            <button type="button" onClick={once(() => onAnswer({ kind: 'paced', every: lessOften }))}>
              {translate('off_pages_less')}
            </button>
          )}
          {item.offPages === 'unanswered' && (
            <button type="button" onClick={once(() => onAnswer({ kind: 'silenced' }))}>
              {translate('off_pages_stop')}
            </button>
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

/** What can be done where what was said cannot be read. */
function Unreadable({ status }: { status: Status }) {
  const { i18n } = useApp()
  if (status.kind !== 'unreadable' || status.newer) return null
  return <p class="soft">{i18n.translate('status_unreadable_hint')}</p>
}

function Answers(props: {
  of: ItemView | MeasureView
  onAnswer: (answer: Answer) => void
  onUndo: (() => void) | undefined
}) {
  const { of: item, onAnswer, onUndo } = props
  const { isSetAside } = item
  // Written by a later version, it is not ours to change.
  if (item.status.kind === 'unreadable' && item.status.newer) return null
  const keys = useKeys()
  const { translate } = useApp().i18n
  const snoozeLabel = {
    hour: translate('snooze_hour'),
    tomorrow: translate('snooze_tomorrow'),
    'next-week': translate('snooze_next_week'),
  }
  return (
    <div class="answers">
      <button
        type="button"
        aria-keyshortcuts={keys.checked}
        onClick={once(() => onAnswer({ kind: 'checked' }))}
      >
        {translate('answer_checked')}
      </button>
      <button
        type="button"
        aria-keyshortcuts={keys.aside}
        onClick={once(() => onAnswer({ kind: isSetAside ? 'restored' : 'dismissed' }))}
      >
        {translate(isSetAside ? 'answer_restore' : 'answer_dismiss')}
      </button>
      {onUndo && (
        <button type="button" aria-keyshortcuts={keys.undo} onClick={once(onUndo)}>
          {translate(item.undo?.isReport ? 'undo_report' : 'undo_answer')}
        </button>
      )}
      <details class="remind">
        <summary class="button" aria-keyshortcuts={keys.remind}>
          {translate('answer_remind')}
        </summary>
        {snoozes.map((snooze) => (
          <button
            key={snooze}
            type="button"
            aria-keyshortcuts={keys[snooze]}
            onClick={once(() => onAnswer({ kind: 'snoozed', for: snooze }))}
          >
            {snoozeLabel[snooze]}
          </button>
        ))}
      </details>
    </div>
  )
}
