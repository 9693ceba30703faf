import { signal } from '@preact/signals'
import type { Draft } from '../../domain/appeals/draft'
import type { DraftId, StoreId } from '../../domain/ids'
import { createUnsavedInput } from '../forms/unsaved-input'
import type { Autosave, SaveState } from './autosave'

/** A draft that is or was open on this page. */
export type Writing = ReturnType<typeof createWriting>

export function createWriting(
  about: { draft: DraftId; store: StoreId; run?: string },
  opened: Draft,
  autosave: Autosave,
) {
  const typed = signal(opened)
  const drawn = signal(0)
  const content = {
    get value() {
      return typed.value
    },
    set value(draft) {
      typed.value = draft
      autosave.change(draft)
    },
  }
  return {
    ...about,
    content,
    /** Counts replacements of the whole draft. Used as a key to remount its fields. */
    drawn,
    autosave,
    /** Replaces the draft without typing, with an earlier version or a restored row. */
    put(draft: Draft): void {
      content.value = draft
      drawn.value += 1
    },
  }
}

/** The drafts opened on this page. Text that could not be stored is still there when a draft is opened again. */
export const { Provider: OpenDraftsProvider, use: useOpenDrafts } = createUnsavedInput<Writing>(
  ({ autosave }) => autosave,
)

/** Drafts whose text can't be stored, or only in part. */
export function stuckIn(drafts: ReturnType<typeof useOpenDrafts>): readonly Writing[] {
  return drafts.all().filter(({ autosave }) => isStuck(autosave.state.value))
}

export function isStuck(state: SaveState): boolean {
  return state.kind === 'failed' || (state.kind === 'saved' && state.withheld !== undefined)
}
