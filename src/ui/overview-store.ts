import { batch, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Revision } from '../browser/platform'
import type { Answer } from '../domain/answer'
import type { SellerEvent } from '../domain/checklist'
import { isMeasureId, type MeasureId } from '../domain/commitment'
import type { EventId, StoreId } from '../domain/ids'
import type { HappeningId } from '../domain/incidents'
import type { ItemId } from '../domain/items'
import type { ItemView, Overview } from '../domain/overview'
import type { Pause } from '../domain/settings'
import type { Status } from '../domain/status'
import { type Ask, type AskError, failureOf } from '../messages/ask'
import type { Argument, Seen } from '../messages/protocol'

/** Reading, could not read and read are three different looks: an empty list is never shown for a failed read. */
export type View = { kind: 'reading' } | { kind: 'could-not-read' } | { kind: 'read'; overview: Overview }

/** What the last action came to. It stays until the next one. */
export type Notice =
  | ({ kind: 'answered'; of: Answered; answer: Answer['kind']; status: Status | undefined } & Sent)
  | ({ kind: 'reported'; what: HappeningId } & Sent)
  | { kind: 'taken-back' }
  | { kind: 'saved' }
  /** Something that one view alone can do, in its own words. */
  | { kind: 'told'; text: string; undo: (() => void) | undefined }
  | { kind: 'failed'; failure: AskError['failure'] }

/** A check of the catalogue, or a measure, whose words are the seller's own: another window may show a store without it. */
type Answered = { item: ItemId } | { measure: MeasureId; title: string | undefined }

/** What an undo takes back: another view may show another store by then, or may have been answered since. */
type Sent = { event: EventId; store: StoreId }

type EventBody = SellerEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'store'> : never) : never

/** What popup and dashboard share: the last overview, and the ways to change it. Each answer is the whole new overview. */
export type Session = {
  view: ReadonlySignal<View>
  notice: ReadonlySignal<Notice | undefined>
  ask: Ask
  /** What is stored, as this page last saw it: at another one, what a view has asked for itself is to be read again. */
  revision: ReadonlySignal<Revision>
  /** The background tells that something was stored: read again, unless it came of what this page has asked. */
  hear(stored: Revision): Promise<void>
  read(): Promise<void>
  /** The same, but what is still as it is shown is not drawn anew, and no part of a page reads anew for it. */
  follow(): Promise<void>
  /** @param store another store than the one shown. @returns whether it was stored. */
  change(event: EventBody, store?: StoreId): Promise<boolean>
  answer(item: ItemId | MeasureId, answer: Answer): Promise<boolean>
  /** Takes back what was said of it today, as the overview of its store tells. */
  takeBack(item: ItemId | MeasureId, undo: NonNullable<ItemView['undo']>, store?: StoreId): Promise<boolean>
  report(what: HappeningId): Promise<boolean>
  pause(pause: Pause | null): Promise<void>
  /**
   * A list is stored whole, so a change of one begins when the change before it was answered, with what is then there:
   * two quick ticks are both kept.
   */
  inTurn(change: (overview: Overview) => Promise<unknown>): void
  choose(choice: Argument<'choose'>): Promise<boolean>
  /** What a view has asked for itself came to this. */
  tell(what: Notice, overview?: Overview): void
}

