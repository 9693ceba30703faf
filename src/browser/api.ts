import type { Browser } from 'webextension-polyfill'

/** The extension API for our own pages. Manifest V3 has promises on `chrome.*`: no 10 kB polyfill needed. */
export function api(): Browser {
  const scope = globalThis as unknown as { browser?: Browser; chrome: Browser }
  return scope.browser ?? scope.chrome
}
