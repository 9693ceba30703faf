import { realExtension } from '../browser/extension'
import { leaseRenewal, settleTime } from '../domain/nudge-policy'
import { createAsk, inTime } from '../messages/ask'
import type { CardContent, Gone } from '../messages/card'
import type { Place } from '../messages/protocol'
import { isOffLimits, pathRecogniser } from '../pages/match-path'
import { shippedPages } from '../pages/page-paths'
import { calmMoment, inSight, isInSight, onSight, whileOpen } from './calm'
import { type Card, type CardEvents, drawCard } from './card'
import { cardMark } from './card-mark'
import { type Dialogs, watchDialogs } from './dialogs'
import { mayBeAnotherAccount, watchAddress } from './navigation'

const extension = realExtension()
const ask = createAsk(extension)
const pageAt = pathRecogniser(shippedPages)
const stop = new AbortController()
let visit = new AbortController()
/** No address of this document has been looked at. */
let isFirst = true
let shown: { place: Place; content: CardContent; card: Card; renewed: number } | undefined
/** The background knows of a page of this tab. */
let isKnown = false

/**
 * Tells that another account may be open, at once: the next page may be its. But no page can make us say so without end;
 * sooner after an address no card can be answered, so nothing is lost between two of them.
 */
function atOnce() {
  let last = Number.NEGATIVE_INFINITY
  return (tell: () => Promise<unknown>): void => {
    void inSight(stop.signal)
      .then(() => {
        const now = performance.now()
        if (now - last < settleTime + 1000) return
        last = now
        isKnown = true
        return tell()
      })
      .catch(leaveIfOrphaned)
  }
}
const tellDifferent = atOnce()
const tellSwitch = atOnce()

/** After an update the extension behind this script is gone: take everything away and be silent. */
function leaveIfOrphaned(): boolean {
  if (extension.isAlive()) return false
  visit.abort()
  shown?.card.remove()
  stop.abort()
  return true
}

/** @param isNew the address has changed; without it, the same page is looked at once more. */
function arrive(isNew = true): void {
  // The browser starts this script on the hosts of the manifest alone, and the background looks again.
  const host = location.host as Place['host']
  const page = isOffLimits(location)
    ? undefined
    : pageAt(host.startsWith('www.') ? 'login' : 'store', location)
  const place = page && { page, host }
  const mayDiffer = isNew && mayBeAnotherAccount(isFirst)
  isFirst = false
  if (shown && shown.place.page === page && !mayDiffer) return
  if (mayDiffer) tellDifferent(() => ask('account-may-differ', null))
  visit.abort()
  visit = new AbortController()
  shown?.card.remove()
  const { signal } = visit
  if (!place) {
    if (isKnown) free()
  } else if (place.page === 'account-switcher') tellSwitch(() => ask('visit', place))
  else {
    const dialogs = watchDialogs(signal)
    // A background that fails or is silent means no card.
    const look = async () => shown ?? (await visitPage(place, dialogs, signal).catch(leaveIfOrphaned))
    void whileOpen(look, signal).catch(leaveIfOrphaned)
  }
}

async function visitPage(place: Place, dialogs: Dialogs, signal: AbortSignal): Promise<void> {
  isKnown = true
  if (!(await inTime(ask('visit', place)))) return
  signal.throwIfAborted()
  if (!(await calmMoment(dialogs, signal, (why) => ask('not-calm', why)))) return
  const claim = ask('claim', { ...place, again: null })
  try {
    const content = await inTime(claim)
    if (signal.aborted) throw signal.reason
    if (content) draw(place, content, dialogs)
  } catch (error) {
    // What came too late is given back.
    void claim.then((content) => content && free()).catch(leaveIfOrphaned)
    throw error
  }
}

function free(): void {
  isKnown = false
  void ask('free', null).catch(leaveIfOrphaned)
}

function draw(place: Place, content: CardContent, dialogs: Dialogs): void {
  let told: Promise<unknown> = Promise.resolve()
  const events: CardEvents = {
    async tell(press, id) {
      const { about } = content
      const reply =
        press.kind === 'choose-store'
          ? ask('choose-store', { store: press.store })
          : about
            ? ask('answer-card', { id, ...about, answer: press.answer })
            : Promise.resolve(null)
      told = reply.catch(() => undefined)
      try {
        return await inTime(reply)
      } catch {
        leaveIfOrphaned()
        return undefined
      }
    },
    removed() {
      shown = undefined
      // An answer that is under way comes first: after this it would count for nothing.
      void told.then(free)
    },
    tick() {
      if (!leaveIfOrphaned() && shown && performance.now() - shown.renewed > leaseRenewal) renew()
    },
  }
  shown = { place, content, card: drawCard(content, dialogs, events), renewed: performance.now() }
  // Only now: a page without a card does not pay for it.
  extension.onTold(onTold)
  // Hidden while the background was asked.
  if (!isInSight()) onVisibility()
}

function onTold(message: unknown): void {
  const { gone } = message as Gone
  const { content: { about } = {}, card } = shown ?? {}
  if (gone === 'question') {
    // With the store known, this page may have a reminder.
    if (!about) card?.remove()
    if (!shown) arrive(false)
  } else if (about && about.item === gone.item && about.store === gone.store && !card?.isBusy())
    card?.remove()
}

/** Keeps the right to show this card, or takes it away when it was answered elsewhere. */
function renew(back = false): void {
  const mine = shown
  const about = mine?.content.about
  if (!mine || !about || mine.card.isBusy()) return
  mine.renewed = performance.now()
  ask('claim', { ...mine.place, again: about }).then(
    (content) => {
      // Meanwhile the seller may have gone on, answered, or left the tab again.
      if (shown !== mine || mine.card.isBusy()) return
      if (!content) mine.card.remove()
      else {
        mine.card.renew(content)
        if (back && isInSight()) mine.card.show()
      }
    },
    () => {
      if (!leaveIfOrphaned() && shown === mine && !mine.card.isBusy()) mine.card.remove()
    },
  )
}

function onVisibility(): void {
  if (!shown) return
  if (isInSight()) renew(true)
  // Another tab may have its turn. What was answered has been seen.
  else if (shown.card.isBusy() || !shown.content.about) shown.card.remove()
  else {
    shown.card.hide()
    free()
  }
}

// Firefox starts the new version's script in open tabs and leaves the old one's nodes behind.
for (const left of document.querySelectorAll(`[${cardMark}]`)) left.remove()
const { signal } = stop
onSight(onVisibility, { signal })
// Into the back/forward cache, or away.
window.addEventListener('pagehide', () => shown?.card.remove(), { signal })
watchAddress(() => arrive(), signal)
