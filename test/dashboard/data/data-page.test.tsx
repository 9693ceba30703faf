// @vitest-environment jsdom
import { File } from 'node:buffer'
import { expect, test } from 'vitest'
import { dayOf } from '../../../src/domain/time/time'
import { journalDayV1 } from '../../storage/fixtures'
import { wellKnown } from '../../support/background'
import { open } from '../../support/views'

const aside = (...days: string[]) =>
  Object.fromEntries(days.map((day) => [`damaged/journal/${day}`, journalDayV1]))

const openData = async (...days: string[]) => {
  const opened = await open('dashboard', {
    at: '#/data',
    kept: { local: { ...wellKnown, ...aside(...days) } },
  })
  const name = opened.i18n.translate('unreadable_title')
  return { ...opened, heading: () => opened.screen.queryByRole('heading', { name }) }
}

test('the focus stays with the list while something put back leaves it, and in the page when the list goes', async () => {
  const { user, screen, heading, waitFor } = await openData('2026-03-03', '2026-03-04')
  const [first] = await screen.findAllByRole('button', { name: /^Restore/ })
  await user.click(first as HTMLElement)
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Restore/ })).toHaveLength(1))
  await waitFor(() => expect(document.activeElement).toBe(heading()))
  await user.click(screen.getByRole('button', { name: /^Restore/ }))
  await waitFor(() => expect(heading()).toBeNull())
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'))
})

test('an import that fails stops saying that it reads', async () => {
  const { user, screen, i18n, platform, ask, waitFor } = await openData()
  const entries = { 'journal/2026-03-04': journalDayV1 }
  const text = JSON.stringify({ format: 'nightlatch-export', version: 1, made: '2026-03-09', entries })
  const input = await screen.findByLabelText('File')
  // jsdom's own cannot be read.
  Object.defineProperty(input, 'files', { value: [new File([text], 'nightlatch.json')] })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await screen.findByText(i18n.translate('import_ready'))
  // Another file takes its place: to the background this one is forgotten, and is handed over again.
  await ask('import-piece', { file: 'another', index: 0, text: '' })
  platform.storage.reject('set')
  await user.click(screen.getByRole('button', { name: 'Import' }))
  const question = await screen.findByRole('dialog', { name: i18n.translate('import_merge') })
  await user.click([...question.querySelectorAll('button')].at(-1) as HTMLElement)
  const again = await screen.findByRole('dialog', { name: i18n.translate('without_backup') })
  await user.click([...again.querySelectorAll('button')].at(-1) as HTMLElement)
  await screen.findByText(i18n.translate('failed_store'))
  await waitFor(() => expect(screen.queryByText(i18n.translate('import_reading'))).toBeNull())
})

test('a file is said to be handed to the browser, and not to be saved: that nobody tells us', async () => {
  const { user, screen, i18n, platform } = await openData()
  // jsdom has no place for files, and goes to no address.
  const addresses: string[] = []
  URL.createObjectURL = () => `blob:${addresses.push('made')}`
  HTMLAnchorElement.prototype.click = () => undefined
  const day = dayOf(platform.now())
  for (const [button, name] of [
    ['files_export', `nightlatch-${day}.json`],
    ['files_journal', `nightlatch-journal-${day}.csv`],
    ['files_calendar', `nightlatch-${day}.ics`],
  ] as const) {
    await user.click(await screen.findByRole('button', { name: i18n.translate(button) }))
    const said = await screen.findByText(i18n.translate('files_handed_over', { name }))
    expect(said.textContent).not.toMatch(/saved as/i)
  }
  expect(addresses).toHaveLength(3)
})

test('what is left out of a file is named, setting by setting', async () => {
  const { screen, i18n } = await openData()
  const settings = {
    version: 1,
    who: 'Ana',
    cardsPerDay: 99,
    clock: 'sundial',
    ofLater: 1,
    pause: { until: 'told' },
  }
  const text = JSON.stringify({
    format: 'nightlatch-export',
    version: 1,
    made: '2026-03-04',
    entries: { settings },
  })
  const input = await screen.findByLabelText('File')
  // jsdom's own cannot be read.
  Object.defineProperty(input, 'files', { value: [new File([text], 'nightlatch.json')] })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  const names = i18n.list([i18n.translate('settings_caps'), 'ofLater', i18n.translate('settings_clock')])
  await screen.findByText(i18n.translate('import_left_out_settings', { names }))
  await screen.findByText(i18n.translate('import_left_out_pause'))
})
