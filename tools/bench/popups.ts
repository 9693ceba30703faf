import { fill, journalOf } from '../../test/bench/answer-latency'
import { launch } from '../../test/browsers/launch'
import { startPractice } from '../../test/practice/server'
import { type PopupTimes, popupTimes } from './popup-times'
import { dueChecklist, storedOf } from './state'
import type { Row } from './table'

const parts = [
  ['popup, checklist painted', 'paint', 'ratio'],
  ['popup, first words painted, background asleep', 'paintAsleep', '100 ms, ratio'],
  ['popup, from a key to its answer painted', 'answer', 'ratio'],
] as const

const rounds = 20

/**
 * The popup as a seller with one store sees it, beside an agency with twenty and years of journal: two browsers, in
 * turns, so that whatever else the machine does falls on both.
 */
export async function popups(): Promise<Row[]> {
  const practice = await startPractice()
  const browsers: Awaited<ReturnType<typeof launch>>[] = []
  try {
    for (const [stores, entries] of [
      [1, 0],
      [20, 50_000],
    ] as const) {
      const browser = await launch('chromium', practice)
      browsers.push(browser)
      await fill(browser, { ...storedOf(dueChecklist(stores)), ...journalOf(entries, new Date()) })
    }
    const times = browsers.map((): PopupTimes => ({ paint: [], paintAsleep: [], answer: [] }))
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, browser] of browsers.entries()) {
        const found = await popupTimes(browser)
        // The first round only warms up.
        if (round > 0) for (const [, part] of parts) times[at]?.[part].push(...found[part])
      }
    }
    return parts.map(([what, part, bound]) => {
      const [one = Number.NaN, many = Number.NaN] = times.map((all) => middle(all[part]))
      return {
        what: `${what}, 20 stores and 50,000 journal entries`,
        figure: `${many.toFixed(0)} ms`,
        baseline: `${one.toFixed(0)} ms, 1 store and none`,
        bound: `${bound} ${(many / one).toFixed(2)} of 1.3`,
      }
    })
  } finally {
    for (const browser of browsers) await browser.close()
    await practice.close()
  }
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
