// Only figures, so that the content script may import them.

/** In milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
/** By the clock: a calendar day may be an hour longer or shorter. */
export const day = 24 * hour

/** Limits for an interval that a seller sets, in days. */
export const paceBounds = { least: 1, most: 730 } as const

/** A length of time in hours by the clock, or in calendar days. */
export type Length = { hours: number } | { days: number }
