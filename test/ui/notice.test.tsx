// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { open } from '../support/views'

test('an answer is said, leaves the focus in the page, and can be taken back by its letter', async () => {
  const { user, screen, statusOf } = await open('popup')
  await user.keyboard('c')
  await screen.findByRole('button', { name: 'Undo' })
  expect((await statusOf('two-step-on'))?.kind).toBe('up-to-date')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Next' }))
  await user.keyboard('u')
  await screen.findByText('Taken back.')
  expect((await statusOf('two-step-on'))?.kind).toBe('never-checked')
})
