import { Check, Clock } from 'lucide'
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact'
import { type Answer, snoozes } from '../domain/answer'
import type { ItemView, OwnCheckView } from '../domain/overview'
import { snake } from '../i18n/item-text'
import type { Answering } from './answering'
import { useApp } from './app'
import { Button } from './button'
import { Icon } from './icon'
import { useKeys } from './keyboard-shortcuts'

type Props = { of: ItemView | OwnCheckView; answering: Answering; children?: ComponentChildren }

/** What the seller can say of it. `children` come before, in one line with the answers. */
export function Answers({ of: item, answering, children }: Props) {
  const { status } = item
  // Nobody set it aside: a new store's checks come one after the other.
  const isSpread = status.kind === 'planned' && status.spread !== undefined
  const isSetAside = item.isSetAside && !isSpread
  const isUnreadable = status.kind === 'unreadable'
  // Written by a later version, it is not ours to change.
  if (isUnreadable && status.newer) return <>{children}</>
  const onAnswer = (answer: Answer) => answering.answer(item, answer)
  const keys = useKeys()
  const { translate } = useApp()
  return (
    <>
      {isUnreadable && <p class="soft">{translate('status_unreadable_hint')}</p>}
      <div class="answers">
        {children}
        <Button aria-keyshortcuts={keys.checked} onPress={() => onAnswer({ kind: 'checked' })}>
          <Icon of={Check} />
          {translate('answer_checked')}
        </Button>
        <RemindLater onAnswer={onAnswer} icon={<Icon of={Clock} />} />
        <Button
          aria-keyshortcuts={keys.aside}
          onPress={() => onAnswer({ kind: isSetAside ? 'restored' : 'dismissed' })}
        >
          {translate(isSetAside ? 'answer_restore' : 'answer_dismiss')}
        </Button>
        {isSpread && (
          <Button onPress={() => onAnswer({ kind: 'restored' })}>{translate('answer_now')}</Button>
        )}
        {item.undo && (
          <Button aria-keyshortcuts={keys.undo} onPress={() => answering.takeBack(item)}>
            {translate(item.undo.isReport ? 'undo_report' : 'undo_answer')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Goes back to the button that unfolded it. The key does nothing else, such as closing the popup. */
function foldOnEscape(event: TargetedKeyboardEvent<HTMLDetailsElement>): void {
  const { currentTarget: menu } = event
  if (event.key !== 'Escape' || event.isComposing || !menu.open) return
  event.preventDefault()
  menu.open = false
  menu.querySelector('summary')?.focus()
}

/** "Later…", which unfolds the times. */
export function RemindLater(props: { onAnswer: (answer: Answer) => unknown; icon?: ComponentChildren }) {
  const { onAnswer, icon } = props
  const { translate } = useApp()
  const keys = useKeys()
  return (
    <details class="remind" onKeyDown={foldOnEscape}>
      <summary class="button" aria-keyshortcuts={keys.remind}>
        {icon}
        {translate('answer_remind')}
      </summary>
      {snoozes.map((snooze) => (
        <Button
          key={snooze}
          aria-keyshortcuts={keys[snooze]}
          onPress={() => onAnswer({ kind: 'snoozed', for: snooze })}
        >
          {translate(`snooze_${snake(snooze)}`)}
        </Button>
      ))}
    </details>
  )
}
