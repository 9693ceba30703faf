import { describe, expect, test } from 'vitest'
import { again, background, okOf } from '../support/background'

describe('the shortcut for the panel', () => {
  test('opens it in the window where it was pressed, while the press still counts', () => {
    const { platform } = background()
    platform.panel.press(7)
    expect(platform.panel.opened).toEqual([7])
  })
})

describe('what a panel shows', () => {
  const place = { page: 'user-permissions', host: 'sellercentral.amazon.com' } as const
  const draft = { store: 'store-1', item: 'user-list-review', note: 'Ana has' } as const

  test('is kept for each window, also when the worker ends', async () => {
    const { ask, platform } = background()
    await ask('keep-panel', { window: 1, view: 'round', place, draft })
    await ask('keep-panel', { window: 2, view: 'page' })
    const next = again(platform)
    expect(okOf(await next.ask('panel', { window: 1 }))).toEqual({ view: 'round', place, draft })
    expect(okOf(await next.ask('panel', { window: 2 }))).toEqual({ view: 'page' })
    expect(okOf(await next.ask('panel', { window: 3 }))).toEqual({ view: 'page' })
  })

  test('follows another page of ours, and keeps what was being written', async () => {
    const { ask } = background()
    await ask('keep-panel', { window: 1, view: 'page', place, draft })
    await ask('show-in-panel', { id: 'event-1', window: 1, view: 'round' })
    const shown = { view: 'round', place, draft, asked: 'event-1' }
    expect(okOf(await ask('panel', { window: 1 }))).toEqual(shown)
    // What the panel keeps itself is no new wish.
    const state = { view: 'page', place, asked: 'event-1' } as const
    expect(okOf(await ask('keep-panel', { window: 1, ...state }))).toEqual(state)
    expect(okOf(await ask('panel', { window: 1 }))).toEqual(state)
  })

  test('stays what another page asked for while the panel has not seen that yet', async () => {
    const { ask } = background()
    await ask('keep-panel', { window: 1, view: 'page', draft })
    await ask('show-in-panel', { id: 'event-1', window: 1, view: 'round' })
    const shown = { view: 'round', draft, asked: 'event-1' }
    const behind = { window: 1, view: 'page', place, draft: { ...draft, note: 'Ana' } } as const
    expect(okOf(await ask('keep-panel', behind))).toEqual(shown)
    expect(okOf(await ask('panel', { window: 1 }))).toEqual(shown)
  })

  test('has no note of a store that was reset, and none once everything was deleted', async () => {
    const { ask } = background()
    const other = { ...draft, store: 'store-2' }
    await ask('keep-panel', { window: 1, view: 'round', place, draft })
    await ask('keep-panel', { window: 2, view: 'page', draft: other })
    okOf(await ask('reset', { id: 'event-7', store: 'store-1', withoutBackup: true }))
    expect(okOf(await ask('panel', { window: 1 }))).toEqual({ view: 'round', place, asked: 'event-7' })
    expect(okOf(await ask('panel', { window: 2 }))).toEqual({ view: 'page', draft: other })
    okOf(await ask('reset', { id: 'event-8', store: null, withoutBackup: true }))
    expect(okOf(await ask('panel', { window: 2 }))).toEqual({ view: 'page', asked: 'event-8' })
  })

  test('shows a guide that another page asks for, and keeps what is written in its fields', async () => {
    const { ask, platform } = background()
    const typed = [{ store: 'store-1', field: 'run-1 mailbox note', text: 'Two rules' }]
    const guide = { run: 'run-1', step: 'mailbox' }
    await ask('keep-panel', { window: 1, view: 'guides', guide, typed })
    const next = again(platform)
    expect(okOf(await next.ask('panel', { window: 1 }))).toEqual({ view: 'guides', guide, typed })
    await next.ask('show-in-panel', {
      id: 'event-1',
      window: 1,
      view: 'guides',
      guide: { playbook: 'claim' },
    })
    const shown = { view: 'guides', guide: { playbook: 'claim' }, typed, asked: 'event-1' }
    expect(okOf(await next.ask('panel', { window: 1 }))).toEqual(shown)
  })

  test('has nothing written in a guide of a store that was reset', async () => {
    const { ask } = background()
    const mine = { store: 'store-1', field: 'run-1 mailbox note', text: 'Two rules' }
    const other = { ...mine, store: 'store-2', field: 'run-2 mailbox note' }
    await ask('keep-panel', { window: 1, view: 'page', draft, typed: [mine, other] })
    okOf(await ask('reset', { id: 'event-7', store: 'store-1', withoutBackup: true }))
    expect(okOf(await ask('panel', { window: 1 }))).toEqual({
      view: 'page',
      typed: [other],
      asked: 'event-7',
    })
  })

  test('has no text with a password or the like', async () => {
    const { ask, platform } = background()
    const text = 'DE89 3704 0044 0532 0130 00'
    const typed = [{ store: 'store-1', field: 'run-1 mailbox note', text }]
    expect(await ask('keep-panel', { window: 1, view: 'page', typed })).toEqual({ error: 'refused' })
    expect(JSON.stringify(platform.kept.session)).not.toContain('DE89')
  })

  test('has no note with a password or the like', async () => {
    const { ask, platform } = background()
    const secret = { ...draft, note: 'DE89 3704 0044 0532 0130 00' }
    expect(await ask('keep-panel', { window: 1, view: 'page', draft: secret })).toEqual({ error: 'refused' })
    expect(JSON.stringify(platform.kept.session)).not.toContain('DE89')
  })

  test('starts again if what is kept has another shape', async () => {
    const { ask, platform } = background()
    platform.kept.session['panel/1'] = { view: 'a later one' }
    expect(okOf(await ask('panel', { window: 1 }))).toEqual({ view: 'page' })
  })

  test('is not stored with the checklist', async () => {
    const { ask, platform } = background()
    await ask('keep-panel', { window: 1, view: 'page', draft })
    expect(JSON.stringify(platform.kept.local)).not.toContain(draft.note)
  })
})
