import {
  apply,
  type Checklist,
  type ChecklistEvent,
  presentStores,
  recordKey,
  type Store,
} from '../domain/checklist'
import { itemOf } from '../domain/items'
import { type JournalEntry, journalled } from '../domain/journal'
import { chooseNudge } from '../domain/nudge'
import { badgeText, overview } from '../domain/overview'
import { statusesOf } from '../domain/status'
import { dayOf, instantOf } from '../domain/time'
import type { Argument, Failure, Message, Reply, Request, Result } from '../messages/protocol'
import { judgeAddress } from '../pages/official'
import { createI18n } from '../platform/i18n'
import type { Platform, Sender } from '../platform/platform'
import { type Reading, readChecklist, writeChecklist } from '../storage/checklist'
import { pruneJournal, readJournal } from '../storage/journal'
import { readSettings, writeSettings } from '../storage/settings'
import { NewerVersionError } from '../storage/stored'
import { answeredFace, reminderCard, whichStoreCard } from './card-content'
import { admit } from './door'
import { createQueue } from './queue'

const tick = 'tick'
/** Often enough that a badge is never an hour behind, rare enough to cost nothing. */
const tickMinutes = 30

/** Which store is open in a tab, as the seller said; `none` when the question was closed. For this session alone. */
const tabKey = (tab: number) => `tab/${tab}`
const prunedKey = 'journal-pruned'

class RequestError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure)
    this.failure = failure
  }
}

/**
 * Starts the background on a browser. Everything is read anew for each request: the worker may have been
 * killed a moment ago, and nothing that matters lives in a variable.
 */
