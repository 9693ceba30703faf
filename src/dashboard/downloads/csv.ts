/**
 * Rows as RFC 4180 has them, every cell quoted, with a mark by which spreadsheets know that it is UTF-8. Written here and
 * not by a library: those that write also read, and bring requests to servers along.
 */
export function csvOf(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const line = (row: readonly string[]) => `${row.map(cell).join(separator)}\r\n`
  return `\ufeff${rows.map(line).join('')}`
}

/** Excel takes the list separator of the region: a semicolon where the comma stands in numbers. */
export function separatorFor(locale: string): ',' | ';' {
  const { region = '' } = new Intl.Locale(locale).maximize()
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  const decimal = parts.find(({ type }) => type === 'decimal')?.value
  // Switzerland and Liechtenstein write 0.5, and still list with semicolons.
  return decimal === ',' || region === 'CH' || region === 'LI' ? ';' : ','
}

function cell(text: string): string {
  return `"${withoutFormula(text).replaceAll('"', '""')}"`
}

/**
 * A cell that a spreadsheet would take for a formula is made text by an apostrophe (OWASP, CSV injection); full-width
 * signs too, and signs that only look like it after a space. So is what follows a separator or a line break within it:
 * a spreadsheet that splits at another separator than ours begins a cell there.
 */
function withoutFormula(text: string): string {
  return text.replace(/(^|\r\n|[,;|\t\r\n])(?=[\s"']*[=+\-@＝＋－＠])|^(?=[\t\r\n])/g, "$1'")
}
