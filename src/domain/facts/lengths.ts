import type { Length } from '../time/length'
import type { ThresholdId } from './thresholds'

/**
 * The figures that dates are counted with, as lengths of time. Where a figure gives several numbers, the safe
 * one. Separate from thresholds.ts, whose sources the background never shows.
 */
export const lengths = {
  'aha-respond': { hours: 72 },
  'atoz-info': { hours: 72 },
  'atoz-appeal': { days: 30 },
  'chargeback-answer': { days: 7 },
  'safe-t': { days: 30 },
  'deposit-hold': { days: 3 },
  'funds-appeal': { days: 60 },
  'appeal-reply': { days: 2 },
  'bsa-cure': { days: 7 },
  'inform-days': { days: 10 },
  'inform-annual': { days: 365 },
  'kyc-days': { days: 60 },
  'dac7-days': { days: 60 },
  '2sv-recovery': { days: 2 },
} as const satisfies Partial<Record<ThresholdId, Length>>

export type LengthId = keyof typeof lengths
