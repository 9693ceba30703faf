import { isAltered, isInSight, isTaken } from './calm'
import { canTellCover, type Dialogs } from './dialogs'

/** As browsers do with their own prompts: what has just appeared under the pointer cannot be pressed yet. */
const steadyTime = 500
/**
 * Between two looks at a card that nobody points at: when all is well, and when something was in the way. Chromium
 * tells by itself of whatever hides the card; a look costs ten times more on a page at rest than on a busy one.
 */
const whenWell = canTellCover ? 8000 : 1000
const whenNot = 500
/** What nobody has looked at for so long, as on a machine that slept, may have been anything meanwhile. */
const longestBlink = whenWell + 2000
/** A page that closes our popover more often than that is fighting, and the page wins. Stepping aside is not counted. */
const mostPromotions = 5

/**
 * Keeps the card's presses the seller's own on a page that may try to hide, cover or move it (threat model,
 * section 3: no single check is complete), keeps it in the top layer, and steps aside for the page's own dialogs.
 * A press counts when the card was well in every look of the last half second before it began and until it ended: each
 * frame is looked at while the pointer or the focus is in the card, and whatever a press begins and ends with.
 * @param onLook called at each look now and then.
 * @param giveUp the page does not want us here.
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
  /** Since when it has been well, and in this place. */
  let wellFrom = 0
  let placedFrom = 0
  let seenAt = ''
  let wasWell = false
  let lookedAt = 0
  /** When the press that is under way began. */
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

  /** What has just come or moved under the pointer cannot have been meant. */
  function unsettle(): void {
    seenAt = placeOf(box)
    placedFrom = performance.now()
  }

  /** Whether the card is what the seller sees, as far as can be told. */
  function look(isClose: boolean, isInTheWay: boolean): boolean {
    const now = performance.now()
    const last = seenAt
    seenAt = placeOf(box)
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

  /** Back in its place, where it lost that. False: the page does not want us here. */
  function isTolerated(): boolean {
    if (!host.isConnected) {
      // Once may be an accident of the page's own tidying; twice is an answer.
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

    /** No looks while the card is out of sight. */
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
        // A key needs no place.
        from - (detail > 0 ? Math.max(wellFrom, placedFrom) : wellFrom) >= steadyTime
      )
    },
  }
}

/**
 * At the end of the body: there alone React lets be what it does not know, when it takes over a whole document (it
 * compares what lies beside the body). Drawn in the top layer, it takes no place there.
 */
function put(host: HTMLElement): void {
  ;(document.body ?? document.documentElement).append(host)
}

function placeOf(box: HTMLElement): string {
  return JSON.stringify(box.getBoundingClientRect())
}

function isWhole(host: HTMLElement, box: HTMLElement, isClose: boolean): boolean {
  // A cover that lets clicks through is under none of the points.
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
