import { describe, expect, test } from 'vitest'
import { type Threshold, thresholds } from '../../../src/domain/facts/thresholds'
import { seenText } from '../../../src/ui/guides/threshold-date'
import { inEnglish } from '../../support/i18n'

const i18n = inEnglish()

describe('when a source was seen', () => {
  test.each<[Pick<Threshold, 'seen' | 'as'>, string]>([
    [{ seen: 'undated' }, 'in an undated copy'],
    [{ seen: '2023' }, '2023'],
    [{ seen: '2023-04' }, 'April 2023'],
    [{ seen: '2026-01-21' }, i18n.day('2026-01-21')],
    [{ seen: '2019/2022' }, '2019 – 2022'],
    [{ seen: '2021', as: 'about' }, 'about 2021'],
    [{ seen: '2025-09-16', as: 'start' }, `in force since ${i18n.day('2025-09-16')}`],
    [
      { seen: '2024-09-25/2026-02-28', as: 'start-and-change' },
      `in force since ${i18n.day('2024-09-25')}, changed on ${i18n.day('2026-02-28')}`,
    ],
    [{ seen: '2020', as: 'and-later' }, '2020 and later'],
    [{ seen: '2025-01', as: 'and-older' }, 'January 2025, and an older copy'],
  ])('%j: %s', (threshold, words) => {
    expect(seenText(i18n, threshold)).toBe(words)
  })

  test.each(thresholds)('of $id is said whole', (threshold) => {
    expect(seenText(i18n, threshold)).not.toMatch(/undefined|Invalid|\{|\/|^$/)
  })
})
