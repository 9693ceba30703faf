/** One line of the table: a figure, its baseline from the same run and its limit. */
export type Row = { what: string; figure: string; baseline: string; bound?: string }

const columns = ['what', 'figure', 'baseline', 'bound'] as const

export function print(rows: readonly Row[]): void {
  const widths = columns.map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length), column.length),
  )
  const line = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')
  console.log(line(columns).trimEnd())
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? '')).trimEnd())
}

/** The median time of `times` runs, in milliseconds. */
export async function median(act: () => unknown, times: number): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < times; at += 1) {
    const start = performance.now()
    await act()
    took.push(performance.now() - start)
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}
