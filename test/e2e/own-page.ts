import type { Browser, Tab } from '../browsers/browser'
import { clickablePoint } from '../browsers/tab'
import { until } from '../browsers/wait'
import { text } from '../support/messages'

/** One of the extension's own pages. */
export type OwnPage = {
  tab: Tab
  text(): Promise<string>
  /** Waits until the page's text fits. */
  waitFor(fits: (seen: string) => boolean): Promise<string>
  /** A trusted click on a button, link or summary by its text, in the row of a check if one is named. */
  press(label: string, check?: string): Promise<void>
  /** The text of a check's row, unfolded. */
  chore(title: string): Promise<string>
}

export function ownPageIn(tab: Tab): OwnPage {
  /** The row of a check, unfolded with everything around it; or the whole page. */
  const within = (check: string | undefined) =>
    check === undefined
      ? 'const place = document.body'
      : `
        const rest = document.querySelector('.rest')
        if (rest) rest.open = true
        const place = [...document.querySelectorAll('.item')]
          .find((node) => node.querySelector('h3, h4').innerText.includes(${JSON.stringify(check)}))
        if (place?.localName === 'details') place.open = true`
  const page: OwnPage = {
    tab,
    text: () => tab.evaluate('return document.body.innerText'),
    waitFor(fits) {
      return until('the page to say what was expected', async () => {
        const seen = await page.text()
        return fits(seen) && seen
      })
    },
    async press(label, check) {
      await until(`"${label}" to be pressed`, async () => {
        const point = await tab.evaluate<{ x: number; y: number } | undefined>(`
          ${within(check)}
          const node = [...(place?.querySelectorAll('button, a, summary') ?? [])]
            .find((one) => one.innerText.trim() === ${JSON.stringify(label)} && one.checkVisibility())
          window.isPressed = false
          node?.addEventListener('click', () => { window.isPressed = true }, { once: true, capture: true })
          ${clickablePoint}`)
        if (!point) return false
        await tab.click(point)
        // The button may have moved between the look and the click, if the page was drawn again. If the click
        // led to another page, `isPressed` is undefined, or nobody is there to tell.
        return (await tab.evaluate<boolean>('return window.isPressed').catch(() => true)) !== false
      })
    },
    chore: (title) =>
      until(`${title} on the page`, () => tab.evaluate<string>(`${within(title)}; return place?.innerText`)),
  }
  return page
}

/** The panel that a press opens, once it can be used. */
export async function panelOpenedBy(browser: Browser, press: () => Promise<void>): Promise<OwnPage> {
  const before = await browser.panels()
  await press()
  const panel = await until('the panel', async () =>
    (await browser.panels()).find((one) => !before.includes(one)),
  )
  const page = ownPageIn(panel)
  await page.waitFor((seen) => seen.includes(text('panel_keys')))
  return page
}

/** Opens the panel of the window that a tab of ours is in. */
export const openPanel = (browser: Browser, from: Tab) =>
  panelOpenedBy(browser, () => from.click(`button[title="${text('open_panel')}"]`))

/** What the panel shows of a round: the check of the current step, or how the round ended. */
export const stepTitle = (panel: OwnPage) =>
  panel.tab.evaluate<string>(`return document.querySelector('h1').innerText`)

/** In a step of a round: the link to the page where its check is done. */
export const stepLink = '.step a.primary'

/** Where that link leads; undefined if its page is in front, or it is done on none of Amazon's. */
export async function pageOfStep(panel: OwnPage): Promise<string | undefined> {
  const shown = await until('where the check is done', () =>
    panel.tab.evaluate<{ href?: string } | undefined>(`
      const place = document.querySelector('${stepLink}, .step :is(.here, .where-else)')
      return place ? { href: place.href } : undefined`),
  )
  return shown.href
}

/** Waits for the page of a step in one of the tabs. On a page that belongs to the login, the panel learns nothing of it. */
export async function openedByStep(browser: Browser, href: string): Promise<void> {
  await until(`a tab with ${href}`, async () => {
    for (const tab of await browser.tabs()) if ((await tab.url()) === href) return true
    return false
  })
}

/**
 * What axe finds wrong with a panel in both themes, as narrow as it can be and wider, and what is wider than it is. Firefox
 * keeps the last width for the panels after it: that of most panels.
 */
export async function wrongWith({ tab }: OwnPage): Promise<unknown[]> {
  const wrong: unknown[] = []
  const placeBars = (position: string) =>
    tab.evaluate(
      `for (const bar of document.querySelectorAll('footer, .round-bar')) bar.style.position = '${position}'`,
    )
  // What a bar at the edge of the window happens to cover can be scrolled to.
  await placeBars('static')
  for (const media of [{ dark: true }, { dark: false }]) {
    await tab.emulate(media)
    for (const width of [600, 193, 360]) {
      await tab.resize(width, 600)
      const shown = await tab.evaluate<number>('return innerWidth')
      const needed = await tab.evaluate<number>('return document.documentElement.scrollWidth')
      if (needed > shown) wrong.push({ ...media, width, needed })
      wrong.push(...(await tab.axe()))
    }
  }
  // Below what is still being loaded they would move away from a press.
  await placeBars('')
  return wrong
}
