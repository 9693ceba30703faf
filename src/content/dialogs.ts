import { cardMark } from './card-mark'

/** Only Chromium can say whether every pixel of an element is really shown. */
export const canTellCover = 'isVisible' in IntersectionObserverEntry.prototype

/** Dialogs as browsers and WAI-ARIA define them, and what opens over a page and closes on outside clicks. */
const dialogs =
  ':modal, dialog[open], [aria-modal="true"], [role="alertdialog"], :is([popover=""], [popover="auto"], [role="dialog"]):popover-open'
/** If the browser cannot tell what is really shown, anything else in the top layer may cover the card. */
const looked = canTellCover ? dialogs : `${dialogs}, :popover-open`
const away = '[aria-hidden="true"], [inert]'

/** Milliseconds. A dialog may still fade in after a change, so we keep looking for this long. */
const arrival = 1000

export type Dialogs = {
  /**
   * Whether the page shows a dialog anywhere.
   * @param oldest milliseconds: how old the answer may be. Without it, valid until something changes.
   */
  areOpen(oldest?: number): boolean
  /** False if something has just changed and what is visible may still change. */
  areSettled(): boolean
  /** Called when the answer may have changed. */
  onStale: (() => void) | undefined
}

/**
 * Looks for dialogs in all components, but only if something changed since the last look; the first change
 * stops watching until then. So an idle page costs nothing, and a busy one costs one change per look.
 */
export function watchDialogs(signal: AbortSignal): Dialogs {
  let isOpen = false
  let lookedAt = Number.NEGATIVE_INFINITY
  let changedAt = 0
  const observer = new MutationObserver(stale)
  signal.addEventListener('abort', () => observer.disconnect())

  function stale(): void {
    observer.disconnect()
    changedAt = performance.now()
    watch.onStale?.()
  }

  function look(root: Document | ShadowRoot, isAway: boolean): boolean {
    observer.observe(root, { subtree: true, childList: true, attributes: true })
    // The event does not leave a component.
    root.addEventListener('toggle', stale, { capture: true, signal })
    let found = [...root.querySelectorAll(looked)].some(
      (one) =>
        // A modal dialog is in the way, whatever it looks like.
        one.matches(':modal') ||
        (one.matches('[popover]') && !one.matches(dialogs)
          ? one.checkVisibility({ opacityProperty: true })
          : !isAway && !one.closest(away) && isShown(one)),
    )
    for (const element of root.querySelectorAll(`:not([${cardMark}])`)) {
      const inner = innerOf(element)
      // Don't stop at the first hit: this also starts to watch each component.
      if (inner && look(inner, isAway || !!element.closest(away))) found = true
    }
    return found
  }

  const watch: Dialogs = {
    areOpen(oldest = Number.POSITIVE_INFINITY) {
      const now = performance.now()
      const most = watch.areSettled() ? oldest : Math.min(oldest, 250)
      if (now - lookedAt >= most) {
        observer.disconnect()
        lookedAt = now
        isOpen = look(document, false)
      }
      return isOpen
    },
    areSettled: () => lookedAt - changedAt >= arrival,
    onStale: undefined,
  }
  return watch
}

/** Whether any part of the element is visible and can be clicked, or would be after scrolling. */
function isShown(element: Element, isInner?: boolean): boolean {
  // The element needs no box of its own: its children are checked too.
  if (!element.checkVisibility({ opacityProperty: true }) && getComputedStyle(element).display !== 'contents')
    return false
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const [fromX, toX] = [Math.max(left, 0), Math.min(right, innerWidth)]
  const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  const isHere =
    fromX < toX && fromY < toY
      ? (element.getRootNode() as Document | ShadowRoot)
          .elementsFromPoint((fromX + toX) / 2, (fromY + toY) / 2)
          .some((one) => element.contains(one))
      : !isInner &&
        left < right &&
        top < bottom &&
        right + scrollX > 0 &&
        bottom + scrollY > 0 &&
        // A fixed element has no offset parent, so scrolling can't bring it into view.
        !!(element as HTMLElement).offsetParent &&
        element.checkVisibility({ visibilityProperty: true })
  return (
    isHere ||
    [...element.children, ...(innerOf(element)?.children ?? [])].some((inner) => isShown(inner, true))
  )
}

type Piercing = {
  chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } }
}

/** The shadow root of a component, even a closed one: browsers open it to an extension's script. */
export function innerOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }
  return (
    openOrClosedShadowRoot ?? (globalThis as Piercing).chrome?.dom?.openOrClosedShadowRoot(element) ?? null
  )
}
