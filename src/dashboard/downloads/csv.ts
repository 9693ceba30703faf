/**
 * Rows in the format of RFC 4180, every cell quoted, with a mark that tells spreadsheets it is UTF-8. Not from a library:
 * those that write CSV also read it, with code that makes requests.
 */
export function csvOf(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const line = (row: readonly string[]) => `${row.map(cell).join(separator)}\r\n`
  return `\ufeff${rows.map(line).join('')}`
}

/** Excel expects the list separator of the region: a semicolon where numbers have a decimal comma. */
export function separatorFor(locale: string): ',' | ';' {
  const { region = '' } = new Intl.Locale(locale).maximize()
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  const decimal = parts.find(({ type }) => type === 'decimal')?.value
  // Switzerland and Liechtenstein write 0.5 but separate lists with semicolons.
  return decimal === ',' || region === 'CH' || region === 'LI' ? ';' : ','
}

function cell(text: string): string {
  return `"${withoutFormula(text).replaceAll('"', '""')}"`
}

const sign = /^[=+\-@＝＋－＠]/

/**
 * Adds an apostrophe to a cell that a spreadsheet would read as a formula (OWASP, CSV injection), also with full-width
 * signs or after a space. Does the same after a separator or line break inside the cell, where a spreadsheet with
 * another separator starts a new cell.
 */
function withoutFormula(text: string): string {
  // Each run is matched as a whole and once: looking ahead from every tab of a long run would take hours.
  const safe = text.replace(/[,;|][\s"']*|[\s"']+/g, (run, at: number) =>
    sign.test(text.charAt(at + run.length)) ? run.replace(/\r\n|[,;|\t\r\n]/g, "$&'") : run,
  )
  return /^(?:[\s"']*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${safe}` : safe
}
