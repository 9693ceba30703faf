import { useRef } from 'preact/hooks'
import { dropLoginPages } from '../../browser/permissions'
import { isSigning, stopSigning } from '../../browser/toolbar-sign'
import { languages, languageTags } from '../../domain/languages'
import { usualQuietHours } from '../../domain/nudge-policy'
import type { ItemView } from '../../domain/overview'
import { corners, dateFormats } from '../../domain/settings'
import { dayFormat, timeFormat } from '../../i18n/date-format'
import { itemText, snake } from '../../i18n/item-text'
import { Checkbox } from '../../ui/forms/field'
import { InstructionsLink } from '../../ui/guides/call-first'
import { PauseButton, PausedLine } from '../../ui/pause'
import { Section } from '../../ui/section'
import { type Options, Select } from '../../ui/select'
import { useApp } from '../app/app'
import { Pace } from '../checklist/interval-select'
import { useFocusKept } from '../focus/keep-focus'
import { ConfirmButton } from '../forms/confirm-dialog'
import { linkTo } from '../navigation/router'
import { Caps, Notifications, QuietHours } from './reminder-settings'
import { Setting } from './setting'
import { chosenHosts, dropped, LoginPages, Sign } from './site-settings'

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
      <OrganizationNotice />
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
function OrganizationNotice() {
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
