import type { PlaybookId, RunEvent, Runs } from '../../domain/playbooks/playbook'
import { failureOf } from '../../messages/ask'
import { useApp } from '../../ui/app'
import { useOnce } from '../loading/idempotent-request'
import { useReading } from '../loading/use-resource'
import { goTo } from '../navigation/router'

type Body<E> = E extends unknown ? Omit<E, 'id' | 'run'> : never
/** What a seller does with the run that is shown. @returns whether it was stored. */
export type Act = (event: Body<RunEvent>) => Promise<boolean>

/** The runs, and what is done with them. */
export function useRuns() {
  const { session, overviewIfRead: overview } = useApp()
  // Anew whenever something was changed, here or in another tab.
  const reading = useReading(() => session.ask('runs', null), [overview])
  const once = useOnce()

  /** What fails leaves the page as it is, with all that was typed. */
  async function change(request: Promise<Runs>): Promise<boolean> {
    try {
      reading.value.value = await request
      session.tell({ kind: 'saved' })
      return true
    } catch (error) {
      session.tell({ kind: 'failed', failure: failureOf(error) })
      return false
    }
  }

  return {
    reading,

    async begin(playbook: PlaybookId): Promise<void> {
      if (!overview) return
      const begun = { playbook, store: overview.store.id }
      await once(begun, async (run) => {
        const isBegun = await change(session.ask('start-playbook', { run, ...begun }))
        if (isBegun) {
          goTo({ part: 'playbooks', run })
          scrollTo({ top: 0 })
        }
        return isBegun
      })
    },

    actsOn:
      (run: string): Act =>
      (event) =>
        once({ run, ...event }, (id) => change(session.ask('change-run', { ...event, id, run } as RunEvent))),
  }
}
