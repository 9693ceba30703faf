// A table of the domain is an object of rows by id, declared `as const` in the order that views show.

type Entry<Table> = Table extends object
  ? { [Id in keyof Table & string]: readonly [id: Id, row: Table[Id]] }[keyof Table & string]
  : never

/** The rows with their ids. `Object.entries` loses the type of the ids. */
export function rowsOf<Table extends object>(table: Table): Entry<Table>[] {
  const rows: readonly unknown[] = Object.entries(table)
  return rows as Entry<Table>[]
}

export function idsOf<Table extends object>(table: Table): (keyof Table & string)[] {
  return Object.keys(table) as (keyof Table & string)[]
}

/** Names that every object has, such as `constructor`, are not ids. */
export function isIdIn<Table extends object>(
  table: Table,
  id: string | undefined,
): id is keyof Table & string {
  return id !== undefined && Object.hasOwn(table, id)
}

/** @returns a function that finds a row by id and throws RangeError for an unknown id. */
export function finderOf<Row extends { id: string }>(rows: readonly Row[], what: string) {
  const byId: ReadonlyMap<Row['id'], Row> = new Map(rows.map((row) => [row.id, row]))
  return (id: Row['id']): Row => {
    const row = byId.get(id)
    if (!row) throw new RangeError(`no ${what} ${id}`)
    return row
  }
}
