import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { MessageName } from '../../src/i18n/i18n'
import { browserNames, type Card, cardTag, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, textLike, titleOf } from '../support/messages'
import { cardsSeen, firstStore, goInApp, keyOf, setStage, stand, today, watchCards } from './stage'

const catalogue = Object.keys(
  JSON.parse(readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8')),
) as MessageName[]
const personal = /Kettles|Kiel|Kim|4711/

/** Everything that shows of the card, by computed values. */
const looks = `
  const names = ['display', 'position', 'color', 'background-color', 'border-top-color', 'border-top-width', 'font-family', 'font-size',
    'font-weight', 'line-height', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent', 'text-align', 'direction',
    'unicode-bidi', 'writing-mode', 'opacity', 'visibility', 'pointer-events', 'filter', 'transform', 'cursor', 'user-select']
  const nodes = [...root.querySelectorAll('section, section *')]
  return JSON.stringify(nodes.map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect()
    const style = getComputedStyle(node)
    return [node.localName, ...[x, y, width, height].map(Math.round), ...names.map((name) => style.getPropertyValue(name))]
  }), null, 1)`

const hostileSheet = `
  @font-face { font-family: 'system-ui'; src: local('DejaVu Sans Mono'), local('Courier New'), local('Liberation Mono') }
  @font-face { font-family: 'sans-serif'; src: local('DejaVu Sans Mono'), local('Courier New'), local('Liberation Mono') }
  @font-face { font-family: 'Arial'; src: local('DejaVu Sans Mono'), local('Courier New'), local('Liberation Mono') }
  :root { --color: red; --width: 10px; font-size: 40px !important; color-scheme: dark !important }
  html, body { direction: rtl !important; writing-mode: vertical-rl !important; unicode-bidi: bidi-override !important }
  *, *::before, *::after, ${cardTag}, ${cardTag}::part(box), [popover], ${cardTag} > * {
    color: red !important; background: lime !important; font: italic 900 33px/3 'Arial' !important; letter-spacing: 9px !important;
    word-spacing: 20px !important; text-transform: uppercase !important; text-indent: 50px !important; text-align: center !important;
    direction: rtl !important; visibility: hidden !important; opacity: 0.1 !important; pointer-events: none !important;
    transform: scale(0.5) !important; filter: blur(4px) !important; border: 9px solid red !important; width: 20px !important;
    white-space: nowrap !important; cursor: wait !important; user-select: all !important; zoom: 1; content: 'x' !important;
    animation: shake 1s infinite !important }
  html { filter: none !important; }
  @keyframes shake { from { opacity: 0 } to { opacity: 0.2 } }`

describe.each(browserNames)('on somebody else’s page, in %s', (name) => {
  const stage = setStage(name)
  const usersCard = async (
    ...variants: Parameters<typeof stage.visit>[1][]
  ): Promise<{ tab: Tab; card: Card }> => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions', ...variants)
    return { tab, card: await tab.waitForCard() }
  }

  test('the page’s styles, fonts, directions and properties do not get into the card', async () => {
    const { tab, card } = await usersCard()
    // Without a scroll bar, which the sheet would take away and so make the window wider.
    await tab.evaluate(`document.documentElement.style.setProperty('overflow', 'hidden', 'important')`)
    await card.settled()
    const before = await card.evaluate<string>(looks)
    await tab.evaluate(`
      const sheet = document.createElement('style')
      sheet.textContent = ${JSON.stringify(hostileSheet)}
      document.head.append(sheet)
      document.dir = 'rtl'
      await document.fonts.ready
      await Promise.all(['Arial', 'system-ui', 'sans-serif'].map((name) => document.fonts.load('14px "' + name + '"').catch(() => null)))
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`)
    // The page itself has changed.
    expect(await tab.evaluate('return getComputedStyle(document.body).color')).toBe('rgb(255, 0, 0)')
    expect(await card.evaluate(looks)).toBe(before)
    expect(await card.evaluate('return getComputedStyle(root.host).opacity')).toBe('1')
  })

  test('a page that takes the card away is answered once and then left in peace', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const tab = await stage.visit('case-log', 'remover')
    await watchCards(tab)
    await goInApp(tab, 'user-permissions')
    await until('the card, and once more', async () => (await cardsSeen(tab)) === 2)
    const idle = await tab.evaluate<number>(`
      let changes = 0
      new MutationObserver((records) => { changes += records.length }).observe(document, { childList: true, subtree: true, attributes: true })
      let longest = 0
      let last = performance.now()
      const end = last + 2000
      while (performance.now() < end) {
        await new Promise((done) => setTimeout(done, 10))
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }
      return changes`)
    expect(idle).toBe(0)
    expect(await cardsSeen(tab)).toBe(2)
    expect(await tab.card()).toBeUndefined()
    // The number on the button still tells, and the turn is free for the next page.
    expect((await stage.browser.badge()).text).toBe('1')
    await stage.letTimePass()
    await goInApp(tab, 'manage-returns')
    await until('the next card, and once more', async () => (await cardsSeen(tab)) === 4)
  })

  test.each([
    ['its body', `document.body.replaceWith(document.createElement('body'))`],
    [
      'all that is in its document',
      `document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'))`,
    ],
    [
      'its root element',
      `const html = document.createElement('html'); html.append(document.createElement('body')); document.documentElement.replaceWith(html)`,
    ],
  ])('a page that replaces %s keeps a card that works', async (_, replace) => {
    const { tab, card } = await usersCard()
    await tab.evaluate(replace)
    await until('the card to be back', () =>
      tab.evaluate<boolean>(`return document.querySelector('${cardTag}') !== null`),
    )
    // The scroll bar has gone and the card has moved with it: it looks at its place twice a second.
    await stand(tab, 700)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
  })

  test('nothing of the card is printed', async () => {
    const { tab, card } = await usersCard()
    const drawn = () =>
      card.evaluate<number>(`return root.querySelector('section').getBoundingClientRect().width`)
    expect(await drawn()).toBeGreaterThan(0)
    await tab.emulate({ print: true })
    expect(await card.evaluate('return matchMedia("print").matches')).toBe(true)
    expect(await drawn()).toBe(0)
    await tab.emulate({})
    expect(await drawn()).toBeGreaterThan(0)
  })

  test('whatever a page reads, it gets catalogue text at most and nothing personal', async () => {
    await stage.store({
      settings: { version: 1, who: 'Kim' },
      stores: { version: 1, stores: [{ ...firstStore, name: 'Kettles of Kiel' }], current: firstStore.id },
    })
    const note = { note: 'Ask Kim, 4711', events: [] }
    await stage.store({ [keyOf('user-list-review')]: { version: 1, ...note } })
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    const title = titleOf('user-list-review')
    const found = await tab.evaluate<Record<string, unknown>>(`
      const host = document.querySelector('${cardTag}')
      const box = host.getBoundingClientRect()
      const read = {
        root: host.shadowRoot,
        texts: [document.documentElement.innerText, document.documentElement.textContent, host.innerText, host.textContent, host.outerHTML],
        inside: host.childNodes.length,
        serialised: document.documentElement.getHTML?.({ serializableShadowRoots: true }) ?? '',
      }
      getSelection().removeAllRanges()
      document.execCommand('selectAll')
      read.selected = String(getSelection())
      getSelection().removeAllRanges()
      // An oracle for words the page already knows, and no more (docs/hostile-pages.md).
      read.oracle = window.find(${JSON.stringify(title)})
      read.selectedByFind = String(getSelection())
      read.personal = ['Kettles of Kiel', 'Kim', '4711'].map((word) => {
        getSelection().removeAllRanges()
        return window.find(word)
      })
      return read`)
    expect(found).toMatchObject({ root: null, inside: 0, personal: [false, false, false] })
    for (const read of [...(found['texts'] as string[]), found['serialised'], found['selected']]) {
      expect(read).not.toContain(title)
      expect(read).not.toMatch(personal)
    }
    expect(['', title]).toContain(found['selectedByFind'])
    // Every text in it, face by face, is one of the catalogue's.
    const known = catalogue.map((one) => textLike(one))
    const expectCatalogue = async () => {
      const texts = await card.evaluate<string[]>(`
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        const texts = []
        while (walker.nextNode()) if (walker.currentNode.parentNode.localName !== 'style') texts.push(walker.currentNode.data)
        return texts.filter((one) => one.trim() !== '')`)
      expect(texts.length).toBeGreaterThan(3)
      // The spoken line is all lines of a face in one.
      expect(texts.filter((one) => !known.some((like) => like.test(one)))).toEqual([])
      expect(await card.html()).not.toMatch(personal)
    }
    await expectCatalogue()
    await (await card.button(text('answer_remind'))).click()
    await expectCatalogue()
    await (await card.button(text('back'))).click()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    await expectCatalogue()
  })

  test('a page’s script cannot press anything', async () => {
    const { tab, card } = await usersCard()
    await card.settled()
    const before = await stage.stored()
    await tab.evaluate(`
      const host = document.querySelector('${cardTag}')
      const at = { clientX: innerWidth - 60, clientY: innerHeight - 40, bubbles: true, composed: true, cancelable: true, view: window, detail: 1 }
      host.click()
      host.focus()
      for (const target of [host, document.elementFromPoint(at.clientX, at.clientY), document.activeElement]) {
        for (const type of ['pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, at))
        for (const type of ['mousedown', 'mouseup', 'click', 'auxclick']) target.dispatchEvent(new MouseEvent(type, at))
        for (const key of ['Enter', ' ', 'Escape'])
          for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { ...at, key, code: key }))
        target.dispatchEvent(new SubmitEvent('submit', at))
      }`)
    await stage.send({ request: 'overview', argument: null })
    expect(await stage.stored()).toEqual(before)
    expect(await card.buttons()).toContain(text('answer_checked'))
    // All that a page hears of a real press is where it fell.
    await tab.evaluate(`
      window.heard = []
      const host = document.querySelector('${cardTag}')
      const nameOf = (one) => (one === host ? 'card' : one.constructor.name)
      addEventListener('click', (event) => {
        heard.push([event.target, ...event.composedPath()].map(nameOf).join(' '))
      }, true)`)
    await (await card.button(text('answer_remind'))).click()
    await card.button(text('back'))
    expect(await tab.evaluate('return window.heard')).toEqual([
      'card card HTMLBodyElement HTMLHtmlElement HTMLDocument Window',
    ])
  })
})
