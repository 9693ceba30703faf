import { CirclePause } from 'lucide'
import type { Pause } from '../domain/settings'
import { useApp } from './app'
import { Button } from './button'
import { Icon } from './icon'

/** Pauses cards for a while. Checklist, toolbar number and reports continue. */
export function PauseButton({ isIcon = false }: { isIcon?: boolean }) {
  const { session, overview, translate } = useApp()
  if (overview.paused) return null
  const choice = (pause: Pause) => ({
    type: 'button' as const,
    popovertarget: 'pause',
    popovertargetaction: 'hide' as const,
    async onClick() {
      await session.pause(pause)
      // Pausing and resuming each remove the button that was pressed.
      document.querySelector<HTMLElement>('.paused button')?.focus()
    },
  })
  return (
    <>
      {isIcon ? (
        <button type="button" popovertarget="pause" title={translate('pause_title')}>
          <Icon of={CirclePause} />
          <span class="visually-hidden">{translate('pause_title')}</span>
        </button>
      ) : (
        <button type="button" popovertarget="pause">
          {translate('pause_title')}
        </button>
      )}
      <div id="pause" popover="auto" role="dialog" aria-label={translate('pause_title')}>
        <p>{translate('pause_explain')}</p>
        <div class="answers">
          <button {...choice('hour')} autofocus>
            {translate('pause_hour')}
          </button>
          <button {...choice('today')}>{translate('pause_today')}</button>
          <button {...choice('told')}>{translate('pause_told')}</button>
        </div>
      </div>
    </>
  )
}

/** Says until when reminders are paused. Empty if they are not. */
export function PausedLine() {
  const { session, overview, translate, soon } = useApp()
  const { pause } = overview.settings
  if (!overview.paused || !pause) return null
  return (
    <p class="paused">
      <span id="paused">
        {pause.until === 'told'
          ? translate('pause_until_told')
          : translate('pause_until', { time: soon(pause.until) })}
      </span>{' '}
      <Button
        aria-describedby="paused"
        onPress={async () => {
          await session.pause(null)
          document.querySelector<HTMLElement>('[popovertarget=pause]')?.focus()
        }}
      >
        {translate('pause_end')}
      </Button>
    </p>
  )
}
