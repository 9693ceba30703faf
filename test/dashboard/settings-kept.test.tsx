// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { afterEach, expect, test, vi } from 'vitest'
import { open } from '../support/views'

afterEach(() => vi.unstubAllGlobals())

/** The permissions of a browser that answers each of these so. */
function permissions(answers: Record<'request' | 'remove', () => Promise<boolean>>): void {
  vi.stubGlobal('chrome', { permissions: answers })
}

const given = async () => true
const broken = () => Promise.reject(new Error('no permissions today'))

test('both ends of the quiet hours chosen before the first reply are kept', async () => {
  const { user, screen, holdAnswers, overview, waitFor } = await open('dashboard', { at: '#/settings' })
  await user.click(screen.getByRole('checkbox', { name: /quiet hours/i }))
  await waitFor(() => expect(screen.getByLabelText('From')).toHaveProperty('disabled', false))
  const release = holdAnswers()
  await user.selectOptions(screen.getByLabelText('From'), '19')
  await user.selectOptions(screen.getByLabelText('to'), '6')
  release()
  await waitFor(async () => expect((await overview()).settings.quietHours).toEqual({ from: 19, to: 6 }))
})

test('a permission that cannot even be asked for counts as refused', async () => {
  permissions({ request: broken, remove: given })
  const { user, screen, i18n, overview } = await open('dashboard', { at: '#/settings' })
  await user.click(screen.getByRole('checkbox', { name: 'www.amazon.de' }))
  await screen.findByText(i18n.translate('settings_login_refused'))
  expect((await overview()).settings.loginHosts).toBeUndefined()
})

test('a permission that the browser does not take back is told, and the reminders are off', async () => {
  permissions({ request: given, remove: broken })
  const { user, screen, i18n, overview, platform, waitFor } = await open('dashboard', { at: '#/settings' })
  platform.kept.allowed.add('www.amazon.de')
  await user.click(screen.getByRole('checkbox', { name: 'www.amazon.de' }))
  await waitFor(async () => expect((await overview()).settings.loginHosts).toEqual(['www.amazon.de']))
  await user.click(screen.getByRole('checkbox', { name: 'www.amazon.de' }))
  await screen.findByText(i18n.translate('settings_permission_stays'))
  expect((await overview()).settings.loginHosts).toEqual([])
})

test('all back to default: the sign on the toolbar goes too, first its rule and then the permission', async () => {
  let isGiven = true
  const calls: unknown[] = []
  vi.stubGlobal('chrome', {
    runtime: { getManifest: () => ({ optional_permissions: ['declarativeContent'] }) },
    declarativeContent: {
      onPageChanged: {
        removeRules: (ids: string[], done: () => void) => {
          calls.push(ids)
          done()
        },
      },
    },
    permissions: {
      contains: async () => isGiven,
      remove: async (what: unknown) => {
        calls.push(what)
        isGiven = false
        return true
      },
    },
  })
  const { user, screen, i18n, platform, waitFor } = await open('dashboard', { at: '#/settings' })
  const sign = await screen.findByRole<HTMLInputElement>('checkbox', {
    name: i18n.translate('settings_sign_on'),
  })
  await waitFor(() => expect(sign.checked).toBe(true))
  const name = i18n.translate('settings_reset_all')
  const question = i18n.translate('settings_reset_all_confirm')
  await user.click(screen.getByRole('button', { name }))
  await user.click(
    within(await screen.findByRole('dialog', { name: question })).getByRole('button', { name }),
  )
  await waitFor(() => expect(calls).toEqual([['false-page'], { permissions: ['declarativeContent'] }]))
  platform.revoke('declarativeContent')
  await waitFor(() => expect(sign.checked).toBe(false))
})

test('all back to default: what could not be stored is not covered by a later “Saved”', async () => {
  const { user, screen, i18n, session, platform, overview, waitFor } = await open('dashboard', {
    at: '#/settings',
  })
  await session.answer('two-step-on', { kind: 'paced', every: 30 })
  await session.choose({ badge: false })
  const name = i18n.translate('settings_reset_all')
  const question = i18n.translate('settings_reset_all_confirm')
  const allBack = async () => {
    await user.click(screen.getByRole('button', { name }))
    const dialog = await screen.findByRole('dialog', { name: question })
    await user.click(within(dialog).getByRole('button', { name }))
  }
  platform.storage.reject('set', 1)
  await allBack()
  await screen.findByText(i18n.translate('failed_store'))
  expect((await overview()).settings.badge).toBe(false)
  platform.storage.heal()
  await allBack()
  await waitFor(async () => expect((await overview()).settings.badge).toBe(true))
})
