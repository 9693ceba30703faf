import type { Platform, Revision, Sender } from '../browser/platform'
import { isSaid, presentStores } from '../domain/checklist'
import { lastMonths, yearOfChecks } from '../domain/journal/journal'
import { journalOf, monthOf } from '../domain/journal/month'
import { shownStore } from '../domain/overview'
import type { Settings } from '../domain/settings'
import { isQuietHour, pauseFor } from '../domain/silence'
import { statusesOf } from '../domain/status'
import type { Refused } from '../domain/stored-data/import-report'
import { addDays, dayOf, hourOf, instantOf } from '../domain/time/time'
import type { Argument, Changed, Failure, Message, Reply, Request, Result, Seen } from '../messages/protocol'
import { isStoreFront } from '../pages/hosts'
import { type Backups, createBackups } from '../storage/backup-database'
import { pruneJournal, readJournal, readJournalBetween } from '../storage/kinds/journal'
import { readSettings } from '../storage/kinds/settings'
import { storesKey } from '../storage/kinds/stores'
import { type Remembering, remembering } from '../storage/remembering'
import { patient } from '../storage/with-retry'
import { answering } from './answering'
import { admit, isOwnPage } from './authorize'
import { answeredFace, overtakenFace } from './card-content'
import { type Asker, createCards } from './cards'
import { createDrafts } from './drafts'
import { createMemory } from './memory'
import { createPromises } from './notifications'
import { createRuns } from './playbook-runs'
import { createAllowance } from './rate-limit'
import { createRegisters } from './registers'
import { createKeeper, RequestError, type State } from './repository'
import { createData } from './stored-data'
import { createQueue } from './task-queue'

const tick = 'tick'
/** With the day the number on the toolbar changes: at midnight, not within half an hour of it. */
const newDay = 'new-day'
/** Often enough that a badge is never an hour behind, rare enough to cost nothing. */
const tickMinutes = 30

/** The ways out when all else is stuck: they only read, and wait for nothing that hangs before them. */
const unqueued: ReadonlySet<Request> = new Set<Request>(['raw', 'backups', 'backup-file'])

/** Answered by the overview itself. */
const overviews: ReadonlySet<Request> = new Set<Request>(['overview', 'change', 'pause', 'choose'])

const backupDelay = 10_000

const prunedKey = 'journal-pruned'
const departuresKey = 'departures-reported'

