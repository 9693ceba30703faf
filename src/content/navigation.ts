import { isInSight } from './calm'

/** The Navigation API as far as we use it: Chrome 102, Firefox 147. */
type Navigation = EventTarget & {
  readonly currentEntry?: { readonly index: number } | null
  entries(): readonly { readonly url: string | null }[]
}

const { navigation } = window as { navigation?: Navigation }

/** What the switch in Seller Central's header puts into an address; of these the language alone names no account. */
const account = /[?&]mons_(?:sel_(?!locale)|redirect=)/

/**
 * The address says that an account was chosen, or this document was reached from a sign-in or from another site. On the
 * sign-in itself no script of ours runs.
 * @param isFirst the first address of this document: later ones are its own.
 */
export function mayBeAnotherAccount(isFirst: boolean): boolean {
  if (account.test(location.search)) return true
  if (!isFirst) return false
  // Where the browser does not tell what came before, it may have been that.
  if (!navigation) return history.length > 1
  const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url
  // Nothing before it in a new tab: a link from a page that is open. Otherwise the tab was on another site.
  return before ? new URL(before).pathname.startsWith('/ap/') : history.length > 1
}

/** Firefox 140 to 146 know no Navigation API. Soon enough: a page has to stand for longer before a card comes. */
const lookEvery = 1000

/**
 * Calls back now and after every in-app navigation that changed it. In the isolated world a
 * patched `history.pushState` would see nothing (the page calls its own), and `webNavigation` would cost a
 * permission that reads as "your browsing history".
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
  // Back/forward cache: the page returns with its script, as if it were opened anew.
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
