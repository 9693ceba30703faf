import { type ReadonlySignal, signal } from '@preact/signals'
import { type Draft, isEmptyDraft, storableDraft, type Withheld } from '../../domain/appeals/draft'
import type { DraftId, EventId, StoreId } from '../../domain/ids'
import type { Instant } from '../../domain/time/time'
import { type AskError, failureOf } from '../../messages/ask'
import type { Argument, DraftSaved } from '../../messages/protocol'

/** What a writer is told about the text in front of them. */
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

/** Saves a draft by itself whenever the writer pauses. */
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
  /** What is wanted, once all of it is stored that can be; the rest is with the writer alone. */
  let partly: Draft | undefined
  /** Sent without an answer: it may be stored, so it is sent again under its id before anything else. */
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

  /** The writer would lose something by leaving now: it is not stored yet, or cannot be. */
  function isUnsaved(): boolean {
    return wanted !== undefined && !isEmptyDraft(wanted)
  }

  /** Saves at once what is not saved yet. */
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

    /** What is written from now on is a new version. @returns false: what was written so far could not be saved. */
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
