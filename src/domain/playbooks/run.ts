import { longestNote } from '../answer'
import type { Deadline } from '../deadline'
import { lengths } from '../facts/lengths'
import type { EventId, RunId, StoreId } from '../ids'
import type { IncidentId } from '../incidents'
import { morning } from '../item-record'
import { type JournalEvent, runDetails } from '../journal/journal'
import type { PageId } from '../page'
import { certainSecret } from '../text/secrets'
import { hour } from '../time/length'
import {
  addDays,
  dayAt,
  dayOf,
  endOf,
  hourOf,
  type Instant,
  instantOf,
  type LocalDay,
  type Now,
} from '../time/time'
import {
  type Clock,
  longestCase,
  longestEvidence,
  type PlaybookId,
  type RunEntry,
  type RunEvent,
  type RunView,
  sinceProblem,
  toldProblem,
} from './playbook'
import { playbookAfter, playbookOf } from './playbooks'

/**
 * A playbook that a seller started, with everything done and written, each with its time. The rest is
 * computed, so a later change to a playbook doesn't alter what was written.
 */
export type Run = {
  id: RunId
  playbook: string
  store: StoreId
  /** The day it is about: when something happened or will happen. */
  from: LocalDay
  /** Oldest first. The first line says that it was started. */
  log: readonly RunEntry[]
}

/** A run of months has a few dozen lines. The limit keeps a bug from filling the browser's storage. */
export const longestLog = 300

/** Two merged logs may have more lines than `longestLog`. A log with more than this is not ours. */
export const mostLogLines = 5000

/** Thrown for an event that a run can't take. Views check before they ask. */
export class RunProblem extends RangeError {}

export function startRun(
  { run, playbook, store, from }: { run: RunId; playbook: string; store: StoreId; from?: LocalDay },
  now: Now,
): Run {
  const at = instantOf(now)
  const begun: Run = {
    id: run,
    playbook,
    store,
    from: from ?? dayOf(now),
    log: [{ id: run, at, kind: 'started' }],
  }
  const clocks = clocksOf(playbook).filter(({ atStart }) => atStart)
  const entries = clocks.map((clock) => ({
    id: `${run}-${clock.id}`,
    at,
    ...counted(clock, begun.from, now),
  }))
  return { ...begun, log: [...begun.log, ...entries] }
}

/**
 * Returns the run after an event. An event seen before changes nothing.
 * @throws RunProblem for a full log, an unknown clock, a date out of bounds, a text that is empty, too long
 * or a secret, any event but `resumed` or `struck` on a closed run, and `resumed` on an open one.
 */
export function applyToRun(run: Run, event: RunEvent, now: Now): Run {
  if (run.log.some(({ id }) => id === event.id)) return run
  const mayEnd = event.kind === 'closed' || event.kind === 'resumed' || event.kind === 'struck'
  if (run.log.length >= longestLog && !mayEnd) throw new RunProblem('full')
  const isClosed = closing(run) !== undefined
  if (isClosed !== (event.kind === 'resumed') && event.kind !== 'struck') throw new RunProblem('closed')
  const today = dayOf(now)
  const { run: _run, ...said } = event
  const add = (entry: RunEntry): Run => ({ ...run, log: [...run.log, entry] })
  const at = instantOf(now)
  switch (said.kind) {
    case 'wrote': {
      const longest = { note: longestNote, case: longestCase, evidence: longestEvidence }[said.what]
      if (said.text.trim() === '' || said.text.length > longest || certainSecret(said.text))
        throw new RunProblem(said.what)
      return add({ ...said, text: said.text.trim(), at })
    }
    case 'struck': {
      const log = run.log.map((entry) =>
        entry.id === said.of && entry.kind === 'wrote'
          ? { ...entry, text: '', struck: true as const }
          : entry,
      )
      return { ...run, log: [...log, { ...said, at }] }
    }
    case 'clock-started': {
      const clock = clocksOf(run.playbook).find(({ id }) => id === said.clock)
      if (!clock?.length || sinceProblem(said.on, today)) throw new RunProblem('clock')
      return add({ id: said.id, at, ...counted(clock, said.on, now) })
    }
    case 'told': {
      const way = clockWay(run, said.clock)
      if (way === undefined || toldProblem(said.day, today)) throw new RunProblem('clock')
      return add({ ...said, way, at })
    }
    default:
      return add({ ...said, at })
  }
}

function clocksOf(playbook: string): readonly Clock[] {
  return playbookOf(playbook)?.steps.flatMap(({ clocks = [] }) => clocks) ?? []
}

/** If this version doesn't know the clock, its log entry says the way. */
function clockWay(run: Run, clock: string): Clock['way'] | undefined {
  const known = clocksOf(run.playbook).find(({ id }) => id === clock)
  const kept = run.log.find((entry) => 'clock' in entry && 'way' in entry && entry.clock === clock)
  return known?.way ?? (kept && 'way' in kept ? kept.way : undefined)
}

function counted({ id, way, length = { days: 0 } }: Clock, on: LocalDay, now: Now) {
  const figure = typeof length === 'string' ? { figure: length } : {}
  const span = typeof length === 'string' ? lengths[length] : length
  // We don't ask for the hour of a notice, so hours count from the start of its day: early rather than late.
  const due =
    'hours' in span ? { at: hourOf(on, 0, now) + span.hours * hour } : { day: addDays(on, span.days) }
  return { kind: 'clock-started' as const, clock: id, way, on, due, ...figure }
}

function closing({ log }: Run) {
  const last = log.findLast(({ kind }) => kind === 'closed' || kind === 'resumed')
  return last?.kind === 'closed' ? last : undefined
}

