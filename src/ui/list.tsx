/** Lines of text, one below the other. */
export function List({
  of,
  numbered = false,
  class: named,
}: {
  of: readonly string[]
  numbered?: boolean
  class?: string
}) {
  const Kind = numbered ? 'ol' : 'ul'
  return (
    <Kind class={named}>
      {of.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </Kind>
  )
}
