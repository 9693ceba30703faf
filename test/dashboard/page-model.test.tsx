// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { inEnglish } from '../support/i18n'
import { open } from '../support/views'

const { translate: text } = inEnglish('UTC')
const openNote = () => open('dashboard', { at: '#/item/two-step-on' })

test('what was typed on one page is there after a look at another part, and not on the next page', async () => {
  const first = await openNote()
  const note = () => document.querySelector<HTMLTextAreaElement>('#two-step-on-note')
  await first.waitFor(() => expect(note()).not.toBeNull())
  await first.user.type(note() as HTMLTextAreaElement, 'half')
  location.hash = '#/registers'
  // By its text: to look for a role in the whole checklist takes minutes.
  await first.screen.findByText(text('register_people_empty'))
  await first.user.click(
    first.screen.getByRole('button', {
      name: text('register_add_to', { register: text('register_people_title') }),
    }),
  )
  const name = () => document.querySelector<HTMLInputElement>('[name=name]')
  await first.waitFor(() => expect(name()).not.toBeNull())
  await first.user.type(name() as HTMLInputElement, 'Ana')
  location.hash = '#/item/two-step-on'
  await first.waitFor(() => expect(note()?.value).toBe('half'))

  const second = await openNote()
  await second.waitFor(() => expect(note()?.value).toBe(''))
  location.hash = '#/registers'
  await second.screen.findByText(text('register_people_empty'))
  expect(name()).toBeNull()
})
