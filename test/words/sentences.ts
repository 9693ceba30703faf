import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** A placeholder reads as one short word; a word ends at a full stop, a colon, a dash between spaces or the line. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .replace(/\$\w+\$/g, 'this')
    .split(/(?<=[.?!:…][”’")*]*)\s+|\s+–\s+|\n+/)
    .filter((sentence) => wordsIn(sentence).length > 0)
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\d][\p{L}\d’'.@/-]*/gu) ?? []
}

/** A title or a button is no sentence: it would only make a page look easier than it reads. */
const isSentence = (text: string) => /[.?!:…][”’")*]*$/.test(text.trim())

export type ReadingAge = { words: number; grade: number }

/** Flesch-Kincaid grade of all sentences in texts that are read together: the years of school that they ask for. */
export function readingAge(texts: readonly string[]): ReadingAge {
  const sentences = texts.flatMap(sentencesIn).filter(isSentence).map(wordsIn)
  const words = sentences.flat()
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  }
  return { words: words.length, grade: fleschKincaid(counts) }
}
