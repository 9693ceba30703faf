import { addDays, addMonths, type LocalDay } from './day'
import { paceBounds } from './length'
import { eveAfter, eveOf, type PayoutRhythm, payoutFrom } from './payout-schedule'

/** When a check of the seller's own comes due again. */
export type Recurrence =
  | { kind: 'days' | 'weeks'; every: number }
  /** On a day of every n-th month, counted from `month`, 1 to 12. A year is twelve months. */
  | ({ kind: 'months' } & MonthlyDate)
  /** Before each payout. */
  | { kind: 'payouts' }

/** In a month that is too short, the date is its last day. So February 29 is February 28 in other years. */
export type MonthlyDate = { every: number; month: number; day: number }

/** Each divides a year, so that the months are the same in every year. */
export const monthSteps = [1, 2, 3, 4, 6, 12] as const

export const weekBounds = { least: 1, most: Math.floor(paceBounds.most / 7) } as const

export function isRecurrence(recurs: Recurrence): boolean {
  switch (recurs.kind) {
    case 'days':
      return isWithin(recurs.every, paceBounds)
    case 'weeks':
      return isWithin(recurs.every, weekBounds)
    case 'months':
      return (
        monthSteps.some((step) => step === recurs.every) &&
        isWithin(recurs.month, { least: 1, most: 12 }) &&
        isWithin(recurs.day, { least: 1, most: longestIn(recurs) })
      )
    case 'payouts':
      return true
  }
}

/** The last day that a date can have: February 29 if it recurs in February alone. */
export function longestIn(date: Pick<MonthlyDate, 'every' | 'month'>): number {
  return Math.max(...lengthsOf(date, '2028'))
}

/** Whether one of its months is too short for it, at least in most years. */
export function isSometimesTooShort(date: MonthlyDate): boolean {
  return date.day > Math.min(...lengthsOf(date, '2027'))
}

function lengthsOf({ every, month }: Pick<MonthlyDate, 'every' | 'month'>, year: string): number[] {
  const first = `${year}-${String(((month - 1) % every) + 1).padStart(2, '0')}`
  return Array.from({ length: 12 / every }, (_, index) => daysIn(addMonths(first, index * every)))
}

/** A check up to this many days before a date counts for it. */
export function earlyDays({ every }: Pick<MonthlyDate, 'every'>): number {
  return Math.min(7 * every, 30)
}

/** The first date on or after a day. */
export function dateFrom(date: MonthlyDate, day: LocalDay): LocalDay {
  let name = day.slice(0, 7)
  for (;;) {
    const isIts = (Number(name.slice(5)) - date.month) % date.every === 0
    const on = `${name}-${String(Math.min(date.day, daysIn(name))).padStart(2, '0')}`
    if (isIts && on >= day) return on
    name = addMonths(name, 1)
  }
}

/** The date that comes next after a check. */
export function dateAfter(date: MonthlyDate, checked: LocalDay): LocalDay {
  return dateFrom(date, addDays(checked, earlyDays(date) + 1))
}

/** Days between two checks if they are counted from the last one. */
export function intervalIn(recurs: Recurrence): number | undefined {
  if (recurs.kind === 'days') return recurs.every
  return recurs.kind === 'weeks' ? recurs.every * 7 : undefined
}

type Payouts = PayoutRhythm | undefined

/** The day on which it comes due after a check. Undefined: it has no day, since the payout day is unknown. */
export function dueAfter(recurs: Recurrence, checked: LocalDay, payouts: Payouts): LocalDay | undefined {
  switch (recurs.kind) {
    case 'months':
      return dateAfter(recurs, checked)
    case 'payouts':
      return payouts && eveAfter(payouts, checked)
    default:
      return addDays(checked, intervalIn(recurs) ?? 0)
  }
}

/** The day on which it comes due for the first time. Undefined as in `dueAfter`. */
export function firstDue(recurs: Recurrence, began: LocalDay, payouts: Payouts): LocalDay | undefined {
  switch (recurs.kind) {
    case 'months':
      return dateFrom(recurs, began)
    case 'payouts': {
      const payout = payouts && payoutFrom(payouts, began)
      const eve = payout && eveOf(payout)
      return eve !== undefined && eve < began ? began : eve
    }
    default:
      return began
  }
}

function daysIn(month: string): number {
  return Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8))
}

function isWithin(number: number, { least, most }: { least: number; most: number }): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}