function isOpen(run: Run): boolean {
  return closing(run) === undefined
}

/** The dates of open runs, nearest first. Those that are met come last. */
export function deadlinesOf(runs: readonly Run[], now: Now): Deadline[] {
  return runs
    .filter(isOpen)
    .flatMap((run) => deadlinesIn(run, now))
    .sort((a, b) => Number(a.met) - Number(b.met) || endOf(a.due, now) - endOf(b.due, now))
}

/**
 * When to notify about the dates of open runs: at nine on the day, or at nine the day before if the date is
 * earlier than that. A date entered after that time needs no notification: the seller has just seen it.
 */
export function remindersOf(runs: readonly Run[], now: Now): Instant[] {
  return runs.filter(isOpen).flatMap((run) =>
    deadlinesIn(run, now).flatMap(({ clock, due, day, met }) => {
      const kept = run.log.findLast((entry) => 'clock' in entry && entry.clock === clock)
      const nine = hourOf(day, morning, now)
      const at = 'at' in due && due.at <= nine ? hourOf(addDays(day, -1), morning, now) : nine
      return met || !kept || kept.at >= at ? [] : [at]
    }),
  )
}

function deadlinesIn({ id: run, playbook, store, log }: Run, now: Now): Deadline[] {
  const found = new Map<string, Omit<Deadline, 'run' | 'playbook' | 'store' | 'day' | 'late'>>()
  for (const entry of log) {
    const before = 'clock' in entry ? found.get(entry.clock) : undefined
    if (entry.kind === 'clock-started') {
      const { clock, way, due, on: since, figure } = entry
      found.set(clock, { clock, way, due, since, ...(figure ? { figure } : {}), met: false })
    } else if (entry.kind === 'told') {
      const { clock, way, day, at } = entry
      const instead = before?.told ? before.told.instead : before?.due
      const told = { on: dayAt(at, now), ...(instead ? { instead } : {}) }
      found.set(clock, { ...before, clock, way, due: { day }, told, met: false })
    } else if (entry.kind === 'met' && before) found.set(entry.clock, { ...before, met: true })
  }
  return [...found.values()].map((kept) => {
    const { due, way, met } = kept
    const day = 'at' in due ? dayAt(due.at, now) : due.day
    // Only a deadline can be late.
    const late = way === 'by' && !met && endOf(due, now) <= instantOf(now)
    return { run, playbook, store, ...kept, day, late }
  })
}

export function viewOf(run: Run, now: Now): RunView {
  const done = new Map<string, { at: Instant; answer?: string }>()
  for (const entry of run.log) {
    if (entry.kind === 'undone') done.delete(entry.step)
    if (entry.kind !== 'stepped') continue
    const { at, answer } = entry
    done.set(entry.step, { at, ...(answer === undefined ? {} : { answer }) })
  }
  const closed = closing(run)
  const { id, playbook, store, from, log } = run
  return {
    id,
    playbook,
    store,
    from,
    // Not always the first entry: the clocks of two merged logs may differ.
    started: (log.find(({ kind }) => kind === 'started') ?? log[0])?.at ?? 0,
    touched: log.at(-1)?.at ?? 0,
    ...(closed ? { closed: { at: closed.at, outcome: closed.outcome } } : {}),
    // Not built by assignment: in an imported log a step may have any name, even `__proto__`.
    done: Object.fromEntries(done),
    log: log.filter(({ kind }) => kind !== 'struck'),
    deadlines: deadlinesIn(run, now),
    full: log.length >= longestLog,
  }
}

/** Open ones first, then closed ones; in each group the last changed first. */
export function viewsOf(runs: readonly Run[], now: Now): RunView[] {
  return runs
    .map((run) => viewOf(run, now))
    .sort((a, b) => Number(a.closed !== undefined) - Number(b.closed !== undefined) || b.touched - a.touched)
}

/** Merges two logs: keeps everything that either side did, and a line that either deleted stays deleted. */
export function mergedRun(own: Run, other: Run): Run {
  const entries = new Map<EventId, RunEntry>(other.log.map((entry) => [entry.id, entry]))
  for (const entry of own.log) {
    const theirs = entries.get(entry.id)
    const isStruck = theirs?.kind === 'wrote' && theirs.struck
    entries.set(entry.id, isStruck ? theirs : entry)
  }
  return { ...own, log: [...entries.values()].sort((a, b) => a.at - b.at) }
}

/** What the journal keeps of a run's event: that something was written, not what. */
export function journalledRun(
  { id, playbook }: Run,
  event: RunEvent | { kind: 'started' },
): JournalEvent | undefined {
  if (event.kind === 'met' || event.kind === 'struck') return undefined
  const kind = event.kind === 'clock-started' ? 'run-clock' : (`run-${event.kind}` as const)
  const kept = Object.entries(event).filter(([name]) => runDetails.some((detail) => detail === name))
  return { ...Object.fromEntries(kept), kind, run: id, playbook }
}

/**
 * The playbook that a card may offer on a page: an open run that fits, or the playbook for something the
 * seller reported. Never guessed from the page alone.
 */
export function fittingPlaybook(
  page: PageId,
  runs: readonly Run[],
  reports: readonly IncidentId[],
): { run: RunId } | { playbook: PlaybookId } | undefined {
  const fits = (playbook: string) => playbookOf(playbook)?.pages.includes(page)
  const run = runs.findLast((one) => isOpen(one) && fits(one.playbook))
  if (run) return { run: run.id }
  const playbook = reports.map((what) => playbookAfter(what)).find((one) => one && fits(one))
  return playbook && { playbook }
}
