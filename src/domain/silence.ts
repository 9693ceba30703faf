import type { LongDue } from './long-due'
import { cardGap, cardsPerDay, firstDay, longestPause, week } from './nudge-policy'
import type { Pause, Settings } from './settings'
import { hour } from './time/length'
import { addDays, dayAt, dayOf, hourOf, type Instant, instantOf, type Now } from './time/time'

/** What has been shown so far, in this browser. */
export type Showings = {
  /** The first start of the extension. */
  since: Instant
  /** The seller has opened popup or dashboard once, and knows where everything is. */
  opened: boolean
  /** When the last cards were shown, oldest first. */
  shown: readonly Instant[]
  /** Promises up to then have had their desktop notification. */
  told?: Instant
  /** Essential checks that have been due for long, while the seller wants to hear of them. */
  longDue?: LongDue
}

/** Leaves out times in the future, which a wrong clock or a hand has written. */
export function believable({ shown, told, ...rest }: Showings, now: Now): Showings {
  const latest = instantOf(now)
  return {
    ...rest,
    shown: shown.filter((at) => at <= latest),
    ...(told === undefined || told > latest ? {} : { told }),
  }
}

/** Why no card is shown now, whatever is due. */
export type Silence = 'paused' | 'first-day' | 'quiet-hours' | 'day-cap' | 'gap'

/** Whether this is a time for a card at all; undefined: it is. */
export function silenceAt(showings: Showings, settings: Settings, now: Now): Silence | undefined {
  const instant = instantOf(now)
  if (isPaused(settings, now)) return 'paused'
  // A first start in the future was written by a wrong clock.
  if (!showings.opened && showings.since <= instant && instant - showings.since < firstDay) return 'first-day'
  if (isQuietHour(settings, now)) return 'quiet-hours'
  // A showing in the future was written by a wrong clock and must not silence us until then.
  const past = showings.shown.filter((at) => at <= instant)
  const today = dayOf(now)
  const most = settings.cardsPerDay ?? cardsPerDay
  if (past.filter((at) => dayAt(at, now) === today).length >= most) return 'day-cap'
  const last = past.at(-1)
  const gap = settings.cardGapHours === undefined ? cardGap : settings.cardGapHours * hour
  return last !== undefined && instant - last < gap ? 'gap' : undefined
}

/** A pause that ends later than any pause can was written by a wrong clock. */
export function isPaused({ pause }: Settings, now: Now): boolean {
  if (pause === undefined || pause.until === 'told') return pause !== undefined
  const left = pause.until - instantOf(now)
  return left > 0 && left <= longestPause
}

export function pauseFor(pause: Pause, now: Now): NonNullable<Settings['pause']> {
  switch (pause) {
    case 'hour':
      return { until: instantOf(now) + hour }
    case 'today':
      return { until: hourOf(addDays(dayOf(now), 1), 0, now) }
    case 'told':
      return { until: 'told' }
  }
}

export function isQuietHour({ quietHours }: Settings, { hour }: Now): boolean {
  if (!quietHours) return false
  const { from, to } = quietHours
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to
}

/** How long the quiet hours of a day last, by the clock. */
export function quietTime({ quietHours: { from, to } = { from: 0, to: 0 } }: Settings): number {
  return ((to - from + 24) % 24) * hour
}

/** Adds a showing and drops those older than a week, which no longer matter. */
export function withShowing(showings: Showings, now: Now): Showings {
  const instant = instantOf(now)
  const recent = showings.shown.filter((at) => at <= instant && instant - at < week)
  return { ...showings, shown: [...recent, instant] }
}
