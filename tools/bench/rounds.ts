import { emptyChecklist, recordKey } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { showingsKind } from '../../src/storage/kinds/card-history'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { fill } from '../../test/bench/answer-latency'
import type { Browser } from '../../test/browsers/browser'
import { launch } from '../../test/browsers/launch'
import { until } from '../../test/browsers/wait'
import { openedByStep, pageOfStep, panelOpenedBy, stepLink, stepTitle } from '../../test/e2e/own-page'
import { practiceAddress } from '../../test/practice/pages'
import { startPractice } from '../../test/practice/server'
import { text } from '../../test/support/messages'
import { buildFirstVersion } from './first-version'
import type { Row } from './table'

const popupPage = 'src/popup/popup.html'
const front = 'sellercentral.amazon.com'

type Walk = { due: number; presses: number; seconds: number }

/** From all essential checks due to none, on the practice site: by the round, and by the popup of 0.1.0. */
export async function rounds(): Promise<Row[]> {
  const first = buildFirstVersion()
  if (first === undefined) return []
  const practice = await startPractice()
  try {
    const walks: Walk[] = []
    for (const { dist, walk } of [
      { dist: 'dist/chrome', walk: byRound },
      { dist: first, walk: byPopup },
    ]) {
      const browser = await launch('chromium', practice, { dist })
      try {
        walks.push(await walked(browser, walk))
      } finally {
        await browser.close()
      }
    }
    const [now, before] = walks as [Walk, Walk]
    const said = ({ due, presses, seconds }: Walk) => `${presses} presses for ${due}, ${seconds.toFixed(1)} s`
    return [
      {
        what: 'from all essential checks due to none, driven without a pause',
        figure: said(now),
        baseline: `${said(before)}, 0.1.0`,
        bound: `presses ${(now.presses / before.presses).toFixed(2)} of 0.5`,
      },
    ]
  } finally {
    await practice.close()
  }
}

type Press = (act?: () => Promise<void>) => Promise<void>

async function walked(browser: Browser, walk: (browser: Browser, press: Press) => Promise<void>) {
  await fill(browser, essentialsDue())
  const due = await dueIn(browser)
  await browser.open(practiceAddress('account-health', front))
  let presses = 0
  const start = performance.now()
  await walk(browser, async (act) => {
    presses += 1
    await act?.()
  })
  const seconds = (performance.now() - start) / 1000
  const left = await dueIn(browser)
  if (left > 0) throw new Error(`${left} checks are still due`)
  return { due, presses, seconds }
}

/** Everything else was checked today, and no card comes today. */
function essentialsDue(): Record<string, unknown> {
  const [store] = emptyChecklist.stores
  if (!store) throw new Error('There is no store')
  const today = new Date().toISOString().slice(0, 10)
  const done = items.filter(({ severity, cadence }) => severity !== 'essential' && cadence.kind !== 'event')
  const now = Date.now()
  return {
    [storesKind.prefix]: storesKind.encode({ stores: [{ ...store, fronts: [front] }], current: store.id }),
    [showingsKind.prefix]: showingsKind.encode({ since: 0, opened: true, shown: [now, now] }),
    ...Object.fromEntries(
      done.map((item) => [
        recordPrefix + recordKey(item, store),
        recordKind.encode({ checked: today, events: [] }),
      ]),
    ),
  }
}

async function dueIn(browser: Browser): Promise<number> {
  return browser.inExtension<number>(
    `return (await chrome.runtime.sendMessage({ request: 'overview', argument: null })).ok.counted`,
  )
}

/** One press on the toolbar's button. */
async function openPopup(browser: Browser, press: Press) {
  await press()
  const popup = await browser.open(browser.extensionUrl(popupPage))
  await until('the popup', () => popup.evaluate<boolean>(`return document.querySelector('.next') !== null`))
  return popup
}

async function byRound(browser: Browser, press: Press): Promise<void> {
  const popup = await openPopup(browser, press)
  const panel = await panelOpenedBy(browser, () => press(() => popup.click('a[href$="#/checklist/due"]')))
  // As the browser does.
  await popup.close()
  let isInFront: string | undefined
  for (;;) {
    const title = await stepTitle(panel)
    if (title === text('round_finished')) {
      if ((await dueIn(browser)) === 0) return
      // What takes longer is a round of its own.
      await press(() => panel.press(text('round_close')))
      await press(() => panel.tab.click('.start button.primary'))
    } else {
      const href = await pageOfStep(panel)
      if (href !== undefined && href !== isInFront) {
        await press(() => panel.tab.click(stepLink))
        await openedByStep(browser, href)
        isInFront = href
      }
      await press(() => panel.press(text('answer_checked')))
    }
    await until('the next step', async () => (await stepTitle(panel)) !== title)
  }
}

/** A press on a link closes the popup, so it is opened again for the answer. */
async function byPopup(browser: Browser, press: Press): Promise<void> {
  const link = '.next .item a[aria-keyshortcuts]'
  let isInFront: string | undefined
  for (;;) {
    const popup = await openPopup(browser, press)
    for (;;) {
      const next = () =>
        popup.evaluate<string | null>(`return document.querySelector('${link}')?.href ?? null`)
      const title = () => popup.evaluate<string>(`return document.querySelector('.next').innerText`)
      const href = await next()
      if (href === null) return
      if (href !== isInFront) {
        await press(() => popup.click(link))
        isInFront = href
        break
      }
      const before = await title()
      await press(() => popup.click('.next .item button[aria-keyshortcuts="C"]'))
      await until('the next check', async () => (await title()) !== before)
    }
    await popup.close()
  }
}
