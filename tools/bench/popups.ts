import { timeZone } from '../../src/browser/time-zone'
import { dayOf } from '../../src/domain/time/time'
import { fill, journalOf } from '../../test/bench/answer-latency'
import type { Browser } from '../../test/browsers/browser'
import { launch } from '../../test/browsers/launch'
import { startPractice } from '../../test/practice/server'
import { nowAt } from '../../test/support/time'
import { buildFirstVersion } from './first-version'
import { home, type Measured, type PageTimes, pageTimes, panel, popup } from './page-times'
import { dueChecklist, storedOf } from './state'
import type { Row } from './table'

const rounds = 10
const many = 200

type Series = { browser: Browser; page: Measured; times: PageTimes }

/**
 * The popup, the panel and the home page of a seller with one store, compared with an agency's two hundred and years of
 * journal, and the popup with 0.1.0. They take turns, so that other load on the machine affects all.
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
    const agency = await started(many, 50_000)
    await beginRound(agency)
    const pages = { popup, panel, home }
    const alone = seriesIn(one, pages)
    const among = seriesIn(agency, pages)
    const ofFirst = first === undefined ? undefined : seriesOf(await started(1, 0, first), popup)
    const all = [...Object.values(alone), ...Object.values(among), ...(ofFirst ? [ofFirst] : [])]
    for (let round = 0; round <= rounds; round += 1) {
      for (const { browser, page, times } of all) {
        const found = await pageTimes(browser, page)
        // The first round only warms up.
        if (round > 0) for (const part of [...parts, 'messages'] as const) times[part].push(...found[part])
      }
    }
    return [
      ...names.flatMap((name) =>
        parts
          .filter((part) => alone[name].times[part].length > 0)
          .map((part) =>
            row(name, part, among[name], alone[name], `${many} stores and 50,000 entries`, '1 store', 1.3),
          ),
      ),
      ...(ofFirst
        ? parts.map((part) => row('popup', part, alone.popup, ofFirst, '1 store', '0.1.0', 1))
        : []),
      ...parts.map((part) => row('panel', part, alone.panel, alone.popup, '1 store', 'popup', 1)),
      ...(ofFirst ? [requests('popup', alone.popup, ofFirst, '0.1.0')] : []),
      requests('panel', alone.panel, alone.popup, 'popup'),
    ]
  } finally {
    for (const browser of browsers) await browser.close()
    await practice.close()
  }
}

const names = ['popup', 'panel', 'home'] as const
type Name = (typeof names)[number]

const said = {
  paint: 'painted',
  paintAsleep: 'painted, background asleep',
  firstAsleep: 'first words painted, background asleep',
  answer: 'from a key to its answer painted',
} as const
type Part = keyof typeof said
const parts = Object.keys(said) as Part[]

const seriesOf = (browser: Browser, page: Measured): Series => ({
  browser,
  page,
  times: { paint: [], paintAsleep: [], firstAsleep: [], answer: [], messages: [] },
})

const seriesIn = (browser: Browser, pages: Readonly<Record<Name, Measured>>): Record<Name, Series> => ({
  popup: seriesOf(browser, pages.popup),
  panel: seriesOf(browser, pages.panel),
  home: seriesOf(browser, pages.home),
})

/** Of the check that is due, and the panel shows it. */
async function beginRound(browser: Browser): Promise<void> {
  await browser.inExtension(`
    const ask = (request, argument) => chrome.runtime.sendMessage({ request, argument })
    const { id: window } = await chrome.windows.getCurrent()
    await ask('begin-round', { round: crypto.randomUUID() })
    await ask('keep-panel', { window, view: 'round' })`)
}

function row(
  page: Name,
  part: Part,
  of: Series,
  than: Series,
  here: string,
  there: string,
  bound: number,
): Row {
  const [figure, baseline] = [of.times[part], than.times[part]]
  return {
    what: `${page}, ${said[part]}, ${here}`,
    figure: spread(figure),
    baseline: `${spread(baseline)}, ${there}`,
    bound: `ratio ${(middle(figure) / middle(baseline)).toFixed(2)} of ${bound}`,
  }
}

/** The median, and the middle half of the times. */
function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN).toFixed(0)
  return `${middle(times).toFixed(0)} ms (${at(0.25)}–${at(0.75)})`
}

const requests = (page: string, of: Series, than: Series, named: string): Row => ({
  what: `${page}, messages to the background for one press`,
  figure: middle(of.times.messages).toFixed(1),
  baseline: `${middle(than.times.messages).toFixed(1)}, ${named}`,
})

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
