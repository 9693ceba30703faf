import { presentStores, recordKey } from '../domain/checklist'
import { isPaused, isQuietHour } from '../domain/moment'
import { statusesOf } from '../domain/status'
import { type Instant, instantOf } from '../domain/time'
import type { Platform } from '../platform/platform'
import type { Keeper, State } from './keeper'

/** One alarm for the next promise alone; what is due is computed when it rings. */
const alarm = 'promise'
const notifiedKey = 'notified'
const day = 24 * 60 * 60 * 1000
/** A promise that came due while the computer slept is still worth a word; an older one waits in the checklist. */
const stillFresh = 6 * 60 * 60 * 1000

/** Desktop notifications for the times a seller has chosen: off unless turned on, and never about anything else. */
export function createPromises(platform: Platform, keeper: Keeper) {
  const { session, notifications } = platform

  function promisesIn({ checklist }: State): { key: string; until: Instant }[] {
    const found = new Map<string, Instant>()
    for (const store of presentStores(checklist)) {
      // Whatever exists for the store: a snooze is kept on the record also after its time has come.
      for (const { item, record } of statusesOf(checklist, store, platform.now())) {
        const standing = record?.standing
        if (standing?.kind === 'planned') found.set(recordKey(item, store), standing.until)
      }
    }
    return [...found].map(([key, until]) => ({ key, until }))
  }

  async function tell(): Promise<void> {
    const state = await keeper.read()
    if (!state.settings.notifications || !(await notifications.allowed())) return
    // It comes with the next tick after the pause or the quiet hours.
    if (isPaused(state.settings, platform.now()) || isQuietHour(state.settings, platform.now())) return
    const now = instantOf(platform.now())
    const promises = promisesIn(state)
    const said = ((await session.get([notifiedKey]))[notifiedKey] ?? []) as string[]
    const due = promises
      .filter(({ until }) => until <= now && now - until < stillFresh)
      .map(({ key, until }) => `${key} ${until}`)
    if (due.some((one) => !said.includes(one))) {
      await session.set({ [notifiedKey]: due })
      const { translate } = keeper.i18n(state.settings)
      // No item, no store: screens are shared.
      await notifications.show(translate('notification_title'), translate('notification_text'))
    }
    const next = Math.min(...promises.map(({ until }) => until).filter((until) => until > now))
    // Firefox cuts far alarms to 32 bits; a promise of tomorrow's is found by the tick.
    if (next - now < day) await platform.alarms.createAt(alarm, next)
  }

  return {
    alarm,

    /** Says what has come due since, and sets the alarm for what comes next. An answer never fails because of it. */
    keep: (): Promise<void> => tell().catch(() => undefined),
  }
}
