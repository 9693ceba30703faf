import { decode } from 'punycode/punycode.es6.js'

/**
 * Letters that look like those of "amazon" and "sellercentral". Source: Unicode TR39, confusables.txt 14.0 (2021-05-29),
 * reduced to these letters and to the characters that a host name can hold after a browser has read it. After the bar: not in
 * TR39 yet common in false hosts. Accents need no row: they fall away when a letter is taken apart (NFKD).
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
 * A name as the eye reads it: without accents, in Latin letters where another script's letter looks like one. A few letters of
 * another script that are left between Latin ones are there to be overlooked, so each stands for any (`?`).
 */
export function asSeen(name: string): string {
  const letters = [...name.normalize('NFKD')].map((letter) => letterOf.get(letter) ?? letter)
  const seen = letters.join('').replace(/\p{M}/gu, '').toLowerCase()
  const left = seen.match(strange)?.length ?? 0
  return left > 0 && left < 5 && latin.test(seen) ? seen.replace(strange, '?') : seen
}

const digitOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 2: 'z', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** `s3ller` is read as `seller`. */
export const withoutDigits = (name: string): string =>
  name.replace(/[0-57]/g, (digit) => digitOf[digit] ?? digit)

/**
 * One label of a host as it was written (`xn--…`, RFC 3492): a browser gives hosts in this ASCII form only. Anything that is not
 * such a label, or a damaged one, stays as it is. DNS allows 63 characters; what is longer is no name, and not worth the time.
 */
export function fromPunycode(label: string): string {
  if (!label.startsWith('xn--') || label.length > 63) return label
  try {
    return decode(label.slice(4))
  } catch {
    return label
  }
}
