import { expect, test } from 'vitest'
import { figuresIn, thresholds } from '../../../src/domain/facts/thresholds'
import { items } from '../../../src/domain/items'
import { playbookIds } from '../../../src/domain/playbooks/playbook'
import { playbooks } from '../../../src/domain/playbooks/playbooks'
import { storeFronts } from '../../../src/pages/hosts'

test.each([
  [['IN'], [{ id: 'lsr-max-in' }]],
  [['US'], [{ id: 'lsr-max' }]],
  [['US', 'DE'], [{ id: 'lsr-max' }]],
  [
    ['IN', 'US'],
    [
      { id: 'lsr-max', marketplaces: ['US'] },
      { id: 'lsr-max-in', marketplaces: ['IN'] },
    ],
  ],
  [[], [{ id: 'lsr-max' }, { id: 'lsr-max-in' }]],
])('the late shipment rate on the marketplaces %j', (marketplaces, figures) => {
  expect(figuresIn(['lsr-max'], marketplaces)).toEqual(figures)
})

test('a figure that is the same everywhere says nothing of marketplaces', () => {
  expect(figuresIn(['odr-max', 'otdr-min'], ['IN', 'US'])).toEqual([{ id: 'odr-max' }, { id: 'otdr-min' }])
})

test('the United Kingdom’s figure is there on its own store front and on the regional one', () => {
  expect(figuresIn(['otdr-min'], ['GB', 'EU'])).toEqual([{ id: 'otdr-uk' }])
})

const special = thresholds.filter(({ insteadOf }) => insteadOf !== undefined)

test('every figure in place of another is shown on some store front', () => {
  expect(special.length).toBeGreaterThan(2)
  for (const { id, insteadOf = id } of special) {
    const fronts = storeFronts.filter(({ marketplace }) =>
      figuresIn([insteadOf], [marketplace]).some((one) => one.id === id),
    )
    expect(fronts, id).not.toEqual([])
    expect(fronts.length, id).toBeLessThan(storeFronts.length / 2)
  }
})

test('a check or guide names the usual figure alone, so that none can forget the others', () => {
  const steps = playbookIds.flatMap((id) => playbooks[id].steps)
  const named = [
    ...items.flatMap(({ thresholds: figures = [] }) => figures),
    ...steps.flatMap(({ figures = [] }) => figures),
  ]
  expect(named.filter((id) => special.some((one) => one.id === id))).toEqual([])
})
