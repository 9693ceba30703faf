import type { Deadline } from '../deadline'
import type { LengthId } from '../facts/lengths'
import type { ThresholdId } from '../facts/thresholds'
import type { EventId, RunId, StoreId } from '../ids'
import type { IncidentId } from '../incidents'
import type { PageId } from '../page'
import type { Instant, LocalDay } from '../time/time'

// What a playbook is, and which steps lead through it. Separate from run.ts, so that the dashboard can show
// every step without the date library, and when the background doesn't answer.

/**
 * Ids never change: runs, exports and the journal name them. Texts: `playbook_<id>`, `playbooks_when_<id>`,
 * `playbooks_avoid_<id>_1` … (`-` as `_`).
 */
export const playbookIds = [
  'hijack',
  'funds-cleared',
  'deactivation-appeal',
  'backup-access',
  'phishing',
  'claim',
  'verification',
  'offboarding',
  'listing-taken-over',
] as const
export type PlaybookId = (typeof playbookIds)[number]

/** A guided workflow for an incident. */
export type Playbook = {
  /** In order. After a question, answers and steps name the step that follows. */
  steps: readonly Step[]
  /** The Seller Central pages whose card may offer it. */
  pages: readonly PageId[]
  hasAppeal?: true
  /** It is about a message, which can be checked there. */
  hasMessageCheck?: true
  /** Reports that may start it. */
  reports?: readonly IncidentId[]
  /** The length of the first-hour clock in minutes. Missing if a clock doesn't help. */
  minutes?: number
}

/** Texts: `step_<playbook>_<step>_title`, `_why`, `_how_1` …, optionally `_evidence_1` … and `_caveat`. */
export type Step = {
  /** Never changes within its playbook: runs name it. */
  id: StepId
  pages?: readonly PageId[]
  /** The seller contacts Amazon here, so there may be a case number. */
  contact?: true
  clocks?: readonly Clock[]
  figures?: readonly ThresholdId[]
  /** Minutes of the first hour in which to do it. */
  minutes?: readonly [from: number, to: number]
} & (
  | {
      /** A question whose answer decides the next step. Texts: `step_…_answer_<answer>`. */
      answers: readonly Branch[]
      next?: never
    }
  | {
      answers?: never
      /** The step that follows. Missing: the next in the list. Null: the end. */
      next?: StepId | null
    }
)

export type Branch = {
  answer: string
  /** Missing: the next step in the list. Null: the end. */
  to?: StepId | null
  /** Another playbook fits better from here on. */
  start?: PlaybookId
}

/** A date that a playbook tracks. Text: `clock_<id>`. */
export type Clock = {
  id: string
  /** `by` is a deadline. `from` is the earliest date to do something. */
  way: Deadline['way']
  /** How long it runs. Missing if the date is in a notice that only the seller can read. */
  length?: LengthId | { days: number }
  /** It starts with the run, without asking the seller. */
  atStart?: true
}

export type StepId = string

export const outcomes = ['solved', 'partly', 'not-solved', 'false-alarm', 'handed-over'] as const
export type RunOutcome = (typeof outcomes)[number]

/** What a seller writes into a run: a note for its log, a case number, or the name and date of a file. */
export const lineKinds = ['note', 'case', 'evidence'] as const
export type LineKind = (typeof lineKinds)[number]

/** Every overview reads all runs, and every end date in a register starts one. */
export const mostRuns = 1000

export const longestCase = 60
/** Names and dates of files, never the files. */
export const longestEvidence = 200

type RunAction =
  | { kind: 'stepped'; step: StepId; answer?: string }
  /** Reopens the step. */
  | { kind: 'undone'; step: StepId }
  | { kind: 'wrote'; step: StepId; what: LineKind; text: string }
  /** Deletes the text of that line. */
  | { kind: 'struck'; of: EventId }
  /** Counted from the day `on`. */
  | { kind: 'clock-started'; clock: string; on: LocalDay }
  /** The seller enters the date that Amazon or the notice gave. */
  | { kind: 'told'; clock: string; day: LocalDay }
  /** Nothing is left to do for this date. */
  | { kind: 'met'; clock: string }
  | { kind: 'closed'; outcome: RunOutcome }
  | { kind: 'resumed' }
type Action<Kind extends RunAction['kind']> = Extract<RunAction, { kind: Kind }>

export type RunEvent = { id: EventId; run: RunId } & RunAction

