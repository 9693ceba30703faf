/** Letters that no mark makes of another, as people without them on the keyboard type them. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
}

/**
 * As texts are compared when something is looked for, in every language: without case, accents and width, and hiragana and
 * katakana as one. The marks of kana stay: が is no か.
 */
export function searchForm(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßœæøłđðþı’]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .normalize('NFC')
}

/**
 * Every word of what is looked for is in the text, anywhere in a word of it. Chinese and Japanese have no spaces: what is
 * written in one is found sign by sign.
 */
export function hasWords(text: string, wanted: string): boolean {
  const form = searchForm(text)
  return searchForm(wanted)
    .split(/\s+/)
    .every((word) => form.includes(word))
}
