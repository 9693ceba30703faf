import type { Platform } from '../browser/platform'
import { isSaid } from '../domain/checklist'
import type { StoreId } from '../domain/ids'
import type { JournalEntry } from '../domain/journal/journal'
import { calendarOf } from '../domain/journal/schedule'
import { type Overview, overview } from '../domain/overview'
import { type Preview, pieceSize, type Refused } from '../domain/stored-data/import-report'
import {
  type BackupLabel,
  type BackupReason,
  backupsToDrop,
  needsBackup,
  stoppedSince,
} from '../domain/stored-data/retention'
import { dayOf, instantOf } from '../domain/time/time'
import type { Argument, Change, Changed, ImportedFile, Result, StoredData } from '../messages/protocol'
import type { Backups } from '../storage/backup-database'
import {
  type Decoded,
  decodeExport,
  encodeExport,
  exportEnd,
  exportEntry,
  exportStart,
} from '../storage/export-file'
import { asideOf, isGone } from '../storage/format/codec'
import { changeKept, findOne } from '../storage/kept'
import { decodeWrittenBy, encodeWrittenBy, writtenByKey } from '../storage/kinds/installed-version'
import {
  imported,
  isTooMuch,
  partChanges,
  partsToBringBack,
  previewOf,
  putBack,
  withoutAnswers,
} from '../storage/merge'
import { readable } from '../storage/readable'
import { applyWhole, hasApplied, readWhole, sweep, wasApplied } from '../storage/replace-all'
import {
  type Breathe,
  type Contents,
  contentsInSteps,
  firstStores,
  isOwnNote,
  isSame,
  type Raw,
  storesIn,
} from '../storage/snapshot'
import { type Keeper, RequestError } from './repository'

const backedUpKey = 'backed-up'
const keysAtOnce = 100
/** Milliseconds of work before others of this thread have their turn. */
const turn = 16

/**
 * Not a word of the seller's. What we note ourselves does not count: after a loss, the first page that is visited gives
 * the store its address again.
 */
function isSilent({ records, journal, runs, rows, drafts }: Contents): boolean {
  return [journal, runs, rows, drafts].every(({ size }) => size === 0) && ![...records.values()].some(isSaid)
}

/** A file and what is here would together be more than is kept. */
class TooMuchError extends Error {}

