import { describe, expect, test } from 'vitest'
import { isDisguised, visible, visibleLine } from '../../../src/domain/text/visible'

test.each([
  ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a],
  ...[0x202e, 0x2060, 0x2061, 0x2066, 0x2069, 0x206f, 0x2800, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9],
  ...[0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0x0000, 0x0007, 0x001b, 0x007f, 0x0085],
])('U+%i is dropped', (code) => {
  const sign = String.fromCodePoint(code)
  expect(visible(`my ${sign}sh${sign}op${sign}`)).toBe('my shop')
  expect(visibleLine(sign.repeat(3))).toBe('')
})

test('half of a sign is dropped, a whole one stays', () => {
  expect(visible('a\ud83d b\ude00 c\u{1F600}')).toBe('a b c\u{1F600}')
})

test('a line break stays, or is a space in a name; a tab is a space', () => {
  expect(visible('a\r\nb\u2028c\td')).toBe('a\nb\nc d')
  expect(visibleLine(' a\nb ')).toBe('a b')
})

describe('a joiner stays where a script or an emoji needs it', () => {
  test.each(['می\u200cخواهم', 'क्\u200dष', 'ශ්\u200dරී', '👩\u200d👧', '❤\ufe0f', '👩🏽\u200d💻'])(
    '%s',
    (text) => {
      expect(visible(text)).toBe(text)
    },
  )

  test.each(['Store\u200d A', 'S\u200dtore', '店\u200c铺', '👩\u200dA', 'A\ufe0f'])(
    'and nowhere else: %j',
    (text) => {
      expect(visible(text)).not.toMatch(/\u200c|\u200d|\ufe0f/)
    },
  )
})

test('what turns direction or breaks a line disguises; a plain letter does not', () => {
  expect(['\u202e', '\u2066', '\u2028', '\u0000', '\n'].map((sign) => isDisguised(`a${sign}b`))).toEqual(
    Array(5).fill(true),
  )
  expect([isDisguised('a\nb', true), isDisguised('Ängström 店铺 \u200b\u200f')]).toEqual([false, false])
})
