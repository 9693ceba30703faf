import { describe, expect, test } from 'vitest'
import { addMonths } from '../../../src/domain/time/day'
import {
  addDays,
  clockHour,
  dayAt,
  dayOf,
  daysBetween,
  hourOf,
  instantOf,
  isDay,
  nextMonday,
} from '../../../src/domain/time/time'
import { at, nowAt, on, zones } from '../../support/time'

const hours = (count: number) => count * 60 * 60 * 1000

describe('the day is the seller’s own', () => {
  test.each([
    ['America/Los_Angeles', '2026-03-03'],
    ['America/New_York', '2026-03-03'],
    ['Europe/Berlin', '2026-03-04'],
    ['Asia/Kolkata', '2026-03-04'],
    ['Pacific/Auckland', '2026-03-04'],
    ['Pacific/Kiritimati', '2026-03-04'],
  ])('at one moment it is in %s the day %s', (zone, day) => {
    const moment = Date.UTC(2026, 2, 4, 4, 30)
    expect(dayOf(nowAt(moment, zone))).toBe(day)
    expect(dayAt(moment, on('2026-07-01', zone))).toBe(day)
  })

  test('a moment, its zone and its instant belong together', () => {
    const now = at('2026-03-29 01:30')
    expect(instantOf(now)).toBe(Date.UTC(2026, 2, 29, 0, 30))
    expect(nowAt(instantOf(now), 'Europe/Berlin').toString()).toBe(now.toString())
  })

  test.each(zones)('day, hour and hour of a day in %s are those of the whole of Temporal', (zone) => {
    for (let hour = 0; hour < 2 * 366 * 24; hour += 5) {
      const now = nowAt(Date.UTC(2026, 0, 1) + hours(hour) + 1, zone)
      const [day, shown] = [dayOf(now), clockHour(now)]
      expect(`${day} ${shown}`).toBe(`${now.toPlainDate()} ${now.hour}`)
      expect(hourOf(day, shown, now)).toBe(
        now.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: shown } }).epochMilliseconds,
      )
    }
  })

  test.each([
    ['2026-03-04 00:00', '2026-03-04'],
    ['2026-03-04 23:59', '2026-03-04'],
    ['2026-03-05 00:00', '2026-03-05'],
  ])('at %s it is %s', (clock, day) => {
    expect(dayOf(at(clock))).toBe(day)
  })
})

describe('calendar days', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-01-31', 30, '2026-03-02'],
    ['2028-01-31', 30, '2028-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-11-30', 90, '2027-02-28'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-03-04', 0, '2026-03-04'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %d days is %s', (day, days, sum) => {
    expect(addDays(day, days)).toBe(sum)
    expect(daysBetween(day, sum)).toBe(days)
    expect(daysBetween(sum, day)).toBe(days === 0 ? 0 : -days)
  })

  test('adding answers the same the thousandth time', () => {
    for (let days = 0; days < 12_000; days += 1) addDays('2026-01-01', days)
    expect(addDays('2026-01-01', 59)).toBe('2026-03-01')
  })

  test.each([
    ['2026-03-01', '2026-03-02', 'Sunday'],
    ['2026-03-02', '2026-03-09', 'Monday'],
    ['2026-03-03', '2026-03-09', 'Tuesday'],
    ['2026-03-07', '2026-03-09', 'Saturday'],
    ['2026-12-28', '2027-01-04', 'the last Monday of a year'],
  ])('the Monday after %s is %s (%s)', (day, monday) => {
    expect(nextMonday(day)).toBe(monday)
  })

  test.each(['2026-03-29', '2028-02-29', '2026-12-31', '1970-01-01'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })

  test.each([
    '',
    'today',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-3-1',
    '20260301',
    ' 2026-03-01',
    '2026-03-01 ',
    '2026-03-01T10:00',
    '2026-03-01[Europe/Berlin]',
    '2026-03-01[u-ca=hebrew]',
    '٢٠٢٦-٠٣-٠١',
  ])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

describe('an hour of the local clock', () => {
  test.each([
    ['an ordinary day in Berlin', '2026-03-04', 9, 'Europe/Berlin', '2026-03-04T08:00Z'],
    ['the day Berlin’s clocks go forward', '2026-03-29', 9, 'Europe/Berlin', '2026-03-29T07:00Z'],
    ['the day Berlin’s clocks go back', '2026-10-25', 9, 'Europe/Berlin', '2026-10-25T08:00Z'],
    ['the day New York’s clocks go forward', '2026-03-08', 9, 'America/New_York', '2026-03-08T13:00Z'],
    ['the day New York’s clocks go back', '2026-11-01', 9, 'America/New_York', '2026-11-01T14:00Z'],
    ['half an hour off the rest of the world', '2026-03-04', 9, 'Asia/Kolkata', '2026-03-04T03:30Z'],
    ['an hour that Berlin skips', '2026-03-29', 2, 'Europe/Berlin', '2026-03-29T01:00Z'],
    ['an hour that Berlin has twice: the first', '2026-10-25', 2, 'Europe/Berlin', '2026-10-25T00:00Z'],
    ['a midnight that Santiago skips', '2026-09-06', 0, 'America/Santiago', '2026-09-06T04:00Z'],
    ['a midnight that Cairo skips', '2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00Z'],
    ['a midnight that Beirut skips', '2026-03-29', 0, 'Asia/Beirut', '2026-03-28T22:00Z'],
    ['a midnight that São Paulo skipped', '2018-11-04', 0, 'America/Sao_Paulo', '2018-11-04T03:00Z'],
    ['a day that Samoa skipped', '2011-12-30', 9, 'Pacific/Apia', '2011-12-30T19:00Z'],
  ])('%s', (_, day, hour, zone, instant) => {
    expect(new Date(hourOf(day, hour, on('2026-01-01', zone))).toISOString()).toBe(
      new Date(instant).toISOString(),
    )
  })

  test.each([
    ['2026-03-28', 23, 'Europe/Berlin'],
    ['2026-03-27', 24, 'Europe/Berlin'],
    ['2026-10-24', 25, 'Europe/Berlin'],
    ['2026-03-07', 23, 'America/New_York'],
    ['2026-10-31', 25, 'America/New_York'],
    ['2026-04-04', 25, 'Pacific/Auckland'],
    ['2026-09-26', 23, 'Pacific/Auckland'],
  ])('from nine o’clock on %s it is %d hours to the next nine o’clock in %s', (day, count, zone) => {
    const now = on(day, zone)
    expect(hourOf(addDays(day, 1), 9, now) - hourOf(day, 9, now)).toBe(hours(count))
  })
})

test('months follow each other over the end of a year', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2026-10', -1)).toBe('2026-09')
})
