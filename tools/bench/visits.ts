import { type Cost, pageCosts, type Variant } from '../page-cost'
import type { Row } from './table'

const parts = [
  ['load', 'page load, ms', 0, 'within noise'],
  ['script', 'script on the main thread, ms', 1, '+2 ms without a card'],
  ['first', 'the same at the first visit of a browser, ms', 1, 'none'],
  ['heap', 'heap, kB', 0, '+300 kB'],
  ['shift', 'layout shift (CLS)', 3, '0'],
  ['navigation', 'script for one in-app navigation, ms', 2, ''],
  ['idle', 'script in an idle minute, ms', 1, '+5 ms'],
] as const

/** Medians of interleaved visits, with the lowest and the highest. */
export async function visits(): Promise<Row[]> {
  console.log('Visiting the practice home page, with and without an extension …')
  const costs = await pageCosts(7)
  return parts.flatMap(([part, name, digits, bound]) =>
    (['no card due', 'with a card'] as const).map((variant) => ({
      what: `${name}, ${variant}`,
      figure: spread(costs[variant], part, digits),
      baseline: (['no extension', 'empty extension'] satisfies Variant[])
        .map((other) => `${spread(costs[other], part, digits)} ${other}`)
        .join('; '),
      bound,
    })),
  )
}

function spread(costs: readonly Cost[], part: keyof Cost, digits: number): string {
  const sorted = costs.map((cost) => cost[part]).sort((a, b) => a - b)
  const [low = 0, middle = 0, high = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)]
  return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}
