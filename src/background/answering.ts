import type { Platform } from '../browser/platform'

/** So long an answer of the browser is waited for; storage has a limit of its own (storage/with-retry.ts). */
const patience = 2_000

class NoAnswerError extends Error {}

/** The same browser, but each call settles: what throws at once or never answers rejects. */
export function answering(given: Platform): Platform {
  const { alarms, badge, notifications, loginPages, wait } = given

  function inTime<A extends unknown[], T>(call: (...values: A) => Promise<T>): (...values: A) => Promise<T> {
    return (...values) => {
      const answer = new Promise<T>((done) => done(call(...values)))
      const late = wait(patience).then(() => Promise.reject(new NoAnswerError()))
      late.catch(() => undefined)
      return Promise.race([answer, late])
    }
  }

  return {
    ...given,
    alarms: {
      ...alarms,
      next: inTime((name) => alarms.next(name)),
      create: inTime((name, period) => alarms.create(name, period)),
      createAt: inTime((name, when) => alarms.createAt(name, when)),
    },
    badge: { show: inTime((text, title) => badge.show(text, title)) },
    notifications: {
      ...notifications,
      allowed: inTime(() => notifications.allowed()),
      show: inTime((title, message) => notifications.show(title, message)),
    },
    tellStored(stored) {
      try {
        given.tellStored(stored)
      } catch {
        // A page that does not hear of it reads again when it is looked at.
      }
    },
    openDashboard: inTime((place) => given.openDashboard(place)),
    loginPages: {
      granted: inTime((hosts) => loginPages.granted(hosts)),
      runOn: inTime((hosts) => loginPages.runOn(hosts)),
    },
    withheld: inTime((hosts) => given.withheld(hosts)),
    tell: inTime((tab, message) => given.tell(tab, message)),
  }
}
