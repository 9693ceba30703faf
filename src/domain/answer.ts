// Separate from checklist.ts, so that a view can list the answers without the date library.

import type { EventId } from './ids'
import { addDays, isDay, type LocalDay } from './time/day'

/** The times a snooze offers; a day of the seller's choice is the fourth. */
export const snoozes = ['hour', 'tomorrow', 'next-week'] as const
export type Snooze = (typeof snoozes)[number]

/** Days between two checks that a seller may choose. */
export const paceBounds = { least: 1, most: 730 } as const

/** A mistyped year must not bury an item for good. */
export const longestSnoozeDays = 180

/** A day that an item can be put off to. */
export function isSnoozeDay(day: LocalDay, today: LocalDay): boolean {
  return isDay(day) && day > today && day <= addDays(today, longestSnoozeDays)
}

export const longestReason = 200
export const longestName = 60
export const longestNote = 500

/** What a seller can say of one item. */
export type Answer =
  | { kind: 'checked' }
  | { kind: 'snoozed'; for: Snooze | { day: LocalDay } }
  | { kind: 'dismissed'; reason?: string }
  | { kind: 'handled-elsewhere'; by: string }
  | { kind: 'closed' }
  | { kind: 'restored' }
  /** Of the event that gave the answer. */
  | { kind: 'undone'; of: EventId }
  | { kind: 'noted'; note: string }
  /** Another interval than the catalogue's; `default` goes back to it. */
  | { kind: 'paced'; every: number | 'off' | 'default' }
  /** Answers to the question after several unanswered cards: go on with cards, or keep this item off pages. */
  | { kind: 'kept' }
  | { kind: 'silenced' }

/** The four questions that decide which items exist for a store. An unanswered one hides nothing. */
export const questions = {
  plan: ['professional', 'individual'],
  team: ['several', 'alone'],
  ships: ['self', 'amazon', 'both'],
  help: ['none', 'agency', 'apps', 'both'],
} as const
export type Question = keyof typeof questions
export type Profile = { [Q in Question]?: (typeof questions)[Q][number] }
