import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amazonLogin, isStoreFront, storeFronts } from '../../src/pages/hosts'
import { judgeAddress, reasons } from '../../src/pages/official'
import { otherAmazon, unverified } from '../../src/pages/other-amazon'
import { addresses, lookalikes } from './facts'

const at = (host: string) => `https://${host}/`
const verdictOf = (address: string) => judgeAddress(address).verdict

describe('the tables', () => {
  test('every store front is official', () => {
    for (const { host } of storeFronts) {
      expect(judgeAddress(`https://${host}/gp/homepage.html?x=1#/y`)).toEqual({
        verdict: 'official',
        reason: 'official_store_front',
      })
    }
  })

  test('every other host of Amazon is amazon-other', () => {
    for (const { host } of amazonLogin) expect(judgeAddress(at(host)).reason).toBe('amazon_other_shop')
    for (const host of otherAmazon) expect(judgeAddress(at(host)).reason).toBe('amazon_other_site')
    expect(judgeAddress(at('smile.amazon.de')).reason).toBe('amazon_other_site')
  })

  test('a store front that nobody has seen is not official', () => {
    for (const host of unverified) expect(judgeAddress(at(host)).reason).toBe('lookalike_unverified')
    expect(judgeAddress(at('sellercentral-india.amazon.com')).reason).toBe('lookalike_unverified')
  })
})

describe('each trick is named', () => {
  test.each([
    // the way to an official host
    ['http://sellercentral.amazon.com/', 'lookalike_http'],
    ['http://www.amazon.com/ap/signin', 'lookalike_http'],
    ['https://sellercentral.amazon.com:8443/', 'lookalike_port'],
    ['http://sellercentral.amazon.com:443/', 'lookalike_http'],
    ['https://sellercentral.amazon.com./', 'lookalike_trailing_dot'],
    ['https://user@sellercentral.amazon.com/', 'lookalike_user_info'],
    ['https://@sellercentral.amazon.com/', 'lookalike_user_info'],
    // another's host behind an official name
    ['https://sellercentral.amazon.com@evil.io/', 'lookalike_user_info'],
    ['https://sellercentral.amazon.com%2Fhome@evil.io/', 'lookalike_user_info'],
    ['https://sellercentral.amazon.com:home@evil.io/', 'lookalike_user_info'],
    ['https://sellercentral.amazon.com.evil.io/', 'lookalike_subdomain'],
    ['https://sellercentral.amazon.de.x7.evil.com.au/', 'lookalike_subdomain'],
    ['https://amazon.co.jp.support.example.ph/', 'lookalike_subdomain'],
    ['https://sellercentral.amazon.id1.ddnsfree.com/', 'lookalike_subdomain'],
    ['https://amazon.top-up.example/ap/signin.html', 'lookalike_subdomain'],
    ['https://sellercentral.amazon.xyz/', 'lookalike_tld'],
    ['https://sellercentral.amazon.be/', 'lookalike_tld'],
    ['https://www.amazon.support/', 'lookalike_tld'],
    ['https://sellercentral-amazon.com/', 'lookalike_hyphen'],
    ['https://secure-sellercentral-amazon.co.uk/', 'lookalike_hyphen'],
    ['https://amz-eu-sellercentral.pro/', 'lookalike_hyphen'],
    ['https://sellercentral-amazon-com.translate.goog/', 'lookalike_hyphen'],
    // another spelling
    ['https://sellercentrl.amazon.com/', 'lookalike_misspelt'],
    ['https://selelrcentarl.amazon.com/', 'lookalike_misspelt'],
    ['https://sellercenteral.online/', 'lookalike_misspelt'],
    ['https://sellercentroamazon.com/', 'lookalike_misspelt'],
    ['https://amazom.com/', 'lookalike_misspelt'],
    ['https://www.arnazon.com/', 'lookalike_misspelt'],
    ['https://s3llercentral.amazon.com/', 'lookalike_digits'],
    ['https://se11ercentra1-amazon.com/', 'lookalike_digits'],
    ['https://sellercentral.amaz0n.com/', 'lookalike_digits'],
    ['https://sеllercentral.amazon.com/', 'lookalike_script'],
    ['https://sellercentral.аmazon.com/', 'lookalike_script'],
    ['https://xn--mazon-3ve.com/', 'lookalike_script'],
    ['https://séllercéntral.com/', 'lookalike_script'],
    ['https://ѕеӏӏеrсеntrаӏ.example/', 'lookalike_script'],
    ['https://ꓢellerсentral-amazon.com/', 'lookalike_script'],
    // the name in a foreign host
    ['https://sellercentral.example.com/', 'lookalike_seller_central_in_host'],
    ['https://seller-central.example/', 'lookalike_seller_central_in_host'],
    ['https://seller.central.example.com/', 'lookalike_seller_central_in_host'],
    ['https://amazonsellercentraluk.com/', 'lookalike_seller_central_in_host'],
    ['https://sellercentral.amazon/', 'lookalike_seller_central_in_host'],
    ['https://selleramazon.ir/', 'lookalike_amazon_in_host'],
    ['https://amazonlogin.com/', 'lookalike_amazon_in_host'],
    ['https://amazonvendor.shop/', 'lookalike_amazon_in_host'],
    ['https://amazonsellertoolslogin.com/', 'lookalike_amazon_in_host'],
    // no name at all
    ['http://134.122.177.14/ap/signin?key=0', 'lookalike_ip'],
    ['http://0x86.0x7a.45326/sellercentral', 'lookalike_ip'],
    ['https://[2001:db8::1]/ap/signin', 'lookalike_ip'],
    ['data:text/html,https://sellercentral.amazon.com/home', 'lookalike_data'],
    ['javascript:location="https://sellercentral.amazon.com"', 'lookalike_data'],
    ['https://evil.example/sellercentral.amazon.com/ap/signin', 'lookalike_path'],
    // typed without https://
    ['sellercentral-amazon.com/home', 'lookalike_hyphen'],
  ])('%s: %s', (address, reason) => {
    expect(judgeAddress(address)).toEqual({ verdict: 'lookalike', reason })
  })
})

