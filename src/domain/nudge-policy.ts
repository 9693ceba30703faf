import { day, hour, minute } from './time/length'

// Every figure of the nudges, each with its reason. "R" numbers are findings in the research on warnings that
// docs/nudging.md lists (Anderson, Jenkins, Peer and others); the figures themselves are ours.

/** Between two cards, unless the seller chose another time. The second showing of anything is already seen less (R1). */
export const cardGap = 4 * hour

/** The shortest that the seller can choose: so often a page that stays open asks whether there may be another. */
export const leastCardGap = 2 * hour

/** Cards on one local day, unless the seller chose. Interruptions are what people learn to ignore (R1, R3). */
export const cardsPerDay = 2

export const week = 7 * day

/**
 * Cards in seven days; beyond them only what is essential, promised or reported. More than fifty items come back, and a
 * seller who does what every card says would see nine a week; with this it is three at most (R1, R3). What is essential
 * never waits for the others.
 */
export const cardsPerWeek = 2

/** The same item after Close: items have a weekly rhythm, an hour or two would be nagging. */
export const quietAfterClose = day

/** The same item after it was shown and left without a word (R2). */
export const quietAfterShowing = day

/** After so many showings without an answer the item leaves pages for the popup: more would be nagging (R2, R10). */
export const showingsBeforeDemotion = 3

/**
 * Days. Items of a quicker rhythm live in badge and popup: they get a card on the pages they name alone, and only when
 * they were not checked for so long. Else a seller who does them would be shown one a day.
 */
export const quickRhythm = 7

/** "Today" on the day on which the clocks go back. */
export const longestPause = 25 * hour

/** A new seller opens the popup first, or gets a day of peace: the button has to be known before the card. */
export const firstDay = day

/** An address that stands for so long is the page the seller came for (R4). */
export const settleTime = 1500

/** A calm moment is waited for so long, then this page is left alone (R4). */
export const calmWait = minute

/** Without hover or focus for so long the card makes itself small. It does not vanish: WCAG 2.2.1. */
export const shrinkAfter = 20_000

/** The one card of the browser belongs to a tab for so long … */
export const leaseTime = 30_000
/** … and is asked for again in time while the tab is visible. */
export const leaseRenewal = 20_000
/** The question which store is open is not asked for again, so it has longer; a tab that is left gives it back at once. */
export const questionLease = 10 * minute

/** A background that does not answer by then means no card: every failure falls towards silence. */
export const answerTime = 2000

/** Quiet hours when the seller turns them on, by the local clock. */
export const usualQuietHours = { from: 20, to: 8 } as const
