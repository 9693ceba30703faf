import { calmWait, leastCardGap, settleTime } from '../domain/nudge-parameters'

/** Whether the seller would be interrupted. Looks at visibility, focus and open dialogs; never at a value or a text. */
export function isCalm(): boolean {
  return isInSight() && !matchMedia('print').matches && !isTaken() && !isFieldFocused()
}

/** Chromium alone can say whether every pixel of an element is really shown. */
export const canTellCover = 'isVisible' in IntersectionObserverEntry.prototype

/**
 * The page is showing something of its own, or shows itself in a way in which no press on a card would count (guard.ts):
 * then there is none rather than one that does not work.
 */
export function isTaken(): boolean {
  const { documentElement: html } = document
  const { filter, zoom = '1' } = getComputedStyle(html)
  // Many pages keep their closed dialogs in the document.
  const dialogs = [...document.querySelectorAll(':modal, dialog[open], [aria-modal="true"]')]
  return (
    filter !== 'none' ||
    zoom !== '1' ||
    // A view transition paints over the top layer and can let clicks through. Browsers that do not know it skip `:is`.
    html.matches('[inert], :is(:active-view-transition)') ||
    !!document.fullscreenElement ||
    dialogs.some((one) => one.checkVisibility()) ||
    (!canTellCover && !!document.querySelector(':popover-open'))
  )
}

function isFieldFocused(): boolean {
  let focused = document.activeElement
  // Into components as far as they are open.
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return (
    focused?.matches('input:not([type=button], [type=submit]), textarea, select, iframe, :read-write') ===
    true
  )
}

/** Looks when the page has settled, and again when there may be another card: a page may stay open for days. */
export async function whileOpen(look: () => Promise<unknown>, signal: AbortSignal): Promise<never> {
  for (;;) {
    await settled(signal)
    await look()
    await pause(leastCardGap, signal)
  }
}

/** Waits until the page has been in sight for the settling time. Rejects when aborted. */
async function settled(signal: AbortSignal): Promise<void> {
  do {
    while (!isInSight()) await nextLook(signal)
    await pause(settleTime, signal)
  } while (!isInSight())
  // Firefox and Chromium have it; it says when the page itself has nothing more to do.
  await unlessAborted(signal, (done) => requestIdleCallback(done, { timeout: settleTime }))
}

/** False: no calm moment came within the time that we wait for one. Rejects when aborted. */
export async function calmMoment(signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + calmWait
  for (;;) {
    signal.throwIfAborted()
    if (isCalm()) return true
    if (performance.now() > end) return false
    await pause(500, signal)
  }
}

export function isInSight(): boolean {
  return document.visibilityState === 'visible' && !(document as { prerendering?: boolean }).prerendering
}

function nextLook(signal: AbortSignal): Promise<void> {
  return unlessAborted(signal, (done) => {
    document.addEventListener('visibilitychange', done, { once: true, signal })
  })
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
