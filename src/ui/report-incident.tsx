import { useRef } from 'preact/hooks'
import { type HappeningId, happenings } from '../domain/incidents'
import { happeningExplained, happeningTitle } from '../i18n/item-text'
import { useApp } from './app'
import { once } from './ignore-double-click'

/** Two presses: unfold, say what happened. */
export function Happened() {
  const { i18n, session } = useApp()
  const details = useRef<HTMLDetailsElement>(null)
  async function report(what: HappeningId): Promise<void> {
    if (!(await session.report(what)) || !details.current) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  return (
    <details class="fold happened" ref={details}>
      <summary>{i18n.translate('happened_title')}</summary>
      <p class="soft">{i18n.translate('happened_explain')}</p>
      <ul>
        {happenings.map(({ id }) => (
          <li key={id}>
            <button type="button" onClick={once(() => void report(id))}>
              <strong>{happeningTitle(i18n, id)}</strong>
              <span class="soft">{happeningExplained(i18n, id)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
