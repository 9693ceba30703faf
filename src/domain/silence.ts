import type { LongDue } from './long-due'
import { cardGap, cardsPerDay, firstDay, longestPause, week } from './nudge-policy'
import type { Hours, Pause, Settings, SettingsInForce } from './settings'
import { hour } from './time/length'
import { addDays, clockHour, dayAt, dayOf, hourOf, type Instant, instantOf, type Now } from './time/time'

/** What this browser has shown so far. */
export type Showings = {
  /** The first start of the extension. */
  since: Instant
  /** The seller has opened the popup or dashboard once. */
  opened: boolean
  /** When the last cards were shown, oldest first. */
  shown: readonly Instant[]
  /** Plans and deadlines up to this time already had their desktop notification. */
  told?: Instant
  /** Essential checks that have long been due. Kept only if the seller wants notifications about them. */
  longDue?: LongDue
}

/** Drops times in the future, which a wrong clock or a manual edit wrote. */
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

/** Why this is no time for a card. Undefined if it is one. */
export function silenceAt(showings: Showings, settings: SettingsInForce, now: Now): Silence | undefined {
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

/** Ignores a pause that ends later than any pause can: a wrong clock wrote it. */
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

type QuietHours = Pick<SettingsInForce, 'quietHours' | 'alsoQuiet'>

export function isQuietHour(settings: QuietHours, now: Now): boolean {
  return isQuietAt(settings, clockHour(now))
}

function isQuietAt({ quietHours, alsoQuiet }: QuietHours, hour: number): boolean {
  const isIn = ({ from, to }: Hours) => (from <= to ? hour >= from && hour < to : hour >= from || hour < to)
  return [quietHours, alsoQuiet].some((hours) => hours !== undefined && isIn(hours))
}

/** How long the quiet hours of a day last, by the clock. */
export function quietTime(settings: QuietHours): number {
  return Array.from({ length: 24 }, (_, at) => at).filter((at) => isQuietAt(settings, at)).length * hour
}

/** Adds a showing and drops those older than a week, which no longer count. */
export function withShowing(showings: Showings, now: Now): Showings {
  const instant = instantOf(now)
  const recent = showings.shown.filter((at) => at <= instant && instant - at < week)
  return { ...showings, shown: [...recent, instant] }
}
