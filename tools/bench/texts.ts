import { longestPart } from '../../src/domain/appeals/draft'
import { secretsIn } from '../../src/domain/text/secrets'
import { judgeMessage } from '../../src/pages/message'
import { judgeAddress } from '../../src/pages/official'
import { recognise } from '../../src/pages/recognise'
import { addressParts, filled, noteParts, pathParts, sellerCentralPath } from '../../test/support/long-texts'
import { median, type Row } from './table'

/** The slowest of the longest texts that anyone can enter, each compared with an ordinary one. */
export async function texts(): Promise<Row[]> {
  const slowest = async (acts: readonly (() => unknown)[]) => {
    let most = 0
    for (const act of acts) most = Math.max(most, await median(act, 5))
    return `${most.toFixed(1)} ms`
  }
  const megabyte = 1_600_000
  // A newsletter: text, and a link and a picture in every row.
  const mail = (length: number) =>
    filled(
      '<tr><td><img src="https://pictures.example/a.png"><p>New in your store this week</p><a href="https://www.amazon.de/gp/r.html?U=https%3A%2F%2Fshop.example%2Fa">Read on</a></td></tr>\n',
      length,
    )
  const head = 'From: News <news@shop.example>\nTo: me@shop.example\nContent-Type: text/html\n\n'
  return [
    {
      what: 'a full part of an appeal looked through for secrets, the slowest',
      figure: await slowest(noteParts.map((part) => () => secretsIn(filled(part, longestPart)))),
      baseline: `${await slowest([() => secretsIn('We checked every order.')])}, a short one`,
      bound: '20 ms',
    },
    {
      what: 'recognise, a path of 1.6 MB, the slowest',
      figure: await slowest(
        pathParts.map(
          ([, part]) =>
            () =>
              recognise(sellerCentralPath(part, megabyte)),
        ),
      ),
      baseline: `${await slowest(
        pathParts.map(
          ([, part]) =>
            () =>
              recognise(sellerCentralPath(part, megabyte / 16)),
        ),
      )}, a sixteenth of it`,
      bound: '16 times the baseline, and some',
    },
    {
      what: 'the address check, 1.6 MB, the slowest',
      figure: await slowest(
        addressParts.map(
          ([, before, part, after]) =>
            () =>
              judgeAddress(before + filled(part, megabyte) + after),
        ),
      ),
      baseline: `${await slowest(
        addressParts.map(
          ([, before, part, after]) =>
            () =>
              judgeAddress(before + filled(part, megabyte / 16) + after),
        ),
      )}, a sixteenth of it`,
      bound: '16 times the baseline, and some',
    },
    {
      what: 'the message check, a mail of 200 kB',
      figure: await slowest([() => judgeMessage(head + mail(200_000))]),
      baseline: `${await slowest([() => judgeMessage(head + mail(2_000))])}, one of 2 kB`,
      bound: '100 ms',
    },
  ]
}
