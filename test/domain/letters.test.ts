import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/languages'
import {
  lacksLetters,
  letterLanguage,
  letterLanguages,
  letterLines,
  openBlanks,
} from '../../src/domain/letters'
import { type Marketplace, storeFronts } from '../../src/pages/hosts'

describe('the language of a letter', () => {
  test.each<[marketplaces: string[], shown: Language, offered: Language[]]>([
    [[], 'en', ['en']],
    [['US'], 'zh-CN', ['en', 'zh-CN']],
    [['DE'], 'en', ['en', 'de']],
    [['DE', 'FR', 'GB', 'MX', 'ES'], 'de', ['en', 'de', 'fr', 'es']],
    [['JP'], 'zh-CN', ['en', 'ja', 'zh-CN']],
    [['BR'], 'zh-CN', ['en', 'pt-BR', 'zh-CN']],
    [['TR'], 'tr', ['en', 'tr']],
    [['TR', 'DE'], 'en', ['en', 'tr', 'de']],
    // We have no Polish letters, and no language of all of Europe.
    [['PL', 'EU'], 'it', ['en', 'it']],
    [['constructor'], 'en', ['en']],
  ])('a store in %j, read in %s, has %j to choose from', (marketplaces, shown, offered) => {
    expect(letterLanguages(marketplaces, shown)).toEqual(offered)
  })

  test.each<[chosen: string | undefined, marketplaces: string[], shown: Language, language: Language]>([
    // Unchosen: what the store front speaks, and the seller's own while none is known.
    [undefined, ['DE', 'FR'], 'zh-CN', 'de'],
    [undefined, ['US'], 'zh-CN', 'en'],
    [undefined, ['PL'], 'de', 'en'],
    [undefined, [], 'de', 'de'],
    ['en', ['DE'], 'zh-CN', 'en'],
    [undefined, ['TR'], 'en', 'tr'],
    ['en', ['TR'], 'tr', 'en'],
    // A Turkish seller in the US store.
    [undefined, ['US'], 'tr', 'en'],
    ['zh-CN', ['DE'], 'zh-CN', 'zh-CN'],
    // Chosen for another store, or in a later version.
    ['ja', ['DE'], 'en', 'de'],
    ['nl', ['US'], 'en', 'en'],
  ])('chosen %s for %j, read in %s: %s', (chosen, marketplaces, shown, language) => {
    expect(letterLanguage(chosen, marketplaces, shown)).toBe(language)
  })
})

test('every store front has letters in its language, or in English, and it is said where that is not its own', () => {
  const expected: Record<Marketplace, [Language, said: boolean]> = {
    ...{ US: ['en', false], CA: ['en', false], MX: ['es', false], BR: ['pt-BR', false] },
    ...{ GB: ['en', false], DE: ['de', false], FR: ['fr', false], IT: ['it', false], ES: ['es', false] },
    ...{ NL: ['en', true], SE: ['en', true], PL: ['en', true], BE: ['en', true], IE: ['en', false] },
    ...{ TR: ['tr', false], AE: ['en', false], SA: ['en', false], EG: ['en', false], IN: ['en', false] },
    ...{ ZA: ['en', false], EU: ['en', false], SG: ['en', false], AU: ['en', false], JP: ['ja', false] },
  }
  for (const { marketplace } of storeFronts)
    expect(
      [letterLanguage(undefined, [marketplace], 'zh-CN'), lacksLetters([marketplace])],
      marketplace,
    ).toEqual(expected[marketplace])
  // What is read still is on offer, for example French in Belgium.
  expect(letterLanguages(['BE'], 'fr')).toEqual(['en', 'fr'])
  expect(lacksLetters([])).toBe(false)
})

describe('the blanks of a letter', () => {
  const letter = 'Store: {store}.\nCase {case}, {store}, due on {payout_day}.'

  test('stay open until the records say something', () => {
    const lines = letterLines(letter, () => undefined)
    expect(lines[0]).toEqual([{ text: 'Store: ' }, { blank: 'store', value: undefined }, { text: '.' }])
    expect(openBlanks(lines)).toEqual(['store', 'case', 'payout-day'])
  })

  test('are filled from their source, and an empty value fills nothing', () => {
    const lines = letterLines(letter, (source) => (source === 'store-name' ? 'My shop' : ''))
    expect(lines[0]?.[1]).toEqual({ blank: 'store', value: 'My shop' })
    expect(openBlanks(lines)).toEqual(['case', 'payout-day'])
  })

  test('a name that no version knows stays as it is', () => {
    expect(letterLines('On {some_day}', () => 'x')).toEqual([[{ text: 'On ' }, { text: '{some_day}' }]])
  })
})
