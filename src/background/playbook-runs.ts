import { mostRuns, type RunEvent, type RunsView, sinceProblem } from '../domain/playbooks/playbook'
import { applyToRun, journalledRun, type Run, RunProblem, startRun, viewsOf } from '../domain/playbooks/run'
import { dayOf, type Now } from '../domain/time/time'
import type { Argument } from '../messages/protocol'
import { entry } from '../storage/format/kind'
import { journalKey } from '../storage/kinds/journal'
import { runKind, runPrefix } from '../storage/kinds/run'
import { type Commit, foundIn, partedIn, type Slots, type Snapshot } from '../storage/repository'
import type { Handler, Lookup } from './handler'
import { entryFor } from './journal'
import { RequestError, refusing } from './request-error'

/** The readable runs, and the keys of those that are unreadable or written by a later version. */
export function runsIn(slots: Slots) {
  const { values, ...rest } = partedIn(slots, runKind)
  return { runs: values.map(([, run]) => run), ...rest }
}

function viewOf(slots: Slots, now: Now): RunsView {
  const found = runsIn(slots)
  return { ...found, today: dayOf(now), runs: viewsOf(found.runs, now) }
}

/** Writes a run and its journal entry. */
function written(
  { settings }: Snapshot,
  id: string,
  run: Run,
  event: RunEvent | { kind: 'started' },
  now: Now,
): Commit {
  const what = journalledRun(run, event)
  return {
    put: [entry(runKind, runPrefix + run.id, run)],
    journal: what ? [entryFor(settings, { id, store: run.store, what }, now)] : [],
  }
}

/** Starts a run. Returns undefined if this id was already started. */
export function begun(snapshot: Snapshot, asked: Argument<'start-playbook'>, now: Now): Commit | undefined {
  const isThere = foundIn(snapshot.slots, runKind, runPrefix + asked.run).kind !== 'absent'
  if (isThere) return undefined
  return written(snapshot, asked.run, startRun(asked, now), { kind: 'started' }, now)
}

export const runs: Lookup<'runs'> = {
  finds: () => ({ begins: [runPrefix] }),
  answer: (slots, _, now) => viewOf(slots, now),
}

/** Refuses playbook changes while runs are unread: we couldn't tell whether one already exists. */
function checkRuns({ hasRuns }: Snapshot): void {
  if (!hasRuns) throw new RequestError('could-not-read')
}

export const startPlaybook: Handler<'start-playbook'> = {
  reads: ({ run }, now) => ({ stores: [], runs: true, keys: [runPrefix + run, journalKey(dayOf(now))] }),
  answer(snapshot, asked, now) {
    checkRuns(snapshot)
    const { runs } = runsIn(snapshot.slots)
    const isTooMany = runs.length >= mostRuns && !runs.some(({ id }) => id === asked.run)
    const isKnown = snapshot.checklist.stores.some(({ id }) => id === asked.store)
    if (isTooMany || !isKnown || (asked.from !== undefined && sinceProblem(asked.from, dayOf(now))))
      throw new RequestError('refused')
    return { commit: begun(snapshot, asked, now), reply: ({ slots }) => viewOf(slots, now) }
  },
}

/** Changes a run. Refuses what a run cannot take; the view has already said why. */
export const changeRun: Handler<'change-run'> = {
  reads: (_, now) => ({ stores: [], runs: true, keys: [journalKey(dayOf(now))] }),
  answer(snapshot, event, now) {
    checkRuns(snapshot)
    const found = foundIn(snapshot.slots, runKind, runPrefix + event.run)
    if (found.kind === 'newer') throw new RequestError('newer-version')
    if (found.kind !== 'read') throw new RequestError('could-not-read')
    const after = refusing(RunProblem, () => applyToRun(found.value, event, now))
    return {
      commit: after === found.value ? undefined : written(snapshot, event.id, after, event, now),
      reply: ({ slots }) => viewOf(slots, now),
    }
  },
}
