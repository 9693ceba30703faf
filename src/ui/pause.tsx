import type { Settings } from '../domain/settings'
import type { I18n } from '../platform/i18n'
import type { Session } from './session'

/** No cards for a while. The checklist, the toolbar and the reports go on. */
export function PausePanel(props: { settings: Settings; paused: boolean; session: Session; i18n: I18n }) {
  const { settings, paused, session, i18n } = props
  const { translate, moment } = i18n
  const { pause } = settings
  if (paused && pause) {
    return (
      <p class="panel paused">
        <span>
          {pause.until === 'told'
            ? translate('pause_until_told')
            : translate('pause_until', { time: moment(pause.until) })}
        </span>{' '}
        <button type="button" onClick={() => void session.pause(null)}>
          {translate('pause_end')}
        </button>
      </p>
    )
  }
  return (
    <details class="panel">
      <summary>{translate('pause_title')}</summary>
      <p class="soft">{translate('pause_explain')}</p>
      <div class="answers">
        <button type="button" onClick={() => void session.pause('hour')}>
          {translate('pause_hour')}
        </button>
        <button type="button" onClick={() => void session.pause('today')}>
          {translate('pause_today')}
        </button>
        <button type="button" onClick={() => void session.pause('told')}>
          {translate('pause_told')}
        </button>
      </div>
    </details>
  )
}
