import { longestNote } from '../answer'
import { morning } from '../checklist'
import type { Deadline } from '../deadline'
import { lengthOf } from '../facts/thresholds'
import type { EventId, RunId, StoreId } from '../ids'
import type { HappeningId } from '../incidents'
import type { JournalEvent } from '../journal/journal'
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
import type { PlaybookId } from './playbook'
import {
  type Clock,
  type LogLine,
  longestCase,
  longestEvidence,
  type RunEvent,
  type RunOutcome,
  type RunView,
  sinceProblem,
  toldProblem,
} from './playbook'
import { playbookAfter, playbookOf } from './playbooks'

/**
 * A playbook that a seller has begun: what was done and written, each with its time. Everything else is computed, so a
 * later change to a playbook leaves what was written as it is.
 */
export type Run = {
  id: RunId
  playbook: string
  store: StoreId
  /** The day it is about: when it happened, or when it will. */
  from: LocalDay
  /** Oldest first; the first says that it was started. */
  log: readonly RunEntry[]
}

/** Dates are kept as they were counted: a figure that changes later does not move them. */
export type RunEntry = { id: EventId; at: Instant } & (
  | { kind: 'started' }
  | { kind: 'stepped'; step: string; answer?: string }
  | { kind: 'undone'; step: string }
  | { kind: 'wrote'; step: string; what: 'note' | 'case' | 'evidence'; text: string; struck?: true }
  | { kind: 'struck'; of: EventId }
  | {
      kind: 'clock-started'
      clock: string
      way: Clock['way']
      on: LocalDay
      due: Deadline['due']
      figure?: string
    }
  | { kind: 'told'; clock: string; way: Clock['way']; day: LocalDay }
  | { kind: 'met'; clock: string }
  | { kind: 'closed'; outcome: RunOutcome }
  | { kind: 'resumed' }
  /** Of a kind that only a later version knows. */
  | { kind: 'later-version'; raw: unknown }
)

/** A run of months has a few dozen lines. The limit keeps a fault from filling the browser's storage. */
export const longestLog = 300

/** Two merged logs may have more lines; a log with even more than this is not ours. */
export const mostLogLines = 5000

/** A request that a run cannot take; views look before they ask. */
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
 * The run after what the seller did. An event seen before changes nothing.
 * @throws RunProblem for what a run cannot take: a secret, an absurd day, anything but a resumption once it is closed.
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

/** Of a clock that this version does not know, what the run itself says. */
function clockWay(run: Run, clock: string): Clock['way'] | undefined {
  const known = clocksOf(run.playbook).find(({ id }) => id === clock)
  const kept = run.log.find((entry) => 'clock' in entry && 'way' in entry && entry.clock === clock)
  return known?.way ?? (kept && 'way' in kept ? kept.way : undefined)
}