export function createSession(send: Ask): Session {
  const view = signal<View>({ kind: 'reading' })
  const revision = signal<Revision>('')
  /** The last that was told of, and what was asked and not yet answered. */
  let told: Revision = ''
  const asked = new Set<Promise<unknown>>()

  function onSeen(seen: Seen): void {
    batch(() => {
      revision.value = seen.revision
      if (seen.overview && view.value.kind === 'read')
        view.value = { kind: 'read', overview: asShown(seen.overview) }
    })
  }

  const ask: Ask = async (request, argument) => {
    const answer = send(request, argument, { since: revision.value, onSeen })
    asked.add(answer)
    try {
      return await answer
    } finally {
      asked.delete(answer)
    }
  }

  const notice = signal<Notice | undefined>(undefined)
  let lastInTurn: Promise<unknown> = Promise.resolve()
  const underWay = new Map<string, Promise<(Sent & { overview: Overview }) | undefined>>()

  async function show(request: Promise<Overview>): Promise<Overview | undefined> {
    try {
      const overview = await request
      view.value = { kind: 'read', overview }
      return overview
    } catch (error) {
      if (view.value.kind === 'read') notice.value = { kind: 'failed', failure: failureOf(error) }
      else view.value = { kind: 'could-not-read' }
      return undefined
    }
  }

  async function showChange(request: Promise<Overview>): Promise<Overview | undefined> {
    const overview = await show(request)
    // A control shows what was chosen until it is drawn again, and what is the same is not drawn again.
    if (!overview) view.value = structuredClone(view.value)
    return overview
  }

  function asShown(overview: Overview): Overview {
    const { value } = view
    const isSame = value.kind === 'read' && JSON.stringify(value.overview) === JSON.stringify(overview)
    return isSame ? value.overview : overview
  }

  /** The same again while it is under way is the same press. */
  function sendEvent(
    event: EventBody,
    store?: StoreId,
  ): Promise<(Sent & { overview: Overview }) | undefined> {
    const { value } = view
    if (value.kind !== 'read') return Promise.resolve(undefined)
    const to = { ...event, store: store ?? value.overview.store.id }
    const name = JSON.stringify(to)
    const same = underWay.get(name)
    if (same) return same
    const id = crypto.randomUUID()
    const sent = showChange(ask('change', { ...to, id } as SellerEvent))
      .then((overview) => overview && { event: id, store: to.store, overview })
      .finally(() => underWay.delete(name))
    underWay.set(name, sent)
    return sent
  }

  async function change(event: EventBody, store?: StoreId): Promise<boolean> {
    if (!(await sendEvent(event, store))) return false
    notice.value = event.kind === 'store-shown' ? undefined : { kind: isUndo(event) ? 'taken-back' : 'saved' }
    return true
  }

  return {
    view,
    notice,
    ask,
    revision,
    async hear(stored) {
      told = stored
      await Promise.allSettled(asked)
      if (told !== revision.value) await show(ask('overview', null))
    },
    async read() {
      await show(ask('overview', null))
    },
    async follow() {
      await show(ask('overview', null).then(asShown))
    },
    change,
    async answer(item, answer) {
      const { value } = view
      // As it was called when it was answered.
      const title =
        value.kind === 'read' ? value.overview.measures.find(({ id }) => id === item)?.title : undefined
      const sent = await sendEvent({ kind: 'answered', item, answer })
      if (!sent) return false
      const { overview, ...by } = sent
      const isShown = overview.store.id === by.store
      const measure = isShown ? overview.measures.find(({ id }) => id === item) : undefined
      const status = isShown ? (measure ?? itemIn(overview, item))?.status : undefined
      const of = isMeasureId(item) ? { measure: item, title: title ?? measure?.title } : { item }
      notice.value = { kind: 'answered', of, answer: answer.kind, status, ...by }
      return true
    },
    takeBack(item, { of, isReport }, store) {
      const event: EventBody = isReport
        ? { kind: 'report-taken-back', of }
        : { kind: 'answered', item, answer: { kind: 'undone', of } }
      return change(event, store)
    },
    async report(what) {
      const sent = await sendEvent({ kind: 'happened', what })
      if (!sent) return false
      const { event, store } = sent
      notice.value = { kind: 'reported', what, event, store }
      return true
    },
    async pause(pause) {
      await showChange(ask('pause', { for: pause }))
    },
    inTurn(change) {
      lastInTurn = lastInTurn
        .then(() => (view.value.kind === 'read' ? change(view.value.overview) : undefined))
        .catch(() => undefined)
    },
    async choose(choice) {
      if (!(await showChange(ask('choose', choice)))) return false
      notice.value = { kind: 'saved' }
      return true
    },
    tell(what, overview) {
      if (overview) view.value = { kind: 'read', overview }
      notice.value = what
    },
  }
}

function isUndo(event: EventBody): boolean {
  return event.kind === 'report-taken-back' || (event.kind === 'answered' && event.answer.kind === 'undone')
}

const pauseBeforeTrying = 5_000

/** What could not be read is read again by itself, as long as somebody looks. */
export function keepTrying({ view, read }: Pick<Session, 'view' | 'read'>): void {
  effect(() => {
    if (view.value.kind !== 'could-not-read') return undefined
    const later = () => setTimeout(look, pauseBeforeTrying)
    const look = () => {
      if (document.visibilityState === 'visible') void read()
      else timer = later()
    }
    let timer = later()
    return () => clearTimeout(timer)
  })
}

/** For a page that stays open: what it was told while it was out of sight may not have come. */
export function keepFresh({ read }: Session): void {
  let isLooking = false
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    await read()
    isLooking = false
  }
  // A window beside another one is visible all the time. A tab that is chosen hears both at once: it is one look.
  window.addEventListener('focus', () => void look())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look()
  })
}

export function itemIn(overview: Overview, item: ItemId | MeasureId): ItemView | undefined {
  return overview.areas.flatMap(({ items }) => items).find(({ id }) => id === item)
}
