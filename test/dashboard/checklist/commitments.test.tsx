// @vitest-environment jsdom
import { fireEvent } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { type Commitment, longestCommitment } from '../../../src/domain/commitment'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text, number } = inEnglish('UTC')

async function promised() {
  const page = await open('dashboard', { at: '#/checklist' })
  const { change, session, overview, screen } = page
  for (const [index, title] of ['Count the stock', 'Read the returns'].entries()) {
    const measure: Commitment = {
      id: `own-${index}`,
      title,
      every: 7,
      origin: { name: 'A', on: '2026-03-01' },
    }
    await change({ id: `e-${index}`, store: 'store-1', kind: 'measure-promised', measure })
  }
  await session.read()
  await screen.findByText('Count the stock')
  // By id: a whole checklist is long to search by role.
  const field = (name: string) => document.getElementById(`own-0-${name}`) as HTMLInputElement
  return {
    ...page,
    field,
    type: (name: string, value: string) => fireEvent.input(field(name), { target: { value } }),
    submit: () => fireEvent.submit(field('title')),
    every: async () => (await overview()).measures.map((one) => one.every),
  }
}

test('days are taken in digits of full width, and words that are too long stay with the reason', async () => {
  const { field, type, every, submit, screen, waitFor } = await promised()
  type('every', '１４')
  submit()
  await waitFor(async () => expect(await every()).toEqual([14, 7]))
  const long = 'x'.repeat(longestCommitment + 1)
  expect(field('title').maxLength).toBe(-1)
  type('title', long)
  submit()
  await screen.findByText(text('run_too_long', { count: number(longestCommitment) }))
  expect(field('title').value).toBe(long)
})

test('one that is no longer promised leaves the focus to the next; undo brings it back to its store', async () => {
  const { change, session, overview, screen, waitFor } = await promised()
  const [drop] = screen.getAllByText(text('commitment_drop'))
  drop?.focus()
  drop?.click()
  await waitFor(() => expect(document.activeElement?.id).toBe('row-own-1'))
  await change({ id: 'added', store: 'store-2', kind: 'store-added', name: 'Second', login: 'login-1' })
  await change({ id: 'shown', store: 'store-2', kind: 'store-shown' })
  await session.read()
  screen.getByText(text('undo'), { selector: 'button' }).click()
  await waitFor(async () => {
    const stores = (await overview()).stores.map(({ measures = [] }) => measures.length)
    expect(stores).toEqual([2, 0])
  })
})
