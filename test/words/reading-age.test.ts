import { describe, expect, test } from 'vitest'
import { type Screen, screensIn } from '../../tools/screens'
import { withoutAmazonsTerms } from './amazon-terms'
import { readingAge, sentencesIn, wordsIn } from './sentences'

const screens = screensIn('en')

/** Below that many words, one long name decides. */
const fewestWords = 60
const hardest = 9
const hardestOnTheWhole = 7
const longestSentence = 25

/** A page and a guide are read by themselves; checks, figures and lists of names are too short to be measured alone. */
function readTogether(screens: readonly Screen[]): [title: string, texts: readonly string[]][] {
  const groups = new Map<string, string[]>()
  for (const { title, kind, texts } of screens) {
    const isAlone = kind === 'interface' || kind === 'guide' || kind === 'store'
    const name = isAlone ? title : `all of the kind ${kind}`
    groups.set(name, [...(groups.get(name) ?? []), ...texts.map(({ text }) => withoutAmazonsTerms(text))])
  }
  return [...groups]
}

/** Screens that may ask for more years of school, each with why. */
const harderScreens: Readonly<Record<string, string>> = {}

/** Texts that may have a longer sentence, each with why. */
const longerSentences: Readonly<Record<string, string>> = {}

test(`no screen and no guide asks for more than grade ${hardest}`, () => {
  const tooHard = readTogether(screens)
    .map(([title, texts]) => ({ title, ...readingAge(texts) }))
    .filter(({ words, grade }) => words >= fewestWords && grade > hardest)
  expect(tooHard.map(({ title }) => title).sort()).toEqual(Object.keys(harderScreens).sort())
})

test(`all texts together ask for no more than grade ${hardestOnTheWhole}`, () => {
  const { words, grade } = readingAge(readTogether(screens).flatMap(([, texts]) => texts))
  expect(words).toBeGreaterThan(10_000)
  expect(grade).toBeLessThanOrEqual(hardestOnTheWhole)
})

test(`no sentence has more than ${longestSentence} words`, () => {
  const long = screens
    .flatMap(({ texts }) => texts)
    .filter(({ text }) => sentencesIn(text).some((sentence) => wordsIn(sentence).length > longestSentence))
  expect(long.map(({ key }) => key).sort()).toEqual(Object.keys(longerSentences).sort())
})

describe('the measure itself', () => {
  test('tells a plain sentence from a learned one', () => {
    const plain = readingAge(['Open the page. Look at each name. Remove those who left.'])
    const learned = readingAge([
      'Comprehensive verification necessitates systematic examination of authorization configurations.',
    ])
    expect(plain.grade).toBeLessThan(3)
    expect(learned.grade).toBeGreaterThan(hardest)
  })

  test('leaves out Amazon’s terms, and titles', () => {
    expect(withoutAmazonsTerms('Check your Account Health Rating today')).not.toMatch(
      /account|health|rating/i,
    )
    expect(withoutAmazonsTerms('Deactivated accounts')).toContain('accounts')
    expect(readingAge(['Authorization configuration']).words).toBe(0)
  })

  test('counts words as a reader does', () => {
    expect(sentencesIn('Checked today. Next check: $DAY$.')).toHaveLength(3)
    expect(wordsIn('You’ll see the A-to-z claim on sellercentral.amazon.com').length).toBe(7)
  })
})