function counted({ id, way, length = { days: 0 } }: Clock, on: LocalDay, now: Now) {
  const figure = typeof length === 'string' ? { figure: length } : {}
  const span = typeof length === 'string' ? lengthOf(length) : length
  // We do not ask for the hour of a message, so hours count from the start of its day: early rather than late.
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

/** The dates of the runs that are open, the nearest first; those that are met come last. */
export function deadlinesOf(runs: readonly Run[], now: Now): Deadline[] {
  return runs
    .filter(isOpen)
    .flatMap((run) => deadlinesIn(run, now))
    .sort((a, b) => Number(a.met) - Number(b.met) || endOf(a.due, now) - endOf(b.due, now))
}

/**
 * When to notify about the dates of open runs: at nine on their day, or on the day before for what ends earlier. A date
 * that was entered after that time needs no notification: the seller has just seen it.
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

function deadlinesIn(run: Run, now: Now): Deadline[] {
  const found = new Map<string, Deadline>()
  for (const entry of run.log) {
    if (entry.kind === 'clock-started') {
      const { clock, way, on, due, figure } = entry
      found.set(clock, deadline(run, { clock, way, due, since: on, ...(figure ? { figure } : {}) }, now))
    } else if (entry.kind === 'told') {
      const { clock, way, day } = entry
      const before = found.get(clock)
      const instead = before?.told ? before.told.instead : before?.due
      const told = { on: dayAt(entry.at, now), ...(instead ? { instead } : {}) }
      const { since, figure } = before ?? {}
      const rest = { ...(since ? { since } : {}), ...(figure ? { figure } : {}) }
      found.set(clock, deadline(run, { clock, way, due: { day }, told, ...rest }, now))
    } else if (entry.kind === 'met') {
      const before = found.get(entry.clock)
      if (before) found.set(entry.clock, { ...before, met: true, late: false })
    }
  }
  return [...found.values()]
}

function deadline(
  { id, playbook, store }: Run,
  kept: Pick<Deadline, 'clock' | 'way' | 'due' | 'since' | 'figure' | 'told'>,
  now: Now,
): Deadline {
  const { due, way } = kept
  // Only a date to act by can be late.
  const late = way === 'by' && endOf(due, now) <= instantOf(now)
  return { run: id, playbook, store, ...kept, day: dayOfDue(due, now), late, met: false }
}

function dayOfDue(due: Deadline['due'], now: Now): LocalDay {
  return 'at' in due ? dayAt(due.at, now) : due.day
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
    // Not always the first entry: a merged log is ordered by two clocks.
    started: (log.find(({ kind }) => kind === 'started') ?? log[0])?.at ?? 0,
    touched: log.at(-1)?.at ?? 0,
    ...(closed ? { closed: { at: closed.at, outcome: closed.outcome } } : {}),
    // In an imported log a step may have any name, even `__proto__`.
    done: Object.fromEntries(done),
    log: log.filter(({ kind }) => kind !== 'struck').map(lineOf),
    deadlines: deadlinesIn(run, now),
    full: log.length >= longestLog,
  }
}

function lineOf(entry: RunEntry): LogLine {
  switch (entry.kind) {
    case 'clock-started': {
      const { id, at, kind, clock, on } = entry
      return { id, at, kind, clock, day: on }
    }
    case 'told': {
      const { way: _way, ...line } = entry
      return line
    }
    case 'later-version':
      return { id: entry.id, at: entry.at, kind: 'later-version' }
    default:
      return entry
  }
}

/** The running ones first, of each kind the last touched first. */
export function viewsOf(runs: readonly Run[], now: Now): RunView[] {
  return runs
    .map((run) => viewOf(run, now))
    .sort((a, b) => Number(a.closed !== undefined) - Number(b.closed !== undefined) || b.touched - a.touched)
}

/** Merges two logs: everything that either side did is kept, and a line that either side removed stays removed. */
export function mergedRun(own: Run, other: Run): Run {
  const entries = new Map<EventId, RunEntry>(other.log.map((entry) => [entry.id, entry]))
  for (const entry of own.log) {
    const theirs = entries.get(entry.id)
    const isStruck = theirs?.kind === 'wrote' && theirs.struck
    entries.set(entry.id, isStruck ? theirs : entry)
  }
  return { ...own, log: [...entries.values()].sort((a, b) => a.at - b.at) }
}

/** The journal keeps that something was written, not what. */
export function journalledRun(run: Run, event: RunEvent | { kind: 'started' }): JournalEvent | undefined {
  const about = { run: run.id, playbook: run.playbook }
  switch (event.kind) {
    case 'started':
    case 'resumed':
      return { kind: `run-${event.kind}`, ...about }
    case 'stepped':
      return {
        kind: 'run-stepped',
        ...about,
        step: event.step,
        ...(event.answer === undefined ? {} : { answer: event.answer }),
      }
    case 'undone':
      return { kind: 'run-undone', ...about, step: event.step }
    case 'wrote':
      return { kind: 'run-wrote', ...about, step: event.step, what: event.what }
    case 'clock-started':
      return { kind: 'run-clock', ...about, clock: event.clock, on: event.on }
    case 'told':
      return { kind: 'run-told', ...about, clock: event.clock, day: event.day }
    case 'closed':
      return { kind: 'run-closed', ...about, outcome: event.outcome }
    case 'met':
    case 'struck':
      return undefined
  }
}

/**
 * The playbook that a card may offer on a page: a run that is open and fits, else the playbook for something that the
 * seller has reported. Never a guess from the page alone.
 */
export function fittingPlaybook(
  page: PageId,
  runs: readonly Run[],
  reports: readonly HappeningId[],
): { run: RunId } | { playbook: PlaybookId } | undefined {
  const fits = (playbook: string) => playbookOf(playbook)?.pages.includes(page)
  const run = runs.findLast((one) => isOpen(one) && fits(one.playbook))
  if (run) return { run: run.id }
  const playbook = reports.map((what) => playbookAfter(what)).find((one) => one && fits(one))
  return playbook && { playbook }
}
