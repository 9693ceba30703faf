// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { open } from '../support/views'

async function openNote() {
  const opened = await open('dashboard', { at: '#/item/two-step-on' })
  await opened.waitFor(() => expect(document.getElementById('two-step-on-note')).not.toBeNull())
  const note = document.getElementById('two-step-on-note') as HTMLTextAreaElement
  return { ...opened, note, isThere: () => document.getElementById('two-step-on-note') === note }
}

test('a note that was saved keeps the focus in its form, and shows what is stored', async () => {
  const { user, note, isThere, screen, waitFor } = await openNote()
  await user.type(note, ' backup key in the safe ')
  const save = note.form?.querySelector('button') as HTMLButtonElement
  await user.click(save)
  await screen.findByText(/Note saved/)
  expect(isThere()).toBe(true)
  expect(document.activeElement).toBe(save)
  await waitFor(() => expect(note.value).toBe('backup key in the safe'))
})

test('a note changed elsewhere is shown, unless another is being typed', async () => {
  const { user, note, session, waitFor } = await openNote()
  await session.answer('two-step-on', { kind: 'noted', note: 'first' })
  await waitFor(() => expect(note.value).toBe('first'))
  await user.type(note, ' and more')
  await session.answer('two-step-on', { kind: 'noted', note: 'second' })
  expect(note.value).toBe('first and more')
})
