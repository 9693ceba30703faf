import type { RunId } from '../../domain/ids'
import type { PlaybookId, RunEvent, RunsView } from '../../domain/playbooks/playbook'
import { useApp } from '../app'
import { useOnce } from '../idempotent-request'
import { useResource } from '../use-resource'

type Body<E> = E extends unknown ? Omit<E, 'id' | 'run'> : never
/** Applies an event to the run on the page. @returns whether it was stored. */
export type Act = (event: Body<RunEvent>) => Promise<boolean>

/** Where what is typed into a field of a run is kept until it is stored. */
export type TextAt = (field: string) => { value: string | undefined }

/**
 * The runs, and how to change them.
 * @param onBegun shows a run that was started.
 */
export function useRuns(onBegun: (run: RunId) => void) {
  const { session, overviewIfRead: overview } = useApp()
  const runs = useResource(() => session.ask('runs', null), ['start-playbook', 'change-run'])
  const once = useOnce()

  /** If it fails, the page stays as it is, with all typed text. */
  const change = (request: Promise<RunsView>) =>
    session.attempt(async () => {
      await runs.take(request)
      return { kind: 'saved' }
    })

  return {
    runs,

    async begin(playbook: PlaybookId): Promise<void> {
      if (!overview) return
      const begun = { playbook, store: overview.store.id }
      await once(begun, async (run) => {
        const isBegun = await change(session.ask('start-playbook', { run, ...begun }))
        if (isBegun) {
          onBegun(run)
          // What was told at the place before went with it.
          session.tell({ kind: 'saved' })
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
