/** Converts full-width digits, which Chinese and Japanese keyboards type, to plain ones. */
export function plainDigits(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/** The whole number in a text. Undefined if there is none, or if it is out of bounds. */
export function wholeNumber(
  typed: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const digits = plainDigits(typed)
  const number = Number(digits)
  return /^\d+$/.test(digits) && number >= least && number <= most ? number : undefined
}
