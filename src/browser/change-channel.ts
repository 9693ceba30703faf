import { api } from './api'
import type { Revision, Sender } from './platform'

// Not `storage.onChanged`: after an import it would hand every page all that was written, and hold it up meanwhile.
// Not a BroadcastChannel: Firefox keeps one for each container of tabs, and a page in another container hears nothing.

/** Tells our open pages that something was stored. Only that it happened: what it is, the background is asked. */
export function tellStored(stored: Revision): void {
  // Where no page is open, nobody receives it.
  void Promise.resolve(api().runtime.sendMessage({ stored })).catch(() => undefined)
}

/** The background has stored something, for whichever page. */
export function onStored(listener: (stored: Revision) => void): void {
  const { runtime } = api()
  runtime.onMessage.addListener(((message: unknown, sender: Sender) => {
    const stored = storedIn(message, sender, runtime.id)
    if (stored !== undefined) listener(stored)
  }) as () => undefined)
}

/** Only the background has our id and no tab; all else that a page overhears is for others. */
export function storedIn(message: unknown, sender: Sender, own: string): Revision | undefined {
  if (sender.id !== own || sender.tab !== undefined) return undefined
  if (typeof message !== 'object' || message === null || !('stored' in message)) return undefined
  return typeof message.stored === 'string' && Object.keys(message).length === 1 ? message.stored : undefined
}
