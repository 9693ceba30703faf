import { api } from './api'
import type { Revision, Sender } from './platform'

// Not `storage.onChanged`: after an import it would send all data to every page and block it. Not a
// BroadcastChannel: in Firefox it doesn't reach pages in another container.

/** Tells our open pages that something was stored. They ask the background what it is. */
export function tellStored(stored: Revision): void {
  // It rejects if no page is open.
  void Promise.resolve(api().runtime.sendMessage({ stored })).catch(() => undefined)
}

/** Calls the listener whenever the background has stored something. */
export function onStored(listener: (stored: Revision) => void): void {
  const { runtime } = api()
  runtime.onMessage.addListener(((message: unknown, sender: Sender) => {
    const stored = storedIn(message, sender, runtime.id)
    if (stored !== undefined) listener(stored)
  }) as () => undefined)
}

/** Only the background has our id and no tab. Messages between others reach pages too and are ignored. */
export function storedIn(message: unknown, sender: Sender, own: string): Revision | undefined {
  if (sender.id !== own || sender.tab !== undefined) return undefined
  if (typeof message !== 'object' || message === null || !('stored' in message)) return undefined
  return typeof message.stored === 'string' && Object.keys(message).length === 1 ? message.stored : undefined
}
