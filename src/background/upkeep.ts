import { isSaid } from '../domain/item-record'
import { addDays, dayOf, hourOf, instantOf } from '../domain/time/time'
import { entry } from '../storage/format/kind'
import { pruneJournal } from '../storage/journal-pages'
import { storesKind } from '../storage/kinds/stores'
import { foundIn, organizationIn, type Snapshot } from '../storage/repository'
import { showingsIn, startNoted } from './checklist'
import type { Parts } from './handlers'
import type { OrganizationSettings } from './organization'
import { departuresIn, rowsAndRuns } from './registers'
import type { createQueue } from './task-queue'

const tick = 'tick'
/** The toolbar number changes with the day: at midnight, not up to half an hour later. */
const newDay = 'new-day'
/** Often enough that the badge is never an hour behind, rare enough to cost nothing. */
const tickMinutes = 30
/** Milliseconds until a backup in a browser that never reaches the tick; a first card comes before. */
const backupDelay = 10_000

/** The background's own tasks: at its start, with the tick, with a new day. A failed one is repeated then. */
export function createUpkeep(
  { platform, repository, views, cards, notifier, data, loginPages }: Parts,
  organization: OrganizationSettings,
  enqueue: ReturnType<typeof createQueue>,
) {
  let isPolicyRead: Promise<unknown> = Promise.resolve()
  const quietly = (task: () => Promise<unknown>) => void enqueue(task).catch(() => undefined)

  async function refresh(): Promise<void> {
    await enqueue(async () => {
      await views.drawBadge()
      await noteStart().catch(() => views.drawBadge())
      await notifier.keep()
    })
    const now = platform.now()
    await platform.alarms.createAt(newDay, hourOf(addDays(dayOf(now), 1), 0, now)).catch(() => undefined)
  }

  async function noteStart(): Promise<void> {
    const snapshot = await repository.read({ stores: [] })
    const noted = startNoted(snapshot, false, platform.now())
    if (noted) await repository.commit(snapshot, noted)
  }

  /** Opens the welcome page on first install, unless earlier data exists. */
  async function welcome(): Promise<void> {
    const snapshot = await repository.read()
    const { records, unread } = snapshot.checklist
    const isLost = [...snapshot.slots.values()].some(({ found }) => isUnread(found.kind))
    const isKept = unread || isLost || Object.values(records).some(isSaid)
    if (isKept || showingsIn(snapshot, platform.now()).opened) return
    await beginFirstStore(snapshot).catch(() => undefined)
    if (organizationIn(snapshot.slots).hidesWelcome) return
    await platform.openDashboard('#/welcome')
  }

  /** A new seller's checks are spread over the weeks from today. */
  async function beginFirstStore(snapshot: Snapshot): Promise<void> {
    const { stores, current } = snapshot.checklist
    if (foundIn(snapshot.slots, storesKind, storesKind.prefix).kind !== 'absent') return
    const begun = stores.map((store) => ({ ...store, began: dayOf(platform.now()) }))
    const put = [entry(storesKind, storesKind.prefix, { stores: begun, current })]
    await views.showBadge(await repository.commit(snapshot, { put }))
  }

  /** Runs a task once a day in a browser session. */
  function daily(key: string, task: () => Promise<unknown>): void {
    quietly(async () => {
      const today = dayOf(platform.now())
      if ((await platform.session.get([key]))[key] === today) return
      await task()
      await platform.session.set({ [key]: today })
    })
  }

  function prune(): void {
    daily('journal-pruned', () => pruneJournal(repository.stored, dayOf(platform.now())))
  }

  /** End dates come with a new day. */
  function reportDepartures(): void {
    daily('departures-reported', async () => {
      const snapshot = await repository.read(rowsAndRuns)
      const { reported, ...commit } = departuresIn(snapshot, platform.now())
      if (reported) await views.showBadge(await repository.commit(snapshot, commit))
    })
  }

  async function keepTicking(): Promise<void> {
    const { alarms } = platform
    // Look it up first: creating it again at every start of the worker would keep postponing it.
    const next = await alarms.next(tick)
    // If it is later than its period, a clock that was ahead set it; until then it would be silent.
    const isSound = next !== undefined && next - instantOf(platform.now()) <= tickMinutes * 60_000
    if (!isSound) await alarms.create(tick, tickMinutes)
  }

  return {
    atStart(): void {
      void keepTicking().catch(() => undefined)
      isPolicyRead = organization.follow().isRead
      // First: an update has cleared session storage, and no event is handled before the queue runs.
      quietly(data.keepBeforeUpdate)
      quietly(data.sweep)
      void refresh()
      reportDepartures()
      void platform.wait(backupDelay).then(() => data.keepBackup())
    },

    atAlarm(name: string): void {
      if (name !== tick && name !== notifier.alarm && name !== newDay) return
      // Midnight changes what open pages show, though nothing was stored.
      void refresh().then(() => name === newDay && repository.tellPages())
      reportDepartures()
      prune()
      void data.keepBackup()
      void organization.look()
    },

    atBrowserStart(why: 'installed' | 'browser-started'): void {
      if (why === 'installed') void isPolicyRead.then(() => quietly(welcome))
      void refresh()
      quietly(loginPages.forgetRevoked)
      quietly(platform.renewSign)
    },

    atPermissions(): void {
      quietly(loginPages.forgetRevoked)
      void refresh()
      quietly(cards.leaveWithheld)
      // Our pages show what the browser allows.
      repository.tellPages()
    },

    atTabClosed: (tab: number): void => quietly(() => cards.forget(tab)),
  }
}

function isUnread(kind: string): boolean {
  return kind === 'damaged' || kind === 'newer'
}
