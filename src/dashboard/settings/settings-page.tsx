import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { dropLoginPages, requestLoginPages, requestNotifications } from '../../browser/permissions'
import { canSign, isSigning, startSigning, stopSigning } from '../../browser/toolbar-sign'
import { languages, languageTags } from '../../domain/languages'
import { cardGap, cardsPerDay, usualQuietHours } from '../../domain/nudge-policy'
import type { ItemView } from '../../domain/overview'
import {
  cardGapHoursChoices,
  cardsPerDayChoices,
  corners,
  dateFormats,
  type Settings,
} from '../../domain/settings'
import { hour as hourLength } from '../../domain/time/length'
import { dayFormat, timeFormat } from '../../i18n/date-format'
import { itemText, snake } from '../../i18n/item-text'
import { amazonLogin, isLoginHost, type LoginHost } from '../../pages/hosts'
import { Checkbox, SiteList } from '../../ui/forms/field'
import { InstructionsLink } from '../../ui/guides/call-first'
import type { Session } from '../../ui/overview-store'
import { PauseButton, PausedLine } from '../../ui/pause'
import { Section } from '../../ui/section'
import { type Options, Select } from '../../ui/select'
import { type I18n, useApp } from '../app/app'
import { Pace } from '../checklist/interval-select'
import { useFocusKept } from '../focus/keep-focus'
import { ConfirmButton } from '../forms/confirm-dialog'
import { linkTo } from '../navigation/router'
import { Setting } from './setting'

/** The settings of this browser, each with its default. */
export function SettingsPart() {
  const { overview, translate, locale } = useApp()
  const paced = overview.areas
    .flatMap(({ items }) => items)
    .filter(({ every }) => every && every.days !== every.usual)
  // A day above 12 shows the order: today could be 03/03.
  const lastOfYear = new Date(`${overview.today.slice(0, 4)}-12-31T00:00Z`)
  const date = (format?: string) => dayFormat(locale, format, 'UTC').format(lastOfYear)
  const time = (clock?: string) => ({
    example: timeFormat(locale, clock, 'UTC').format(Date.UTC(2000, 0, 1, usualQuietHours.from)),
  })
  return (
    <>
      <p>{translate('settings_explain')}</p>
      <div class="setting-pause">
        <PausedLine />
        <PauseButton />
      </div>
      <FromOrganization />
      <OneOf
        name="language"
        of="language"
        usual={translate('settings_language_browser')}
        offered={languageTags.map((tag) => [tag, languages[tag], tag])}
      />
      <OneOf
        name="date_format"
        of="dateFormat"
        usual={date()}
        offered={dateFormats.map((format) => [format, date(format)])}
      />
      <OneOf
        name="clock"
        of="clock"
        usual={translate('settings_clock_usual', time())}
        offered={[
          ['24-hour', translate('settings_clock_24', time('24-hour'))],
          ['12-hour', translate('settings_clock_12', time('12-hour'))],
        ]}
      />
      <QuietHours />
      <Caps />
      <OneOf
        name="corner"
        of="corner"
        usual={translate('settings_corner_usual')}
        offered={corners.map((corner) => [corner, translate(`settings_corner_${snake(corner)}`)])}
      />
      <OnOff name="badge" of="badge" />
      <Notifications />
      <OnOff name="keys" of="singleKeys" />
      <LoginPages />
      <Sign />
      <Paces items={paced} />
      <Elsewhere />
      <AllBack paced={paced} />
    </>
  )
}

/** Says that an administrator set something, and where its own instructions are. */
function FromOrganization() {
  const { overview, translate } = useApp()
  if (!overview.organization) return null
  return (
    <Section class="panel setting" id="setting-organization" title={translate('settings_organization')}>
      <p>{translate('settings_organization_explain')}</p>
      <InstructionsLink />
      <p>
        <a href={linkTo({ part: 'sees' })}>{translate('nav_sees')}</a>
      </p>
    </Section>
  )
}

/** A setting that is its default or one of some values. */
function OneOf(props: {
  name: 'language' | 'date_format' | 'clock' | 'corner'
  of: 'language' | 'dateFormat' | 'clock' | 'corner'
  /** The default in words. */
  usual: string
  offered: Options<string>
}) {
  const { name, of, usual, offered } = props
  const { session, overview, translate } = useApp()
  // A later version may have offered more.
  const [chosen = ''] = offered.find(([one]) => one === overview.settings[of]) ?? []
  const choose = (value: string | null) => void session.choose({ [of]: value })
  const isSet = of === 'language' && overview.organization?.language !== undefined
  return (
    <Setting
      name={name}
      usual={usual}
      isUsual={chosen === '' || isSet}
      set={isSet ? translate('settings_by_organization') : undefined}
      onReset={() => choose(null)}
    >
      <Select
        id={of}
        aria-labelledby={`setting-${name}`}
        disabled={isSet}
        value={chosen}
        options={[['', usual], ...offered]}
        onChoose={(value) => choose(value === '' ? null : value)}
      />
    </Setting>
  )
}

