/**
 * Rows as RFC 4180 has them, with a mark by which spreadsheets know that it is UTF-8. A cell that a spreadsheet would
 * take for a formula is made text by an apostrophe (OWASP, CSV injection), also one that begins with a full-width sign.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
