import type { Platform, Revision } from '../browser/platform'
import { FullError, NewerVersionError } from '../storage/format/codec'
import type { Remembering } from '../storage/remembering'
import {
  type Commit,
  createRepository as createStored,
  type Keys,
  type Slots,
  type Snapshot,
  type Wish,
} from '../storage/repository'
import { RequestError } from './request-error'

/** Set while the last change could not be stored. In session storage: a restart forgets it. */
const unsavedKey = 'unsaved'

export type Repository = ReturnType<typeof createRepository>

/** Reads and writes what is stored, turns errors into RequestErrors and tells our pages of changes. */
export function createRepository(platform: Platform & { storage: Remembering }) {
  const { session } = platform
  const stored = createStored(platform.storage, platform.now)
  // A new worker doesn't know what the last one told our pages, so its revisions differ.
  const worker = crypto.randomUUID()
  let changes = 0
  const revision = (): Revision => `${worker}/${changes}`

  /** Tells our pages that what they show has changed. */
  function tellPages(): void {
    changes += 1
    platform.tellStored(revision())
  }

  async function reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch {
      throw new RequestError('could-not-read')
    }
  }

  async function isUnsaved(): Promise<boolean> {
    return (await session.get([unsavedKey]).catch(() => undefined))?.[unsavedKey] === true
  }

  /** @throws RequestError if it could not be stored; then nothing has changed. */
  async function storing<T>(write: () => Promise<T>): Promise<T> {
    try {
      const result = await write()
      if (await isUnsaved()) await session.set({ [unsavedKey]: false }).catch(() => undefined)
      tellPages()
      return result
    } catch (error) {
      if (error instanceof NewerVersionError) throw new RequestError('newer-version')
      if (error instanceof FullError) throw new RequestError('refused')
      await session.set({ [unsavedKey]: true }).catch(() => undefined)
      throw new RequestError('could-not-store')
    }
  }

  /** The last snapshot that was read or written, for a reply that adds an overview. */
  let last: { snapshot: Snapshot; of: Revision } | undefined

  function remembered(snapshot: Snapshot): Snapshot {
    last = { snapshot, of: revision() }
    return snapshot
  }

  return {
    reading,
    storing,
    revision,
    tellPages,
    isUnsaved,
    /** Storage without telling our pages: for internal notes and for what can be repeated. */
    stored,
    read: async (wish?: Wish): Promise<Snapshot> => remembered(await reading(() => stored.read(wish))),
    find: (keys: Keys): Promise<Slots> => reading(() => stored.find(keys)),

    /** @returns the snapshot after the change. */
    async commit(before: Snapshot, change: Commit): Promise<Snapshot> {
      const slots = await storing(() => stored.commit(before.slots, change))
      return remembered(await reading(() => stored.seenAfter(slots, before)))
    },

    /** What is stored now, with its runs. */
    async present(): Promise<Snapshot> {
      if (last?.of === revision() && last.snapshot.hasRuns) return last.snapshot
      return remembered(await reading(() => stored.read({ stores: [], runs: true })))
    },
  }
}
