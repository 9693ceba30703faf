import { useApp } from './app'
import { keys, useKeys } from './keyboard-shortcuts'

export type KeyRow = readonly [key: string, what: string]

/**
 * The list of keyboard shortcuts.
 * @param further those that only this page has.
 */
export function KeysList({ further = [] }: { further?: readonly KeyRow[] }) {
  const { translate } = useApp()
  const areOn = useKeys().help !== undefined
  const letters = [
    [keys.open, translate('keys_open')],
    [keys.checked, translate('answer_checked')],
    [keys.aside, translate('answer_dismiss')],
    [keys.remind, translate('answer_remind')],
    [keys.hour, translate('snooze_hour')],
    [keys.tomorrow, translate('snooze_tomorrow')],
    [keys['next-week'], translate('snooze_next_week')],
    [keys.undo, translate('undo')],
  ]
  const rows = [
    ['↓ ↑', translate('keys_move')],
    ['Enter', translate('keys_unfold')],
    ...(areOn ? letters : []),
    ...further,
  ]
  return (
    <>
      <dl class="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{translate(areOn ? 'keys_explain' : 'keys_off')}</p>
    </>
  )
}
