import { isInSight } from './calm'

/** The Navigation API as far as we use it: Chrome 102, Firefox 147. */
type Navigation = EventTarget

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
  const { navigation } = window as { navigation?: Navigation }
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