export function start(platform: Platform): void {
  const { storage, session } = platform
  // One queue for reading and writing: two answers at once must not lose one.
  const enqueue = createQueue()
  const i18n = () => createI18n(platform.catalogue, platform.now().timeZoneId)

  async function reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch {
      throw new RequestError('could-not-read')
    }
  }

  async function storing(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      throw new RequestError(error instanceof NewerVersionError ? 'newer-version' : 'could-not-store')
    }
  }

  const read = (): Promise<Reading> => reading(() => readChecklist(storage))

  /**
   * Reads, changes, writes, redraws the badge; what it hands back is stored.
   * @param from where the seller said it; `address` when nobody said it, and the journal has nothing to keep.
   */
  async function change(event: ChecklistEvent, from: 'own-page' | 'card' | 'address'): Promise<Checklist> {
    const before = await read()
    const now = platform.now()
    const after = apply(before.checklist, event, now)
    const what = from === 'address' ? undefined : journalled(event)
    const { who } = await reading(() => readSettings(storage))
    const entry: JournalEntry | undefined = what && {
      id: event.id,
      at: instantOf(now),
      day: dayOf(now),
      store: event.store,
      what,
      ...(who ? { who } : {}),
      ...(from === 'card' ? { onPage: true } : {}),
    }
    await storing(() => writeChecklist(storage, before, after, entry))
    await showBadge(after)
    return after
  }

  async function showBadge(checklist: Checklist | 'could-not-read'): Promise<void> {
    const { translate, plural } = i18n()
    try {
      if (checklist === 'could-not-read') {
        await platform.badge.show('!', translate('title_could_not_read'))
        return
      }
      const { counted } = overview(checklist, platform.now())
      const title = counted === 0 ? translate('title_nothing_waits') : plural('title_waiting', counted)
      await platform.badge.show(badgeText(counted), title)
    } catch {
      // The badge is a picture of what is stored; an answer does not fail because its picture could not be drawn.
    }
  }

  /** The stores that may be open in a tab: one when the host or the seller has settled it. */
  async function storesAt(
    checklist: Checklist,
    host: string,
    tab: number | undefined,
  ): Promise<readonly Store[]> {
    const present = presentStores(checklist)
    if (present.length <= 1) return present
    const bound = present.filter(({ fronts }) => fronts.includes(host))
    // A store without store fronts may be open on any.
    const open = present.filter(({ fronts }) => fronts.includes(host) || fronts.length === 0)
    const candidates = bound.length > 0 ? open : present
    if (candidates.length === 1 || tab === undefined) return candidates
    const said = (await session.get([tabKey(tab)]))[tabKey(tab)]
    if (said === 'none') return []
    const settled = candidates.filter(({ id }) => id === said)
    return settled.length > 0 ? settled : candidates
  }

  const handlers: { [R in Request]: (argument: Argument<R>, sender: Sender) => Promise<Result<R>> } = {
    async overview() {
      const { checklist } = await read()
      await showBadge(checklist)
      return overview(checklist, platform.now())
    },
    async change(event) {
      return overview(await change(event, 'own-page'), platform.now())
    },
    async journal({ before }) {
      return reading(async () => {
        const { who = '' } = await readSettings(storage)
        return { ...(await readJournal(storage, before)), who }
      })
    },
    async 'judge-address'({ address }) {
      return judgeAddress(address)
    },
    async 'name-self'({ who }) {
      await reading(() => readSettings(storage))
      await storing(() => writeSettings(storage, { who }))
      return { who }
    },
    async visit({ page, host }, { tab }) {
      let { checklist } = await read()
      const candidates = await storesAt(checklist, host, tab?.id)
      const [store] = candidates
      if (!store) return null
      // Of several stores only the seller can say which one a host belongs to.
      if (presentStores(checklist).length === 1 && store.fronts.length === 0) {
        const id = crypto.randomUUID()
        checklist = await change({ id, kind: 'fronts-chosen', store: store.id, fronts: [host] }, 'address')
      }
      const now = platform.now()
      const nudges = candidates.map(({ id }) => chooseNudge(checklist, { page, store: id }, now))
      const [nudge] = nudges
      const chosen = candidates.flatMap((one, index) => {
        const item = nudges[index]?.item
        return item === undefined ? [] : [recordKey(itemOf(item), one)]
      })
      if (chosen.length === 0) return null
      // What the candidates share, such as their login's 2SV, needs no question.
      if (nudge && new Set(chosen).size === 1 && chosen.length === candidates.length) {
        return reminderCard(nudge, { page, host }, i18n(), now)
      }
      return whichStoreCard(checklist, candidates, i18n())
    },
    async 'choose-store'({ store }, { tab }) {
      if (tab?.id !== undefined) await session.set({ [tabKey(tab.id)]: store ?? 'none' })
      return null
    },
    async 'answer-card'({ id, store, item, answer }) {
      const checklist = await change({ id, kind: 'answered', store, item, answer }, 'card')
      const owner = checklist.stores.find((one) => one.id === store)
      const now = owner && statusesOf(checklist, owner, platform.now()).find((one) => one.item.id === item)
      return now ? answeredFace({ store, item }, answer, now.status, i18n()) : null
    },
  }

  async function reply(message: Message | 'refused', sender: Sender): Promise<Reply> {
    if (message === 'refused') return { error: 'refused' }
    try {
      const handle = handlers[message.request] as (
        argument: unknown,
        sender: Sender,
      ) => Promise<Result<Request>>
      return { ok: await enqueue(() => handle(message.argument, sender)) }
    } catch (error) {
      const failure = error instanceof RequestError ? error.failure : 'unexpected'
      if (failure === 'could-not-read') await showBadge('could-not-read')
      return { error: failure }
    }
  }

  async function refresh(): Promise<void> {
    await enqueue(async () => {
      try {
        await showBadge((await read()).checklist)
      } catch {
        await showBadge('could-not-read')
      }
    })
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

  async function keepTicking(): Promise<void> {
    // Looked up first: creating it again would push it ahead of itself at every start of the worker.
    const isThere = await platform.alarms.has(tick)
    if (!isThere) await platform.alarms.create(tick, tickMinutes)
  }

  platform.onMessage((raw, sender) => {
    const message = admit(raw, sender, platform)
    return message === undefined ? undefined : reply(message, sender)
  })
  platform.alarms.onAlarm((name) => {
    if (name !== tick) return
    void refresh()
    void prune()
  })
  platform.onStart(() => void refresh())
  // Tried again at the next start of the worker; until then popup and pages draw the badge.
  keepTicking().catch(() => undefined)
  void refresh()
}
