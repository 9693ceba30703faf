import type { BrowserName } from './browser'

/** Requests that the browsers make to their makers and that no switch or preference stops. */
const ownHosts: Record<BrowserName, readonly string[]> = {
  chromium: [
    // Browser components that are updated one by one.
    'update.googleapis.com',
    // Whether someone is signed in to the browser.
    'accounts.google.com',
    // What kind of field a form has.
    'content-autofill.googleapis.com',
    // Push messages: the browser registers itself, now and then also without a subscriber.
    'android.clients.google.com',
    'mtalk.google.com',
    // Typed addresses, loading hints, lists for checks: only seen with a window.
    'www.google.com',
    'clients2.google.com',
    'clientservices.googleapis.com',
    'optimizationguide-pa.googleapis.com',
    'safebrowsing.googleapis.com',
    'redirector.gvt1.com',
  ],
  firefox: [
    // Remote settings.
    'firefox.settings.services.mozilla.com',
    'content-signature-2.cdn.mozilla.net',
    'firefox-settings-attachments.cdn.mozilla.net',
    'location.services.mozilla.com',
    'detectportal.firefox.com',
    'aus5.mozilla.org',
    'push.services.mozilla.com',
    'ads.mozilla.org',
  ],
}

/** Recognizes the browser's own entries in `Practice.refused`; pages and the extension made the others. */
export function ownTraffic(name: BrowserName): (entry: string) => boolean {
  const hosts = new Set(ownHosts[name])
  return (entry) => hosts.has(entry.includes('://') ? new URL(entry).hostname : entry.replace(/:\d+$/, ''))
}
