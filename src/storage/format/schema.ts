import * as z from 'zod/mini'
import { longestNote, paceBounds } from '../../domain/answer'
import { type CommitmentId, isCommitmentId } from '../../domain/commitment'
import { isId } from '../../domain/ids'
import { visible } from '../../domain/text/visible'
import { payoutBounds } from '../../domain/time/payout-schedule'
import { isDay } from '../../domain/time/time'

// Extension pages forbid `new Function`. Zod copes, but its attempt is reported as an error (colinhacks/zod#5414).
z.config({ jitless: true })

export { z }

export const id = z.string().check(z.refine(isId))
/** The id of an event, an entry or a save. We only compare it. Some consist of two ids. */
export const eventId = z.string().check(z.minLength(1), z.maxLength(100))
/** The event ids that we make. */
export const eventIdPattern = /^[\w-]{1,100}$/
/** A name from the catalog of this version or another. */
export const name = z.string().check(z.refine(isId))
/** The seller's own words. Only fields of a draft may be longer than a note. */
export const text = z.string().check(z.maxLength(longestNote))
/** A name or a label, without invisible characters, so that no two look the same. */
export const label = z.string().check(z.overwrite(visible), z.maxLength(longestNote))
/** The id of a register row: the run of a departure has an id made from it. */
export const rowIdPattern = /^[\w-]{1,20}$/

/** Clocks start in 1970; up to the last day here, adding days never leaves years of four digits. */
const firstDay = '1970-01-01'
export const lastDay = '2199-12-31'

/** An existing calendar day in the range that a clock may show. */
export const day = z.string().check(z.refine((text) => isDay(text) && text >= firstDay && text <= lastDay))
/** Milliseconds since 1970. */
export const instant = z.number().check(z.nonnegative(), z.maximum(Date.parse(lastDay)))
/** A day, or empty if none is given yet. */
export const dayOrNone = z.union([day, z.literal('')])
/** An hour of the day. */
export const hour = z.int().check(z.minimum(0), z.maximum(23))
/** Days between two checks. */
export const paceDays = z.int().check(z.minimum(paceBounds.least), z.maximum(paceBounds.most))
export const payoutDays = z.int().check(z.minimum(payoutBounds.least), z.maximum(payoutBounds.most))
export const commitmentId = z.custom<CommitmentId>(
  (own) => typeof own === 'string' && isId(own) && isCommitmentId(own),
)

/** The value of a shape without its version. */
export function bare<S extends { version: number }>(shape: z.ZodMiniType<S>) {
  return z.pipe(
    shape,
    z.transform(({ version: _version, ...value }) => value),
  )
}
