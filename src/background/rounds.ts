import { presentStores } from '../domain/present-stores'
import { applyToRound, roundView, type StartedRound, startRound } from '../domain/started-round'
import { type Entry, entry } from '../storage/format/kind'
import { roundKind } from '../storage/kinds/round'
import { foundIn } from '../storage/repository'
import type { Handler } from './handler'
import type { Views } from './overview'
import { RequestError } from './request-error'
import { shownWish } from './settings'

function roundEntry(round: StartedRound): Entry {
  return entry(roundKind, roundKind.prefix, round)
}

/** The requests about the round. Its answers are answers to the checklist (background/checklist.ts). */
export function createRoundHandlers({ overviewOf }: Views) {
  /**
   * A new round takes the place of the last one once that is over. One under way goes on, and the reply shows it: the page
   * that asked was behind. The seller stops it before another is started.
   */
  const beginRound: Handler<'begin-round'> = {
    reads: ({ stores = [] }) => ({ ...shownWish, stores }),
    answer({ slots, checklist }, asked, now) {
      const present = presentStores(checklist)
      if (asked.stores?.some((store) => !present.some(({ id }) => id === store)))
        throw new RequestError('refused')
      const found = foundIn(slots, roundKind, roundKind.prefix)
      const last = found.kind === 'read' ? found.value : undefined
      const goesOn =
        last && (last.id === asked.round || roundView(last, checklist, now)?.kind === 'under-way')
      const round = goesOn ? undefined : startRound(asked, checklist, now)
      return { commit: round && { put: [roundEntry(round)] }, reply: overviewOf }
    },
  }

  const changeRound: Handler<'change-round'> = {
    reads: () => shownWish,
    answer({ slots, checklist }, event, now) {
      const found = foundIn(slots, roundKind, roundKind.prefix)
      if (found.kind === 'newer') throw new RequestError('newer-version')
      if (found.kind === 'damaged') throw new RequestError('could-not-read')
      // Another page may have started a new round: the reply shows it.
      const round = found.kind === 'read' ? found.value : undefined
      const after = round && applyToRound(round, event, checklist, now)
      return {
        commit: after && after !== round ? { put: [roundEntry(after)] } : undefined,
        reply: overviewOf,
      }
    },
  }

  return { beginRound, changeRound }
}
