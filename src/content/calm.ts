import { calmWait, leastCardGap, settleTime } from '../domain/nudge-policy'
import { canTellCover, type Dialogs, innerOf } from './dialogs'

/**
 * Filters of the whole page under which a card could not be read: what is more than a change of colours, and colours
 * that come near to being one. Chromium leaves the card out of them all; it is asked for what the name alone tells.
 */
const hiding = canTellCover ? /opacity|blur/ : /opacity|blur|url|ness|contr|shadow|invert\(0\./

/** The whole page is shown in such a way that nobody could say what a press on a card was meant for. */
export function isAltered(): boolean {
  const { documentElement, body } = document
  return (
    (body ?? documentElement).currentCSSZoom !== 1 || hiding.test(getComputedStyle(documentElement).filter)
  )
}

/** The page is showing something of its own: then there is no card, rather than one that does not work. */
export function isTaken(dialogs: Dialogs, oldest?: number): boolean {
  return (
    // A view transition paints over the top layer and can let clicks through. Browsers that do not know it skip `:is`.
    document.documentElement.matches(':is([inert], :active-view-transition)') ||
    !!document.fullscreenElement ||
    dialogs.areOpen(oldest)
  )
}

function isFieldFocused(): boolean {
  let focused = document.activeElement
  for (let inner = focused; inner; inner = innerOf(inner)?.activeElement ?? null) focused = inner
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
    await inSight(signal)
    await pause(settleTime, signal)
  } while (!isInSight())
  // Firefox and Chromium have it; it says when the page itself has nothing more to do.
  await unlessAborted(signal, (done) => requestIdleCallback(done, { timeout: settleTime }))
}

/**
 * Waits for a moment in which the seller would not be interrupted. Looks at visibility, focus and open dialogs; never
 * at a value or a text. Rejects when aborted.
 * @param tell hears what keeps a card away: at once what will not pass by itself, with null that no moment came.
 * @returns false: none came within the time in sight that we wait for one.
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
    // It may be turned off at any time, and whoever does so is looking at this page.
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

/** Neither event alone tells it of every page: one that was made ready ahead is called visible before it is shown. */
export function onSight(listener: () => void, options: AddEventListenerOptions): void {
  for (const event of ['visibilitychange', 'prerenderingchange'])
    document.addEventListener(event, listener, options)
}

/** Waits until the page is shown. Rejects when aborted. */
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
