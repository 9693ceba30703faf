/**
 * Parts to repeat until a text has its greatest length, or an address a megabyte: each is the worst case for
 * one way of reading. The tests check that an answer comes; `npm run bench -- texts` measures the time.
 */
export const noteParts = ['password ', 'a1A-', '1 ', 'pin', 'AB12 A A ', 'Aa1', 'account ', 'x@', 'x@x.']

export const pathParts = [
  ['folders', '/gp/help'],
  ['slashes', '/'],
  ['percent signs', '%68'],
  ['unfinished percent signs', '%'],
  ['semicolons', ';'],
  ['click origins', '/ref='],
  ['hashes', '#'],
  ['user names', '@'],
  ['dots', './'],
] as const

/** Each with what comes before and after the repeated part. */
export const addressParts = [
  ['labels', 'https://', 'amazon.', 'example/'],
  ['hyphens', 'https://', 'seller-', 'central/'],
  ['letters', 'https://', 'sel', '.com/'],
  ['foreign letters', 'https://', 'а', '.com/'],
  ['folders', 'https://example.com', '/sellercentral', ''],
  ['user names', 'https://', 'sellercentral@', 'example.com/'],
  ['a data page', 'data:text/html,', 'sel', ''],
  ['no address', '', 'a.', '@'],
  ['dots', 'https://a', '.', '/'],
] as const

export const sellerCentralPath = (part: string, length: number) =>
  `https://sellercentral.amazon.com/gp/${filled(part, length)}`

export function filled(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length)
}
