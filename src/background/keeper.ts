import { apply, type Checklist, type ChecklistEvent, type StoreId } from '../domain/checklist'
import { type JournalEntry, journalled } from '../domain/journal'
import { languageFor } from '../domain/languages'
import { type Showings, withShowing } from '../domain/moment'
import { badgeText, type Overview, overview } from '../domain/overview'
import { singleRow } from '../domain/register'
import { deadlinesOf } from '../domain/run'
import type { Settings } from '../domain/settings'
import { dayOf, instantOf } from '../domain/time'
import type { Failure } from '../messages/protocol'
import { createI18n, type I18n } from '../platform/i18n'
import type { Platform } from '../platform/platform'
import { type Reading, readChecklist, writeChecklist } from '../storage/checklist'
import { decodeRow, rowKey } from '../storage/register'
import { readRuns } from '../storage/run'
import { findSettings, settingsKey, writeSettings } from '../storage/settings'
import { decodeShowings, encodeShowings, showingsKey } from '../storage/showings'
import { NewerVersionError } from '../storage/stored'

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
  /** The last digits of each store's payout account, where the seller has typed them. */
  tails: ReadonlyMap<StoreId, string>
}

/**
 * Reads and writes what is stored, and draws the badge of it. Everything is read anew each time: the worker may
 * have been killed a moment ago, and nothing that matters lives in a variable. Runs inside the one queue.
 */
export type Keeper = ReturnType<typeof createKeeper>

/** What was unreadable is set aside where it was written over, and what was empty is not any more. */
function afterWriting(reading: Reading, written: readonly string[]): Reading {
  const damaged = new Map([...reading.damaged].filter(([key]) => !written.includes(key)))
  return { ...reading, damaged, isEmpty: reading.isEmpty && written.length === 0 }
}

export function createKeeper(platform: Platform) {
  const { storage } = platform
  const i18n = ({ language }: Settings): I18n =>
    createI18n(platform.texts(languageFor(language, platform.languages())), platform.now().timeZoneId)

  async function reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch {
      throw new RequestError('could-not-read')
    }
  }

  async function storing<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      throw new RequestError(error instanceof NewerVersionError ? 'newer-version' : 'could-not-store')
    }
  }

  async function readShowings(): Promise<Showings> {
    const found = decodeShowings((await storage.get([showingsKey]))[showingsKey])
    return found.kind === 'read'
      ? found.value
      : { since: instantOf(platform.now()), opened: false, shown: [] }
  }

  async function readTails({ stores }: Checklist): Promise<ReadonlyMap<StoreId, string>> {
    const keys = stores.map(({ id: owner }) => rowKey({ owner, register: 'payout-account', row: singleRow }))
    const raw = await storage.get(keys)
    return new Map(
      stores.flatMap(({ id }, index) => {
        const found = decodeRow(raw[keys[index] ?? ''])
        const digits = found.kind === 'read' ? found.value.values.digits : undefined
        return digits ? [[id, digits] as const] : []
      }),
    )
  }

  function read(): Promise<State> {
    return reading(async () => {
      const found = await readChecklist(storage)
      const chosen = await findSettings(storage)
      if (chosen.kind === 'newer') found.newer.add(settingsKey)
      if (chosen.kind === 'damaged') found.damaged.set(settingsKey, chosen.raw)
      const settings = chosen.kind === 'read' ? chosen.value : {}
      const { checklist } = found
      const tails = await readTails(checklist)
      return { reading: found, checklist, settings, showings: await readShowings(), tails }
    })
  }

  async function showBadge(state: Pick<State, 'checklist' | 'settings'> | 'could-not-read'): Promise<void> {
    const { translate, plural } = i18n(state === 'could-not-read' ? {} : state.settings)
    try {
      if (state === 'could-not-read') {
        await platform.badge.show('!', translate('title_could_not_read'))
        return
      }
      const { counted } = overview(state.checklist, platform.now())
      const title = counted === 0 ? translate('title_nothing_waits') : plural('title_waiting', counted)
      await platform.badge.show(state.settings.badge === false ? '' : badgeText(counted), title)
    } catch {
      // The badge is a picture of what is stored; an answer does not fail because its picture could not be drawn.
    }
  }

  return {
    i18n,
    reading,
    storing,
    read,
    showBadge,

    async overviewOf({
      reading: { newer, damaged, isEmpty },
      checklist,
      settings,
      tails,
    }: State): Promise<Overview> {
      const kept = { newer: [...newer], unreadable: [...damaged.keys()], empty: isEmpty }
      const now = platform.now()
      // The checklist is worth showing without them.
      const found = await readRuns(storage).catch(() => undefined)
      const deadlines = found && deadlinesOf(found.runs, now).filter(({ met }) => !met)
      const view = overview(checklist, now, settings)
      const tail = tails.get(view.store.id)
      return {
        ...view,
        ...(deadlines ? { deadlines } : {}),
        ...(tail === undefined ? {} : { payout: { ...view.payout, tail } }),
        storage: kept,
      }
    },

    /**
     * Applies an event, writes, redraws the badge; what it hands back is stored.
     * @param from where the seller said it; `address` when nobody said it, and the journal has nothing to keep.
     * @param more other keys that belong to the same change.
     */
    async change(
      event: ChecklistEvent,
      from: 'own-page' | 'card' | 'address',
      more: Readonly<Record<string, unknown>> = {},
    ): Promise<State> {
      const before = await read()
      const now = platform.now()
      const checklist = apply(before.checklist, event, now)
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
      const after = { ...before, reading: afterWriting(before.reading, written), checklist, showings }
      await showBadge(after)
      return after
    },

    async choose(change: (before: Settings) => Settings): Promise<State> {
      const before = await read()
      const settings = await storing(() => writeSettings(storage, change))
      const after = { ...before, settings }
      await showBadge(after)
      return after
    },

    /** The first start is a date to count from; that the seller opened our pages ends the quiet first day. */
    async noteStart(opened: boolean): Promise<void> {
      const found = await reading(async () => decodeShowings((await storage.get([showingsKey]))[showingsKey]))
      if (found.kind === 'newer' || (found.kind === 'read' && (found.value.opened || !opened))) return
      const showings = { ...(await reading(readShowings)), opened }
      // Damage here costs a count of cards, nothing of the seller's: it is simply begun anew.
      await storing(() => storage.set({ [showingsKey]: encodeShowings(showings) }))
    },
  }
}
