import { describe, expect, test } from 'vitest'
import { storesIn } from '../../../src/dashboard/stores/pasted-stores'

const read = (pasted: string, room = 500) =>
  storesIn(pasted, [{ name: 'Known' }], room, (text) => (text.length > 20 ? 'too long' : undefined))
const store = (line: string) => read(line).good[0]?.store
const why = (line: string) => read(line).bad[0]?.why

describe('a pasted line', () => {
  test.each([
    ['Acme', { name: 'Acme', fronts: [] }],
    ['  Acme  |', { name: 'Acme', fronts: [] }],
    ['Acme | amazon.de', { name: 'Acme', fronts: ['sellercentral.amazon.de'] }],
    [
      'Acme|sellercentral.amazon.de|Client A',
      { name: 'Acme', fronts: ['sellercentral.amazon.de'], group: 'Client A' },
    ],
    [
      'Acme | https://sellercentral.amazon.fr/home, WWW.Amazon.de; amazon.de',
      { name: 'Acme', fronts: ['sellercentral.amazon.fr', 'sellercentral.amazon.de'] },
    ],
    ['Acme || Client A', { name: 'Acme', fronts: [], group: 'Client A' }],
    ['Acme, Inc.', { name: 'Acme, Inc.', fronts: [] }],
  ])('%s', (line, expected) => {
    expect(store(line)).toEqual(expected)
  })

  test.each([
    ['| amazon.de', 'no-name'],
    ['Acme | amazon.de | A | B', 'parts'],
    ['Known', 'known'],
    ['Acme | amazn.de', { site: 'amazn.de' }],
    ['Acme | amazon.de.evil.example', { site: 'amazon.de.evil.example' }],
    ['A very long name of a store', { text: 'too long' }],
    ['Acme | | A very long name of a group', { text: 'too long' }],
  ])('%s: why not', (line, expected) => {
    expect(why(line)).toEqual(expected)
  })

  test('is lost in no case: each is good or bad, in order, and empty ones are none', () => {
    const { good, bad } = read('A\r\n\nB | x.y\nA\nC\n  \nD', 2)
    expect(good.map(({ line }) => line)).toEqual(['A', 'C'])
    expect(bad).toEqual([
      { line: 'B | x.y', why: { site: 'x.y' } },
      { line: 'A', why: 'known' },
      { line: 'D', why: 'full' },
    ])
  })
})
