import { describe, expect, test } from 'vitest'
import type { StartedRound } from '../../../src/domain/started-round'
import { contentsOf, rawOf } from '../../../src/storage/contents'
import { decodeExport, encodeExport } from '../../../src/storage/export-file'
import { entry } from '../../../src/storage/format/kind'
import { roundKind } from '../../../src/storage/kinds/round'
import { imported, importNoted } from '../../../src/storage/merge'
import { fakePlatform } from '../../support/platform'
import { roundV1, shortRoundV1, storesV1 } from '../fixtures'
import { commit } from '../stored'

const readRound = (raw: object) => {
  const found = roundKind.decode(raw)
  if (found.kind !== 'read') throw new Error(found.kind)
  return found.value
}

describe('a round', () => {
  test.each([roundV1, shortRoundV1])('version 1 is read for ever, and written as it was', (raw) => {
    const { version: _version, ...value } = raw
    expect(readRound(raw)).toEqual(value)
    expect(roundKind.encode(value as StartedRound)).toEqual(raw)
    expect(rawOf(contentsOf({ round: raw }))).toEqual({ round: raw })
  })

  test('leaves out checks that only a later version knows, and keeps its place', () => {
    const [first, ...rest] = roundV1.steps
    const steps = [first, { store: 'store-1', check: 'a-check-of-2031', minutes: 4 }, ...rest]
    expect(readRound({ ...roundV1, steps, at: 4 })).toMatchObject({ steps: roundV1.steps, at: 3 })
  })

  test.each([
    ['null', null],
    ['too many checks', { ...shortRoundV1, steps: Array(2001).fill(shortRoundV1.steps[0]) }],
    ['a check that is no name', { ...shortRoundV1, steps: [{ store: 'store-1', check: '<b>', minutes: 1 }] }],
    ['a place before the first', { ...shortRoundV1, at: -1 }],
    ['a day that is none', { ...shortRoundV1, on: '2026-02-30' }],
    ['an order that is none', { ...shortRoundV1, order: 'any' }],
    [
      'an outcome that is none',
      {
        ...shortRoundV1,
        steps: [{ ...shortRoundV1.steps[0], outcome: { kind: 'safe', on: '2026-03-04' } }],
      },
    ],
  ])('damaged: %s', (_, raw) => {
    expect(roundKind.decode(raw)).toEqual({ kind: 'damaged', raw })
  })

  test('of a later version is left alone', () => {
    expect(roundKind.decode({ version: 2, everything: 'new' })).toEqual({ kind: 'newer' })
  })

  test('that cannot be read is set aside when another is started', async () => {
    const { storage, kept } = fakePlatform({
      kept: { local: { round: 'torn' }, session: {}, alarms: new Map() },
    })
    const value = readRound(shortRoundV1)
    await commit(storage, { put: [entry(roundKind, 'round', value)] })
    expect(kept.local).toEqual({ round: shortRoundV1, 'damaged/round': 'torn' })
  })
})

describe('a round is of one browser', () => {
  const other = { ...shortRoundV1, id: 'round-of-another' }

  test('an export has it, and an import leaves it out', async () => {
    const text = encodeExport({ round: other, stores: storesV1 }, '2026-03-04')
    expect(text).toContain('round-of-another')
    const file = await decodeExport(text)
    if (file.kind !== 'read') throw new Error(file.why)
    for (const mode of ['merge', 'replace'] as const) {
      expect(await imported({ round: shortRoundV1 }, file.contents, mode)).toMatchObject({
        round: shortRoundV1,
      })
      expect(await imported({}, file.contents, mode)).not.toHaveProperty('round')
    }
  })

  test('an import is noted in it, so that it can say why a check left', () => {
    expect(importNoted({ round: shortRoundV1, stores: 1 }, '2026-03-05')).toEqual({
      round: { ...shortRoundV1, imported: '2026-03-05' },
      stores: 1,
    })
    for (const round of [undefined, 'torn', { version: 2 }])
      expect(importNoted({ round }, '2026-03-05')).toEqual({ round })
  })
})
