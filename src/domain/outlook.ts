import type { ItemView, Overview } from './overview'
import { dueIn, isPromisedToAmazon, type Round, roundOf } from './round'
import { isEssential } from './severity'
import type { LocalDay } from './time/day'

// What the home page and the popup say first: what is due, or when the next check is.

/** The main message of the home page. */
export type Outlook =
  /** No essential check was ever done. `essentials` counts those that apply, tasks included. */
  | { kind: 'first-day'; round: Round; essentials: number }
  | { kind: 'due'; round: Round }
  /** Nothing is due before `until`. Missing: no next day is known. */
  | { kind: 'well'; until?: LocalDay }
  /** Nothing that could be read is due, but `unreadable` checks could not be read. */
  | { kind: 'unknown'; unreadable: number }

type Shown = Pick<Overview, 'areas' | 'measures'>

export type Essential = 'good' | 'unreadable' | 'open'

/** One for each essential check that applies to the store that is shown, up to date first. */
export function essentialsOf({ areas }: Pick<Shown, 'areas'>): Essential[] {
  const all = areas
    .flatMap(({ items }) => items)
    .filter((item) => isEssential(item) && item.status.kind !== 'not-for-me')
    .map(({ status: { kind } }): Essential => {
      if (kind === 'up-to-date' || kind === 'handled-elsewhere') return 'good'
      return kind === 'unreadable' ? 'unreadable' : 'open'
    })
  const order: readonly Essential[] = ['good', 'unreadable', 'open']
  return all.sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** For the store that is shown. */
export function outlookOf({ areas, measures }: Shown): Outlook {
  const items = areas.flatMap((area) => area.items)
  const due = dueIn({ areas, measures })
  if (due.length > 0) {
    const round = roundOf(due)
    const essentials = items.filter(isEssential).filter(({ status }) => status.kind !== 'not-for-me')
    const isFirst = essentials.every(({ status }) => status.kind === 'never-checked')
    return isFirst && essentials.length === due.length
      ? { kind: 'first-day', round, essentials: essentials.length }
      : { kind: 'due', round }
  }
  const unreadable = [...items, ...measures].filter(({ status }) => status.kind === 'unreadable').length
  if (unreadable > 0) return { kind: 'unknown', unreadable }
  const own = measures.filter((check) => check.counts || isPromisedToAmazon(check))
  const days = [...items.filter(willCount), ...own].map(({ next }) => next)
  const until = earliest(days)
  return until === undefined ? { kind: 'well' } : { kind: 'well', until }
}

/** Whether the home page will count it once its day comes. */
function willCount(item: ItemView): boolean {
  return isEssential(item) || (item.status.kind === 'planned' && item.status.what !== undefined)
}

export function earliest(days: readonly (LocalDay | undefined)[]): LocalDay | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}
