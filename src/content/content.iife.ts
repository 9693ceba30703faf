import { realExtension } from '../browser/extension'
import { inTime } from '../browser/in-time'
import { answerTime, leaseRenewal, settleTime } from '../domain/nudge-policy'
import { createAsk } from '../messages/ask'
import type { CardContent, Gone } from '../messages/card'
import type { Here, WhereAsked } from '../messages/panel'
import type { Place } from '../messages/protocol'
import { isOffLimits, pathRecogniser } from '../pages/match-path'
import { shippedPages } from '../pages/page-paths'
import { calmMoment, inSight, isFieldFocused, isInSight, onSight, whileOpen } from './calm'
import { type Card, type CardEvents, drawCard } from './card'
import { cardMark } from './card-mark'
import { type Dialogs, watchDialogs } from './dialogs'
import { mayBeAnotherAccount, watchAddress } from './navigation'

const extension = realExtension()
const ask = createAsk(extension)
const pageAt = pathRecogniser(shippedPages)
const stop = new AbortController()
let visit = new AbortController()
/** True until the first address of this document was looked at. */
let isFirst = true
let shown: { place: Place; content: CardContent; card: Card; renewed: number } | undefined
/** True if the background knows a page of this tab. */
let isKnown = false

/**
 * Tells the background at once that another account may be open: the next page may belong to it. The rate is
 * limited, so that a page can't make us send without end; within that time after a new address no card can be
 * answered, so nothing is lost.
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

/** After an update, the extension behind this script is gone: remove everything and stop. */
function leaveIfOrphaned(): boolean {
  if (extension.isAlive()) return false
  visit.abort()
  shown?.card.remove()
  stop.abort()
  return true
}

function pageHere(): Place['page'] | undefined {
  return isOffLimits(location)
    ? undefined
    : pageAt(location.host.startsWith('www.') ? 'login' : 'store', location)
}

/** @param isNew the address has changed; if false, the same page is checked again. */
function arrive(isNew = true): void {
  // The browser runs this script only on the hosts of the manifest, and the background checks the host again.
  const host = location.host as Place['host']
  const page = pageHere()
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
    // If the background fails or is silent, there is no card.
    const look = async () => shown ?? (await visitPage(place, dialogs, signal).catch(leaveIfOrphaned))
    void whileOpen(look, signal).catch(leaveIfOrphaned)
  }
}

async function visitPage(place: Place, dialogs: Dialogs, signal: AbortSignal): Promise<void> {
  isKnown = true
  if (!(await inTime(ask('visit', place), answerTime))) return
  signal.throwIfAborted()
  if (!(await calmMoment(dialogs, signal, (why) => ask('not-calm', why)))) return
  const claim = ask('claim', { ...place, again: null })
  try {
    const content = await inTime(claim, answerTime)
    if (signal.aborted) throw signal.reason
    if (content) draw(place, content, dialogs)
  } catch (error) {
    // If the reply came too late, give the card back.
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
        return await inTime(reply, answerTime)
      } catch {
        leaveIfOrphaned()
        return undefined
      }
    },
    // The message goes in the same moment as the press, on which the browser insists.
    beside: async () => content.about && ask('show-beside', { id: crypto.randomUUID(), ...content.about }),
    removed() {
      shown = undefined
      // An answer being sent goes first: after `free` it would be refused.
      void told.then(free)
    },
    tick() {
      if (!leaveIfOrphaned() && shown && performance.now() - shown.renewed > leaseRenewal) renew()
    },
  }
  shown = { place, content, card: drawCard(content, dialogs, events), renewed: performance.now() }
  // The page was hidden while the background was asked.
  if (!isInSight()) onVisibility()
}

function onTold(message: unknown): Here | undefined {
  const { gone, asked } = message as Partial<Gone & WhereAsked>
  if (asked) {
    const page = pageHere()
    return { host: location.host, ...(page && { page }), isTyping: isFieldFocused() }
  }
  const { content: { about } = {}, card } = shown ?? {}
  if (gone === 'question') {
    // With the store known, this page may have a reminder.
    if (!about) card?.remove()
    if (!shown) arrive(false)
  } else if (gone && about?.item === gone.item && about.store === gone.store && !card?.isBusy())
    card?.remove()
  return undefined
}

/** Renews the right to show this card, or removes the card if it was answered elsewhere. */
function renew(back = false): void {
  const mine = shown
  const about = mine?.content.about
  if (!mine || !about || mine.card.isBusy()) return
  mine.renewed = performance.now()
  ask('claim', { ...mine.place, again: about }).then(
    (content) => {
      // In the meantime the seller may have moved on, answered or left the tab again.
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
  // Another tab may show its card. A result has been seen by now.
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
// The page enters the back/forward cache or is closed.
window.addEventListener('pagehide', () => shown?.card.remove(), { signal })
extension.onTold(onTold)
watchAddress(() => arrive(), signal)
