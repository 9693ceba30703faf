import { amazonLogin, brandRegistry } from './hosts'
import { otherAmazon, otherDomains, otherShops } from './lookalike/amazon-hosts'

/** What the browser compares an address with: both patterns must match. In RE2, so without looking ahead. */
export type PagePattern = { urlMatches: string; originAndPathMatches: string }

const escaped = (letter: string) => letter.replace(/[.-]/, '\\$&')

/** Any name of a host but these: a tree of letters, because RE2 has no "except". */
function anyBut(words: readonly string[]): string {
  const rest = new Map<string, string[]>()
  for (const word of words)
    if (word !== '') rest.set(word[0] ?? '', [...(rest.get(word[0] ?? '') ?? []), word.slice(1)])
  const letters = [...rest.keys()].map(escaped).join('')
  const ways = [...rest].map(([letter, tails]) => escaped(letter) + anyBut(tails))
  ways.push(letters === '' ? '[^./:]+' : `[^./:${letters}][^./:]*`)
  return `(?:${ways.join('|')})${words.includes('') ? '' : '?'}`
}

/** The same, but at least one letter. */
function nameBut(words: readonly string[]): string {
  return anyBut([...new Set(words)].flatMap((word) => [word, ''])).replace(/\?$/, '')
}

/** Amazon's domains: the name, and what it ends in. */
const domains = [
  ...[...amazonLogin.map(({ host }) => host), ...otherAmazon, ...brandRegistry].map((host) =>
    host.replace(/^.*?(?=amazon\w*\.)/, ''),
  ),
  ...otherDomains,
].map((domain) => {
  const [name = '', ...ending] = domain.split('.')
  return { name, ending: ending.join('.') }
})
/** Other marketplaces may call their own pages a seller center. */
const names = [...new Set([...domains.map(({ name }) => name), ...otherShops])]
/** Endings of Amazon's shops: one part, or `co` and `com` with a country. */
const endings = domains.filter(({ name }) => name === 'amazon').map(({ ending }) => ending)
const countries = (second: string) =>
  endings.filter((one) => one.startsWith(`${second}.`)).map((one) => one.slice(second.length + 1))

/** Every host that isn't under one of Amazon's domains. Names that only Amazon has are left out with any ending. */
const notAmazons = [
  `${nameBut([...names, 'co', 'com'])}\\.${nameBut(['aws'])}`,
  `${nameBut(names)}\\.com?\\.[^./:]+`,
  `amazon\\.${nameBut([...endings.filter((one) => !one.includes('.')), 'co', 'com', 'aws'])}`,
  `amazon\\.co\\.${nameBut(countries('co'))}`,
  `amazon\\.com\\.${nameBut(countries('com'))}`,
].join('|')

const elsewhere = `^https?://(?:[^./:]+\\.)*(?:${notAmazons})\\.?(?::[0-9]+)?/`

const amazon = 'am[ae]z[ao0]n|amazo[nm]|arnazon|amaozn|amzaon|amazn|amzn|amz'
const central = '(?:[.-]|sig|sign|in|amazon|amzn?)sel+er-?s?[.-]?cent(?:er|re?|ro)?[.-]?al?'
const secret =
  'log-?in|sign-?in|verif|accounts?[.-]|secur|support|update|confirm|auth|billing|recover|restrict|openid|kyc|disburse'

const cheapEndings =
  'top|xyz|cf|ga|gq|ml|tk|buzz|icu|club|shop|casa|live|cn|vip|party|sbs|cfd|ren|digital|today|win|cyou|mom|best|pw|work|cam|site|online|website'

/** In the host: Seller Central's name, Amazon's domain in front of another, or its name next to a word of sign-in pages. */
const falseHosts = [
  `^https?://(?:[^/]*${central}|sel+er-?s?[.-]?central)[^/]*/`,
  `^https?://(?:[^/]*[.-])?amazon[.-](?:com?[.-][a-z][a-z]|com|co|de|fr|it|es|nl|se|pl|ca|in|ae|sa)[.-][^/]*/`,
  '^https?://(?:[^/]*[.])?amazon[.][^/.:]+[.][^/]+/',
  `^https?://[^/]*(?:${amazon})[^/]*(?:${secret})[^/]*/`,
  `^https?://[^/]*(?:${secret})[^/]*(?:${amazon})[^/]*/`,
  '^https?://[^/]*(?:[.-]jp-?am[ae]zo|am[ae]zon-?(?:co)?-?jp)[^/]*/',
  // Endings that cost little, and that lists of reported hosts are full of.
  `^https?://[^/]*(?:${amazon}|am[ae]{1,2}z[a-z]{1,3}n?)[^/]*[.](?:${cheapEndings})/`,
  '^https?://[^/]*am[a-z]{3,6}[.](?:co[.-]?(?:jp|ip)|com[.-][a-z][a-z])[.-][^/]*/',
]

/** Where Amazon signs people in, on a host that isn't Amazon's. */
const signIn = '^https?://[^/]+/(?:[^/]+/)*ap/(?:signin|mfa|cvf|forgotpassword)(?:/|$)'

/**
 * Addresses of false sign-in pages and look-alikes of Seller Central, for the sign on the toolbar. The browser
 * compares them; we never learn the address. Amazon's own hosts never match. Coarser than `judgeAddress`.
 */
export const falsePages: PagePattern = {
  urlMatches: elsewhere,
  originAndPathMatches: [...falseHosts, signIn].join('|'),
}
