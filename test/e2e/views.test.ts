import { describe, expect, test } from 'vitest'
import { type Part, type Place, pagesOf, parts, placeWith } from '../../src/dashboard/navigation/router'
import { browserNames, type Tab, type Violation } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { type OwnPage, setStage, today } from './stage'

const nameOf = (part: Part) => text(`nav_${part}`)
const placeName = (place: Place) => text(`nav_place_${place}`)

const hasRead = `!document.querySelector('[aria-busy="true"]')`

/** The parts, and what lies behind or beside them, each with a heading that tells that it is there. */
const places: Readonly<Record<string, string>> = {
  ...Object.fromEntries(parts.map((part) => [part, nameOf(part)])),
  'playbooks/hijack': text('step_hijack_clean_seat_title'),
  'playbook/run-1': text('run_log'),
  'appeal/draft-1': text('appeal_hints_title'),
  welcome: text('welcome_title'),
}

/** By the address, as a link or the browser's own buttons would. */
async function goTo({ tab }: OwnPage, place: string): Promise<void> {
  await tab.evaluate(`location.hash = '#/${place}'`)
  await until(`the place ${place}`, () =>
    tab.evaluate<boolean>(`
      const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ innerText }) => innerText)
      return headings.includes(${JSON.stringify(places[place])}) && ${hasRead}`),
  )
}

const unfold = (tab: Tab) =>
  tab.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)

const widthOf = (tab: Tab) => tab.evaluate<number>('return document.documentElement.scrollWidth')

/**
 * WCAG 2.5.8: what is smaller than 24 by 24, label included. A link within a sentence is as high as its line and
 * exempt.
 */
const smallTargets = (tab: Tab) =>
  tab.evaluate<string[]>(`
    const isInSentence = (node) => node.localName === 'a' && getComputedStyle(node).display === 'inline'
      && node.parentElement.innerText.trim() !== node.innerText.trim()
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !isInSentence(node))
      .filter((node) => {
        const boxes = [node, node.closest('label')].filter(Boolean).map((one) => one.getBoundingClientRect())
        return !boxes.some(({ width, height }) => width >= 23.9 && height >= 23.9)
      })
      .map((node) => node.outerHTML.slice(0, 120))`)

