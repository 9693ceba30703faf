import type { Answer } from '../../domain/answer'
import type { ItemId } from '../../domain/items'
import type { ItemView } from '../../domain/overview'
import { paceBoundsOf } from '../../domain/pace'
import { Button } from '../../ui/button'
import { Select } from '../../ui/select'
import { useApp } from '../app/app'

const paces = [1, 2, 3, 7, 14, 30, 60, 90, 180, 330, 365, 730]

/** How often an item returns, with the way back to the catalogue's own interval. */
export function Pace(props: {
  id: ItemId
  label: string
  every: NonNullable<ItemView['every']>
  onAnswer: (answer: Answer) => Promise<boolean>
}) {
  const { id, label, every, onAnswer } = props
  const { translate, plural } = useApp()
  const { least, most } = paceBoundsOf(id)
  const own = typeof every.days === 'number' ? [every.days] : []
  const offered = [...new Set([...paces, every.usual, ...own])].filter(
    (days) => days >= least && days <= (every.most ?? most),
  )
  return (
    <div class="field">
      <label for={`${id}-pace`}>{label}</label>
      <span class="entry">
        <Select<number | 'off'>
          id={`${id}-pace`}
          value={every.days}
          options={[
            ...offered.sort((a, b) => a - b).map((days) => [days, plural('pace_days', days)] as const),
            ...(every.most === undefined ? ([['off', translate('pace_off')]] as const) : []),
          ]}
          onChoose={(days) => void onAnswer({ kind: 'paced', every: days })}
        />
        {every.days !== every.usual && (
          <Button
            onPress={() => {
              document.getElementById(`${id}-pace`)?.focus()
              void onAnswer({ kind: 'paced', every: 'default' })
            }}
          >
            {translate('settings_reset')}
          </Button>
        )}
      </span>
      <p class="soft">
        {every.most === undefined
          ? translate('settings_default', { value: plural('pace_days', every.usual) })
          : translate('settings_by_organization_interval', { interval: plural('pace_days', every.most) })}
      </p>
    </div>
  )
}
