import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { BackupId } from '../domain/ids'
import type { BackupLabel } from '../domain/stored-data/retention'
import type { Raw } from './snapshot'

/**
 * Backups lie in another kind of store than what they are of, so that one failure does not take both. Each call
 * rejects when the browser cannot, or does not answer.
 */
export type Backups = {
  /** Newest first. */
  list(): Promise<BackupLabel[]>
  read(id: BackupId): Promise<Raw | undefined>
  /** Saves it whole or not at all, and drops others in the same go. Saved under an id that is there, nothing changes. */
  save(label: BackupLabel, raw: Raw, dropping: readonly BackupId[]): Promise<void>
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  /** Apart from the contents, so that a list is read without them. */
  labels: { key: BackupId; value: BackupLabel }
  contents: { key: BackupId; value: Raw }
}

const name = 'backups'
const stores = ['labels', 'contents'] as const
/** Opening can wait for ever: for another connection to close, or for a disk that is gone. */
const patience = 10_000

export function createBackups(wait: (milliseconds: number) => Promise<void>): Backups {
  async function inTime<T>(task: Promise<T>): Promise<T> {
    const late = wait(patience).then(() => Promise.reject(new Error('no answer')))
    // Whichever loses may still fail later, with nobody left to listen.
    task.catch(() => undefined)
    late.catch(() => undefined)
    return Promise.race([task, late])
  }

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
    return inTime(run())
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
