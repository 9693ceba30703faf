import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { dropLoginPages, requestLoginPages, requestNotifications } from '../../browser/permissions'
import { isLanguage, languages, languageTags } from '../../domain/languages'
import { cardGap, cardsPerDay, usualQuietHours } from '../../domain/nudge-policy'
import type { ItemView } from '../../domain/overview'
import {
  cardGapHoursChoices,
  cardsPerDayChoices,
  clocks,
  corners,
  dateFormats,
  isClock,
  isCorner,
  isDateFormat,
  type Settings,
} from '../../domain/settings'
import { hour as hourLength } from '../../domain/time/length'
import type { LocalDay } from '../../domain/time/time'
import { dayFormat, timeFormat } from '../../i18n/date-format'
import type { I18n } from '../../i18n/i18n'
import { itemText } from '../../i18n/item-text'
import { amazonLogin, isLoginHost, type LoginHost } from '../../pages/hosts'
import { useApp } from '../../ui/app'
import type { Session } from '../../ui/overview-store'
import { PauseButton, PausedLine } from '../../ui/pause'
import { Pace } from '../checklist/interval-select'
import { useFocusKept } from '../focus/keep-focus'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { linkTo } from '../navigation/router'
import { Setting } from './setting'

type Chosen = { settings: Settings }

/** What the seller chooses for this browser, each with its default and the way back to it. */
export function SettingsPart() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const { settings } = overview
  const chosen = { settings, session, i18n }
  const paced = overview.areas
    .flatMap(({ items }) => items)
    .filter(({ every }) => every && every.days !== every.usual)
  return (
    <>
      <p>{translate('settings_explain')}</p>
      <div class="setting-pause">
        <PausedLine />
        <PauseButton />
      </div>
      <LanguageChoice {...chosen} />
      <DateFormatChoice {...chosen} today={overview.today} />
      <ClockChoice {...chosen} />
      <QuietHours {...chosen} />
      <Caps {...chosen} />
      <CornerChoice {...chosen} />
      <Badge {...chosen} />
      <Notifications {...chosen} />
      <Keys {...chosen} />
      <LoginPages {...chosen} />
      <Paces items={paced} />
      <Elsewhere />
      <AllBack settings={settings} paced={paced} />
    </>
  )
}

