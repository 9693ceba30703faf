import { isInSight } from './calm'

/** The part of the Navigation API that we use: Chrome 102, Firefox 147. */
type Navigation = EventTarget & {
  readonly currentEntry?: { readonly index: number } | null
  entries(): readonly { readonly url: string | null }[]
}

const { navigation } = window as { navigation?: Navigation }

/** What the header's account switcher adds to an address; only the language names no account. */
const account = /[?&]mons_(?:sel_(?!locale)|redirect=)/

/**
 * True if the address says that an account was chosen, or this document was reached from a sign-in or another
 * site. Our script does not run on the sign-in itself.
 * @param isFirst the first address of this document: later ones are its own.
 */
export function mayBeAnotherAccount(isFirst: boolean): boolean {
  if (account.test(location.search)) return true
  if (!isFirst) return false
  // If the browser doesn't tell what came before, it may have been a sign-in.
  if (!navigation) return history.length > 1
  const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url
  // Nothing before: a new tab opened from an open page, or the tab was on another site.
  return before ? new URL(before).pathname.startsWith('/ap/') : history.length > 1
}

/** Milliseconds, for Firefox 140 to 146 without it. A page must be open longer before a card comes. */
const lookEvery = 1000

/**
 * Calls back now and after every in-app navigation that changed the address. In the isolated world a patched
 * `history.pushState` would see nothing (the page calls its own), and `webNavigation` would need a permission
 * that reads as "your browsing history".
 */
export function watchAddress(onAddress: () => void, signal: AbortSignal): void {
  let last: string | undefined
  const look = () => {
    if (location.href === last) return
    last = location.href
    onAddress()
  }
  if (navigation) {
    // After the commit, so that location.href is the new address.
    navigation.addEventListener('currententrychange', look, { signal })
  } else {
    const timer = setInterval(() => {
      if (signal.aborted) clearInterval(timer)
      else if (isInSight()) look()
    }, lookEvery)
  }
  // Back/forward cache: the page returns with its script, as if it were newly opened.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) last = undefined
      look()
    },
    { signal },
  )
  look()
}
