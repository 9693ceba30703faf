import type { ItemView, OwnCheckView, StoreOverview } from './overview'
import type { PageId } from './page'
import { isEssential } from './severity'
import { byUrgency, reportOf } from './urgency'

export type Check = ItemView | OwnCheckView

/** The due checks of a store in the order to do them, to be done in one go. */
export type Round = {
  checks: readonly Check[]
  /** For all checks together. */
  minutes: number
  /** Longer work that is due too, for another day. Empty if only tasks are due: then they are the checks. */
  tasks: readonly ItemView[]
  /** Due too, but each takes longer than the seller has: it can be offered alone. */
  longer: readonly Check[]
  /** Due too, but there is no time left for them. */
  left: readonly Check[]
  /** The only check of this round takes longer than the seller has. */
  isLonger?: true
}

/** The choices in "I have 5 minutes". */
export const minutesChoices = [5, 10, 20] as const

type Shown = Pick<StoreOverview, 'areas' | 'measures'>

/**
 * Plans a round of one store: everything that is due, essential or not.
 * @param minutes how long the seller has. Missing: as long as it takes.
 */
export function planRound(overview: Shown, minutes?: number): Round {
  return roundOf(waitingIn(overview), minutes)
}

/** The same for several lengths of time, sorted once. */
export function plansIn<Minutes extends number>(overview: Shown, choices: readonly Minutes[]) {
  const sorted = inGoodOrder(waitingIn(overview), (check) => check)
  return choices.map((minutes) => [minutes, roundIn(sorted, minutes)] as const)
}

/** The round that a press starts where the seller names no time. */
export function roundToStart(overview: Shown): Round {
  const due = waitingIn(overview)
  return roundOf(due.filter(isInRound(due)))
}

function waitingIn(overview: Shown): Check[] {
  return checksIn(overview).filter(({ waiting }) => waiting)
}

/**
 * Which of the checks that are due a round asks. Without a limit of time those that the home page counts, or
 * the others if there are none. With one, the others fill the time that is left.
 * @param due of all stores of the round.
 */
export function isInRound(due: readonly Check[], minutes?: number): (check: Check) => boolean {
  return minutes === undefined && due.some(isDue) ? isDue : () => true
}

export function checksIn({ areas, measures }: Shown): Check[] {
  return [...areas.flatMap(({ items }) => items), ...measures]
}

/** The checks that belong to a page, due ones first. */
export function checksOn(overview: Shown, page: PageId): Check[] {
  return checksIn(overview)
    .filter((check) => ('recurs' in check ? check.page === page : check.pages.includes(page)))
    .sort((a, b) => Number(b.waiting) - Number(a.waiting))
}

/** Whether the home page counts it as due: it is part of the toolbar number, or it was promised to Amazon. */
export function isDue(check: Check): boolean {
  return isPromisedToAmazon(check) ? check.waiting : check.counted
}

export function isPromisedToAmazon(check: Check): boolean {
  return 'origin' in check && check.origin !== undefined
}

/** What the home page, the popup and the side bar count as due. */
export function dueIn(overview: Shown): Check[] {
  return checksIn(overview).filter(isDue)
}

/** Plans a round of these checks, all of one store. */
export function roundOf(due: readonly Check[], minutes?: number): Round {
  return roundIn(
    inGoodOrder(due, (check) => check),
    minutes,
  )
}

function roundIn(sorted: readonly Check[], minutes?: number): Round {
  const { picked, tasks, ...rest } = pick(sorted, (check) => check, minutes)
  return { checks: picked, minutes: sumOf(picked), tasks: tasks.filter(isTask), ...rest }
}

/**
 * By rank; within a rank those of one page together, so that a page is opened once per rank; and on a page
 * the same check of several stores together. Otherwise the most urgent first.
 */
export function inGoodOrder<T>(all: readonly T[], checkOf: (one: T) => Check): T[] {
  const sorted = [...all].sort((a, b) => byUrgency(checkOf(a), checkOf(b)))
  return ranks.flatMap((rank) => {
    const ranked = sorted.filter((one) => rankOf(checkOf(one)) === rank)
    return grouped(ranked, (one) => pageOf(checkOf(one))).flatMap((onPage) =>
      grouped(onPage, (one) => checkOf(one).id).flat(),
    )
  })
}

/** Groups in the order of their first members. */
function grouped<T>(all: readonly T[], nameOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const name = nameOf(one)
    const group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
  }
  return [...groups.values()]
}

/** Takes what fits, in order. Something longer than all the minutes is taken only if nothing else fits. */
export function pick<T>(
  sorted: readonly T[],
  checkOf: (one: T) => Check,
  minutes = Number.POSITIVE_INFINITY,
) {
  const looks = sorted.filter((one) => !isTask(checkOf(one)))
  const tasks = looks.length > 0 ? sorted.filter((one) => isTask(checkOf(one))) : []
  const picked: T[] = []
  const longer: T[] = []
  const left: T[] = []
  let free = minutes
  for (const one of looks.length > 0 ? looks : sorted) {
    const needed = minutesOf(checkOf(one))
    if (needed > minutes) longer.push(one)
    else if (needed > free) left.push(one)
    else {
      picked.push(one)
      free -= needed
    }
  }
  const [alone, ...others] = longer
  return picked.length === 0 && alone !== undefined
    ? { picked: [alone], tasks, longer: others, left, isLonger: true as const }
    : { picked, tasks, longer, left }
}

function sumOf(checks: readonly Check[]): number {
  return checks.reduce((sum, check) => sum + minutesOf(check), 0)
}

/** An estimate: a seller enters no minutes for a check of their own. */
const minutesOfOwn = 5

export function minutesOf(check: Check): number {
  return 'minutes' in check ? check.minutes : minutesOfOwn
}

/** Longer work, which a round of all checks leaves for another day. */
export const isTask = (check: Check): check is ItemView => 'task' in check

const ranks = ['reported', 'essential', 'rest'] as const
type Rank = (typeof ranks)[number]

/** What was promised to Amazon, or counts on the toolbar, is as important as an essential check. */
function rankOf(check: Check): Rank {
  if (reportOf(check)) return 'reported'
  if ('severity' in check) return isEssential(check) ? 'essential' : 'rest'
  return isPromisedToAmazon(check) || check.counts ? 'essential' : 'rest'
}

/** Empty for a check of the seller's own without a page. */
function pageOf(check: Check): string {
  return check.page ?? ''
}
