import { expect, test } from 'vitest'
import { footprint, readBaseline } from '../../tools/bench/footprint'

// Times differ from machine to machine, bytes and counts do not. What is meant to grow: `npm run bench -- --keep`.
test('nothing takes a tenth more bytes, and nothing is touched more often, than was kept as the baseline', async () => {
  const [before, after] = [readBaseline(), await footprint()]
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const [what, figure] of Object.entries(after)) {
    const most = (before[what] ?? 0) * (what.includes('bytes') ? 1.1 : 1)
    expect(figure, what).toBeLessThanOrEqual(most)
    expect(figure, what).toBeGreaterThan(0)
  }
})
