import { type Signal, signal } from '@preact/signals'
import { peopleKinds, type Register, type RowValues, singleRow } from '../../domain/registers/register'
import { createUnsavedInput } from '../forms/unsaved-input'

/** A row that is being edited or added. */
export type OpenRow = {
  row: string
  isNew: boolean
  /** Its values when the form was opened, since another tab may change it. */
  before: RowValues
  typed: Signal<RowValues>
}

/** By register and owner, so that typed text is kept while another store or section is shown. */
export const { Provider: OpenRowsProvider, use: useOpenRows } = createUnsavedInput<OpenRow>()

/** Makes the id of a new row, so that saving twice adds it once. */
export function openedRow(register: Register, row?: string, before: RowValues = {}): OpenRow {
  const { fields, single } = register
  return {
    row: row ?? (single ? singleRow : crypto.randomUUID().slice(0, 8)),
    isNew: row === undefined,
    before,
    // The default of the list.
    typed: signal<RowValues>({ ...(fields.kind && { kind: peopleKinds[0] }), ...before }),
  }
}
