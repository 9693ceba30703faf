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
 * marks of kana stay: が is not か. Without spaces next to Korean, which sellers often leave out.
 */
export function searchForm(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßœæøłđðþı’]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .normalize('NFC')
    .replace(/\s+(?=[가-힣])|(?<=[가-힣])\s+/g, '')
}

/**
 * Whether the text contains every word of the query, also inside other words. Chinese and Japanese have no
 * spaces, so the whole query is one word.
 */
export function hasWords(text: string, wanted: string): boolean {
  const form = searchForm(text)
  return wanted.split(/\s+/).every((word) => form.includes(searchForm(word)))
}
