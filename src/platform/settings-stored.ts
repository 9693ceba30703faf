/** Between the background and our own pages; nothing else can hear it or speak on it. */
const channel = 'settings'

/** Tells our open pages that settings were stored. Only that it happened: what they are, the background is asked. */
export function tellSettingsStored(): void {
  const pages = new BroadcastChannel(channel)
  pages.postMessage(null)
  pages.close()
}

/**
 * The background has stored settings, for whichever page. Not `storage.onChanged`: after an import it would hand every
 * page all that was written, and hold it up meanwhile.
 */
export function onSettingsStored(listener: () => void): void {
  new BroadcastChannel(channel).addEventListener('message', listener)
}
