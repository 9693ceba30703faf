import { type ReadonlySignal, signal } from '@preact/signals'
import type { EventId, StoreId } from '../domain/checklist'
import { type Draft, type DraftId, isEmptyDraft, isTooLong, secretInDraft } from '../domain/draft'
import type { Instant } from '../domain/time'
import { type AskError, failureOf } from '../messages/ask'
import type { Argument, DraftSaved } from '../messages/protocol'

/** What a writer is told about the text in front of them. */
export type SaveState =
  | { kind: 'new' }
  | { kind: 'saved'; at: Instant; version: number; beside: boolean }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'empty' }
  | { kind: 'secret'; what: NonNullable<ReturnType<typeof secretInDraft>> }
  | { kind: 'too-long' }
  | { kind: 'failed'; failure: AskError['failure'] }

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
  /** Sent without an answer: it may be stored, so it is sent again under its id before anything else. */
  let sent: { id: EventId; content: Draft } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  async function saveAll(): Promise<void> {
    while (sent || wanted) {
      const next = sent ?? newest()
      if (!next) return
      sent = next
      state.value = { kind: 'saving' }
      try {
        const saved = await send({ ...about, id: next.id, version, base, content: next.content })
        sent = undefined
        version = saved.version
        base = next.id
        if (wanted === next.content) wanted = undefined
        state.value = { kind: 'saved', ...saved }
      } catch (error) {
        const failure = failureOf(error)
        state.value = { kind: 'failed', failure }
        return
      }
    }
  }

  function newest(): { id: EventId; content: Draft } | undefined {
    if (!wanted) return undefined
    const what = secretInDraft(wanted)
    if (what) state.value = { kind: 'secret', what }
    else if (isTooLong(wanted)) state.value = { kind: 'too-long' }
    else if (isEmptyDraft(wanted)) state.value = base === null ? { kind: 'new' } : { kind: 'empty' }
    else return { id: crypto.randomUUID(), content: wanted }
    return undefined
  }

  /** The writer would lose something by leaving now. */
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
      if (isUnsaved()) return false
      if (base !== null) version += 1
      base = null
      return true
    },

    isUnsaved,
  }
}