describe('not everything is a trick', () => {
  test.each([
    ['https://www.google.com/search?q=sellercentral.amazon.com', 'unrelated'],
    ['https://example.com/?returnTo=https://sellercentral.amazon.com/', 'unrelated'],
    ['https://web.archive.org/web/2020/https://sellercentral.amazon.com/ap/signin', 'unrelated'],
    ['https://sites.example/website/sellercentral.amazon.com/', 'unrelated'],
    ['https://user:word@example.com/', 'unrelated'],
    ['http://192.168.1.1/', 'unrelated'],
    ['http://3232235777/', 'unrelated'],
    ['http://localhost:3000/ap/signin', 'unrelated'],
    // the river, the machine, the cloud, the critics
    ['https://amazonia.org/', 'unrelated'],
    ['https://www.amazonas.gov.br/', 'unrelated'],
    ['https://www.amazone.de/', 'unrelated'],
    ['https://amazons.com/', 'unrelated'],
    ['https://amazonwatch.org/', 'unrelated'],
    ['https://bucket.s3.amazonaws.com/', 'unrelated'],
    ['https://m.media-amazon.com/', 'unrelated'],
    ['https://hamza.com/', 'unrelated'],
    // words that are near
    ['https://www.dealercentral.net/', 'unrelated'],
    ['https://cellarcentral.com/', 'unrelated'],
    ['https://resellercentral.com/', 'unrelated'],
    ['https://bestsellers.example/', 'unrelated'],
    ['https://sellerapp.com/', 'unrelated'],
    // other shops
    ['https://sellercentre.ebay.co.uk/', 'unrelated'],
    ['https://seller.walmart.com/', 'unrelated'],
    ['https://sellercenter.lazada.sg/', 'unrelated'],
    ['https://sellercentral.otto.market/', 'unrelated_other_shop'],
    // those who work for sellers
    ['https://www.amazonsellerslawyer.com/', 'unrelated_seller_business'],
    ['https://amazon-seller-consulting.de/', 'unrelated_seller_business'],
    ['https://amazonsellertools.example/', 'unrelated_seller_business'],
    // no page of the web
    ['about:blank', 'unrelated_not_a_web_page'],
    ['chrome://extensions', 'unrelated_not_a_web_page'],
    ['blob:https://sellercentral.amazon.com/0', 'unrelated_not_a_web_page'],
    ['view-source:https://sellercentral.amazon.com/', 'unrelated_not_a_web_page'],
    ['data:text/html,hello', 'unrelated_not_a_web_page'],
    ['', 'unrelated_not_an_address'],
    ['sellercentral.amazon.com', 'unrelated_not_an_address'],
    ['what is this', 'unrelated_not_an_address'],
    [`https://sellercentral.amazon.com.${'a.'.repeat(120)}example/`, 'unrelated_not_an_address'],
  ])('%s: %s', (address, reason) => {
    expect(judgeAddress(address)).toEqual({ verdict: 'unrelated', reason })
  })
})

