import { longestPart } from '../../src/domain/appeals/draft'
import { secretsIn } from '../../src/domain/text/secrets'
import { judgeAddress } from '../../src/pages/official'
import { recognise } from '../../src/pages/recognise'
import { addressParts, filled, noteParts, pathParts, sellerCentralPath } from '../../test/support/long-texts'
import { median, type Row } from './table'

/** The slowest of the longest texts that anybody can hand in, each beside an ordinary one. */
export async function texts(): Promise<Row[]> {
  const slowest = async (acts: readonly (() => unknown)[]) => {
    let most = 0
    for (const act of acts) most = Math.max(most, await median(act, 5))
    return `${most.toFixed(1)} ms`
  }
  const megabyte = 1_600_000
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
  ]
}
