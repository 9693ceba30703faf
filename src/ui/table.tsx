import type { ComponentChildren } from 'preact'

type Row = readonly [key: string, ...cells: ComponentChildren[]]

/** A table with column headings. The first cell of a row may be its heading. */
export function Table(props: {
  class?: string
  columns: readonly string[]
  rows: readonly Row[]
  isNamed?: boolean
}) {
  const { columns, rows, isNamed = false } = props
  return (
    <table class={props.class}>
      <thead>
        <tr>
          {columns.map((column) => (column === '' ? <td key="" /> : <Head key={column} of={column} />))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, first, ...cells]) => (
          <tr key={key}>
            {isNamed ? <th scope="row">{first}</th> : <td>{first}</td>}
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ of }: { of: string }) {
  return <th scope="col">{of}</th>
}