function LanguageChoice({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const { language } = settings
  return (
    <OneOf
      id="language"
      title={translate('settings_language')}
      explain={translate('settings_language_explain')}
      usual={translate('settings_language_browser')}
      chosen={isLanguage(language) ? language : undefined}
      offered={languageTags.map((tag) => ({ value: tag, text: languages[tag], lang: tag }))}
      onChoose={(language) => void session.choose({ language })}
    />
  )
}

function DateFormatChoice({ settings, today }: Chosen & { today: LocalDay }) {
  const { i18n, session } = useApp()
  const { translate, locale } = i18n
  const { dateFormat } = settings
  // Today may be the third of March, which is 03/03 whichever comes first.
  const lastOfYear = new Date(`${today.slice(0, 4)}-12-31T00:00Z`)
  const example = (format?: string) => dayFormat(locale, format, 'UTC').format(lastOfYear)
  return (
    <OneOf
      id="dateFormat"
      title={translate('settings_date_format')}
      explain={translate('settings_date_format_explain')}
      usual={example()}
      chosen={isDateFormat(dateFormat) ? dateFormat : undefined}
      offered={dateFormats.map((value) => ({ value, text: example(value) }))}
      onChoose={(dateFormat) => void session.choose({ dateFormat })}
    />
  )
}

function ClockChoice({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate, locale } = i18n
  const { clock } = settings
  const example = (clock?: string) => ({
    example: timeFormat(locale, clock, 'UTC').format(Date.UTC(2000, 0, 1, usualQuietHours.from)),
  })
  const name = { '24-hour': 'settings_clock_24', '12-hour': 'settings_clock_12' } as const
  return (
    <OneOf
      id="clock"
      title={translate('settings_clock')}
      explain={translate('settings_clock_explain')}
      usual={translate('settings_clock_usual', example())}
      chosen={isClock(clock) ? clock : undefined}
      offered={clocks.map((value) => ({ value, text: translate(name[value], example(value)) }))}
      onChoose={(clock) => void session.choose({ clock })}
    />
  )
}

function CornerChoice({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const { corner } = settings
  const name = {
    'bottom-start': 'settings_corner_bottom_start',
    'top-end': 'settings_corner_top_end',
    'top-start': 'settings_corner_top_start',
  } as const
  return (
    <OneOf
      id="corner"
      title={translate('settings_corner')}
      explain={translate('settings_corner_explain')}
      usual={translate('settings_corner_usual')}
      chosen={isCorner(corner) ? corner : undefined}
      offered={corners.map((value) => ({ value, text: translate(name[value]) }))}
      onChoose={(corner) => void session.choose({ corner })}
    />
  )
}

/** A setting that is its default or one of some values. */
function OneOf<Value extends string>(props: {
  id: string
  title: string
  explain: string
  /** The default in words. */
  usual: string
  /** Without one it is the default. */
  chosen: Value | undefined
  offered: readonly { value: Value; text: string; lang?: string }[]
  onChoose: (value: Value | null) => void
}) {
  const { chosen, offered, onChoose, ...shown } = props
  const { id, usual } = shown
  return (
    <Setting {...shown} isUsual={chosen === undefined} onReset={() => onChoose(null)}>
      <select
        id={id}
        aria-labelledby={`setting-${id}`}
        value={chosen ?? ''}
        onChange={({ currentTarget }) =>
          onChoose(offered.find(({ value }) => value === currentTarget.value)?.value ?? null)
        }
      >
        <option value="">{usual}</option>
        {offered.map(({ value, text, lang }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </Setting>
  )
}

function Checkbox(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={props.checked}
          onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
        />{' '}
        {props.label}
      </label>
    </p>
  )
}

function QuietHours({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const { quietHours } = settings
  const hours = quietHours ?? usualQuietHours
  const hour = (name: 'from' | 'to') => (
    <p class="choice">
      <label for={`quiet-${name}`}>{translate(`settings_${name}`)}</label>
      <select
        id={`quiet-${name}`}
        disabled={!quietHours}
        value={String(hours[name])}
        onChange={({ currentTarget: { value } }) =>
          session.inTurn(({ settings: now }) =>
            session.choose({ quietHours: { ...(now.quietHours ?? hours), [name]: Number(value) } }),
          )
        }
      >
        {Array.from({ length: 24 }, (_, index) => (
          <option key={index} value={String(index)}>
            {i18n.hour(index)}
          </option>
        ))}
      </select>
    </p>
  )
  return (
    <Setting
      id="quiet"
      title={translate('settings_quiet')}
      explain={translate('settings_quiet_explain')}
      usual={translate('settings_off')}
      isUsual={quietHours === undefined}
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

function Caps({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate, plural } = i18n
  const usualGap = cardGap / hourLength
  const choice = (props: {
    name: 'cardsPerDay' | 'cardGapHours'
    label: string
    usual: number
    offered: readonly number[]
    text: (value: number) => string
  }) => (
    <p class="choice">
      <label for={props.name}>{props.label}</label>
      <select
        id={props.name}
        value={String(settings[props.name] ?? props.usual)}
        onChange={({ currentTarget }) => {
          const value = Number(currentTarget.value)
          void session.choose({ [props.name]: value === props.usual ? null : value })
        }}
      >
        {props.offered.map((value) => (
          <option key={value} value={String(value)}>
            {props.text(value)}
          </option>
        ))}
      </select>
    </p>
  )
  return (
    <Setting
      id="caps"
      title={translate('settings_caps')}
      explain={translate('settings_caps_explain')}
      usual={translate('settings_caps_default', {
        cards: plural('settings_cards', cardsPerDay),
        hours: plural('settings_hours', usualGap),
      })}
      isUsual={settings.cardsPerDay === undefined && settings.cardGapHours === undefined}
      onReset={() => void session.choose({ cardsPerDay: null, cardGapHours: null })}
    >
      <div class="tools">
        {choice({
          name: 'cardsPerDay',
          label: translate('settings_cards_label'),
          usual: cardsPerDay,
          offered: cardsPerDayChoices,
          text: (count) => plural('settings_cards', count),
        })}
        {choice({
          name: 'cardGapHours',
          label: translate('settings_gap_label'),
          usual: usualGap,
          offered: cardGapHoursChoices,
          text: (hours) => plural('settings_hours', hours),
        })}
      </div>
    </Setting>
  )
}

function Badge({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  return (
    <Setting
      id="badge"
      title={translate('settings_badge')}
      explain={translate('settings_badge_explain')}
      usual={translate('settings_on')}
      isUsual={settings.badge !== false}
      onReset={() => void session.choose({ badge: true })}
    >
      <Checkbox
        label={translate('settings_badge_on')}
        checked={settings.badge !== false}
        onChange={(badge) => void session.choose({ badge })}
      />
    </Setting>
  )
}

function Notifications({ settings }: Chosen) {
  const { i18n, session } = useApp()
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
      id="notifications"
      title={translate('settings_notifications')}
      explain={translate('settings_notifications_explain')}
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

function Keys({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  return (
    <Setting
      id="keys"
      title={translate('settings_keys')}
      explain={translate('settings_keys_explain')}
      usual={translate('settings_on')}
      isUsual={settings.singleKeys !== false}
      onReset={() => void session.choose({ singleKeys: true })}
    >
      <Checkbox
        label={translate('settings_keys_on')}
        checked={settings.singleKeys !== false}
        onChange={(singleKeys) => void session.choose({ singleKeys })}
      />
    </Setting>
  )
}

/** One marketplace at a time, each by a press, since the browser asks for each. */
function LoginPages({ settings }: Chosen) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const refused = useSignal(false)
  const chosen = chosenHosts(settings)
  async function set(host: LoginHost, isWanted: boolean): Promise<void> {
    refused.value = false
    refused.value = isWanted && !(await requestLoginPages(host).catch(() => false))
    if (refused.value) return
    session.inTurn(async ({ settings: now }) => {
      const others = chosenHosts(now).filter((one) => one !== host)
      const isStored = await session.choose({ loginHosts: isWanted ? [...others, host] : others })
      if (isStored && !isWanted) await dropPermissions([host], session, i18n)
    })
  }
  return (
    <Setting
      id="login"
      title={translate('settings_login')}
      explain={translate('settings_login_explain')}
      usual={translate('settings_off')}
      isUsual={chosen.length === 0}
      onReset={() =>
        session.inTurn(async () => {
          if (await session.choose({ loginHosts: [] })) await dropPermissions(chosen, session, i18n)
        })
      }
    >
      <ul class="fronts" aria-labelledby="setting-login">
        {amazonLogin.map(({ host }) => (
          <li key={host}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(host)}
                onChange={({ currentTarget }) => void set(host, currentTarget.checked)}
              />{' '}
              {host}
            </label>
          </li>
        ))}
      </ul>
      <p role="status">{refused.value && translate('settings_login_refused')}</p>
    </Setting>
  )
}

function chosenHosts({ loginHosts = [] }: Settings): LoginHost[] {
  return loginHosts.filter(isLoginHost)
}

/** After the choice was stored: without it nothing is shown there, whether the browser takes the permission back or not. */
async function dropPermissions(hosts: readonly LoginHost[], session: Session, i18n: I18n): Promise<void> {
  const dropped = await Promise.allSettled(hosts.map(dropLoginPages))
  if (dropped.every(({ status }) => status === 'fulfilled')) return
  session.tell({ kind: 'told', text: i18n.translate('settings_permission_stays'), undo: undefined })
}

/** The intervals that are not the catalogue's; they are chosen at the check itself. */
function Paces({ items }: { items: readonly ItemView[] }) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const heading = useRef<HTMLHeadingElement>(null)
  // With its default a check is off this list.
  useFocusKept(items.length, () => heading.current)
  return (
    <section class="panel setting" aria-labelledby="setting-paces">
      <h3 id="setting-paces" ref={heading} tabIndex={-1}>
        {translate('settings_paces')}
      </h3>
      <p class="soft">{translate('settings_paces_explain')}</p>
      {items.length === 0 && <p>{translate('settings_paces_none')}</p>}
      {items.map(
        ({ id, every }) =>
          every && (
            <Pace
              key={id}
              id={id}
              label={itemText(i18n, id).title}
              every={every}
              onAnswer={(answer) => session.answer(id, answer)}
            />
          ),
      )}
    </section>
  )
}

/** What has a part of its own. */
function Elsewhere() {
  const { translate } = useApp().i18n
  return (
    <section class="panel setting" aria-labelledby="setting-elsewhere">
      <h3 id="setting-elsewhere">{translate('settings_elsewhere')}</h3>
      <p>
        <a href={linkTo({ part: 'stores' })}>{translate('settings_stores')}</a>
      </p>
      <p>
        <a href={linkTo({ part: 'data' })}>{translate('settings_backup')}</a>
      </p>
    </section>
  )
}

function AllBack({ settings, paced }: { settings: Settings; paced: readonly ItemView[] }) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const asking = useSignal(false)
  async function putBack(): Promise<void> {
    asking.value = false
    // What could not be stored is told, and nothing after it says "Saved" over it.
    for (const { id } of paced) if (!(await session.answer(id, { kind: 'paced', every: 'default' }))) return
    const hosts = chosenHosts(settings)
    const isStored = await session.choose({
      ...(hosts.length > 0 ? { loginHosts: [] } : {}),
      language: null,
      dateFormat: null,
      clock: null,
      corner: null,
      quietHours: null,
      cardsPerDay: null,
      cardGapHours: null,
      badge: true,
      notifications: false,
      longDueNotifications: false,
      singleKeys: true,
    })
    if (isStored) await dropPermissions(hosts, session, i18n)
  }
  return (
    <>
      <p>
        <button
          type="button"
          onClick={() => {
            asking.value = true
          }}
        >
          {translate('settings_reset_all')}
        </button>
      </p>
      {asking.value && (
        <ConfirmDialog
          question={translate('settings_reset_all_confirm')}
          go={translate('settings_reset_all')}
          onGo={() => void putBack()}
          onCancel={() => {
            asking.value = false
          }}
        >
          <p class="soft">{translate('settings_reset_all_keeps')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
