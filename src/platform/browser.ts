import browser from 'webextension-polyfill'
import { nowAt } from '../domain/time'
import { english } from './english'
import type { Platform, Sender } from './platform'
import { timeZone } from './time-zone'

/** The real browser. */
export function realPlatform(): Platform {
  const local: { getKeys?: () => Promise<string[]> } = browser.storage.local
  const getKeys = local.getKeys?.bind(local)
  return {
    id: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/, ''),
    now: () => nowAt(Date.now(), timeZone()),
    catalogue: english,
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
    },
    alarms: {
      has: async (name) => (await browser.alarms.get(name)) !== undefined,
      create: async (name, periodInMinutes) => browser.alarms.create(name, { periodInMinutes }),
      onAlarm: (listener) => browser.alarms.onAlarm.addListener(({ name }) => listener(name)),
    },
    badge: {
      async show(text, title) {
        await browser.action.setBadgeText({ text })
        // Slate on white: a count, not an alarm (facts: nudge design, R3).
        await browser.action.setBadgeBackgroundColor({ color: '#3d4f66' })
        await browser.action.setTitle({ title })
      },
    },
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
      browser.runtime.onInstalled.addListener(listener)
      browser.runtime.onStartup.addListener(listener)
    },
  }
}
