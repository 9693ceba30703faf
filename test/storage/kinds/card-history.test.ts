import { describe, expect, test } from 'vitest'
import { showingsKind } from '../../../src/storage/kinds/card-history'
import { showingsV1 } from '../fixtures'

const showings = { since: 1772611200000, opened: true, shown: [1772614800000, 1772629200000] }

describe('showings', () => {
  test('version 1 is read for ever', () => {
    expect(showingsKind.decode(showingsV1)).toEqual({ kind: 'read', value: showings })
  })

  test('are read as they were written', () => {
    for (const one of [showings, { ...showings, told: 5 }, { since: 0, opened: false, shown: [] }])
      expect(showingsKind.decode(JSON.parse(JSON.stringify(showingsKind.encode(one))))).toEqual({
        kind: 'read',
        value: one,
      })
  })

  test('that were never written are absent', () => {
    expect(showingsKind.decode(undefined)).toEqual({ kind: 'absent' })
  })

  test.each([
    ['null', null],
    ['a list', [1]],
    ['no first start', { version: 1, opened: true, shown: [] }],
    ['a time that is a text', { version: 1, since: 0, opened: true, shown: ['2026-03-04'] }],
    ['a time that is no number', { version: 1, since: Number.NaN, opened: true, shown: [] }],
    ['a notification at no time', { version: 1, since: 0, opened: true, shown: [], told: 'yes' }],
    ['opened by half', { version: 1, since: 0, opened: 'yes', shown: [] }],
  ])('damaged: %s', (_, raw) => {
    expect(showingsKind.decode(raw)).toEqual({ kind: 'damaged', raw })
  })

  test('of a later version are left alone', () => {
    expect(showingsKind.decode({ version: 2, everything: 'new' })).toEqual({ kind: 'newer' })
  })
})