describe.each(browserNames)('every view, in %s', (name) => {
  const stage = setStage(name)

  async function everywhere<T>(page: OwnPage, look: () => Promise<T>): Promise<Record<string, T>> {
    const argument = { run: 'run-1', playbook: 'funds-cleared', store: 'store-1' }
    await stage.send({ request: 'start-playbook', argument })
    const found: Record<string, T> = {}
    for (const place of Object.keys(places)) {
      await goTo(page, place)
      found[place] = await look()
    }
    return found
  }

  const nothing = (value: unknown) => Object.fromEntries(Object.keys(places).map((place) => [place, value]))

  test.each([{ dark: false }, { dark: true }])('axe finds nothing wrong (%o)', async (media) => {
    await stage.importYear('two-step-on', 'user-list-review')
    const dashboard = await stage.openDashboard()
    await dashboard.tab.emulate(media)
    await dashboard.tab.resize(1024, 768)
    const found = await everywhere(dashboard, async () => {
      const folded = await dashboard.tab.axe({ practices: true })
      await unfold(dashboard.tab)
      const unfolded = await dashboard.tab.axe({ practices: true })
      return [...folded, ...unfolded] satisfies Violation[]
    })
    expect(found).toEqual(nothing([]))
    // Narrow, the calendar is a list.
    await dashboard.tab.resize(320, 640)
    await goTo(dashboard, 'calendar')
    expect(await dashboard.tab.axe({ practices: true })).toEqual([])
    await dashboard.tab.emulate({})
  })

  test.each([320, 640, 1024])(
    'fits a window of %d px: no wider, targets of 24 px, "About 2 minutes" on one line, no column of single words',
    async (width) => {
      await stage.importYear('two-step-on', 'user-list-review')
      const dashboard = await stage.openDashboard()
      await dashboard.tab.resize(width, 640)
      const found = await everywhere(dashboard, async () => {
        await unfold(dashboard.tab)
        const isWider = (await widthOf(dashboard.tab)) > width
        const broken = await dashboard.tab.evaluate<number>(`
        return [...document.querySelectorAll('.minutes')]
          .filter((node) => node.offsetHeight > 1.5 * parseFloat(getComputedStyle(node).lineHeight)).length`)
        const squeezed = await dashboard.tab.evaluate<string[]>(`
        return [...document.querySelectorAll('p')]
          .filter((node) => node.checkVisibility() && node.innerText.length > 40)
          .filter((node) => node.clientWidth < 10 * parseFloat(getComputedStyle(node).fontSize))
          .filter((node) => getComputedStyle(node).display === 'block' && !node.matches('.visually-hidden'))
          .map((node) => node.innerText)`)
        return { isWider, small: await smallTargets(dashboard.tab), broken, squeezed }
      })
      expect(found).toEqual(nothing({ isWider: false, small: [], broken: 0, squeezed: [] }))
    },
  )

  test('each has an address, a title and a heading that takes the focus; back and forward work', async () => {
    // Nothing due: the number beside the checklist would be part of what its link says.
    await stage.leaveWaiting()
    const dashboard = await stage.openDashboard()
    const { tab } = dashboard
    expect(await tab.evaluate('return document.activeElement.localName')).toBe('body')
    for (const part of parts) {
      const place = placeWith(part)
      const isFirst = pagesOf(place)[0] === part
      await dashboard.press(isFirst ? placeName(place) : nameOf(part))
      await until(`the part ${part}`, () =>
        tab.evaluate<boolean>(
          `return document.activeElement.matches('h2') && document.activeElement.innerText === ${JSON.stringify(nameOf(part))}`,
        ),
      )
      expect(await tab.url()).toMatch(new RegExp(`#/${part}$`))
      const title = text('dashboard_title_part', { part: nameOf(part) })
      await until('the title', async () => (await tab.evaluate('return document.title')) === title)
      const current = await tab.evaluate<string[]>(
        `return [...document.querySelectorAll('nav [aria-current]')].map((link) => link.innerText)`,
      )
      const isAlone = pagesOf(place).length === 1
      expect(current).toEqual(isAlone ? [placeName(place)] : [placeName(place), nameOf(part)])
    }
    const isShown = (part: Part) => () =>
      tab.evaluate<boolean>(
        `return document.querySelector('h2.part').innerText === ${JSON.stringify(nameOf(part))}`,
      )
    await tab.evaluate('history.back()')
    await until('the part before', isShown(parts.at(-2) ?? 'checklist'))
    await tab.evaluate('history.forward()')
    await until('the last part', isShown(parts.at(-1) ?? 'checklist'))
  })

  test('a link to one check opens it and gives it the focus; a link to nothing gets a sentence', async () => {
    await stage.leaveWaiting('two-step-on')
    const dashboard = await stage.openDashboard()
    const { tab } = dashboard
    const focused = (title: string) =>
      until(`the focus on "${title}"`, () =>
        tab.evaluate<boolean>(`
          const node = document.activeElement
          return node.localName === 'summary' && node.parentElement.open && node.innerText.includes(${JSON.stringify(title)})`),
      )
    await tab.evaluate(`location.hash = '#/item/user-list-review'`)
    await focused(titleOf('user-list-review'))
    // In a tab of its own, as from a calendar.
    const own = await stage.browser.open(
      stage.browser.extensionUrl('src/dashboard/dashboard.html#/item/two-step-on'),
    )
    await until('the check', () =>
      own.evaluate<boolean>(`
        const node = document.activeElement
        return node.localName === 'summary' && node.innerText.includes(${JSON.stringify(titleOf('two-step-on'))})`),
    )
    const roomInRing = await own.evaluate<number>(`
      const ringed = [...document.querySelectorAll('main *')].find((node) => getComputedStyle(node).outlineStyle === 'solid')
      const ring = ringed.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(document.activeElement.nextElementSibling.querySelector('p'))
      const first = range.getBoundingClientRect()
      return Math.min(first.left - ring.left, ring.right - first.right, Math.abs(first.top - ring.bottom))`)
    expect(roomInRing, 'pixels between the ring of the focus and the first line').toBeGreaterThanOrEqual(8)
    await own.close()
    await tab.evaluate(`location.hash = '#/item/of-tomorrow'`)
    await dashboard.waitFor((seen) => seen.includes(text('route_unknown')))
    await tab.evaluate(`location.hash = '#/item/offboard-person'`)
    const notHere = text('route_not_for_store', { title: titleOf('offboard-person') })
    await dashboard.waitFor((seen) => seen.includes(notHere))
  })

  test('the calendar tells what was done and what comes due, and goes through the months', async () => {
    await stage.importYear('user-list-review')
    const dashboard = await stage.openDashboard('calendar')
    const { tab } = dashboard
    await tab.resize(1024, 768)
    const onDay = (day: string) =>
      until(day, () =>
        tab.evaluate<string | undefined>(`
          const cell = document.querySelector('td:has(time[datetime="${day}"])')
          for (const one of cell?.querySelectorAll('details') ?? []) one.open = true
          return cell?.innerText`),
      )
    const now = await onDay(today())
    expect(now).toContain(text('calendar_done'))
    expect(now).toContain(titleOf('two-step-on'))
    expect(await tab.evaluate('return document.querySelectorAll("td[aria-current=date]").length')).toBe(1)
    const month = () => tab.evaluate<string>('return document.querySelector(".month-choice h3").innerText')
    const here = await month()
    expect(await tab.accessible('table', here)).toBe(1)
    expect(await tab.accessible('navigation', text('nav_label'))).toBe(1)
    // Said by a screen reader, since it is the same element with another text.
    await tab.evaluate(`window.said = document.querySelector('.month-choice [aria-live=polite]')`)
    await dashboard.press(text('calendar_after'))
    await until('the next month', async () => (await month()) !== here)
    expect(await tab.evaluate('return said.isConnected && said.innerText')).toBe(await month())
    const focus = await tab.evaluate('return document.activeElement.innerText')
    expect(focus).toBe(text('calendar_after'))
    await tab.evaluate('history.back()')
    await until('the month before', async () => (await month()) === here)
    await onDay(today())
    await dashboard.press(titleOf('two-step-on'))
    await until('the check', () =>
      tab.evaluate<boolean>(
        `return document.activeElement.innerText.includes(${JSON.stringify(titleOf('two-step-on'))})`,
      ),
    )
  })

  test('a setting goes back to its default, alone and with all others', async () => {
    await stage.leaveWaiting('two-step-on')
    const dashboard = await stage.openDashboard('settings')
    const { tab } = dashboard
    const settings = async () => (await stage.stored())['settings'] as Record<string, unknown> | undefined
    const choose = (id: string, value: string) =>
      tab.evaluate(`
        const select = document.getElementById('${id}')
        select.value = '${value}'
        select.dispatchEvent(new Event('change', { bubbles: true }))`)
    await choose('cardsPerDay', '3')
    await until('the choice', async () => (await settings())?.['cardsPerDay'] === 3)
    await dashboard.press(text('settings_reset'))
    await until('the default', async () => !Object.hasOwn((await settings()) ?? {}, 'cardsPerDay'))
    // Its button is gone by now.
    expect(await tab.evaluate('return document.activeElement.id')).toBe('cardsPerDay')
    await choose('cardGapHours', '8')
    await choose('clock', '12-hour')
    await tab.click('[aria-labelledby=setting-badge] input')
    await until('the choices', async () => {
      const { cardGapHours, clock, badge } = (await settings()) ?? {}
      return cardGapHours === 8 && clock === '12-hour' && badge === false
    })
    await dashboard.press(text('settings_reset_all'))
    await tab.click('dialog button:last-child')
    await until('all defaults', async () => {
      const { cardGapHours, clock, badge } = (await settings()) ?? {}
      return cardGapHours === undefined && clock === undefined && badge === true
    })
    expect(await tab.evaluate('return document.activeElement.innerText')).toBe(text('settings_reset_all'))
    await dashboard.waitFor((seen) => !seen.includes(text('settings_reset')))
  })

  test('a date format and a clock are at once in every open view, outlast the background, and go back', async () => {
    await stage.leaveWaiting()
    const popup = await stage.openPopup()
    const checklist = await stage.openDashboard()
    const dashboard = await stage.openDashboard('settings')
    const { tab } = dashboard
    const choose = (id: string, value: string) =>
      tab.evaluate(`
        const select = document.getElementById('${id}')
        select.value = '${value}'
        select.dispatchEvent(new Event('change', { bubbles: true }))`)
    const inFigures = /\b\d{4}-\d\d-\d\d\b/
    const quietFrom = () =>
      tab.evaluate<string>('return document.querySelector("#quiet-from").selectedOptions[0].text')
    expect(await popup.text()).not.toMatch(inFigures)
    expect(await checklist.text()).not.toContain(today())
    expect(await quietFrom()).toMatch(/^8:00\sPM$/)
    await choose('dateFormat', 'yyyy-MM-dd')
    await popup.waitFor((seen) => inFigures.test(seen))
    await checklist.waitFor((seen) => seen.includes(today()))
    await choose('clock', '24-hour')
    await until('the clock', async () => (await quietFrom()) === '20:00')
    await stage.browser.stopBackground()
    await popup.tab.reload()
    await popup.waitFor((seen) => inFigures.test(seen))
    expect((await stage.stored())['settings']).toEqual({
      version: 1,
      dateFormat: 'yyyy-MM-dd',
      clock: '24-hour',
    })
    await dashboard.press(text('settings_reset'))
    await popup.waitFor((seen) => seen !== '' && !inFigures.test(seen))
    await checklist.waitFor((seen) => !seen.includes(today()))
    expect(await tab.evaluate('return document.activeElement.id')).toBe('dateFormat')
    await dashboard.press(text('settings_reset'))
    await until('the usual clock', async () => (await quietFrom()) !== '20:00')
    expect((await stage.stored())['settings']).toEqual({ version: 1 })
  })

  test('an interval of the seller’s own is among the settings, until it is the default again', async () => {
    await stage.leaveWaiting('two-step-on')
    const by = { id: 'event-1', store: 'store-1' }
    const answer = { kind: 'paced', every: 30 }
    await stage.send({
      request: 'change',
      argument: { ...by, kind: 'answered', item: 'two-step-on', answer },
    })
    const dashboard = await stage.openDashboard('settings')
    await dashboard.waitFor((seen) => seen.includes(titleOf('two-step-on')))
    await dashboard.press(text('settings_reset'))
    await dashboard.waitFor((seen) => seen.includes(text('settings_paces_none')))
    expect(await stage.recordOf('two-step-on')).not.toHaveProperty('pace')
    await until('the focus on the list', () =>
      dashboard.tab.evaluate<boolean>(`return document.activeElement.id === 'setting-paces'`),
    )
  })

  test('what is seen is told for every tab with a page of Seller Central, and for no other', async () => {
    await stage.leaveWaiting('two-step-on')
    await stage.visit('user-permissions')
    await stage.outcome()
    const dashboard = await stage.openDashboard('sees')
    const seen = await dashboard.waitFor((shown) => shown.includes(text('sees_site')))
    expect(seen).toContain('sellercentral.amazon.com')
    expect(seen.split(text('sees_site')).length - 1).toBe(1)
  })

  test('the line that tells of an answer is there before it speaks', async () => {
    await stage.leaveWaiting('two-step-on')
    const dashboard = await stage.openDashboard()
    await dashboard.tab.evaluate(`
      window.line = document.querySelector('.notice [role=status]')
      window.before = line.textContent`)
    await dashboard.press(text('answer_checked'), titleOf('two-step-on'))
    await until('the answer to be told', () =>
      dashboard.tab.evaluate<boolean>(
        `return before === '' && line.isConnected && line.textContent.includes(${JSON.stringify(titleOf('two-step-on'))})`,
      ),
    )
  })

  test('that line never lies over what the keyboard reaches', async () => {
    await stage.leaveWaiting('two-step-on')
    const { tab, press, waitFor } = await stage.openDashboard()
    await press(text('answer_checked'), titleOf('two-step-on'))
    await waitFor((seen) => seen.includes(text('undo')))
    for (const [width, height] of [
      [1280, 600],
      [320, 600],
    ] as const) {
      await tab.resize(width, height)
      await tab.evaluate(`scrollTo(0, 0); document.querySelector('main h2').focus()`)
      const reached: { top: number; line: number; inLine: boolean }[] = []
      for (let presses = 0; presses < 30; presses += 1) {
        await tab.press('Tab')
        reached.push(
          await tab.evaluate(`
            const line = document.querySelector('.notice')
            return {
              top: document.activeElement.getBoundingClientRect().top,
              line: line.getBoundingClientRect().top,
              inLine: line.contains(document.activeElement),
            }`),
        )
      }
      expect(reached.filter(({ top, line, inLine }) => !inLine && top > line - 10)).toEqual([])
    }
  })

  test('the circle of a check that is due is level with its title', async () => {
    await stage.leaveWaiting('two-step-on')
    const { tab, waitFor } = await stage.openDashboard()
    await waitFor((seen) => seen.includes(titleOf('two-step-on')))
    const [title, circle] = await tab.evaluate<[number, number]>(`
      const middle = ({ top, bottom }) => (top + bottom) / 2
      const tick = document.querySelector('.tick')
      // A box in the place of the drawn circle, which has no box that a script can ask for.
      const stand = tick.appendChild(document.createElement('i'))
      stand.style.cssText = 'width: 19px; height: 19px'
      const circle = middle(stand.getBoundingClientRect())
      stand.remove()
      return [middle(tick.parentElement.querySelector('h4').getBoundingClientRect()), circle]`)
    expect(Math.abs(title - circle)).toBeLessThan(2)
  })
})
