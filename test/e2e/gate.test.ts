import { describe, expect, test } from 'vitest'
import { browserNames, type Card, cardTag, type Point, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { goSilently, setStage, stand, usual } from './stage'

/** How long the card has to stand still and whole before it can be pressed. */
const steady = 500

type Attack = { what: string; set: string; unset: string }

const on = (target: 'html' | 'body', name: string, value: string): Attack => {
  const node = target === 'html' ? 'document.documentElement' : 'document.body'
  return {
    what: `${name}: ${value} on ${target}`,
    set: `${node}.style.setProperty('${name}', '${value}', 'important')`,
    unset: `${node}.style.removeProperty('${name}')`,
  }
}
const node = (what: string, make: string): Attack => ({
  what,
  set: `const cover = document.createElement('div'); cover.id = 'cover'; ${make}`,
  unset: `document.getElementById('cover').remove()`,
})
const over = 'position: fixed; inset: 0; width: auto; height: auto; margin: 0; border: 0;'

// Measured in both browsers (docs/hostile-pages.md): what is in the top layer does not fade, move or clip with html
// and body. The card stays where the seller sees it, whole, so the press is the seller's own and counts.
const harmless: Attack[] = [
  ...(['html', 'body'] as const).flatMap((target) => [
    on(target, 'opacity', '0.01'),
    on(target, 'transform', 'translate(-40px, -40px) scale(0.2)'),
    on(target, 'scale', '0.1'),
    on(target, 'clip-path', 'inset(100%)'),
    on(target, 'mask', 'linear-gradient(transparent, transparent)'),
    on(target, 'mix-blend-mode', 'difference'),
    on(target, 'visibility', 'hidden'),
    on(target, 'contain', 'paint'),
    on(target, 'pointer-events', 'none'),
  ]),
  on('body', 'filter', 'opacity(0)'),
  // As extensions for dark pages do: Firefox shows the card in these colours too.
  on('html', 'filter', 'invert(1) hue-rotate(180deg)'),
  // The top layer lies over every z-index.
  node(
    'a cover with the highest z-index',
    `cover.style = '${over} z-index: 2147483647; background: #fff'; document.documentElement.append(cover)`,
  ),
  // Inside, all that matters is set with more weight than a page can give.
  {
    what: 'styles, attributes and animations on the host',
    set: `
      const host = document.querySelector('${cardTag}')
      host.style = 'opacity: 0 !important; transform: translate(-400px) !important; display: none !important; filter: blur(9px) !important; zoom: 3 !important'
      host.hidden = true
      host.animate({ opacity: [0, 0], transform: ['scale(0)', 'scale(0)'] }, { duration: 1e6, fill: 'forwards' })`,
    unset: `
      const host = document.querySelector('${cardTag}')
      host.removeAttribute('style')
      host.hidden = false
      for (const animation of host.getAnimations()) animation.cancel()`,
  },
]

/** A popover inside a component, over all, that lets clicks through; the component stood there before. */
const inComponent = (mode: 'open' | 'closed'): Attack => ({
  what: `a popover in a component with ${mode === 'open' ? 'an open' : 'a closed'} root`,
  set: `
    const component = document.createElement('div')
    component.id = 'cover'
    document.body.append(component)
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style = '${over} background: #fff; pointer-events: none'
    component.attachShadow({ mode: '${mode}' }).append(cover)
    cover.showPopover()`,
  unset: `document.getElementById('cover').remove()`,
})

// Each makes the card something else than what the seller sees, or puts something between.
const harmful: Attack[] = [
  // Firefox fades and blurs the card with it; for Chromium the gate is the same.
  on('html', 'filter', 'opacity(0)'),
  on('html', 'filter', 'blur(20px)'),
  // It shrinks, and a button is where another one was.
  on('html', 'zoom', '0.01'),
  on('html', 'zoom', '0.5'),
  on('html', 'zoom', '1.5'),
  on('body', 'zoom', '0.01'),
  // Nothing is left to press.
  on('body', 'display', 'none'),
  on('body', 'content-visibility', 'hidden'),
  on('html', 'display', 'none'),
  on('html', 'content-visibility', 'hidden'),
  // Looks as usual and is not in use.
  {
    what: 'inert on html',
    set: 'document.documentElement.inert = true',
    unset: 'document.documentElement.inert = false',
  },
  {
    what: 'inert on the host',
    set: `document.querySelector('${cardTag}').inert = true`,
    unset: `document.querySelector('${cardTag}').inert = false`,
  },
  // Later in the top layer, so above the card; it lets the click through.
  node(
    'a later popover over all that lets clicks through',
    `cover.style = '${over} background: #fff; pointer-events: none'; cover.popover = 'manual'; document.body.append(cover); cover.showPopover()`,
  ),
  node(
    'a later popover over the card’s corner alone that lets clicks through',
    `cover.style = 'position: fixed; inset: auto 0 0 auto; width: 500px; height: 400px; margin: 0; background: #fff; pointer-events: none'; cover.popover = 'manual'; document.body.append(cover); cover.showPopover()`,
  ),
  node(
    'a later popover that paints over the card from elsewhere',
    `cover.style = 'position: fixed; inset: 0 auto auto 0; width: 10px; height: 10px; margin: 0; padding: 0; border: 0; box-shadow: 0 0 0 3000px #fff; pointer-events: none; overflow: visible'; cover.popover = 'manual'; document.body.append(cover); cover.showPopover()`,
  ),
  inComponent('open'),
  inComponent('closed'),
  node(
    'a later popover that takes the clicks',
    `cover.style = '${over} opacity: 0'; cover.popover = 'manual'; document.body.append(cover); cover.showPopover()`,
  ),
  {
    what: 'a view transition that paints over everything and lets clicks through',
    set: `
      const style = Object.assign(document.createElement('style'), { id: 'cover' })
      style.textContent = '::view-transition { pointer-events: none; background: #fff } ::view-transition-group(*) { animation-duration: 99s } ::view-transition-image-pair(*) { opacity: 0 }'
      document.documentElement.append(style)
      window.transition = document.startViewTransition?.(() => undefined)
      await window.transition?.ready`,
    unset: `
      window.transition?.skipTransition()
      await window.transition?.finished
      document.getElementById('cover').remove()`,
  },
  // The page's own dialogs come first: the card steps aside.
  {
    what: 'a modal dialog',
    set: `const dialog = document.createElement('dialog'); dialog.id = 'cover'; dialog.textContent = 'x'; document.body.append(dialog); dialog.showModal()`,
    unset: `document.getElementById('cover').remove()`,
  },
  {
    what: 'a modal dialog that shows nothing',
    set: `const dialog = document.createElement('dialog'); dialog.id = 'cover'; dialog.style = 'opacity: 0; inset: 0 auto auto 0; margin: 0'; document.body.append(dialog); dialog.showModal()`,
    unset: `document.getElementById('cover').remove()`,
  },
  {
    what: 'the host taken away',
    set: `window.taken = document.querySelector('${cardTag}'); taken.remove(); new MutationObserver((_, self) => { self.disconnect(); window.back = true }).observe(document.documentElement, { childList: true, subtree: true })`,
    unset: '',
  },
]

describe.each(browserNames)('the guard before a press, in %s', (name) => {
  const stage = setStage(name)

  async function cardOnEmptyPage(): Promise<{ tab: Tab; card: Card }> {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visitUnknown()
    // What a swallowed click would fall on.
    await tab.evaluate(`
      document.body.replaceChildren()
      window.clicks = []
      addEventListener('click', (event) => event.isTrusted && clicks.push(performance.now()), true)`)
    await goSilently(tab, 'user-permissions')
    return { tab, card: await tab.waitForCard() }
  }

  const middle = async (card: Card, label: string): Promise<Point> => {
    const { rect } = await card.button(label)
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
  }

  test('a press counts where the card stays in sight and whole, whatever the page does to html and body', async () => {
    const { tab, card } = await cardOnEmptyPage()
    let isFirst = true
    for (const { what, set, unset } of harmless) {
      const [press, next] = isFirst
        ? [text('answer_remind'), text('back')]
        : [text('back'), text('answer_remind')]
      await card.settled(steady + 100)
      const point = await middle(card, press)
      await tab.evaluate(
        `${set}\nawait new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`,
      )
      // Chromium looks ten times a second whether all of the card is really shown.
      await stand(tab, 250)
      await tab.click(point)
      await until(`the press to count under ${what}`, async () => (await card.buttons()).includes(next))
      await tab.evaluate(unset)
      isFirst = !isFirst
    }
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
  })

  test('a press is swallowed where the card is hidden, shrunk, covered or switched off, and nothing is written', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    for (const { what, set, unset } of harmful) {
      const point = await middle(card, text('answer_checked'))
      const before = await stage.stored()
      const clicks = await tab.evaluate<number>('return clicks.length')
      await tab.evaluate(set)
      if (what.startsWith('the host'))
        await until('the host to be back', () => tab.evaluate<boolean>('return window.back === true'))
      // The time alone must not make it pressable again, but for a card that is back in its place.
      else await stand(tab, steady + 250)
      await tab.click(point)
      // Where it was drawn under the attack, too.
      const moved = await card
        .evaluate<Point>(`
          const node = [...root.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(text('answer_checked'))})
          const { x, y, width, height } = node.getBoundingClientRect()
          return { x: x + width / 2, y: y + height / 2 }`)
        .catch(() => undefined)
      const isThere = moved && moved.x > 0 && moved.y > 0 && moved.x < 1200 && moved.y < 700
      if (isThere && Math.hypot(moved.x - point.x, moved.y - point.y) > 2) await tab.click(moved)
      // Had a press been sent, it would have been written before this is answered.
      await stage.send({ request: 'overview', argument: null })
      expect(await stage.stored(), what).toEqual(before)
      expect(await tab.evaluate<number>('return clicks.length'), `${what}: a click arrived`).toBeGreaterThan(
        what.includes('display') || what.includes('content-visibility') ? -1 : clicks,
      )
      await tab.evaluate(unset)
      await tab.waitForCard()
      expect(await card.buttons(), what).toContain(text('answer_checked'))
    }
    // And the card was alive all the time.
    await stand(tab, 700)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
  })

  test('what hides or covers the card until the very moment of the press is seen, however short it was', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    const point = await middle(card, text('answer_checked'))
    const moving = harmful.filter(({ unset }) => unset !== '' && !/display|content-visib/.test(unset))
    for (const { what, set, unset } of moving) {
      await tab.hover(point)
      // Looked at and well for longer than is asked for.
      await stand(tab, steady + 700)
      const before = await stage.stored()
      await tab.evaluate(`
        const back = async () => { ${unset} }
        window.addEventListener('pointerdown', back, { capture: true, once: true })
        window.addEventListener('keydown', back, { capture: true, once: true })
        ${set}
        await new Promise((done) => setTimeout(done, 150))`)
      await tab.click(point)
      await stage.send({ request: 'overview', argument: null })
      expect(await stage.stored(), what).toEqual(before)
      await tab.waitForCard()
      expect(await card.buttons(), what).toContain(text('answer_checked'))
    }
    await tab.hover(point)
    await stand(tab, steady + 700)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
  })

  /** Presses again and again until a press counts: it came no sooner than half a second after `from`, by the page's clock. */
  async function firstPress(tab: Tab, press: () => Promise<unknown>, from: string): Promise<number> {
    await tab.evaluate(`
      window.presses = []
      for (const type of ['pointerdown', 'keydown'])
        addEventListener(type, ({ target }) => { if (target.matches('${cardTag}')) presses.push(performance.now()) }, true)`)
    await until('a press that counts', async () => {
      await press()
      return (await (await tab.card())?.buttons())?.includes(text('back'))
    })
    return tab.evaluate<number>(`return presses.at(-1) - (${from})`)
  }

  test('a key counts half a second after the card has come, not before', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    await stage.letTimePass('user-list-review')
    await tab.goto(`https://${usual}/somewhere`)
    await tab.evaluate(`
      document.body.replaceChildren()
      const look = () => {
        if (document.querySelector('${cardTag}')) return
        window.lastWithout = performance.now()
        requestAnimationFrame(look)
      }
      look()`)
    await goSilently(tab, 'user-permissions')
    const again = await tab.waitForCard()
    const press = async () => {
      await (await again.button(text('answer_remind'))).focus()
      await tab.press('Enter')
    }
    expect(await firstPress(tab, press, 'lastWithout')).toBeGreaterThanOrEqual(steady)
  })

  test('a press counts half a second after the page was shown again, not before', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    const point = await middle(card, text('answer_remind'))
    await tab.evaluate(`
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') window.back = performance.now()
      }, true)`)
    const other = await stage.browser.open('https://example.test/')
    await until('the page to be out of sight', () => tab.evaluate<boolean>('return document.hidden'))
    await other.close()
    await tab.bringToFront()
    expect(await firstPress(tab, () => tab.click(point), 'window.back')).toBeGreaterThanOrEqual(steady)
  })

  test('a press counts half a second after the window has the focus again, not before', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    const point = await middle(card, text('answer_remind'))
    await tab.evaluate(`
      window.back = 0
      addEventListener('focus', ({ target }) => {
        if (target === window) window.back = performance.now()
      }, true)`)
    const other = await stage.browser.openWindow('https://example.test/')
    await stand(tab, 1200)
    await other.close()
    expect(await firstPress(tab, () => tab.click(point), 'window.back')).toBeGreaterThanOrEqual(steady)
  })

  test('a press counts half a second after the card has come, not before', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    const point = await middle(card, text('answer_remind'))
    await stage.letTimePass('user-list-review')
    await tab.goto(`https://${usual}/somewhere`)
    await tab.evaluate(`
      document.body.replaceChildren()
      window.pressed = []
      window.longest = 0
      let last = performance.now()
      const look = () => {
        const now = performance.now()
        window.longest = Math.max(longest, now - last)
        last = now
        if (!document.querySelector('${cardTag}')) window.lastWithout = now
        requestAnimationFrame(look)
      }
      look()
      addEventListener('click', ({ target }) => {
        if (target.matches('${cardTag}')) pressed.push(performance.now())
      }, true)`)
    await goSilently(tab, 'user-permissions')
    await until('a press that counts', async () => {
      await tab.click(point)
      return (await (await tab.card())?.buttons())?.includes(text('back'))
    })
    const [lastWithout, longest, ...pressed] = await tab.evaluate<number[]>(
      'return [lastWithout, longest, ...pressed]',
    )
    expect(pressed.length).toBeGreaterThan(1)
    expect(pressed.at(-1)! - lastWithout!).toBeGreaterThanOrEqual(steady)
    // The first press after that time counts, so every one before came too early; a page that hung looked at it later.
    expect(pressed.at(-2)! - lastWithout!).toBeLessThan(steady + 150 + longest!)
  })

  test('a card that has just moved under the pointer cannot be pressed at once', async () => {
    const { tab, card } = await cardOnEmptyPage()
    await card.settled()
    await tab.resize(900, 500)
    await (await card.button(text('answer_checked'))).click({ atOnce: true })
    await stage.send({ request: 'overview', argument: null })
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
  })
})
