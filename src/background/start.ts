import type { Platform, Revision, Sender } from '../browser/platform'
import { dayOf, instantOf } from '../domain/time/time'
import type { Message, Reply, Request, Result, Seen } from '../messages/protocol'
import { type Backups, createBackups } from '../storage/backup-database'
import { type Remembering, remembering } from '../storage/remembering'
import { patient } from '../storage/with-retry'
import { answering } from './answering'
import { authorize, isOwnPage } from './authorize'
import { askerOf, createCards } from './cards'
import { createHandlers } from './handlers'
import { createLoginPages } from './login-pages'
import { createMemory } from './memory'
import { createNotifier } from './notifications'
import { createOrganization } from './organization'
import { createViews } from './overview'
import { createAllowance } from './rate-limit'
import { createRepository } from './repository'
import { RequestError } from './request-error'
import { createData } from './stored-data'
import { createQueue } from './task-queue'
import { createUpkeep } from './upkeep'

/** Read-only requests that skip the queue, so that the seller can save the data even if the queue hangs. */
const unqueued: ReadonlySet<Request> = new Set<Request>(['raw', 'backups', 'backup-file'])

/** Requests answered with an overview. */
const overviews: ReadonlySet<Request> = new Set<Request>([
  ...(['overview', 'change', 'pause', 'choose', 'begin-round', 'change-round'] as const),
])

/** Requests after which an organization's stores may be missing. */
const replacing: ReadonlySet<Request> = new Set<Request>([
  ...(['import', 'restore-backup', 'reset', 'restore-part', 'put-back'] as const),
])

/** Starts the background: all listeners at once, one queue, and a handler for each request. */
export function start(given: Platform, backups: Backups = createBackups(given.wait)): void {
  const { wait } = given
  const session = patient(given.session, wait)
  const platform: Platform & { storage: Remembering } = {
    ...answering(given),
    storage: remembering(patient(given.storage, wait), session),
    session,
  }
  // One queue for reading and writing, so that two answers at once don't lose one.
  const enqueue = createQueue()
  const repository = createRepository(platform)
  const views = createViews(platform, repository)
  const memory = createMemory(platform)
  const allowance = createAllowance(memory)
  const notifier = createNotifier(platform, repository, views)
  const cards = createCards(platform, repository, views, memory)
  const loginPages = createLoginPages(platform, repository, notifier)
  const data = createData(platform, repository, views, loginPages, backups)
  const organization = createOrganization(platform, repository, views, cards, notifier, enqueue)
  const parts = { platform, repository, views, cards, allowance, notifier, data, loginPages, memory }
  const handlers = createHandlers(parts)
  const upkeep = createUpkeep(parts, organization, enqueue)

  /** @throws RequestError if a tab is over its limit for today. */
  async function heard(sender: Sender): Promise<void> {
    if (isOwnPage(sender, platform)) return
    if (!(await allowance.mayAskToday(askerOf(sender).tab, dayOf(platform.now()))))
      throw new RequestError('refused')
  }

  /** What the page has now seen. Undefined if it was behind before and the reply doesn't show it all. */
  async function seenWith(
    ok: Result<Request>,
    { request, since }: Message,
    before: Revision,
  ): Promise<Seen | undefined> {
    const revision = repository.revision()
    if (overviews.has(request)) return { revision }
    if (since !== before) return undefined
    const isShown = revision === before || (typeof ok === 'object' && ok !== null && 'overview' in ok)
    if (isShown) return { revision }
    // The change is stored; if there is no overview, the page asks for it.
    const overview = await repository
      .present()
      .then(views.overviewOf)
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
        const before = repository.revision()
        const ok = await handle(message.argument, sender)
        const seen = message.since === undefined ? undefined : await seenWith(ok, message, before)
        return { ok, ...(seen && { seen }) }
      }
      const answered = await (unqueued.has(message.request) ? answer() : enqueue(answer))
      if (replacing.has(message.request)) void organization.look()
      return answered
    } catch (error) {
      const failure = error instanceof RequestError ? error.failure : 'unexpected'
      if (failure === 'could-not-read') await views.showUnreadable()
      if (failure === 'could-not-store') await views.drawBadge()
      return { error: failure }
    }
  }

  /** Opens the panel before anything is awaited: a moment later the browser no longer knows of the press. */
  async function replyBeside(message: Message, sender: Sender): Promise<Reply> {
    const { openBeside } = platform.panel
    const window = sender.tab?.windowId
    if (!openBeside || window === undefined) return { error: 'refused' }
    try {
      const opening = openBeside(window)
      const [said] = await Promise.all([reply(message, sender), opening])
      return said
    } catch {
      return { error: 'unexpected' }
    }
  }

  platform.onMessage((raw, sender) => {
    // No limit for our own pages: a long journal alone takes some hundred requests.
    const isOverheard =
      sender.tab?.id !== undefined &&
      !isOwnPage(sender, platform) &&
      !allowance.mayAsk(sender.tab.id, instantOf(platform.now()))
    if (isOverheard) return reply('refused', sender)
    const message = authorize(raw, sender, platform)
    if (message === undefined) return undefined
    return message !== 'refused' && message.request === 'show-beside'
      ? replyBeside(message, sender)
      : reply(message, sender)
  })
  platform.onTabClosed((tab) => {
    allowance.forget(tab)
    upkeep.atTabClosed(tab)
  })
  platform.panel.onShortcut((window) => void platform.panel.open(window).catch(() => undefined))
  platform.alarms.onAlarm(upkeep.atAlarm)
  platform.notifications.onClicked(() => void platform.openDashboard().catch(() => undefined))
  platform.onStart(upkeep.atBrowserStart)
  platform.onPermissions(upkeep.atPermissions)
  upkeep.atStart()
}
