import browser from 'webextension-polyfill'
import { nowAt } from '../domain/time/time'
import { backgroundTexts } from '../i18n/background-messages'
import { tellStored } from './change-channel'
import type { Platform, Sender } from './platform'
import { timeZone } from './time-zone'

const loginScript = 'login-pages'

/** The real browser. */
export function realPlatform(): Platform {
  const local: { getKeys?: () => Promise<string[]> } = browser.storage.local
  const getKeys = local.getKeys?.bind(local)
  return {
    id: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/, ''),
    version: browser.runtime.getManifest().version,
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    now: () => nowAt(Date.now(), timeZone()),
    languages: () => navigator.languages,
    texts: backgroundTexts,
    storage: {
      get: (keys) => browser.storage.local.get(keys === null ? null : [...keys]),
      set: (items) => browser.storage.local.set(items),
      remove: (keys) => browser.storage.local.remove([...keys]),
      // getKeys: Chrome 130, Firefox 143; before that every value has to be read for its key.
      keys: () => getKeys?.() ?? browser.storage.local.get(null).then(Object.keys),
    },
    session: {
      get: (keys) => browser.storage.session.get(keys === null ? null : [...keys]),
      set: (items) => browser.storage.session.set(items),
      remove: (keys) => browser.storage.session.remove([...keys]),
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
        // Slate on white: a count, not an alarm (docs/nudging.md, R3).
        await browser.action.setBadgeBackgroundColor({ color: '#3d4f66' })
        await browser.action.setTitle({ title })
      },
    },
    notifications: {
      allowed: () => browser.permissions.contains({ permissions: ['notifications'] }),
      async show(title, message) {
        // Basic, without buttons: Firefox knows nothing else. One id, so that a second replaces the first.
        const iconUrl = browser.runtime.getURL('icons/icon-128.png')
        await browser.notifications.create('promise', { type: 'basic', title, message, iconUrl })
      },
      onClicked(listener) {
        // Without the permission there is no namespace; it comes when the permission does.
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
        // Without the permission there is no namespace, and nothing can be registered.
        const { scripting } = browser as { scripting?: typeof browser.scripting }
        if (!scripting) return
        const ids = [loginScript]
        const registered = await scripting.getRegisteredContentScripts({ ids })
        if (registered.length > 0) await scripting.unregisterContentScripts({ ids })
        if (hosts.length === 0) return
        // Firefox hands out whole addresses there, and takes only paths.
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
            // The page that shows the secret of an authenticator app stays without us.
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
    onPermissions(listener) {
      browser.permissions.onAdded.addListener(listener)
      browser.permissions.onRemoved.addListener(listener)
    },
    tell: async (tab, message) => void (await browser.tabs.sendMessage(tab, message).catch(() => undefined)),
    onTabClosed: (listener) => browser.tabs.onRemoved.addListener((tab) => listener(tab)),
    onMessage(listener) {
      // `return true` with sendResponse is the one way of answering later that Chrome 130 and Firefox both know.
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
        // Updates come by here too, our own and the browser's.
        listener(reason === 'install' ? 'installed' : 'browser-started')
      })
      browser.runtime.onStartup.addListener(() => listener('browser-started'))
    },
  }
}
