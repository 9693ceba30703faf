// Only figures, so that the content script may import them.

/** In milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
/** By the clock: a calendar day may be an hour longer or shorter. */
export const day = 24 * hour

/** A length of time as people count it: hours by the clock, or calendar days. */
export type Length = { hours: number } | { days: number }
