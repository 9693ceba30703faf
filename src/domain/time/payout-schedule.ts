import { addDays, daysBetween, isDay, type LocalDay } from './day'

/** When payouts come, as the seller entered it: Nightlatch can't see it. */
export type PayoutRhythm = { kind: 'every'; days: number; from: LocalDay } | { kind: 'on-request' }

export const payoutBounds = { least: 2, most: 60 } as const

/** The deposit method is compared before a payout leaves, while there is still time to stop it. */
const eveDays = 2

/** The first payout on or after a day. Undefined if payouts come on request. */
export function payoutFrom(rhythm: PayoutRhythm, day: LocalDay): LocalDay | undefined {
  if (rhythm.kind === 'on-request') return undefined
  const { days, from } = rhythm
  const cycles = Math.max(0, Math.ceil(daysBetween(from, day) / days))
  return addDays(from, cycles * days)
}

export function eveOf(payout: LocalDay): LocalDay {
  return addDays(payout, -eveDays)
}

/** The first payout eve after a day. A check from an eve to its payout counts for that payout. */
export function eveAfter(rhythm: PayoutRhythm, day: LocalDay): LocalDay | undefined {
  const payout = payoutFrom(rhythm, addDays(day, eveDays + 1))
  return payout === undefined ? undefined : eveOf(payout)
}

/** In days. A mistyped year would postpone the check for good, or count from a time before Amazon. */
const farthestDays = 366

/** Whether payouts can be counted from this day. */
export function isPayoutDay(day: string, today: LocalDay): boolean {
  return isDay(day) && Math.abs(daysBetween(today, day)) <= farthestDays
}

export function isRhythm(rhythm: PayoutRhythm, today: LocalDay): boolean {
  if (rhythm.kind === 'on-request') return true
  const { days, from } = rhythm
  const isLength = Number.isInteger(days) && days >= payoutBounds.least && days <= payoutBounds.most
  return isLength && isPayoutDay(from, today)
}
