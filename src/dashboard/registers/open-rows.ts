import { type Signal, signal } from '@preact/signals'
import { peopleKinds, type Register, type RowValues } from '../../domain/registers/register'
import { createPageModel } from '../../ui/app'

/** A row that is being changed, or added. */
export type OpenRow = {
  row: string
  isNew: boolean
  /** As it was when the form was opened: another tab may change it meanwhile. */
  before: RowValues
  typed: Signal<RowValues>
}

/** By register and owner: what was typed waits while the seller looks at another store, or part. */
export const { Provider: OpenRowsProvider, use: useOpenRows } = createPageModel(() => {
  const rows = signal<ReadonlyMap<string, OpenRow>>(new Map())
  return {
    of({ id, fields }: Register, owner: string) {
      const place = `${id} ${owner}`
      const put = (next: OpenRow | undefined) => {
        const rest = [...rows.value].filter(([key]) => key !== place)
        rows.value = new Map(next ? [...rest, [place, next]] : rest)
      }
      return {
        value: rows.value.get(place),
        /** The id of a new row is made here, so that it is added once however often it is saved. */
        open(row?: string, before: RowValues = {}): void {
          // The choice that stands in the field unless another is made.
          const typed = signal<RowValues>({ ...(fields.kind && { kind: peopleKinds[0] }), ...before })
          put({
            row: row ?? crypto.randomUUID().slice(0, 8),
            isNew: Object.keys(before).length === 0,
            before,
            typed,
          })
        },
        close: () => put(undefined),
      }
    },
  }
})
