import * as z from 'zod/mini'
import { isDay } from '../domain/time'

// Extension pages forbid `new Function`. Zod copes, but its attempt is reported as an error (colinhacks/zod#5414).
z.config({ jitless: true })

export { z }

/** Ids as we make them. What a file brings must have one that a message may name. */
export const idPattern = /^[\w-]{1,40}$/
/** Of rows in a register: the playbook of a departure has an id that is made of it. */
export const rowIdPattern = /^[\w-]{1,20}$/

/** A calendar day that exists. */
export const day = z.string().check(z.refine(isDay))
/** Milliseconds since 1970. */
export const instant = z.number().check(z.nonnegative(), z.maximum(Date.UTC(9999, 11, 31)))
