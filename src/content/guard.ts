import { canTellCover, isTaken } from './calm'

/** As browsers do with their own prompts: what has just appeared under the pointer cannot be pressed yet. */
const steadyTime = 500
/** A page that closes our popover more often than that is fighting, and the page wins. Stepping aside is not counted. */
const mostPromotions = 5

/**
 * Keeps the card's presses the seller's own on a page that may try to hide, cover or move it (threat model,
 * section 3: no single check is complete), keeps it in the top layer, and steps aside for the page's own dialogs.
 * @param giveUp the page does not want us here.
 */
export function guard(host: HTMLElement, box: HTMLElement, giveUp: () => void) {
  let steadyFrom = 0
  let place = ''
  let isSeen: boolean | undefined
  let wasRemoved = false
  let isAside = false
  let promotions = 0

  function unsettle(): void {
    steadyFrom = performance.now()
    place = placeOf(box)
  }

  if (canTellCover) {
    const watcher = new IntersectionObserver(
      (entries) => {
        const { isVisible } = entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean }
        if (isVisible && isSeen === false) unsettle()
        isSeen = isVisible
      },
      { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    )
    watcher.observe(box)
  }

  return {
    unsettle,

    /** Looked at now and then while the card is there. */
    look() {
      if (!host.isConnected) {
        // Once may be an accident of the page's own tidying; twice is an answer.
        if (wasRemoved) return giveUp()
        wasRemoved = true
        document.documentElement.append(host)
      }
      const isOpen = box.matches(':popover-open')
      const wasAside = isAside
      isAside = isTaken()
      if (isAside) box.hidePopover()
      else if (!isOpen) {
        if (!wasAside) promotions += 1
        if (promotions > mostPromotions) return giveUp()
        box.showPopover()
        unsettle()
      }
      // A window that was made smaller, a scroll bar: the place is new, and time runs from now.
      else if (placeOf(box) !== place) unsettle()
    },

    mayPress(event: MouseEvent): boolean {
      if (!event.isTrusted) return false
      // A key press needs no steady place: the page cannot put the focus into a closed root.
      if (event.detail > 0) {
        if (placeOf(box) !== place) unsettle()
        if (performance.now() - steadyFrom < steadyTime) return false
      }
      return isSeen !== false && isWhole(host, box)
    },
  }
}

function placeOf(box: HTMLElement): string {
  const { x, y, width, height } = box.getBoundingClientRect()
  return [x, y, width, height].map(Math.round).join()
}

function isWhole(host: HTMLElement, box: HTMLElement): boolean {
  // A cover that lets clicks through is under none of the points. Where the browser cannot tell what is really shown,
  // anything else in the top layer may be one, wherever it says that it is.
  if (!box.matches(':popover-open') || isTaken() || host.closest('[inert]')) return false
  const { left, right, top, bottom, width, height } = box.getBoundingClientRect()
  if (Math.abs(width - box.offsetWidth) > 1 || Math.abs(height - box.offsetHeight) > 1) return false
  const across = [left + 8, (left + right) / 2, right - 8]
  const down = [top + 8, (top + bottom) / 2, bottom - 8]
  return across.every((x) => down.every((y) => document.elementFromPoint(x, y) === host))
}
