/**
 * What nobody sees in a text, as Unicode's properties have it: controls and format characters, fillers and other signs that
 * are ignored when drawn, halves of signs, separators of lines; and the empty pattern of Braille.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}\u2800]/u
const invisibles = new RegExp(invisible, 'gu')

/** Of these, what could disguise the rest: no text of ours has one, whoever sends it. */
const disguise = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u

/**
 * Scripts in which a joiner or its opposite changes how words are written, and emoji that are made of several. Between two
 * of them such a sign stays.
 */
const joined =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Mongolian}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\ufe0f]'
const joiner = new RegExp(
  `(?<=${joined})[\\u200c\\u200d](?=${joined})|(?<=\\p{Extended_Pictographic})\ufe0f`,
  'gu',
)

/** Typed, pasted or stored text without what nobody sees; line breaks stay, a tab is a space. */
export function visible(text: string): string {
  if (!invisible.test(text)) return text
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ')
  const kept = new Set([...lines.matchAll(joiner)].map(({ index }) => index))
  return lines.replace(invisibles, (sign, index: number) => (sign === '\n' || kept.has(index) ? sign : ''))
}

/** The same in one line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', ' ').trim()
}

/** It has a sign that could make it look like another text; a line break is one in a name. */
export function isDisguised(text: string, mayBreak = false): boolean {
  return disguise.test(mayBreak ? text.replaceAll('\n', '') : text)
}
