import { useSignal } from '@preact/signals'
import { useApp } from './app'
import { useLater } from './use-later'

/**
 * "Is this message really Amazon's?", folded. What reads mail is loaded when it is unfolded. What was entered lives in
 * the open part alone: it is gone when it is folded, or when the page closes.
 * @param isDrill with the made-up messages in sight, for a briefing of the team.
 */
export function MessageCheckFold({ isDrill = false }: { isDrill?: boolean }) {
  const { i18n } = useApp()
  const isOpen = useSignal(false)
  const part = useLater(() => import('./message-check'), isOpen.value)
  return (
    <details
      class="fold message-check"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{i18n.translate(isDrill ? 'check_message_practice' : 'check_message_title')}</summary>
      {isOpen.value && part === 'failed' && <p role="alert">{i18n.translate('failed_unexpected')}</p>}
      {isOpen.value && part !== undefined && part !== 'failed' && <part.MessageCheck isDrill={isDrill} />}
    </details>
  )
}
