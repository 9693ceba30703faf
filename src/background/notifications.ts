import type { Platform } from '../browser/platform'
import { lookForLongDue } from '../domain/long-due'
import { remindersOf } from '../domain/playbooks/run'
import { presentStores } from '../domain/present-stores'
import type { Settings } from '../domain/settings'
import { isPaused, isQuietHour, quietTime, type Showings } from '../domain/silence'
import { tallyIn } from '../domain/tally'
import { day, hour } from '../domain/time/length'
import { type Instant, instantOf } from '../domain/time/time'
import type { Snapshot } from '../storage/repository'
import { showingsEntry, showingsIn } from './checklist'
import type { Views } from './overview'
import { runsIn } from './playbook-runs'
import type { Repository } from './repository'

/** One alarm, only for the next planned time; what is due is computed when it fires. */
const alarm = 'promise'
/** How late a planned time is still notified after the computer slept; quiet hours don't count. */
const stillFresh = 6 * hour

export type Notifier = ReturnType<typeof createNotifier>

type NotificationText = 'notification_text' | 'notification_date' | 'notification_long_due'

/**
 * Desktop notifications for the times a seller has planned and the deadlines of open playbooks and,
 * separately, for an essential check that has been due for long. Each is off unless turned on, and there are
 * no others.
 */
export function createNotifier(platform: Platform, repository: Repository, { i18n }: Views) {
  const { notifications } = platform

  /** All planned times of the stores. A record keeps its planned time after it has come. */
  function plannedTimesIn({ checklist }: Snapshot): Instant[] {
    const now = platform.now()
    return presentStores(checklist).flatMap((store) => tallyIn(checklist, store, now).planned)
  }

  async function tell(known?: Snapshot): Promise<void> {
    const state = known?.hasRuns ? known : await repository.read({ stores: [], runs: true })
    const { settings } = state
    if (!settings.notifications && !settings.longDueNotifications) return
    if (!(await notifications.allowed())) return
    // It is shown at the first tick after quiet hours, or after a pause if it is still fresh then.
    if (isPaused(settings, platform.now()) || isQuietHour(settings, platform.now())) return
    // If one fails, the other is still shown.
    const told = settings.longDueNotifications && (await tellLongDue(known, state).catch(() => undefined))
    if (settings.notifications) await tellPlans(told || state)
  }

  /**
   * For a seller who opens none of our pages for weeks. The tick finds it; it is repeated after a week.
   * @param known what was just written: then many stores are not read for this.
   */
  async function tellLongDue(known: Snapshot | undefined, found: Snapshot): Promise<Snapshot> {
    if (known && found.others) return found
    const state = found.others ? await repository.read({ runs: true }) : found
    const before = showingsIn(state, platform.now()).longDue ?? { seen: {} }
    const { after, isTime } = lookForLongDue(state.checklist, before, platform.now())
    const isSame = JSON.stringify(after) === JSON.stringify(before)
    const noted = isSame ? state : await noteTold(state, { longDue: after })
    // Already noted, so a failure to show it is ignored.
    if (isTime) await show('notification_long_due', state.settings).catch(() => undefined)
    return noted
  }

  /** Names no item, playbook or store: screens are shared. */
  async function show(text: NotificationText, settings: Settings): Promise<void> {
    const { translate } = i18n(settings)
    await notifications.show(translate('notification_title'), translate(text))
  }

  /** Stores what has been notified, so that a restart of the browser does not repeat it. */
  function noteTold(state: Snapshot, told: Partial<Pick<Showings, 'told' | 'longDue'>>): Promise<Snapshot> {
    const showings = { ...showingsIn(state, platform.now()), ...told }
    return repository.commit(state, { put: [showingsEntry(showings)] })
  }

  async function tellPlans(state: Snapshot): Promise<void> {
    const now = instantOf(platform.now())
    const planned = plannedTimesIn(state)
    const { runs } = runsIn(state.slots)
    const stores = presentStores(state.checklist).map(({ id }) => id)
    const dates = remindersOf(
      runs.filter(({ store }) => stores.includes(store)),
      platform.now(),
    )
    const { told = 0 } = showingsIn(state, platform.now())
    // If the clock was ahead when it was last told, it may be told again.
    const from = Math.max(now - stillFresh - quietTime(state.settings), told <= now ? told : 0)
    const hasCome = (at: Instant) => at <= now && at > from
    const text = planned.some(hasCome)
      ? 'notification_text'
      : dates.some(hasCome)
        ? 'notification_date'
        : undefined
    const next = Math.min(...[...planned, ...dates].filter((at) => at > now))
    // Firefox cuts far alarms to 32 bits; the tick finds a time that is a day or more away. The alarm is set
    // before the notification, so that a notification that fails does not block the next one.
    if (next - now < day) await platform.alarms.createAt(alarm, next).catch(() => undefined)
    if (text) {
      await noteTold(state, { told: now })
      await show(text, state.settings)
    }
  }

  return {
    alarm,

    /**
     * Shows what has come due and sets the next alarm. It never fails, so no answer fails because of it.
     * @param state what was just read or written; otherwise it is read again.
     */
    keep: (state?: Snapshot): Promise<void> => tell(state).catch(() => undefined),
  }
}
