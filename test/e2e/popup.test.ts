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
      ['heading', text('popup_waiting_other', { count: '2' })],
      ['tab', text('popup_tab_to_do')],
      ['heading', titleOf('two-step-on')],
      ['region', text('next_title')],
      ['link', text('popup_open_page', { page: text('page_login_settings') })],
      // The key on a button is for the eye alone.
      ['button', text('answer_checked')],
      ['button', text('popup_tick', { title: titleOf('user-list-review') })],
      ['button', text('keys_title')],
      ['button', text('pause_title')],
      ['link', text('popup_wrong')],
      ['link', text('popup_open_dashboard')],
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
    await tab.resize(380, 600)
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
    await ownPageIn(dashboard).waitFor((seen) => seen.includes(text('nav_place_incidents')))
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

  test('while the checklist is read it says what the toolbar says is due, and not once that failed', async () => {
    await stage.leaveWaiting('two-step-on', 'user-list-review')
    const said = text('title_waiting_other', { count: '2' })
    await until('the toolbar', async () => (await stage.browser.badge()).title === said)
    const popup = await stage.openBetween(
      'src/popup/popup.html',
      `if (message.request !== 'overview') return send()
       await new Promise((done) => { window.goOn = done })
       return { error: 'unexpected' }`,
    )
    await popup.waitFor((seen) => seen.includes(said) && seen.includes(text('popup_reading')))
    await popup.tab.evaluate('window.goOn()')
    const failed = await popup.waitFor((seen) => seen.includes(text('popup_could_not_read')))
    expect(failed).not.toContain(said)
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
    test('axe finds nothing wrong on either tab, and nothing is covered', async () => {
      const popup = await stage.openPopup()
      const { tab } = popup
      /** The list scrolls below the bar, and axe does not know the ground of what is out of sight: all of it is in sight. */
      const strictly = async () => {
        await tab.resize(380, 8000)
        const found = await tab.axe({ strict: true })
        await tab.resize(380, 600)
        // Nor does it know that of words in a drawing: the ring.
        return found.flatMap(({ rule, nodes }) =>
          nodes.filter(({ target }) => target !== 'text').map((node) => ({ rule, ...node })),
        )
      }
      await tab.emulate(media)
      expect(await strictly()).toEqual([])
      expect(await tab.axe()).toEqual([])
      await popup.press(text('answer_checked'), titleOf('two-step-on'))
      await popup.waitFor((seen) => seen.includes(text('undo')))
      await tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      // The line that tells of the answer has a place of its own.
      expect(await tab.axe()).toEqual([])
      expect(await strictly()).toEqual([])
      await popup.press(text('popup_tab_page'))
      await popup.waitFor((seen) => seen.includes(text('address_label')))
      expect(await tab.axe()).toEqual([])
      expect(await strictly()).toEqual([])
      await tab.emulate({})
    })
  })

  test('the list alone scrolls; in a small window, as at 200 %, the page does, and nothing is cut off', async () => {
    await stage.leaveWaiting(
      ...([
        'two-step-on',
        'user-list-review',
        'account-health-glance',
        'deposit-check-before-payout',
      ] as const),
    )
    const popup = await stage.openPopup()
    const { tab } = popup
    const overflow = () =>
      tab.evaluate<[down: number, across: number]>(`
        const { scrollHeight, scrollWidth } = document.documentElement
        return [scrollHeight - innerHeight, scrollWidth - innerWidth]`)
    await tab.resize(380, 600)
    expect(await overflow()).toEqual([0, 0])
    const isInSight = (selector: string) =>
      tab.evaluate<boolean>(`
        const { top, bottom } = document.querySelector('${selector}').getBoundingClientRect()
        return top >= -1 && bottom <= innerHeight + 1`)
    await tab.evaluate(`document.querySelector('.notes').scrollIntoView({ block: 'end' })`)
    for (const part of ['header', 'footer', '.notes']) expect(await isInSight(part), part).toBe(true)
    for (const width of [320, 190]) {
      await tab.resize(width, 300)
      const [down, across] = await overflow()
      expect(down).toBeGreaterThan(0)
      expect(across).toBeLessThanOrEqual(0)
      await tab.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
      expect(await isInSight('footer')).toBe(true)
    }
  })

  test('a check is ticked off in its line, and the next one gets the focus', async () => {
    await stage.leaveWaiting('two-step-on', 'user-list-review', 'mailbox-secured')
    const popup = await stage.openPopup()
    const { tab } = popup
    await tab.evaluate('document.querySelectorAll(".tick")[0].focus()')
    const named = await tab.evaluate<string>('return document.activeElement.ariaLabel')
    await tab.press('Enter')
    await popup.waitFor((seen) => seen.includes(text('undo')))
    const ticked = (['user-list-review', 'mailbox-secured'] as const).find(
      (item) => named === text('popup_tick', { title: titleOf(item) }),
    )
    expect((await stage.recordOf(ticked!))?.checked).toBe(today())
    expect(await tab.evaluate('return document.activeElement.matches(".row")')).toBe(true)
    await popup.press(text('undo'))
    await popup.waitFor((seen) => seen.includes(text('card_undone')))
    expect(await stage.recordOf(ticked!)).not.toHaveProperty('checked')
  })

  test('the tabs are one stop of Tab, and arrows go from one to the other', async () => {
    const popup = await stage.openPopup()
    const { tab } = popup
    await tab.evaluate('document.querySelector("[role=tab]").focus()')
    const selected = () =>
      tab.evaluate<string>('return document.querySelector("[aria-selected=true]").innerText')
    expect(await selected()).toBe(text('popup_tab_to_do'))
    await tab.press('ArrowRight')
    await popup.waitFor((seen) => seen.includes(text('sees_title')))
    expect(await selected()).toBe(text('popup_tab_page'))
    expect(await tab.evaluate('return document.activeElement.innerText')).toBe(text('popup_tab_page'))
    await tab.press('ArrowRight')
    expect(await selected()).toBe(text('popup_tab_to_do'))
  })
})
