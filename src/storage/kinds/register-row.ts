import { longestNote } from '../../domain/answer'
import { isId, type StoreId } from '../../domain/ids'
import {
  fieldNames,
  isTail,
  mostRows,
  payoutAccountRegister,
  type RegisterRow,
  type RowPlace,
  type RowValues,
  registerIds,
  registers,
  singleRow,
} from '../../domain/registers/register'
import { atMost, defineKind } from '../format/kind'
import { bare, day, id, instant, label, rowIdPattern, z } from '../format/schema'

/** One key for each row: its owner, register and row. */
export const registerPrefix = 'register/'

const mostFields = 40
/** Fields with these names hold a day in every register. */
const dayFields = fieldNames.filter((name) =>
  registers.some(({ fields }) => fields[name] === 'day' || fields[name] === 'past-day'),
)

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    // Keep fields of later versions.
    values: z.record(id, label).check(
      z.refine((values) => Object.keys(values).length <= mostFields),
      z.refine((values) => dayFields.every((name) => !values[name] || day.safeParse(values[name]).success)),
    ),
    at: instant,
    reported: z.exactOptional(day),
  }),
)

const stored = z.lazy(() =>
  z.pipe(
    bare(v1),
    z.transform(({ values, ...row }): RegisterRow => ({ ...row, values: values as RowValues })),
  ),
)

export const rowKind = defineKind<RegisterRow>({
  prefix: registerPrefix,
  names: [isId, isId, (part) => rowIdPattern.test(part)],
  shape: () => stored,
  version: 1,
  longest: { list: 0, text: longestNote },
  bounds: [atMost('register', 5000), { name: 'register', most: mostRows, count: longestRegister }],
  isAhead: ({ at }, horizon) => at > horizon.at,
  problemIn(_, found) {
    const digits = found.kind === 'read' ? found.value.values.digits : undefined
    return digits && !isTail(digits) ? 'odd-characters' : undefined
  },
  ownerOf: (key) => key.split('/')[1],
  speaks: () => true,
  // The later row wins.
  join: (own, theirs) => (own.at >= theirs.at ? own : theirs),
})

function longestRegister(rows: ReadonlyMap<string, RegisterRow>): number {
  const counts = new Map<string, number>()
  for (const key of rows.keys()) {
    const register = key.slice(0, key.lastIndexOf('/'))
    counts.set(register, (counts.get(register) ?? 0) + 1)
  }
  return [...counts.values()].reduce((longest, count) => Math.max(longest, count), 0)
}

export function rowKey({ owner, register, row }: RowPlace): string {
  return `${registerPrefix}${owner}/${register}/${row}`
}

/** The key of the last digits of a store's payout account. */
export function payoutAccountKey(store: StoreId): string {
  return rowKey({ owner: store, register: payoutAccountRegister().id, row: singleRow })
}

/** Undefined for an unknown register or a key of another form: such a value is kept, but not shown. */
export function placeOf(key: string): RowPlace | undefined {
  const [, owner = '', name = '', row = '', ...more] = key.split('/')
  if (!isId(owner) || !rowIdPattern.test(row) || more.length > 0) return undefined
  const register = registerIds.find((id) => id === name)
  return register && { register, owner, row }
}
