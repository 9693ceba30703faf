import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Source, sources } from '../src/domain/facts/sources'
import { figuresIn, type ThresholdId, thresholdOf, thresholds } from '../src/domain/facts/thresholds'
import { items } from '../src/domain/items'
import { playbookIds } from '../src/domain/playbooks/playbook'
import { playbooks } from '../src/domain/playbooks/playbooks'
import { sourcesOfStep, stepSources } from '../src/domain/playbooks/step-sources'
import { itemText, snake } from '../src/i18n/item-text'
import { storeFronts } from '../src/pages/hosts'
import { claimOf, factsPage, toLookAtAgain } from '../tools/facts'
import { english, inEnglish } from './support/i18n'

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

function everywhere(figures: readonly ThresholdId[]): readonly ThresholdId[] {
  return figuresIn(figures, []).map(({ id }) => id)
}

/** The figures that are shown beside a text. A guide's own title and warnings may name any figure that has a row. */
const owners: readonly (readonly [start: string, figures: readonly ThresholdId[]])[] = [
  ...items.map(({ id, thresholds: figures = [] }) => [`item_${snake(id)}_`, everywhere(figures)] as const),
  ...playbookIds.flatMap((playbook) =>
    playbooks[playbook].steps.map(
      ({ id, figures = [] }) => [`step_${snake(playbook)}_${snake(id)}_`, figures] as const,
    ),
  ),
  ...thresholds.map(({ id }) => [`threshold_${snake(id)}_`, [id]] as const),
  ...['playbook_', 'playbooks_', 'incident_', 'clock_'].map(
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
const figuresSaid = (said: string) => [
  ...[...said.matchAll(figure)].map(([found, number = '', unit = '']) => ({ found, number, unit })),
  ...[...said.matchAll(money)].map(([found, currency = '', number = '']) => ({
    found,
    number,
    unit: currencies[currency] ?? currency,
  })),
]

const marketplaces = [...new Set(storeFronts.map(({ marketplace }) => marketplace))]

test.each(marketplaces)('why and steps of no check say a figure that another marketplace has: %s', (here) => {
  const i18n = inEnglish()
  for (const { id, thresholds: figures = [] } of items) {
    const own = figuresIn(figures, [here]).map((one) => one.id)
    const foreign = everywhere(figures).filter((one) => !own.includes(one))
    const { why, steps } = itemText(i18n, id, [here])
    for (const { found, number, unit } of figuresSaid([why, ...steps].join(' '))) {
      if (!foreign.some((one) => saysIt(one, number, unit))) continue
      expect(
        own.some((one) => saysIt(one, number, unit)),
        `${id}: ${found}`,
      ).toBe(true)
    }
  }
})

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
    return figuresSaid(said).flatMap(({ found, number, unit }) =>
      beside.some((id) => saysIt(id, number.replace(/[.,]$/, ''), unit)) ? [] : [`${name}: ${found}`],
    )
  })
  expect([...new Set(lacking)].sort()).toEqual(Object.keys(withoutRow).sort())
})

test('what was seen more than a year ago, or nobody knows when, is to be looked at again', () => {
  const on = (today: string) => toLookAtAgain(today).map(({ id }) => id)
  expect(on('2026-11-29')).toContain('chargeback-answer')
  expect(on('2026-11-29')).toContain('otdr-recommended')
  expect(on('2026-11-29')).not.toContain('owner-share')
  expect(on('2027-05-12')).not.toContain('owner-share')
  expect(on('2027-05-13')).toContain('owner-share')
  // A span counts from its end: 2024-09-25/2026-02-28.
  expect(on('2027-02-28')).not.toContain('otdr-min')
  expect(on('2027-03-01')).toContain('otdr-min')
})

test('a step that leads to a page of Amazon’s, or tells Amazon something, says what it rests on', () => {
  const without = playbookIds.flatMap((playbook) =>
    playbooks[playbook].steps
      .filter(({ pages, contact }) => pages !== undefined || contact)
      .filter(({ id, figures = [] }) => figures.length + sourcesOfStep(playbook, id).length === 0)
      .map(({ id }) => `${playbook}: ${id}`),
  )
  expect(without).toEqual([])
})

test('no source is given for a step that is not there', () => {
  const left = playbookIds.flatMap((playbook) =>
    Object.keys(stepSources[playbook]).filter(
      (id) => !playbooks[playbook].steps.some((one) => one.id === id),
    ),
  )
  expect(left).toEqual([])
  expect(sourcesOfStep('of-a-later-version', 'read-notice')).toEqual([])
  expect(sourcesOfStep('claim', 'constructor')).toEqual([])
})

test('a page of Amazon’s help of 2026 is named with its id and the day on which it was seen', () => {
  const pages = Object.values<Source>(sources).flatMap((one) => {
    const [, id] = /\/help\/hub\/reference\/(G\w+)$/.exec(one.url ?? '') ?? []
    return id === undefined ? [] : [{ id, ...one }]
  })
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.filter(({ id, title, seen }) => !title.includes(id) || !seen?.startsWith('2026-'))).toEqual([])
})
