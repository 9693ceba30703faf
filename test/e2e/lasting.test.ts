import { afterAll, describe, expect, inject, test } from 'vitest'
import { recordPrefix } from '../../src/storage/kinds/record'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { fillStorage, makeRoom, withLimitedStorage } from './limited-storage'
import { cardsSeen, goInApp, keyOf, setStage, today, watchCards } from './stage'

describe.each(browserNames)('what lasts, in %s', (name) => {
  const stage = setStage(name)
  const badge = async () => (await stage.browser.badge()).text
  const alarms = () =>
    stage.browser.inExtension<{ name: string; periodInMinutes: number; scheduledTime: number }[]>(
      'return chrome.alarms.getAll()',
    )

  async function checkUsers(): Promise<void> {
    const card = await (await stage.visit('user-permissions')).waitForCard()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
  }

  test('an answer is still there after the browser was closed and started again, and so is the number', async () => {
    await stage.leaveWaiting('user-list-review', 'two-step-on')
    await checkUsers()
    await stage.browser.restart()
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    await until('the number on the button', async () => (await badge()) === '1')
    await stage.letTimePass()
    const card = await (await stage.visit('home')).waitForCard()
    expect(await card.text()).toContain(titleOf('two-step-on'))
  })

  test('an answer is kept although the background was ended while the card was open', async () => {
    await stage.leaveWaiting('user-list-review')
    const card = await (await stage.visit('user-permissions')).waitForCard()
    await card.settled()
    await stage.browser.stopBackground()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    await stage.browser.stopBackground()
    await (await card.button(text('undo'))).click()
    await until('the taking back', async () => (await card.text()).includes(text('card_undone')))
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    expect(await badge()).toBe('1')
  })

  test('a card comes, and the popup opens, although the background sleeps', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.browser.stopBackground()
    await (await stage.visit('user-permissions')).waitForCard()
    await stage.browser.stopBackground()
    const popup = await stage.openPopup()
    expect(await popup.text()).toContain(text('popup_waiting_one', { count: '1' }))
  })

  test('one alarm rings every half hour, however often the background starts, and one at midnight', async () => {
    const byName = async () => Object.fromEntries((await alarms()).map((one) => [one.name, one]))
    const { tick, ...others } = await byName()
    expect(tick?.periodInMinutes).toBe(30)
    for (let start = 0; start < 3; start += 1) {
      await stage.browser.stopBackground()
      await stage.openPopup()
    }
    expect((await byName())['tick']).toEqual(tick)
    expect(Object.keys(others)).toEqual(['new-day'])
    const midnight = new Date(others['new-day']?.scheduledTime ?? Number.NaN)
    expect([midnight.getHours(), midnight.getMinutes()]).toEqual([0, 0])
  })

  test('an entry that cannot be read makes no number and no card, and is kept when the check is answered again', async () => {
    const damaged = { version: 1, checked: 'the day after tomorrow', note: 'ask Kim' }
    await stage.leaveWaiting('user-list-review')
    await stage.store({ [keyOf('user-list-review')]: damaged })
    const one = text('title_unreadable_one', { count: '1' })
    expect(await stage.browser.badge()).toEqual({ text: '', title: expect.stringContaining(one) })
    await stage.visit('user-permissions')
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'unreadable' })
    const popup = await stage.openPopup()
    await popup.press(text('answer_checked'), titleOf('user-list-review'))
    await popup.waitFor((seen) => seen.includes(text('undo')))
    expect(await stage.stored()).toMatchObject({
      [keyOf('user-list-review')]: { checked: today() },
      [`damaged/${keyOf('user-list-review')}`]: damaged,
    })
    expect(await stage.browser.badge()).toEqual({ text: '', title: text('title_nothing_waits') })
  })

  test('a list of stores that cannot be read is kept too', async () => {
    await stage.leaveWaiting('two-step-on')
    await stage.store({ stores: 'torn' })
    await stage.visit('user-permissions')
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'unreadable' })
    expect(await badge()).toBe('!')
    const popup = await stage.openPopup()
    expect(await popup.text()).not.toContain(text('popup_could_not_read'))
    await popup.press(text('answer_checked'), titleOf('two-step-on'))
    await popup.waitFor((seen) => seen.includes(text('undo')))
    expect(Object.values(await stage.stored())).toContain('torn')
  })

  test('an entry of a later version is neither changed nor lost: the card says that nothing was saved, and the popup takes no answer', async () => {
    const later = { version: 99, checked: { on: '2031-01-01' } }
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    const shown = (await stage.stored())[keyOf('user-list-review')]
    await stage.store({ [keyOf('user-list-review')]: later })
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('retry'))
    expect(await card.text()).toContain(text('card_failed'))
    expect((await stage.stored())[keyOf('user-list-review')]).toEqual(later)
    // When it can be written again, the same press is made good.
    await stage.store({ [keyOf('user-list-review')]: shown })
    await (await card.button(text('retry'))).click()
    await card.button(text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    await stage.store({ [keyOf('user-list-review')]: later })
    const popup = await stage.openPopup()
    const row = await popup.chore(titleOf('user-list-review'))
    expect(row).toContain(text('status_unreadable_newer'))
    expect(row).not.toContain(text('answer_checked'))
    expect((await stage.stored())[keyOf('user-list-review')]).toEqual(later)
  })

  test('a showing that could not be counted is not made', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    await stage.store({ [keyOf('user-list-review')]: { version: 99 } })
    const tab = await stage.visit('user-permissions')
    await watchCards(tab)
    await until(
      'the claim to be answered',
      async () => (await stage.sees()).outcome.kind !== 'waiting-for-calm',
    )
    await goInApp(tab, 'manage-returns')
    await tab.waitForCard()
    expect(await cardsSeen(tab)).toBe(1)
  })

  test('the journal keeps each answer with its day, and that it was given on a page', async () => {
    await stage.leaveWaiting('user-list-review')
    await checkUsers()
    const stored = await stage.stored()
    expect(stored[`journal/${today()}`]).toMatchObject({
      entries: [
        { day: today(), what: { item: 'user-list-review', answer: { kind: 'checked' } }, onPage: true },
      ],
    })
    expect(Object.keys(stored).filter((key) => !key.startsWith(recordPrefix))).toEqual(
      expect.arrayContaining(['stores', `journal/${today()}`]),
    )
  })
})

describe('a full disk, in chromium', () => {
  const { dist, remove } = withLimitedStorage(inject('packages').chromium)
  const stage = setStage('chromium', { dist })
  afterAll(remove)

  test('is told on the card, and "Try again" keeps the answer once', async () => {
    await stage.leaveWaiting('user-list-review')
    const card = await (await stage.visit('user-permissions')).waitForCard()
    await fillStorage(stage.browser)
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('retry'))
    expect(await card.text()).toContain(text('card_failed'))
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    await (await card.button(text('retry'))).click()
    await card.button(text('retry'))
    await makeRoom(stage.browser)
    await (await card.button(text('retry'))).click()
    await card.button(text('undo'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    const journal = (await stage.stored())[`journal/${today()}`] as { entries: unknown[] }
    expect(journal.entries).toHaveLength(1)
  })
})
