// @vitest-environment jsdom
import { fireEvent } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { longestName, longestReason } from '../../../src/domain/answer'
import { rowId } from '../../../src/ui/focus-next-row'
import { com, de } from '../../support/background'
import { newId } from '../../support/checklist'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text, number, list } = inEnglish('UTC')

test.each([
  ['reason', longestReason],
  ['elsewhere', longestName],
])('a %s that is too long stays whole, and it is said how much fits', async (name, longest) => {
  const { screen, statusOf } = await open('dashboard', { at: '#/checklist' })
  await screen.findByText(text('sort_label'))
  const field = document.getElementById(`two-step-on-${name}`) as HTMLInputElement
  const long = 'x'.repeat(longest + 1)
  expect(field.maxLength).toBe(-1)
  fireEvent.input(field, { target: { value: long } })
  fireEvent.submit(field)
  await screen.findByText(text('run_too_long', { count: number(longest) }))
  expect(field.value).toBe(long)
  expect((await statusOf('two-step-on'))?.kind).toBe('never-checked')
})

const inIndia = 'sellercentral.amazon.in'
const usual = 'Late shipment rate: under 4%'
const indian = 'Late shipment rate in India: under 2%'
const sold = (...places: string[]) => text('threshold_places', { places: list(places) })

test.each([
  ['India alone', [inIndia], [[indian]]],
  ['none in India', [com, de], [[usual]]],
  [
    'India and others',
    [com, inIndia, de],
    [
      [usual, sold('United States', 'Germany')],
      [indian, sold('India')],
    ],
  ],
  ['none that is known', [], [[usual], [indian]]],
])('the figures of a store whose store fronts are: %s', async (_, fronts, figures) => {
  const { change, screen, session } = await open('dashboard', { at: '#/checklist' })
  await change({ id: newId(), kind: 'fronts-chosen', store: 'store-1', fronts })
  await session.read()
  await screen.findByText(text('sort_label'))
  const row = document.getElementById(rowId('shipping-metrics-watch'))?.closest('details')
  const said = (one: Element) => {
    const below = one.querySelector('dd > p.soft')?.textContent ?? ''
    return [one.querySelector('dt')?.textContent, ...(below.startsWith('For your sales') ? [below] : [])]
  }
  const rates = [...(row?.querySelectorAll('dl > div') ?? [])].map(said)
  expect(rates.filter(([name]) => name?.startsWith('Late shipment'))).toEqual(figures)
  const step = row?.querySelector('ol li')?.textContent
  const shown = figures.map(([name]) => name)
  expect([step?.includes('under 4%'), step?.includes('under 2%')]).toEqual([
    shown.includes(usual),
    shown.includes(indian),
  ])
})
