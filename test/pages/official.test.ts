import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amazonLogin, isStoreFront, storeFronts } from '../../src/pages/hosts'
import {
  otherAmazon,
  otherDomains,
  rented,
  shortLinks,
  unverified,
} from '../../src/pages/lookalike/amazon-hosts'
import { judgeAddress, reasons } from '../../src/pages/official'
import { addressParts, filled } from '../support/long-texts'
import { addresses, hostFiles } from './facts'

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
    for (const domain of otherDomains) {
      for (const host of [domain, `www.${domain}`])
        expect(judgeAddress(at(host)).reason, host).toBe('amazon_other_site')
    }
    for (const domain of shortLinks) {
      expect(judgeAddress(`https://${domain}/d/0`).reason, domain).toBe('amazon_other_short_link')
    }
    for (const host of ['smile.amazon.de', 'mcf.sellercentral.amazon.com', 'signin.aws', 'repost.aws'])
      expect(judgeAddress(at(host)).reason, host).toBe('amazon_other_site')
  })

  test('what anybody rents from Amazon is not Amazon’s word', () => {
    for (const domain of rented) {
      for (const host of [domain, `x7.${domain}`, `bucket.s3.${domain}`])
        expect(judgeAddress(at(host)), host).toEqual({ verdict: 'unrelated', reason: 'amazon_name_rented' })
      expect(judgeAddress(at(`amazon-signin.${domain}`)).verdict).toBe('lookalike')
      expect(judgeAddress(`https://x7.${domain}/ap/signin`).reason).toBe('lookalike_path')
    }
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
    // Amazon's sign-in, whatever the host
    ['https://evil.example/sellercentral.amazon.com/ap/signin', 'lookalike_path'],
    ['https://evil.example/ap/signin', 'lookalike_path'],
    ['https://evil.example/x/AP/MFA?arb=0', 'lookalike_path'],
    ['https://evil.example/ap/cvf/request.php', 'lookalike_path'],
    ['https://garden-chairs.example/jp/ap/signin.html', 'lookalike_path'],
    ['https://amazonwatch.org/ap/signin', 'lookalike_path'],
    ['https://evil.example/login?openid.assoc_handle=amzn_vc_us', 'lookalike_path'],
    ['https://evil.example/?a=1&openid.assoc_handle=jpflex', 'lookalike_path'],
    ['https://evil.example/index/openid.pape.max.nextotp.html', 'lookalike_path'],
    // a whole domain of Amazon's, with more hung on it
    ['https://amazon.com-ap-signin.net/', 'lookalike_subdomain'],
    ['https://amazon.co.jp-prime.com/', 'lookalike_subdomain'],
    ['https://www.amazon.co.uk-account.com/', 'lookalike_subdomain'],
    ['https://www.amazon.8cunz2.example/', 'lookalike_subdomain'],
    ['https://amazon-co-jp.example/', 'lookalike_hyphen'],
    ['https://amaznon.co.ip.example.cn/', 'lookalike_misspelt'],
    ['https://sellercentral-login.xyz/', 'lookalike_seller_central_in_host'],
    ['https://amazon-seller-verify.com/', 'lookalike_hyphen'],
    ['https://my-amazon-account.example/', 'lookalike_hyphen'],
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
    ['https://web.archive.org/web/2020/https://www.amazon.com/ap/signin', 'unrelated'],
    ['https://example.com/?returnTo=https://www.amazon.com/ap/signin', 'unrelated'],
    ['https://example.com/map/signin', 'unrelated'],
    ['https://example.com/ap/signing', 'unrelated'],
    // the river, the machine, a name, a holiday
    ['https://amazonia.org/', 'unrelated'],
    ['https://www.portalamazonia.com/', 'unrelated'],
    ['https://www.amazonas.gov.br/', 'unrelated'],
    ['https://www.amazone.de/', 'unrelated'],
    ['https://amazons.com/', 'unrelated'],
    ['https://amazing.com/', 'unrelated'],
    ['https://theamazingseller.com/', 'unrelated'],
    ['https://ramazanbayrami.com.tr/', 'unrelated'],
    ['https://hamza.com/', 'unrelated'],
    ['https://streamz.example/', 'unrelated'],
    // somebody else's, with Amazon's name or nearly
    ['https://amazonwatch.org/', 'amazon_name'],
    ['https://amazonteam.org/', 'amazon_name'],
    ['https://theamazons.net/', 'amazon_name'],
    ['https://amazon-deals.blogspot.com/', 'amazon_name'],
    ['https://amazonlistingservice.com/', 'amazon_name'],
    ['https://amazonseller.tools/', 'amazon_name'],
    ['https://vatforamazonsellers.co.uk/', 'amazon_name'],
    ['https://www.amzscout.net/', 'amazon_name'],
    ['https://amz.one/', 'amazon_name'],
    ['https://amazom.garden-chairs.example/', 'amazon_name'],
    ['https://ameozon.example.cn/', 'amazon_name'],
    ['https://sellercentral-forums.example.org/', 'amazon_name'],
    ['https://bucket.s3.amazonaws.com/', 'amazon_name_rented'],
    ['amzscout.net', 'amazon_name'],
    // words that are near
    ['https://www.dealercentral.net/', 'unrelated'],
    ['https://cellarcentral.com/', 'unrelated'],
    ['https://travellercentral.com/', 'unrelated'],
    ['https://booksellercentral.com/', 'unrelated'],
    ['https://resellercentral.com/', 'unrelated'],
    ['https://bestsellers.example/', 'unrelated'],
    ['https://sellerapp.com/', 'unrelated'],
    // other shops
    ['https://sellercentre.ebay.co.uk/', 'unrelated'],
    ['https://seller.walmart.com/', 'unrelated'],
    ['https://sellercenter.lazada.sg/', 'unrelated'],
    ['https://sellercentral.otto.market/', 'unrelated_other_shop'],
    // those who work for sellers
    ['https://www.amazonsellerslawyer.com/', 'amazon_name'],
    ['https://amazon-seller-consulting.de/', 'amazon_name'],
    ['https://amazonsellertools.example/', 'amazon_name'],
    ['https://amazonaccountrecoverylawyers.com/', 'amazon_name'],
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

describe.each(Object.entries(hostFiles))('%s', (_, hosts) => {
  const judged = hosts.map((row) => ({ ...row, ...judgeAddress(at(row.host)) }))
  const of = (kind: string) => judged.filter((row) => row.kind === kind)
  const isWarning = ({ verdict, reason }: (typeof judged)[number]) =>
    verdict === 'lookalike' || reason.startsWith('amazon_name')

  test('none is taken for Amazon’s that is not', () => {
    const own = judged.filter(({ verdict }) => verdict === 'official' || verdict === 'amazon-other')
    expect(own.filter(({ kind, group }) => kind !== 'official' && group !== 'Amazon own')).toEqual([])
    for (const { host, verdict } of of('official')) expect(verdict, host).toBe('official')
  })

  test('at least 95 of 100 that were reported get a warning', () => {
    const missed = of('phish').filter((row) => !isWarning(row))
    for (const { host, reason } of missed) console.info(`missed: ${host} (${reason})`)
    expect(missed.length).toBeLessThanOrEqual(of('phish').length * 0.05)
  })

  test('at most 5 of 100 harmless ones are called look-alikes', () => {
    const accused = of('benign').filter(({ verdict }) => verdict === 'lookalike')
    for (const { host, reason } of accused) console.info(`accused: ${host} (${reason})`)
    expect(accused.length).toBeLessThanOrEqual(of('benign').length * 0.05)
  })

  test('Amazon’s own are known as Amazon’s, but for what it lets', () => {
    const own = judged.filter(({ group }) => group === 'Amazon own')
    const isKnown = ({ verdict, reason }: (typeof judged)[number]) =>
      verdict === 'amazon-other' || reason === 'amazon_name_rented'
    expect(own.filter((row) => !isKnown(row))).toEqual([])
  })
})

describe('reported hosts of sellers', () => {
  test('at least 95 of 100 that imitate Seller Central are called look-alikes', () => {
    const phish = hostFiles['hosts up to 2025'].filter(({ kind }) => kind === 'phish')
    const missed = phish.filter(({ host }) => verdictOf(at(host)) !== 'lookalike')
    for (const { host } of missed) console.info(`missed: ${host}`)
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

  // A reader that is quadratic would need half an hour here, and one that is linear some milliseconds.
  test.each(addressParts)('a megabyte of %s is judged', (_, before, part, after) => {
    expect(() => judgeAddress(before + filled(part, 1_600_000) + after)).not.toThrow()
  })
})
