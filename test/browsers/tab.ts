import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Card, CardButton, Point, Rect, Tab } from './browser'
import { until } from './wait'

/** What a driver must do with one tab; the rest of `Tab` is built on it, once for both browsers. */
export type TabDriver = Pick<
  Tab,
  | 'goto'
  | 'reload'
  | 'url'
  | 'close'
  | 'evaluate'
  | 'press'
  | 'bringToFront'
  | 'resize'
  | 'emulate'
  | 'accessible'
  | 'screenshot'
  | 'beforeScripts'
> & {
  clickAt(point: Point): Promise<void>
  hover(point: Point): Promise<void>
  /** Runs a function's body with the card's closed root as `root`; undefined if there is no such root. */
  inCard<T>(body: string): Promise<{ value: T } | undefined>
}

export function tabOver(driver: TabDriver): Tab {
  const tab: Tab = {
    ...driver,
    async click(target) {
      if (typeof target !== 'string') return driver.clickAt(target)
      const point = await until(`${target} to be where it can be clicked`, () =>
        driver.evaluate<Point | undefined>(`
          const node = document.querySelector(${JSON.stringify(target)})
          ${clickablePoint}`),
      )
      await driver.clickAt(point)
    },
    async resize(width, height) {
      await driver.resize(width, height)
      // The page gets its new size a moment later, and a press before that goes where the button was.
      await until(`a width of ${width}`, async () => {
        const inner = await driver.evaluate<number>('return innerWidth')
        // Firefox's sidebar is no narrower than 216, and a scroll bar takes its part.
        return Math.abs(inner - width) < 30
      })
    },
    async axe(options = {}) {
      await loadAxe(driver.evaluate)
      return driver.evaluate(runAxe('document', options))
    },
    async card() {
      const found = await driver.inCard<boolean>(`return ${isOpen}`)
      return found?.value ? cardOver(driver) : undefined
    },
    waitForCard: (timeout) => until('a card', () => tab.card(), timeout),
    async waitForNoCard(timeout) {
      await until('the card to go', async () => !(await tab.card()), timeout)
    },
  }
  return tab
}

function cardOver(driver: TabDriver): Card {
  async function evaluate<T>(body: string): Promise<T> {
    const found = await driver.inCard<T>(body)
    if (!found) throw new Error('The card is gone')
    return found.value
  }

  async function button(name: string | RegExp): Promise<CardButton> {
    const wanted = typeof name === 'string' ? JSON.stringify(name) : String(name)
    const find = `${controls}
      const wanted = ${wanted}
      const found = controls().find((node) => wanted instanceof RegExp ? wanted.test(nameOf(node)) : nameOf(node) === wanted)`
    const rectOf = `${find}; return found && ${plainRect('found')}`
    const rect = await until(`${wanted} in the card`, () => evaluate<Rect | undefined>(rectOf)).catch(
      async (error) => {
        const there = await card.buttons().catch(() => [])
        throw new Error(`${error instanceof Error ? error.message : error}. Found: ${there.join(' | ')}`)
      },
    )
    return {
      rect,
      async click({ atOnce = false } = {}) {
        if (!atOnce) await card.settled()
        const at = await evaluate<{ point: Point; over: string }>(`${find}
          if (!found) return { over: 'it is gone' }
          found.scrollIntoView({ block: 'nearest' })
          const { x, y, width, height } = found.getBoundingClientRect()
          const point = { x: x + width / 2, y: y + height / 2 }
          const hit = root.elementFromPoint(point.x, point.y)
          return { point, over: hit && found.contains(hit) ? '' : 'it is covered by ' + (hit?.outerHTML.slice(0, 80) ?? 'nothing: outside the view') }`)
        if (at.over && !atOnce) throw new Error(`${wanted} cannot be clicked: ${at.over}`)
        await driver.clickAt(at.point)
      },
      focus: () => evaluate(`${find}; found.focus()`),
    }
  }

  const card: Card = {
    evaluate,
    button,
    text: () =>
      evaluate(`return [...root.children].filter((node) => node.localName !== 'style')
        .map((node) => node.innerText).join('\\n').replace(/\\n{2,}/g, '\\n').trim()`),
    html: () => evaluate('return root.innerHTML'),
    buttons: () => evaluate(`${controls}; return controls().map(nameOf)`),
    links: () =>
      evaluate(`${controls}
        return controls().filter((node) => node.href).map((node) => ({ text: nameOf(node), href: node.href }))`),
    rect: () => evaluate(`return ${plainRect(box)}`),
    async focused() {
      const name = await evaluate<string | null>(
        `${controls}; const node = root.activeElement; return node && (nameOf(node) || node.localName)`,
      )
      return name ?? undefined
    },
    async settled(milliseconds = 800) {
      let last = ''
      let since = Date.now()
      await until('the card to stay in one place', async () => {
        const now = await evaluate<string>(`return ${isOpen} ? JSON.stringify(${plainRect(box)}) : ''`)
        if (now !== last) since = Date.now()
        last = now
        return now !== '' && Date.now() - since >= milliseconds
      })
    },
    async axe(options = {}) {
      await loadAxe(evaluate)
      return evaluate(`${lookInside}\ntry { ${runAxe('root.host', options)} } finally { lookAway() }`)
    },
  }
  return card
}

