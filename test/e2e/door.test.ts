import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { text, titleOf } from '../support/messages'
import { firstStore, setStage } from './stage'

const event = { id: 'event-1', store: firstStore.id }
const answered = { ...event, kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } }

describe.each(browserNames)('who may say something, in %s', (name) => {
  const stage = setStage(name)

  test('a page finds no way to speak with the extension, nor any file of it', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    await tab.waitForCard()
    expect(
      await tab.evaluate('return [typeof globalThis.chrome?.runtime, typeof globalThis.browser?.runtime]'),
    ).toEqual(['undefined', 'undefined'])
    // Chromium tells the page’s console so.
    stage.expectProblem('chrome-extension://invalid/')
    const icon = stage.browser.extensionUrl('icons/icon-48.png')
    expect(
      await tab.evaluate(`return new Promise((done) => {
        const image = new Image()
        image.onload = () => done('loaded')
        image.onerror = () => done('refused')
        image.src = '${icon}'
      })`),
    ).toBe('refused')
  })

  test('a page cannot look into the card, nor press its buttons by a script', async () => {
    await stage.leaveWaiting('user-list-review')
    const tab = await stage.visit('user-permissions')
    const card = await tab.waitForCard()
    await card.settled()
    expect(await tab.evaluate('return document.querySelector("[nightlatch-card]").shadowRoot')).toBeNull()
    const before = await stage.stored()
    // With the closed root in hand, which a page has not.
    await card.evaluate(`
      for (const button of root.querySelectorAll('button')) {
        button.click()
        button.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }))
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
      }`)
    expect(await card.text()).toContain(titleOf('user-list-review'))
    expect(await card.buttons()).toContain(text('answer_checked'))
    // Had a press been sent, it would have been written before this is answered.
    await stage.send({ request: 'overview', argument: null })
    expect(await stage.stored()).toEqual(before)
  })

  test.each<[string, unknown]>([
    ['an empty message', null],
    ['a word', 'overview'],
    ['a number', 42],
    ['a list', [{ request: 'overview', argument: null }]],
    ['a request that does not exist', { request: 'wipe', argument: null }],
    ['a request by an inherited name', { request: 'constructor', argument: null }],
    ['an envelope with more in it', { request: 'overview', argument: null, more: true }],
    ['an argument too many', { request: 'overview', argument: {} }],
    ['a check that does not exist', { request: 'change', argument: { ...answered, item: 'no-such-chore' } }],
    [
      'an answer that does not exist',
      { request: 'change', argument: { ...answered, answer: { kind: 'done' } } },
    ],
    [
      'an answer with more in it',
      { request: 'change', argument: { ...answered, answer: { kind: 'checked', on: '2020-01-01' } } },
    ],
    ['an event without a name', { request: 'change', argument: { ...answered, id: '' } }],
    [
      'a note beyond all measure',
      { request: 'change', argument: { ...answered, answer: { kind: 'noted', note: 'x'.repeat(100_000) } } },
    ],
    [
      'a host that is not Amazon’s',
      { request: 'change', argument: { ...event, kind: 'fronts-chosen', fronts: ['amazon.example.test'] } },
    ],
    [
      'a visit, which only a page of Seller Central makes',
      { request: 'visit', argument: { page: 'home', host: 'sellercentral.amazon.com' } },
    ],
    [
      'an answer on a card, which only a card gives',
      { request: 'answer-card', argument: { ...event, item: 'two-step-on', answer: { kind: 'checked' } } },
    ],
  ])('%s is refused, and nothing changes', async (_, message) => {
    await stage.leaveWaiting('two-step-on')
    const before = await stage.stored()
    const reply = await stage.send(message)
    if (reply !== null) expect(reply).toEqual({ error: 'refused' })
    expect(await stage.stored()).toEqual(before)
    expect((await stage.browser.badge()).text).toBe('1')
  })

  test('a store that does not exist gets no answer written, and the background lives on', async () => {
    await stage.leaveWaiting('two-step-on')
    const before = await stage.stored()
    expect(
      await stage.send({ request: 'change', argument: { ...answered, store: 'store-9' } }),
    ).toHaveProperty('error')
    expect(await stage.stored()).toEqual(before)
    expect(await stage.send({ request: 'overview', argument: null })).toHaveProperty('ok')
  })

  test('the same answer sent twice counts once', async () => {
    await stage.leaveWaiting('two-step-on')
    await stage.send({ request: 'change', argument: answered })
    const once = await stage.stored()
    await stage.send({ request: 'change', argument: answered })
    expect(await stage.stored()).toEqual(once)
  })
})
