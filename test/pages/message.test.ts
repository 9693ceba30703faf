import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeMessage, messageReasons } from '../../src/pages/message'
import { longestMessage } from '../../src/pages/message/mail'
import { reasons } from '../../src/pages/official'
import expected from '../fixtures/messages/expected.json' with { type: 'json' }
import { fuzzing, fuzzTimeout, tried } from '../support/fuzz'

type Expected = {
  summary: string
  reason?: string
  authenticated?: string
  notes?: string[]
  hosts?: string[]
  refused?: string
}

/** A file as the page reads it: a character per byte. */
const saved = (name: string) => readFileSync(`test/fixtures/messages/${name}`, 'latin1')
const decoded = (name: string) => readFileSync(`test/fixtures/messages/${name}`, 'utf8')
const hostsOf = (links: readonly { address: string }[]) =>
  links.map(({ address }) => new URL(address).hostname)

describe('made-up messages of every kind', () => {
  test.each(Object.entries(expected as Record<string, Expected>))('%s', (name, wanted) => {
    const judged = judgeMessage(name.endsWith('.txt') ? decoded(name) : saved(name))
    expect(judged.refused).toBe(wanted.refused)
    expect(judged.summary).toBe(wanted.summary)
    if (wanted.reason) expect(judged.sender?.reason).toBe(wanted.reason)
    if (wanted.authenticated) expect(judged.sender?.authenticated).toBe(wanted.authenticated)
    if (wanted.notes) expect(judged.notes).toEqual(wanted.notes)
    if (wanted.hosts) expect([...new Set(hostsOf(judged.links))].sort()).toEqual([...wanted.hosts].sort())
  })

  test('a file read as UTF-8 is judged like its bytes', () => {
    const differing = Object.keys(expected).filter(
      (name) =>
        /\.eml$/.test(name) && judgeMessage(decoded(name)).summary !== judgeMessage(saved(name)).summary,
    )
    expect(differing).toEqual([])
  })
})

describe('a link', () => {
  const only = (text: string) => judgeMessage(text).links[0]

  test('is judged by where it leads, and the redirectors are named', () => {
    expect(only('https://www.google.com/url?q=https%3A%2F%2Fevil.example%2Fa')).toMatchObject({
      address: 'https://evil.example/a',
      verdict: 'unrelated',
      through: ['www.google.com'],
    })
  })

  const amazons = encodeURIComponent('https://sellercentral.amazon.com/')
  const evil = encodeURIComponent('https://evil.example/')

  test.each([
    ['amazon.evil.com', `https://www.amazon.evil.com/gp/r.html?u=${amazons}`],
    ['google.evil.com', `https://www.google.evil.com/url?q=${amazons}`],
    ['clicktime.symantec.evil.com', `https://clicktime.symantec.evil.com/a?u=${amazons}`],
    ['deref-mail-evil.com', `https://deref-mail-evil.com/a?redirectUrl=${amazons}`],
  ])('%s is no redirector, so what it carries says nothing', (_, address) => {
    expect(only(address)).toMatchObject({ address })
    expect(judgeMessage(address).summary).toBe('not-amazon')
  })

  test.each([
    ['two targets', `https://www.google.com/url?q=${amazons}&url=${evil}`],
    ['the same name twice', `https://www.google.com/url?q=${amazons}&q=${evil}`],
    ['an encoded name', `https://www.google.com/url?url=${amazons}&%71=${evil}`],
    ['an encoded name at Amazon', `https://www.amazon.com/gp/redirect.html?loc%61tion=${evil}`],
    ['a target encoded twice', `https://www.amazon.com/gp/r.html?u=${encodeURIComponent(evil)}`],
    ['a backslash', `https://www.amazon.com/gp/r.html?u=${encodeURIComponent('\\/evil.example/')}`],
    ['a tab', `https://www.amazon.com/gp/r.html?u=${encodeURIComponent('ht\ttps://evil.example/')}`],
    ['two slashes', `https://www.amazon.com/gp//r.html?u=${evil}`],
    ['an advertisement', 'https://aax-us-east.amazon-adsystem.com/x/c/a/https://evil.example/'],
    [
      'one with two redirectors',
      'https://aax-us-iad.amazon.com/x/c/a/https://assoc-redirect.amazon.com/g/r/https://evil.example/',
    ],
  ])('the target counts: %s', (_, address) => {
    expect(hostsOf(judgeMessage(address).links)).toEqual(['evil.example'])
    expect(judgeMessage(address).summary).toBe('not-amazon')
  })

  test('an encoded dot in text belongs to the host', () => {
    expect(only('https://sellercentral.amazon.com%2Eevil.top/a')).toMatchObject({ verdict: 'lookalike' })
  })

  test.each([
    ['sixty letters', 'a'.repeat(60)],
    ['thousands of letters', 'a'.repeat(3000)],
    ['brackets', '([a])'],
    ['another @', 'a@a'],
  ])('a host behind %s counts', (_, more) => {
    const address = `https://sellercentral.amazon.com&${more}@evil.top/`
    expect(only(address)).toMatchObject({ reason: 'lookalike_user_info' })
    expect(hostsOf(judgeMessage(address).links)).toEqual(['evil.top'])
  })

  test('is shown with the words that it stands behind', () => {
    expect(only(saved('words-hide-link.eml'))).toMatchObject({
      address: 'https://sellercentral.amazon.de.verify.example/ap/signin',
      verdict: 'lookalike',
      shown: 'https://sellercentral.amazon.de/',
    })
  })

  test.each([
    ['https://bit.ly/3abc', 'unrelated', 'unrelated_short_link'],
    ['https://bucket.s3.amazonaws.com/x', 'unrelated', 'amazon_name_rented'],
    ['http://www.amazon.de/help', 'amazon-other', 'amazon_other_http'],
    ['https://sns.us-east-1.amazonaws.com/unsubscribe.html', 'amazon-other', 'amazon_other_mail_service'],
    ['https://a.co/d/abc', 'amazon-other', 'amazon_other_short_link'],
    ['https://sellercentral.amazon.com/home', 'official', 'official_store_front'],
    ['https://xn--mazon-3ve.com/', 'lookalike', 'lookalike_script'],
  ])('%s: %s', (address, verdict, reason) => {
    expect(only(address)).toMatchObject({ address, verdict, reason })
  })

  test('pictures, fonts, style sheets and names of formats are none', () => {
    expect(hostsOf(judgeMessage(saved('order-notice.eml')).links)).toEqual([
      'sellercentral.amazon.de',
      'sellercentral.amazon.de',
    ])
  })

  test('two sentences without a space, file names and mail addresses are none', () => {
    expect(judgeMessage('Thanks.In short: readme.md and me@shop.de, e.g. this').links).toEqual([])
  })
})

