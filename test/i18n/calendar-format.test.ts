import { describe, expect, test } from 'vitest'
import { daysOf } from '../../src/domain/journal/month'
import { calendarWords, firstDayOfWeek, weekdays, weeksOf } from '../../src/i18n/calendar-format'
import { createI18n } from '../../src/i18n/i18n'
import { english } from '../support/i18n'

describe('a week begins', () => {
  test.each([
    ['de', 1],
    ['en-US', 7],
    ['en-GB', 1],
    ['ar-EG', 6],
  ])('in %s on day %d', (locale, day) => {
    expect(firstDayOfWeek(locale)).toBe(day)
  })

  test('with the day that was asked for, and has seven different ones', () => {
    const names = weekdays('en', 7).map(({ long }) => long)
    expect(names[0]).toBe('Sunday')
    expect(names[1]).toBe('Monday')
    expect(new Set(names).size).toBe(7)
    expect(weekdays('de', 1)[0]).toEqual({ short: 'Mo', long: 'Montag' })
  })
})

test.each([
  // The first of March 2026 was a Sunday.
  ['2026-03', 1, 6, 6],
  ['2026-03', 7, 0, 5],
  // A February of exactly four weeks.
  ['2027-02', 1, 0, 4],
  ['2026-08', 7, 6, 6],
])(
  '%s, in weeks from day %d on, has %d days of the month before in %d rows',
  (month, first, blanks, rows) => {
    const days = daysOf(month).map((day) => ({ day }))
    const weeks = weeksOf(days, first)
    expect(weeks).toHaveLength(rows)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks[0]?.findIndex((day) => day)).toBe(blanks)
    expect(weeks.flat().filter((day) => day)).toEqual(days)
  },
)

const wordsIn = (lang: string, languages: readonly string[], dateFormat?: string) =>
  calendarWords(createI18n({ ...english, lang }, { timeZone: 'UTC', languages, settings: { dateFormat } }))

test('days and months are in the language, as the region has them', () => {
  expect(wordsIn('en', []).month('2026-03')).toBe('March 2026')
  expect(wordsIn('de', ['en-US']).month('2026-01')).toBe('Januar 2026')
  expect(wordsIn('de', ['de-AT']).month('2026-01')).toBe('Jänner 2026')
  expect(wordsIn('en', ['en-US']).day('2026-03-03')).toBe('Tuesday, March 3')
  expect(wordsIn('en', ['en-GB']).day('2026-03-03')).toBe('Tuesday 3 March')
})

test('a day has the date format that was chosen; the month above it stays a word', () => {
  const words = wordsIn('en', ['en-GB'], 'dd.MM.yyyy')
  expect(words.day('2026-03-03')).toBe('Tuesday, 03.03.2026')
  expect(words.month('2026-03')).toBe('March 2026')
})

test('a near day is short, or in the figures that the seller chose, and has its distance in words', () => {
  const wordsIn = (settings = {}) =>
    calendarWords(createI18n(english, { timeZone: 'UTC', languages: ['en-US'], settings }))
  expect(wordsIn().shortDay('2026-12-02')).toBe('Dec 2')
  expect(wordsIn({ dateFormat: 'dd/MM/yyyy' }).shortDay('2026-12-02')).toBe('02/12/2026')
  expect(wordsIn().distance('2026-11-28', '2026-12-10')).toBe('in 12 days')
  expect(wordsIn().distance('2026-03-29', '2026-03-28')).toBe('yesterday')
})

test('in French the first of a month is “1er”, but 1 in a square', () => {
  const words = calendarWords(createI18n({ ...english, lang: 'fr' }, { timeZone: 'UTC' }))
  expect(words.day('2026-03-01')).toBe('dimanche 1er mars')
  expect(words.shortDay('2026-03-01')).toBe('1er mars')
  expect(words.date('2026-03-01')).toBe('1')
})
