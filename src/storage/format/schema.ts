import * as z from 'zod/mini'
import { longestNote } from '../../domain/answer'
import { isId } from '../../domain/ids'
import { visible } from '../../domain/text/visible'
import { isDay } from '../../domain/time/time'

// Extension pages forbid `new Function`. Zod copes, but its attempt is reported as an error (colinhacks/zod#5414).
z.config({ jitless: true })

export { z }

export const id = z.string().check(z.refine(isId))
/** Of an event, an entry or a save: only ever compared. Some are made of two ids. */
export const eventId = z.string().check(z.minLength(1), z.maxLength(100))
/** As we make them. */
export const eventIdPattern = /^[\w-]{1,100}$/
/** A name from the catalogue, of this version or of another. */
export const name = z.string().check(z.refine(isId))
/** The seller's own words. No field but those of a draft is longer than a note. */
export const text = z.string().check(z.maxLength(longestNote))
/** A name or a label: without what nobody sees, so that it looks like no other. */
export const label = z.string().check(z.overwrite(visible), z.maxLength(longestNote))
/** Of rows in a register: the playbook of a departure has an id that is made of it. */
export const rowIdPattern = /^[\w-]{1,20}$/

/** Clocks begin in 1970; beyond the last day of these no sum of days leaves the four digits of a year. */
const firstDay = '1970-01-01'
export const lastDay = '2199-12-31'

/** A calendar day that exists, of an age that a clock may show. */
export const day = z.string().check(z.refine((text) => isDay(text) && text >= firstDay && text <= lastDay))
/** Milliseconds since 1970. */
export const instant = z.number().check(z.nonnegative(), z.maximum(Date.parse(lastDay)))
