import { describe, expect, test } from 'vitest'
import { timeZone } from '../../src/browser/time-zone'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { practiceAddress } from '../practice/pages'
import { inEnglish } from '../support/i18n'
import { text } from '../support/messages'
import { goSilently, setStage, stand, usual } from './stage'

// What takes its time by design. One test for each browser, so that both can wait at once.
describe.concurrent.each(browserNames)('with patience, in %s', (name) => {
  const stage = setStage(name)

  test('a card becomes small after 20 s, but not with a choice half made; a page that is never calm is left alone after a minute; a tab that ends without a word frees the turn', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const restless = await stage.visitUnknown()
    const restlessId = await stage.frontTab()
    await restless.click('#note')
    await goSilently(restless, 'home')
    await until('it to wait', async () => (await stage.sees(restlessId)).outcome.kind === 'waiting-for-calm')

    const users = await stage.browser.openWindow(practiceAddress('user-permissions', usual))
    const card = await users.waitForCard()
    await until('the card to be small', async () => (await card.buttons()).join() === text('card_label'))
    expect(await users.evaluate('return performance.now()'), 'not in the first seconds').toBeGreaterThan(
      20_000,
    )
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    await (await card.button(text('card_label'))).click()
    await (await card.button(text('answer_remind'))).click()
    await users.hover({ x: 5, y: 5 })
    await stand(users, 22_000)
    expect(await card.buttons()).toContain(text('back'))

    // It has stood for a minute by now.
    await stand(restless, 2000)
    expect(await stage.outcome(restlessId)).toEqual({ kind: 'none', why: 'not-calm' })
    // The times that it offers are those of its last renewal, not of its first minute.
    const anHourFrom = (instant: number) =>
      text('card_snooze_hour', { time: inEnglish(timeZone()).soon(instant + 3_600_000) })
    const asked = Date.now()
    const [offered] = await card.buttons()
    // It is renewed every half minute, and the answer may be under way.
    const renewed = Array.from({ length: 46 + (Date.now() - asked) / 1000 }, (_, seconds) =>
      anHourFrom(Date.now() - seconds * 1000),
    )
    expect(renewed).toContain(offered)
    expect(await restless.card()).toBeUndefined()
    expect(await restless.evaluate('return document.activeElement.id')).toBe('note')

    // Whether its last word arrives or not, the turn is free when it was not asked for again in half a minute.
    await stage.letTimePass()
    if (name === 'chromium') await users.goto('chrome://crash').catch(() => undefined)
    else await users.close()
    await restless.bringToFront()
    await until('the next tab to have its turn', async () => {
      await stage.forgetDecisions()
      await restless.goto(practiceAddress('manage-returns', usual))
      return (await stage.outcome(restlessId)).kind === 'card' && restless.card()
    })
  })
})
