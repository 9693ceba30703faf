import type { Deadline } from '../deadline'
import type { LengthId, ThresholdId } from '../facts/thresholds'
import type { EventId, RunId, StoreId } from '../ids'
import type { HappeningId } from '../incidents'
import type { PageId } from '../page'
import type { Instant, LocalDay } from '../time/time'

// What a playbook is, and the way through it. Separate from run.ts, so that the dashboard can show every step without the
// date library, and when the background does not answer.

/** For ever: runs, exports and the journal name them. Texts: `playbook_<id>`, `playbooks_when_<id>`, `playbooks_avoid_<id>_1` … (`-` as `_`). */
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

/** A guided workflow for a bad day. */
export type Playbook = {
  /** In their order; where answers part the ways, steps name the next one. */
  steps: readonly Step[]
  /** The pages of Seller Central whose card may offer it. */
  pages: readonly PageId[]
  /** An appeal is written in it. */
  hasAppeal?: true
  /** What may have been reported when it begins. */
  reports?: readonly HappeningId[]
  /** Minutes that the first-hour clock counts from the start; missing if no clock helps. */
  minutes?: number
}

/** Texts: `step_<playbook>_<step>_title`, `_why`, `_how_1` …, and where they exist `_evidence_1` … and `_caveat`. */
export type Step = {
  /** For ever within its playbook: runs name it. */
  id: StepId
  /** Amazon's own pages for it. */
  pages?: readonly PageId[]
  /** Amazon is told here, so a case number may come of it. */
  contact?: true
  clocks?: readonly Clock[]
  figures?: readonly ThresholdId[]
  /** Minutes of the first hour in which to do it. */
  minutes?: readonly [from: number, to: number]
} & (
  | {
      /** A question whose answer decides where it goes on. Texts: `step_…_answer_<answer>`. */
      answers: readonly Branch[]
      next?: never
    }
  | {
      answers?: never
      /** The step that follows; missing: the next one in the list; null: the end. */
      next?: StepId | null
    }
)

export type Branch = {
  answer: string
  /** Missing: the next one in the list. */
  to?: StepId | null
  /** Another playbook fits better from here on. */
  start?: PlaybookId
}

/** A date that a playbook keeps. Text: `clock_<id>`. */
export type Clock = {
  id: string
  /** Something is to be done by then, or cannot be done before. */
  way: Deadline['way']
  /** How long it is, by which figure. Missing if the date stands in a notice that only the seller can read. */
  length?: LengthId | { days: number }
  /** It runs from the day on which the playbook begins, without being asked. */
  atStart?: true
}

export type StepId = string

export const outcomes = ['solved', 'partly', 'not-solved', 'false-alarm', 'handed-over'] as const
export type RunOutcome = (typeof outcomes)[number]

/** What a seller writes into a run: a line of its log, the number of a case, the name and date of a file. */
export const lineKinds = ['note', 'case', 'evidence'] as const
export type LineKind = (typeof lineKinds)[number]

/** Every overview reads all runs, and every end date in a register begins one. */
export const mostRuns = 1000

export const longestCase = 60
/** Names and dates of files, never the files. */
export const longestEvidence = 200

/** What a seller does with a run. */
export type RunEvent = { id: EventId; run: RunId } & (
  | { kind: 'stepped'; step: StepId; answer?: string }
  /** The step is open again. */
  | { kind: 'undone'; step: StepId }
  | { kind: 'wrote'; step: StepId; what: LineKind; text: string }
  /** The text of that line goes. */
  | { kind: 'struck'; of: EventId }
  /** Counted from the day `on`. */
  | { kind: 'clock-started'; clock: string; on: LocalDay }
  /** The seller gives the date itself, from Amazon or from the notice. */
  | { kind: 'told'; clock: string; day: LocalDay }
  /** Nothing is left to do for this date. */
  | { kind: 'met'; clock: string }
  | { kind: 'closed'; outcome: RunOutcome }
  | { kind: 'resumed' }
)

/** A run as a view shows it. */
export type RunView = {
  id: RunId
  /** The id of a playbook, which this version may not know. */
  playbook: string
  store: StoreId
  started: Instant
  from: LocalDay
  /** When something was last written in it. */
  touched: Instant
  closed?: { at: Instant; outcome: RunOutcome }
  /** When each step was done, and what was answered there. */
  done: Readonly<Record<StepId, { at: Instant; answer?: string }>>
  log: readonly LogLine[]
  deadlines: readonly Deadline[]
  /** Nothing more fits into its log. */
  full: boolean
}

/** A line of the log, as far as a view needs it. */
export type LogLine = {
  id: EventId
  at: Instant
  kind: 'started' | RunEvent['kind'] | 'later-version'
  step?: StepId
  what?: LineKind
  text?: string
  struck?: true
  answer?: string
  clock?: string
  day?: LocalDay
  outcome?: RunOutcome
}

export type Runs = {
  today: LocalDay
  /** The running ones first, of each kind the last touched first. */
  runs: readonly RunView[]
  /** Keys of runs that cannot be read, or that a later version wrote: kept. */
  unreadable: readonly string[]
  newer: readonly string[]
}

/** The steps of a playbook as far as the answers decide them; `parted` if the next step depends on an answer. */
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

/** Undefined at the end. */
export function following(steps: readonly Step[], step: Step, branch?: Branch): Step | undefined {
  const to = branch?.to === undefined ? step.next : branch.to
  if (to === null) return undefined
  return to === undefined ? steps[steps.indexOf(step) + 1] : steps.find(({ id }) => id === to)
}

/** Where a run stands: the first step of its way that is not done; undefined when all are. */
export function currentStep(playbook: Playbook, done: RunView['done']): Step | undefined {
  const answers = Object.fromEntries(Object.entries(done).map(([step, { answer }]) => [step, answer]))
  return pathOf(playbook, answers).steps.find(({ id, answers: asked }) => {
    const was = Object.hasOwn(done, id) ? done[id] : undefined
    // An answer that this version no longer offers is asked for again.
    return !was || (asked !== undefined && !asked.some(({ answer }) => answer === was.answer))
  })
}

export type DayProblem = 'missing' | 'past' | 'too-old' | 'too-far'

/** Why we do not accept a date that Amazon is said to have given; undefined if we do. */
export function toldProblem(day: LocalDay, today: LocalDay): DayProblem | undefined {
  if (day === '') return 'missing'
  if (day < today) return 'past'
  return day > yearsFrom(today, 2) ? 'too-far' : undefined
}

/** Why a clock cannot count from that day; undefined if it can. */
export function sinceProblem(day: LocalDay, today: LocalDay): DayProblem | undefined {
  if (day === '') return 'missing'
  if (day < yearsFrom(today, -1)) return 'too-old'
  return day > yearsFrom(today, 1) ? 'too-far' : undefined
}

/** To compare with, not to show: 29 February has no counterpart. */
function yearsFrom(day: LocalDay, years: number): LocalDay {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
}
