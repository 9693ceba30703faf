// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { text } from '../../support/messages'
import { open } from '../../support/views'

/** The choice of that name, and the section around it. */
async function openSetting(name: string, settings: Record<string, unknown> = {}) {
  const local = { settings: { version: 1, ...settings } }
  const view = await open('dashboard', { at: '#/settings', kept: { local } })
  const select = await view.screen.findByRole<HTMLSelectElement>('combobox', { name })
  return {
    ...view,
    select,
    section: () => select.closest('section')?.textContent,
    shown: () => select.selectedOptions[0]?.text,
    stored: () => view.platform.kept.local['settings'],
  }
}

const back = { name: text('settings_reset') }

test('dates are offered as the last day of this year, which is the same in no two forms', async () => {
  const { select, section, screen } = await openSetting('Date format')
  const offered = [...select.options].map(({ text }) => text)
  expect(offered).toEqual([
    'December 31, 2026',
    '31/12/2026',
    '12/31/2026',
    '31.12.2026',
    '2026-12-31',
    '2026/12/31',
  ])
  expect(select.value).toBe('')
  expect(section()).toContain('Default: December 31, 2026')
  expect(screen.queryByRole('button', back)).toBeNull()
})

test('times are offered as an evening hour, with the usual one first', async () => {
  const { select, section } = await openSetting(text('settings_clock'))
  const offered = [...select.options].map(({ text }) => text)
  expect(offered).toEqual(['Usual in your language (8:00 PM)', '24-hour (20:00)', '12-hour (8:00 PM)'])
  expect(section()).toContain('Default: Usual in your language (8:00 PM)')
})

test.each([
  ['Date format', '31.12.2026', { dateFormat: 'dd.MM.yyyy' }],
  [text('settings_clock'), '24-hour (20:00)', { clock: '24-hour' }],
  ['Language', 'Deutsch', { language: 'de' }],
  ['Where cards appear', 'Top left', { corner: 'top-start' }],
])('%s: a choice is stored and shown, and goes back to the default', async (name, text, choice) => {
  const { user, screen, select, shown, stored, settled } = await openSetting(name)
  await user.selectOptions(select, text)
  await settled()
  expect(stored()).toEqual({ version: 1, ...choice })
  expect(shown()).toBe(text)
  await user.click(await screen.findByRole('button', back))
  await settled()
  expect(stored()).toEqual({ version: 1 })
  expect(select.value).toBe('')
  expect(document.activeElement).toBe(select)
})

test.each([
  ['Date format', { dateFormat: 'd MMM yyyy' }],
  [text('settings_clock'), { clock: 'decimal' }],
  ['Where cards appear', { corner: 'middle' }],
])('%s of a later version is shown as the default, and kept', async (name, settings) => {
  const { screen, select, stored } = await openSetting(name, settings)
  expect(select.value).toBe('')
  expect(screen.queryByRole('button', back)).toBeNull()
  expect(stored()).toEqual({ version: 1, ...settings })
})

test('everything back to its default takes them along', async () => {
  const chosen = { dateFormat: 'yyyy-MM-dd', clock: '12-hour', corner: 'top-end' }
  const { user, screen, shown, stored, settled } = await openSetting('Date format', chosen)
  expect(shown()).toBe('2026-12-31')
  const everything = { name: text('settings_reset_all') }
  await user.click(screen.getByRole('button', everything))
  await user.click(
    within(await screen.findByRole('dialog', { name: text('settings_reset_all_confirm') })).getByRole(
      'button',
      everything,
    ),
  )
  await settled()
  expect(stored()).toEqual({
    version: 1,
    badge: true,
    notifications: false,
    longDueNotifications: false,
    singleKeys: true,
  })
})
