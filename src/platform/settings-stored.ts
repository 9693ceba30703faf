import type { Browser } from 'webextension-polyfill'

/** The background has stored settings, for whichever page. Only that it happened: what they are, it is asked. */
export function onSettingsStored(listener: () => void): void {
  const scope = globalThis as unknown as { browser?: Browser; chrome: Browser }
  ;(scope.browser ?? scope.chrome).storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'settings' in changes) listener()
  })
}
