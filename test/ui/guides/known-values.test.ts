import { expect, test } from 'vitest'
import { emptyChecklist } from '../../../src/domain/checklist'
import { type BlankId, blankIds, sourceOf } from '../../../src/domain/letters'
import type { RunView } from '../../../src/domain/playbooks/playbook'
import { departureOf } from '../../../src/domain/registers/register'
import { type KnownTo, valueIn } from '../../../src/ui/guides/known-values'
import { inEnglish } from '../../support/i18n'

const end = '2026-03-01'
const run: RunView = {
  ...{ id: departureOf('row-1', end).run, playbook: 'offboarding', store: 'store-1' },
  ...{ started: 0, from: end, touched: 0, done: {}, full: false },
  log: [
    { kind: 'wrote', step: 'a', what: 'case', text: '111', id: 'e-1', at: 1 },
    { kind: 'wrote', step: 'a', what: 'case', text: '222', id: 'e-2', at: 2 },
    { kind: 'wrote', step: 'a', what: 'evidence', text: 'statement.pdf', id: 'e-3', at: 3 },
    { kind: 'wrote', step: 'a', what: 'evidence', text: '', struck: true, id: 'e-4', at: 4 },
    { kind: 'wrote', step: 'a', what: 'note', text: 'a note', id: 'e-5', at: 5 },
    { kind: 'wrote', step: 'a', what: 'evidence', text: 'photo.jpg', id: 'e-6', at: 6 },
  ],
  deadlines: [
    {
      ...{ run: 'run-1', playbook: 'offboarding', store: 'store-1', clock: 'day-60', way: 'from' },
      ...{ since: '2026-01-02', day: '2026-03-03', due: { day: '2026-03-03' }, met: false, late: false },
    },
  ],
}

const everything: KnownTo = {
  today: '2026-03-04',
  store: {
    ...emptyChecklist.stores[0]!,
    ...{ name: 'My shop', fronts: ['sellercentral.amazon.de', 'sellercentral.amazon.fr'] },
    ...{
      letter: 'A',
      counted: 0,
      due: 0,
      shared: 0,
      payouts: { kind: 'every', days: 14, from: '2026-03-03' },
    },
  },
  run,
  who: 'Ana',
  rows: [
    { register: 'people', owner: 'store-1', row: 'row-0', values: { name: 'Cy' }, at: 0 },
    { register: 'people', owner: 'store-1', row: 'row-1', values: { name: 'Bo', end }, at: 0 },
    { register: 'payout-account', owner: 'store-2', row: 'only', values: { digits: '999' }, at: 0 },
    { register: 'payout-account', owner: 'store-1', row: 'only', values: { digits: '123' }, at: 0 },
  ],
}

const filledIn = (known: KnownTo) => (blank: BlankId) => {
  const source = sourceOf(blank)
  return source === undefined ? '' : (valueIn(known, inEnglish('UTC'), source) ?? '')
}
const filled = blankIds.filter((blank) => sourceOf(blank) !== undefined)

test('the records of the store and of this run fill what they know', () => {
  expect(Object.fromEntries(filled.map((blank) => [blank, filledIn(everything)(blank)]))).toEqual({
    store: 'My shop',
    marketplace: 'Germany and France',
    'payout-day': 'March 17, 2026',
    'bank-digits': '123',
    attachments: 'statement.pdf and photo.jpg',
    'deactivated-day': 'January 2, 2026',
    case: '222',
    writer: 'Ana',
    leaver: 'Bo',
    'leave-day': 'March 1, 2026',
  })
})

test('where nothing is known, nothing is filled in', () => {
  const { payouts: _payouts, ...store } = everything.store
  const nothing: KnownTo = {
    ...{ today: everything.today, run: undefined, rows: [], who: undefined },
    store: { ...store, name: '', fronts: [] },
  }
  expect(filled.map(filledIn(nothing)).filter((value) => value !== '')).toEqual([])
})