/** A setting that is on unless it is turned off. */
function OnOff({ name, of }: { name: 'badge' | 'keys'; of: 'badge' | 'singleKeys' }) {
  const { i18n, session, overview } = useApp()
  const isOn = overview.settings[of] !== false
  const choose = (value: boolean) => void session.choose({ [of]: value })
  return (
    <Setting name={name} usual={i18n.translate('settings_on')} isUsual={isOn} onReset={() => choose(true)}>
      <Checkbox label={i18n.translate(`settings_${name}_on`)} checked={isOn} onChange={choose} />
    </Setting>
  )
}

function QuietHours() {
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

function Caps() {
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

function Notifications() {
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

/** One marketplace at a time, since the browser asks for permission for each. */
function LoginPages() {
  const { i18n, session, overview } = useApp()
  const { settings } = overview
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
      if (isStored && !isWanted) await dropped([dropLoginPages(host)], session, i18n)
    })
  }
  return (
    <Setting
      name="login"
      usual={translate('settings_off')}
      isUsual={chosen.length === 0}
      onReset={() =>
        session.inTurn(async () => {
          if (await session.choose({ loginHosts: [] }))
            await dropped(chosen.map(dropLoginPages), session, i18n)
        })
      }
    >
      <SiteList
        aria-labelledby="setting-login"
        sites={amazonLogin}
        chosen={chosen}
        onChange={(host, isWanted) => void set(host, isWanted)}
      />
      <p role="status">{refused.value && translate('settings_login_refused')}</p>
    </Setting>
  )
}

/** The browser's own permission is the setting: it asks nothing, so the explanation comes first. */
function Sign() {
  const { overview, translate } = useApp()
  const isOn = useSignal(false)
  const refused = useSignal(false)
  const isPossible = useSignal(false)
  useEffect(() => {
    async function look(): Promise<void> {
      isPossible.value = await canSign()
      if (!isPossible.value) return
      isOn.value = await isSigning()
    }
    void look().catch(() => undefined)
    // Our pages hear of each permission that was given or given back.
  }, [overview])
  async function set(isWanted: boolean): Promise<void> {
    try {
      refused.value = isWanted && !(await startSigning())
      if (!isWanted) await stopSigning()
      isOn.value = await isSigning()
    } catch {
      refused.value = true
    }
  }
  return (
    <Setting
      name="sign"
      usual={translate('settings_off')}
      isUsual={!isOn.value}
      onReset={() => void set(false)}
    >
      {isPossible.value ? (
        <Checkbox
          label={translate('settings_sign_on')}
          checked={isOn.value}
          onChange={(isWanted) => void set(isWanted)}
        />
      ) : (
        <p>{translate('settings_sign_none')}</p>
      )}
      <p role="status">{refused.value && translate('settings_login_refused')}</p>
    </Setting>
  )
}

function chosenHosts({ loginHosts = [] }: Settings): LoginHost[] {
  return loginHosts.filter(isLoginHost)
}

/** Called after the choice is stored: that alone stops cards there, even if the browser keeps the permission. */
async function dropped(permissions: readonly Promise<unknown>[], session: Session, i18n: I18n) {
  const answers = await Promise.allSettled(permissions)
  if (answers.every(({ status }) => status === 'fulfilled')) return
  session.tell({ kind: 'told', text: i18n.translate('settings_permission_stays'), undo: undefined })
}

/** Intervals that differ from the default. They are chosen at the check itself. */
function Paces({ items }: { items: readonly ItemView[] }) {
  const { i18n, session, translate } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  // A check with its default interval leaves the list.
  useFocusKept(items.length, () => heading.current)
  return (
    <Section class="panel setting" id="setting-paces" title={translate('settings_paces')} heading={heading}>
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
    </Section>
  )
}

/** Links to settings with a page of their own. */
function Elsewhere() {
  const { translate } = useApp()
  return (
    <Section class="panel setting" id="setting-elsewhere" title={translate('settings_elsewhere')}>
      <p>
        <a href={linkTo({ part: 'stores' })}>{translate('settings_stores')}</a>
      </p>
      <p>
        <a href={linkTo({ part: 'data' })}>{translate('settings_backup')}</a>
      </p>
    </Section>
  )
}

function AllBack({ paced }: { paced: readonly ItemView[] }) {
  const { i18n, session, overview, translate } = useApp()
  async function putBack(): Promise<void> {
    // Stops at the first failure, so that its error isn't replaced by "Saved".
    for (const { id } of paced) if (!(await session.answer(id, { kind: 'paced', every: 'default' }))) return
    const hosts = chosenHosts(overview.settings)
    const isStored = await session.choose({
      ...(hosts.length > 0 ? { loginHosts: [] } : {}),
      language: null,
      letterLanguage: null,
      fillLetters: null,
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
      roundOpensPages: null,
    })
    if (!isStored) return
    const isSigned = await isSigning().catch(() => false)
    await dropped([...hosts.map(dropLoginPages), ...(isSigned ? [stopSigning()] : [])], session, i18n)
  }
  return (
    <p>
      <ConfirmButton
        label={translate('settings_reset_all')}
        question={translate('settings_reset_all_confirm')}
        onGo={() => void putBack()}
      >
        <p class="soft">{translate('settings_reset_all_keeps')}</p>
      </ConfirmButton>
    </p>
  )
}
