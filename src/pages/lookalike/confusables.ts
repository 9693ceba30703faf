import { decode } from 'punycode/punycode.es6.js'

/**
 * Characters that look like the letters of "amazon" and "sellercentral". Source: Unicode TR39,
 * confusables.txt 14.0 (2021-05-29), limited to these letters and to characters that a host name can contain
 * after a browser has parsed it. After the bar: not in TR39 but common in false hosts. Accents need no row:
 * NFKD separates them from their letters.
 */
const alike = {
  a: '⍺ɑαаᎪᗅꓮ𖽀𐊠⍶|ᴀ',
  c: 'ᴄⲥс𐐽🝌𑣲𑣩Ꮯꓚ𐊢𐌂𐔜¢ȼ₡🅮ҫ|ɔ',
  e: '℮ꬲеҽ⋿ⴹᎬꓰ𐊆ɇҿ|ᴇєεэɛ',
  l: '⍳ıɪɩιіꙇӏᎥ𑣃⍸ɨᵻᵼ∣⏽۱𐌠ǀⵏᛁꓲ𖼨𐊊𐌉𝈪Ꮮᒪꓡ𖼖𐔦łɭƚɫ|ʟ',
  m: 'Ꮇᗰᛖꓟ𐊰𐌑𑣣𑜀₥ɱᵯ|мᴍ',
  n: 'ոռꓠ𐔓𐆎ɳƞηᵰ|ɴпղ',
  o: '\u0c02\u0c82\u0d02\u0d82०੦૦௦౦೦൦๐໐၀۵ᴏᴑꬽοσⲟоჿօഠဝ𐓪𑣈𑣗𐐬০୦〇𑓐𑣠ⵔዐଠꓳ𐊒𐊫𐔖øꬾⵁɵꝋөѳ⊖⊝⍬𝈚🜔θⴱᎾᏫတ|',
  r: 'ꭇꭈᴦⲅг𝈖ᎡᏒᖇꓣ𖼵ɽɼɍғᵲ|ʀ',
  s: 'ꜱƽѕ𑣁𐑈ᏕᏚꓢ𖼺𐊖ʂᵴ|',
  t: '⊤⟙🝨Ꭲꓔ𖼊𐊗𐊱𐌕ƭ⍡₮ŧᵵ|тᴛ',
  z: 'ᴢ𑣄𐋵𑣥Ꮓꓜʐƶȥᵶ|ʒӡ',
}

const letterOf = new Map(
  Object.entries(alike).flatMap(([letter, others]) =>
    [...others.replace('|', '')].map((other) => [other, letter] as const),
  ),
)

const latin = /\p{Script=Latin}/u
const strange = /(?!\p{Script=Latin})\p{L}/gu

/**
 * A name as the eye reads it: without accents, and with Latin letters for characters that look like them. A
 * few letters of another script left among Latin ones are easily overlooked: each counts as any (`?`).
 */
export function asSeen(name: string): string {
  const letters = [...name.normalize('NFKD')].map((letter) => letterOf.get(letter) ?? letter)
  const seen = letters.join('').replace(/\p{M}/gu, '').toLowerCase()
  const left = seen.match(strange)?.length ?? 0
  return left > 0 && left < 5 && latin.test(seen) ? seen.replace(strange, '?') : seen
}

const digitOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 2: 'z', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** Reads `s3ller` as `seller`. */
export const withoutDigits = (name: string): string =>
  name.replace(/[0-57]/g, (digit) => digitOf[digit] ?? digit)

/**
 * Decodes one label of a host (`xn--…`, RFC 3492), since a browser gives hosts only in this ASCII form. Other
 * labels stay as they are, and so do damaged ones and those over 63 characters, the limit of DNS.
 */
export function fromPunycode(label: string): string {
  if (!label.startsWith('xn--') || label.length > 63) return label
  try {
    return decode(label.slice(4))
  } catch {
    return label
  }
}
