import { describe, expect, test } from 'vitest'
import { type Language, localeFor } from '../../src/domain/languages'
import { clockFormats, dateFormats } from '../../src/domain/settings'
import { createI18n, type I18n, type MessageName } from '../../src/i18n/i18n'
import { english } from '../support/i18n'
import { text } from '../support/messages'
import { at } from '../support/time'

const evening = at('2026-03-04 20:05', 'Europe/Berlin').epochMilliseconds

/** Dates as a seller sees them who reads that language; of the texts those alone that dates are put together by. */
function seenBy(
  language: Language,
  languages: readonly string[],
  settings: { dateFormat?: string; clock?: string } = {},
): I18n<MessageName> {
  const moment_in_figures = text('moment_in_figures', {}, language).replace(
    /\$(\w+)\$/g,
    (_, name) => `{${name.toLowerCase()}}`,
  )
  const catalogue = { ...english, lang: language, moment_in_figures }
  return createI18n(catalogue, { timeZone: 'Europe/Berlin', languages, settings })
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
  ] as const)('in %s, in a browser of %j', (language, languages, day, hour, soon) => {
    const seen = seenBy(language, languages)
    expect(seen.day('2026-03-04')).toBe(day)
    expect(plain(seen.hour(20))).toBe(hour)
    expect(plain(seen.soon(evening))).toBe(soon)
    expect(seen.lang).toBe(language)
  })

  test.each([
    ['en', ['en-GB'], 'Wed, 4 Mar 2026, 20:05'],
    ['en', ['en-US'], 'Wed, Mar 4, 2026, 8:05 PM'],
    ['de', ['de'], 'Mi., 4. März 2026, 20:05'],
    ['es', ['es'], 'mié, 4 mar 2026, 20:05'],
    ['fr', ['fr'], 'mer. 4 mars 2026, 20:05'],
    ['it', ['it'], 'mer 4 mar 2026, 20:05'],
    ['ja', ['ja'], '2026年3月4日(水) 20:05'],
    ['tr', ['tr'], '4 Mar 2026 Çar 20:05'],
    ['pt-BR', ['pt-BR'], 'qua., 4 de mar. de 2026, 20:05'],
    ['zh-CN', ['zh-CN'], '2026年3月4日周三 20:05'],
  ] as const)(
    'a moment of a record has its year, in %s in a browser of %j: %s',
    (language, languages, moment) => {
      expect(plain(seenBy(language, languages).moment(evening))).toBe(moment)
    },
  )

  test('in French the first of a month is “1er”, in words alone', () => {
    const first = at('2026-03-01 01:05', 'Europe/Berlin').epochMilliseconds
    const french = seenBy('fr', ['fr-CA'], { clock: '12-hour' })
    expect(french.day('2026-03-01')).toBe('1er mars 2026')
    expect(french.day('2026-03-21')).toBe('21 mars 2026')
    expect(plain(french.soon(first))).toMatch(/^dim\. 1er mars,? 1 h 05 a\.m\.$/)
    expect(seenBy('fr', ['fr'], { dateFormat: 'dd/MM/yyyy' }).day('2026-03-01')).toBe('01/03/2026')
    expect(seenBy('it', ['it']).day('2026-03-01')).toBe('1 marzo 2026')
  })

  test('in Portuguese the first of a month is “1º”, in words alone', () => {
    const portuguese = seenBy('pt-BR', ['pt-BR'])
    expect(portuguese.day('2026-03-01')).toBe('1º de março de 2026')
    expect(portuguese.day('2026-03-11')).toBe('11 de março de 2026')
    expect(seenBy('pt-BR', ['pt-BR'], { dateFormat: 'dd/MM/yyyy' }).day('2026-03-01')).toBe('01/03/2026')
  })

  test('numbers, lists and plural forms stay the language’s', () => {
    const { number, list } = seenBy('de', ['de-AT'])
    expect(number(12345)).toBe('12.345')
    expect(list(['a', 'b', 'c'])).toBe('a, b und c')
  })
})

