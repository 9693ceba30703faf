import type { Platform } from '../browser/platform'
import type { Settings } from '../domain/settings'
import type { Notifier } from './notifications'
import type { Repository } from './repository'
import { settingsEntry } from './settings'

export type LoginPages = ReturnType<typeof createLoginPages>

/** Keeps the script of the login pages registered where the seller chose it and the browser allows it. */
export function createLoginPages(platform: Platform, repository: Repository, notifier: Notifier) {
  /** Registers the script on the chosen login pages that the browser allows, and returns those. */
  async function sync(chosen: readonly string[]): Promise<readonly string[]> {
    const granted = await platform.loginPages.granted(chosen)
    await platform.loginPages.runOn(granted)
    return granted
  }

  return {
    sync,

    /** Applies the settings after a change: where the login script runs, and the next notification. */
    async follow(known?: Settings): Promise<void> {
      // The settings are stored already, so a failure here is ignored.
      const settings = known ?? (await repository.read({ stores: [] }).catch(() => undefined))?.settings
      if (settings) await sync(settings.loginHosts ?? []).catch(() => undefined)
      await notifier.keep()
    },

    /** Removes from the settings what the seller has revoked in the browser's own settings. */
    async forgetRevoked(): Promise<void> {
      const snapshot = await repository.read({ stores: [] })
      const { loginHosts: chosen = [], notifications, longDueNotifications } = snapshot.ownSettings
      const granted = chosen.length === 0 ? [] : await sync(chosen)
      const isLost =
        (notifications || longDueNotifications) && !(await platform.notifications.allowed().catch(() => true))
      if (granted.length === chosen.length && !isLost) return
      const none = { notifications: false, longDueNotifications: false }
      const settings = {
        ...snapshot.ownSettings,
        ...(granted.length < chosen.length ? { loginHosts: granted } : {}),
        ...(isLost ? none : {}),
      }
      await repository.commit(snapshot, { put: [settingsEntry(settings)] })
    },
  }
}
