import { batch, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Revision } from '../browser/platform'
import type { Answer } from '../domain/answer'
import type { SellerEvent } from '../domain/checklist'
import { type CommitmentId, isCommitmentId } from '../domain/commitment'
import type { EventId, StoreId } from '../domain/ids'
import type { IncidentId } from '../domain/incidents'
import type { ItemId } from '../domain/items'
import type { ItemView, Overview } from '../domain/overview'
import type { Pause } from '../domain/settings'
import type { Status } from '../domain/status'
import { type Ask, type AskError, failureOf } from '../messages/ask'
import type { Argument, Request, Seen } from '../messages/protocol'

/** Loading, failed and read look different: a failed read is never shown as an empty list. */
export type View = { kind: 'reading' } | { kind: 'could-not-read' } | { kind: 'read'; overview: Overview }

/** The result of the last action. It stays until the next one, or until the seller goes to another place. */
export type Notice =
  | ({ kind: 'answered'; of: Answered; answer: Answer['kind']; status: Status | undefined } & Sent)
  | ({ kind: 'reported'; what: IncidentId } & Sent)
  | { kind: 'taken-back' }
  | { kind: 'saved' }
  /** An action of one view, in its own words. An undo here may be the only one: what was removed has no row. */
  | { kind: 'told'; text: string; undo: (() => void) | undefined }
  | { kind: 'failed'; failure: AskError['failure'] }

/** A check of the catalog, or a measure with its title, because another window may show another store. */
type Answered = { item: ItemId } | { measure: CommitmentId; title: string | undefined }

/** The answer to undo. Another view may show another store, or may have answered since. */
type Sent = { event: EventId; store: StoreId }

type EventBody = SellerEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'store'> : never) : never

/** The last overview and all ways to change it. Each reply is the whole new overview. */
export type Session = {
  view: ReadonlySignal<View>
  notice: ReadonlySignal<Notice | undefined>
  ask: Ask
  /** The revision that this page last saw. */
  revision: ReadonlySignal<Revision>
  /** Changes with each revision and each deliberate read: which request of this page caused it, or `elsewhere`. */
  stored: ReadonlySignal<{ by: Request | 'elsewhere' }>
  /** Counts failed changes, so that controls are redrawn and show the stored choice again. */
  refused: ReadonlySignal<number>
  /** Reads again after the background reported a change, unless this page caused it. */
  hear(stored: Revision): Promise<void>
  read(): Promise<void>
  /** Reads, but redraws and refetches nothing if nothing changed. */
  follow(): Promise<void>
  /** @param store if not the store that is shown. @returns whether it was stored. */
  change(event: EventBody, store?: StoreId): Promise<boolean>
  /** @param store another store than the one shown. */
  answer(item: ItemId | CommitmentId, answer: Answer, store?: StoreId): Promise<boolean>
  /** Starts the round, or changes it. @returns whether it was stored. */
  round<R extends 'begin-round' | 'change-round'>(request: R, argument: Argument<R>): Promise<boolean>
  /** Undoes today's answer to an item, as its store's overview has it. */
  takeBack(
    item: ItemId | CommitmentId,
    undo: NonNullable<ItemView['undo']>,
    store?: StoreId,
  ): Promise<boolean>
  report(what: IncidentId): Promise<boolean>
  pause(pause: Pause | null): Promise<void>
  /**
   * Runs changes of a list one after another, each on the latest overview, so that two quick ticks don't overwrite each
   * other.
   */
  inTurn(change: (overview: Overview) => Promise<unknown>): void
  choose(choice: Argument<'choose'>): Promise<boolean>
  /** Runs a view's own request and shows its result or error. @returns whether it succeeded. */
  attempt(task: () => Promise<Notice>): Promise<boolean>
  fail(error: unknown): void
  /** Shows the result of a view's own request. */
  tell(what: Notice, overview?: Overview): void
  /** The seller has gone to another place: drops the notice, unless an undo would be lost with it. */
  leave(): void
}

