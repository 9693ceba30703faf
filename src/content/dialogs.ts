import { cardMark } from './card-mark'

/** Chromium alone can say whether every pixel of an element is really shown. */
export const canTellCover = 'isVisible' in IntersectionObserverEntry.prototype

/** Dialogs as browsers and WAI-ARIA know them, and what else opens over a page and goes when one presses beside it. */
const dialogs =
  ':modal, dialog[open], [aria-modal="true"], [role="alertdialog"], :is([popover=""], [popover="auto"], [role="dialog"]):popover-open'
/** Where a browser cannot tell what is really shown, anything else in the top layer may lie over the card. */
const looked = canTellCover ? dialogs : `${dialogs}, :popover-open`
const away = '[aria-hidden="true"], [inert]'

/** A dialog may still fade in when something changes: after a change it is looked again for so long. */
const arrival = 1000

export type Dialogs = {
  /**
   * Whether the page shows a dialog, wherever it is.
   * @param oldest in milliseconds: how old the answer may be. Without it, as old as nothing has changed.
   */
  areOpen(oldest?: number): boolean
  /** False while something has just changed, and may go on to change what can be seen. */
  areSettled(): boolean
  /** Called when the answer may be another one by now. */
  onStale: (() => void) | undefined
}

/**
 * Looks into all components of a page, but only when something has changed since the last look; the first change ends
 * the watch until then. So a page at rest costs nothing, and a restless one pays for one change a look.
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
    // It does not leave a component.
    root.addEventListener('toggle', stale, { capture: true, signal })
    let found = [...root.querySelectorAll(looked)].some(
      (one) =>
        // In the way, whatever it looks like.
        one.matches(':modal') ||
        (one.matches('[popover]') && !one.matches(dialogs)
          ? one.checkVisibility({ opacityProperty: true })
          : !isAway && !one.closest(away) && isShown(one)),
    )
    for (const element of root.querySelectorAll(`:not([${cardMark}])`)) {
      const inner = innerOf(element)
      // To the end, since each is watched from now on.
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

/** Whether anything of it can be seen and met with the pointer, or would be once one has scrolled there. */
function isShown(element: Element, isInner?: boolean): boolean {
  // A box of its own is not needed: the children's are looked at as well.
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
        // Without one where it does not move with the page.
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

/** What is inside a component, also a closed one: browsers open it to an extension's script. */
export function innerOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }
  return (
    openOrClosedShadowRoot ?? (globalThis as Piercing).chrome?.dom?.openOrClosedShadowRoot(element) ?? null
  )
}
