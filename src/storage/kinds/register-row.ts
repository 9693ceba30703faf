import { isId } from '../../domain/ids'
import {
  fieldNames,
  type RegisterRow,
  type RowPlace,
  type RowValues,
  registerIds,
  registers,
} from '../../domain/registers/register'
import { type Found, find } from '../format/codec'
import { day, id, instant, label, rowIdPattern, z } from '../format/schema'

/** One key for each row: whose it is, which register, which row. */
export const registerPrefix = 'register/'

const mostFields = 40
/** Whichever register it is, under these names stand days. */
const dayFields = fieldNames.filter((name) =>
  registers.some(({ fields }) => fields[name] === 'day' || fields[name] === 'past-day'),
)

const v1 = z.object({
  version: z.literal(1),
  // Fields of later versions stay.
  values: z.record(id, label).check(
    z.refine((values) => Object.keys(values).length <= mostFields),
    z.refine((values) => dayFields.every((name) => !values[name] || day.safeParse(values[name]).success)),
  ),
  at: instant,
  reported: z.exactOptional(day),
})

const stored = z.pipe(
  v1,
  z.transform(
    ({ version: _version, values, ...row }): RegisterRow => ({ ...row, values: values as RowValues }),
  ),
)

export function decodeRow(raw: unknown): Found<RegisterRow> {
  return find(stored, 1, raw)
}

export function encodeRow({ values, ...row }: RegisterRow): z.input<typeof v1> {
  return { version: 1, values: { ...values }, ...row }
}

export function rowKey({ owner, register, row }: RowPlace): string {
  return `${registerPrefix}${owner}/${register}/${row}`
}

/** Undefined for a register that this version does not know, and for a key that no row of ours has: kept, not shown. */
export function placeOf(key: string): RowPlace | undefined {
  const [, owner = '', name = '', row = '', ...more] = key.split('/')
  if (!isId(owner) || !rowIdPattern.test(row) || more.length > 0) return undefined
  const register = registerIds.find((id) => id === name)
  return register && { register, owner, row }
}
