import type { Platform } from '../browser/platform'
import { mostRuns, type RunEvent, type Runs as RunsView, sinceProblem } from '../domain/playbooks/playbook'
import { applyToRun, journalledRun, type Run, RunProblem, startRun, viewsOf } from '../domain/playbooks/run'
import { dayOf, instantOf } from '../domain/time/time'
import type { Argument } from '../messages/protocol'
import { readRun, readRuns, writeRun } from '../storage/kinds/run'
import { readSettings } from '../storage/kinds/settings'
import { type Keeper, RequestError } from './repository'

export type Runs = ReturnType<typeof createRuns>

/** Reads and writes the runs of playbooks. Runs inside the one queue. */
export function createRuns(platform: Platform, keeper: Keeper) {
  const { storage } = platform

  async function view(): Promise<RunsView> {
    const now = platform.now()
    const { runs, unreadable, newer } = await keeper.reading(() => readRuns(storage))
    return { today: dayOf(now), runs: viewsOf(runs, now), unreadable, newer }
  }

  async function write(id: string, run: Run, event: RunEvent | { kind: 'started' }): Promise<void> {
    const now = platform.now()
    const what = journalledRun(run, event)
    const { who } = await keeper.reading(() => readSettings(storage))
    const by = { id, at: instantOf(now), day: dayOf(now), store: run.store }
    const entry = what && { ...by, what, ...(who ? { who } : {}) }
    await keeper.storing(() => writeRun(storage, run, entry))
  }

  /** Asked for twice with one id, it is begun once. */
  async function begin(asked: Argument<'start-playbook'>): Promise<void> {
    const { checklist } = await keeper.read()
    if (!checklist.stores.some(({ id }) => id === asked.store)) throw new RequestError('refused')
    const found = await keeper.reading(() => readRun(storage, asked.run))
    if (found.kind === 'absent') await write(asked.run, startRun(asked, platform.now()), { kind: 'started' })
  }

  return {
    view,
    begin,

    async start(asked: Argument<'start-playbook'>): Promise<RunsView> {
      if (asked.from !== undefined && sinceProblem(asked.from, dayOf(platform.now())))
        throw new RequestError('refused')
      const { runs } = await keeper.reading(() => readRuns(storage))
      if (runs.length >= mostRuns && !runs.some(({ id }) => id === asked.run))
        throw new RequestError('refused')
      await begin(asked)
      return view()
    },

    /** @throws RequestError `refused` for what a run cannot take; the view has said why before it asked. */
    async change(event: RunEvent): Promise<RunsView> {
      const found = await keeper.reading(() => readRun(storage, event.run))
      if (found.kind === 'newer') throw new RequestError('newer-version')
      if (found.kind !== 'read') throw new RequestError('could-not-read')
      const after = applied(found.value, event)
      if (after !== found.value) await write(event.id, after, event)
      return view()
    },
  }

  function applied(run: Run, event: RunEvent): Run {
    try {
      return applyToRun(run, event, platform.now())
    } catch (error) {
      throw error instanceof RunProblem ? new RequestError('refused') : error
    }
  }
}
