import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { start } from '../../src/background/start'
import type { Platform } from '../../src/browser/platform'
import type { Argument, Reply, Request, Result } from '../../src/messages/protocol'
import { type Backups, createBackups } from '../../src/storage/backup-database'
import { type FakePlatform, fakePlatform, notUpdated, ownPage } from './platform'
import type { Moment } from './time'

/** Short waits end within a few turns of the event loop, long ones when the test calls `elapse`. */
function clockwork() {
  const waiting = new Set<() => void>()
  return {
    wait: (milliseconds: number) =>
      milliseconds < 1000
        ? new Promise<void>((done) => setImmediate(done))
        : new Promise<void>((done) => void waiting.add(done)),
    /** Ends all current waits. */
    elapse() {
      for (const done of waiting) done()
      waiting.clear()
    },
  }
}

/** Deletes all backups of earlier tests. */
export function freshDatabase(): void {
  // A worker of the test before would save its backup here.
  for (const fake of running.splice(0)) fake.kill()
  globalThis.indexedDB = new IDBFactory()
}

const running: ReturnType<typeof fakePlatform>[] = []

export type Started = ReturnType<typeof started>

/** Starts a background in a browser that has everything it needs. */
export function started({
  kept,
  now,
  backups,
  local,
  version = '0.1.0',
}: {
  kept?: FakePlatform['kept']
  now?: Moment
  backups?: Backups
  local?: Record<string, unknown>
  version?: string
} = {}) {
  const memory = kept ?? { local: structuredClone(local ?? {}), session: {}, alarms: new Map() }
  const fake = fakePlatform({ kept: memory, version, ...(now ? { now } : {}) })
  running.push(fake)
  notUpdated(fake)
  const { wait, elapse } = clockwork()
  const runOn: string[][] = []
  const platform: Platform = {
    ...fake,
    wait,
    onStart: () => undefined,
    alarms: { ...fake.alarms, createAt: async () => undefined },
    notifications: { allowed: async () => false, show: async () => undefined, onClicked: () => undefined },
    openDashboard: async () => undefined,
    loginPages: {
      granted: async (hosts) => hosts,
      runOn: async (hosts) => void runOn.push([...hosts]),
    },
    withheld: async () => [],
    onPermissions: () => undefined,
    onTabClosed: () => undefined,
    tell: async () => undefined,
  }
  start(platform, backups ?? createBackups(wait))
  const ask = <R extends Request>(request: R, argument: Argument<R>) =>
    fake.send({ request, argument }, ownPage) as Promise<Reply<R>>
  const settled = async () => {
    for (let turn = 0; turn < 8; turn += 1) await fake.settled()
  }
  return {
    fake,
    ask,
    elapse,
    settled,
    runOn,
    /** Asks and returns the result; throws if the request failed. */
    async ok<R extends Request>(request: R, argument: Argument<R>): Promise<Result<R>> {
      const reply = await ask(request, argument)
      if (!('ok' in reply)) throw new Error(`${request}: ${reply.error}`)
      return reply.ok
    },
    /** All of the seller's stored data. */
    stored: () => {
      const { applied: _applied, 'written-by': _writtenBy, ...raw } = structuredClone(fake.kept.local)
      return raw
    },
    async export(): Promise<string> {
      let text = ''
      let after: string | null = null
      do {
        const reply = (await ask('export', { after })) as { ok: Result<'export'> }
        text += reply.ok.text
        after = reply.ok.next
      } while (after !== null)
      return text
    },
    /** The next worker in the same browser. */
    again: (at: Moment = fake.now(), next = version) =>
      started({ kept: fake.kept, now: at, version: next, ...(backups ? { backups } : {}) }),
  }
}

/** Sends a text in pieces, as the dashboard does with a file. */
export async function handedOver(
  { ok }: Pick<Started, 'ok'>,
  text: string,
  file: string = crypto.randomUUID(),
  size = 1000,
): Promise<{ file: string; pieces: number }> {
  let pieces = 0
  for (let at = 0; at < text.length; at += size) {
    await ok('import-piece', { file, index: pieces, text: text.slice(at, at + size) })
    pieces += 1
  }
  return { file, pieces }
}
