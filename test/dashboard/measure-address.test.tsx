// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { CommitmentId } from '../../src/domain/commitment'
import { open } from '../support/views'

const measure = {
  id: 'own-1' as CommitmentId,
  title: 'Count the stock',
  every: 7,
  origin: { name: 'Appeal of March', on: '2026-03-01' },
}

test('the calendar’s link to a promised measure unfolds it and gives it the focus', async () => {
  const { session, screen, user, waitFor, settled } = await open('dashboard', { at: '#/calendar' })
  await session.change({ kind: 'measure-promised', measure })
  await settled()
  const [link] = await screen.findAllByRole('link', { name: measure.title })
  await user.click(link as HTMLElement)
  await waitFor(() => {
    const row = document.activeElement
    expect(row?.localName).toBe('summary')
    expect(row?.textContent).toContain(measure.title)
    expect(row?.parentElement).toHaveProperty('open', true)
  })
  expect(document.title).toContain(measure.title)
})

test('an address of a measure that is not promised gets a sentence', async () => {
  const { i18n, screen } = await open('dashboard', { at: '#/item/own-9' })
  expect(await screen.findByText(i18n.translate('route_unknown'))).toBeTruthy()
})
