import { lazily } from '../lazily'

/**
 * Invisible characters, by their Unicode properties: controls, format characters, fillers, lone surrogates
 * and line separators. The empty Braille pattern too.
 */
const invisible = lazily(() => /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}\u2800]/u)
const invisibles = lazily(() => new RegExp(invisible(), 'gu'))

/** Invisible characters that can make a text look like another one. We refuse every text that has one. */
const disguise = lazily(() => /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)

/**
 * Scripts in which a joiner or non-joiner changes how a word is written, and emoji made of several
 * characters. A joiner between two of these is kept.
 */
const joined =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Mongolian}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\ufe0f]'
const joiner = lazily(
  () => new RegExp(`(?<=${joined})[\\u200c\\u200d](?=${joined})|(?<=\\p{Extended_Pictographic})\ufe0f`, 'gu'),
)

/** The text without invisible characters. Line breaks stay, and a tab becomes a space. */
export function visible(text: string): string {
  if (!invisible().test(text)) return text
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ')
  const kept = new Set([...lines.matchAll(joiner())].map(({ index }) => index))
  return lines.replace(invisibles(), (sign, index: number) => (sign === '\n' || kept.has(index) ? sign : ''))
}

/** The text without invisible characters, on one line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', ' ').trim()
}

/** Whether a character could make the text look like another one. In a name, a line break could. */
export function isDisguised(text: string, mayBreak = false): boolean {
  return disguise().test(mayBreak ? text.replaceAll('\n', '') : text)
}
