import { answerTimes, fill, journalOf } from '../../test/bench/answer-latency'
import { launch } from '../../test/browsers/launch'
import { startPractice } from '../../test/practice/server'
import type { Row } from './table'

/** From a button pressed in one of our pages to the new overview, stored; the worker is warm. */
export async function answers(): Promise<Row[]> {
  const practice = await startPractice()
  const browser = await launch('chromium', practice)
  try {
    const taken = async (entries: number) => {
      await fill(browser, journalOf(entries, new Date()))
      const times = (await answerTimes(browser, 60)).sort((a, b) => a - b)
      const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
      return { middle: Number(at(0.5)), text: `${at(0.5)} ms (95 % within ${at(0.95)})` }
    }
    const without = await taken(0)
    const withJournal = await taken(50_000)
    return [
      {
        what: 'an answer in Chromium, 50,000 journal entries',
        figure: withJournal.text,
        baseline: `${without.text}, none`,
        bound: `50 ms, ratio ${(withJournal.middle / without.middle).toFixed(2)} of 1.5`,
      },
    ]
  } finally {
    await browser.close()
    await practice.close()
  }
}
