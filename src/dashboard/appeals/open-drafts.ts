import { type Signal, signal } from '@preact/signals'
import type { Draft } from '../../domain/appeals/draft'
import type { DraftId, StoreId } from '../../domain/ids'
import { createPageModel } from '../../ui/app'
import type { Autosave, SaveState } from './autosave'

/** A draft that is open to be written, or was. */
export type Writing = ReturnType<typeof createWriting>

export function createWriting(
  about: { draft: DraftId; store: StoreId; run?: string },
  opened: Draft,
  autosave: Autosave,
) {
  const content: Signal<Draft> = signal(opened)
  const drawn = signal(0)
  function change(part: Partial<Draft>): void {
    content.value = { ...content.value, ...part }
    autosave.change(content.value)
  }
  return {
    ...about,
    content,
    /** How often it was put in whole: its fields are drawn anew. */
    drawn,
    autosave,
    change,
    /** Not typed: an earlier version, or a row that comes back. */
    put(part: Partial<Draft>): void {
      change(part)
      drawn.value += 1
    },
  }
}

/** Those that were opened on this page. What of them could not be stored is there again when they are opened again. */
export const { Provider: OpenDraftsProvider, use: useOpenDrafts } = createPageModel(() => {
  const writings = signal<ReadonlyMap<DraftId, Writing>>(new Map())
  const all = () => [...writings.value.values()]
  function saveAll(): void {
    for (const { autosave } of all()) void autosave.flush()
  }
  function stay(event: BeforeUnloadEvent): void {
    saveAll()
    if (all().some(({ autosave }) => autosave.isUnsaved())) event.preventDefault()
  }
  function saveOutOfSight(): void {
    if (document.visibilityState === 'hidden') saveAll()
  }
  return {
    open(writing: Writing): void {
      if (writings.value.size === 0) {
        addEventListener('beforeunload', stay)
        document.addEventListener('visibilitychange', saveOutOfSight)
      }
      writings.value = new Map([...writings.value, [writing.draft, writing]])
    },
    /** The one that is open, or was left with something unsaved in it. */
    unsaved(draft: DraftId): Writing | undefined {
      const found = writings.value.get(draft)
      return found?.autosave.isUnsaved() ? found : undefined
    },
    /** The last that was opened of a draft: what is brought back belongs into it. */
    last: (draft: DraftId): Writing | undefined => writings.value.get(draft),
    /** The draft is deleted for good. */
    forget(draft: DraftId): void {
      writings.value = new Map([...writings.value].filter(([id]) => id !== draft))
    },
    /** Drafts whose text cannot be stored, or not all of it. */
    stuck: (): readonly Writing[] => all().filter(({ autosave }) => isStuck(autosave.state.value)),
  }
})

export function isStuck(state: SaveState): boolean {
  return state.kind === 'failed' || (state.kind === 'saved' && state.withheld !== undefined)
}
