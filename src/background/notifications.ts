import type { Platform } from '../browser/platform'
import { presentStores } from '../domain/checklist'
import { lookForLongDue } from '../domain/long-due'
import { remindersOf } from '../domain/playbooks/run'
import type { Settings } from '../domain/settings'
import { isPaused, isQuietHour, quietTime } from '../domain/silence'
import { measuresOf, statusesOf } from '../domain/status'
import { day, hour } from '../domain/time/length'
import { type Instant, instantOf } from '../domain/time/time'
import { readRuns } from '../storage/kinds/run'
import type { Keeper, State } from './repository'

/** One alarm for the next promise alone; what is due is computed when it rings. */
const alarm = 'promise'
/**
 * A promise that came due while the computer slept is still worth a word; an older one waits in the checklist. Quiet hours
 * do not make it older.
 */
const stillFresh = 6 * hour

type NotificationText = 'notification_text' | 'notification_date' | 'notification_long_due'

/**
 * Desktop notifications: for the times a seller has chosen and the dates of playbooks that are open; and, apart from
 * these, for an essential check that has been due for long. Each is off unless turned on, and there is none about
 * anything else.
 */
export function createPromises(platform: Platform, keeper: Keeper) {
  const { notifications } = platform

  /** Whatever exists for the stores: a snooze is kept on the record also after its time has come. */
  function promisesIn({ checklist }: State): Instant[] {
    const now = platform.now()
    return presentStores(checklist).flatMap((store) =>
      [...statusesOf(checklist, store, now), ...measuresOf(checklist, store, now)].flatMap(({ record }) =>
        record?.standing?.kind === 'planned' ? [record.standing.until] : [],
      ),
    )
  }

  async function tell(known?: State): Promise<void> {
    const state = known ?? (await keeper.read())
    const { settings } = state
    if (!settings.notifications && !settings.longDueNotifications) return
    if (!(await notifications.allowed())) return
    // It comes with the next tick after the quiet hours, or after the pause if it is still fresh by then.
    if (isPaused(settings, platform.now()) || isQuietHour(settings, platform.now())) return
    // One failing does not keep the other.
    if (settings.longDueNotifications) await tellLongDue(state).catch(() => undefined)
    if (settings.notifications) await tellPlans(state)
  }

  /** Whoever stays away for weeks opens none of our pages. It is found by the tick, and told again after a week. */
  async function tellLongDue({ checklist, showings, settings }: State): Promise<void> {
    const before = showings.longDue ?? { seen: {} }
    const { after, isTime } = lookForLongDue(checklist, before, platform.now())
    if (JSON.stringify(after) !== JSON.stringify(before)) await keeper.noteTold({ longDue: after })
    if (isTime) await show('notification_long_due', settings)
  }

  /** No item, no playbook, no store: screens are shared. */
  async function show(text: NotificationText, settings: Settings): Promise<void> {
    const { translate } = keeper.i18n(settings)
    await notifications.show(translate('notification_title'), translate(text))
  }

  async function tellPlans(state: State): Promise<void> {
    const now = instantOf(platform.now())
    const promises = promisesIn(state)
    const { runs } = await readRuns(platform.storage).catch(() => ({ runs: [] }))
    const stores = presentStores(state.checklist).map(({ id }) => id)
    const dates = remindersOf(
      runs.filter(({ store }) => stores.includes(store)),
      platform.now(),
    )
    const { told = 0 } = state.showings
    // What a clock that was ahead has told may be told again.
    const from = Math.max(now - stillFresh - quietTime(state.settings), told <= now ? told : 0)
    const hasCome = (at: Instant) => at <= now && at > from
    const text = promises.some(hasCome)
      ? 'notification_text'
      : dates.some(hasCome)
        ? 'notification_date'
        : undefined
    const next = Math.min(...[...promises, ...dates].filter((at) => at > now))
    // Firefox cuts far alarms to 32 bits; a promise of tomorrow's is found by the tick.
    // Before the notification: one that fails keeps no other promise waiting.
    if (next - now < day) await platform.alarms.createAt(alarm, next).catch(() => undefined)
    if (text) {
      await keeper.noteTold({ told: now })
      await show(text, state.settings)
    }
  }

  return {
    alarm,

    /**
     * Says what has come due since, and sets the alarm for what comes next. An answer never fails because of it.
     * @param state what is stored, when it was read or written just now: of many stores that is a thousand values.
     */
    keep: (state?: State): Promise<void> => tell(state).catch(() => undefined),
  }
}
