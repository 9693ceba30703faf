import type { Platform } from '../browser/platform'
import type { StoreId } from '../domain/ids'
import type { JournalEntry } from '../domain/journal/journal'
import type { Overview } from '../domain/overview'
import { pieceSize } from '../domain/stored-data/import-report'
import {
  type BackupLabel,
  type BackupReason,
  backupsToDrop,
  needsBackup,
  stoppedSince,
} from '../domain/stored-data/retention'
import { dayOf, instantOf } from '../domain/time/time'
import type { Change, Changed, ImportedFile, Request } from '../messages/protocol'
import type { Backups } from '../storage/backup-database'
import { withoutAnswers } from '../storage/begin-anew'
import {
  type Contents,
  contentsInSteps,
  isSame,
  isSilent,
  type Raw,
  storesIn,
  valuesOf,
  type YieldIfDue,
} from '../storage/contents'
import {
  type Decoded,
  decodeExport,
  encodeExport,
  exportEnd,
  exportEntry,
  exportStart,
} from '../storage/export-file'
import { asideOf, isTombstone } from '../storage/format/codec'
import { entry } from '../storage/format/kind'
import { broughtBy, choicesToGive, given } from '../storage/giving'
import { kindOf } from '../storage/kinds'
import { writtenByKind } from '../storage/kinds/installed-version'
import { journalKind } from '../storage/kinds/journal'
import { recordKind } from '../storage/kinds/record'
import { firstStores, storesKind } from '../storage/kinds/stores'
import { imported, importNoted, isTooMuch, previewOf } from '../storage/merge'
import { withIdsFromAbroad } from '../storage/owner-ids'
import { partChanges, partsToBringBack, putBack } from '../storage/put-back'
import { readable } from '../storage/readable'
import { applyWhole, hasApplied, readWhole, sweep, wasApplied } from '../storage/replace-all'
import { valueIn } from '../storage/repository'
import { withTwins } from '../storage/twins'
import type { Act } from './handler'
import type { LoginPages } from './login-pages'
import type { Views } from './overview'
import type { Repository } from './repository'
import { RequestError } from './request-error'

const backedUpKey = 'backed-up'
/** The version that put the checklist, guides and records in other places. Raise it when they move again. */
const newPlaces = '0.2.0'
const isEarlier = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true }) < 0
const keysAtOnce = 100
/** Milliseconds of work before other tasks of this thread get a turn. */
const turn = 16

/** The file and the stored data together exceed the limits. */
class TooMuchError extends Error {}

export type Data = ReturnType<typeof createData>

