import { calmWait, settleTime } from '../domain/nudge-parameters'

/** Whether the seller would be interrupted. Looks at visibility, focus and open dialogs; never at a value or a text. */
export function isCalm(): boolean {
  return (
    isInSight() &&
    document.fullscreenElement === null &&
    !matchMedia('print').matches &&
    !hasDialog() &&
    !isFieldFocused()
  )
}

export function hasDialog(): boolean {
  // Many pages keep their closed dialogs in the document.
  return [...document.querySelectorAll(':modal, dialog[open], [aria-modal="true"]')].some((one) =>
    one.checkVisibility(),
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

/** Waits until the page has been in sight for the settling time. Rejects when aborted. */
export async function settled(signal: AbortSignal): Promise<void> {
  while (!isInSight()) await nextLook(signal)
  await pause(settleTime, signal)
  if (!isInSight()) return settled(signal)
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
