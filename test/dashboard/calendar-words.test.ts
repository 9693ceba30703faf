import { describe, expect, test } from 'vitest'
import {
  calendarWords,
  firstDayOfWeek,
  monthBeside,
  weekdays,
  weeksOf,
} from '../../src/dashboard/calendar-words'
import { daysOf } from '../../src/domain/month'

describe('a week begins', () => {
  test.each([
    ['de', 'de-DE', 1],
    ['en', 'en-US', 7],
    ['en', 'en-GB', 1],
    ['ar', 'ar-EG', 6],
    // The browser speaks another language, so it says nothing about this one's country.
    ['de', 'en-US', 1],
    ['zh-CN', 'zh-TW', 7],
  ])('in %s, in a browser set to %s, on day %d', (lang, browser, day) => {
    expect(firstDayOfWeek(lang, browser)).toBe(day)
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

test('months follow each other over the end of a year', () => {
  expect(monthBeside('2026-12', 1)).toBe('2027-01')
  expect(monthBeside('2026-01', -1)).toBe('2025-12')
  expect(monthBeside('2026-10', -1)).toBe('2026-09')
})

test('days and months are in the language', () => {
  expect(calendarWords('en').month('2026-03')).toBe('March 2026')
  expect(calendarWords('de').month('2026-03')).toBe('März 2026')
  expect(calendarWords('en').day('2026-03-03')).toMatch(/^Tuesday/)
})
