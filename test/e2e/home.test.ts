import { describe, expect, test } from 'vitest'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { firstStore, setStage, today } from './stage'

const outlook = `document.querySelector('#outlook')?.innerText`

describe.each(browserNames)('the home page, in %s', (name) => {
  const stage = setStage(name)

  async function openHome() {
    const page = await stage.openDashboard('home')
    await until('the last entries to be read', () =>
      page.tab.evaluate<boolean>(`return !document.querySelector('[aria-busy="true"]')`),
    )
    return page
  }

  /** As an agency has them, all on one site. */
  async function keepStores(count: number): Promise<void> {
    const stores = Array.from({ length: count }, (_, index) => ({
      ...firstStore,
      id: `store-${index + 1}`,
      login: `login-${index + 1}`,
      name: `Client ${index + 1}`,
    }))
    await stage.store({ [storesKind.prefix]: storesKind.encode({ stores, current: 'store-1' }) })
  }

  test('a new seller starts with the essentials; the button leads to what is due', async () => {
    const page = await openHome()
    expect(await page.tab.evaluate(`return ${outlook}`)).toBe(text('home_first_other', { count: '9' }))
    await page.tab.click('a.start')
    await until('the checks that are due', () =>
      page.tab.evaluate<boolean>(
        `return location.hash === '#/checklist/due' && document.querySelectorAll('main .row').length === 9`,
      ),
    )
  })

  test('an answer in another view is on the home page at once', async () => {
    await stage.leaveWaiting('two-step-on', 'user-list-review')
    const page = await openHome()
    await page.waitFor((seen) => seen.includes(text('home_due_other', { count: '2' })))
    const answer = { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } }
    const argument = { id: 'event-1', store: 'store-1', ...answer }
    await stage.send({ request: 'change', argument })
    await page.waitFor(
      (seen) =>
        seen.includes(text('home_due_one', { count: '1' })) &&
        seen.includes(text('journal_checked', { title: titleOf('two-step-on') })),
    )
  })

  test('all of a tile is a link to the checks of its area', async () => {
    await stage.leaveWaiting('user-list-review')
    const { tab } = await openHome()
    // At the corner where no word is.
    const corner = await tab.evaluate<{ x: number; y: number }>(`
      const tile = document.querySelector('a[href="#/checklist/people"]').closest('li')
      tile.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { right, bottom } = tile.getBoundingClientRect()
      return { x: right - 6, y: bottom - 6 }`)
    await tab.click(corner)
    await until('the area', async () => (await tab.url()).endsWith('#/checklist/people'))
  })

  test('the days are a chart and the same as a table', async () => {
    await stage.importYear('two-step-on')
    const { tab } = await openHome()
    const argument = {
      ...{ id: 'event-1', store: 'store-1', kind: 'payouts-told' },
      rhythm: { kind: 'every', days: 14, from: today() },
    }
    await stage.send({ request: 'change', argument })
    await until('the payouts', () =>
      tab.evaluate<boolean>(`return document.querySelectorAll('[data-payout]').length === 3`),
    )
    await tab.click('section[aria-labelledby=weeks] summary')
    const [drawn, told] = await tab.evaluate<[string[], string[]]>(`
      const part = document.querySelector('section[aria-labelledby=weeks]')
      return [
        [...part.querySelectorAll('.weeks [role=img]')].map((one) => one.getAttribute('title').split(':')[0]),
        [...part.querySelectorAll('tbody th')].map((one) => one.innerText),
      ]`)
    expect(drawn.length).toBeGreaterThan(3)
    expect(told).toEqual(drawn)
  })

  test('in the seller’s own colors the dots, the segments and the ring are still drawn', async () => {
    const { tab } = await openHome()
    await tab.emulate({ forcedColors: true })
    const isDrawn = await tab.evaluate<boolean[]>(`
      const of = (selector) => getComputedStyle(document.querySelector(selector))
      const ground = of('.day').backgroundColor
      return [
        of('.day [data-is=due]').backgroundColor !== ground,
        of('.tile [data-is=due]').borderTopColor !== ground,
        of('.ring path').stroke !== ground,
      ]`)
    expect(isDrawn).toEqual([true, true, true])
    await tab.emulate({})
  })

  test('two hundred stores are searched, sorted and chosen within the page', async () => {
    await keepStores(200)
    const { tab } = await openHome()
    await tab.resize(1024, 768)
    const names = () =>
      tab.evaluate<string[]>(
        `return [...document.querySelectorAll('.stores tbody button')].map((one) => one.innerText)`,
      )
    await until('all stores', async () => (await names()).length === 200)
    const [height, isStuck] = await tab.evaluate<[number, boolean]>(`
      const box = document.querySelector('.stores')
      box.scrollTop = box.scrollHeight
      const [top, head] = [box, box.querySelector('thead th')].map((one) => one.getBoundingClientRect().top)
      return [box.clientHeight, Math.abs(top - head) < 3]`)
    expect(height).toBeLessThan(500)
    expect(isStuck, 'the head stays in sight').toBe(true)
    await tab.click('.stores th:first-child button')
    const [first = ''] = await names()
    expect(await tab.evaluate(`return document.querySelector('.stores [aria-sort]').innerText`)).toBe(
      text('home_stores_name'),
    )
    await tab.click('.stores th:first-child button')
    await until('the other way round', async () => (await names()).at(-1) === first)
    await tab.click('#store-search')
    for (const key of '117') await tab.press(key)
    await until('the store that was searched', async () => (await names()).length === 1)
    await tab.click('.stores tbody button')
    await until('the store to be shown', () =>
      tab.evaluate<boolean>(
        `return document.querySelector('.stores [aria-current]') !== null && document.activeElement.id === 'outlook'`,
      ),
    )
  })

  test.each([{ dark: false }, { dark: true }, { forcedColors: true }])(
    'axe finds nothing wrong, with many stores (%o)',
    async (media) => {
      await keepStores(12)
      const { tab } = await openHome()
      await tab.emulate(media)
      await tab.resize(1024, 768)
      await tab.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
      expect(await tab.axe({ practices: true })).toEqual([])
      await tab.emulate({})
    },
  )

  test.each([1, 12])('is no wider than a window of 320 px, with %d stores', async (count) => {
    await keepStores(count)
    const { tab } = await openHome()
    await tab.resize(320, 640)
    await tab.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
    expect(await tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })

  test('next to a long title, what is due is still one line', async () => {
    await stage.send({ request: 'choose', argument: { language: 'de' } })
    const { tab } = await openHome()
    await tab.resize(1280, 800)
    const broken = await tab.evaluate<string[]>(`
      return [...document.querySelectorAll('.tile-due')]
        .filter((one) => one.offsetHeight > 1.9 * parseFloat(getComputedStyle(one).fontSize))
        .map((one) => one.closest('li').innerText)`)
    expect(broken).toEqual([])
    expect(await tab.evaluate('return document.querySelectorAll(".tile-due").length')).toBeGreaterThan(2)
  })

  test('what could not be read is no home page without checks', async () => {
    const page = await stage.openBetween(
      'src/dashboard/dashboard.html#/',
      `return message.request === 'overview' ? { error: 'could-not-read' } : send()`,
    )
    await page.waitFor((seen) => seen.includes(text('popup_could_not_read')))
    expect(await page.tab.evaluate(`return ${outlook} ?? null`)).toBeNull()
  })
})
