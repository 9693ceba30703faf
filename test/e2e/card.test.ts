import { describe, expect, test } from 'vitest'
import { itemOf } from '../../src/domain/items'
import { addressOf } from '../../src/pages/page-urls'
import { browserNames, type Card, cardTag, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { stepsOf, text, titleOf } from '../support/messages'
import { keyOf, setStage, stand, today, usual } from './stage'

const answers = (['answer_checked', 'answer_remind', 'answer_dismiss'] as const).map((one) => text(one))
const steps = stepsOf('user-list-review')
const showSteps = text('card_steps_other', { count: String(steps.length) })

/** All that makes one button weigh more than another. */
const weights = `
  const names = ['width', 'height', 'font-size', 'font-weight', 'color', 'background-color', 'border-top-color', 'border-top-width',
    'border-radius', 'padding-top', 'padding-left', 'opacity', 'box-shadow', 'text-decoration-line']
  return [...root.querySelectorAll('.actions button')].map((node) => {
    const style = getComputedStyle(node)
    return JSON.stringify(names.map((name) => style.getPropertyValue(name)))
  })`

/** The least contrast of a text with what is behind it, by WCAG's formula. */
const leastContrast = `
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (node) => {
    const colour = getComputedStyle(node).backgroundColor
    return parts(colour)[3] === 0 && node.parentElement ? behind(node.parentElement) : colour
  }
  const texts = [...root.querySelectorAll('h2, p:not(.spoken), a, li, small, button')].filter((node) => node.checkVisibility())
  return Math.min(...texts.map((node) => {
    const [a, b] = [light(getComputedStyle(node).color), light(behind(node))].sort((one, other) => other - one)
    return (a + 0.05) / (b + 0.05)
  }))`

/** What is too high can be scrolled to; what is too wide cannot be read. */
const fit = (card: Card) =>
  card.evaluate<{ inside: boolean; cut: string[] }>(`
    const box = root.querySelector('section')
    const { left, top, right, bottom } = box.getBoundingClientRect()
    const nodes = [box, ...box.querySelectorAll('h2, p:not(.spoken), a, ol, li, small, button')]
    return {
      inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      cut: nodes.filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
        .map((node) => node.outerHTML.slice(0, 60)),
    }`)

describe.each(browserNames)('the card itself, in %s', (name) => {
  const stage = setStage(name)

  const cardAtHome = async (): Promise<{ tab: Tab; card: Card }> => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('home')
    return { tab, card: await tab.waitForCard() }
  }

  /** Goes through every face that the card of a reminder has. */
  async function throughFaces(tab: Tab, card: Card, look: (face: string) => Promise<void>): Promise<void> {
    const press = async (label: string) => (await card.button(label)).click()
    await look('first')
    await press(showSteps)
    await card.button(text('card_steps_hide'))
    await look('steps')
    await press(text('card_steps_hide'))
    await press(text('answer_remind'))
    await card.button(text('back'))
    await look('when')
    await press(text('back'))
    await card.button(text('answer_checked'))
    // Something of the page under the card gets the focus. In front of the card's element, for axe knows no top layer.
    await tab.evaluate(`
      const field = Object.assign(document.createElement('input'), { id: 'under', style: 'position: fixed; right: 40px; bottom: 40px' })
      document.body.prepend(field)
      field.focus()`)
    await card.button(text('card_label'))
    await look('small')
    await tab.evaluate('document.querySelector("#under").remove()')
    await press(text('card_label'))
    const kept = (await stage.stored())[keyOf('user-list-review')]
    await stage.store({ [keyOf('user-list-review')]: { version: 99 } })
    await press(text('answer_checked'))
    await card.button(text('retry'))
    await look('failed')
    await stage.store({ [keyOf('user-list-review')]: kept })
    await press(text('retry'))
    await card.button(text('undo'))
    await look('answered')
    await press(text('undo'))
    await until('the taking back', async () => (await card.text()).includes(text('card_undone')))
    await look('undone')
  }

  test('the figures are those of the marketplace that is open', async () => {
    for (const [host, own, others] of [
      ['sellercentral.amazon.in', ['2%'], ['4%', '2.5%']],
      ['sellercentral.amazon.de', ['4%', '2.5%'], ['2%']],
    ] as const) {
      await stage.leaveWaiting('shipping-metrics-watch')
      await stage.letTimePass('shipping-metrics-watch')
      const tab = await stage.visitAt(host, itemOf('shipping-metrics-watch').pages[0])
      const figures = (await (await tab.waitForCard()).text()).match(/[\d.]+%/g) ?? []
      expect(figures).toEqual(expect.arrayContaining([...own]))
      for (const other of others) expect(figures).not.toContain(other)
      await tab.close()
    }
  })

  test('every face passes axe in light and dark, has controls of 24 pixels or more, and is whole at 200 % zoom', async () => {
    const { tab, card } = await cardAtHome()
    const id = await stage.frontTab()
    const zoom = (factor: number) => stage.browser.inExtension(`await chrome.tabs.setZoom(${id}, ${factor})`)
    try {
      await throughFaces(tab, card, async (face) => {
        for (const dark of [true, false]) {
          await tab.emulate({ dark })
          expect(await card.axe({ strict: true }), face).toEqual([])
          expect(await card.evaluate<number>(leastContrast), face).toBeGreaterThanOrEqual(4.5)
        }
        const small = await card.evaluate<string[]>(`
          return [...root.querySelectorAll('button, a')].filter((node) => node.checkVisibility()).filter((node) => {
            const { width, height } = node.getBoundingClientRect()
            return width < 24 || height < 24
          }).map((node) => node.textContent)`)
        expect(small, face).toEqual([])
        // Nothing asks for anything.
        const asking = 'input, textarea, select, form, iframe, object, [contenteditable]'
        expect(await card.evaluate(`return root.querySelectorAll('${asking}').length`), face).toBe(0)
        await zoom(2)
        await until('the page to be zoomed', () => tab.evaluate<boolean>('return innerWidth < 700'))
        expect({ face, ...(await fit(card)) }).toEqual({ face, inside: true, cut: [] })
        await zoom(1)
        await until('the page to be as before', () => tab.evaluate<boolean>('return innerWidth > 700'))
        // The card looks at its place twice a second, and half a second later it can be pressed.
        await stand(tab, 700)
      })
    } finally {
      await zoom(0)
      await tab.emulate({})
    }
  })

  test('the three answers have the same size and weight, in every colour and in the same order every time', async () => {
    const { tab, card } = await cardAtHome()
    const beside = name === 'chromium' ? [text('card_beside')] : []
    const labels = [
      ...[text('open_page', { page: text('page_user_permissions') }), ...answers],
      ...[showSteps, ...beside, text('answer_close')],
    ]
    expect(await card.buttons()).toEqual(labels)
    for (const media of [{ dark: true }, { forcedColors: true }, {}]) {
      await tab.emulate(media)
      const weight = await card.evaluate<string[]>(weights)
      expect(weight).toHaveLength(3)
      expect(new Set(weight).size, JSON.stringify(media)).toBe(1)
      if (!media.forcedColors) continue
      // Colours are the system's; what only colour would tell, a border tells.
      const edges = await card.evaluate(`
        return [...root.querySelectorAll('section, button')].map((node) => {
          const { borderTopStyle, borderTopWidth, forcedColorAdjust } = getComputedStyle(node)
          return [borderTopStyle, parseFloat(borderTopWidth) >= 1, forcedColorAdjust].join(' ')
        })`)
      expect(new Set(edges as string[])).toEqual(new Set(['solid true auto']))
      expect(await card.evaluate('return matchMedia("(forced-colors: active)").matches')).toBe(true)
    }
    const weight = await card.evaluate(weights)
    await stage.letTimePass('user-list-review')
    await tab.reload()
    const again = await tab.waitForCard()
    expect(await again.buttons()).toEqual(labels)
    expect(await again.evaluate(weights)).toEqual(weight)
  })

  test('nothing of it moves, with reduced motion or without', async () => {
    const { tab, card } = await cardAtHome()
    for (const reducedMotion of [false, true]) {
      await tab.emulate({ reducedMotion })
      const moving = await card.evaluate<string[]>(`
        return [...root.querySelectorAll('section, section *')].filter((node) => {
          const { animationName, transitionDuration } = getComputedStyle(node)
          return animationName !== 'none' || transitionDuration !== '0s' || node.getAnimations().length > 0
        }).map((node) => node.localName)`)
      expect(moving).toEqual([])
    }
    await tab.emulate({})
  })

  test('it is a named region in its own language, and a live line says its title', async () => {
    const { card } = await cardAtHome()
    const told = () =>
      card.evaluate<Record<string, string>>(`
        const box = root.querySelector('section')
        const line = root.querySelector('[role=status]')
        return { name: box.ariaLabel, lang: box.lang, dir: box.dir, said: line.textContent, focusable: String(box.tabIndex) }`)
    await until('the live line to say it', async () => (await told())['said'] !== '')
    expect(await told()).toEqual({
      name: text('card_label'),
      lang: 'en',
      dir: 'ltr',
      said: titleOf('user-list-review'),
      focusable: '-1',
    })
  })

  test('laid out from right to left it lies in the other corner, whole (by `dir` alone: no such language is there yet)', async () => {
    const { card } = await cardAtHome()
    const before = await card.rect()
    await card.evaluate(`root.querySelector('section').dir = 'rtl'`)
    const { x, y, width, height } = await card.rect()
    const view = await card.evaluate<number>('return document.documentElement.clientWidth')
    expect({ y, width, height }).toEqual({ y: before.y, width: before.width, height: before.height })
    expect(Math.round(x)).toBe(Math.round(view - before.x - before.width))
    const side = await card.evaluate('return getComputedStyle(root.querySelector("h2")).direction')
    expect(side).toBe('rtl')
  })

  test('the page can be used at every point outside the card', async () => {
    const { tab, card } = await cardAtHome()
    await card.settled()
    const { x, y, width, height } = await card.rect()
    const blocked = await tab.evaluate<{ outside: number; inside: number; points: number }>(`
      const [x, y, width, height] = ${JSON.stringify([x, y, width, height])}
      const host = document.querySelector('${cardTag}')
      let outside = 0
      let inside = 0
      let points = 0
      for (let left = 2; left < innerWidth; left += 16) {
        for (let top = 2; top < innerHeight; top += 16) {
          const isInside = left > x - 1 && left < x + width + 1 && top > y - 1 && top < y + height + 1
          const isOurs = document.elementFromPoint(left, top) === host
          points += 1
          if (isOurs && !isInside) outside += 1
          if (isOurs && isInside) inside += 1
        }
      }
      return { outside, inside, points }`)
    expect(blocked.outside).toBe(0)
    expect(blocked.inside).toBeGreaterThan(100)
    expect(blocked.points).toBeGreaterThan(2000)
    await tab.evaluate(`
      window.pressed = 0
      document.querySelector('#do-nothing').addEventListener('click', () => { pressed += 1 })`)
    await tab.click('#do-nothing')
    // A hand's breadth beside the card.
    await tab.evaluate(`
      addEventListener('click', (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        window.beside = event.target.localName
      }, true)`)
    await tab.click({ x: x - 4, y: y + height / 2 })
    expect(await tab.evaluate('return [window.pressed, typeof window.beside]')).toEqual([1, 'string'])
    expect(await tab.card()).toBeDefined()
  })

  test('"Open Amazon’s page" opens it, and back from there the card asks whether the seller has looked', async () => {
    const { tab, card } = await cardAtHome()
    const address = addressOf('user-permissions', usual)
    await (await card.button(text('open_page', { page: text('page_user_permissions') }))).click()
    const opened = await until('Amazon’s page', async () => {
      for (const one of await stage.browser.tabs()) if ((await one.url()) === address) return one
      return undefined
    })
    expect(await opened.evaluate('return [window.opener, document.referrer]')).toEqual([null, ''])
    await until('the first tab to be out of sight', () =>
      tab.evaluate<boolean>('return document.visibilityState === "hidden"'),
    )
    // The seller has been told once; the page itself stays without a card.
    expect(await opened.card()).toBeUndefined()
    await opened.close()
    await tab.bringToFront()
    await tab.waitForCard()
    await until('the question', async () => (await card.text()).includes(text('card_returned')))
    expect((await card.buttons()).slice(1, 4)).toEqual(answers)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
  })
})
