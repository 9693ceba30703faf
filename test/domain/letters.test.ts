import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/languages'
import { letterLanguage, letterLanguages, letterLines, openBlanks } from '../../src/domain/letters'

describe('the language of a letter', () => {
  test.each<[marketplaces: string[], shown: Language, offered: Language[]]>([
    [[], 'en', ['en']],
    [['US'], 'zh-CN', ['en', 'zh-CN']],
    [['DE'], 'en', ['en', 'de']],
    [['DE', 'FR', 'GB', 'MX', 'ES'], 'de', ['en', 'de', 'fr', 'es']],
    [['JP'], 'zh-CN', ['en', 'ja', 'zh-CN']],
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
    ['zh-CN', ['DE'], 'zh-CN', 'zh-CN'],
    // Chosen for another store, or in a later version.
    ['ja', ['DE'], 'en', 'de'],
    ['pt-BR', ['US'], 'en', 'en'],
  ])('chosen %s for %j, read in %s: %s', (chosen, marketplaces, shown, language) => {
    expect(letterLanguage(chosen, marketplaces, shown)).toBe(language)
  })
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
