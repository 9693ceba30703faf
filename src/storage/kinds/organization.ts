import type { StoreId } from '../../domain/ids'
import { defineKind } from '../format/kind'
import { bare, id, z } from '../format/schema'
import { type ReadPolicy, readPolicy } from '../policy/managed-policy'

type Given = {
  /** The policy as the browser gave it, so that a later version reads what this one ignores. */
  given: Readonly<Record<string, unknown>>
  /** The stores that it has added here, which leave with it. */
  stores: readonly StoreId[]
}

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    given: z.record(z.string(), z.unknown()),
    stores: z.array(id),
  }),
)

export function organizationValue(value: Given): Given & ReadPolicy {
  return { ...value, ...readPolicy(value.given) }
}

/**
 * The last copy of an administrator's policy. The browser may take seconds to tell it, so everything is
 * answered from here. No seller data.
 */
export const organizationKind = defineKind<Given & ReadPolicy>({
  prefix: 'organization',
  shape: () =>
    z.pipe(
      bare(v1),
      z.transform((raw) => organizationValue(raw)),
    ),
  version: 1,
  encode: ({ given, stores }) => ({ given, stores }),
  longest: { list: 0, text: 0 },
  of: 'note',
})
