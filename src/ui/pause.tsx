import type { Pause } from '../domain/settings'
import { useApp } from './app'

/** No cards for a while. The checklist, the toolbar and the reports go on. */
export function PauseButton() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  if (overview.paused) return null
  const choice = (pause: Pause) => ({
    type: 'button' as const,
    popovertarget: 'pause',
    popovertargetaction: 'hide' as const,
    async onClick() {
      await session.pause(pause)
      // The button that had the focus is gone while reminders are paused, and so is the other one afterwards.
      document.querySelector<HTMLElement>('.paused button')?.focus()
    },
  })
  return (
    <>
      <button type="button" popovertarget="pause">
        {translate('pause_title')}
      </button>
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

/** That reminders are paused, and until when; nothing while they are not. */
export function PausedLine() {
  const { i18n, session, overview } = useApp()
  const { translate, soon } = i18n
  const { pause } = overview.settings
  if (!overview.paused || !pause) return null
  return (
    <p class="paused">
      <span id="paused">
        {pause.until === 'told'
          ? translate('pause_until_told')
          : translate('pause_until', { time: soon(pause.until) })}
      </span>{' '}
      <button
        type="button"
        aria-describedby="paused"
        onClick={async () => {
          await session.pause(null)
          document.querySelector<HTMLElement>('[popovertarget=pause]')?.focus()
        }}
      >
        {translate('pause_end')}
      </button>
    </p>
  )
}
