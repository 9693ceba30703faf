import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { inTime } from '../browser/in-time'
import type { BackupId } from '../domain/ids'
import type { BackupLabel } from '../domain/stored-data/retention'
import type { Raw } from './contents'

/**
 * Backups, kept in a different kind of storage than the data, so that one failure does not take both. Each
 * call rejects if the browser can't do it or does not answer.
 */
export type Backups = {
  /** Newest first. */
  list(): Promise<BackupLabel[]>
  read(id: BackupId): Promise<Raw | undefined>
  /** Saves a backup and deletes others in one transaction. Does nothing if the id exists. */
  save(label: BackupLabel, raw: Raw, dropping: readonly BackupId[]): Promise<void>
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  /** Separate from the contents, so that the list is read without them. */
  labels: { key: BackupId; value: BackupLabel }
  contents: { key: BackupId; value: Raw }
}

const name = 'backups'
const stores = ['labels', 'contents'] as const
/** Milliseconds. Opening can hang forever: on another connection that won't close, or a disk that is gone. */
const patience = 10_000

export function createBackups(wait: (milliseconds: number) => Promise<void>): Backups {
  function withDatabase<T>(use: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const run = async () => {
      const database = await openDB<Schema>(name, 1, {
        upgrade(fresh) {
          for (const store of stores) fresh.createObjectStore(store)
        },
      })
      try {
        return await use(database)
      } finally {
        database.close()
      }
    }
    return inTime(run(), patience, wait)
  }

  return {
    list: () =>
      withDatabase(async (database) => (await database.getAll('labels')).sort((a, b) => b.at - a.at)),

    read: (id) => withDatabase((database) => database.get('contents', id)),

    save: (label, raw, dropping) =>
      withDatabase(async (database) => {
        const change = database.transaction(stores, 'readwrite', { durability: 'strict' })
        const [labels, contents] = [change.objectStore('labels'), change.objectStore('contents')]
        if ((await labels.getKey(label.id)) === undefined) {
          await Promise.all([labels.put(label, label.id), contents.put(raw, label.id)])
          await Promise.all(dropping.flatMap((id) => [labels.delete(id), contents.delete(id)]))
        }
        await change.done
      }),

    clear: () =>
      withDatabase(async (database) => {
        const change = database.transaction(stores, 'readwrite')
        await Promise.all([...stores.map((store) => change.objectStore(store).clear()), change.done])
      }),
  }
}