/** Export, import, backups and reset. Runs inside the one queue unless a comment says otherwise. */
export function createData(
  platform: Platform,
  repository: Repository,
  views: Views,
  { follow }: LoginPages,
  backups: Backups,
) {
  const { session } = platform
  const { stored, reading, storing } = repository
  const whole = (): Promise<Raw> => reading(() => readWhole(stored))
  /** The file being imported. If the worker ends, it is only lost here: the page still has it. */
  let file: { id: string; pieces: string[]; decoded?: Decoded } = { id: '', pieces: [] }

  let daily: Promise<void> | undefined

  let last = 0
  const yieldIfDue: YieldIfDue = async () => {
    if (performance.now() - last < turn) return
    await platform.wait(0)
    last = performance.now()
  }

  /** A label with counts, so that a list can show backups without reading them. */
  function labelOf(id: string, reason: BackupReason, contents: Contents) {
    const now = platform.now()
    const days = [...valuesOf(contents, journalKind).values()]
    const entries = days.reduce((sum, day) => sum + day.length, 0)
    const records = valuesOf(contents, recordKind).size
    return { id, at: instantOf(now), day: dayOf(now), reason, records, entries }
  }

  async function save(id: string, reason: BackupReason, raw: Raw): Promise<void> {
    const label = labelOf(id, reason, await contentsInSteps(raw, yieldIfDue))
    await backups.save(label, raw, backupsToDrop([label, ...(await backups.list())], label.day))
  }

  /**
   * Replaces everything stored with the result of the plan, in one write. A repeated id is applied once.
   * @param plan returns undefined if it must not be applied.
   * @returns whether it was applied.
   */
  async function replace(
    id: string,
    plan: (before: Raw) => Promise<Raw | undefined> | Raw | undefined,
  ): Promise<boolean> {
    if (await reading(() => wasApplied(stored, id))) return true
    const before = await whole()
    const planned = await plan(before)
    if (!planned) return false
    // Who wrote here is no seller's data: without it the next start would take this for an update.
    const key = writtenByKind.prefix
    const after = Object.hasOwn(before, key) ? { ...planned, [key]: before[key] } : planned
    await storing(() => applyWhole(stored, before, after, id, yieldIfDue))
    // Only cleanup: the worker does the rest at its next start.
    await sweep(stored).catch(() => undefined)
    return true
  }

  /**
   * Changes everything at once, after saving a backup.
   * @param plan returns undefined if it would overwrite what a later version wrote.
   */
  async function change(
    { id, withoutBackup }: Change,
    reason: BackupReason,
    plan: (before: Raw) => Promise<Raw | undefined>,
  ): Promise<Changed> {
    const isDone = await replace(id, async (before) => {
      const after = await plan(before)
      if (after && !withoutBackup)
        await save(id, reason, before).catch(() => Promise.reject(new RequestError('could-not-back-up')))
      return after
    })
    if (!isDone) throw new RequestError('newer-version')
    const overview = await seen().catch(() => undefined)
    await follow(overview?.settings)
    return { kind: 'changed', ...(overview ? { overview } : {}), ...(withoutBackup ? {} : { undo: id }) }
  }

  /** Changes one value. The old one is set aside, so no backup is needed. */
  async function changePart(id: string, plan: (before: Raw) => Raw | undefined): Promise<boolean> {
    const isDone = await replace(id, plan)
    if (isDone) await follow()
    return isDone
  }

  async function seen(): Promise<Overview> {
    const snapshot = await repository.read({ stores: [], runs: true })
    await views.showBadge(snapshot)
    return views.overviewOf(snapshot)
  }

  /** @throws RequestError if a piece is missing, because the worker has ended since. */
  async function decoded({ file: id, pieces }: ImportedFile): Promise<Decoded> {
    if (pieces === 0) return decodeExport('')
    if (file.id === id && file.decoded) return file.decoded
    // A list that was filled out of order can have holes.
    const isWhole =
      file.id === id && file.pieces.length === pieces && Object.keys(file.pieces).length === pieces
    if (!isWhole) throw new RequestError('file-forgotten')
    file.decoded = await decodeExport(file.pieces.join(''), yieldIfDue, dayOf(platform.now()))
    return file.decoded
  }

  async function makeDaily(): Promise<void> {
    const today = dayOf(platform.now())
    if ((await session.get([backedUpKey]))[backedUpKey] === today) return
    const list = await backups.list()
    const [newest] = list
    if (needsBackup(list, today)) {
      const raw = await readWhole(stored)
      const contents = await contentsInSteps(raw, yieldIfDue)
      // Nothing to keep, or it was lost; then the existing backups must stay.
      if (isSilent(contents)) return
      const good = await withLastGood(raw, contents, list)
      if (!newest || !(await isIn(newest, good))) await save(crypto.randomUUID(), 'day', good)
    }
    await session.set({ [backedUpKey]: today })
  }

  /** Whether a backup holds exactly these values. */
  async function isIn({ id }: BackupLabel, good: Raw): Promise<boolean> {
    const kept = await backups.read(id)
    return kept !== undefined && isSame(good, kept)
  }

  /** The day since which no backup was made; undefined if nothing has changed since the newest. */
  async function stopped(raw: Raw, contents: Contents, list: readonly BackupLabel[]) {
    const since = stoppedSince(list, dayOf(platform.now()))
    const [newest] = list
    if (since === undefined || !newest) return undefined
    const isWhole = withLastGood(raw, contents, list).then((good) => isIn(newest, good))
    return (await isWhole.catch(() => false)) ? undefined : since
  }

  /** Replaces what is unreadable with its last readable value from a backup. */
  async function withLastGood(raw: Raw, { damaged }: Contents, list: readonly BackupLabel[]): Promise<Raw> {
    const found = await lastGood(damaged.keys(), list)
    return { ...raw, ...Object.fromEntries([...found].map(([key, { value }]) => [key, value])) }
  }

  /** Finds the newest readable value of each key, and the backup that holds it. */
  async function lastGood(keys: Iterable<string>, list: readonly BackupLabel[]) {
    const good = new Map<string, { value: unknown; from: BackupLabel }>()
    const missing = new Set(keys)
    for (const from of list) {
      if (missing.size === 0) break
      const earlier = (await backups.read(from.id)) ?? {}
      for (const key of missing) {
        // If the value could go into an empty storage, it is readable.
        if (!Object.hasOwn(earlier, key) || !partChanges({}, key, earlier[key])) continue
        good.set(key, { value: earlier[key], from })
        missing.delete(key)
      }
      await yieldIfDue()
    }
    return good
  }

  /** @throws RequestError if nobody can say which stores there are. */
  async function readableWhole(): Promise<Contents> {
    const contents = await contentsInSteps(await whole(), yieldIfDue)
    if (contents.damaged.has(storesKind.prefix) || contents.newer.has(storesKind.prefix))
      throw new RequestError('could-not-read')
    return contents
  }

  async function backupOf(id: string): Promise<Raw> {
    const raw = await backups.read(id).catch(() => undefined)
    if (!raw) throw new RequestError('could-not-read')
    return raw
  }

  const handlers = {
    async data() {
      const raw = await whole()
      const contents = await contentsInSteps(raw, yieldIfDue)
      const { records, entries } = labelOf('', 'day', contents)
      const list = await backups.list().catch(() => 'not-possible' as const)
      const damaged = [...contents.damaged.keys()].map((key) => ({ key, part: key, canPutBack: false }))
      const aside = [...contents.other].flatMap(([key, value]) => {
        const of = asideOf(key)
        return of
          ? [
              {
                key,
                part: of.key,
                aside: of.count,
                canPutBack: partChanges(raw, of.key, value) !== undefined,
              },
            ]
          : []
      })
      const unreadable = [...damaged, ...aside]
      const parts = unreadable.map(({ part }) => part)
      const good = await lastGood(parts, list === 'not-possible' ? [] : list).catch(() => undefined)
      const since = list === 'not-possible' ? undefined : await stopped(raw, contents, list)
      const isDamaged = contents.damaged.has('stores')
      const isMeant = !isDamaged && (await reading(() => hasApplied(stored)))
      return {
        records,
        entries,
        unreadable: unreadable.map((one) => {
          const from = good?.get(one.part)?.from
          return from ? { ...one, from } : one
        }),
        newer: [...contents.newer],
        backups: list,
        ...(since ? { stopped: since } : {}),
        lost: (isSilent(contents) || isDamaged) && !isMeant && list !== 'not-possible' && list.length > 0,
      }
    },

    async raw() {
      const { values, missing } = await reading(() => readable(stored))
      return { text: `${JSON.stringify(values, null, 1)}\n`, missing }
    },

    backups: () => backups.list().catch(() => 'not-possible' as const),

    async 'backup-file'({ backup }) {
      return { text: encodeExport(await backupOf(backup), dayOf(platform.now())) }
    },

    async 'read-raw'({ key }) {
      const raw = await whole()
      return { text: `${JSON.stringify(raw[key] ?? null, null, 1)}\n` }
    },

    'put-back': ({ id, key }) => changePart(id, (before) => putBack(before, key)),

    'backup-parts': async ({ backup }) => partsToBringBack(await whole(), await backupOf(backup), yieldIfDue),

    async 'restore-part'({ id, backup, key }) {
      const raw = await backupOf(backup)
      return changePart(id, (before) => {
        const changes = partChanges(before, key, raw[key])
        return changes && { ...before, ...changes }
      })
    },

    async export({ after }) {
      const keys = (await reading(() => stored.keys())).filter((key) => kindOf(key)?.of !== 'note').sort()
      const rest = keys.filter((key) => after === null || key > after)
      let text = after === null ? exportStart(dayOf(platform.now())) : ''
      // A piece that is followed by another holds at least one entry.
      let isFirst = after === null
      for (let at = 0; at < rest.length; at += keysAtOnce) {
        const some = rest.slice(at, at + keysAtOnce)
        const found = await reading(() => stored.get(some))
        for (const key of some) {
          const value = found[key]
          if (value === undefined || isTombstone(value)) continue
          text += exportEntry(key, value, isFirst)
          isFirst = false
        }
        const last = some.at(-1)
        if (text.length > pieceSize && last !== undefined && at + keysAtOnce < rest.length)
          return { text, next: last }
      }
      return { text: text + exportEnd, next: null }
    },

    'giving-choices': async () => choicesToGive(await readableWhole()),

    async give(giving) {
      const found = given(await readableWhole(), giving)
      if (!found) throw new RequestError('refused')
      return { text: encodeExport(found.raw, dayOf(platform.now()), true), naming: found.naming }
    },

    async 'import-piece'({ file: id, index, text }) {
      if (file.id !== id || file.decoded) file = { id, pieces: file.id === id ? file.pieces : [] }
      file.pieces[index] = text
      return null
    },

    async 'import-preview'(argument) {
      const found = await decoded(argument)
      if (found.kind === 'refused') return found
      const raw = await whole()
      const contents = asKnownHere(found, await contentsInSteps(raw, yieldIfDue))
      const { replace, ...preview } = await previewOf(raw, contents, found.made, yieldIfDue)
      if (found.given) return { ...preview, brings: broughtBy(found.contents) }
      return { ...preview, ...(replace && { replace }) }
    },

    async import({ mode, ...argument }) {
      const found = await decoded(argument)
      if (found.kind === 'refused') return found
      if (found.given && mode === 'replace') throw new RequestError('refused')
      try {
        const changed = await change(argument, 'import', async (before) => {
          const contents = asKnownHere(found, await contentsInSteps(before, yieldIfDue))
          const after = await imported(before, contents, mode, yieldIfDue)
          if (after && (await isTooMuch(before, after, yieldIfDue))) throw new TooMuchError()
          return after && importNoted(after, dayOf(platform.now()))
        })
        file = { id: '', pieces: [] }
        return changed
      } catch (error) {
        if (error instanceof TooMuchError) return { kind: 'refused', why: 'together' }
        throw error
      }
    },

    'restore-backup': ({ backup, ...argument }) =>
      change(argument, 'restore', async (before) => {
        const raw = await backupOf(backup)
        return (await contentsInSteps(before, yieldIfDue)).newer.size > 0 ? undefined : raw
      }),

    reset: ({ store, ...argument }) =>
      change(argument, 'reset', async (before) => {
        if (store === null) return (await contentsInSteps(before, yieldIfDue)).newer.size > 0 ? undefined : {}
        const { stores } = storesIn(await contentsInSteps(before, yieldIfDue)) ?? firstStores
        if (!stores.some(({ id }) => id === store)) throw new RequestError('refused')
        return withoutAnswers(before, store, resetEntry(argument.id, store))
      }),

    async 'delete-backups'() {
      // The one being made goes too, and what is stored now gets its own at the next tick.
      await daily
      await storing(() => backups.clear())
      await session.remove([backedUpKey]).catch(() => undefined)
      return null
    },
  } satisfies { [R in Request]?: Act<R> }

  return {
    handlers,

    /**
     * Saves a backup once a day, if something has changed. A failure shows in the list of backups. It reads
     * in one go and writes elsewhere, so it needs no place in the queue and delays no answer.
     */
    keepBackup(): Promise<void> {
      daily ??= makeDaily()
        .catch(() => undefined)
        .finally(() => {
          daily = undefined
        })
      return daily
    },

    /**
     * Saves a backup before the first write of another version, in case that version writes something wrong.
     * A browser that cannot store backups is not asked again at every start.
     */
    async keepBeforeUpdate(): Promise<void> {
      const { version } = platform
      const key = writtenByKind.prefix
      const slots = await stored.find({ keys: [key] })
      const before = valueIn(slots, writtenByKind, key)?.extension
      if (before === version) return
      const raw = await readWhole(stored)
      if (Object.keys(raw).length > 0)
        await save(`update-${version.replaceAll('.', '-')}`, 'update', raw).catch(() => undefined)
      const hasNews = before !== undefined && isEarlier(before, newPlaces) && !isEarlier(version, newPlaces)
      const written = { extension: version, ...(hasNews && { unreadNews: true as const }) }
      await stored.commit(slots, { put: [entry(writtenByKind, key, written)] })
    },

    sweep: (): Promise<void> => sweep(stored).catch(() => undefined),
  }

  /** The reset of a store is part of its history. */
  function resetEntry(id: string, store: StoreId): JournalEntry {
    const now = platform.now()
    return { id, at: instantOf(now), day: dayOf(now), store, what: { kind: 'store-reset' } }
  }
}

/** A file with the ids that the same things have here. */
function asKnownHere(file: { contents: Contents; given?: true }, here: Contents): Contents {
  const known = withIdsFromAbroad(file.contents, here)
  return file.given ? withTwins(known, here) : known
}
