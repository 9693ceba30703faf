import { describe, expect, test } from 'vitest'
import type { MessageName } from '../../src/i18n/i18n'
import { browserNames, type Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, textLike, titleOf } from '../support/messages'
import { setStage, today } from './stage'

/** Nine o'clock in so many days, by this computer's clock. */
function morningIn(days: number): number {
  const day = new Date()
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 9).getTime()
}

/** What a record has of a showing without an answer. */
const justShown = ['events', 'quietUntil', 'unanswered', 'version']

const lineLike = (name: MessageName) => new RegExp(textLike(name).source, 'm')
const lineOf = (seen: string, name: MessageName) => lineLike(name).exec(seen)?.[0] ?? ''

describe.each(browserNames)('an answer, in %s', (name) => {
  const stage = setStage(name)

  const waitingForUsers = async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    return { tab, card: await tab.waitForCard() }
  }

  /** The one check was answered: its page has no card any more, after loading again too. */
  async function expectAnswered(tab: Tab): Promise<void> {
    // Only the answer holds it back now, not the showing.
    await stage.letTimePass('user-list-review')
    await expectNothingDue(tab)
  }

  async function expectNothingDue(tab: Tab): Promise<void> {
    await tab.reload()
    expect(await stage.outcome()).toEqual({ kind: 'none', why: 'nothing-due' })
    expect(await tab.card()).toBeUndefined()
  }

  test('"checked" says when the next look is, and holds after loading again', async () => {
    const { tab, card } = await waitingForUsers()
    await (await card.button(text('answer_checked'))).click()
    await card.button(text('undo'))
    expect(await card.text()).toMatch(lineLike('done_checked'))
    expect(await stage.recordOf('user-list-review')).toMatchObject({ checked: today() })
    await expectAnswered(tab)
  })

  test('can be taken back, and the card returns', async () => {
    const { tab, card } = await waitingForUsers()
    await (await card.button(text('answer_checked'))).click()
    await (await card.button(text('undo'))).click()
    await until('the taking back', async () => (await card.text()).includes(text('card_undone')))
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    await stage.letTimePass('user-list-review')
    await tab.reload()
    expect(await (await tab.waitForCard()).text()).toContain(titleOf('user-list-review'))
  })

  test.each([
    ['card_snooze_hour', () => Date.now() + 3_600_000],
    ['card_snooze_tomorrow', () => morningIn(1)],
    ['card_snooze_next_week', () => morningIn((8 - new Date().getDay()) % 7 || 7)],
  ] as const)('"remind me" names the time, and that time is kept (%s)', async (label, time) => {
    const { tab, card } = await waitingForUsers()
    const earliest = time()
    await (await card.button(text('answer_remind'))).click()
    const button = await card.button(textLike(label))
    const offered = (await card.buttons()).find((one) => textLike(label).test(one)) ?? ''
    await button.click()
    await card.button(text('undo'))
    const standing = (await stage.recordOf('user-list-review'))?.standing
    expect(standing).toMatchObject({ kind: 'planned', on: today() })
    const kept = standing?.kind === 'planned' ? standing.until : 0
    // An hour is reckoned to the minute.
    expect(kept).toBeGreaterThanOrEqual(earliest - 60_000)
    expect(kept).toBeLessThanOrEqual(time() + 60_000)
    const promised = textLike('done_planned').exec(lineOf(await card.text(), 'done_planned'))?.[1]
    // An hour from now may be a minute later than when the card came.
    if (label !== 'card_snooze_hour') expect(promised).toBe(textLike(label).exec(offered)?.[1])
    await expectAnswered(tab)
  })

  test('"remind me" leads back to the four answers', async () => {
    const { card } = await waitingForUsers()
    await (await card.button(text('answer_remind'))).click()
    await (await card.button(text('back'))).click()
    await card.button(text('answer_checked'))
    expect(Object.keys((await stage.recordOf('user-list-review')) ?? {}).sort()).toEqual(justShown)
  })

  test('"not for me" sets the check aside', async () => {
    const { tab, card } = await waitingForUsers()
    await (await card.button(text('answer_dismiss'))).click()
    await until('the confirmation', async () => (await card.text()).includes(text('done_dismissed')))
    expect(await stage.recordOf('user-list-review')).toMatchObject({
      standing: { kind: 'not-for-me', on: today() },
    })
    await expectAnswered(tab)
  })

  test('"close" takes the card away and says nothing of the check: it still waits', async () => {
    const { tab, card } = await waitingForUsers()
    await (await card.button(text('answer_close'))).click()
    await tab.waitForNoCard()
    expect(await stage.recordOf('user-list-review')).toMatchObject({ quietUntil: expect.any(Number) })
    expect(await stage.recordOf('user-list-review')).not.toHaveProperty('checked')
    expect((await stage.browser.badge()).text).toBe('1')
    await stage.letTimePass()
    await expectNothingDue(tab)
  })

  test('Escape closes a card that has the focus, and leaves alone one that has not', async () => {
    const { tab, card } = await waitingForUsers()
    await tab.click('#note')
    await tab.press('Escape')
    await card.settled()
    await (await card.button(text('answer_remind'))).focus()
    await tab.press('Escape')
    await tab.waitForNoCard()
    expect(await stage.recordOf('user-list-review')).toMatchObject({ quietUntil: expect.any(Number) })
  })

  test('in each of two tabs is kept, and none is lost', async () => {
    await stage.leaveWaiting('user-list-review', 'returns-and-refunds')
    const users = await stage.visit('user-permissions')
    const usersCard = await users.waitForCard()
    await stage.letTimePass()
    const returns = await stage.visit('manage-returns')
    const returnsCard = await returns.waitForCard()
    await (await returnsCard.button(text('answer_checked'))).click()
    await returnsCard.button(text('undo'))
    await (await returnsCard.button(text('answer_close'))).click()
    await returns.waitForNoCard()
    await users.bringToFront()
    await users.waitForCard()
    await (await usersCard.button(text('answer_checked'))).click()
    await usersCard.button(text('undo'))
    for (const item of ['user-list-review', 'returns-and-refunds'] as const) {
      expect(await stage.recordOf(item)).toMatchObject({ checked: today() })
    }
    expect((await stage.browser.badge()).text).toBe('')
  })
})
