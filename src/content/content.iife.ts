import { leaseRenewal } from '../domain/nudge-parameters'
import { createAsk, inTime } from '../messages/ask'
import type { CardContent, Gone } from '../messages/card'
import type { Place } from '../messages/protocol'
import { shippedPages } from '../pages/catalogue'
import { pathRecogniser } from '../pages/path'
import { realExtension } from '../platform/extension'
import { calmMoment, isInSight, whileOpen } from './calm'
import { type Card, type CardEvents, cardMark, drawCard } from './card'
import { mayBeAnotherAccount, watchAddress } from './navigation'

const extension = realExtension()
const ask = createAsk(extension)
const pageAt = pathRecogniser(shippedPages)
const stop = new AbortController()
let visit = new AbortController()
/** No address of this document has been looked at. */
let isFirst = true
let shown: { place: Place; content: CardContent; card: Card; renewed: number } | undefined

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
  const page = pageAt(host.startsWith('www.') ? 'login' : 'store', location)
  const place = page && { page, host }
  const mayDiffer = isNew && mayBeAnotherAccount(isFirst)
  isFirst = false
  if (shown && shown.place.page === page && !mayDiffer) return
  if (mayDiffer) void ask('account-may-differ', null).catch(leaveIfOrphaned)
  visit.abort()
  visit = new AbortController()
  shown?.card.remove()
  if (!place) free()
  // At once: the next page may be another store's.
  else if (place.page === 'account-switcher') void ask('visit', place).catch(leaveIfOrphaned)
  else {
    const { signal } = visit
    // A background that fails or is silent means no card.
    const look = async () => shown ?? (await visitPage(place, signal).catch(leaveIfOrphaned))
    void whileOpen(look, signal).catch(leaveIfOrphaned)
  }
}

async function visitPage(place: Place, signal: AbortSignal): Promise<void> {
  if (!(await inTime(ask('visit', place)))) return
  signal.throwIfAborted()
  if (!(await calmMoment(signal))) {
    await ask('not-calm', null)
    return
  }
  const claim = ask('claim', { ...place, again: null })
  try {
    const content = await inTime(claim)
    if (signal.aborted) throw signal.reason
    if (content) draw(place, content)
  } catch (error) {
    // What came too late is given back.
    void claim.then((content) => content && free()).catch(leaveIfOrphaned)
    throw error
  }
}

function free(): void {
  void ask('free', null).catch(leaveIfOrphaned)
}

function draw(place: Place, content: CardContent): void {
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
  shown = { place, content, card: drawCard(content, events), renewed: performance.now() }
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
document.addEventListener('visibilitychange', onVisibility, { signal })
// Into the back/forward cache, or away.
window.addEventListener('pagehide', () => shown?.card.remove(), { signal })
watchAddress(() => arrive(), signal)
