import { calmWait, leastCardGap, settleTime } from '../domain/nudge-policy'
import { canTellCover, type Dialogs, innerOf } from './dialogs'

/**
 * Filters on the whole page that could make a card unreadable: those that do more than change colors, and
 * colors changed nearly that much. Chromium exempts the card from all; there the names alone decide.
 */
const hiding = canTellCover ? /opacity|blur/ : /opacity|blur|url|ness|contr|shadow|invert\(0\./

/** True if the page is shown so altered that nobody could say what a press on a card was meant for. */
export function isAltered(): boolean {
  const { documentElement, body } = document
  return (
    (body ?? documentElement).currentCSSZoom !== 1 || hiding.test(getComputedStyle(documentElement).filter)
  )
}

/** True if the page shows something of its own: no card is better than one that doesn't work. */
export function isTaken(dialogs: Dialogs, oldest?: number): boolean {
  return (
    // View transitions paint over the top layer and may pass clicks. Browsers without them skip `:is`.
    document.documentElement.matches(':is([inert], :active-view-transition)') ||
    !!document.fullscreenElement ||
    dialogs.areOpen(oldest)
  )
}

export function isFieldFocused(): boolean {
  let focused = document.activeElement
  for (let inner = focused; inner; inner = innerOf(inner)?.activeElement ?? null) focused = inner
  return (
    focused?.matches('input:not([type=button], [type=submit]), textarea, select, iframe, :read-write') ===
    true
  )
}

/** Looks once the page has settled, and again when another card may come: pages stay open for days. */
export async function whileOpen(look: () => Promise<unknown>, signal: AbortSignal): Promise<never> {
  for (;;) {
    await settled(signal)
    await look()
    await pause(leastCardGap, signal)
  }
}

/** Waits until the page has been visible for the settling time. Rejects when aborted. */
async function settled(signal: AbortSignal): Promise<void> {
  do {
    await inSight(signal)
    await pause(settleTime, signal)
  } while (!isInSight())
  // Firefox and Chromium both have it; it waits until the page itself is idle.
  await unlessAborted(signal, (done) => requestIdleCallback(done, { timeout: settleTime }))
}

/**
 * Waits for a moment that would not interrupt the seller. Looks at visibility, focus and open dialogs, never
 * at a value or a text. Rejects when aborted.
 * @param tell called with what keeps the card away: at once if it won't pass on its own, with null if no such
 * moment came.
 * @returns false if none came within the visible time we wait for.
 */
export async function calmMoment(
  dialogs: Dialogs,
  signal: AbortSignal,
  tell: (why: 'altered' | null) => Promise<unknown>,
): Promise<boolean> {
  let since = performance.now()
  let isTold = false
  for (;;) {
    signal.throwIfAborted()
    const isAway = !isInSight()
    if (isAway) await settled(signal)
    const isNow = isAltered()
    if (isNow && !isTold) {
      isTold = true
      await tell('altered')
    }
    // The seller may turn it off at any time while looking at this page, so the waiting time restarts.
    if (isAway || isNow) since = performance.now()
    if (!isNow && !matchMedia('print').matches && !isTaken(dialogs) && !isFieldFocused()) return true
    if (performance.now() - since > calmWait) {
      await tell(null)
      return false
    }
    await pause(isNow ? 2000 : 500, signal)
  }
}

export function isInSight(): boolean {
  return document.visibilityState === 'visible' && !(document as { prerendering?: boolean }).prerendering
}

/** Calls back when the page may be visible. Prerendered pages need the second event. */
export function onSight(listener: () => void, options: AddEventListenerOptions): void {
  for (const event of ['visibilitychange', 'prerenderingchange'])
    document.addEventListener(event, listener, options)
}

/** Waits until the page is visible. Rejects when aborted. */
export async function inSight(signal: AbortSignal): Promise<void> {
  while (!isInSight()) await unlessAborted(signal, (done) => onSight(done, { once: true, signal }))
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return unlessAborted(signal, (done) => setTimeout(done, milliseconds))
}

function unlessAborted(signal: AbortSignal, begin: (done: () => void) => void): Promise<void> {
  return new Promise((done, fail) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => fail(signal.reason), { once: true })
    begin(done)
  })
}
