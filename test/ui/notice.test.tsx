// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
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

describe('what an answer came to is gone once the seller is at another place', () => {
  const told = () => document.querySelector('.notice:not(.idle)')

  test('of the dashboard; the undo is in the row of the check', async () => {
    const { session, user, statusOf, waitFor } = await open('dashboard', { at: '#/item/two-step-on' })
    await session.answer('two-step-on', { kind: 'checked' })
    await waitFor(() => expect(told()).not.toBeNull())
    // Another view of the same list is no other place.
    location.hash = '#/checklist/up-to-date'
    await waitFor(() => expect(document.querySelector('.chip[aria-current]')?.textContent).toMatch(/^Up to/))
    expect(told()).not.toBeNull()
    location.hash = '#/journal'
    await waitFor(() => expect(told()).toBeNull())
    expect(document.querySelector('.notice')?.textContent).toBe('')
    location.hash = '#/item/two-step-on'
    const row = await waitFor(() => document.getElementById('row-two-step-on')!.closest('.item')!)
    const undo = [...row.querySelectorAll('button')].find(
      ({ textContent }) => textContent === text('undo_answer'),
    )
    await user.click(undo!)
    await waitFor(async () => expect((await statusOf('two-step-on'))?.kind).toBe('never-checked'))
  })

  test('of the popup', async () => {
    const { session, screen, user, waitFor } = await open('popup')
    await session.answer('two-step-on', { kind: 'checked' })
    await waitFor(() => expect(told()).not.toBeNull())
    await user.click(screen.getByRole('tab', { name: text('popup_tab_page') }))
    expect(told()).toBeNull()
  })

  test('of the panel', async () => {
    const { session, screen, user, waitFor } = await open('panel')
    await session.answer('two-step-on', { kind: 'checked' })
    await waitFor(() => expect(told()).not.toBeNull())
    await user.click(screen.getByRole('button', { name: text('popup_wrong') }))
    await screen.findByText(text('playbooks_explain'))
    expect(told()).toBeNull()
  })

  test('but an undo that is nowhere else stays, since it would be lost', async () => {
    const { session, screen } = await open('dashboard', { at: '#/registers' })
    session.tell({ kind: 'told', text: text('register_removed'), undo: () => undefined })
    location.hash = '#/journal'
    await screen.findByRole('heading', { name: text('nav_journal') })
    screen.getByText('Undo', button)
  })

  test('and what led to the place is told there', async () => {
    const { session, user, screen } = await open('dashboard', { at: '#/own-check/new' })
    await user.type(await screen.findByLabelText(text('own_title')), 'Count the stock{Enter}')
    await screen.findByText('Count the stock', { selector: '.row *' })
    expect(location.hash).toMatch(/^#\/item\//)
    screen.getByText(text('store_saved'), { selector: '.notice *' })
    expect(session.notice.value).toEqual({ kind: 'saved' })
  })
})
