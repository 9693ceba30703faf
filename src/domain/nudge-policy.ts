import { day, hour, minute } from './time/length'

// Every figure of the nudges, with its reason. "R" numbers refer to the research listed in docs/nudging.md;
// the figures themselves are ours.

/** Between two cards, unless the seller chose. People look less at a second showing already (R1). */
export const cardGap = 4 * hour

/** The shortest gap a seller can choose. A page that stays open asks for another card this often. */
export const leastCardGap = 2 * hour

/** Cards per local day, unless the seller chose. People learn to ignore interruptions (R1, R3). */
export const cardsPerDay = 2

export const week = 7 * day

/**
 * Cards in seven days. Beyond them only essential, planned or reported items get one. More than fifty items
 * recur, and a seller who follows every card would see nine a week; with this cap it is three at most (R1,
 * R3). Essential items never wait for others.
 */
export const cardsPerWeek = 2

/** For the same item after Close. Most items recur weekly or less often, so two hours would be nagging. */
export const quietAfterClose = day

/** For the same item after it was shown without an answer (R2). */
export const quietAfterShowing = day

/** After this many showings without an answer, an item gets no cards and stays in the popup (R2, R10). */
export const showingsBeforeDemotion = 3

/**
 * In days. Items that recur at least this often get a card only on their own pages, and only if not checked
 * for this long. Badge and popup show them as usual. Otherwise a diligent seller would see a card a day.
 */
export const quickRhythm = 7

/** A pause for "today" on the day when the clocks go back. */
export const longestPause = 25 * hour

/** For a day, or until they open the popup, new sellers see no cards: they should learn the button first. */
export const firstDay = day

/** In milliseconds. If the address stays the same for this long, the seller came for this page (R4). */
export const settleTime = 1500

/** How long to wait for a calm moment before giving up on the page (R4). */
export const calmWait = minute

/** In milliseconds without hover or focus. Then the card shrinks, but never vanishes: WCAG 2.2.1. */
export const shrinkAfter = 20_000

/** How long a tab holds the only card of the browser, in milliseconds. */
export const leaseTime = 30_000
/** How often a visible tab renews that lease, in milliseconds. */
export const leaseRenewal = 20_000
/** The lease for asking which store is open. It is not renewed; leaving the tab returns it at once. */
export const questionLease = 10 * minute

/** In milliseconds. If the background doesn't answer by then, there is no card: every failure is silent. */
export const answerTime = 2000

/** Hours of the local clock, used when the seller turns quiet hours on. */
export const usualQuietHours = { from: 20, to: 8 } as const
