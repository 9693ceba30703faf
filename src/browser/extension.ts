import type { Browser } from 'webextension-polyfill'

/** The little of the extension API that a page's script and the views need, without the polyfill's 10 kB. */
export type Extension = {
  /** False for a script whose extension was updated or removed under it. */
  isAlive(): boolean
  /** Rejects when nobody listens. */
  send(message: unknown): Promise<unknown>
  /** What the background tells this tab; nothing is answered. A listener that is already there is not added twice. */
  onTold(listener: (message: unknown) => void): void
}

/** In Manifest V3 `chrome.*` answers with promises too; Firefox and newer Chromium have `browser`. */
export function realExtension(): Extension {
  const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser }
  const runtime = (scope.browser ?? scope.chrome)?.runtime
  return {
    isAlive: () => runtime?.id !== undefined,
    send: async (message) => runtime?.sendMessage(message),
    onTold: (listener) => runtime?.onMessage.addListener(listener as () => undefined),
  }
}
