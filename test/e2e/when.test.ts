import { describe, expect, test } from 'vitest'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { text, titleOf } from '../support/messages'
import { cardsSeen, goSilently, setStage, stand, usual, watchCards } from './stage'

describe.each(browserNames)('when a card comes, in %s', (name) => {
  const stage = setStage(name)

  async function expectSilence(tab: Tab, why: string): Promise<void> {
    expect(await stage.outcome()).toEqual({ kind: 'none', why })
    expect(await tab.card()).toBeUndefined()
    expect(await stage.recordOf('user-list-review')).toBeUndefined()
  }

  test('on the first day not before the seller has opened the popup once', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.storeShown([], false)
    const tab = await stage.visit('user-permissions')
    await expectSilence(tab, 'first-day')
    const popup = await stage.openPopup()
    await popup.tab.close()
    await tab.reload()
    expect(await (await tab.waitForCard()).text()).toContain(titleOf('user-list-review'))
  })

  test('not on the next page, right after one was closed: the showing was counted before it was drawn', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    expect((await stage.stored())['showings']).toMatchObject({ shown: [expect.any(Number)] })
    expect(await stage.recordOf('user-list-review')).toMatchObject({
      unanswered: 1,
      quietUntil: expect.any(Number),
    })
    await (await card.button(text('answer_close'))).click()
    await tab.waitForNoCard()
    await stage.forgetDecisions()
    await tab.goto(practiceAddress('manage-returns', usual))
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'gap' })
  })

  test('not while the seller has paused reminders in the popup, and again when the pause is ended there', async () => {
    await stage.leaveWaiting('user-list-review')
    const popup = await stage.openPopup()
    await popup.press(text('pause_title'))
    await popup.press(text('pause_today'))
    await popup.waitFor((seen) => seen.includes(text('pause_end')))
    const tab = await stage.visit('user-permissions')
    await expectSilence(tab, 'paused')
    expect((await stage.browser.badge()).text).toBe('1')
    await popup.tab.bringToFront()
    await popup.press(text('pause_end'))
    await popup.waitFor((seen) => seen.includes(text('pause_title')))
    await tab.bringToFront()
    await tab.reload()
    await tab.waitForCard()
  })

  test('not while a field has the focus or a dialog is open, and then without touching what was typed', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visitUnknown()
    await watchCards(tab)
    await tab.click('#note')
    await tab.press('k')
    await goSilently(tab, 'user-permissions')
    await until('the card to wait', async () => (await stage.sees()).outcome.kind === 'waiting-for-calm')
    await tab.press('e')
    /** The next hindrance comes before the last one goes. */
    const hindrances = [
      'note.blur()',
      `const dialog = document.createElement('dialog'); dialog.id = 'plain'; document.body.append(dialog); dialog.show()`,
      `const dialog = document.createElement('dialog'); dialog.id = 'modal'; document.body.append(dialog); dialog.showModal(); plain.remove()`,
      `const box = document.createElement('div'); box.id = 'marked'; box.role = 'dialog'; box.ariaModal = 'true'; box.textContent = 'x'; document.body.append(box); modal.remove()`,
      `const page = document.createElement('p'); page.id = 'editable'; page.contentEditable = 'true'; page.textContent = 'x'; document.body.prepend(page); page.focus(); marked.remove()`,
      `const frame = document.createElement('iframe'); frame.id = 'framed'; document.body.prepend(frame); frame.focus(); editable.remove()`,
    ]
    await tab.evaluate(
      `document.body.append(Object.assign(document.createElement('dialog'), { id: 'first', open: true }))`,
    )
    for (const [index, hindrance] of hindrances.entries()) {
      await tab.evaluate(hindrance)
      if (index === 1) await tab.evaluate('first.remove()')
      // Longer than the pause between two looks.
      await stand(tab, 600)
      expect(await cardsSeen(tab), hindrance).toBe(0)
    }
    expect((await stage.sees()).outcome).toEqual({ kind: 'waiting-for-calm' })
    await tab.evaluate('framed.blur(); framed.remove()')
    const card = await tab.waitForCard()
    expect(await card.focused()).toBeUndefined()
    await tab.click('#note')
    await tab.press('End')
    await tab.press('t')
    await card.settled()
    await tab.press('l')
    expect(await tab.evaluate('return [document.activeElement.id, note.value]')).toEqual(['note', 'ketl'])
  })

  test.each(['filter: blur(0px)', 'zoom: 1.01'])(
    'not where the page shows itself so that no press could count (%s), and no showing is lost',
    async (style) => {
      await stage.leaveWaiting('user-list-review')
      const tab = await stage.visitUnknown()
      await tab.evaluate(`document.documentElement.style = '${style}'`)
      await watchCards(tab)
      await goSilently(tab, 'home')
      // With its own reason, and the way on.
      expect(await stage.outcome()).toEqual({ kind: 'none', why: 'altered' })
      // Longer than the pause between two looks.
      await stand(tab, 600)
      expect(await cardsSeen(tab)).toBe(0)
      expect(await stage.recordOf('user-list-review')).toBeUndefined()
      await tab.evaluate(`document.documentElement.style = ''`)
      const card = await tab.waitForCard()
      // And later on it steps aside.
      await tab.evaluate(`document.documentElement.style = '${style}'`)
      await tab.waitForNoCard()
      await tab.evaluate(`document.documentElement.style = ''`)
      await tab.waitForCard()
      await (await card.button(text('answer_checked'))).click()
      await card.button(text('undo'))
    },
  )

  test('and steps aside for a dialog that the page opens later, and returns', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions', 'dialogs')
    await tab.evaluate('document.activeElement.blur()')
    const card = await tab.waitForCard()
    await (await card.button(text('answer_remind'))).click()
    for (const dialog of ['open-dialog', 'open-plain-dialog']) {
      await tab.evaluate(`document.getElementById('${dialog}').click()`)
      await tab.waitForNoCard()
      expect(await tab.evaluate('return document.querySelector("dialog").open')).toBe(true)
      await tab.evaluate(`document.querySelector('dialog').close(); document.activeElement.blur()`)
      await tab.waitForCard()
      // With the choice that was half made.
      expect(await card.buttons()).toContain(text('back'))
    }
  })

  test('not during a storm of addresses, which costs no write; and once it settles', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visitUnknown()
    await watchCards(tab)
    await stage.browser.inExtension(`
      globalThis.writes = []
      chrome.storage.onChanged.addListener((changes, area) => writes.push(area + ': ' + Object.keys(changes)))`)
    const changes = await tab.evaluate(`
      const pages = ['/home', '/gp/account-manager/home.html', '/returns/list', '/somewhere']
      let count = 0
      await new Promise((done) => {
        const timer = setInterval(() => {
          count += 1
          history.pushState(null, '', pages[count % pages.length] + '?n=' + count)
          if (count === 100) done(clearInterval(timer))
        }, 20)
      })
      return count`)
    expect(changes).toBe(100)
    expect(await cardsSeen(tab)).toBe(0)
    expect(await stage.browser.inExtension('return globalThis.writes')).toEqual([])
    await tab.evaluate(`history.pushState(null, '', '/gp/account-manager/home.html')`)
    await tab.waitForCard()
    expect(await cardsSeen(tab)).toBe(1)
  })
})
