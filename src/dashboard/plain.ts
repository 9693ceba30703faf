/**
 * Typed or pasted text without what nobody sees: control characters, and those that turn the direction of what follows.
 * The background takes nothing that has them.
 */
export function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '')
}
