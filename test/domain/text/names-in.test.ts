import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNameFinder } from '../../../src/domain/text/names-in'

const inText = (text: string, name: string, isPerson = true) => createNameFinder([{ name, isPerson }])(text)

describe('a person’s name', () => {
  test.each([
    ['Anna Schmidt', 'Ask Anna Schmidt first'],
    ['Anna Schmidt', 'ask ANNA'],
    ['Anna Schmidt', 'Annas Telefon'],
    ['Anna Schmidt', 'anna’s phone'],
    ['Anna Schmidt', 'Frau Schmidt ruft an'],
    ['José Núñez', 'call jose'],
    ['Jose', 'José knows'],
    ['Jean-Luc', 'chez Luc'],
    ['Kim', '(Kim)'],
    ['Al', 'ask Al'],
    ['山田 太郎', '山田さんに電話'],
    ['王芳', '请联系王芳确认'],
    ['李', '李经理'],
    ['ＡＮＮＡ', 'anna'],
  ])('%s is found in %j', (name, text) => {
    expect(inText(text, name)).toEqual([name])
  })

  test.each([
    ['Anna Schmidt', 'Hannah has the phone'],
    ['Kim', 'Kimono'],
    ['Al', 'all of it'],
    ['Li', 'Lieferant'],
    ['Ana', ''],
    ['Agent 007', 'order 007'],
    ['山田 太郎', '山口さん'],
  ])('%s is not found in %j', (name, text) => {
    expect(inText(text, name)).toEqual([])
  })
})

describe('another name', () => {
  test.each([
    ['Helium 10', 'see helium 10 again', true],
    ['Helium 10', 'helium and 10 others', false],
    ['Amazon Seller app', 'Amazon asks', false],
    ['店小秘', '店小秘已授权', true],
    ['Laptop 3', 'Laptop 3’s key', true],
  ])('%s in %j: %s', (name, text, isFound) => {
    expect(inText(text, name, false)).toEqual(isFound ? [name] : [])
  })
})

test('every name is found in a text that has it as a word, and in the order of the names', () => {
  const name = fc.stringMatching(/^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e\u4e00-\u4e20]{1,12}$/)
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), fc.string(), (all, text) => {
      const find = createNameFinder(all.map((name) => ({ name, isPerson: true })))
      expect(find(`${text} ${all.toReversed().join(', ')} ${text}`)).toEqual(all)
    }),
  )
})

test('a text of any kind has no name that none of its words starts with', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(inText(text.replaceAll(/q/gi, ''), 'Qq-qqqq Qqq')).toEqual([])
    }),
  )
})
