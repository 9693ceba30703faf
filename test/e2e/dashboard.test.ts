import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, textLike, titleOf } from '../support/messages'
import { ownPageIn, setStage, today } from './stage'

const journalOfToday = `journal/${today()}`

describe.each(browserNames)('the dashboard, in %s', (name) => {
  const stage = setStage(name)

  test('opens from the popup, in a tab of its own, and shows the same number', async () => {
    await stage.leaveWaiting('user-list-review', 'two-step-on')
    const popup = await stage.openPopup()
    await popup.press(text('popup_open_dashboard'))
    const tab = await until('the dashboard', async () => {
      for (const one of await stage.browser.tabs()) {
        if ((await one.url()).includes('dashboard.html')) return one
      }
      return undefined
    })
    await ownPageIn(tab).waitFor((shown) => shown.includes(text('nav_due_other', { count: '2' })))
  })

  test('an answer given there is in the popup, and in the journal with its day', async () => {
    await stage.leaveWaiting('user-list-review')
    const dashboard = await stage.openDashboard()
    await dashboard.press(text('answer_checked'), titleOf('user-list-review'))
    await dashboard.waitFor((seen) => !seen.includes(text('nav_due_one', { count: '1' })))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    const popup = await stage.openPopup()
    const line = new RegExp(textLike('status_up_to_date').source, 'm')
    expect(await popup.chore(titleOf('user-list-review'))).toMatch(line)
    const journal = await stage.openDashboard('journal')
    await journal.waitFor((seen) => seen.includes(titleOf('user-list-review')))
  })

  test('a part that breaks while it is drawn says so, and guides and data are a press away', async () => {
    await stage.leaveWaiting('user-list-review')
    const page = await stage.openBetween(
      'src/dashboard/dashboard.html#/checklist',
      `const reply = await send()
       if (message.request === 'overview') delete reply.ok.areas
       return reply`,
    )
    await page.waitFor((seen) => seen.includes(text('broken_title')))
    await page.press(text('playbooks_incident'))
    await page.press(text('playbook_hijack'))
    await page.waitFor((seen) => seen.includes(text('step_hijack_clean_seat_title')))
    await page.tab.evaluate(`location.hash = '#/checklist'`)
    await page.waitFor((seen) => seen.includes(text('broken_title')))
    await page.press(text('nav_data'))
    await page.waitFor((seen) => seen.includes(text('files_title')) || seen.includes(text('rescue_raw')))
  })

  test('beside another window it follows what is answered there', async () => {
    await stage.leaveWaiting('user-list-review')
    const popup = await stage.openPopup()
    const address = stage.browser.extensionUrl('src/dashboard/dashboard.html')
    const beside = ownPageIn(await stage.browser.openWindow(address))
    await beside.waitFor((seen) => seen.includes(text('nav_due_one', { count: '1' })))
    await popup.press(text('answer_checked'))
    await beside.waitFor((seen) => !seen.includes(text('nav_due_one', { count: '1' })))
  })

  test('somebody left: the checks that this makes urgent come up, and can be taken back at once', async () => {
    await stage.leaveWaiting()
    const popup = await stage.openPopup()
    const guides = await stage.openDashboard('playbooks')
    await guides.waitFor((seen) => seen.includes(text('happened_title')))
    expect(await popup.text()).not.toContain(titleOf('offboard-person'))
    await guides.tab.evaluate(`
      document.querySelector('#report').open = true
      const button = [...document.querySelectorAll('button')]
        .find((one) => one.innerText.includes(${JSON.stringify(text('incident_somebody_left_title'))}))
      button.click()`)
    await popup.waitFor((seen) => seen.includes(titleOf('offboard-person')))
    expect((await stage.browser.badge()).text).toBe('9')
    await guides.press(text('undo'))
    await popup.waitFor((seen) => seen.includes(text('popup_nothing_waits')))
    expect((await stage.browser.badge()).text).toBe('')
    expect(Object.keys(await stage.stored())).toContain(journalOfToday)
  })
})
