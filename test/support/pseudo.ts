/** Fake languages made from English: for testing layouts, and for finding texts that are not translated. */
export const pseudo = {
  /** Adds accents, and two fifths more length, as German may have. */
  long: { lang: 'en-XA', disguise: longer },
  /** Reverses every word to right-to-left, as in Arabic. */
  rtl: { lang: 'ar-XB', disguise: reversed },
} as const satisfies Record<string, { lang: string; disguise: (text: string) => string }>

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'aá',
    'eé',
    'iî',
    'oö',
    'uû',
    'cç',
    'nñ',
    'sš',
    'yý',
    'zž',
    'AÅ',
    'EÉ',
    'IÎ',
    'OÖ',
    'UÛ',
    'CÇ',
    'NÑ',
    'SŠ',
  ].map(([plain = '', accented = '']) => [plain, accented]),
)

function longer(text: string): string {
  const accented = inWords(text, (word) => word.replace(/\w/g, (letter) => accents[letter] ?? letter))
  const words = 'und so weiter bis hinauf zur Donaudampfschifffahrt '.repeat(9)
  return `${accented} ${words.slice(0, Math.ceil(text.length * 0.4))}`
}

function reversed(text: string): string {
  return inWords(text, (word) => `\u202e${word}\u202c`)
}

/** Placeholders such as `{day}` are kept. */
function inWords(text: string, change: (word: string) => string): string {
  return text.replace(/\{\w+\}|\w[\w'’-]*/g, (word) => (word.startsWith('{') ? word : change(word)))
}
