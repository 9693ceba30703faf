import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/pages/message/redirectors'

const evil = 'https://evil.example/a'
const carried = encodeURIComponent(evil)
const base64 = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_')

test.each([
  [`https://www.amazon.de/gp/r.html?R=1&U=${carried}`, evil],
  [`https://amazon.co.uk/gp/f.html?u=${carried}`, evil],
  [`https://smile.amazon.com/gp/redirect.html?location=${carried}`, evil],
  [`https://www.amazon.com/gp/redirect.html?u=&location=${carried}`, evil],
  ['https://www.amazon.com/gp/r.html?U=%2Fgp%2Fhelp', 'https://www.amazon.com/gp/help'],
  [`https://x7.eu-west-1.awstrack.me/L0/${carried}/1/0100`, evil],
  [`https://x7.r.awstrack.me/I12/${carried}`, evil],
  [`https://www.google.com/url?sa=t&url=${carried}`, evil],
  [`https://google.co.uk/url?q=${carried}&url=https://other.example/`, evil],
  [`https://www.googleadservices.com/pagead/aclk?adurl=${carried}`, evil],
  [`https://eur01.safelinks.protection.outlook.com/?url=${carried}&data=0`, evil],
  [`https://statics.teams.cdn.office.net/evergreen/safelinks/1/atp.html?url=${carried}`, evil],
  [`https://urldefense.proofpoint.com/v1/url?u=${carried}&k=0`, evil],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_a-2Bb-c&d=0', `${evil}+b-c`],
  ['https://urldefense.com/v3/__https://evil.example/a__;!!0!1', evil],
  ['https://urldefense.com/v3/__https:/evil.example/a__;!!0!1', evil],
  ['https://urldefense.com/v3/__http:/evil.example/a__;!!0!1', 'http://evil.example/a'],
  [`https://linkprotect.cudasvc.com/url?a=${carried}&c=E`, evil],
  [`https://clicktime.symantec.com/3A/?u=${carried}`, evil],
  [`https://clicktime.cloud.postoffice.co.uk/0/1?u=${carried}`, evil],
  [`https://ca-1.protect.trendmicro.com/wis/clicktime/v1/query?url=${carried}`, evil],
  [`https://protect2.fireeye.com/v1/url?k=0&u=${carried}`, evil],
  [`https://atpscan.global.hornetsecurity.com/index.php?u=${carried}`, evil],
  [
    `https://eu.protection.sophos.com/?d=evil.example&u=${encodeURIComponent(btoa(`${evil}?>`))}`,
    `${evil}?>`,
  ],
  [`https://eu.protection.sophos.com/?u=${base64('https://evil.example/~~~?')}`, 'https://evil.example/~~~?'],
  [`https://secure-web.cisco.com/1abc/${carried}`, evil],
  ['https://secure-web.cisco.com/1abc/https://evil.example/a', evil],
  ['https://secure-web.cisco.com/1abc/http%3A%2F%2Fevil.example%2Fa', 'http://evil.example/a'],
  ['https://url.avanan.click/v2/___https://evil.example/a___.YXAx', evil],
  ['https://protect.checkpoint.com/v2/___http://evil.example/a___.YXAx', 'http://evil.example/a'],
  [`https://deref-gmx.net/mail/client/0/dereferrer/?redirectUrl=${carried}`, evil],
  [`https://click.pstmrk.it/3s/${encodeURIComponent('evil.example/a')}/0/1`, evil],
  [`https://l.facebook.com/l.php?u=${carried}`, evil],
  [`https://lm.instagram.com/?u=${carried}`, evil],
  [`https://www.linkedin.com/safety/go?url=${carried}`, evil],
  [`https://linkedin.com/redir/redirect?url=${carried}`, evil],
  [`https://www.youtube.com/redirect?q=${carried}`, evil],
  [`https://r.search.yahoo.com/_ylt=0/RU=${carried}/RK=2`, evil],
  [`https://www.bing.com/ck/a?!&p=0&u=a1${base64(evil)}`, evil],
  [`https://slack-redir.net/link?url=${carried}`, evil],
  [`https://vk.com/away.php?to=${carried}`, evil],
  // A plus and a broken escape stay as they are, blanks around the target do not.
  ['https://l.facebook.com/l.php?u=https://evil.example/a+b', `${evil}+b`],
  ['https://l.facebook.com/l.php?u=https://evil.example/a%zz', `${evil}%zz`],
  ['https://l.facebook.com/l.php?u=%20https://evil.example/a%20', evil],
  ['https://l.facebook.com/l.php?u=evil.example?b', 'https://evil.example?b'],
  ['https://l.facebook.com/l.php?u=my-evil.example', 'https://my-evil.example'],
  ['https://l.facebook.com/l.php?u=a.b.evil.example', 'https://a.b.evil.example'],
  ['https://l.facebook.com/l.php?u=mailto:a@evil.example', 'mailto:a@evil.example'],
  ['https://l.facebook.com/l.php?u=https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['http://l.facebook.com/l.php?u=HTTPS://evil.example/a', 'HTTPS://evil.example/a'],
])('%s leads to %s', (address, target) => {
  expect(unwrap(address)).toEqual({
    address: target,
    through: [new URL(address).hostname],
    isEndless: false,
  })
})

test.each([
  'not an address',
  evil,
  `https://evil.example/url?q=${carried}`,
  `ftp://l.facebook.com/l.php?u=${carried}`,
  `https://www.google.com/search?q=${carried}`,
  `https://www.google.com/url/more?q=${carried}`,
  `https://www.google.com.evil-.x/url?q2=${carried}`,
  `https://www.amazon.de/gp/help?u=${carried}`,
  `https://www.amazon.de/x/gp/r.html?u=${carried}`,
  `https://notgoogle.com/url?q=${carried}`,
  `https://l.facebook.com.evil.example/?u=${carried}`,
  `https://safelinks.protection.outlook.com/?url=${carried}`,
  `https://www.youtube.com/redirect/x?q=${carried}`,
  `https://www.bing.com/?u=a1${base64(evil)}`,
  'https://l.facebook.com/l.php',
  'https://l.facebook.com/l.php?u=',
  'https://l.facebook.com/l.php?u=word',
  'https://l.facebook.com/l.php?u=two%20words.example',
  'https://l.facebook.com/l.php?u=https:///gp/help',
  'https://l.facebook.com/l.php?u=http://localhost/',
  'https://l.facebook.com/l.php?u=https://',
  'https://x7.awstrack.me/X0/evil.example',
  'https://eu.protection.sophos.com/?u=***',
  'https://eu.protection.sophos.com/?d=evil.example',
  'https://urldefense.com/v3/https://evil.example/',
  'https://click.pstmrk.it/s/evil.example',
  // Without the part that would carry one.
  'https://urldefense.com/v2/url?d=0',
  'https://urldefense.com/v3/',
  'https://secure-web.cisco.com/1abc/',
  'https://url.avanan.click/v2/',
  'https://r.search.yahoo.com/_ylt=0',
  'https://www.bing.com/ck/a?p=0',
])('%s leads nowhere else', (address) => {
  expect(unwrap(address)).toEqual({ address, through: [], isEndless: false })
})

describe('redirectors behind redirectors', () => {
  const wrapped = (levels: number): string =>
    levels === 0 ? evil : `https://l.facebook.com/l.php?u=${encodeURIComponent(wrapped(levels - 1))}`

  test('are followed three deep', () => {
    const through = Array.from({ length: 3 }, () => 'l.facebook.com')
    expect(unwrap(wrapped(3))).toEqual({ address: evil, through, isEndless: false })
    expect(unwrap(wrapped(4))).toEqual({ address: wrapped(1), through, isEndless: true })
  })

  test('of other kinds are named in order', () => {
    const inner = `https://www.google.com/url?q=${carried}`
    expect(unwrap(`https://slack-redir.net/link?url=${encodeURIComponent(inner)}`)).toEqual({
      address: evil,
      through: ['slack-redir.net', 'www.google.com'],
      isEndless: false,
    })
  })
})
