/** The width of a text in Latin letters; a Chinese, Japanese or Korean character counts as two. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(sign) ? 2 : 1),
    0,
  )
}

/** The limits of stores and browsers for name and summary, in characters of any width. */
export const longestInStores = { name: 45, description: 132 } as const

/** The widest that texts may be: the card has 352 px, and the system cuts notifications and tooltips. */
const limits: readonly (readonly [texts: RegExp, widest: number])[] = [
  [/^item_\w+_title$/, 58],
  [/^item_\w+_why(?:_in|_usual)?$/, 220],
  [/^answer_(checked|remind|dismiss|close)$|^(undo|retry|back)$/, 22],
  [/^page_/, 52],
  [/^card_(snooze|steps)_/, 30],
  [/^card_beside$/, 34],
  [/^card_(label|small|which_store)$|^card_returned$/, 44],
  [/^(title|notification)_/, 70],
]

/** The limit for a text; undefined if it has none. */
export const widestOf = (name: string): number | undefined => limits.find(([texts]) => texts.test(name))?.[1]
