import { day, hour, minute } from './time/length'

// Every figure of the nudges, each with its reason. "R" numbers are findings in the research on warnings that
// docs/nudging.md lists (Anderson, Jenkins, Peer and others); the figures themselves are ours.

/** Between two cards, unless the seller chose another time. The second showing of anything is already seen less (R1). */
export const cardGap = 4 * hour

/** The shortest gap a seller can choose. A page that stays open asks this often whether another card may come. */
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

/** Showings without an answer after which an item gets no more cards; it stays in the popup (R2, R10). */
export const showingsBeforeDemotion = 3

/**
 * Days. Items that return at least this often live in badge and popup: they get a card only on the pages that they name,
 * and only when they were not checked for this long. Otherwise a diligent seller would see a card a day.
 */
export const quickRhythm = 7

/** A pause for "today" on the day when the clocks go back. */
export const longestPause = 25 * hour

/** A new seller gets a day without cards, unless they open the popup first: the button should be known before the card. */
export const firstDay = day

/** An address that stays for this long is the page that the seller came for (R4). */
export const settleTime = 1500

/** How long we wait for a calm moment before we leave the page alone (R4). */
export const calmWait = minute

/** After this long without hover or focus the card folds. It does not vanish: WCAG 2.2.1. */
export const shrinkAfter = 20_000

/** How long the browser's one card belongs to a tab … */
export const leaseTime = 30_000
/** … and how often a visible tab renews it. */
export const leaseRenewal = 20_000
/** The same for the question which store is open, which is not renewed. A tab that is left gives it back at once. */
export const questionLease = 10 * minute

/** If the background does not answer by then, there is no card: every failure means silence. */
export const answerTime = 2000

/** Quiet hours when the seller turns them on, by the local clock. */
export const usualQuietHours = { from: 20, to: 8 } as const
