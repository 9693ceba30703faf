import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../../src/domain/journal/journal'
import { mostOwnChecks } from '../../../src/domain/own-check'
import { withoutAnswers } from '../../../src/storage/begin-anew'
import { contentsOf } from '../../../src/storage/contents'
import { decodeExport, encodeExport } from '../../../src/storage/export-file'
import { ownChecksKind } from '../../../src/storage/kinds/own-checks'
import { recordKind } from '../../../src/storage/kinds/record'
import { mergedStores, storesKind } from '../../../src/storage/kinds/stores'
import { imported } from '../../../src/storage/merge'
import { ownChecksV1, recordsV2, storesV1, storesV3 } from '../fixtures'

const key = ownChecksKind.prefix
const { version: _version, ...value } = ownChecksV1
const [vat, weekly] = ownChecksV1.checks
const changed = (part: object) => ({ ...ownChecksV1, checks: [{ ...vat, ...part }] })

test('own checks of version 1 are read, and written as they were', () => {
  expect(ownChecksKind.decode(ownChecksV1)).toEqual({ kind: 'read', value })
  expect(ownChecksKind.encode(value as never)).toEqual(ownChecksV1)
})

test('a page that only another version knows is left out, and the check stays', () => {
  const { page: _page, ...rest } = vat as { page: string }
  expect(ownChecksKind.decode(changed({ page: 'of-a-later-version' }))).toEqual({
    kind: 'read',
    value: { checks: [rest] },
  })
})

test.each([
  ['no date', { recurs: { kind: 'months', every: 12, month: 2, day: 30 } }],
  ['no interval', { recurs: { kind: 'weeks', every: 0 } }],
  ['a kind of a later version', { recurs: { kind: 'hours', every: 2 } }],
  ['six steps', { steps: ['1', '2', '3', '4', '5', '6'] }],
  ['an id of the catalog', { id: 'two-step-on' }],
])('one with %s is damage', (_, part) => {
  expect(ownChecksKind.decode(changed(part)).kind).toBe('damaged')
})

test('two with one id are damage, and too many too', () => {
  const list = (checks: unknown[]) => ownChecksKind.decode({ version: 1, checks }).kind
  expect(list([vat, vat])).toBe('damaged')
  const many = Array.from({ length: mostOwnChecks + 1 }, (_, at) => ({ ...vat, id: `own-${at}` }))
  expect(list(many)).toBe('damaged')
  expect(list(many.slice(1))).toBe('read')
})

test('a version 4 of stores has groups, and is written only where there is one', () => {
  const grouped = storesV3.stores.map((one) => ({ ...one, group: 'Client A' }))
  const v4 = { ...storesV3, version: 4, stores: grouped }
  const { version: _of, ...stores } = v4
  expect(storesKind.decode(v4)).toEqual({ kind: 'read', value: stores })
  expect(storesKind.encode(stores)).toEqual(v4)
  const found = storesKind.decode({ ...v4, stores: [{ ...grouped[0], group: 5 }] })
  expect(found.kind).toBe('damaged')
  const { version: _was, ...before } = storesV3
  expect(mergedStores(before, stores).stores.map(({ group }) => group)).toEqual(['Client A', 'Client A'])
})

test('a version 3 of stores and a version 2 of records are read, and 0.1.0 gets what it knows', () => {
  const { version: _of, ...stores } = storesV3
  expect(storesKind.decode(storesV3)).toEqual({ kind: 'read', value: stores })
  expect(storesKind.encode(stores)).toEqual(storesV3)
  expect(
    storesKind.encode({ ...stores, stores: stores.stores.map(({ who: _who, ...one }) => one) }),
  ).toMatchObject({
    version: 2,
  })
  const { version: _also, ...record } = recordsV2.adapted
  expect(recordKind.decode(recordsV2.adapted)).toEqual({ kind: 'read', value: record })
  expect(recordKind.encode(record)).toEqual(recordsV2.adapted)
  // An undo may lead back to what only version 2 can say.
  const { steps: _steps, who: _who, ...cleared } = record
  expect(recordKind.encode(cleared)).toMatchObject({ version: 2 })
  expect(recordKind.encode({ checked: '2026-03-04', events: ['e-1'] })).toMatchObject({ version: 1 })
})

describe('a merge', () => {
  const of = async (own: object, file: object) => {
    const decoded = await decodeExport(encodeExport({ [key]: file, stores: storesV1 }, '2026-03-05'))
    if (decoded.kind !== 'read') throw new Error(decoded.why)
    return imported({ [key]: own, stores: storesV1 }, decoded.contents, 'merge')
  }
  const list = (...checks: object[]) => ({ version: 1, checks })

  test('takes the later form of each check, and keeps the order here', async () => {
    const later = { ...vat, title: 'File it', at: 1772441400001 }
    const here = list(weekly as object, vat as object)
    const merged = await of(here, list(later, { ...weekly, id: 'own-new' }, { ...weekly, at: 1 }))
    expect(merged?.[key]).toEqual(list(weekly as object, later, { ...weekly, id: 'own-new' }))
  })

  test('with nothing new changes nothing', async () => {
    expect((await of(ownChecksV1, list(vat as object)))?.[key]).toEqual(ownChecksV1)
  })

  test('takes steps and person of a check, and the person of a store, unless there is one here', async () => {
    const at = 'record/login-1/two-step-on'
    const own = { [at]: { version: 1, checked: '2026-03-04', events: ['e-9'] }, stores: storesV3 }
    const file = contentsOf({ [at]: { ...recordsV2.adapted, checked: '2026-03-01' }, stores: storesV3 })
    expect((await imported(own, file, 'merge'))?.[at]).toMatchObject({
      ...{ version: 2, checked: '2026-03-04', who: 'Ben' },
      steps: ['Ask Ana for the phone'],
    })
    const [first] = storesV3.stores
    const unassigned = { stores: [{ ...first, who: undefined }], current: 'store-1' }
    const stores = { stores: [{ ...first, who: 'Ben' }], current: 'store-1' }
    const { who: _who, ...rest } = first as { who: string }
    expect(mergedStores({ ...unassigned, stores: [rest as never] }, stores as never).stores[0]?.who).toBe(
      'Ben',
    )
    expect(mergedStores(storesV3 as never, stores as never).stores[0]?.who).toBe('Ana')
  })
})

test('a file with days in the future loses its own checks, not everything', async () => {
  const file = encodeExport({ [key]: changed({ began: '2027-01-01' }), stores: storesV1 }, '2026-03-05')
  const decoded = await decodeExport(file, undefined, '2026-03-05')
  expect(decoded.kind === 'read' && [...decoded.contents.damaged.keys()]).toEqual([key])
})

test('a reset of a store deletes its own checks, and those of every store stay', () => {
  const entry: JournalEntry = {
    ...{ id: 'e-1', at: 1772441400000, day: '2026-03-05', store: 'store-1' },
    what: { kind: 'store-reset' },
  }
  const after = withoutAnswers({ [key]: ownChecksV1, stores: storesV1 }, 'store-1', entry)
  expect(after?.[key]).toMatchObject({ checks: [{ id: 'own-weekly' }, { id: 'own-payout' }] })
})
