import { overview } from '../../src/domain/overview'
import { busyChecklist, now } from './state'
import { median, type Row } from './table'

/** The time to work out what is due, for twenty stores and for one. */
export async function overviews(): Promise<Row[]> {
  const [one, twenty] = [busyChecklist(1), busyChecklist(20)]
  const alone = await median(() => void overview(one, now), 300)
  const many = await median(() => void overview(twenty, now), 300)
  return [
    {
      what: 'overview, 20 stores',
      figure: `${many.toFixed(2)} ms`,
      baseline: `${alone.toFixed(2)} ms, 1 store`,
      bound: '5 ms',
    },
  ]
}
