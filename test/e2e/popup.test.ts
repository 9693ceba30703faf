import { describe, expect, test } from 'vitest'
import { items } from '../../src/domain/items'
import { addressOf } from '../../src/pages/page-urls'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { keyOf, ownPageIn, setStage, today, usual } from './stage'

const whyOf = (item: string) => text(`item_${item.replaceAll('-', '_')}_why` as 'brand')

describe.each(browserNames)('the popup by keyboard alone, in %s', (name) => {
  const stage = setStage(name)

  test('the main job: to the next check, Amazon’s page, answer, undo, a later check, help', async () => {
    await stage.leaveWaiting('two-step-on', 'user-list-review')
    const popup = await stage.openPopup()
    const { tab } = popup
    const focused = () => tab.evaluate<string>('return document.activeElement.innerText')
    expect(await focused()).toBe(titleOf('two-step-on'))

    // What is typed before the seller has moved the focus was meant for another window.
    await tab.press('c')
    await tab.press('ArrowDown')
    await tab.press('ArrowUp')
    expect(await focused()).toBe(titleOf('two-step-on'))
    expect(await stage.recordOf('two-step-on')).toBeUndefined()
    await tab.press('o')
    const address = addressOf('login-settings', usual)
    const opened = await until('Amazon’s page', async () => {
      for (const one of await stage.browser.tabs()) if ((await one.url()) === address) return one
      return undefined
    })
    await opened.close()

    await tab.press('c')
    await popup.waitFor((seen) => seen.includes(text('popup_waiting_one', { count: '1' })))
    expect(await stage.recordOf('two-step-on')).toMatchObject({ checked: today() })
    // A second press answers nothing: the focus is on the heading, not on what came up.
    expect(await focused()).toBe(text('next_title'))
    await tab.press('c')
    await tab.press('u')
    await popup.waitFor((seen) => seen.includes(text('card_undone')))
    expect(await stage.recordOf('two-step-on')).not.toHaveProperty('checked')
    expect(await stage.recordOf('user-list-review')).toBeUndefined()
    expect(await focused()).toBe(titleOf('two-step-on'))

    await tab.press('ArrowDown')
    expect(await focused()).toContain(titleOf('user-list-review'))
    // Folded, its buttons are not in sight, and their keys do nothing.
    await tab.press('n')
    await tab.press('Enter')
    await until('the check to unfold', () =>
      tab.evaluate<boolean>('return document.activeElement.parentElement.open'),
    )
    expect(await stage.recordOf('user-list-review')).toBeUndefined()
    await tab.press('n')
    await popup.waitFor((seen) => seen.includes(text('done_dismissed')))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ standing: { kind: 'not-for-me' } })
    await tab.press('ArrowUp')
    expect(await focused()).toBe(titleOf('two-step-on'))

    // The times are in sight after R, and their keys work then.
    await tab.press('2')
    await tab.press('r')
    await tab.press('2')
    await popup.waitFor((seen) => seen.includes(text('popup_nothing_waits')))
    expect(await stage.recordOf('two-step-on')).toMatchObject({ standing: { kind: 'planned' } })
    await tab.press('u')
    await popup.waitFor((seen) => seen.includes(text('card_undone')))

    await tab.press('?')
    expect(await tab.accessible('dialog', text('keys_title'))).toBe(1)
    await tab.press('Escape')
    await until('the focus to be back', async () => (await focused()) === titleOf('two-step-on'))
    expect(await tab.accessible('dialog', text('keys_title'))).toBe(0)
  })

  test('what a screen reader is told: names, places, and what an answer came to', async () => {
    await stage.leaveWaiting('two-step-on', 'user-list-review')
    const popup = await stage.openPopup()
    const { tab } = popup
    for (const [role, called] of [
      ['heading', text('brand')],
      ['heading', titleOf('two-step-on')],
      ['region', text('next_title')],
      ['link', text('open_page', { page: text('page_login_settings') })],
      // The key on a button is for the eye alone.
      ['button', text('answer_checked')],
      ['button', text('keys_title')],
      ['link', text('popup_wrong')],
    ] as const)
      expect(await tab.accessible(role, called), `${role} ${called}`).toBeGreaterThan(0)
    expect(await tab.accessible('main')).toBe(1)
    // There before anything is said, and filled in place.
    await tab.evaluate(`window.said = document.querySelector('footer [role=status]')`)
    await tab.press('ArrowDown')
    await tab.press('ArrowUp')
    await tab.press('c')
    await popup.waitFor((seen) => seen.includes(text('undo')))
    expect(await tab.evaluate('return window.said.isConnected && window.said.innerText')).toContain(
      titleOf('two-step-on'),
    )
    expect(await tab.accessible('status')).toBeGreaterThan(0)
    expect(await tab.accessible('button', text('undo'))).toBe(1)
  })

  test('the answers to the longest check are in sight, and so is the way to help on a bad day', async () => {
    const longest = items
      .filter(({ severity, cadence }) => severity === 'essential' && cadence.kind === 'every')
      .map(({ id }) => id)
      .sort((a, b) => whyOf(b).length - whyOf(a).length)[0]!
    await stage.leaveWaiting(longest)
    const { tab } = await stage.openPopup()
    await tab.resize(420, 600)
    const [answers, bar] = await tab.evaluate<[number, number]>(`
      const bottoms = [...document.querySelectorAll('.next .answers button, .next .answers summary')].map((one) => one.getBoundingClientRect().bottom)
      return [Math.max(...bottoms), document.querySelector('.bar').getBoundingClientRect().top]`)
    expect(answers).toBeGreaterThan(100)
    expect(answers).toBeLessThanOrEqual(bar)
    await tab.press('Tab')
    await tab.click(`.bar a`)
    const dashboard = await until('the guides', async () => {
      for (const one of await stage.browser.tabs())
        if ((await one.url()).endsWith('dashboard.html#/playbooks')) return one
      return undefined
    })
    await ownPageIn(dashboard).waitFor((seen) => seen.includes(text('dashboard_title')))
  })

  test('an answer is taken back from a popup that was opened after it, with a background that was ended', async () => {
    await stage.leaveWaiting('two-step-on', 'user-list-review')
    const first = await stage.openPopup()
    await first.press(text('answer_checked'), titleOf('user-list-review'))
    await first.waitFor((seen) => seen.includes(text('undo')))
    await first.tab.close()
    await stage.browser.stopBackground()
    const popup = await stage.openPopup()
    expect(await popup.text()).not.toContain(titleOf('user-list-review'))
    await popup.press(text('undo_answer'), titleOf('user-list-review'))
    await popup.waitFor((seen) => seen.includes(text('card_undone')))
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    await popup.waitFor((seen) => seen.includes(text('popup_waiting_other', { count: '2' })))
  })

  test('while the checklist is read nothing is told of it, though the button still says that nothing waits', async () => {
    await stage.leaveWaiting()
    expect((await stage.browser.badge()).title).toBe(text('title_nothing_waits'))
    // As a new day does: it comes due, and nobody has looked.
    await stage.browser.inExtension(`await chrome.storage.local.remove('${keyOf('two-step-on')}')`)
    const popup = await stage.openBetween(
      'src/popup/popup.html',
      `if (message.request === 'overview') await new Promise((done) => { window.goOn = done })
       return send()`,
    )
    const reading = await popup.waitFor((seen) => seen.includes(text('popup_reading')))
    for (const nothing of ['title_nothing_waits', 'popup_nothing_waits'] as const)
      expect(reading).not.toContain(text(nothing))
    await until('the question', () => popup.tab.evaluate<boolean>('return window.goOn !== undefined'))
    await popup.tab.evaluate('window.goOn()')
    await popup.waitFor((seen) => seen.includes(text('popup_waiting_one', { count: '1' })))
  })

  test('a pause is chosen, said and ended', async () => {
    await stage.leaveWaiting('two-step-on')
    const popup = await stage.openPopup()
    const focusOn = (label: string) =>
      until(`the focus on "${label}"`, () =>
        popup.tab.evaluate<boolean>(`return document.activeElement.innerText === ${JSON.stringify(label)}`),
      )
    await popup.press(text('pause_title'))
    await popup.press(text('pause_told'))
    await popup.waitFor((seen) => seen.includes(text('pause_until_told')))
    await focusOn(text('pause_end'))
    await popup.tab.press('Enter')
    await focusOn(text('pause_title'))
    expect((await stage.stored())['settings']).not.toHaveProperty('pause')
  })

  describe.each([{ dark: false }, { dark: true }])('%o', (media) => {
    test('axe finds nothing wrong, and nothing is wider than 320 px', async () => {
      const popup = await stage.openPopup()
      await popup.tab.emulate(media)
      // As high as all of it: what lies under the bar would be taken for covered.
      await popup.tab.resize(420, 8000)
      expect(await popup.tab.axe({ strict: true })).toEqual([])
      await popup.press(text('answer_checked'), titleOf('two-step-on'))
      await popup.waitFor((seen) => seen.includes(text('undo')))
      await popup.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      // Not strict: the line that tells of the answer lies over the list, and axe does not look below.
      expect(await popup.tab.axe()).toEqual([])
      await popup.tab.resize(320, 600)
      expect(await popup.tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      await popup.tab.emulate({})
    })
  })
})
