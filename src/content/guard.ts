import { isAltered, isInSight, isTaken } from './calm'
import { canTellCover, type Dialogs } from './dialogs'

/** Milliseconds. Like browsers' own prompts: what has just appeared under the pointer can't be pressed. */
const steadyTime = 500
/**
 * Milliseconds between two looks at a card that nobody points at: if all is well, and if not. Chromium tells
 * us of anything that hides the card; a look costs ten times more on an idle page than on a busy one.
 */
const whenWell = canTellCover ? 8000 : 1000
const whenNot = 500
/** Milliseconds. After a longer gap, as on a computer that slept, anything may have happened. */
const longestBlink = whenWell + 2000
/** If a page closes our popover more often than this, we give up. Stepping aside doesn't count. */
const mostPromotions = 5

/**
 * Makes sure that presses on the card are the seller's own, on a page that may try to hide, cover or move it
 * (docs/hostile-pages.md; no single check is complete). Keeps the card in the top layer and steps aside for
 * the page's own dialogs. A press counts if the card was well in every look from half a second before the
 * press began until it ended. Looks happen on each frame while the pointer or the focus is in the card, and
 * when a press begins and ends.
 * @param onLook called at each regular look.
 * @param giveUp called if the page does not want the card.
 */
export function guard(
  {
    host,
    box,
    dialogs,
    signal,
  }: { host: HTMLElement; box: HTMLElement; dialogs: Dialogs; signal: AbortSignal },
  onLook: () => void,
  giveUp: () => void,
) {
  /** Since when the card has been well, and since when in this place. */
  let wellFrom = 0
  let placedFrom = 0
  let seenAt = ''
  let wasWell = false
  let lookedAt = 0
  /** When the current press began. */
  let began: number | undefined
  let isSeen: boolean | undefined
  let isResting = true
  let wasRemoved = false
  let isAside = false
  let promotions = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0

  if (canTellCover) {
    const watcher = new IntersectionObserver(
      (entries) => {
        isSeen = (entries.at(-1) as IntersectionObserverEntry & { isVisible: boolean }).isVisible
        tick()
      },
      { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    )
    watcher.observe(box)
  }

  const isWatched = () => box.matches(':hover') || document.activeElement === host

  /** Restarts the waiting time: nobody can mean to press what has just appeared or moved. */
  function unsettle(): void {
    seenAt = rectOf(box)
    placedFrom = performance.now()
  }

  /** Whether the card is what the seller sees, as far as we can tell. */
  function look(isClose: boolean, isInTheWay: boolean): boolean {
    const now = performance.now()
    const last = seenAt
    seenAt = rectOf(box)
    const isWell =
      !isInTheWay && isSeen !== false && isInSight() && document.hasFocus() && isWhole(host, box, isClose)
    if (!isWell || !wasWell || now - lookedAt > longestBlink) wellFrom = now
    if (seenAt !== last) placedFrom = now
    wasWell = isWell
    lookedAt = now
    return isWell
  }

  const isInTheWay = (oldest?: number) => isAltered() || isTaken(dialogs, oldest)

  function tick(): void {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    if (isResting || signal.aborted) return
    onLook()
    if (isResting || signal.aborted) return
    if (!isTolerated()) giveUp()
    else if (!isAside && isWatched()) frame = requestAnimationFrame(tick)
    else again(dialogs.areSettled() && (wasWell || !document.hasFocus()) ? whenWell : whenNot)
  }

  /** Restores the card if it was removed or closed. Returns false if the page does not want it. */
  function isTolerated(): boolean {
    if (!host.isConnected) {
      // Once may be an accident of the page's own cleanup; twice is an answer.
      if (wasRemoved) return false
      wasRemoved = true
      put(host)
    }
    const wasAside = isAside
    isAside = isInTheWay(isWatched() ? 100 : undefined)
    if (isAside) {
      wasWell = false
      box.hidePopover()
    } else {
      if (!box.matches(':popover-open')) {
        if (!wasAside) promotions += 1
        if (promotions > mostPromotions) return false
        box.showPopover()
        unsettle()
      }
      look(isWatched(), false)
    }
    return true
  }

  function again(delay: number): void {
    clearTimeout(timer)
    timer = setTimeout(tick, delay)
  }

  dialogs.onStale = () => again(Math.max(0, whenNot - performance.now() + lookedAt))
  const press = () => {
    look(true, isInTheWay(0))
    began = performance.now()
  }
  for (const event of ['pointerdown', 'keydown']) box.addEventListener(event, press, { signal })
  for (const event of ['pointerenter', 'focusin']) box.addEventListener(event, tick, { signal })
  for (const event of ['resize', 'focus', 'blur']) window.addEventListener(event, tick, { signal })

  return {
    unsettle,

    /** Removes the card from the page and stops looking at it. */
    rest() {
      isResting = true
      host.remove()
    },

    show() {
      isResting = wasWell = false
      put(host)
      box.showPopover()
      unsettle()
      tick()
    },

    mayPress({ isTrusted, detail }: UIEvent): boolean {
      // A screen reader presses without a key or a pointer.
      const from = began ?? (detail > 0 ? 0 : performance.now())
      began = undefined
      return (
        isTrusted &&
        look(true, isInTheWay(0)) &&
        // A press by key does not depend on the place of the card.
        from - (detail > 0 ? Math.max(wellFrom, placedFrom) : wellFrom) >= steadyTime
      )
    },
  }
}

/**
 * Puts the card at the end of the body: only there React leaves unknown elements alone when it takes over a
 * document (it compares what is outside the body). In the top layer, it takes no space there.
 */
function put(host: HTMLElement): void {
  ;(document.body ?? document.documentElement).append(host)
}

function rectOf(box: HTMLElement): string {
  return JSON.stringify(box.getBoundingClientRect())
}

function isWhole(host: HTMLElement, box: HTMLElement, isClose: boolean): boolean {
  // These points can't find a cover that lets clicks through.
  if (!box.matches(':popover-open') || host.closest('[inert]')) return false
  const { x, y, width, height } = box.getBoundingClientRect()
  const at = isClose ? [0.1, 0.5, 0.9] : [0.5]
  return (
    Math.abs(width - box.offsetWidth) < 1 &&
    Math.abs(height - box.offsetHeight) < 1 &&
    at.every((across) =>
      at.every((down) => document.elementFromPoint(x + width * across, y + height * down) === host),
    )
  )
}
