import type { Answer, Snooze } from './answer'
import type { EventId } from './ids'
import type { IncidentId } from './incidents'
import { quietAfterClose, quietAfterShowing } from './nudge-policy'
import { hour, type Length } from './time/length'
import {
  addDays,
  dayOf,
  endOf,
  hourOf,
  type Instant,
  instantOf,
  type LocalDay,
  type Now,
  nextMonday,
} from './time/time'

/** Why an item doesn't come due as usual. Missing if it does. */
export type Standing =
  | { kind: 'planned'; until: Instant; on: LocalDay }
  | { kind: 'handled-elsewhere'; by: string; on: LocalDay }
  | { kind: 'not-for-me'; on: LocalDay; reason?: string }

/** A report that made this item due. */
export type Happened = {
  what: IncidentId
  on: LocalDay
  by: { day: LocalDay } | { at: Instant }
  /** The earliest day to do it, such as day 60 after a deactivation. */
  from?: LocalDay
}

/** What the seller said about one item, with dates. What is due is computed from it. */
export type ItemRecord = Said & {
  before?: Before
  /** Ids of the last answers, so that an answer sent twice counts once. */
  events: readonly EventId[]
}
/** The state before an answer or report. An undo restores it. */
export type Before = Said & {
  /** Missing in records that 0.1.0 wrote. */
  undo?: Undo
  /** The state one answer earlier, if that answer was given on the same day. */
  before?: Before
}
export type Undo = {
  of: EventId
  on: LocalDay
  /** It was a report: undoing it also undoes everything that the report made due. */
  isReport?: true
}
export type Said = {
  checked?: LocalDay
  /** The check before. Keeps the places of items that were checked on one day (`spreadPart` in status.ts). */
  checkedBefore?: LocalDay
  standing?: Standing
  happened?: Happened
  /** No card for this item until then. Closing a card is not an answer. */
  quietUntil?: Instant
  /** How many cards were shown since the last answer. */
  unanswered?: number
  /** The seller wants no cards for it. Popup and dashboard still show it. */
  silenced?: true
  note?: string
  /** The seller's own interval in days, and the day on which it was set. */
  pace?: { every: number | 'off'; on: LocalDay }
  /** The seller's own steps, after those of the catalog. */
  steps?: readonly string[]
  /** The person responsible for it, if it isn't the one of the store. */
  who?: string
}

/** Whether the seller said anything about the item. A card that was only shown doesn't count. */
export function isSaid({ checked, standing, happened, silenced, note, pace, steps, who }: Said): boolean {
  return [checked, standing, happened, silenced, note, pace, steps, who].some((part) => part !== undefined)
}

/** A repeated answer arrives within seconds, so a few ids are enough. */
const rememberedEvents = 8
/** More than `rememberedEvents`: a merged record has the ids of both sides. */
export const mostEvents = 64
/** The local hour at which a snoozed item comes due. */
export const morning = 9

/** The answer or report that an undo would undo. Records of 0.1.0 have only its id. */
export function lastSaid({ before, events }: Pick<ItemRecord, 'before' | 'events'>): EventId | undefined {
  return before?.undo?.of ?? events.at(-1)
}

type Body = Omit<ItemRecord, 'events'>

/**
 * The record after an event, which is remembered.
 * @param isAside keeps the event before it as the last one, so that it can still be undone.
 */
export function changedRecord(
  { events, ...record }: ItemRecord = { events: [] },
  id: EventId,
  change: (record: Body) => Body,
  isAside: boolean,
): ItemRecord {
  const all = isAside ? [...events.slice(0, -1), id, ...events.slice(-1)] : [...events, id]
  return { ...change(record), events: all.slice(-rememberedEvents) }
}

/** A card was shown, and counts as unanswered. */
export function afterShowing(record: ItemRecord = { events: [] }, now: Now): ItemRecord {
  const unanswered = (record.unanswered ?? 0) + 1
  return { ...record, unanswered, quietUntil: instantOf(now) + quietAfterShowing }
}

/** Wraps a change so that it can be undone, together with earlier answers of the same day. */
export function undoable(undo: Undo, change: (said: Said) => Said) {
  return ({ before, ...said }: Body): Body => {
    const earlier = before?.undo?.on === undo.on ? { before: cut(before) } : {}
    return { ...change(said), before: { ...said, undo, ...earlier } }
  }
}

/** Limits the chain of earlier states to the number of remembered events. */
function cut(before: Before, left = rememberedEvents - 2): Before {
  const { before: earlier, ...rest } = before
  return { ...rest, ...(earlier && left > 0 ? { before: cut(earlier, left - 1) } : {}) }
}

/** The record before the last answer or report. */
export function takenBack({ before, ...said }: Body): Body {
  if (!before) return said
  const { undo: _undo, ...was } = before
  return was
}