describe('whatever is pasted or dropped', () => {
  const parts = [
    'From: ',
    'Received: ',
    'Authentication-Results: ',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    '\n--b\n',
    '\n\n',
    '\n ',
    '<a href="',
    '<base href=',
    '=?utf-8?b?',
    '"',
    'https://',
    'amazon.de',
    '(',
    ';',
    '=',
    'dkim=pass header.d=',
    '\u0000',
    '\ud800',
  ]
  const pieces = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 8 })), { maxLength: 60 })
  const known = new Set<string>([...Object.values(reasons).flat(), ...messageReasons])

  test('fuzz: gets an answer of the promised form', { timeout: fuzzTimeout }, () => {
    let texts = 0
    fc.assert(
      fc.property(pieces, (text) => {
        texts += 1
        const judged = judgeMessage(text.join(''))
        expect(['amazon', 'not-amazon', 'mixed', 'nothing-found']).toContain(judged.summary)
        for (const { reason } of [...judged.links, ...(judged.sender ? [judged.sender] : [])])
          expect(known.has(reason)).toBe(true)
        // Others are shown as they are written.
        for (const { address, verdict } of judged.links)
          if (verdict === 'official' || verdict === 'amazon-other')
            expect(new URL(address).protocol).toMatch(/^https?:$/)
        expect(judgeMessage(text.join(''))).toEqual(judged)
      }),
      fuzzing(100, 0.04),
    )
    tried('messages checked', texts)
  })

  test('fuzz: a changed byte of a saved mail throws nothing', { timeout: fuzzTimeout }, () => {
    const names = Object.keys(expected)
    let mails = 0
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.string({ maxLength: 3 }), (name, at, put) => {
        mails += 1
        const text = saved(name)
        const cut = at % text.length
        expect(judgeMessage(text.slice(0, cut) + put + text.slice(cut + 1)).summary).toBeTypeOf('string')
      }),
      fuzzing(100, 0.03),
    )
    tried('damaged mails', mails)
  })

  const html = (body: string) => `From: a@b.example\nTo: c@d.example\nContent-Type: text/html\n\n${body}`
  test.each([
    ['more than 5 MB', 'a'.repeat(longestMessage + 1), 'too-big'],
    ['a header without end', `From: a@b.example\nTo: c\nX: ${'a'.repeat(600_000)}`, 'too-big'],
    ['tags in tags in tags', html('<div>'.repeat(500_000)), 'too-nested'],
    [
      'thousands of parts',
      `From: a@b.example\nTo: c\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(9_000)}`,
      'too-nested',
    ],
    [
      'thousands of links',
      html(Array.from({ length: 9_000 }, (_, at) => `<a href="https://h${at}.example">`).join('')),
      'too-many-links',
    ],
  ])('%s: refused, and no verdict', (_, text, refused) => {
    expect(judgeMessage(text)).toEqual({ links: [], summary: 'nothing-found', notes: [], refused })
  })

  test.each([
    ['hosts without end', 'a.'.repeat(2_400_000)],
    ['brackets', `https://a.example/${'([{'.repeat(1_000_000)}`],
    ['spaces', html(' '.repeat(4_000_000))],
    ['quotation marks', html('<a href="'.repeat(500_000))],
    ['comments', html('<!--[if mso]>'.repeat(300_000))],
    ['base64', `From: a@b.example\nTo: c\nContent-Transfer-Encoding: base64\n\n${'A='.repeat(2_000_000)}`],
    ['comments in results', `Authentication-Results: ${'('.repeat(400_000)}\nFrom: a@amazon.com\nTo: c\n\n`],
  ])('megabytes of %s: answered, not hung', (_, text) => {
    expect(judgeMessage(text).summary).toBeTypeOf('string')
  })
})
