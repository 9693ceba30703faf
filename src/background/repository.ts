import type { Platform, Revision } from '../browser/platform'
import {
  apply,
  type Checklist,
  type ChecklistEvent,
  ChecklistProblem,
  isOvertaken,
  isSaid,
  isSufficient,
  keyOf,
  presentStores,
  unreadIn,
} from '../domain/checklist'
import type { StoreId } from '../domain/ids'
import { type JournalEntry, journalled } from '../domain/journal/journal'
import { languageFor } from '../domain/languages'
import { badgeText, type Overview, overview, type StoreOverview } from '../domain/overview'
import { deadlinesOf } from '../domain/playbooks/run'
import { payoutAccountRegister, singleRow } from '../domain/registers/register'
import type { Settings } from '../domain/settings'
import { believable, type Showings, withShowing } from '../domain/silence'
import { dayOf, instantOf, type Now } from '../domain/time/time'
import { createI18n, type I18n } from '../i18n/i18n'
import { troubleText } from '../i18n/trouble-text'
import type { Failure } from '../messages/protocol'
import { storeFronts } from '../pages/hosts'
import { type Reading, readChecklist, writeChecklist } from '../storage/checklist'
import { type Found, FullError, NewerVersionError, setAside } from '../storage/format/codec'
import { findOne } from '../storage/kept'
import { decodeShowings, encodeShowings, showingsKey } from '../storage/kinds/card-history'
import { decodeRow, rowKey } from '../storage/kinds/register-row'
import { readRuns } from '../storage/kinds/run'
import { findSettings, settingsKey, writeSettings } from '../storage/kinds/settings'
import type { Remembering } from '../storage/remembering'

/** A change could not be stored, and none was since. In session storage: after a restart nobody knows of it any more. */
const unsavedKey = 'unsaved'
const injectedHosts = storeFronts.filter(({ contentScript }) => contentScript).map(({ host }) => host)

/** A request that came to nothing, with the word that the view explains. */
export class RequestError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure)
    this.failure = failure
  }
}

export type State = {
  reading: Reading
  checklist: Checklist
  settings: Settings
  showings: Showings
  /** What the badge was drawn from: a view that is answered next shows the same, and nothing is computed twice. */
  look?: Look
}

type Look = { view: StoreOverview; trouble: Overview['trouble'] }

/**
 * Reads and writes what is stored, and draws the badge of it. What is shown or changed is read anew each time:
 * the worker may have been killed a moment ago, and nothing that matters lives in a variable. Only what other stores
 * add to the count is remembered (remembering.ts). Runs inside the one queue.
 */
export type Keeper = ReturnType<typeof createKeeper>

function applied(checklist: Checklist, event: ChecklistEvent, now: Now): Checklist {
  try {
    return apply(checklist, event, now)
  } catch (error) {
    throw error instanceof ChecklistProblem ? new RequestError('refused') : error
  }
}

/** Where it is not known what was said, a note, a pace or a closed card would look like all that was. */
function wouldHide(checklist: Checklist, event: ChecklistEvent): boolean {
  if (event.kind !== 'answered' || isSufficient(event.answer)) return false
  const store = checklist.stores.find(({ id }) => id === event.store)
  return store !== undefined && unreadIn(checklist, keyOf(event.item, store)) === 'damaged'
}

/** What was unreadable is set aside where it was written over. */
function afterWriting(reading: Reading, written: readonly string[]): Reading {
  const damaged = new Map([...reading.damaged].filter(([key]) => !written.includes(key)))
  return { ...reading, damaged }
}

