import { lazily } from '../lazily'

/** A name that the seller wrote down somewhere. A person's is also found by one of its words. */
export type Name = { name: string; isPerson: boolean }

/** Scripts that put no spaces between words. */
const unspaced = lazily(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u,
)

/** In letters, from which a word is also found with an ending, as in “Anna’s” or “Annas”. */
const longStem = 4
/** In letters: shorter words of a name are too common to look for. */
const shortest = { spaced: 3, unspaced: 2 }
const longestUnspaced = 12

/** A text as words in lower case, without accents, full-width forms and punctuation. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** What to look for: one word of the name, or all of them in a row. */
function soughtOf({ name, isPerson }: Name): string[][] {
  const words = wordsIn(name)
  const isLong = (word: string) =>
    word.length >= (unspaced().test(word) ? shortest.unspaced : shortest.spaced) && !/^\p{N}+$/u.test(word)
  const single = isPerson
    ? words.filter(isLong)
    : words.filter((word) => isLong(word) && unspaced().test(word))
  return single.length > 0 ? single.map((word) => [word]) : words.length > 0 ? [words] : []
}

/**
 * Looks for names in texts. Finds rather one too many than one too few: the seller decides what is meant.
 * @returns the names that may be meant in a text, in the order given.
 */
export function createNameFinder(names: readonly Name[]): (text: string) => string[] {
  const byFirst = new Map<string, { words: string[]; at: number }[]>()
  names.forEach((one, at) => {
    for (const words of soughtOf(one)) {
      const [first = ''] = words
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, at }])
    }
  })
  return (text) => {
    const words = wordsIn(text)
    const found = new Set<number>()
    const look = (start: string, index: number, isWhole: boolean) => {
      for (const { words: sought, at } of byFirst.get(start) ?? []) {
        const isNext = sought.slice(1).every((word, next) => words[index + 1 + next] === word)
        if (isNext && (isWhole || sought.length === 1)) found.add(at)
      }
    }
    words.forEach((word, index) => {
      look(word, index, true)
      if (unspaced().test(word)) {
        for (let from = 0; from < word.length; from += 1)
          for (let to = from + 1; to <= Math.min(word.length, from + longestUnspaced); to += 1)
            look(word.slice(from, to), index, false)
      } else for (let to = longStem; to < word.length; to += 1) look(word.slice(0, to), index, false)
    })
    return [...found].sort((a, b) => a - b).map((at) => names[at]?.name ?? '')
  }
}
