import { inTime } from '../browser/in-time'
import type { Platform } from '../browser/platform'

/** Milliseconds to wait for the browser's answer; storage has a limit of its own (storage/with-retry.ts). */
const patience = 2_000

/** Wraps the platform so that every call settles: one that throws at once or never answers rejects. */
export function answering(given: Platform): Platform {
  const { alarms, badge, notifications, loginPages, wait } = given

  function settling<A extends unknown[], T>(
    call: (...values: A) => Promise<T>,
  ): (...values: A) => Promise<T> {
    return (...values) => inTime(new Promise<T>((done) => done(call(...values))), patience, wait)
  }

  return {
    ...given,
    alarms: {
      ...alarms,
      next: settling((name) => alarms.next(name)),
      create: settling((name, period) => alarms.create(name, period)),
      createAt: settling((name, when) => alarms.createAt(name, when)),
    },
    badge: { show: settling((text, title) => badge.show(text, title)) },
    notifications: {
      ...notifications,
      allowed: settling(() => notifications.allowed()),
      show: settling((title, message) => notifications.show(title, message)),
    },
    tellStored(stored) {
      try {
        given.tellStored(stored)
      } catch {
        // A page that misses the message reads again when the seller returns to it.
      }
    },
    openDashboard: settling((place) => given.openDashboard(place)),
    loginPages: {
      granted: settling((hosts) => loginPages.granted(hosts)),
      runOn: settling((hosts) => loginPages.runOn(hosts)),
    },
    withheld: settling((hosts) => given.withheld(hosts)),
    tell: settling((tab, message) => given.tell(tab, message)),
  }
}