export function createSession(send: Ask): Session {
  const view = signal<View>({ kind: 'reading' })
  const revision = signal<Revision>('')
  const stored = signal<{ by: Request | 'elsewhere' }>({ by: 'elsewhere' })
  const refused = signal(0)
  /** The last reported revision, and the requests that are not answered yet. */
  let told: Revision = ''
  const asked = new Set<Promise<unknown>>()

  function onSeen(by: Request, seen: Seen): void {
    const isOther = seen.revision !== revision.value
    batch(() => {
      revision.value = seen.revision
      if (seen.overview && view.value.kind === 'read') view.value = { kind: 'read', overview: seen.overview }
      if (isOther && by !== 'overview') stored.value = { by }
    })
  }

  const ask: Ask = async (request, argument) => {
    const answer = send(request, argument, {
      since: revision.value,
      onSeen: (seen) => onSeen(request, seen),
    })
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

  function fail(error: unknown): void {
    notice.value = { kind: 'failed', failure: failureOf(error) }
  }

  async function show(request: Promise<Overview>): Promise<Overview | undefined> {
    try {
      const overview = await request
      view.value = { kind: 'read', overview }
      return overview
    } catch (error) {
      if (view.value.kind === 'read') fail(error)
      else view.value = { kind: 'could-not-read' }
      return undefined
    }
  }

  async function showChange(request: Promise<Overview>): Promise<Overview | undefined> {
    const overview = await show(request)
    if (!overview) refused.value += 1
    return overview
  }

  async function read(): Promise<void> {
    if (await show(ask('overview', null))) stored.value = { by: 'elsewhere' }
  }

  /** Drops a change equal to one that is under way. */
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
    stored,
    refused,
    async hear(stored) {
      told = stored
      await Promise.allSettled(asked)
      if (told !== revision.value) await read()
    },
    read,
    async follow() {
      const before = revision.value
      const overview = await ask('overview', null).catch(() => undefined)
      if (!overview || revision.value === before) return
      batch(() => {
        view.value = { kind: 'read', overview }
        stored.value = { by: 'elsewhere' }
      })
    },
    change,
    async round(request, argument) {
      // Typed by the request, which the compiler does not follow through a union.
      const reply = ask(request, argument) as Promise<Overview>
      if (!(await showChange(reply))) return false
      notice.value = undefined
      return true
    },
    async answer(item, answer, store) {
      const { value } = view
      // The title at the time of the answer.
      const title =
        value.kind === 'read' ? value.overview.measures.find(({ id }) => id === item)?.title : undefined
      const sent = await sendEvent({ kind: 'answered', item, answer }, store)
      if (!sent) return false
      const { overview, ...by } = sent
      const isShown = overview.store.id === by.store
      const measure = isShown ? overview.measures.find(({ id }) => id === item) : undefined
      const status = isShown ? (measure ?? itemIn(overview, item))?.status : undefined
      const of = isCommitmentId(item) ? { measure: item, title: title ?? measure?.title } : { item }
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
    async attempt(task) {
      try {
        notice.value = await task()
        return true
      } catch (error) {
        fail(error)
        return false
      }
    },
    fail,
    tell(what, overview) {
      if (overview) view.value = { kind: 'read', overview }
      notice.value = what
    },
    leave() {
      const last = notice.peek()
      if (last?.kind !== 'told' || !last.undo) notice.value = undefined
    },
  }
}

function isUndo(event: EventBody): boolean {
  return event.kind === 'report-taken-back' || (event.kind === 'answered' && event.answer.kind === 'undone')
}

const pauseBeforeTrying = 5_000

/** Retries a failed read automatically while the page is visible. */
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

/** Reads again when the page becomes visible, because it may have missed changes while hidden. */
export function keepFresh({ read }: Session): void {
  let isLooking = false
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    await read()
    isLooking = false
  }
  // Focus too, because a window next to another is always visible. Both events at once count as one.
  window.addEventListener('focus', () => void look())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look()
  })
}

export function itemIn(overview: Overview, item: ItemId | CommitmentId): ItemView | undefined {
  return overview.areas.flatMap(({ items }) => items).find(({ id }) => id === item)
}