describe('hosts as reported', () => {
  const judged = lookalikes.map((row) => ({ ...row, ...judgeAddress(at(row.host)) }))

  test('none is official or Amazon’s', () => {
    expect(judged.filter(({ verdict }) => verdict === 'official' || verdict === 'amazon-other')).toEqual([])
  })

  test('at least 95 of 100 that were reported as phishing are called look-alikes', () => {
    const phish = judged.filter(({ kind }) => kind === 'phish')
    const missed = phish.filter(({ verdict }) => verdict !== 'lookalike')
    console.info(`${phish.length - missed.length} of ${phish.length} reported hosts are called look-alikes`)
    for (const { host, reason } of missed) console.info(`missed: ${host} (${reason})`)
    expect(missed.length).toBeLessThanOrEqual(phish.length * 0.05)
  })

  test('real addresses: official is what is on a store front, and nothing else', () => {
    for (const { url } of addresses) {
      const isThere = /^https:/.test(url) && isStoreFront(new URL(url).hostname)
      expect(verdictOf(url) === 'official', url).toBe(isThere)
    }
  })
})

describe('random look-alikes', () => {
  const official = fc.constantFrom(...storeFronts.map(({ host }) => host))
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
    minLength: 3,
    maxLength: 12,
  })
  const ending = fc.constantFrom('com', 'io', 'co.uk', 'top', 'xyz', 'online', 'sbs', 'giize.com', 'com.br')
  const other = fc.tuple(word, ending).map(([name, end]) => `x${name}.${end}`)
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
  const edit = fc.tuple(fc.nat(), fc.constantFrom('put', 'drop', 'swap', 'replace'), letter)
  type Edit = readonly [number, string, string]
  const edited = (text: string, [seed, kind, by]: Edit) => {
    const place = seed % (text.length - 1)
    const [before, here, next, after] = [
      text.slice(0, place),
      text[place],
      text[place + 1],
      text.slice(place + 2),
    ]
    if (kind === 'put') return before + by + here + next + after
    if (kind === 'drop') return before + next + after
    return kind === 'swap' ? before + next + here + after : before + by + next + after
  }
  const digits: Record<string, string> = { e: '3', l: '1', a: '4', o: '0', s: '5', t: '7', z: '2' }
  const foreign: Record<string, string> = {
    a: 'а',
    c: 'с',
    e: 'е',
    o: 'о',
    s: 'ѕ',
    l: 'ӏ',
    r: 'г',
    n: 'ո',
    z: 'ᴢ',
    m: 'м',
    t: 'т',
  }
  const changed = (text: string, by: Record<string, string>, picks: readonly number[]) => {
    const places = [...text.slice(0, text.lastIndexOf('amazon') + 6)].flatMap((here, place) =>
      by[here] ? [place] : [],
    )
    const chosen = new Set(picks.map((pick) => places[pick % places.length]))
    return [...text].map((here, place) => (chosen.has(place) ? (by[here] ?? here) : here)).join('')
  }
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 6 })
  const name = (host: string) => host.split('.')[0] ?? ''

  const tricks = {
    'an official host before another': fc.tuple(official, other).map(([host, end]) => at(`${host}.${end}`)),
    'hyphens for dots': fc
      .tuple(official, ending, word)
      .map(([host, end, more]) => at(`${host.replaceAll('.', '-')}-${more}.${end}`)),
    'one hyphen': fc.tuple(official, ending).map(([host, end]) => at(`${name(host)}-amazon.${end}`)),
    'another ending': fc
      .tuple(official, word)
      .filter(([, end]) => /^[a-z]{3,}$/.test(end) && end !== 'com')
      .map(([host, end]) => at(`${name(host)}.amazon.${end}`)),
    'one or two edits': fc
      .tuple(official, fc.array(edit, { minLength: 1, maxLength: 2 }))
      .map(([host, edits]) => at(edits.reduce(edited, host)))
      .filter((address) => URL.canParse(address)),
    'digits for letters': fc
      .tuple(official, picks)
      .map(([host, places]) => at(changed(host, digits, places))),
    'letters of another script': fc
      .tuple(official, picks)
      .map(([host, places]) => at(changed(host, foreign, places)))
      .filter((address) => URL.canParse(address)),
    'the same in ASCII': fc
      .tuple(official, picks)
      .map(([host, places]) => at(changed(host, foreign, places)))
      .filter((address) => URL.canParse(address))
      .map((address) => new URL(address).href),
    'an official host before @': fc.tuple(official, other).map(([host, end]) => `https://${host}@${end}/`),
    'a password before @': fc
      .tuple(official, other, word)
      .map(([host, end, more]) => `https://${host}:${more}@${end}/`),
    http: official.map((host) => `http://${host}/`),
    'an odd port': fc
      .tuple(official, fc.integer({ min: 444, max: 65535 }))
      .map(([host, port]) => `https://${host}:${port}/`),
    'a dot at the end': official.map((host) => at(`${host}.`)),
    'seller central before another': fc
      .tuple(word, other)
      .map(([more, end]) => at(`${more}sellercentral.${end}`)),
    'seller central in a name': fc
      .tuple(word, word, ending)
      .map(([before, after, end]) => at(`${before}sellercentral${after}.${end}`)),
    'a name and what it asks for': fc
      .tuple(
        fc.constantFrom('login', 'signin', 'verify', 'account', 'secure', 'support'),
        ending,
        fc.constantFrom('', '-'),
      )
      .map(([ask, end, by]) => at(`amazon${by}seller${by}${ask}.${end}`)),
  }

  const run = 400
  test.each(Object.entries(tricks))('%s: never official, 99 of 100 look-alikes', (_, made) => {
    const all = fc
      .sample(made, run)
      .filter((address) => !isStoreFront(new URL(address).hostname) || !/^https:..[^@:]*$/.test(address))
    const verdicts = all.map((address) => ({ address, ...judgeAddress(address) }))
    expect(verdicts.filter(({ verdict }) => verdict === 'official' || verdict === 'amazon-other')).toEqual([])
    const missed = verdicts.filter(({ verdict }) => verdict !== 'lookalike')
    for (const { address } of missed) console.info(`missed: ${address}`)
    expect(missed.length).toBeLessThanOrEqual(all.length * 0.01)
  })
})

