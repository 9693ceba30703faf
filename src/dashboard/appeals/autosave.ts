import { type ReadonlySignal, signal } from '@preact/signals'
import { type Draft, isEmptyDraft, storableDraft, type Withheld } from '../../domain/appeals/draft'
import type { DraftId, EventId, StoreId } from '../../domain/ids'
import type { Instant } from '../../domain/time/time'
import { type AskError, failureOf } from '../../messages/ask'
import type { Argument, DraftSaved } from '../../messages/protocol'

/** Whether the text on the page is stored. */
export type SaveState =
  | { kind: 'new' }
  | { kind: 'saved'; at: Instant; version: number; beside: boolean; withheld?: readonly Withheld[] }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'empty' }
  | { kind: 'failed'; failure: AskError['failure'] }

type Sent = { id: EventId; typed: Draft; content: Draft; withheld: readonly Withheld[] }

/** Long enough that a sentence is one save, short enough that a crash costs a few words. */
const pause = 800

export type Autosave = ReturnType<typeof createAutosave>

/** Saves a draft automatically when the seller stops typing for a moment. */
export function createAutosave(
  about: { draft: DraftId; store: StoreId; run?: string },
  opened: { version: number; base: EventId | null; at?: Instant },
  send: (argument: Argument<'save-draft'>) => Promise<DraftSaved>,
) {
  const { at } = opened
  const state = signal<SaveState>(
    at === undefined ? { kind: 'new' } : { kind: 'saved', at, version: opened.version, beside: false },
  )
  let { version, base } = opened
  let wanted: Draft | undefined
  /** The same draft once only its storable part is stored. The rest is kept only on the page. */
  let partly: Draft | undefined
  /** Sent, but not answered. It may be stored, so it is sent again with the same id before anything else. */
  let sent: Sent | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  async function saveAll(): Promise<void> {
    while (sent || wanted !== partly) {
      const next = sent ?? newest()
      if (!next) return
      sent = next
      state.value = { kind: 'saving' }
      try {
        const saved = await send({ ...about, id: next.id, version, base, content: next.content })
        sent = undefined
        version = saved.version
        base = next.id
        const { withheld } = next
        const isPart = withheld.length > 0
        if (wanted === next.typed) {
          wanted = isPart ? wanted : undefined
          partly = wanted
        }
        state.value = { kind: 'saved', ...saved, ...(isPart ? { withheld } : {}) }
      } catch (error) {
        const failure = failureOf(error)
        state.value = { kind: 'failed', failure }
        return
      }
    }
  }

  function newest(): Sent | undefined {
    if (!wanted) return undefined
    if (!isEmptyDraft(wanted)) return { id: crypto.randomUUID(), typed: wanted, ...storableDraft(wanted) }
    state.value = base === null ? { kind: 'new' } : { kind: 'empty' }
    return undefined
  }

  /** True if leaving now would lose text that is not stored yet or can't be. */
  function isUnsaved(): boolean {
    return wanted !== undefined && !isEmptyDraft(wanted)
  }

  /** Saves without waiting for a pause. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    running ??= saveAll().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    state: state as ReadonlySignal<SaveState>,
    flush,

    change(content: Draft): void {
      wanted = content
      if (!running) state.value = { kind: 'waiting' }
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pause)
    },

    /** Starts a new version. @returns false if the present text could not be saved. */
    async keep(): Promise<boolean> {
      await flush()
      if (isUnsaved() && wanted !== partly) return false
      if (base !== null) version += 1
      base = null
      return true
    },

    isUnsaved,
  }
}