/** What an incident that is reported now makes of an item. */
export function reportedNow(
  what: IncidentId,
  due: { within: Length } | { after: { days: number } },
  now: Now,
): Happened {
  const on = dayOf(now)
  if ('after' in due) {
    const day = addDays(on, due.after.days)
    return { what, on, by: { day }, from: day }
  }
  const { within } = due
  const by =
    'hours' in within ? { at: instantOf(now) + within.hours * hour } : { day: addDays(on, within.days) }
  return { what, on, by }
}

/**
 * Combines two reports on one item: the second never postpones the first. Only one is kept, so something to
 * do soon replaces a report with a later start (`from`), and that start is lost.
 */
export function moreUrgent(earlier: Happened | undefined, later: Happened, now: Now): Happened {
  if (!earlier) return later
  if (earlier.from !== undefined && later.from !== undefined)
    return earlier.from < later.from ? earlier : later
  if (earlier.from !== undefined || endOf(later.by, now) <= endOf(earlier.by, now)) return later
  return later.from === undefined ? { ...later, by: earlier.by } : earlier
}

/** Removes whatever keeps the item from being due. */
export function opened({
  standing: _standing,
  quietUntil: _quietUntil,
  unanswered: _unanswered,
  ...open
}: Said): Said {
  return open
}

/** Closing a card is neither a yes nor a no, so the card no longer counts as unanswered. */
export function closed({ unanswered = 0, ...rest }: Body, now: Now): Body {
  const left = unanswered > 1 ? { unanswered: unanswered - 1 } : {}
  return { ...rest, ...left, quietUntil: instantOf(now) + quietAfterClose }
}

export function afterAnswer(
  said: Said,
  answer: Exclude<Answer, { kind: 'closed' | 'undone' }>,
  now: Now,
): Said {
  const today = dayOf(now)
  const { unanswered: _unanswered, ...answered } = said
  switch (answer.kind) {
    case 'checked': {
      const { happened, ...rest } = opened(said)
      // A check today doesn't settle a report that starts later.
      const kept = happened?.from !== undefined && today < happened.from ? { happened } : {}
      const earlier = said.checked === today ? said.checkedBefore : said.checked
      return {
        ...rest,
        ...kept,
        ...(earlier === undefined ? {} : { checkedBefore: earlier }),
        checked: today,
      }
    }
    case 'snoozed':
      return { ...opened(said), standing: { kind: 'planned', until: snoozeEnd(answer.for, now), on: today } }
    case 'dismissed': {
      const reason = answer.reason === undefined ? {} : { reason: answer.reason }
      return { ...opened(said), standing: { kind: 'not-for-me', on: today, ...reason } }
    }
    case 'handled-elsewhere':
      return { ...opened(said), standing: { ...answer, on: today } }
    case 'restored': {
      const { pace, ...rest } = opened(said)
      // Nothing was said that kept it from being due: only its place in the spread of a new store did.
      const isWantedNow = !said.standing && !said.checked && !said.happened && pace?.every !== 'off'
      return {
        ...rest,
        ...(pace && pace.every !== 'off' ? { pace } : {}),
        ...(isWantedNow && { standing: { kind: 'planned', until: instantOf(now), on: today } }),
      }
    }
    case 'paced': {
      const { pace: _pace, ...rest } = answered
      return answer.every === 'default' ? rest : { ...rest, pace: { every: answer.every, on: today } }
    }
    case 'noted': {
      const { note: _note, ...rest } = said
      return answer.note === '' ? rest : { ...rest, note: answer.note }
    }
    case 'kept': {
      const { silenced: _silenced, ...rest } = answered
      return rest
    }
    case 'silenced':
      return { ...answered, silenced: true }
    case 'assigned': {
      const { who: _who, ...rest } = said
      return answer.who === '' ? rest : { ...rest, who: answer.who }
    }
    case 'own-steps': {
      const { steps: _steps, ...rest } = said
      return answer.steps.length === 0 ? rest : { ...rest, steps: answer.steps }
    }
    case 'original': {
      const { steps: _steps, pace: _pace, note: _note, ...rest } = said
      return rest
    }
  }
}

/** When a snoozed item comes due: after an hour, or at nine in the morning local time. */
export function snoozeEnd(snooze: Snooze | { day: LocalDay }, now: Now): Instant {
  const today = dayOf(now)
  switch (snooze) {
    case 'hour':
      return instantOf(now) + hour
    case 'tomorrow':
      return hourOf(addDays(today, 1), morning, now)
    case 'next-week':
      return hourOf(nextMonday(today), morning, now)
    default:
      return hourOf(snooze.day, morning, now)
  }
}
