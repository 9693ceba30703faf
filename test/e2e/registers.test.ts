import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { firstStore, type OwnPage, setStage, today } from './stage'

/** Puts a value into a field by its id, as typing does. */
const type = (page: OwnPage, id: string, value: string) =>
  page.tab.evaluate(`
    const field = document.getElementById(${JSON.stringify(id)})
    field.value = ${JSON.stringify(value)}
    field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }))`)

/** Presses a button by what a screen reader calls it. */
const pressNamed = async (page: OwnPage, name: string) => {
  await page.tab.click(`button[aria-label=${JSON.stringify(name)}]`)
}

describe.each(browserNames)('registers and appeals, in %s', (name) => {
  const stage = setStage(name)
  const keysOf = async (prefix: string) =>
    Object.keys(await stage.stored()).filter((key) => key.startsWith(prefix))
  const addTo = (register: 'people' | 'payout_account') =>
    text('register_add_to', { register: text(`register_${register}_title`) })

  test('somebody is noted with an end date that has come: the checks come up, and undo takes all of it back', async () => {
    await stage.leaveWaiting()
    const page = await stage.openDashboard('registers')
    const empty = await page.waitFor((seen) => seen.includes(text('register_people_empty')))
    expect(empty).toContain(text('register_nightlatch'))
    await pressNamed(page, addTo('people'))
    await page.press(text('register_save'))
    await page.waitFor((seen) => seen.includes(text('register_bad_missing')))
    await type(page, 'people-new-name', 'Ana')
    await type(page, 'people-new-end', today())
    await page.press(text('register_save'))
    await page.waitFor((seen) => seen.includes(text('register_reported')))
    const run = async () => (await stage.stored())[(await keysOf('run/'))[0] ?? '']
    expect(await run()).toMatchObject({ playbook: 'offboarding', from: today() })
    const popup = await stage.openPopup()
    await popup.waitFor((seen) => seen.includes(titleOf('offboard-person')))
    await popup.tab.close()
    await page.press(text('undo'))
    await page.waitFor((seen) => seen.includes(text('register_people_empty')))
    expect(await keysOf('register/')).toEqual([])
    expect(JSON.stringify(await run())).toContain('false-alarm')
    expect((await stage.browser.badge()).text).toBe('')
  })

  test('four digits get a sentence and stay in the field; three are asked back beside the check', async () => {
    await stage.leaveWaiting('deposit-check-before-payout')
    const page = await stage.openDashboard('registers')
    await pressNamed(page, addTo('payout_account'))
    await type(page, 'payout-account-new-digits', '1234')
    await page.press(text('register_save'))
    await page.waitFor((seen) => seen.includes(text('register_bad_not_three_digits')))
    expect(await page.tab.evaluate('return document.getElementById("payout-account-new-digits").value')).toBe(
      '1234',
    )
    await type(page, 'payout-account-new-digits', '123')
    await page.press(text('register_save'))
    await page.waitFor((seen) => seen.includes(text('register_saved')))
    const popup = await stage.openPopup()
    await popup.waitFor((seen) => seen.includes(text('still_account', { digits: '123' })))
    const card = await (await stage.visit('deposit-methods')).waitForCard()
    expect(await card.text()).toContain(titleOf('deposit-check-before-payout'))
    expect(await card.html()).not.toContain('123')

    // Only while the check waits.
    const asked = text('still_account', { digits: '123' })
    const item = 'deposit-check-before-payout'
    const opened = async () => {
      const page = await stage.openDashboard()
      await page.tab.evaluate(`location.hash = '#/item/${item}'`)
      return page.waitFor((seen) => seen.includes(text('note_label')))
    }
    expect(await opened()).toContain(asked)
    const argument = { id: 'event-p', store: 'store-1', kind: 'answered', item, answer: { kind: 'checked' } }
    await stage.send({ request: 'change', argument })
    expect(await opened()).not.toContain(asked)
  })

  test('the number on Amazon’s page is compared with the register', async () => {
    await stage.leaveWaiting('trusted-device-review')
    await stage.store({
      'register/login-1/computers/row-1': { version: 1, values: { name: 'Office PC' }, at: 0 },
    })
    const page = await stage.openDashboard('registers')
    await page.waitFor((seen) => seen.includes('Office PC'))
    await type(page, 'computers-shown', '3')
    await page.press(text('register_compare_go'))
    await page.waitFor((seen) => seen.includes(text('register_compare_more_other', { count: '2' })))
    await type(page, 'computers-shown', '1')
    await page.press(text('register_compare_go'))
    await page.press(text('register_compare_check'))
    await until(
      'the answer',
      async () => (await stage.recordOf('trusted-device-review'))?.checked === today(),
    )
  })

  test('an appeal is saved while it is written, and a promise in it becomes a check', async () => {
    await stage.leaveWaiting()
    const list = await stage.openDashboard('appeal')
    await list.press(text('appeal_new'))
    await list.waitFor((seen) => seen.includes(text('appeal_state_new')))
    await type(list, 'appeal-title', 'Appeal of March')
    await type(list, 'appeal-happened', 'Late shipments')
    await list.press(text('appeal_add_measure'))
    await until('the row of a measure', () =>
      list.tab.evaluate<boolean>('return document.getElementById("appeal-measures-1-what") !== null'),
    )
    await type(list, 'appeal-measures-1-what', 'Count the stock')
    await type(list, 'appeal-measures-1-every', '7')
    await list.press(text('appeal_measure_keep'))
    await list.waitFor((seen) => seen.includes(text('appeal_measure_kept')))
    const [key = ''] = await keysOf('draft/')
    expect((await stage.stored())[key]).toMatchObject({ content: { happened: 'Late shipments' } })

    const dashboard = await stage.openDashboard('calendar')
    await dashboard.tab.resize(1024, 768)
    await dashboard.press('Count the stock')
    await until('the measure, unfolded', () =>
      dashboard.tab.evaluate<boolean>(`
        const node = document.activeElement
        return node.localName === 'summary' && node.parentElement.open && node.innerText.includes('Count the stock')`),
    )
    await dashboard.press(text('answer_checked'), 'Count the stock')
    const own = await until('the answer', async () => {
      const found = (await keysOf(`record/${firstStore.id}/own-`))[0]
      return found === undefined ? undefined : (await stage.stored())[found]
    })
    expect(own).toMatchObject({ checked: today() })
  })

  test('two tabs that write the same draft lose nothing', async () => {
    await stage.leaveWaiting()
    const first = await stage.openDashboard('appeal')
    await first.press(text('appeal_new'))
    await first.waitFor((seen) => seen.includes(text('appeal_state_new')))
    await type(first, 'appeal-cause', 'from the beginning')
    await until('the first save', async () => (await keysOf('draft/')).length === 1)
    const second = await stage.openDashboard('appeal')
    await second.press(text('appeal_unnamed'))
    await second.waitFor((seen) => seen.includes(text('appeal_part_cause')))
    await type(second, 'appeal-cause', 'from the second tab')
    const texts = async () =>
      Object.values(await stage.stored()).flatMap((value) => {
        const { content } = (value ?? {}) as { content?: { cause: string } }
        return content ? [content.cause] : []
      })
    await until('the second save', async () => (await texts()).includes('from the second tab'))
    await first.tab.bringToFront()
    await type(first, 'appeal-cause', 'from the first tab')
    await until('the third save', async () => (await keysOf('draft/')).length === 2)
    expect((await texts()).sort()).toEqual(['from the first tab', 'from the second tab'])
  })

  test.each(['registers', 'appeal'] as const)(
    'axe finds nothing wrong with the %s, wide or narrow',
    async (part) => {
      await stage.leaveWaiting()
      const page = await stage.openDashboard(part)
      if (part === 'registers') await pressNamed(page, addTo('people'))
      else await page.press(text('appeal_new'))
      await until('the form', () =>
        page.tab.evaluate<boolean>('return document.querySelector("form, textarea") !== null'),
      )
      for (const dark of [false, true]) {
        await page.tab.emulate({ dark })
        expect(await page.tab.axe()).toEqual([])
      }
      await page.tab.resize(320, 640)
      expect(await page.tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      await page.tab.emulate({})
    },
  )
})
