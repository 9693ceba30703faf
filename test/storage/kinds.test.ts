import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentsOf } from '../../src/storage/contents'
import { kindOf, kinds } from '../../src/storage/kinds'
import { populated } from '../support/damage'

test('each kind of stored value has a file, a row of the registry, and keys of its own', () => {
  expect(kinds).toHaveLength(readdirSync('src/storage/kinds').length)
  for (const kind of kinds) expect(kindOf(kind.prefix)).toBe(kind)
})

test('each kind is among the values that are damaged, one after another', () => {
  const keys = Object.keys(populated)
  expect(kinds.filter((kind) => !keys.some((key) => kindOf(key) === kind))).toEqual([])
})

test('what is read of a kind and written anew is read as the same', () => {
  const { parts, damaged } = contentsOf(populated)
  expect([...damaged.keys()]).toEqual([])
  expect(parts.size).toBeGreaterThan(kinds.length)
  for (const [key, { kind, value }] of parts)
    expect(kind.decode(structuredClone(kind.encode(value)), key), key).toEqual({ kind: 'read', value })
})
