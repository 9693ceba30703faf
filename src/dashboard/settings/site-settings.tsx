import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { dropLoginPages, requestLoginPages } from '../../browser/permissions'
import { canSign, isSigning, startSigning, stopSigning } from '../../browser/toolbar-sign'
import type { Settings } from '../../domain/settings'
import { amazonLogin, isLoginHost, type LoginHost } from '../../pages/hosts'
import { Checkbox, SiteList } from '../../ui/forms/field'
import type { Session } from '../../ui/overview-store'
import { type I18n, useApp } from '../app/app'
import { Setting } from './setting'

// Where Nightlatch may be besides Seller Central: each needs a permission of the browser.

/** One marketplace at a time, since the browser asks for permission for each. */
export function LoginPages() {
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
export function Sign() {
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

export function chosenHosts({ loginHosts = [] }: Settings): LoginHost[] {
  return loginHosts.filter(isLoginHost)
}

/** Called after the choice is stored: that alone stops cards there, even if the browser keeps the permission. */
export async function dropped(permissions: readonly Promise<unknown>[], session: Session, i18n: I18n) {
  const answers = await Promise.allSettled(permissions)
  if (answers.every(({ status }) => status === 'fulfilled')) return
  session.tell({ kind: 'told', text: i18n.translate('settings_permission_stays'), undo: undefined })
}
