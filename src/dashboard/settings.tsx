import { useSignal } from '@preact/signals'
import { isLanguage, languages, languageTags } from '../domain/languages'
import { usualQuietHours } from '../domain/nudge-parameters'
import type { Settings } from '../domain/settings'
import { amazonLogin, type LoginHost } from '../pages/hosts'
import type { I18n } from '../platform/i18n'
import { dropLoginPages, requestLoginPages, requestNotifications } from '../platform/permissions'
import type { Session } from '../ui/session'

type Shown = { settings: Settings; session: Session; i18n: I18n }

/** What the seller chooses for this browser, each with its default. */
export function SettingsPart(props: Shown) {
  const { translate } = props.i18n
  return (
    <>
      <p>{translate('settings_explain')}</p>
      <LanguageChoice {...props} />
      <QuietHours {...props} />
      <Badge {...props} />
      <section class="store-form">
        <p>{translate('settings_limits')}</p>
      </section>
      <Notifications {...props} />
      <LoginPages {...props} />
    </>
  )
}

function LanguageChoice({ settings, session, i18n }: Shown) {
  const { translate } = i18n
  return (
    <section class="store-form">
      <p class="choice">
        <label for="language">{translate('settings_language')}</label>
        <select
          id="language"
          value={isLanguage(settings.language) ? settings.language : ''}
          onChange={({ currentTarget: { value } }) =>
            void session.choose({ language: isLanguage(value) ? value : null })
          }
        >
          <option value="">{translate('settings_language_browser')}</option>
          {languageTags.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {languages[tag]}
            </option>
          ))}
        </select>
      </p>
      <p class="soft">{translate('settings_language_explain')}</p>
      <p class="soft">{translate('settings_default', { value: translate('settings_language_browser') })}</p>
    </section>
  )
}

function QuietHours({ settings, session, i18n }: Shown) {
  const { translate } = i18n
  const { quietHours } = settings
  const chosen = quietHours ?? usualQuietHours
  const hour = (name: 'from' | 'to') => (
    <p class="choice">
      <label for={`quiet-${name}`}>{translate(`settings_${name}`)}</label>
      <select
        id={`quiet-${name}`}
        disabled={!quietHours}
        value={String(chosen[name])}
        onChange={({ currentTarget }) =>
          void session.choose({ quietHours: { ...chosen, [name]: Number(currentTarget.value) } })
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
    <fieldset class="store-form">
      <legend>{translate('settings_quiet')}</legend>
      <p class="soft">{translate('settings_quiet_explain')}</p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={quietHours !== undefined}
            onChange={({ currentTarget }) =>
              void session.choose({ quietHours: currentTarget.checked ? { ...usualQuietHours } : null })
            }
          />{' '}
          {translate('settings_quiet_on')}
        </label>
      </p>
      <div class="tools">
        {hour('from')}
        {hour('to')}
      </div>
      <p class="soft">{translate('settings_default', { value: translate('settings_off') })}</p>
    </fieldset>
  )
}

function Badge({ settings, session, i18n }: Shown) {
  const { translate } = i18n
  return (
    <section class="store-form">
      <p>
        <label>
          <input
            type="checkbox"
            checked={settings.badge !== false}
            onChange={({ currentTarget }) => void session.choose({ badge: currentTarget.checked })}
          />{' '}
          {translate('settings_badge')}
        </label>
      </p>
      <p class="soft">{translate('settings_badge_explain')}</p>
      <p class="soft">{translate('settings_default', { value: translate('settings_on') })}</p>
    </section>
  )
}

function Notifications({ settings, session, i18n }: Shown) {
  const { translate } = i18n
  const refused = useSignal(false)
  async function set(isWanted: boolean): Promise<void> {
    refused.value = false
    refused.value = isWanted && !(await requestNotifications())
    if (!refused.value) await session.choose({ notifications: isWanted })
  }
  return (
    <section class="store-form">
      <p>
        <label>
          <input
            type="checkbox"
            checked={settings.notifications === true}
            onChange={({ currentTarget }) => void set(currentTarget.checked)}
          />{' '}
          {translate('settings_notifications')}
        </label>
      </p>
      <p class="soft">{translate('settings_notifications_explain')}</p>
      <p role="status">{refused.value && translate('settings_login_refused')}</p>
      <p class="soft">{translate('settings_default', { value: translate('settings_off') })}</p>
    </section>
  )
}

/** One marketplace at a time, each by a press, since the browser asks for each. */
function LoginPages({ settings, session, i18n }: Shown) {
  const { translate } = i18n
  const refused = useSignal(false)
  const chosen = settings.loginHosts ?? []
  async function set(host: LoginHost, isWanted: boolean): Promise<void> {
    const others = chosen.filter((one): one is LoginHost => one !== host)
    refused.value = false
    if (isWanted) {
      refused.value = !(await requestLoginPages(host))
      if (refused.value) return
      await session.choose({ loginHosts: [...others, host] })
    } else {
      await session.choose({ loginHosts: others })
      await dropLoginPages(host)
    }
  }
  return (
    <fieldset class="store-form">
      <legend>{translate('settings_login')}</legend>
      <p class="soft">{translate('settings_login_explain')}</p>
      <ul class="fronts">
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
      <p class="soft">{translate('settings_default', { value: translate('settings_off') })}</p>
    </fieldset>
  )
}
