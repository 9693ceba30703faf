import type { Browser } from 'webextension-polyfill'

/** The part of the extension API that content script and views need, without the polyfill's 10 kB. */
export type Extension = {
  /** False if the extension was updated or removed while the script was running. */
  isAlive(): boolean
  /** Rejects if nobody listens. */
  send(message: unknown): Promise<unknown>
  /** Receives what our background and our pages say to this tab. What the listener returns is the reply. */
  onTold(listener: (message: unknown) => unknown): void
}

/** In Manifest V3 `chrome.*` returns promises too. Firefox and newer Chromium have `browser`. */
export function realExtension(): Extension {
  const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser }
  const runtime = (scope.browser ?? scope.chrome)?.runtime
  return {
    isAlive: () => runtime?.id !== undefined,
    send: async (message) => runtime?.sendMessage(message),
    onTold: (listener) =>
      runtime?.onMessage.addListener(((message: unknown, _: unknown, reply: (value: unknown) => void) => {
        const answer = listener(message)
        if (answer !== undefined) reply(answer)
      }) as () => undefined),
  }
}