export function createKeeper(platform: Platform & { storage: Remembering }) {
  const { storage, session } = platform
  // Another worker does not know what this one has told, so it names all anew.
  const worker = crypto.randomUUID()
  let changes = 0
  const revision = (): Revision => `${worker}/${changes}`

  /** What our pages show has changed. */
  function tellPages(): void {
    changes += 1
    platform.tellStored(revision())
  }

  function i18n(settings: Settings): I18n {
    const languages = platform.languages()
    const texts = platform.texts(languageFor(settings.language, languages))
    const english = () => platform.texts('en')
    return createI18n(texts, { timeZone: platform.now().timeZoneId, languages, settings, english })
  }

  async function reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch {
      throw new RequestError('could-not-read')
    }
  }

  async function storing<T>(write: () => Promise<T>): Promise<T> {
    const result = await stored(write)
    tellPages()
    return result
  }

  async function stored<T>(write: () => Promise<T>): Promise<T> {
    try {
      const result = await write()
      if (await isUnsaved()) await session.set({ [unsavedKey]: false }).catch(() => undefined)
      return result
    } catch (error) {
      if (error instanceof NewerVersionError) throw new RequestError('newer-version')
      if (error instanceof FullError) throw new RequestError('refused')
      await session.set({ [unsavedKey]: true }).catch(() => undefined)
      throw new RequestError('could-not-store')
    }
  }

  const findShowings = (): Promise<Found<Showings>> => findOne(storage, showingsKey, decodeShowings)

  async function isUnsaved(): Promise<boolean> {
    return (await session.get([unsavedKey]).catch(() => undefined))?.[unsavedKey] === true
  }

  /** What the seller has to know before anything else: it stands on the toolbar and above the checklist. */
  async function troubleOf({ checklist }: Pick<State, 'checklist'>): Promise<Overview['trouble']> {
    if (await isUnsaved()) return { kind: 'unsaved' }
    const used = presentStores(checklist).flatMap(({ fronts }) => fronts)
    const wanted = used.length > 0 ? used : injectedHosts
    // A browser that cannot tell has not said that anything is withheld.
    const [host, ...others] = await platform.withheld(wanted).catch(() => [])
    // Before the first visit nobody knows which of them the seller needs.
    const isLost = host !== undefined && (used.length > 0 || others.length + 1 === wanted.length)
    return isLost ? { kind: 'withheld', host } : undefined
  }

  function showingsIn(found: Found<Showings>): Showings {
    return found.kind === 'read'
      ? believable(found.value, platform.now())
      : { since: instantOf(platform.now()), opened: false, shown: [] }
  }

  /** What lies there and cannot be read is set aside. */
  async function storeShowings(found: Found<Showings>, change: Partial<Showings>): Promise<void> {
    const damaged = new Map(found.kind === 'damaged' ? [[showingsKey, found.raw]] : [])
    const showings = encodeShowings({ ...showingsIn(found), ...change })
    await storing(async () => storage.set({ [showingsKey]: showings, ...(await setAside(storage, damaged)) }))
  }

  /** The last digits of a store's payout account, if the seller has typed them. For our own views alone. */
  async function accountOf(owner: StoreId): Promise<{ tail?: string; unreadable: readonly string[] }> {
    const key = rowKey({ owner, register: payoutAccountRegister().id, row: singleRow })
    const found = await reading(() => findOne(storage, key, decodeRow))
    const tail = found.kind === 'read' ? found.value.values.digits : undefined
    return { ...(tail ? { tail } : {}), unreadable: found.kind === 'damaged' ? [key] : [] }
  }

  /** @param closely the stores it is about, beside the one that is shown; without it, all alike. */
  function read(closely?: readonly StoreId[]): Promise<State> {
    return reading(async () => {
      const { recall } = storage
      const found = await readChecklist(storage, closely && { stores: closely, recall })
      const chosen = await findSettings(storage)
      if (chosen.kind === 'newer') found.newer.add(settingsKey)
      if (chosen.kind === 'damaged') found.damaged.set(settingsKey, chosen.raw)
      const settings = chosen.kind === 'read' ? chosen.value : {}
      const shown = await findShowings()
      if (shown.kind === 'newer') found.newer.add(showingsKey)
      if (shown.kind === 'damaged') found.damaged.set(showingsKey, shown.raw)
      return { reading: found, checklist: found.checklist, settings, showings: showingsIn(shown) }
    })
  }

  async function lookAt({ checklist, settings }: State): Promise<Look> {
    const trouble = await troubleOf({ checklist })
    return { view: overview(checklist, platform.now(), settings), trouble }
  }

  async function showBadge(state: State): Promise<State> {
    const { translate, plural } = i18n(state.settings)
    try {
      const look = await lookAt(state)
      const { counted, unreadable } = look.view
      if (look.trouble) await platform.badge.show('!', troubleText(i18n(state.settings), look.trouble))
      else if (state.checklist.unread?.stores) await showUnreadable()
      else {
        const isOne = presentStores(state.checklist).length === 1
        const waiting = counted > 0 || unreadable === 0
        const titles = [
          ...(waiting
            ? [
                counted === 0
                  ? translate('title_nothing_waits')
                  : plural(isOne ? 'title_waiting' : 'title_waiting_stores', counted),
              ]
            : [translate('brand')]),
          ...(unreadable === 0 ? [] : [plural('title_unreadable', unreadable)]),
        ]
        await platform.badge.show(
          state.settings.badge === false ? '' : badgeText(counted),
          titles.join(' – '),
        )
      }
      return { ...state, look }
    } catch {
      // The badge is a picture of what is stored; an answer does not fail because its picture could not be drawn.
      return state
    }
  }

  async function showUnreadable(): Promise<void> {
    await platform.badge.show('!', i18n({}).translate('title_could_not_read')).catch(() => undefined)
  }

  return {
    i18n,
    reading,
    storing,
    revision,
    tellPages,
    read,
    showBadge,
    showUnreadable,

    /** As it has to be by what is stored now; never fails. */
    async drawBadge(): Promise<void> {
      const state = await read().catch(() => undefined)
      await (state ? showBadge(state) : showUnreadable())
    },

    async overviewOf(state: State): Promise<Overview> {
      const { newer, damaged } = state.reading
      const { checklist } = state
      const empty = !checklist.unread && !Object.values(checklist.records).some(isSaid)
      // The checklist is worth showing without them.
      const found = await readRuns({ ...storage, keys: storage.recallKeys }).catch(() => undefined)
      const present = presentStores(checklist).map(({ id }) => id)
      const deadlines =
        found &&
        deadlinesOf(found.runs, platform.now()).filter(({ met, store }) => !met && present.includes(store))
      const { view, trouble } = state.look ?? (await lookAt(state))
      const { tail, unreadable: account } = await accountOf(view.store.id)
      const kept = {
        newer: [...newer, ...(found?.newer ?? [])],
        unreadable: [...damaged.keys(), ...(found?.unreadable ?? []), ...account],
        empty,
      }
      return {
        ...view,
        ...(deadlines ? { deadlines } : {}),
        ...(tail === undefined ? {} : { payout: { ...view.payout, tail } }),
        ...(trouble ? { trouble } : {}),
        storage: kept,
      }
    },

    /**
     * Applies an event, writes, redraws the badge; what it hands back is stored.
     * @throws RequestError `answered-since` for an undo that came too late; `refused` for what the checklist cannot take.
     * @param from where the seller said it; `address` when nobody said it, and the journal has nothing to keep.
     * @param more other keys that belong to the same change.
     */
    async change(
      event: ChecklistEvent,
      from: 'own-page' | 'card' | 'address',
      more: Readonly<Record<string, unknown>> = {},
    ): Promise<State> {
      const before = await read([event.store])
      if (isOvertaken(before.checklist, event)) throw new RequestError('answered-since')
      if (wouldHide(before.checklist, event)) throw new RequestError('could-not-read')
      const now = platform.now()
      const checklist = applied(before.checklist, event, now)
      const what = from === 'address' ? undefined : journalled(event)
      const { who } = before.settings
      const entry: JournalEntry | undefined = what && {
        id: event.id,
        at: instantOf(now),
        day: dayOf(now),
        store: event.store,
        what,
        ...(who ? { who } : {}),
        ...(from === 'card' ? { onPage: true } : {}),
      }
      const isShowing = event.kind === 'shown'
      const showings = isShowing ? withShowing(before.showings, now) : before.showings
      const along = isShowing ? { ...more, [showingsKey]: encodeShowings(showings) } : more
      const written = await storing(() => writeChecklist(storage, before.reading, checklist, entry, along))
      return showBadge({ ...before, reading: afterWriting(before.reading, written), checklist, showings })
    },

    async choose(change: (before: Settings) => Settings): Promise<State> {
      const before = await read()
      const settings = await storing(() => writeSettings(storage, change))
      return showBadge({ ...before, settings })
    },

    /** The first start is a date to count from; that the seller opened our pages ends the quiet first day. */
    async noteStart(opened: boolean): Promise<void> {
      const found = await reading(findShowings)
      if (found.kind === 'newer' || (found.kind === 'read' && (found.value.opened || !opened))) return
      await storeShowings(found, { opened })
    },

    /** What has had its notification, also for the next start of the browser. */
    async noteTold(told: Partial<Pick<Showings, 'told' | 'longDue'>>): Promise<void> {
      const found = await reading(findShowings)
      if (found.kind === 'newer') throw new RequestError('newer-version')
      await storeShowings(found, told)
    },
  }
}