describe('a date format that was chosen', () => {
  test.each([
    ['dd/MM/yyyy', '04/03/2026'],
    ['MM/dd/yyyy', '03/04/2026'],
    ['dd.MM.yyyy', '04.03.2026'],
    ['yyyy-MM-dd', '2026-03-04'],
    ['yyyy/MM/dd', '2026/03/04'],
  ])('%s: %s, in every language and region', (dateFormat, day) => {
    expect(dateFormats).toContain(dateFormat)
    for (const [language, languages] of [
      ['en', ['en-GB']],
      ['en', ['en-US']],
      ['de', ['de-AT']],
      ['ja', ['ja-JP']],
    ] as const) {
      const seen = seenBy(language, languages, { dateFormat })
      expect(seen.day('2026-03-04')).toBe(day)
      expect(seen.moment(evening)).toContain(day)
      expect(seen.soon(evening)).toBe(seen.moment(evening))
    }
  })

  test.each([
    ['en', ['en-GB'], 'Wed 04.03.2026, 20:05'],
    ['en', ['en-US'], 'Wed 04.03.2026, 8:05 PM'],
    ['de', ['en-US'], 'Mi 04.03.2026, 20:05'],
    ['zh-CN', ['zh-CN'], '04.03.2026 周三 20:05'],
    ['ja', ['ja'], '04.03.2026（水）20:05'],
  ] as const)(
    'stands beside weekday and time as %s in a browser of %j has them',
    (language, languages, moment) => {
      expect(plain(seenBy(language, languages, { dateFormat: 'dd.MM.yyyy' }).moment(evening))).toBe(moment)
    },
  )

  test('is on the seller’s own day, also near midnight', () => {
    const after = at('2026-03-05 00:30', 'Europe/Berlin').epochMilliseconds
    expect(seenBy('en', ['en-GB'], { dateFormat: 'yyyy-MM-dd' }).moment(after)).toBe('Thu 2026-03-05, 00:30')
  })
})

describe('a clock that was chosen', () => {
  test.each([
    ['24-hour', 'en', 'en-US', '20:00', '00:00', 'Wed, Mar 4, 20:05'],
    ['12-hour', 'en', 'en-GB', '8:00 pm', '12:00 am', 'Wed 4 Mar, 8:05 pm'],
    ['12-hour', 'de', 'de', '8:00 PM', '12:00 AM', 'Mi., 4. März, 8:05 PM'],
    ['12-hour', 'zh-CN', 'zh-CN', '下午8:00', '上午12:00', '3月4日周三 下午8:05'],
    ['12-hour', 'ja', 'ja', '午後8:00', '午前0:00', '3月4日(水) 午後8:05'],
  ] as const)('%s, in %s in a browser of %s', (clock, language, browser, evening8, midnight, soon) => {
    expect(clockFormats).toContain(clock)
    const seen = seenBy(language, [browser], { clock })
    expect(plain(seen.hour(20))).toBe(evening8)
    expect(plain(seen.hour(0))).toBe(midnight)
    expect(plain(seen.soon(evening))).toBe(soon)
  })

  test('goes with a date format', () => {
    const seen = seenBy('en', ['en-US'], { dateFormat: 'yyyy-MM-dd', clock: '24-hour' })
    expect(seen.moment(evening)).toBe('Wed 2026-03-04, 20:05')
  })
})

test('what only a later version offers counts as not chosen', () => {
  const later = seenBy('en', ['en-GB'], { dateFormat: 'd MMM yyyy', clock: 'decimal' })
  const usual = seenBy('en', ['en-GB'])
  expect(later.day('2026-03-04')).toBe(usual.day('2026-03-04'))
  expect(later.moment(evening)).toBe(usual.moment(evening))
  expect(later.hour(20)).toBe(usual.hour(20))
  expect(later.dateFormat).toBeUndefined()
})

test.each([
  ['UTC', '2026-03-28T23:30:05+00:00'],
  ['Europe/Berlin', '2026-03-29T00:30:05+01:00'],
  ['Asia/Shanghai', '2026-03-29T07:30:05+08:00'],
  ['Asia/Kathmandu', '2026-03-29T05:15:05+05:45'],
  ['America/Los_Angeles', '2026-03-28T16:30:05-07:00'],
  ['America/St_Johns', '2026-03-28T21:00:05-02:30'],
])('in a file from %s a moment is %s', (timeZone, written) => {
  const moment = Date.UTC(2026, 2, 28, 23, 30, 5)
  const { inFile } = createI18n(english, { timeZone, languages: ['ar-EG'] })
  expect(inFile(moment)).toBe(written)
  expect(Date.parse(written)).toBe(moment)
})
