import { emptyChecklist, recordKey } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { showingsKind } from '../../src/storage/kinds/card-history'
import { recordKind, recordPrefix } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { fill } from '../../test/bench/answer-latency'
import type { Browser } from '../../test/browsers/browser'
import { launch } from '../../test/browsers/launch'
import { until } from '../../test/browsers/wait'
import { openedByStep, pageOfStep, panelOpenedBy, stepTitle } from '../../test/e2e/own-page'
import { practiceAddress } from '../../test/practice/pages'
import { startPractice } from '../../test/practice/server'
import { text } from '../../test/support/messages'
import { buildFirstVersion } from './first-version'
import type { Row } from './table'

const popupPage = 'src/popup/popup.html'
const front = 'sellercentral.amazon.com'

type Walk = { due: number; presses: number; seconds: number }

/**
 * From all essential checks due to none, on the practice site: by the round, as after "Open each check's page as I go",
 * and by the popup of 0.1.0.
 */
export async function rounds(): Promise<Row[]> {
  const first = buildFirstVersion()
  if (first === undefined) return []
  const practice = await startPractice()
  try {
    const ofFirst = await walkIn(practice, first, byPopup)
    const rows: Row[] = []
    for (const [longer, what] of [
      ['planned', 'from all essential checks due to none, the two longer ones planned'],
      ['checked', 'from all essential checks due to none, each of them checked'],
    ] as const) {
      const now = await walkIn(practice, 'dist/chrome', (browser, press) => byRound(browser, press, longer))
      rows.push({
        what: `${what}; driven without a pause`,
        figure: said(now),
        baseline: `${said(ofFirst)}, 0.1.0`,
        bound: `presses ${(now.presses / ofFirst.presses).toFixed(2)} of 0.5`,
      })
    }
    return rows
  } finally {
    await practice.close()
  }
}

const said = ({ due, presses, seconds }: Walk) => `${presses} presses for ${due}, ${seconds.toFixed(1)} s`

async function walkIn(
  practice: Awaited<ReturnType<typeof startPractice>>,
  dist: string,
  walk: (browser: Browser, press: Press) => Promise<void>,
): Promise<Walk> {
  const browser = await launch('chromium', practice, { dist })
  try {
    return await walked(browser, walk)
  } finally {
    await browser.close()
  }
}

type Press = (act?: () => Promise<void>) => Promise<void>

async function walked(browser: Browser, walk: (browser: Browser, press: Press) => Promise<void>) {
  await fill(browser, essentialsDue())
  const due = await dueIn(browser)
  // 0.1.0 refuses it.
  await browser.inExtension(
    `await chrome.runtime.sendMessage({ request: 'choose', argument: { roundOpensPages: true } })`,
  )
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

async function byRound(browser: Browser, press: Press, longer: 'planned' | 'checked'): Promise<void> {
  const popup = await openPopup(browser, press)
  const panel = await panelOpenedBy(browser, () => press(() => popup.click('a[href$="#/checklist/due"]')))
  // As the browser does.
  await popup.close()
  let isInFront: string | undefined
  for (;;) {
    const title = await stepTitle(panel)
    const isOver = title === text('round_finished')
    if (isOver && (await dueIn(browser)) === 0) return
    if (isOver && longer === 'planned') {
      await press(() => panel.press(text('round_put_off_next_week')))
      await until('nothing to be due', async () => (await dueIn(browser)) === 0)
      return
    }
    if (isOver) await press(() => panel.tab.click('.step > .choices button:not(.primary)'))
    else {
      const href = await pageOfStep(panel)
      if (href !== undefined && href !== isInFront) await openedByStep(browser, href)
      isInFront = href ?? isInFront
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
