import { longestNote } from '../domain/answer'
import type { StoreId } from '../domain/ids'
import type { Check } from '../domain/round'
import { certainSecret } from '../domain/text/secrets'
import { Button } from '../ui/button'
import { SecretHint } from '../ui/secret-hint'
import { unshared } from '../ui/typing'
import { useApp } from './app'
import type { KeptState } from './kept-state'

/** The note of a check. What is typed survives a reload of the panel. */
export function RoundNote({ check, store, state }: { check: Check; store: StoreId; state: KeptState }) {
  const { i18n, session, translate } = useApp()
  const { value: draft } = state.draft
  const typed = draft?.store === store && draft.item === check.id ? draft.note : undefined
  const note = {
    get value() {
      return typed ?? check.note ?? ''
    },
    set value(note: string) {
      state.draft.value = { store, item: check.id, note }
    },
  }

  async function save(): Promise<void> {
    if (typed === undefined || certainSecret(typed) !== undefined) return
    const isStored = await session.answer(check.id, { kind: 'noted', note: typed }, store)
    // Typing may have gone on meanwhile.
    if (isStored && state.draft.value === draft) state.draft.value = undefined
  }

  return (
    <details class="area" open={typed !== undefined || check.note !== undefined}>
      <summary>{translate('note_label')}</summary>
      <textarea
        {...unshared}
        aria-label={translate('note_label')}
        aria-describedby="note-hint"
        rows={3}
        maxLength={longestNote}
        value={note.value}
        onInput={({ currentTarget }) => {
          note.value = currentTarget.value
        }}
      />
      <p id="note-hint" class="soft">
        {translate('note_hint')}
      </p>
      <SecretHint of={note} i18n={i18n} />
      <Button onPress={() => save()}>{translate('note_save')}</Button>
    </details>
  )
}
