import { describe, expect, test } from 'vitest'
import { checkStates } from '../../src/dashboard/navigation/router'
import type { Overview } from '../../src/domain/overview'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { firstStore, ownPageIn, setStage, today } from './stage'

const rows = (tab: Tab) =>
  tab.evaluate<string[]>(`return [...document.querySelectorAll('main .row h4')].map((one) => one.innerText)`)

const chosen = (tab: Tab) =>
  tab.evaluate<string>(`return document.querySelector('.filters [aria-current]')?.hash`)

const isChosen = (tab: Tab, hash: string) => until(hash, async () => (await chosen(tab)) === hash)

describe.each(browserNames)('the list of checks, in %s', (name) => {
  const stage = setStage(name)

  test('is narrowed by keyboard, and back leads to the part before', async () => {
    await stage.leaveWaiting('user-list-review', 'two-step-on')
    const { tab } = await stage.openDashboard()
    expect((await rows(tab)).length).toBeGreaterThan(40)
    await tab.evaluate(`document.querySelector('.filters a[href="#/checklist/due"]').focus()`)
    await tab.press('Enter')
    await isChosen(tab, '#/checklist/due')
    expect(await rows(tab)).toEqual([titleOf('two-step-on'), titleOf('user-list-review')])
    expect(await tab.evaluate('return document.activeElement.hash')).toBe('#/checklist/due')
    await tab.evaluate('history.back()')
    await isChosen(tab, '#/checklist')
  })

  test('an answer takes a check out of what is due; undo brings it back', async () => {
    await stage.leaveWaiting('user-list-review', 'two-step-on')
    const page = ownPageIn(
      await stage.browser.open(stage.browser.extensionUrl('src/dashboard/dashboard.html#/checklist/due')),
    )
    await page.waitFor((seen) => seen.includes(titleOf('two-step-on')))
    await page.press(text('answer_checked'), titleOf('two-step-on'))
    await until('the answer', async () => (await rows(page.tab)).length === 1)
    await page.press(text('undo'))
    await until('the undo', async () => (await rows(page.tab)).length === 2)
  })

  test.each([{ dark: false }, { dark: true }])('axe finds nothing wrong in any part (%o)', async (media) => {
    await stage.importYear('two-step-on')
    const { tab } = await stage.openDashboard()
    if (media.dark) await tab.emulate(media)
    for (const width of [1024, 320]) {
      await tab.resize(width, 640)
      for (const part of [...checkStates, 'people']) {
        await tab.evaluate(`location.hash = '#/checklist/${part}'`)
        await isChosen(tab, `#/checklist/${part}`)
        expect(await tab.axe({ practices: true }), part).toEqual([])
        expect(await tab.evaluate<number>('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
      }
    }
    if (media.dark) await tab.emulate({})
  })

  test('on the first day of a new store only the essential checks are due', async () => {
    const stores = [{ ...firstStore, began: today() }]
    await stage.store({ [storesKind.prefix]: storesKind.encode({ stores, current: firstStore.id }) })
    const { tab } = await stage.openDashboard()
    await tab.evaluate(`location.hash = '#/checklist/due'`)
    await isChosen(tab, '#/checklist/due')
    const due = await rows(tab)
    expect(due.length).toBeLessThanOrEqual(9)
    expect((await stage.browser.badge()).text).toBe(String(due.length))
    await tab.evaluate(`location.hash = '#/checklist/planned'`)
    await isChosen(tab, '#/checklist/planned')
    expect((await rows(tab)).length).toBeGreaterThan(40)
  })

  test('a check of one’s own is made by keyboard, edited, found in list and calendar, archived and brought back', async () => {
    await stage.leaveWaiting()
    const page = await stage.openDashboard()
    const { tab } = page
    const focused = () => tab.evaluate<string>('return document.activeElement.id')
    const own = async () => (await rows(tab)).filter((title) => title.startsWith('VAT'))
    await page.press(text('own_add'))
    await until('the form', () =>
      tab.evaluate<boolean>(`return document.querySelector('#own-title') !== null`),
    )
    for (const width of [1024, 320]) {
      await tab.resize(width, 640)
      expect(await tab.axe({ practices: true })).toEqual([])
      expect(await tab.evaluate<number>('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      )
    }
    await page.press(text('own_save'))
    await until('the missing title to have the focus', async () => (await focused()) === 'own-title')
    expect(await tab.axe({ practices: true })).toEqual([])
    for (const key of 'VAT') await tab.press(key)
    await tab.press('Enter')
    await until('the check in the list', async () => (await own()).length === 1)
    await page.press(text('own_edit'), 'VAT')
    await until('the title to be edited', () =>
      tab.evaluate<boolean>(`return document.querySelector('#own-title')?.value === 'VAT'`),
    )
    await tab.click('#own-title')
    await tab.press('End')
    for (const key of '26') await tab.press(key)
    await tab.press('Enter')
    await until('the new title', async () => (await own()).join() === 'VAT26')
    const { ok } = (await stage.send({ request: 'overview', argument: null })) as { ok: Overview }
    const due = ok.measures.find(({ title }) => title === 'VAT26')?.next
    await tab.evaluate(`location.hash = '#/calendar/${due?.slice(0, 7)}'`)
    await page.waitFor((seen) => seen.includes('VAT26'))
    await tab.evaluate(`location.hash = '#/checklist'`)
    await until('the list', async () => (await own()).length === 1)
    await page.press(text('own_archive'), 'VAT26')
    await until('the check to go', async () => (await own()).length === 0)
    await page.press(text('undo'))
    await until('the check to be back', async () => (await own()).length === 1)
  })
})
