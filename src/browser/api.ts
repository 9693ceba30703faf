import type { Browser } from 'webextension-polyfill'

/** The extension API as our own pages have it: without the polyfill's 10 kB, since in Manifest V3 `chrome.*` answers with promises too. */
export function api(): Browser {
  const scope = globalThis as unknown as { browser?: Browser; chrome: Browser }
  return scope.browser ?? scope.chrome
}
