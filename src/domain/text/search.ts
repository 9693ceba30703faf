/** Letters that normalization doesn't decompose, and what people without them on the keyboard type. */
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
 * The form in which texts are compared: without case, accents and width, and with katakana as hiragana. The
 * marks of kana stay: が is not か.
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
 * Whether the text contains every word of the query, also inside other words. Chinese and Japanese have no
 * spaces, so the whole query is one word.
 */
export function hasWords(text: string, wanted: string): boolean {
  const form = searchForm(text)
  return searchForm(wanted)
    .split(/\s+/)
    .every((word) => form.includes(word))
}
