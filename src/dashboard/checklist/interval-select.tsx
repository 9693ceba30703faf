import { useRef } from 'preact/hooks'
import type { Answer } from '../../domain/answer'
import type { ItemId } from '../../domain/items'
import type { ItemView } from '../../domain/overview'
import { paceBoundsOf } from '../../domain/pace'
import { useApp } from '../../ui/app'

const paces = [1, 2, 3, 7, 14, 30, 60, 90, 180, 330, 365, 730]

/** How often an item returns, with the way back to the catalogue's own interval. */
export function Pace(props: {
  id: ItemId
  label: string
  every: NonNullable<ItemView['every']>
  onAnswer: (answer: Answer) => Promise<boolean>
}) {
  const { id, label, every, onAnswer } = props
  const { translate, plural } = useApp().i18n
  const { least, most } = paceBoundsOf(id)
  const select = useRef<HTMLSelectElement>(null)
  const own = typeof every.days === 'number' ? [every.days] : []
  const offered = [...new Set([...paces, every.usual, ...own])].filter(
    (days) => days >= least && days <= most,
  )
  return (
    <div class="field">
      <label for={`${id}-pace`}>{label}</label>
      <span class="entry">
        <select
          ref={select}
          id={`${id}-pace`}
          value={String(every.days)}
          onChange={({ currentTarget: { value } }) =>
            void onAnswer({ kind: 'paced', every: value === 'off' ? 'off' : Number(value) })
          }
        >
          {offered
            .sort((a, b) => a - b)
            .map((days) => (
              <option key={days} value={String(days)}>
                {plural('pace_days', days)}
              </option>
            ))}
          <option value="off">{translate('pace_off')}</option>
        </select>
        {every.days !== every.usual && (
          <button
            type="button"
            onClick={() => {
              select.current?.focus()
              void onAnswer({ kind: 'paced', every: 'default' })
            }}
          >
            {translate('settings_reset')}
          </button>
        )}
      </span>
      <p class="soft">{translate('settings_default', { value: plural('pace_days', every.usual) })}</p>
    </div>
  )
}
