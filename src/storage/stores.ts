import { questions } from '../domain/answer'
import type { Checklist } from '../domain/checklist'
import { type Found, find } from './stored'
import { day, z } from './zod'

export const storesKey = 'stores'

type Stores = Pick<Checklist, 'stores' | 'current'>

const id = z.string().check(z.minLength(1))

const v1 = z.object({
  version: z.literal(1),
  stores: z
    .array(
      z.object({
        id,
        name: z.string(),
        login: id,
        fronts: z.array(z.string()),
        profile: z.object({
          plan: z.exactOptional(z.enum(questions.plan)),
          team: z.exactOptional(z.enum(questions.team)),
          ships: z.exactOptional(z.enum(questions.ships)),
          help: z.exactOptional(z.enum(questions.help)),
        }),
        removed: z.exactOptional(day),
      }),
    )
    .check(z.minLength(1)),
  current: id,
})

const stored = z.pipe(
  v1,
  z.transform(({ stores, current }): Stores => ({ stores, current })),
)

export function decodeStores(raw: unknown): Found<Stores> {
  return find(stored, 1, raw)
}

export function encodeStores({ stores, current }: Stores): z.input<typeof v1> {
  return { version: 1, stores: stores.map((store) => ({ ...store, fronts: [...store.fronts] })), current }
}
