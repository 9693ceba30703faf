import { describe, expect, test } from 'vitest'
import { itemIds } from '../../../src/domain/items'
import {
  type FieldName,
  hasEnded,
  ownerOf,
  problemsIn,
  type RegisterId,
  type RowProblem,
  registerFor,
  registerOf,
  registers,
  storableRow,
} from '../../../src/domain/registers/register'
import { text } from '../../support/messages'

const today = '2026-03-04'
const problem = (register: RegisterId, field: FieldName, value: string): RowProblem | undefined =>
  problemsIn(registerOf(register), { [registerOf(register).needs]: 'x', [field]: value }, today)[field]

describe('what may stand in a row', () => {
  test.each<[RegisterId, FieldName, string, RowProblem | undefined]>([
    ['people', 'name', 'Ana Müller', undefined],
    ['people', 'name', '   ', 'missing'],
    ['people', 'name', 'x'.repeat(61), 'too-long'],
    ['people', 'login', 'ana@shop.example', undefined],
    ['people', 'note', 'x'.repeat(501), 'too-long'],
    ['people', 'kind', 'agency', undefined],
    ['people', 'kind', 'robot', 'not-a-kind'],
    ['people', 'start', '2026-05-01', undefined],
    ['people', 'start', '1989-12-31', 'absurd'],
    ['people', 'end', '2126-03-04', 'absurd'],
    ['people', 'end', '2026-02-30', 'not-a-day'],
    ['people', 'end', 'soon', 'not-a-day'],
    ['computers', 'since', '2026-03-04', undefined],
    ['computers', 'since', '2026-03-05', undefined],
    ['computers', 'since', '2026-03-06', 'in-future'],
    ['computers', 'since', '0202-03-04', 'absurd'],
    ['phones', 'locked', '2026-03-06', 'in-future'],
    ['papers', 'valid', '2034-01-01', undefined],
    ['payout-account', 'digits', '123', undefined],
    ['payout-account', 'digits', '007', undefined],
    ['payout-account', 'digits', '12', 'not-three-digits'],
    ['payout-account', 'digits', '1234', 'not-three-digits'],
    ['payout-account', 'digits', 'DE89370400440532013000', 'not-three-digits'],
    ['payout-account', 'digits', '１２３', 'not-three-digits'],
    ['payout-account', 'digits', '', 'missing'],
  ])('%s, %s: %j is %s', (register, field, value, expected) => {
    expect(problem(register, field, value)).toBe(expected)
  })

  test('an end before the start is told at the end; of one that is no day, the day is told', () => {
    const people = registerOf('people')
    const problems = (start: string, end: string) => problemsIn(people, { name: 'Ana', start, end }, today)
    expect(problems('2026-03-04', '2026-03-03')).toEqual({ end: 'before-start' })
    expect(problems('2026-03-04', '2026-03-04')).toEqual({})
    expect(problems('x', '2026-03-03')).toEqual({ start: 'not-a-day' })
  })

  test('what is left empty is no problem, but for what a row is about', () => {
    for (const register of registers) {
      expect(problemsIn(register, {}, today)).toEqual({ [register.needs]: 'missing' })
    }
  })
})

describe('an end date', () => {
  test.each([
    ['2026-03-05', undefined, false],
    ['2026-03-04', undefined, true],
    ['2026-01-02', undefined, true],
    // Noted on 1 February: that one had left long before.
    ['2026-01-01', undefined, false],
    ['2026-03-04', '2026-03-04', false],
    ['2026-03-04', '2026-02-01', true],
    ['', undefined, false],
  ])('%s, reported %s: has come and is to be reported: %s', (end, reported, expected) => {
    const at = Date.UTC(2026, 1, 1)
    expect(hasEnded({ values: { end }, at, ...(reported ? { reported } : {}) }, today)).toBe(expected)
  })
})

test('a register belongs to a store, to its login, or to this computer', () => {
  const store = { id: 'store-1', login: 'login-1' }
  const owners = Object.fromEntries(registers.map((one) => [one.id, ownerOf(one, store)]))
  expect(owners).toEqual({
    people: 'store-1',
    computers: 'login-1',
    phones: 'login-1',
    'payout-account': 'store-1',
    apps: 'store-1',
    extensions: 'computer',
    'backup-users': 'store-1',
    papers: 'store-1',
  })
})

test('every check whose steps speak of the seller’s records leads to one of them', () => {
  const speaking = itemIds.filter((id) =>
    [1, 2, 3, 4, 5, 6, 7, 8].some((step) =>
      /\byour records\b/.test(text(`item_${id.replaceAll('-', '_')}_how_${step}` as 'brand')),
    ),
  )
  expect(speaking.length).toBeGreaterThan(7)
  expect(speaking.filter((id) => registerFor(id) === undefined)).toEqual([])
  expect(registers.flatMap(({ items }) => items).filter((id) => !itemIds.includes(id))).toEqual([])
})

test('of a row a certain secret is left out, and the rest of its field and all others are stored', () => {
  const values = {
    name: '4111 1111 1111 1111',
    login: 'ana, password: hunter2',
    note: 'IBAN DE89370400440532013000 of Ana',
  }
  expect(storableRow(values)).toEqual({
    values: { name: '…', login: 'ana, password: hunter2', note: 'IBAN … of Ana' },
    withheld: ['name', 'note'],
  })
  expect(storableRow({ name: 'Ana', note: 'Postal code 10115' }).withheld).toEqual([])
})
