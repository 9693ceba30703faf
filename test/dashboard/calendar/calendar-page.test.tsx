// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { on } from '../../support/time'
import { open } from '../../support/views'

test('below the name of a month that cannot be read stands no other month', async () => {
  const { user, screen, i18n, platform } = await open('dashboard', {
    at: '#/calendar',
    now: on('2026-03-10'),
  })
  await screen.findByRole('table', { name: 'March 2026' })
  platform.storage.reject('keys')
  await user.click(screen.getByRole('link', { name: i18n.translate('calendar_after') }))
  await screen.findByRole('heading', { name: 'April 2026' })
  await screen.findByText(i18n.translate('popup_could_not_read'))
  expect(screen.queryByRole('table')).toBeNull()
})
