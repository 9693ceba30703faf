/** Between the background and our own pages; nothing else can hear it or speak on it. */
const channel = 'stored'

/** Tells our open pages that something was stored. Only that it happened: what it is, the background is asked. */
export function tellStored(): void {
  const pages = new BroadcastChannel(channel)
  pages.postMessage(null)
  pages.close()
}

/**
 * The background has stored something, for whichever page. Not `storage.onChanged`: after an import it would hand every
 * page all that was written, and hold it up meanwhile.
 */
export function onStored(listener: () => void): void {
  new BroadcastChannel(channel).addEventListener('message', listener)
}
