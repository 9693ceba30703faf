import { expect, test } from 'vitest'
import { isId } from '../../src/domain/ids'

test.each([
  ['store-1', true],
  ['A_9', true],
  ['-', true],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
  ['', false],
  ['a b', false],
  [' a', false],
  ['a.', false],
  ['a\n', false],
  ['ä', false],
  ['constructor', false],
  ['__proto__', false],
  ['toString', false],
])('whether %j is an id: %s', (text, is) => {
  expect(isId(text)).toBe(is)
})