const isOpen = `[root.host, ...root.querySelectorAll('[popover]')].some((node) => node.matches(':popover-open'))`

/** The visible part of the card. */
const box = `([...root.querySelectorAll('[popover]')].find((node) => node.matches(':popover-open')) ?? root.host)`

const plainRect = (node: string) =>
  `(({ x, y, width, height }) => ({ x, y, width, height }))(${node}.getBoundingClientRect())`

const controls = `
  const nameOf = (node) => {
    const by = node.getAttribute('aria-labelledby')
    const name = node.getAttribute('aria-label') ?? (by ? root.getElementById(by) : node)?.textContent ?? ''
    return name.replace(/\\s+/g, ' ').trim()
  }
  const controls = () =>
    [...root.querySelectorAll('button, a[href], summary, [role=button]')]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))`

/**
 * The last lines of a function's body: scrolls to `node` and returns the point where a press would meet it, or undefined
 * while it is hidden, covered, or still moving. A page in the background draws no frames, so the wait for one ends.
 */
export const clickablePoint = `
  node?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  const before = node?.getBoundingClientRect()
  if (!before?.width) return
  await new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done))
    setTimeout(done, 200)
  })
  const box = node.getBoundingClientRect()
  if (['x', 'y', 'width', 'height'].some((side) => box[side] !== before[side])) return
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return node.contains(document.elementFromPoint(point.x, point.y)) ? point : undefined`

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Once a document: it is half a megabyte, which takes longer to send than most pages take to check. */
async function loadAxe(evaluate: <T>(body: string) => Promise<T>): Promise<void> {
  if (!(await evaluate<boolean>('return Boolean(globalThis.axe)'))) await evaluate(axeSource)
}

/**
 * axe only enters open roots, and checks contrast only inside the body, while the card may be outside. Both
 * are patched in the page's document and restored; the card and the extension's world stay unchanged.
 */
const lookInside = `
  const { host } = root
  Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true })
  document.createTreeWalker = (start, ...rest) => {
    const walker = Document.prototype.createTreeWalker.call(document, start, ...rest)
    const more = start === document.body && !start.contains(host) ? [host] : []
    return { currentNode: walker.currentNode, nextNode: () => walker.nextNode() ?? more.shift() ?? null }
  }
  const lookAway = () => {
    delete host.shadowRoot
    delete document.createTreeWalker
  }`

const runAxe = (what: string, { strict = false, practices = false }) => `
  const { violations, incomplete } = await axe.run(${what}, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', ${practices ? "'best-practice'" : ''}] },
    resultTypes: ['violations', 'incomplete'],
    iframes: false,
    preload: false,
  })
  const undecided = ${strict} ? incomplete.filter(({ id }) => id === 'color-contrast') : []
  return [...violations, ...undecided].map(({ id, impact, help, nodes }) => ({
    rule: id, impact, help, nodes: nodes.map((node) => ({ target: node.target.flat().join(' '), why: node.failureSummary })),
  }))`
