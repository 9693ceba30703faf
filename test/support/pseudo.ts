/** Languages that nobody speaks, made of English: for layouts, and for texts that some view takes from elsewhere. */
export const pseudo = {
  /** Accents on every letter that has one, and two fifths longer, as German may be. */
  long: { lang: 'en-XA', disguise: longer },
  /** Every word from right to left, as Arabic is. */
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

/** Placeholders, `{day}`, stay what they are. */
function inWords(text: string, change: (word: string) => string): string {
  return text.replace(/\{\w+\}|\w[\w'’-]*/g, (word) => (word.startsWith('{') ? word : change(word)))
}