/** A line of a run's log. Dates are stored as counted, so a figure that changes later doesn't move them. */
export type RunEntry = { id: EventId; at: Instant } & (
  | { kind: 'started' }
  | Exclude<RunAction, { kind: 'wrote' | 'clock-started' | 'told' }>
  | (Action<'wrote'> & { struck?: true })
  | (Action<'clock-started'> & Pick<Deadline, 'way' | 'due' | 'figure'>)
  | (Action<'told'> & Pick<Deadline, 'way'>)
  | { kind: 'later-version'; raw: unknown }
)

export type RunView = {
  id: RunId
  /** The id of a playbook, which this version may not know. */
  playbook: string
  store: StoreId
  started: Instant
  from: LocalDay
  /** When the last line was written to its log. */
  touched: Instant
  closed?: { at: Instant; outcome: RunOutcome }
  /** When each step was done, with the answer given there. */
  done: Readonly<Record<StepId, { at: Instant; answer?: string }>>
  /** Without the lines that only delete another line. */
  log: readonly RunEntry[]
  deadlines: readonly Deadline[]
  /** The log has reached `longestLog`. */
  full: boolean
}

export type RunsView = {
  today: LocalDay
  /** Open ones first, then closed ones; in each group the last changed first. */
  runs: readonly RunView[]
  /** Keys of runs that can't be read. They are kept, like those that a later version wrote (`newer`). */
  unreadable: readonly string[]
  newer: readonly string[]
}

/** The steps as far as the answers decide them. `parted` if the next step depends on an answer. */
export function pathOf(
  { steps }: Playbook,
  answers: Readonly<Record<StepId, string | undefined>>,
): { steps: readonly Step[]; parted: boolean } {
  const path: Step[] = []
  let step = steps[0]
  while (step && !path.includes(step)) {
    path.push(step)
    const answer = Object.hasOwn(answers, step.id) ? answers[step.id] : undefined
    const branch = step.answers?.find((one) => one.answer === answer)
    if (step.answers && !branch) return { steps: path, parted: true }
    step = following(steps, step, branch)
  }
  return { steps: path, parted: false }
}

/** The step after this one. Undefined at the end. */
export function following(steps: readonly Step[], step: Step, branch?: Branch): Step | undefined {
  const to = branch?.to === undefined ? step.next : branch.to
  if (to === null) return undefined
  return to === undefined ? steps[steps.indexOf(step) + 1] : steps.find(({ id }) => id === to)
}

/** The first step that is not done yet. Undefined if all are done. */
export function currentStep(playbook: Playbook, done: RunView['done']): Step | undefined {
  return wayOf(playbook, done).current
}

/** Where a run is: its path, the first step that is not done, and the step to show. */
export type Way = ReturnType<typeof pathOf> & { current: Step | undefined; shown: Step | undefined }

/** @param chosen the step that the seller wants to see instead of the current one. */
export function wayOf(playbook: Playbook, done: RunView['done'], chosen?: StepId): Way {
  const answers = Object.fromEntries(Object.entries(done).map(([step, { answer }]) => [step, answer]))
  const path = pathOf(playbook, answers)
  const current = path.steps.find(({ id, answers: asked }) => {
    const was = Object.hasOwn(done, id) ? done[id] : undefined
    // An answer that this version no longer offers is asked for again.
    return !was || (asked !== undefined && !asked.some(({ answer }) => answer === was.answer))
  })
  return {
    ...path,
    current,
    shown: path.steps.find(({ id }) => id === chosen) ?? current ?? path.steps.at(-1),
  }
}

export type DayProblem = 'missing' | 'past' | 'too-old' | 'too-far'

/** Why the seller can't enter this date from Amazon. Undefined if they can. */
export function toldProblem(day: LocalDay, today: LocalDay): DayProblem | undefined {
  if (day === '') return 'missing'
  if (day < today) return 'past'
  return day > yearsFrom(today, 2) ? 'too-far' : undefined
}

/** Why a clock can't count from that day. Undefined if it can. */
export function sinceProblem(day: LocalDay, today: LocalDay): DayProblem | undefined {
  if (day === '') return 'missing'
  if (day < yearsFrom(today, -1)) return 'too-old'
  return day > yearsFrom(today, 1) ? 'too-far' : undefined
}

/** Only for comparing: the result may be a day that doesn't exist, such as February 29. */
function yearsFrom(day: LocalDay, years: number): LocalDay {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
}
