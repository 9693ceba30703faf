// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { text } from '../../support/messages'
import { open } from '../../support/views'

const button = { selector: 'button' }

const opened = async () => {
  const page = await open('dashboard', { at: '#/settings' })
  await page.session.answer('two-step-on', { kind: 'checked' })
  await page.user.click(page.screen.getByText(text('settings_reset_all'), button))
  await page.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull())
  return page
}
const opener = (screen: Awaited<ReturnType<typeof opened>>['screen']) =>
  screen.getAllByText(text('settings_reset_all'), button)[0]

test('what is confirmed in a dialog gives the focus back to where it was asked', async () => {
  const { user, screen, waitFor } = await opened()
  await user.click(screen.getAllByText(text('settings_reset_all'), button)[1]!)
  await screen.findByText('Saved.')
  expect(document.querySelector('dialog')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(opener(screen)))
})

test('so does what is not, and it changes nothing', async () => {
  const { user, screen, waitFor, platform } = await opened()
  await user.click(screen.getByText('Cancel', button))
  await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
  expect(document.activeElement).toBe(opener(screen))
  expect(platform.kept.local).not.toHaveProperty('settings')
})

test('no key reaches what lies behind a dialog', async () => {
  const { user, statusOf, settled } = await opened()
  expect(document.activeElement?.closest('dialog')).not.toBeNull()
  await user.keyboard('u')
  await settled()
  expect((await statusOf('two-step-on'))?.kind).toBe('up-to-date')
})
