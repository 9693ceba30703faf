import { batch, type Signal, signal } from '@preact/signals'
import { onRemembered } from '../browser/front-tab'
import { wait } from '../browser/in-time'
import { certainSecret } from '../domain/text/secrets'
import type { Ask } from '../messages/ask'
import { type PanelView, sessionKey } from '../messages/panel'
import type { PanelState } from '../messages/protocol'

/** What this panel shows, kept in the background: a browser may reload a panel at any moment. */
export type KeptState = {
  /** Undefined until it is known. */
  view: Signal<PanelView | undefined>
  place: Signal<PanelState['place']>
  draft: Signal<PanelState['draft']>
  scroll: Signal<PanelState['scroll']>
  guide: Signal<PanelState['guide']>
  typed: Signal<PanelState['typed']>
  /** A press on another page led here, and is to open the page of the step as well. Never kept. */
  opens: Signal<boolean>
}

/** Milliseconds until the background is asked again after a failure. */
const pause = 5000

export function keepState(window: Promise<number>, ask: Ask): KeptState {
  const view = signal<PanelView | undefined>(undefined)
  const place = signal<PanelState['place']>(undefined)
  const draft = signal<PanelState['draft']>(undefined)
  const scroll = signal<PanelState['scroll']>(undefined)
  const guide = signal<PanelState['guide']>(undefined)
  const typed = signal<PanelState['typed']>(undefined)
  const opens = signal(false)
  /** What the background has, as far as this panel knows. */
  let stored: PanelState | undefined
  let tried = ''
  let isSending = false

  function shown(): PanelState {
    const note = draft.value
    const texts = typed.value?.filter(({ text }) => certainSecret(text) === undefined) ?? []
    return {
      view: view.value ?? 'page',
      ...(place.value && { place: place.value }),
      // Passwords and the like are kept nowhere.
      ...(note && certainSecret(note.note) === undefined && { draft: note }),
      ...(scroll.value && { scroll: scroll.value }),
      ...(guide.value && { guide: guide.value }),
      ...(texts.length > 0 && { typed: texts }),
      ...(stored?.asked !== undefined && { asked: stored.asked }),
    }
  }

  /** One message at a time, always with the newest state. */
  async function keep(): Promise<void> {
    if (isSending) return
    isSending = true
    for (let state = shown(); tried !== JSON.stringify(state); state = shown()) {
      tried = JSON.stringify(state)
      const kept = await ask('keep-panel', { window: await window, ...state }).catch(() => undefined)
      if (!kept) continue
      if (kept.asked === state.asked) stored = kept
      else follow(kept)
    }
    isSending = false
  }

  /** Shows what another page asked for, but keeps what was typed here since the background heard of it. */
  function follow(state: PanelState): void {
    const isTyped = (own: unknown, kept: unknown) => JSON.stringify(own) !== JSON.stringify(kept)
    const keeps = {
      draft: isTyped(draft.value, stored?.draft),
      typed: isTyped(typed.value, stored?.typed),
    }
    stored = state
    tried = JSON.stringify(state)
    batch(() => {
      view.value = state.view
      guide.value = state.guide
      if (state.opens) opens.value = true
      place.value ??= state.place
      scroll.value ??= state.scroll
      if (!keeps.draft) draft.value = state.draft
      if (!keeps.typed) typed.value = state.typed
    })
  }

  async function read(): Promise<void> {
    const state = await ask('panel', { window: await window })
    if (stored && state.asked !== stored.asked) follow(state)
    if (stored) return
    // Meanwhile the seller may have gone to another view than the one that is shown without an answer.
    const chosen = view.value === 'page' ? undefined : { view: view.value, guide: guide.value }
    batch(() => {
      follow(state)
      if (chosen?.view === undefined) return
      view.value = chosen.view
      guide.value = chosen.guide
    })
    for (const one of [view, place, draft, scroll, guide, typed, opens]) one.subscribe(() => void keep())
  }

  async function readFirst(): Promise<void> {
    while (!stored) {
      await read().catch(() => undefined)
      if (stored) return
      view.value ??= 'page'
      await wait(pause)
    }
  }

  void readFirst()
  onRemembered((keys) => {
    void window
      .then((own) => (keys.includes(sessionKey('panel', own)) ? read() : undefined))
      .catch(() => undefined)
  })
  return { view, place, draft, scroll, guide, typed, opens }
}
