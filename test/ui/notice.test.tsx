// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { SellerEvent } from '../../src/domain/checklist'
import { answered, newId, storeAdded } from '../support/checklist'
import { text } from '../support/messages'
import { measure as promised } from '../support/requests'
import { open } from '../support/views'

const measure = { ...promised, id: 'own-1' } as const
const button = { selector: 'button' }

const shownNow = (store: string): SellerEvent => ({ id: newId(), store, kind: 'store-shown' })

test('an answer is said, leaves the focus in the page, and can be taken back by its letter', async () => {
  const { user, screen, statusOf } = await open('popup')
  // The seller moves the focus first.
  await user.keyboard('{ArrowDown}{ArrowUp}c')
  await screen.findByText('Undo', button)
  expect((await statusOf('two-step-on'))?.kind).toBe('up-to-date')
  expect(document.activeElement).toBe(screen.getByText('Next', { selector: 'h2' }))
  await user.keyboard('u')
  await screen.findByText(text('card_undone'))
  expect((await statusOf('two-step-on'))?.kind).toBe('never-checked')
})

test('an undo goes to the store that was answered, whichever is shown by then, and says which', async () => {
  const { change, session, user, screen, overview } = await open('dashboard', { at: '#/checklist' })
  await change({ ...storeAdded('store-2', 'login-2'), name: 'Lamps' } as SellerEvent)
  await session.read()
  // Each store has an answer of its own.
  await change(answered('user-list-review', { kind: 'dismissed' }, 'store-1'))
  await session.answer('user-list-review', { kind: 'checked' })
  expect(screen.queryByText('B · Lamps', { selector: '.notice *' })).toBeNull()
  // Another page of ours goes to the other store.
  await change(shownNow('store-1'))
  await session.read()
  await screen.findByText('B · Lamps', { selector: '.notice *' })
  await user.click(screen.getByText('Undo', button))
  await screen.findByText(text('card_undone'))
  const kindIn = async (store: string) => {
    await change(shownNow(store))
    const items = (await overview()).areas.flatMap((area) => area.items)
    return items.find(({ id }) => id === 'user-list-review')?.status.kind
  }
  expect(await kindIn('store-1')).toBe('not-for-me')
  expect(await kindIn('store-2')).toBe('never-checked')
})

test('a promised measure is answered while another window shows another store: told by its own words', async () => {
  const { change, session, screen } = await open('dashboard', { at: '#/checklist' })
  await change({ id: newId(), store: 'store-1', kind: 'measure-promised', measure })
  await session.read()
  // Both windows are open, and the other one goes to a store without it; this page has not heard of it yet.
  await change(storeAdded('store-2', 'login-2'))
  await session.answer(measure.id, { kind: 'checked' })
  expect(session.view.value).toMatchObject({ overview: { store: { id: 'store-2' } } })
  await screen.findByText('Saved.', { selector: '.notice *' })
  await session.change(shownNow('store-1'), 'store-1')
  await session.answer(measure.id, { kind: 'checked' })
  await screen.findByText(new RegExp(`^${measure.title}`), { selector: '.notice *' })
})

test('an undo that comes too late changes nothing and says so', async () => {
  const { change, session, user, screen, statusOf } = await open('popup')
  await session.answer('two-step-on', { kind: 'checked' })
  await change(answered('two-step-on', { kind: 'dismissed' }))
  await user.click(screen.getByText('Undo', button))
  await screen.findByText(text('card_answered_since'))
  expect(screen.queryByText('Undo', button)).toBeNull()
  expect((await statusOf('two-step-on'))?.kind).toBe('not-for-me')
})

test('a report is taken back for the store that it was about', async () => {
  const { change, session, user, screen, journal } = await open('popup')
  await session.report('somebody-left')
  await change(storeAdded('store-2', 'login-2'))
  await session.read()
  await user.click(screen.getByText('Undo', button))
  await screen.findByText(text('card_undone'))
  expect((await journal()).entries[0]).toMatchObject({
    store: 'store-1',
    what: { kind: 'report-taken-back' },
  })
})

test('the same words are put into the live region anew each time', async () => {
  const { session, settled } = await open('dashboard')
  const told: string[] = []
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) told.push(node.textContent ?? '')
  }).observe(document.querySelector('.notice [role=status]')!, { childList: true })
  for (const badge of [false, true]) {
    await session.choose({ badge })
    await settled()
  }
  expect(told).toEqual(['Saved.', 'Saved.'])
})
