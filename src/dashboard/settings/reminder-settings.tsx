import { useSignal } from '@preact/signals'
import { requestNotifications } from '../../browser/permissions'
import { cardGap, cardsPerDay, usualQuietHours } from '../../domain/nudge-policy'
import { cardGapHoursChoices, cardsPerDayChoices } from '../../domain/settings'
import { hour as hourLength } from '../../domain/time/length'
import { Checkbox } from '../../ui/forms/field'
import { Select } from '../../ui/select'
import { useApp } from '../app/app'
import { Setting } from './setting'

// When cards and notifications may come.

export function QuietHours() {
  const { i18n, session, overview, translate } = useApp()
  const { quietHours, alsoQuiet } = overview.settings
  const hours = quietHours ?? usualQuietHours
  const hour = (name: 'from' | 'to') => (
    <Select
      id={`quiet-${name}`}
      label={translate(`settings_${name}`)}
      disabled={!quietHours}
      value={hours[name]}
      options={Array.from({ length: 24 }, (_, hour) => [hour, i18n.hour(hour)])}
      onChoose={(hour) =>
        session.inTurn(({ settings: now }) =>
          session.choose({ quietHours: { ...(now.quietHours ?? hours), [name]: hour } }),
        )
      }
    />
  )
  return (
    <Setting
      name="quiet"
      usual={translate('settings_off')}
      isUsual={quietHours === undefined}
      set={
        alsoQuiet &&
        translate('settings_by_organization_quiet', {
          from: i18n.hour(alsoQuiet.from),
          to: i18n.hour(alsoQuiet.to),
        })
      }
      onReset={() => void session.choose({ quietHours: null })}
    >
      <Checkbox
        label={translate('settings_quiet_on')}
        checked={quietHours !== undefined}
        onChange={(isOn) => void session.choose({ quietHours: isOn ? { ...usualQuietHours } : null })}
      />
      <div class="tools">
        {hour('from')}
        {hour('to')}
      </div>
    </Setting>
  )
}

export function Caps() {
  const { i18n, session, overview } = useApp()
  const { settings, organization } = overview
  const { translate, plural } = i18n
  const { cardsPerDay: mostCards, cardGapHours: leastGap } = organization ?? {}
  const usualGap = cardGap / hourLength
  const limit = { cardsPerDay: mostCards, cardGapHours: leastGap }
  const isAllowed = {
    cardsPerDay: (value: number) => mostCards === undefined || value <= mostCards,
    cardGapHours: (value: number) => leastGap === undefined || value >= leastGap,
  }
  const cards = (count: number) => plural('settings_cards', count)
  const hours = (count: number) => plural('settings_hours', count)
  const choice = (
    name: 'cardsPerDay' | 'cardGapHours',
    label: string,
    usual: number,
    offered: readonly number[],
    text: (value: number) => string,
  ) => {
    const now = settings[name] ?? usual
    // An organization can set a value between those that are offered.
    const all = [...new Set([...offered.filter(isAllowed[name]), limit[name] ?? now, now])].sort(
      (a, b) => a - b,
    )
    return (
      <Select
        id={name}
        label={label}
        value={now}
        options={all.map((value) => [value, text(value)])}
        onChoose={(value) => void session.choose({ [name]: value === (limit[name] ?? usual) ? null : value })}
      />
    )
  }
  return (
    <Setting
      name="caps"
      usual={translate('settings_caps_default', { cards: cards(cardsPerDay), hours: hours(usualGap) })}
      isUsual={settings.cardsPerDay === mostCards && settings.cardGapHours === leastGap}
      set={
        mostCards !== undefined || leastGap !== undefined
          ? translate('settings_by_organization_caps', {
              limits: i18n.list([
                ...(mostCards === undefined ? [] : [cards(mostCards)]),
                ...(leastGap === undefined ? [] : [hours(leastGap)]),
              ]),
            })
          : undefined
      }
      onReset={() => void session.choose({ cardsPerDay: null, cardGapHours: null })}
    >
      <div class="tools">
        {choice('cardsPerDay', translate('settings_cards_label'), cardsPerDay, cardsPerDayChoices, cards)}
        {choice('cardGapHours', translate('settings_gap_label'), usualGap, cardGapHoursChoices, hours)}
      </div>
    </Setting>
  )
}

export function Notifications() {
  const { i18n, session, overview } = useApp()
  const { settings } = overview
  const { translate } = i18n
  const refused = useSignal(false)
  const { notifications = false, longDueNotifications = false } = settings
  async function set(wanted: { notifications?: boolean; longDueNotifications?: boolean }): Promise<void> {
    refused.value = false
    const isAsked = Object.values(wanted).includes(true)
    refused.value = isAsked && !(await requestNotifications().catch(() => false))
    if (!refused.value) await session.choose(wanted)
  }
  return (
    <Setting
      name="notifications"
      usual={translate('settings_off')}
      isUsual={!notifications && !longDueNotifications}
      onReset={() => void set({ notifications: false, longDueNotifications: false })}
    >
      <Checkbox
        label={translate('settings_notifications_on')}
        checked={notifications}
        onChange={(isWanted) => void set({ notifications: isWanted })}
      />
      <Checkbox
        label={translate('settings_notifications_long_due')}
        checked={longDueNotifications}
        onChange={(isWanted) => void set({ longDueNotifications: isWanted })}
      />
      <p role="status">{refused.value && translate('settings_login_refused')}</p>
    </Setting>
  )
}
