/** What was typed, with digits of full width, as a keyboard for Chinese or Japanese gives them, as digits. */
export function plainDigits(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/** The whole number that was typed; undefined for none, and for one out of bounds. */
export function wholeNumber(
  typed: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const digits = plainDigits(typed)
  const number = Number(digits)
  return /^\d+$/.test(digits) && number >= least && number <= most ? number : undefined
}
