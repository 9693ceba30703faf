import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falsePages } from '../../src/pages/false-pages'
import { amazonLogin, brandRegistry, storeFronts } from '../../src/pages/hosts'
import { otherAmazon, otherDomains } from '../../src/pages/lookalike/amazon-hosts'

const whole = new RegExp(falsePages.urlMatches)
const withoutQuery = new RegExp(falsePages.originAndPathMatches)
/** As the browser decides: both must match, the second without what follows the path. */
const isSigned = (address: string) => whole.test(address) && withoutQuery.test(address.replace(/[?#].*/, ''))

type Row = { host: string; kind: string }
const rowsOf = (name: string): Row[] =>
  readFileSync(`test/fixtures/pages/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const reported = ['lookalikes', 'lookalikes-2026', 'lookalikes-found']
  .flatMap(rowsOf)
  .filter(({ kind }) => kind === 'phish')

const own = [
  ...storeFronts.map(({ host }) => host),
  ...amazonLogin.map(({ host }) => host),
  ...brandRegistry,
  ...otherAmazon,
  ...otherDomains,
]
const paths = ['', 'ap/signin', 'ap/mfa?x=1', 'seller-central/login/account', 'a/ap/cvf/']

describe('the sign on the toolbar', () => {
  test('never appears on a host of Amazon’s, whatever is in front of it and behind it', () => {
    const label = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
    const words = fc.constantFrom('signin', 'sellercentral', 'account-verify', 'amazon', 'login')
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        fc.array(fc.oneof(label, words), { maxLength: 3 }),
        fc.constantFrom(...paths),
        (host, before, path) => {
          expect(isSigned(`https://${[...before, host].join('.')}/${path}`)).toBe(false)
        },
      ),
    )
    for (const host of own) for (const path of paths) expect(isSigned(`https://${host}/${path}`)).toBe(false)
  })

  test('appears on most reported hosts, by the host alone', () => {
    const found = reported.filter(({ host }) => isSigned(`https://${host}/`))
    expect(found.length / reported.length).toBeGreaterThan(0.7)
    for (const name of ['lookalikes', 'lookalikes-2026']) {
      const rows = rowsOf(name).filter(({ kind }) => kind === 'phish')
      expect(rows.filter(({ host }) => isSigned(`https://${host}/`)).length / rows.length).toBeGreaterThan(
        0.85,
      )
    }
  })

  test('appears on one in two hundred hosts of sellers’ tools, shops and service providers at most', () => {
    const benign = ['lookalikes-2026', 'lookalikes-found']
      .flatMap(rowsOf)
      .filter(({ kind }) => kind === 'benign')
    const wrong = benign.filter(({ host }) => isSigned(`https://${host}/`))
    expect(wrong.length).toBeLessThanOrEqual(benign.length / 200)
  })

  test('appears on none of ten thousand ordinary hosts', () => {
    const words =
      'account amazing amber arizona auto bank bazar best blaze blog book bright car card care central center city click cloud club code cook craft daily data deal design dream east easy edge energy event expert farm fast file film find fire fit flow food forum free fresh fun game garden gold green group guide health help home hotel house job kids lab land law life light line live log mail map market max media mobile money moon music net news north nova office one online open park pay photo pizza plan play point post power prime print pro quick radio real rent school secure share shop sign smart sport star store studio sun support team tech time tour town trade travel tube update verify video view wave web wine world zone'.split(
        ' ',
      )
    const hosts = words.flatMap((one) =>
      words.map((two, at) => `${one}${two}.${['com', 'net', 'org', 'io'][at % 4]}`),
    )
    expect(hosts.length).toBeGreaterThan(10_000)
    expect(hosts.filter((host) => isSigned(`https://www.${host}/account/login`))).toEqual([])
  })

  test.each([
    ['https://evil.example/ap/signin?x=1', true],
    ['https://evil.example/wrap/signing', false],
    ['https://www.amazon.com.evil.example/', true],
    ['https://sellercentral.amazon.xyz/', true],
    ['http://sellercentral-amazon.example:8080/', true],
    ['https://news.example/sellercentral.amazon.com/', false],
  ])('%s: %s', (address, expected) => expect(isSigned(address)).toBe(expected))

  test('is asked for in patterns that RE2 knows', () => {
    for (const pattern of Object.values(falsePages)) {
      expect(pattern).not.toMatch(/\(\?[=!<]|\\[1-9]|\\p/)
      expect(pattern.length).toBeLessThan(40_000)
    }
  })
})
