import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Answer } from '../domain/answer'
import type { EventId, SellerEvent } from '../domain/checklist'
import type { HappeningId } from '../domain/happenings'
import type { ItemId } from '../domain/items'
import type { MeasureId } from '../domain/measure'
import type { ItemView, Overview } from '../domain/overview'
import type { Pause } from '../domain/settings'
import type { Status } from '../domain/status'
import { type Ask, AskError } from '../messages/ask'
import type { Argument } from '../messages/protocol'

/** Reading, could not read and read are three different looks: an empty list is never shown for a failed read. */
export type View = { kind: 'reading' } | { kind: 'could-not-read' } | { kind: 'read'; overview: Overview }

/** What the last action came to. It stays until the next one. */
export type Notice =
  | {
      kind: 'answered'
      item: ItemId | MeasureId
      /** Of a measure, whose words are the seller's own. */
      title: string | undefined
      answer: Answer['kind']
      status: Status | undefined
      canUndo: boolean
    }
  | { kind: 'reported'; what: HappeningId; event: EventId }
  | { kind: 'taken-back' }
  | { kind: 'saved' }
  /** Something that one view alone can do, in its own words. */
  | { kind: 'told'; text: string; undo: (() => void) | undefined }
  | { kind: 'failed'; failure: AskError['failure'] }

type EventBody = SellerEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'store'> : never) : never

/** What popup and dashboard share: the last overview, and the ways to change it. Each answer is the whole new overview. */
export type Session = {
  view: ReadonlySignal<View>
  notice: ReadonlySignal<Notice | undefined>
  ask: Ask
  read(): Promise<void>
  /** @param store another store than the one shown. @returns whether it was stored. */
  change(event: EventBody, store?: string): Promise<boolean>
  answer(item: ItemId | MeasureId, answer: Answer): Promise<boolean>
  report(what: HappeningId): Promise<boolean>
  pause(pause: Pause | null): Promise<void>
  choose(choice: Argument<'choose'>): Promise<void>
  /** What a view has asked for itself came to this. */
  tell(what: Notice, overview?: Overview): void
}

export function createSession(ask: Ask): Session {
  const view = signal<View>({ kind: 'reading' })
  const notice = signal<Notice | undefined>(undefined)

  async function show(request: Promise<Overview>): Promise<Overview | undefined> {
    try {
      const overview = await request
      view.value = { kind: 'read', overview }
      return overview
    } catch (error) {
      const failure = error instanceof AskError ? error.failure : 'unexpected'
      if (view.value.kind === 'read') notice.value = { kind: 'failed', failure }
      else view.value = { kind: 'could-not-read' }
      return undefined
    }
  }

  async function send(
    event: EventBody,
    store?: string,
  ): Promise<{ id: EventId; overview: Overview } | undefined> {
    if (view.value.kind !== 'read') return undefined
    const id = crypto.randomUUID()
    const by = { id, store: store ?? view.value.overview.store.id }
    const overview = await show(ask('change', { ...event, ...by } as SellerEvent))
    return overview && { id, overview }
  }

  return {
    view,
    notice,
    ask,
    async read() {
      await show(ask('overview', null))
    },
    async change(event, store) {
      const sent = await send(event, store)
      if (!sent) return false
      notice.value =
        event.kind === 'store-shown'
          ? undefined
          : event.kind === 'report-taken-back'
            ? { kind: 'taken-back' }
            : { kind: 'saved' }
      return true
    },
    async answer(item, answer) {
      const sent = await send({ kind: 'answered', item, answer })
      if (!sent) return false
      const measure = sent.overview.measures.find(({ id }) => id === item)
      const status = (measure ?? itemIn(sent.overview, item))?.status
      notice.value = {
        kind: 'answered',
        item,
        title: measure?.title,
        answer: answer.kind,
        status,
        canUndo: answer.kind !== 'undone',
      }
      return true
    },
    async report(what) {
      const sent = await send({ kind: 'happened', what })
      if (!sent) return false
      notice.value = { kind: 'reported', what, event: sent.id }
      return true
    },
    async pause(pause) {
      await show(ask('pause', { for: pause }))
    },
    async choose(choice) {
      if (await show(ask('choose', choice))) notice.value = { kind: 'saved' }
    },
    tell(what, overview) {
      if (overview) view.value = { kind: 'read', overview }
      notice.value = what
    },
  }
}

const pauseBeforeTrying = 5_000

/** What could not be read is read again by itself, as long as somebody looks. */
export function keepTrying({ view, read }: Session): void {
  effect(() => {
    if (view.value.kind !== 'could-not-read') return undefined
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') void read()
    }, pauseBeforeTrying)
    return () => clearTimeout(timer)
  })
}

export function itemIn(overview: Overview, item: ItemId | MeasureId): ItemView | undefined {
  return overview.areas.flatMap(({ items }) => items).find(({ id }) => id === item)
}
