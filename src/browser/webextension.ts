import { backgroundTexts } from '../i18n/background-messages'
import { api } from './api'
import { tellStored } from './change-channel'
import { wait } from './in-time'
import { besideOpener, openPanelIn } from './panel'
import type { Platform, Sender } from './platform'
import { timeZone } from './time-zone'
import { renewSign } from './toolbar-sign'

const loginScript = 'login-pages'

export function realPlatform(): Platform {
  const browser = api()
  const local: { getKeys?: () => Promise<string[]> } = browser.storage.local
  const getKeys = local.getKeys?.bind(local)
  return {
    id: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/, ''),
    version: browser.runtime.getManifest().version,
    wait,
    now: () => ({ epochMilliseconds: Date.now(), timeZoneId: timeZone() }),
    languages: () => navigator.languages,
    texts: backgroundTexts,
    // In the package, the browser's own file of texts has them in all languages: one text for each check, because
    // Firefox reports a name that is not there as an error.
    steps: (language, item) =>
      JSON.parse(browser.i18n.getMessage(`${language.replace('-', '_')}_${item}`) || '{}'),
    storage: {
      get: (keys) => browser.storage.local.get(keys === null ? null : [...keys]),
      set: (items) => browser.storage.local.set(items),
      remove: (keys) => browser.storage.local.remove([...keys]),
      // getKeys needs Chrome 130 or Firefox 143. Earlier versions have to read every value.
      keys: () => getKeys?.() ?? browser.storage.local.get(null).then(Object.keys),
      onChanged: (listener) =>
        browser.storage.local.onChanged.addListener((changes) => {
          const keys = Object.keys(changes)
          const isThere = (key: string) => changes[key]?.newValue !== undefined
          listener({ written: keys.filter(isThere), removed: keys.filter((key) => !isThere(key)) })
        }),
    },
    session: {
      get: (keys) => browser.storage.session.get(keys === null ? null : [...keys]),
      set: (items) => browser.storage.session.set(items),
      remove: (keys) => browser.storage.session.remove([...keys]),
    },
    managed: {
      get: () => browser.storage.managed.get(null),
      onChanged: (listener) => browser.storage.managed.onChanged?.addListener(() => listener()),
    },
    alarms: {
      next: async (name) => (await browser.alarms.get(name))?.scheduledTime,
      create: async (name, periodInMinutes) => browser.alarms.create(name, { periodInMinutes }),
      createAt: async (name, when) => browser.alarms.create(name, { when }),
      onAlarm: (listener) => browser.alarms.onAlarm.addListener(({ name }) => listener(name)),
    },
    badge: {
      async show(text, title) {
        await browser.action.setBadgeText({ text })
        // White on slate: a count, not an alarm (docs/nudging.md, R3).
        await browser.action.setBadgeBackgroundColor({ color: '#3d4f66' })
        await browser.action.setTitle({ title })
      },
    },
    notifications: {
      allowed: () => browser.permissions.contains({ permissions: ['notifications'] }),
      async show(title, message) {
        // Firefox supports only basic ones without buttons. With one id, a second replaces the first.
        const iconUrl = browser.runtime.getURL('icons/icon-128.png')
        await browser.notifications.create('promise', { type: 'basic', title, message, iconUrl })
      },
      onClicked(listener) {
        // The namespace exists only with the permission, so listen again once it is given.
        const listen = () => {
          const { notifications } = browser as { notifications?: typeof browser.notifications }
          if (notifications && !notifications.onClicked.hasListener(listener))
            notifications.onClicked.addListener(listener)
        }
        listen()
        browser.permissions.onAdded.addListener(listen)
      },
    },
    tellStored,
    async openDashboard(place) {
      const page = browser.runtime.getURL('src/dashboard/dashboard.html')
      await browser.tabs.create({ url: place === undefined ? page : page + place })
    },
    panel: {
      onShortcut: (listener) =>
        // Firefox for Android has no shortcuts.
        browser.commands?.onCommand.addListener((_, tab?: { windowId?: number }) => listener(tab?.windowId)),
      open: (window) => openPanelIn(window),
      ...besideOpener(),
    },
    loginPages: {
      async granted(hosts) {
        const answers = await Promise.all(
          hosts.map((host) =>
            browser.permissions.contains({ permissions: ['scripting'], origins: [`https://${host}/*`] }),
          ),
        )
        return hosts.filter((_, index) => answers[index])
      },
      async runOn(hosts) {
        // Missing without the permission.
        const { scripting } = browser as { scripting?: typeof browser.scripting }
        if (!scripting) return
        const ids = [loginScript]
        const registered = await scripting.getRegisteredContentScripts({ ids })
        if (registered.length > 0) await scripting.unregisterContentScripts({ ids })
        if (hosts.length === 0) return
        // Firefox returns full addresses here but accepts only paths.
        const files = browser.runtime.getManifest().content_scripts?.[0]?.js ?? []
        const js = files.map((file) => new URL(file, browser.runtime.getURL('')).pathname)
        await scripting.registerContentScripts([
          {
            id: loginScript,
            js,
            matches: hosts.flatMap((host) => [
              `https://${host}/a/settings/approval*`,
              `https://${host}/ap/cnep*`,
            ]),
            // This page shows the secret of an authenticator app, so we stay off it.
            excludeMatches: hosts.map((host) => `https://${host}/a/settings/approval/setup*`),
            runAt: 'document_idle',
            persistAcrossSessions: true,
          },
        ])
      },
    },
    async withheld(hosts) {
      const allowed = await Promise.all(
        hosts.map((host) => browser.permissions.contains({ origins: [`https://${host}/*`] })),
      )
      return hosts.filter((_, index) => !allowed[index])
    },
    renewSign,
    onPermissions(listener) {
      browser.permissions.onAdded.addListener(listener)
      browser.permissions.onRemoved.addListener(listener)
    },
    tell: async (tab, message) => void (await browser.tabs.sendMessage(tab, message).catch(() => undefined)),
    onTabClosed: (listener) => browser.tabs.onRemoved.addListener((tab) => listener(tab)),
    onMessage(listener) {
      // Returning true and calling sendResponse is the one way to answer later in Chrome 130 and Firefox.
      browser.runtime.onMessage.addListener(((
        message: unknown,
        sender: Sender,
        sendResponse: (reply: unknown) => void,
      ) => {
        const reply = listener(message, sender)
        if (reply === undefined) return undefined
        void reply.then(sendResponse)
        return true
      }) as Parameters<typeof browser.runtime.onMessage.addListener>[0])
    },
    onStart(listener) {
      browser.runtime.onInstalled.addListener(({ reason }) => {
        // Updates of the extension and of the browser are reported here too.
        listener(reason === 'install' ? 'installed' : 'browser-started')
      })
      browser.runtime.onStartup.addListener(() => listener('browser-started'))
    },
  }
}
