import type { Browser } from 'webextension-polyfill'

/** The version of the extension, as its manifest has it. */
export function extensionVersion(): string {
  const scope = globalThis as unknown as { browser?: Browser; chrome: Browser }
  return (scope.browser ?? scope.chrome).runtime.getManifest().version
}
