import type { BrowserName } from './browser'

/** What the browsers ask of their makers by themselves, and no switch or preference stops. */
const ownHosts: Record<BrowserName, readonly string[]> = {
  chromium: [
    // Parts of the browser that are updated one by one.
    'update.googleapis.com',
    // Whether somebody is signed in to the browser.
    'accounts.google.com',
    // What kind of field a form has.
    'content-autofill.googleapis.com',
    // Typed addresses, hints for loading, lists for checks: seen with a window only.
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

/** Tells the browser's own entries in `Practice.refused`; what is left was asked by a page or by the extension. */
export function ownTraffic(name: BrowserName): (entry: string) => boolean {
  const hosts = new Set(ownHosts[name])
  return (entry) => hosts.has(entry.includes('://') ? new URL(entry).hostname : entry.replace(/:\d+$/, ''))
}
