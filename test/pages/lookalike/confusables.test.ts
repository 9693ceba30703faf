import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asSeen, fromPunycode, withoutDigits } from '../../../src/pages/lookalike/confusables'

test.each([
  ['xn--bcher-kva', 'bücher'],
  ['xn--80ak6aa92e', 'аррӏе'],
  ['xn--mazon-3ve', 'аmazon'],
  ['xn--fsqu00a', '例子'],
  ['xn--ls8h', '💩'],
])('%s was written %s', (ascii, written) => {
  expect(fromPunycode(ascii)).toBe(written)
})

test.each(['amazon', 'xn-amazon', 'xn--!!!', 'xn--99999999999', `xn--${'a'.repeat(100)}`])(
  '%s is no such name, and stays',
  (label) => {
    expect(fromPunycode(label)).toBe(label)
  },
)

test('every name that a browser turns into ASCII is read back', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'amzonаеоѕсτüßłçñ例子مثال한국💩𝈖ꓢ'),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(letters, (written) => {
      const address = `https://${written}.example/`
      if (!URL.canParse(address)) return
      const ascii = new URL(address).hostname.split('.')[0] ?? ''
      const read = fromPunycode(ascii)
      expect(new URL(`https://${read}.example/`).hostname.split('.')[0]).toBe(ascii)
      if (ascii.startsWith('xn--')) expect(read).not.toBe(ascii)
    }),
  )
})

test.each([
  ['аmаzоn', 'amazon'],
  ['sеllегсеntrаl', 'sellercentral'],
  ['ѕеӏӏегсепtгаӏ', 'sellercentral'],
  ['séllercentrál', 'sellercentral'],
  ['ꓢᴇʟʟᴇʀ', 'seller'],
  ['bücher', 'bucher'],
  ['sellerжcentral', 'seller?central'],
  ['例子', '例子'],
])('%s is seen as %s', (written, seen) => {
  expect(asSeen(written)).toBe(seen)
})

test('digits are read as letters', () => {
  expect(withoutDigits('s3ll3rc3n7ra1')).toBe('sellercentral')
  expect(withoutDigits('amaz0n')).toBe('amazon')
})
