import { type RegisterRow, type RowPlace, type RowValues, registerIds } from '../domain/register'
import { type Found, find } from './stored'
import { day, instant, z } from './zod'

/** One key for each row: whose it is, which register, which row. */
export const registerPrefix = 'register/'

const v1 = z.object({
  version: z.literal(1),
  // Fields of later versions stay.
  values: z.record(z.string(), z.string()),
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

/** Undefined for a register that this version does not know: its rows are kept, not shown. */
export function placeOf(key: string): RowPlace | undefined {
  const [, owner = '', name = '', row = ''] = key.split('/')
  const register = registerIds.find((id) => id === name)
  return register && { register, owner, row }
}
