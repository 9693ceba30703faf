import { fill, journalOf } from '../../test/bench/answer-latency'
import { popupTimes } from '../../test/bench/popup-times'
import { launch } from '../../test/browsers/launch'
import { startPractice } from '../../test/practice/server'
import { dueChecklist, storedOf } from './state'
import type { Row } from './table'

const parts = [
  ['popup, checklist painted', 'paint', 'ratio'],
  ['popup, first words painted, background asleep', 'paintAsleep', '100 ms, ratio'],
  ['popup, from a key to its answer painted', 'answer', 'ratio'],
] as const

/** The popup as a seller with one store sees it, beside an agency with twenty and years of journal. */
export async function popups(): Promise<Row[]> {
  const practice = await startPractice()
  const browser = await launch('chromium', practice)
  try {
    const timesWith = async (stores: number, entries: number) => {
      await fill(browser, { ...storedOf(dueChecklist(stores)), ...journalOf(entries, new Date()) })
      return popupTimes(browser, 15)
    }
    const one = await timesWith(1, 0)
    const many = await timesWith(20, 50_000)
    const middle = (times: readonly number[]) =>
      [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    return parts.map(([what, part, bound]) => ({
      what: `${what}, 20 stores and 50,000 journal entries`,
      figure: `${middle(many[part]).toFixed(0)} ms`,
      baseline: `${middle(one[part]).toFixed(0)} ms, 1 store and none`,
      bound: `${bound} ${(middle(many[part]) / middle(one[part])).toFixed(2)} of 1.3`,
    }))
  } finally {
    await browser.close()
    await practice.close()
  }
}
