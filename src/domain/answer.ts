// Separate from checklist.ts, so that views can list the answers without loading the date library.

import type { EventId } from './ids'
import { addDays, isDay, type LocalDay } from './time/day'

/** The three fixed choices of a snooze. The seller can also pick a day. */
export const snoozes = ['hour', 'tomorrow', 'next-week'] as const
export type Snooze = (typeof snoozes)[number]

export { paceBounds } from './time/length'

/** The longest snooze, so that a mistyped year can't hide an item for good. */
export const longestSnoozeDays = 180

/** Whether an item can be snoozed until this day. */
export function isSnoozeDay(day: LocalDay, today: LocalDay): boolean {
  return isDay(day) && day > today && day <= addDays(today, longestSnoozeDays)
}

export const longestReason = 200
export const longestName = 60
export const longestNote = 500

/** Something a seller can say about an item. */
export type Answer =
  | { kind: 'checked' }
  | { kind: 'snoozed'; for: Snooze | { day: LocalDay } }
  | { kind: 'dismissed'; reason?: string }
  | { kind: 'handled-elsewhere'; by: string }
  | { kind: 'closed' }
  | { kind: 'restored' }
  /** `of` is the event that gave the answer. */
  | { kind: 'undone'; of: EventId }
  | { kind: 'noted'; note: string }
  /** Sets the seller's own interval, in days. `default` restores the catalog's interval. */
  | { kind: 'paced'; every: number | 'off' | 'default' }
  /** Answers after several unanswered cards: keep showing cards, or keep this item off Amazon's pages. */
  | { kind: 'kept' }
  | { kind: 'silenced' }
  /** The person responsible for it. Empty: whoever is responsible for the store. */
  | { kind: 'assigned'; who: string }
  /** Steps of the seller's own, after those of the catalog. */
  | { kind: 'own-steps'; steps: readonly string[] }
  /** Removes what the seller adapted: interval, steps and note. */
  | { kind: 'original' }

/** The four questions that decide which items a store has. An unanswered question hides no item. */
export const questions = {
  plan: ['professional', 'individual'],
  team: ['several', 'alone'],
  ships: ['self', 'amazon', 'both'],
  help: ['none', 'agency', 'apps', 'both'],
} as const
export type Question = keyof typeof questions
export type Profile = { [Q in Question]?: (typeof questions)[Q][number] }
