import { readFileSync } from 'node:fs'
import { recognise } from '../../src/pages/recognise'
import { median, type Row } from './table'

/** The time to recognize the kind of a page, compared with `new URL` alone. */
export async function recognition(): Promise<Row[]> {
  const addresses = readFileSync('test/fixtures/pages/addresses.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((one) => (JSON.parse(one) as { url: string }).url)
    .filter((address) => URL.canParse(address))
  const ours = await median(() => addresses.forEach((address) => void recognise(address)), 200)
  const alone = await median(() => addresses.forEach((address) => void new URL(address)), 200)
  const each = (all: number) => `${((all / addresses.length) * 1000).toFixed(2)} µs`
  return [
    {
      what: `recognise, a call, over ${addresses.length} addresses`,
      figure: each(ours),
      baseline: `${each(alone)}, new URL() alone`,
      bound: '5 µs',
    },
  ]
}
