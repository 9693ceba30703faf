import { describe, expect, test } from 'vitest'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { componentDialogs } from '../practice/pages'
import { cardsSeen, goSilently, setStage, stand, watchCards } from './stage'

/** Ways in which a page keeps a dialog that nobody sees, each with the way in which it comes into sight. */
const hidden: { how: string; hide: string; show: string }[] = [
  { how: 'display', hide: `box.style.display = 'none'`, show: `box.style.display = ''` },
  { how: 'the attribute', hide: 'box.hidden = true', show: 'box.hidden = false' },
  { how: 'visibility', hide: `box.style.visibility = 'hidden'`, show: `box.style.visibility = ''` },
  {
    how: 'visibility, told to readers too',
    hide: `box.style.visibility = 'hidden'; box.ariaHidden = 'true'`,
    show: `box.style.visibility = ''; box.ariaHidden = null`,
  },
  { how: 'opacity', hide: `box.style.opacity = '0'`, show: `box.style.opacity = ''` },
  {
    how: 'opacity around it',
    hide: `box.parentNode.style.opacity = '0'`,
    show: `box.parentNode.style.opacity = ''`,
  },
  {
    how: 'content-visibility',
    hide: `box.parentNode.style.contentVisibility = 'hidden'`,
    show: `box.parentNode.style.contentVisibility = ''`,
  },
  { how: 'inert around it', hide: 'box.parentNode.inert = true', show: 'box.parentNode.inert = false' },
  {
    how: 'aria-hidden around it',
    hide: `box.parentNode.ariaHidden = 'true'`,
    show: 'box.parentNode.ariaHidden = null',
  },
  { how: 'scale', hide: `box.style.transform = 'scale(0)'`, show: `box.style.transform = ''` },
  {
    how: 'no size',
    hide: `box.style.cssText += 'width: 0; height: 0; overflow: hidden; padding: 0; border: 0'`,
    show: `box.style.cssText = 'position: fixed; left: 200px; top: 200px; padding: 20px; background: #fff'`,
  },
  { how: 'clip-path', hide: `box.style.clipPath = 'inset(50%)'`, show: `box.style.clipPath = ''` },
  { how: 'a place outside', hide: `box.style.left = '-9999px'`, show: `box.style.left = '200px'` },
  {
    how: 'a fold around it',
    hide: `box.parentNode.style.cssText += 'position: fixed; left: 0; top: 0; height: 0; overflow: hidden; contain: paint'`,
    show: `box.parentNode.style.cssText = ''`,
  },
]

describe.each(browserNames)('dialogs of the page, in %s', (name) => {
  const stage = setStage(name)

  const usersPage = async (): Promise<Tab> => {
    await stage.leaveWaiting('user-list-review')
    return stage.visit('user-permissions', 'components')
  }

  test('a card steps aside for a dialog inside a component, whichever kind of root and dialog, and returns', async () => {
    const tab = await usersPage()
    await tab.waitForCard()
    for (const { id } of componentDialogs) {
      await tab.evaluate(`document.querySelector('[data-opens="${id}"]').click()`)
      await tab.waitForNoCard().catch((error) => Promise.reject(new Error(`${id}: ${error}`)))
      await tab.evaluate(`document.getElementById('${id}').turn(false); document.activeElement?.blur()`)
      await tab.waitForCard().catch((error) => Promise.reject(new Error(`${id} closed: ${error}`)))
    }
  })

  test('no card comes while one is open', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visitUnknown('components')
    await watchCards(tab)
    const turn = (id: string, isOpen: boolean) =>
      tab.evaluate(`document.getElementById('${id}').turn(${isOpen}); document.activeElement?.blur()`)
    await turn('modal-closed', true)
    await goSilently(tab, 'user-permissions')
    await until('the card to wait', async () => (await stage.sees()).outcome.kind === 'waiting-for-calm')
    let last = 'modal-closed'
    for (const id of ['marked-open', 'plain-closed', 'alert-nested', 'marked-closed']) {
      await turn(id, true)
      await turn(last, false)
      last = id
      // Longer than the pause between two looks.
      await stand(tab, 700)
      expect(await cardsSeen(tab), id).toBe(0)
    }
    await turn(last, false)
    await tab.waitForCard()
  })

  test('a dialog that nobody can see keeps no card away, however it is hidden, and counts when it is seen', async () => {
    const tab = await usersPage()
    await tab.evaluate(`
      for (let index = 0; index < ${hidden.length}; index += 1) {
        const around = document.createElement('div')
        const box = around.appendChild(document.createElement('div'))
        box.role = 'dialog'
        box.ariaModal = 'true'
        box.textContent = 'A dialog'
        box.style.cssText = 'position: fixed; left: 200px; top: 200px; padding: 20px; background: #fff'
        if (index % 2) document.body.append(around)
        else document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }).append(around)
        window['box' + index] = box
      }
      ${hidden.map(({ hide }, index) => `{ const box = window['box${index}']; ${hide} }`).join('\n')}`)
    await tab.waitForCard()
    for (const [index, { how, hide, show }] of hidden.entries()) {
      const run = (code: string) => tab.evaluate(`const box = window['box${index}']; ${code}`)
      await run(show)
      await tab.waitForNoCard().catch((error) => Promise.reject(new Error(`${how}: ${error}`)))
      await run(hide)
      await tab.waitForCard().catch((error) => Promise.reject(new Error(`${how}, hidden again: ${error}`)))
    }
  })

  test('a dialog that has no box of its own counts by what is in it', async () => {
    const tab = await usersPage()
    await tab.waitForCard()
    await tab.evaluate(`
      const box = document.body.appendChild(document.createElement('div'))
      box.role = 'dialog'
      box.ariaModal = 'true'
      box.style.display = 'contents'
      const inner = box.appendChild(document.createElement('p'))
      inner.textContent = 'A dialog'
      inner.style.cssText = 'position: fixed; left: 200px; top: 200px; padding: 20px'`)
    await tab.waitForNoCard()
  })
})
