import type { EventId, StoreId } from '../domain/ids'
import type { Request } from '../messages/protocol'
import type { Act } from './handler'
import { type Memory, sessionKeyOf } from './memory'

/** What the panel of each window shows. It is kept as long as the browser runs, like the windows themselves. */
export function createPanelHandlers(memory: Memory) {
  const kept = async (window: number) => (await memory.of('panel', window)) ?? { view: 'page' as const }
  return {
    panel: ({ window }) => kept(window),

    async 'keep-panel'({ window, ...state }) {
      const before = await kept(window)
      if (before.asked !== undefined && before.asked !== state.asked) return before
      await memory.set({ [sessionKeyOf('panel', window)]: state })
      return state
    },

    async 'show-in-panel'({ id, window, ...shown }) {
      const { opens: _opens, ...before } = await kept(window)
      await memory.set({ [sessionKeyOf('panel', window)]: { ...before, ...shown, asked: id } })
      return null
    },
  } satisfies { [R in Request]?: Act<R> }
}

/** Forgets what was being written for a store, or for all, as if another page had asked for it. */
export async function forgetNotes(memory: Memory, store: StoreId | null, asked: EventId): Promise<void> {
  for (const window of await memory.allWith('panel')) {
    const { draft, typed = [], ...rest } = (await memory.of('panel', window)) ?? { view: 'page' }
    const stays = (one: { store: StoreId }) => store !== null && one.store !== store
    const left = typed.filter(stays)
    if (left.length === typed.length && (!draft || stays(draft))) continue
    await memory.set({
      [sessionKeyOf('panel', window)]: {
        ...rest,
        ...(draft && stays(draft) && { draft }),
        ...(left.length > 0 && { typed: left }),
        asked,
      },
    })
  }
}
