import { readFileSync } from 'node:fs'
import { judgeMessage } from '../../src/pages/message'
import { median, type Row } from './table'

/** The time to judge a saved mail of 200 kB with four hundred links, compared with a short one. */
export async function messages(): Promise<Row[]> {
  const short = readFileSync('test/fixtures/messages/words-hide-link.eml', 'latin1')
  const line = (at: number) =>
    `<tr><td style="font-family:Arial,sans-serif;padding:8px">Order ${at} was shipped. ` +
    'Look at what has changed since your last visit and answer within the time that is named there, please. '.repeat(
      3,
    ) +
    `<a href="https://www.amazon.de/gp/r.html?U=https%3A%2F%2Fshop-${at}.example%2Forders%2F${at}">Order ${at}</a></td></tr>\n`
  const lines = Array.from({ length: 400 }, (_, at) => line(at))
  const long = `From: "Amazon" <donotreply@amazon.com>\nTo: me@shop.example\nContent-Type: text/html\n\n<table>${lines.join('')}</table>`
  const ofLong = await median(() => void judgeMessage(long), 50)
  const ofShort = await median(() => void judgeMessage(short), 200)
  return [
    {
      what: `judgeMessage, a mail of ${(long.length / 1000).toFixed(0)} kB with ${lines.length} links`,
      figure: `${ofLong.toFixed(1)} ms`,
      baseline: `${ofShort.toFixed(2)} ms, ${(short.length / 1000).toFixed(1)} kB`,
      bound: '100 ms',
    },
  ]
}
