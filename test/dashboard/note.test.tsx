// @vitest-environment jsdom
import { fireEvent } from '@testing-library/dom'
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

test('is not completed or continued by the browser', async () => {
  const { note } = await openNote()
  expect(note.getAttribute('autocomplete')).toBe('off')
  expect(note.getAttribute('writingsuggestions')).toBe('false')
})

test('what looks like a secret is saved and asked about; what is one is not saved', async () => {
  const { user, note, screen, session, waitFor } = await openNote()
  const type = (value: string) => fireEvent.input(note, { target: { value } })
  const save = () => user.click(note.form?.querySelector('button') as HTMLButtonElement)
  const stored = () => {
    const view = session.view.value
    if (view.kind !== 'read') return undefined
    return view.overview.areas.flatMap(({ items }) => items).find(({ id }) => id === 'two-step-on')?.note
  }
  type('the password is Winter2026')
  await screen.findByText(/If it’s something else, leave it/)
  await save()
  await waitFor(() => expect(stored()).toBe('the password is Winter2026'))
  type('card 4111 1111 1111 1111 of Ana')
  await screen.findByText(/^Not saved\./)
  await save()
  expect(stored()).toBe('the password is Winter2026')
  await user.click(note.form?.querySelector('.secret button') as HTMLButtonElement)
  expect(note.value).toBe('card … of Ana')
  await save()
  await waitFor(() => expect(stored()).toBe('card … of Ana'))
})

test('a note changed elsewhere is shown, unless another is being typed', async () => {
  const { user, note, session, waitFor } = await openNote()
  await session.answer('two-step-on', { kind: 'noted', note: 'first' })
  await waitFor(() => expect(note.value).toBe('first'))
  await user.type(note, ' and more')
  await session.answer('two-step-on', { kind: 'noted', note: 'second' })
  expect(note.value).toBe('first and more')
})
