import * as z from 'zod/mini'
import { isDay } from '../domain/time'

// Extension pages forbid `new Function`. Zod copes, but its attempt is reported as an error (colinhacks/zod#5414).
z.config({ jitless: true })

export { z }

/** A calendar day that exists. */
export const day = z.string().check(z.refine(isDay))
/** Milliseconds since 1970. */
export const instant = z.number().check(z.nonnegative(), z.maximum(Date.UTC(9999, 11, 31)))
