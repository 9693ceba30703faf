import { describe, expect, test } from 'vitest'
import { type Language, localeFor } from '../../src/domain/languages'
import { createI18n, type I18n } from '../../src/platform/i18n'
import { english } from '../support/i18n'
import { at } from '../support/time'

const evening = at('2026-03-04 20:05', 'Europe/Berlin').epochMilliseconds

/** Dates as a seller sees them who reads that language. */
function seenBy(lang: Language, languages: readonly string[]): I18n {
  return createI18n({ ...english, lang }, { timeZone: 'Europe/Berlin', languages })
}

/** Browsers and Node may separate by other spaces. */
const plain = (written: string) => written.replace(/\s/g, ' ')

describe('whose dates and times are shown', () => {
  test.each([
    ['en', ['en-GB', 'en-US', 'en'], 'en-GB'],
    ['en', ['en-US', 'en-GB'], 'en-US'],
    ['en', ['de-AT', 'en-GB'], 'en-GB'],
    ['de', ['de-AT', 'de'], 'de-AT'],
    ['de', ['de', 'de-AT'], 'de'],
    ['es', ['es-419'], 'es-419'],
    // Chosen in a browser that speaks another language.
    ['de', ['en-US', 'en'], 'de'],
    ['de', [], 'de'],
    // Not Taiwan's: 週三 would stand within 周三.
    ['zh-CN', ['zh-TW', 'en'], 'zh-CN'],
    ['zh-CN', ['zh-TW', 'zh-SG'], 'zh-SG'],
    ['zh-CN', ['zh-Hans-HK'], 'zh-Hans-HK'],
    ['en', ['en-GB-u-hc-h12-ca-buddhist'], 'en-GB'],
    ['en', ['', 'en_US', 'en-', 'C', 'en-GB'], 'en-GB'],
    ['en-XA', ['en-US'], 'en-US'],
  ])('in %s, the browser prefers %j: %s', (lang, preferred, locale) => {
    expect(localeFor(lang, preferred)).toBe(locale)
  })

  test.each([
    ['en', ['en-GB'], '4 March 2026', '20:00', 'Wed 4 Mar, 20:05'],
    ['en', ['en-US'], 'March 4, 2026', '8:00 PM', 'Wed, Mar 4, 8:05 PM'],
    ['en', ['fr-FR'], 'March 4, 2026', '8:00 PM', 'Wed, Mar 4, 8:05 PM'],
    ['de', ['de-AT'], '4. März 2026', '20:00', 'Mi., 4. März, 20:05'],
    ['es', ['es-MX'], '4 de marzo de 2026', '8:00 p.m.', 'mié 4 de mar, 8:05 p.m.'],
    ['zh-CN', ['en-US'], '2026年3月4日', '20:00', '3月4日周三 20:05'],
  ] as const)('in %s, in a browser of %j', (language, languages, day, hour, moment) => {
    const seen = seenBy(language, languages)
    expect(seen.day('2026-03-04')).toBe(day)
    expect(plain(seen.hour(20))).toBe(hour)
    expect(plain(seen.moment(evening))).toBe(moment)
    expect(seen.lang).toBe(language)
  })

  test('numbers, lists and plural forms stay the language’s', () => {
    const { number, list } = seenBy('de', ['de-AT'])
    expect(number(12345)).toBe('12.345')
    expect(list(['a', 'b', 'c'])).toBe('a, b und c')
  })
})