/** Everything at once: export, import, backups, reset. Runs inside the one queue, unless it says otherwise. */
export function createData(platform: Platform, keeper: Keeper, backups: Backups) {
  const { storage, session } = platform
  const whole = (): Promise<Raw> => keeper.reading(() => readWhole(storage))
  /** The file that is being handed over. Nothing is lost with it: the page still has it. */
  let file: { id: string; pieces: string[]; decoded?: Decoded } = { id: '', pieces: [] }

  let daily: Promise<void> | undefined

  let last = 0
  const breathe: Breathe = async () => {
    if (performance.now() - last < turn) return
    await platform.wait(0)
    last = performance.now()
  }

  /** With what is in it, so that a list tells backups apart without reading them. */
  function labelOf(id: string, reason: BackupReason, { records, journal }: Contents) {
    const now = platform.now()
    const entries = [...journal.values()].reduce((sum, day) => sum + day.length, 0)
    return { id, at: instantOf(now), day: dayOf(now), reason, records: records.size, entries }
  }

  async function save(id: string, reason: BackupReason, raw: Raw): Promise<void> {
    const label = labelOf(id, reason, await contentsInSteps(raw, breathe))
    await backups.save(label, raw, backupsToDrop([label, ...(await backups.list())], label.day))
  }

  /**
   * Changes everything at once: backup, then one write. Asked for twice with one id, it is made once.
   * @param plan undefined: it would overwrite what a later version wrote.
   */
  async function change(
    { id, withoutBackup }: Change,
    reason: BackupReason,
    plan: (before: Raw) => Promise<Raw | undefined> | Raw | undefined,
  ): Promise<Changed> {
    if (!(await keeper.reading(() => wasApplied(storage, id)))) {
      const before = await whole()
      const after = await plan(before)
      if (!after) throw new RequestError('newer-version')
      if (!withoutBackup) {
        await save(id, reason, before).catch(() => Promise.reject(new RequestError('could-not-back-up')))
      }
      await keeper.storing(() => applyWhole(storage, before, after, id, breathe))
      // Only tidiness: at its next start the worker does what is left.
      await sweep(storage).catch(() => undefined)
    }
    const overview = await seen().catch(() => undefined)
    return { kind: 'changed', ...(overview ? { overview } : {}), ...(withoutBackup ? {} : { undo: id }) }
  }

  async function seen(): Promise<Overview> {
    return keeper.overviewOf(await keeper.showBadge(await keeper.read()))
  }

  /** @throws RequestError when a piece is missing: the worker has been ended since. */
  async function decoded({ file: id, pieces }: ImportedFile): Promise<Decoded> {
    if (pieces === 0) return decodeExport('')
    if (file.id === id && file.decoded) return file.decoded
    // A list that was filled out of order can have holes.
    const isWhole =
      file.id === id && file.pieces.length === pieces && Object.keys(file.pieces).length === pieces
    if (!isWhole) throw new RequestError('file-forgotten')
    file.decoded = await decodeExport(file.pieces.join(''), breathe, dayOf(platform.now()))
    return file.decoded
  }

  async function makeDaily(): Promise<void> {
    const today = dayOf(platform.now())
    if ((await session.get([backedUpKey]))[backedUpKey] === today) return
    const list = await backups.list()
    const [newest] = list
    if (needsBackup(list, today)) {
      const raw = await readWhole(storage)
      const contents = await contentsInSteps(raw, breathe)
      // Nothing to keep, or lost: then the last backups are all there is.
      if (isSilent(contents)) return
      const good = await withLastGood(raw, contents, list)
      if (!newest || !(await isIn(newest, good))) await save(crypto.randomUUID(), 'day', good)
    }
    await session.set({ [backedUpKey]: today })
  }

  /** Whether a backup holds just this. */
  async function isIn({ id }: BackupLabel, good: Raw): Promise<boolean> {
    const kept = await backups.read(id)
    return kept !== undefined && isSame(good, kept)
  }

  /** Where nothing has changed since, an old backup is as good as a new one. */
  async function stopped(raw: Raw, contents: Contents, list: readonly BackupLabel[]) {
    const since = stoppedSince(list, dayOf(platform.now()))
    const [newest] = list
    if (since === undefined || !newest) return undefined
    const isWhole = withLastGood(raw, contents, list).then((good) => isIn(newest, good))
    return (await isWhole.catch(() => false)) ? undefined : since
  }

  /** What cannot be read any more goes into a backup as it was when it last could. */
  async function withLastGood(raw: Raw, { damaged }: Contents, list: readonly BackupLabel[]): Promise<Raw> {
    const found = await lastGood(damaged.keys(), list)
    return { ...raw, ...Object.fromEntries([...found].map(([key, { value }]) => [key, value])) }
  }

  /** Of each key the newest value in a backup that can be read, and the backup. */
  async function lastGood(keys: Iterable<string>, list: readonly BackupLabel[]) {
    const good = new Map<string, { value: unknown; from: BackupLabel }>()
    const missing = new Set(keys)
    for (const from of list) {
      if (missing.size === 0) break
      const earlier = (await backups.read(from.id)) ?? {}
      for (const key of missing) {
        // To a storage without it, it can be brought whenever it can be read.
        if (!Object.hasOwn(earlier, key) || !partChanges({}, key, earlier[key])) continue
        good.set(key, { value: earlier[key], from })
        missing.delete(key)
      }
      await breathe()
    }
    return good
  }

  /**
   * Changes one value; what it takes the place of is set aside, so that it needs no backup.
   * @returns whether it could.
   */
  async function changePart(id: string, plan: (before: Raw) => Raw | undefined): Promise<boolean> {
    if (await keeper.reading(() => wasApplied(storage, id))) return true
    const before = await whole()
    const after = plan(before)
    if (!after) return false
    await keeper.storing(() => applyWhole(storage, before, after, id))
    await sweep(storage).catch(() => undefined)
    return true
  }

  async function backupOf(id: string): Promise<Raw> {
    const raw = await backups.read(id).catch(() => undefined)
    if (!raw) throw new RequestError('could-not-read')
    return raw
  }

  return {
    /**
     * Once a day, and only when something has changed. What fails is seen in the list of backups. Reads in one go and
     * writes elsewhere, so that it needs no place in the queue: no answer waits for it.
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
     * Before the first write of another version: should it write something wrong, the state before is kept. A browser
     * that cannot is not asked at every start.
     */
    async keepBeforeUpdate(): Promise<void> {
      const { version } = platform
      const found = await findOne(storage, writtenByKey, decodeWrittenBy)
      if (found.kind === 'read' && found.value === version) return
      const raw = await readWhole(storage)
      if (Object.keys(raw).length > 0)
        await save(`update-${version.replaceAll('.', '-')}`, 'update', raw).catch(() => undefined)
      await changeKept(storage, writtenByKey, decodeWrittenBy, () => encodeWrittenBy(version))
    },

    sweep: (): Promise<void> => sweep(storage).catch(() => undefined),

    async view(): Promise<StoredData> {
      const raw = await whole()
      const contents = await contentsInSteps(raw, breathe)
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
      const isMeant = !isDamaged && (await keeper.reading(() => hasApplied(storage)))
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

    async raw(): Promise<Result<'raw'>> {
      const { values, missing } = await keeper.reading(() => readable(storage))
      return { text: `${JSON.stringify(values, null, 1)}\n`, missing }
    },

    backups: (): Promise<Result<'backups'>> => backups.list().catch(() => 'not-possible' as const),

    async backupFile(backup: string): Promise<Result<'backup-file'>> {
      return { text: encodeExport(await backupOf(backup), dayOf(platform.now())) }
    },

    async readRaw(key: string): Promise<{ text: string }> {
      const raw = await whole()
      return { text: `${JSON.stringify(raw[key] ?? null, null, 1)}\n` }
    },

    putBack: ({ id, key }: Argument<'put-back'>): Promise<boolean> =>
      changePart(id, (before) => putBack(before, key)),

    async backupParts(backup: string): Promise<Result<'backup-parts'>> {
      return partsToBringBack(await whole(), await backupOf(backup), breathe)
    },

    async restorePart({ id, backup, key }: Argument<'restore-part'>): Promise<boolean> {
      const raw = await backupOf(backup)
      return changePart(id, (before) => {
        const changes = partChanges(before, key, raw[key])
        return changes && { ...before, ...changes }
      })
    },

    async export(after: string | null): Promise<Result<'export'>> {
      const keys = (await keeper.reading(() => storage.keys())).filter((key) => !isOwnNote(key)).sort()
      const rest = keys.filter((key) => after === null || key > after)
      let text = after === null ? exportStart(dayOf(platform.now())) : ''
      // A piece that is followed by another holds an entry.
      let isFirst = after === null
      for (let at = 0; at < rest.length; at += keysAtOnce) {
        const some = rest.slice(at, at + keysAtOnce)
        const found = await keeper.reading(() => storage.get(some))
        for (const key of some) {
          const value = found[key]
          if (value === undefined || isGone(value)) continue
          text += exportEntry(key, value, isFirst)
          isFirst = false
        }
        const last = some.at(-1)
        if (text.length > pieceSize && last !== undefined && at + keysAtOnce < rest.length)
          return { text, next: last }
      }
      return { text: text + exportEnd, next: null }
    },

    takePiece({ file: id, index, text }: Argument<'import-piece'>): void {
      if (file.id !== id || file.decoded) file = { id, pieces: file.id === id ? file.pieces : [] }
      file.pieces[index] = text
    },

    async preview(argument: ImportedFile): Promise<Preview | Refused> {
      const found = await decoded(argument)
      return found.kind === 'refused' ? found : previewOf(await whole(), found.contents, found.made, breathe)
    },

    async import({ mode, ...argument }: Argument<'import'>): Promise<Changed | Refused> {
      const found = await decoded(argument)
      if (found.kind === 'refused') return found
      try {
        const changed = await change(argument, 'import', async (before) => {
          const after = await imported(before, found.contents, mode, breathe)
          if (after && (await isTooMuch(before, after, breathe))) throw new TooMuchError()
          return after
        })
        file = { id: '', pieces: [] }
        return changed
      } catch (error) {
        if (error instanceof TooMuchError) return { kind: 'refused', why: 'together' }
        throw error
      }
    },

    restore: ({ backup, ...argument }: Argument<'restore-backup'>): Promise<Changed> =>
      change(argument, 'restore', async (before) => {
        const raw = await backupOf(backup)
        return (await contentsInSteps(before, breathe)).newer.size > 0 ? undefined : raw
      }),

    reset: ({ store, ...argument }: Argument<'reset'>): Promise<Changed> =>
      change(argument, 'reset', async (before) => {
        if (store === null) return (await contentsInSteps(before, breathe)).newer.size > 0 ? undefined : {}
        const { stores } = storesIn(await contentsInSteps(before, breathe)) ?? firstStores
        if (!stores.some(({ id }) => id === store)) throw new RequestError('refused')
        return withoutAnswers(before, store, resetEntry(argument.id, store))
      }),

    async deleteBackups(): Promise<null> {
      await keeper.storing(() => backups.clear())
      return null
    },

    async calendar(): Promise<Result<'calendar'>> {
      return calendarOf((await keeper.read()).checklist, platform.now())
    },

    async report(): Promise<Result<'report'>> {
      const { checklist, settings } = await keeper.read()
      return checklist.stores
        .filter(({ removed }) => removed === undefined)
        .map(({ id }) => overview({ ...checklist, current: id }, platform.now(), settings))
    },
  }

  /** That a store was begun anew belongs to its history. */
  function resetEntry(id: string, store: StoreId): JournalEntry {
    const now = platform.now()
    return { id, at: instantOf(now), day: dayOf(now), store, what: { kind: 'store-reset' } }
  }
}
