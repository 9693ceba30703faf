import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ThresholdId, thresholdOf, thresholds } from '../src/domain/facts/thresholds'
import { items } from '../src/domain/items'
import { playbookIds } from '../src/domain/playbooks/playbook'
import { playbooks } from '../src/domain/playbooks/playbooks'
import { snake } from '../src/i18n/item-text'
import { claimOf, factsPage, toLookAtAgain } from '../tools/facts'
import { english } from './support/i18n'

test('docs/facts.md is what the tables give (npm run facts)', () => {
  expect(readFileSync('docs/facts.md', 'utf8')).toBe(factsPage())
})

test('every figure is in it, with a source, a date and a certainty', () => {
  for (const { id, seen, certainty } of thresholds) {
    const line = factsPage()
      .split('\n')
      .find((one) => one.startsWith(`| ${claimOf(id)} | `))
    expect(line, id).toMatch(new RegExp(`\\| ${seen} \\| ${certainty} \\|$`))
  }
})

/** The figures that are shown beside a text. A guide's own title and warnings may name any figure that has a row. */
const owners: readonly (readonly [start: string, figures: readonly ThresholdId[]])[] = [
  ...items.map(({ id, thresholds: figures = [] }) => [`item_${snake(id)}_`, figures] as const),
  ...playbookIds.flatMap((playbook) =>
    playbooks[playbook].steps.map(
      ({ id, figures = [] }) => [`step_${snake(playbook)}_${snake(id)}_`, figures] as const,
    ),
  ),
  ...thresholds.map(({ id }) => [`threshold_${snake(id)}_`, [id]] as const),
  ...['playbook_', 'playbooks_', 'happening_', 'clock_'].map(
    (start) => [start, thresholds.map(({ id }) => id)] as const,
  ),
]

/** Of two beginnings that fit, the longer one is the owner's. */
const figuresBeside = (name: string) =>
  owners.filter(([start]) => name.startsWith(start)).sort(([a], [b]) => b.length - a.length)[0]?.[1]

const figure =
  /(\d[\d.,]*)\s?(%|(?:(?:business|calendar) )?(?:hour|day|month|year|character|point|sale|euro|language|star)s?\b|US dollars)/gi

const money = /\b(USD|EUR) (\d[\d.,]*)/g
const currencies: Readonly<Record<string, string>> = { USD: 'US dollars', EUR: 'euros' }

/** What a text says in figures: number and unit. */
const figuresIn = (said: string) => [
  ...[...said.matchAll(figure)].map(([found, number = '', unit = '']) => ({ found, number, unit })),
  ...[...said.matchAll(money)].map(([found, currency = '', number = '']) => ({
    found,
    number,
    unit: currencies[currency] ?? currency,
  })),
]

const stem = (unit: string) => unit.toLowerCase().replace(/^(?:business|calendar) |s$/g, '')

/** Whether a row speaks of this number in this unit. */
function saysIt(id: ThresholdId, number: string, unit: string): boolean {
  const { value, unit: own } = thresholdOf(id)
  const said = `${value} ${own} ${claimOf(id)}`.toLowerCase().replaceAll('percent', '%')
  const numbers = new Set([...said.matchAll(/\d[\d.,]*\d|\d/g)].map(([one]) => one))
  return numbers.has(number) && said.includes(stem(unit))
}

/** Figures that are not Amazon's or are no rule, each with why. */
const withoutRow: Readonly<Record<string, string>> = {
  'item_account_health_glance_caveat: 3 days': 'how often to look, our own advice',
  'item_odr_watch_caveat: 0.5%': 'our own early sign, as the text says',
  'item_odr_watch_how_2: 0.5%': 'our own early sign, as its caveat says',
  'item_password_age_review_how_4: 730 days': 'a setting of Nightlatch',
  'item_policy_reading_how_3: 60 days': 'how far ahead to look, our own advice',
}

test('no figure in a check, a guide or a figure’s own words lacks its row', () => {
  const lacking = Object.entries(english).flatMap(([name, said]) => {
    const beside = figuresBeside(name)
    if (beside === undefined) return []
    return figuresIn(said).flatMap(({ found, number, unit }) =>
      beside.some((id) => saysIt(id, number.replace(/[.,]$/, ''), unit)) ? [] : [`${name}: ${found}`],
    )
  })
  expect([...new Set(lacking)].sort()).toEqual(Object.keys(withoutRow).sort())
})

test('what was seen more than a year ago, or nobody knows when, is to be looked at again', () => {
  const on = (today: string) => toLookAtAgain(today).map(({ id }) => id)
  expect(on('2026-11-29')).toContain('odr-max')
  expect(on('2026-11-29')).toContain('otdr-recommended')
  expect(on('2026-11-29')).not.toContain('owner-share')
  expect(on('2027-05-12')).not.toContain('owner-share')
  expect(on('2027-05-13')).toContain('owner-share')
  // A span counts from its end: 2024-09-25/2026-02-28.
  expect(on('2027-02-28')).not.toContain('otdr-min')
  expect(on('2027-03-01')).toContain('otdr-min')
})
