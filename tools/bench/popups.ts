import { timeZone } from '../../src/browser/time-zone'
import { dayOf } from '../../src/domain/time/time'
import { fill, journalOf } from '../../test/bench/answer-latency'
import type { Browser } from '../../test/browsers/browser'
import { launch } from '../../test/browsers/launch'
import { startPractice } from '../../test/practice/server'
import { nowAt } from '../../test/support/time'
import { buildFirstVersion } from './first-version'
import { type Measured, type PageTimes, pageTimes, panel, popup } from './page-times'
import { dueChecklist, storedOf } from './state'
import type { Row } from './table'

const rounds = 10
const many = 200

type Series = { browser: Browser; page: Measured; times: PageTimes }

/**
 * The popup of a seller with one store, compared with an agency's two hundred and years of journal, with 0.1.0, and with
 * the panel. They take turns, so that other load on the machine affects all.
 */
export async function popups(): Promise<Row[]> {
  const first = buildFirstVersion()
  const practice = await startPractice()
  const browsers: Browser[] = []
  const started = async (stores: number, entries: number, dist?: string) => {
    const browser = await launch('chromium', practice, dist === undefined ? {} : { dist })
    browsers.push(browser)
    const today = dayOf(nowAt(Date.now(), timeZone()))
    await fill(browser, { ...storedOf(dueChecklist(stores, today)), ...journalOf(entries, new Date()) })
    return browser
  }
  try {
    const one = await started(1, 0)
    await beginRound(one)
    const ofPopup = seriesOf(one, popup)
    const ofPanel = seriesOf(one, panel)
    const ofMany = seriesOf(await started(many, 50_000), popup)
    const ofFirst = first === undefined ? undefined : seriesOf(await started(1, 0, first), popup)
    const all = [ofPopup, ofPanel, ofMany, ...(ofFirst ? [ofFirst] : [])]
    for (let round = 0; round <= rounds; round += 1) {
      for (const { browser, page, times } of all) {
        const found = await pageTimes(browser, page)
        // The first round only warms up.
        if (round > 0) for (const part of parts) times[part].push(...found[part])
      }
    }
    const agency = `, ${many} stores and 50,000 journal entries`
    const alone = '1 store and none'
    return [
      row(`popup, checklist painted${agency}`, 'paint', ofMany, ofPopup, alone, 1.3),
      row(
        `popup, first words painted, background asleep${agency}`,
        'paintAsleep',
        ofMany,
        ofPopup,
        alone,
        1.3,
      ),
      row(`popup, from a key to its answer painted${agency}`, 'answer', ofMany, ofPopup, alone, 1.3),
      ...(ofFirst
        ? [
            row('popup, checklist painted', 'paint', ofPopup, ofFirst, '0.1.0', 1),
            row('popup, first words painted, background asleep', 'paintAsleep', ofPopup, ofFirst, '0.1.0', 1),
            row('popup, from a key to its answer painted', 'answer', ofPopup, ofFirst, '0.1.0', 1),
            requests('popup', ofPopup, ofFirst, '0.1.0'),
          ]
        : []),
      row('panel, step of a round painted', 'paint', ofPanel, ofPopup, 'popup', 1),
      row('panel, first words painted, background asleep', 'paintAsleep', ofPanel, ofPopup, 'popup', 1),
      row('panel, from a key to the next step painted', 'answer', ofPanel, ofPopup, 'popup', 1),
      requests('panel', ofPanel, ofPopup, 'popup'),
    ]
  } finally {
    for (const browser of browsers) await browser.close()
    await practice.close()
  }
}

const parts = ['paint', 'paintAsleep', 'answer', 'messages'] as const
type Part = (typeof parts)[number]

const seriesOf = (browser: Browser, page: Measured): Series => ({
  browser,
  page,
  times: { paint: [], paintAsleep: [], answer: [], messages: [] },
})

/** Of the check that is due, and the panel shows it. */
async function beginRound(browser: Browser): Promise<void> {
  await browser.inExtension(`
    const ask = (request, argument) => chrome.runtime.sendMessage({ request, argument })
    const { id: window } = await chrome.windows.getCurrent()
    await ask('begin-round', { round: crypto.randomUUID() })
    await ask('keep-panel', { window, view: 'round' })`)
}

function row(what: string, part: Part, of: Series, than: Series, named: string, bound: number): Row {
  const [here, there] = [middle(of.times[part]), middle(than.times[part])]
  return {
    what,
    figure: `${here.toFixed(0)} ms`,
    baseline: `${there.toFixed(0)} ms, ${named}`,
    bound: `ratio ${(here / there).toFixed(2)} of ${bound}`,
  }
}

const requests = (page: string, of: Series, than: Series, named: string): Row => ({
  what: `${page}, messages to the background for one press`,
  figure: middle(of.times.messages).toFixed(1),
  baseline: `${middle(than.times.messages).toFixed(1)}, ${named}`,
})

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
