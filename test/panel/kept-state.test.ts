import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAsk } from '../../src/messages/ask'
import { keepState } from '../../src/panel/kept-state'
import { again, background, okOf } from '../support/background'
import { ownPage } from '../support/platform'

const note = { store: 'store-1', item: 'user-list-review', note: 'Ana has' } as const
const scroll = { of: 'round-1/2', top: 120 }

let hear: (changes: object) => void = () => {}
beforeEach(() => {
  vi.stubGlobal('chrome', {
    storage: { session: { onChanged: { addListener: (listener: typeof hear) => (hear = listener) } } },
  })
})
afterEach(() => void vi.unstubAllGlobals())

/** A panel of window 1. */
function panelOf({ platform }: ReturnType<typeof background>) {
  const way = { isCut: false }
  const ask = createAsk({
    isAlive: () => true,
    send: async (message) => (way.isCut ? undefined : platform.send(structuredClone(message), ownPage)),
    onTold: () => undefined,
  })
  return { ...keepState(Promise.resolve(1), ask), way }
}

const stored = async (one: ReturnType<typeof background>) => okOf(await one.ask('panel', { window: 1 }))
const soon = (check: () => unknown) => vi.waitFor(check, 60_000)

describe('what a panel shows', () => {
  test('comes back after a reload, with the note that was being written', async () => {
    const one = background()
    const before = panelOf(one)
    await soon(() => expect(before.view.value).toBe('page'))
    before.view.value = 'round'
    before.draft.value = note
    before.scroll.value = scroll
    await soon(async () => expect(await stored(one)).toEqual({ view: 'round', draft: note, scroll }))
    const after = panelOf(again(one.platform))
    await soon(() => expect(after.view.value).toBe('round'))
    expect(after.draft.value).toEqual(note)
    expect(after.scroll.value).toEqual(scroll)
  })

  test('follows another page, though it is just keeping something itself, and loses no typing', async () => {
    const one = background()
    const { view, draft } = panelOf(one)
    await soon(() => expect(view.value).toBe('page'))
    // The panel hears of it only through the reply to what it keeps.
    await one.ask('show-in-panel', { id: 'event-1', window: 1, view: 'round' })
    draft.value = note
    await soon(() => expect(view.value).toBe('round'))
    expect(draft.value).toEqual(note)
    await soon(async () =>
      expect(await stored(one)).toEqual({ view: 'round', draft: note, asked: 'event-1' }),
    )
  })

  test('opens the page of a step once for each press on another page', async () => {
    const one = background()
    const { opens, view } = panelOf(one)
    await soon(() => expect(view.value).toBe('page'))
    for (const id of ['event-1', 'event-2']) {
      await one.ask('show-in-panel', { id, window: 1, view: 'round', opens: true })
      hear({ 'panel/1': {} })
      await soon(() => expect(opens.value).toBe(true))
      // A panel that is loaded again has nothing left to open.
      await soon(async () => expect(await stored(one)).toEqual({ view: 'round', asked: id }))
      opens.value = false
    }
    const after = panelOf(again(one.platform))
    await soon(() => expect(after.view.value).toBe('round'))
    expect(after.opens.value).toBe(false)
  })

  test('loses its note when the store is reset', async () => {
    const one = background()
    const { view, draft } = panelOf(one)
    await soon(() => expect(view.value).toBe('page'))
    draft.value = note
    await soon(async () => expect(await stored(one)).toMatchObject({ draft: note }))
    await one.platform.settled()
    await one.ask('reset', { id: 'event-7', store: 'store-1', withoutBackup: true })
    hear({ 'panel/1': {} })
    await soon(() => expect(draft.value).toBeUndefined())
    await one.platform.settled()
    expect(await stored(one)).not.toHaveProperty('draft')
  })

  test('is kept without a password or the like, which stays in its field', async () => {
    const one = background()
    const { view, draft } = panelOf(one)
    await soon(() => expect(view.value).toBe('page'))
    const secret = { ...note, note: 'DE89 3704 0044 0532 0130 00' }
    draft.value = secret
    view.value = 'round'
    await soon(async () => expect(await stored(one)).toEqual({ view: 'round' }))
    await one.ask('show-in-panel', { id: 'event-1', window: 1, view: 'page' })
    hear({ 'panel/1': {} })
    await soon(() => expect(view.value).toBe('page'))
    expect(draft.value).toEqual(secret)
  })

  test('comes back with its guide and the texts of its fields, but for secrets', async () => {
    const one = background()
    const { view, guide, typed } = panelOf(one)
    await soon(() => expect(view.value).toBe('page'))
    const line = { store: 'store-1', field: 'run-1 mailbox note', text: 'Two rules' }
    const secret = { ...line, field: 'run-1 mailbox case', text: 'DE89 3704 0044 0532 0130 00' }
    view.value = 'guides'
    guide.value = { run: 'run-1', step: 'mailbox' }
    typed.value = [line, secret]
    const kept = { view: 'guides', guide: { run: 'run-1', step: 'mailbox' }, typed: [line] }
    await soon(async () => expect(await stored(one)).toEqual(kept))
    const after = panelOf(again(one.platform))
    await soon(() => expect(after.view.value).toBe('guides'))
    expect(after.guide.value).toEqual(kept.guide)
    expect(after.typed.value).toEqual([line])
    // Another page asks for something else; what is written stays.
    after.typed.value = [line, secret]
    await one.ask('show-in-panel', { id: 'event-1', window: 1, view: 'guides', guide: { playbook: 'claim' } })
    hear({ 'panel/1': {} })
    await soon(() => expect(after.guide.value).toEqual({ playbook: 'claim' }))
    expect(after.typed.value).toEqual([line, secret])
  })

  test('is kept again once a background that gave no answer is back', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 })
    try {
      const one = background()
      await one.ask('keep-panel', { window: 1, view: 'page', draft: note })
      const { view, draft, way } = panelOf(one)
      way.isCut = true
      await soon(() => expect(view.value).toBe('page'))
      way.isCut = false
      view.value = 'round'
      await soon(() => expect(draft.value).toEqual(note))
      expect(view.value).toBe('round')
      await soon(async () => expect(await stored(one)).toEqual({ view: 'round', draft: note }))
    } finally {
      vi.useRealTimers()
    }
  })
})
