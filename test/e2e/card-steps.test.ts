import { describe, expect, test } from 'vitest'
import { corners } from '../../src/domain/settings'
import { browserNames, type Card, cardTag, type Rect, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { stepsOf, text, titleOf } from '../support/messages'
import { type OwnPage, ownPageIn, setStage, today } from './stage'

const item = 'user-list-review'
const show = text('card_steps_other', { count: String(stepsOf(item).length) })
const hide = text('card_steps_hide')
const answers = ['answer_checked', 'answer_remind', 'answer_dismiss'] as const

/** The steps that are shown; empty while they are folded. */
const shown = (card: Card) =>
  card.evaluate<string[]>(`
    return [...root.querySelectorAll('li')].filter((one) => one.checkVisibility()).map((one) => one.textContent)`)

describe.each(browserNames)('the steps of the card, in %s', (name) => {
  const stage = setStage(name)
  async function usersCard(): Promise<{ tab: Tab; card: Card }> {
    await stage.leaveWaiting(item)
    const tab = await stage.visit('user-permissions')
    return { tab, card: await tab.waitForCard() }
  }

  const rectsOf = async (card: Card): Promise<Rect[]> =>
    (await Promise.all(answers.map((one) => card.button(text(one))))).map(({ rect }) => rect)

  /** Where these answers were before, but for a part of a pixel. */
  async function expectStill(card: Card, before: readonly Rect[]): Promise<void> {
    for (const [index, now] of (await rectsOf(card)).entries())
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(Math.abs(now[side] - before[index]![side]), `${side} of ${answers[index]}`).toBeLessThan(1)
  }

  test.each([undefined, ...corners])(
    'unfold away from the answers, which stay where they are (corner: %s)',
    async (corner) => {
      if (corner) await stage.send({ request: 'choose', argument: { corner } })
      const { tab, card } = await usersCard()
      expect(await shown(card)).toEqual([])
      for (const [width, height] of [
        [1000, 700],
        [640, 360],
        [320, 480],
      ] as const) {
        await tab.resize(width, height)
        await card.settled()
        // In a small window the card may have to scroll to the button, which moves the answers before the press.
        const button = await card.button(show)
        await button.focus()
        const before = await rectsOf(card)
        await button.click()
        await card.button(hide)
        expect(await shown(card)).toEqual(stepsOf(item))
        await expectStill(card, before)
        const view = await card.rect()
        expect(view.x).toBeGreaterThanOrEqual(0)
        expect(view.y).toBeGreaterThanOrEqual(0)
        expect(view.x + view.width).toBeLessThanOrEqual(width)
        expect(view.y + view.height).toBeLessThanOrEqual(height)
        expect(await card.axe()).toEqual([])
        await (await card.button(hide)).click()
        await card.button(show)
        expect(await shown(card)).toEqual([])
        await expectStill(card, before)
      }
      expect(await stage.recordOf(item)).not.toHaveProperty('checked')
    },
  )

  test('are in the language that the seller chose, and not in the browser’s', async () => {
    await stage.send({ request: 'choose', argument: { language: 'de' } })
    const { card } = await usersCard()
    const german = stepsOf(item, 'de')
    expect(german).not.toEqual(stepsOf(item))
    await (await card.button(text('card_steps_other', { count: String(german.length) }, 'de'))).click()
    await card.button(text('card_steps_hide', {}, 'de'))
    expect(await shown(card)).toEqual(german)
  })

  test('by the keyboard: the button tells whether they are shown and keeps the focus, and Escape closes the card', async () => {
    const { tab, card } = await usersCard()
    await card.settled()
    await (await card.button(show)).focus()
    const told = () =>
      card.evaluate<string>(`
        const button = root.activeElement
        return button.ariaExpanded + ' ' + (root.getElementById(button.getAttribute('aria-controls')).localName)`)
    expect(await told()).toBe('false ol')
    await tab.press('Enter')
    await card.button(hide)
    expect([await card.focused(), await told()]).toEqual([hide, 'true ol'])
    await tab.press('Enter')
    await card.button(show)
    expect([await card.focused(), await told()]).toEqual([show, 'false ol'])
    await card.settled()
    await tab.press('Escape')
    await tab.waitForNoCard()
    expect(await stage.recordOf(item)).not.toHaveProperty('checked')
  })

  test('a page’s script can neither unfold them nor open the panel', async () => {
    const { tab, card } = await usersCard()
    await card.settled()
    const { x, y, width, height } = await card.rect()
    await tab.evaluate(`
      const host = document.querySelector('${cardTag}')
      for (let clientX = ${x} + 4; clientX < ${x + width}; clientX += 24)
        for (let clientY = ${y} + 4; clientY < ${y + height}; clientY += 12) {
          const at = { clientX, clientY, bubbles: true, composed: true, cancelable: true, view: window, detail: 1 }
          for (const type of ['pointerdown', 'pointerup', 'click']) host.dispatchEvent(new PointerEvent(type, at))
        }
      for (const key of ['Enter', ' ']) host.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true }))`)
    await stage.send({ request: 'overview', argument: null })
    expect(await shown(card)).toEqual([])
    expect(await stage.browser.panels()).toEqual([])
    expect(await card.buttons()).toContain(show)
  })

  test('no button for the panel where a press on a page opens none', async () => {
    const { card } = await usersCard()
    await card.button(show)
    expect((await card.buttons()).includes(text('card_beside'))).toBe(name === 'chromium')
  })

  describe.runIf(name === 'chromium')('“Show me next to the page”', () => {
    async function panelFrom(card: Card): Promise<OwnPage> {
      await (await card.button(text('card_beside'))).click()
      const [panel] = await until('the panel', async () => {
        const panels = await stage.browser.panels()
        return panels.length > 0 && panels
      })
      return ownPageIn(panel!)
    }

    const here = text('panel_here', { page: text('page_user_permissions') })

    test('opens the panel on this page, with the check and its steps, though the worker had ended; an answer there takes the card away', async () => {
      const { tab, card } = await usersCard()
      await card.settled()
      await stage.browser.stopBackground()
      const panel = await panelFrom(card)
      await panel.waitFor((seen) => seen.includes(here))
      await panel.waitFor((seen) => seen.includes(stepsOf(item)[0]!))
      // It is no answer: the card stays, and was not unfolded instead.
      expect(await shown(card)).toEqual([])
      await panel.press(text('answer_checked'), titleOf(item))
      await tab.waitForNoCard()
      expect(await stage.recordOf(item)).toMatchObject({ checked: today() })
    })

    test('shows the page where the panel stood at something else', async () => {
      const { tab, card } = await usersCard()
      const panel = await panelFrom(card)
      await panel.waitFor((seen) => seen.includes(here))
      await stage.send({ request: 'begin-round', argument: { round: 'round-1' } })
      const window = await stage.browser.inExtension<number>(`
        const [{ windowId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        return windowId`)
      await stage.send({ request: 'show-in-panel', argument: { id: 'event-1', window, view: 'round' } })
      await panel.waitFor((seen) => seen.includes(text('round_end')))
      await tab.bringToFront()
      await (await card.button(text('card_beside'))).click()
      await panel.waitFor((seen) => seen.includes(here) && !seen.includes(text('round_end')))
      await (await card.button(text('answer_checked'))).click()
      await card.button(text('undo'))
      await until('the panel to tell the answer', async () =>
        (await panel.chore(titleOf(item))).includes(text('undo_answer')),
      )
    })
  })
})
