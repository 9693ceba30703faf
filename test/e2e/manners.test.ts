import { describe, expect, test } from 'vitest'
import { addressOf } from '../../src/pages/page-urls'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { setStage, today, usual } from './stage'

const place = `JSON.stringify([
  [document.documentElement.scrollWidth, document.documentElement.scrollHeight, scrollX, scrollY],
  ...[...document.body.querySelectorAll('*:not([nightlatch-card])')].map((node) => Object.values(node.getBoundingClientRect().toJSON())),
])`

/** To the page of user permissions, without a change in the document. */
const goSilently = `history.replaceState(history.state, '', '${new URL(addressOf('user-permissions', usual)).pathname}')`

describe.each(browserNames)('the manners of the card and the popup, in %s', (name) => {
  const stage = setStage(name)
  const focused = (tab: Tab) =>
    tab.evaluate<string>('return document.activeElement.id || document.activeElement.localName')

  test('a card does not take the focus: what the seller is typing goes on', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.evaluate(`
      window.visited = []
      addEventListener('focusin', ({ target }) => visited.push(target.id || target.localName), true)`)
    const card = await tab.waitForCard()
    await tab.click('#note')
    for (const key of ['k', 'e', 't']) await tab.press(key)
    await card.settled()
    for (const key of ['t', 'l', 'e']) await tab.press(key)
    expect(await focused(tab)).toBe('note')
    expect(await tab.evaluate('return document.querySelector("#note").value')).toBe('kettle')
    expect(await card.focused()).toBeUndefined()
    await tab.press('Enter')
    await tab.press('Escape')
    expect(await tab.evaluate('return window.visited')).toEqual(['note'])
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    expect(await tab.card()).toBeDefined()
  })

  test('a card moves nothing on the page, neither when it comes nor when it goes', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('case-log')
    const before = await tab.evaluate(`return ${place}`)
    await tab.evaluate(goSilently)
    const card = await tab.waitForCard()
    await card.settled()
    expect(await tab.evaluate(`return ${place}`)).toBe(before)
    const shift = await tab.evaluate(`
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return 0
      return new Promise((done) => {
        const observer = new PerformanceObserver((list) => list)
        observer.observe({ type: 'layout-shift', buffered: true })
        const sum = () => observer.takeRecords().reduce((total, { value }) => total + value, 0)
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum())))
      })`)
    expect(shift).toBe(0)
    await (await card.button(text('answer_close'))).click()
    await tab.waitForNoCard()
    expect(await tab.evaluate(`return ${place}`)).toBe(before)
    expect(await tab.evaluate('return document.querySelector("[nightlatch-card]")')).toBeNull()
  })

  test('a card is one element at the end of the body, and the page’s own elements stay as they were', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('case-log')
    await tab.evaluate(`
      window.changed = []
      window.observer = new MutationObserver((records) => {
        for (const { type, target, addedNodes } of records)
          window.changed.push([type, target.localName, ...[...addedNodes].map(({ localName }) => localName)].join(' '))
      })
      ${goSilently}
      observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })`)
    await tab.waitForCard()
    expect(await tab.evaluate('return window.changed')).toEqual(['childList body div'])
  })

  test('with the keyboard alone: Tab reaches the answers, Enter gives one, and the focus goes back', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    // What has just come cannot be pressed yet, by a key either.
    await card.settled()
    await tab.evaluate(`
      const last = [...document.querySelectorAll('a[href], button, input')].at(-1)
      last.id = 'last'
      last.focus()`)
    // What has the focus lies under the card, so the card has made itself small (WCAG 2.4.11).
    await tab.press('Tab')
    expect(await card.focused()).toBe(text('card_label'))
    await tab.press('Enter')
    expect(await card.focused()).toBe(text('answer_checked'))
    const after = (await card.buttons()).slice(1)
    expect(after.slice(0, 2)).toEqual([text('answer_remind'), text('answer_dismiss')])
    expect(after.at(-1)).toBe(text('answer_close'))
    for (const label of after) {
      await tab.press('Tab')
      expect(await card.focused()).toBe(label)
    }
    for (const _ of after) await tab.press('Shift+Tab')
    await card.settled()
    await tab.press('Enter')
    await until('the focus on the way back', async () => (await card.focused()) === text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    await tab.press('Tab')
    expect(await card.focused()).toBe(text('answer_close'))
    await tab.press('Enter')
    await tab.waitForNoCard()
    expect(await focused(tab)).toBe('last')
  })

  test('the popup is no wider than a popup can be, with every check unfolded', async () => {
    const popup = await stage.openPopup()
    await popup.tab.resize(400, 600)
    await popup.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    expect(await popup.tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(400)
  })

  test('a card stays inside a narrow window', async () => {
    const tab = await stage.visit('home')
    await tab.resize(320, 480)
    const card = await tab.waitForCard()
    await card.settled()
    const { x, y, width, height } = await card.rect()
    expect(x).toBeGreaterThanOrEqual(0)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(320)
    expect(y + height).toBeLessThanOrEqual(480)
  })

  test('a card comes on a page that is never at rest', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions', 'busy')
    const card = await tab.waitForCard()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
  })
})