describe('whatever the text', () => {
  const check = (address: string) => {
    const { verdict, reason } = judgeAddress(address)
    expect(reasons[verdict]).toContain(reason)
    if (verdict !== 'official') return
    const url = new URL(address)
    expect(isStoreFront(url.hostname)).toBe(true)
    expect([url.protocol, url.port, url.username, url.password]).toEqual(['https:', '', '', ''])
  }

  test('nothing throws, and only an exact host is official', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(fc.property(any, check))
    fc.assert(fc.property(fc.webUrl(), check))
    fc.assert(
      fc.property(any, (text) => check(`https://${text}`)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(any, any, (before, after) => check(`https://${before}sellercentral.amazon.com${after}`)),
      {
        numRuns: 500,
      },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) =>
        check(`https://${text}amazon.com/`),
      ),
    )
    fc.assert(fc.property(fc.domain(), (host) => check(at(`xn--${host}`))))
  })

  test.each([
    ['labels', 'https://', 'amazon.', 'example/'],
    ['hyphens', 'https://', 'seller-', 'central/'],
    ['letters', 'https://', 'sel', '.com/'],
    ['foreign letters', 'https://', 'а', '.com/'],
    ['folders', 'https://example.com', '/sellercentral', ''],
    ['user names', 'https://', 'sellercentral@', 'example.com/'],
    ['a data page', 'data:text/html,', 'sel', ''],
    ['no address', '', 'a.', '@'],
    ['dots', 'https://a', '.', '/'],
  ])('a megabyte of %s is judged in linear time', (_, before, part, after) => {
    const millis = (length: number) => {
      const address = before + part.repeat(length / part.length) + after
      const start = performance.now()
      judgeAddress(address)
      return performance.now() - start
    }
    millis(1e5)
    // Sixteen times the text in 16 times the time; a quadratic reader would need 256 times as long.
    expect(millis(1_600_000)).toBeLessThan(200 + 64 * millis(1e5))
  })
})