/** Starts the background on a browser: all listeners at once, one queue, and a handler for each request. */
export function start(given: Platform, backups: Backups = createBackups(given.wait)): void {
  const { wait } = given
  const platform: Platform & { storage: Remembering } = {
    ...answering(given),
    storage: remembering(patient(given.storage, wait)),
    session: patient(given.session, wait),
  }
  const { storage, session } = platform
  // One queue for reading and writing: two answers at once must not lose one.
  const enqueue = createQueue()
  const keeper = createKeeper(platform)
  const memory = createMemory(platform)
  const allowance = createAllowance(memory)
  const cards = createCards(platform, keeper, memory)
  const promises = createPromises(platform, keeper)
  const runs = createRuns(platform, keeper)
  const data = createData(platform, keeper, backups)
  const registers = createRegisters(platform, keeper, runs)
  const drafts = createDrafts(platform, keeper)

  /** @throws RequestError: content scripts live in tabs. */
  function askerOf({ tab, documentId: document }: Sender): Asker {
    if (tab?.id === undefined) throw new RequestError('refused')
    return { tab: tab.id, document }
  }

  const handlers: { [R in Request]: (argument: Argument<R>, sender: Sender) => Promise<Result<R>> } = {
    async visit(place, sender) {
      return cards.visit(await noteFront(place.host), place, askerOf(sender))
    },
    claim: ({ again, ...place }, sender) =>
      again ? cards.renew(place, again, askerOf(sender)) : cards.claim(place, askerOf(sender)),
    free: (_, sender) => cards.free(askerOf(sender).tab),
    'not-calm': (why, sender) => cards.notCalm(why ?? 'not-calm', askerOf(sender).tab),
    'choose-store': (_, sender) => cards.leaveUnsaid(askerOf(sender).tab),
    async 'account-may-differ'() {
      await cards.forgetStores()
      return null
    },
    async 'say-store'({ store, tab }) {
      const { checklist } = await keeper.read()
      if (!presentStores(checklist).some(({ id }) => id === store)) throw new RequestError('refused')
      return cards.sayStore(store, tab)
    },
    async 'answer-card'({ id, store, item, answer }, sender) {
      const asker = askerOf(sender)
      const { tab } = asker
      const about = { store, item }
      const given = { id, answer, ...about }
      const isNew = (await cards.check(given, asker)) === 'new'
      const counted = isNew && (await allowance.oneMoreAnswer(dayOf(platform.now())))
      if (isNew && !counted) throw new RequestError('refused')
      // Marked once it is stored; an answer that is there is told as such, whatever becomes of the mark.
      const take = async () => counted && cards.take(given, asker, counted).catch(() => undefined)
      if (answer.kind === 'playbook') {
        if (!isNew) return null
        await cards.openPlaybook(store, tab)
        await take()
        // No answer to the item: it comes again as after a closed card.
        await keeper.change({ id, kind: 'answered', ...about, answer: { kind: 'closed' } }, 'card')
        await cards.noteGone(tab).catch(() => undefined)
        return null
      }
      const state = await keeper
        .change({ id, kind: 'answered', ...about, answer }, 'card')
        .catch(but('answered-since'))
      await take()
      const { checklist, settings } = state ?? (await keeper.read())
      const i18n = keeper.i18n(settings)
      const letter = await cards.letterOn(checklist, tab).catch(() => undefined)
      if (!state) return overtakenFace(about, i18n, letter)
      await cards.noteGone(tab).catch(() => undefined)
      if (answer.kind === 'snoozed') await promises.keep(state)
      const owner = checklist.stores.find((one) => one.id === store)
      const found = owner && statusesOf(checklist, owner, platform.now()).find((one) => one.item.id === item)
      return found ? answeredFace(about, id, answer, found.status, i18n, letter) : null
    },
    async overview(_, sender) {
      // A full disk does not hide the checklist; that nothing can be stored is part of it.
      // The first steps opened by themselves: the seller has not been to a page of ours until they are left.
      await keeper.noteStart(!isAtWelcome(sender)).catch(but('could-not-store'))
      return keeper.overviewOf(await keeper.showBadge(await keeper.read([])))
    },
    async change(event) {
      const state = await keeper.change(event, 'own-page')
      // It is stored: what follows may fail, and is mended by the next look.
      await cards.tellAnswered(state).catch(() => undefined)
      await promises.keep(state)
      return keeper.overviewOf(state)
    },
    async journal({ before }) {
      return keeper.reading(async () => {
        const { who = '' } = await readSettings(storage)
        return { ...(await readJournal(storage, before)), who }
      })
    },
    async 'name-self'({ who }) {
      await keeper.choose((settings) => ({ ...settings, who }))
      return { who }
    },
    async pause(argument) {
      const now = platform.now()
      const state = await keeper.choose(({ pause: _pause, ...settings }) =>
        argument.for === null ? settings : { ...settings, pause: pauseFor(argument.for, now) },
      )
      if (argument.for !== null) await cards.withdraw().catch(() => undefined)
      return keeper.overviewOf(state)
    },
    async choose(chosen) {
      // What the browser does not tell is not known, and nothing is said to be stored.
      const granted = chosen.loginHosts && {
        loginHosts: await syncLoginPages(chosen.loginHosts).catch(() => {
          throw new RequestError('could-not-store')
        }),
      }
      const state = await keeper.choose((settings) => ({ ...withChoice(settings, chosen), ...granted }))
      // Its words are drawn: better no card than one in the language, or with the dates, that the seller has just left.
      const isReworded = (['language', 'dateFormat', 'clock'] as const).some((name) => name in chosen)
      const isQuiet = isQuietHour(state.settings, platform.now())
      if (isReworded || isQuiet) await cards.withdraw().catch(() => undefined)
      await promises.keep(state)
      return keeper.overviewOf(state)
    },
    data: () => data.view(),
    raw: () => data.raw(),
    backups: () => data.backups(),
    'backup-file': ({ backup }) => data.backupFile(backup),
    'read-raw': ({ key }) => data.readRaw(key),
    'put-back': (argument) => data.putBack(argument).then(afterPart),
    'backup-parts': ({ backup }) => data.backupParts(backup),
    'restore-part': (argument) => data.restorePart(argument).then(afterPart),
    export: ({ after }) => data.export(after),
    async 'import-piece'(piece) {
      data.takePiece(piece)
      return null
    },
    'import-preview': (file) => data.preview(file),
    import: (argument) => data.import(argument).then(afterWholeChange),
    'restore-backup': (argument) => data.restore(argument).then(afterWholeChange),
    reset: (argument) => data.reset(argument).then(afterWholeChange),
    'delete-backups': () => data.deleteBackups(),
    calendar: () => data.calendar(),
    report: () => data.report(),
    async month({ month }) {
      const { checklist } = await keeper.read()
      const store = shownStore(checklist)
      const { first, last } = journalOf(month)
      const journal = await keeper.reading(() => readJournalBetween(storage, first, last))
      return monthOf(checklist, store, month, journal, platform.now())
    },
    async 'year-of-checks'() {
      const { checklist } = await keeper.read()
      const today = dayOf(platform.now())
      const [first = today] = lastMonths(today)
      const journal = await keeper.reading(() => readJournalBetween(storage, first, today))
      return yearOfChecks(checklist, journal, today)
    },
    runs: () => runs.view(),
    'start-playbook': (argument) => runs.start(argument),
    'change-run': (event) => runs.change(event),
    registers: () => registers.rows(),
    'put-row': ({ values, ...place }) => registers.put(place, values),
    'remove-row': (place) => registers.remove(place),
    drafts: () => drafts.list(),
    draft: (argument) => drafts.read(argument),
    'save-draft': (argument) => drafts.save(argument),
    'set-draft-aside': (argument) => drafts.setAside(argument),
    'forget-draft': (argument) => drafts.forget(argument),
    sees: ({ tab }) => cards.sees(tab),
    'sees-in': ({ tabs }) => cards.seesIn(tabs),
  }

  /** What hangs on the settings: where the login script runs, and the next promise. */
  async function follow(known?: Settings): Promise<void> {
    // What is written stays written, whatever becomes of this.
    const settings = known ?? (await keeper.read().catch(() => undefined))?.settings
    if (settings) await syncLoginPages(settings.loginHosts ?? []).catch(() => undefined)
    await promises.keep()
  }

  async function afterWholeChange<T extends Changed | Refused>(result: T): Promise<T> {
    if (result.kind === 'changed') await follow(result.overview?.settings)
    return result
  }

  async function afterPart(isDone: boolean): Promise<boolean> {
    if (isDone) await follow()
    return isDone
  }

  /**
   * A single store's first visited host is where its links lead, until the seller says otherwise.
   * @returns what is stored then.
   */
  async function noteFront(host: string): Promise<State> {
    const state = await keeper.read()
    const { damaged, newer } = state.reading
    // Nobody asked for it: written over, unreadable stores would no longer be offered out of a backup.
    if (damaged.has(storesKey) || newer.has(storesKey)) return state
    const [store, ...others] = presentStores(state.checklist)
    if (!store || others.length > 0 || store.fronts.length > 0 || !isStoreFront(host)) return state
    const id = crypto.randomUUID()
    return keeper.change({ id, kind: 'fronts-chosen', store: store.id, fronts: [host] }, 'address')
  }

  /** Registers the login pages that were chosen and are allowed; what was revoked in the browser is forgotten here. */
  async function syncLoginPages(chosen: readonly string[]): Promise<readonly string[]> {
    const granted = await platform.loginPages.granted(chosen)
    await platform.loginPages.runOn(granted)
    return granted
  }

  async function forgetRevoked(): Promise<void> {
    await enqueue(async () => {
      const { settings } = await keeper.read()
      const { loginHosts: chosen = [], notifications, longDueNotifications } = settings
      const granted = chosen.length === 0 ? [] : await syncLoginPages(chosen)
      if (granted.length < chosen.length) await keeper.choose((now) => ({ ...now, loginHosts: granted }))
      if ((notifications || longDueNotifications) && !(await platform.notifications.allowed())) {
        await keeper.choose((now) => ({ ...now, notifications: false, longDueNotifications: false }))
      }
    }).catch(() => undefined)
  }

  /** @throws RequestError when a tab has said more today than any page has to say. */
  async function heard(sender: Sender): Promise<void> {
    if (isOwnPage(sender, platform)) return
    if (!(await allowance.mayAskToday(askerOf(sender).tab, dayOf(platform.now()))))
      throw new RequestError('refused')
  }

  /** Undefined: a page that was behind before it asked is still behind, in what the result does not tell. */
  async function seenWith(
    ok: Result<Request>,
    { request, since }: Message,
    before: Revision,
  ): Promise<Seen | undefined> {
    const revision = keeper.revision()
    if (overviews.has(request)) return { revision }
    if (since !== before) return undefined
    const isShown = revision === before || (typeof ok === 'object' && ok !== null && 'overview' in ok)
    if (isShown) return { revision }
    // It is stored: without an overview the page asks for it.
    const overview = await keeper
      .read([])
      .then(keeper.overviewOf)
      .catch(() => undefined)
    return overview && { revision, overview }
  }

  async function reply(message: Message | 'refused', sender: Sender): Promise<Reply> {
    if (message === 'refused') return { error: 'refused' }
    try {
      const handle = handlers[message.request] as (
        argument: unknown,
        sender: Sender,
      ) => Promise<Result<Request>>
      const answer = async (): Promise<Reply> => {
        await heard(sender)
        const before = keeper.revision()
        const ok = await handle(message.argument, sender)
        const seen = message.since === undefined ? undefined : await seenWith(ok, message, before)
        return { ok, ...(seen && { seen }) }
      }
      return await (unqueued.has(message.request) ? answer() : enqueue(answer))
    } catch (error) {
      const failure = error instanceof RequestError ? error.failure : 'unexpected'
      if (failure === 'could-not-read') await keeper.showUnreadable()
      if (failure === 'could-not-store') await keeper.drawBadge()
      return { error: failure }
    }
  }

  async function refresh(): Promise<void> {
    await enqueue(async () => {
      await keeper.drawBadge()
      await keeper.noteStart(false).catch(() => keeper.drawBadge())
      await promises.keep()
    })
    const now = platform.now()
    await platform.alarms.createAt(newDay, hourOf(addDays(dayOf(now), 1), 0, now)).catch(() => undefined)
  }

  /** Once, and only where there is nothing yet: who comes back to what was kept needs no first steps. */
  async function welcome(): Promise<void> {
    const { reading, checklist, showings } = await keeper.read()
    const isKept =
      reading.damaged.size + reading.newer.size > 0 || Object.values(checklist.records).some(isSaid)
    if (!isKept && !showings.opened) await platform.openDashboard(welcomePlace)
  }

  /** Once a day is enough: the journal grows by a few entries. */
  async function prune(): Promise<void> {
    await enqueue(async () => {
      const today = dayOf(platform.now())
      if ((await session.get([prunedKey]))[prunedKey] === today) return
      await pruneJournal(storage, today)
      await session.set({ [prunedKey]: today })
    }).catch(() => undefined)
  }

  /** An end date comes with a new day. */
  async function reportDepartures(): Promise<void> {
    await enqueue(async () => {
      const today = dayOf(platform.now())
      if ((await session.get([departuresKey]))[departuresKey] === today) return
      await registers.reportDepartures()
      await session.set({ [departuresKey]: today })
    }).catch(() => undefined)
  }

  async function keepTicking(): Promise<void> {
    // Looked up first: creating it again would push it ahead of itself at every start of the worker.
    const next = await platform.alarms.next(tick)
    // Further off than its period it was set by a clock that was ahead, and would be silent until then.
    const isSound = next !== undefined && next - instantOf(platform.now()) <= tickMinutes * 60_000
    if (!isSound) await platform.alarms.create(tick, tickMinutes)
  }

  platform.onMessage((raw, sender) => {
    // Our own pages ask for as much as they need: a long journal alone is some hundred pages.
    const isOverheard =
      sender.tab?.id !== undefined &&
      !isOwnPage(sender, platform) &&
      !allowance.mayAsk(sender.tab.id, instantOf(platform.now()))
    if (isOverheard) return reply('refused', sender)
    const message = admit(raw, sender, platform)
    return message === undefined ? undefined : reply(message, sender)
  })
  platform.onTabClosed((tab) => {
    allowance.forget(tab)
    void enqueue(() => cards.forget(tab)).catch(() => undefined)
  })
  platform.alarms.onAlarm((name) => {
    if (name !== tick && name !== promises.alarm && name !== newDay) return
    // Midnight changes what open pages show, though nothing was stored.
    void refresh().then(() => name === newDay && keeper.tellPages())
    void reportDepartures()
    void prune()
    void data.keepBackup()
  })
  platform.notifications.onClicked(() => void platform.openDashboard().catch(() => undefined))
  platform.onStart((why) => {
    if (why === 'installed') void enqueue(welcome).catch(() => undefined)
    void refresh()
    void forgetRevoked()
  })
  platform.onPermissions(() => {
    void forgetRevoked()
    void refresh()
    void enqueue(cards.leaveWithheld).catch(() => undefined)
    // What the browser allows is part of what our pages show.
    keeper.tellPages()
  })
  void keepTicking().catch(() => undefined)
  // First of all: an update has cleared what this browser session knew, and no event of it comes before the queue runs.
  void enqueue(data.keepBeforeUpdate).catch(() => undefined)
  void enqueue(data.sweep)
  void refresh()
  void reportDepartures()
  // A browser that is open for minutes only never hears the tick. After a while, so that a first card need not wait.
  void wait(backupDelay).then(() => data.keepBackup())
}

const welcomePlace = '#/welcome'

/** The tab's address is the present one; that of the sender is where it was loaded. */
function isAtWelcome({ tab, url }: Sender): boolean {
  return (tab?.url ?? url)?.endsWith(welcomePlace) === true
}

/** Lets one failure pass, as nothing. */
function but(failure: Failure): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof RequestError && error.failure === failure)) throw error
  }
}

/** A part that is null goes back to its default, which is to be absent. */
function withChoice(settings: Settings, chosen: Argument<'choose'>): Settings {
  const all = Object.entries({ ...settings, ...chosen })
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as Settings
}
