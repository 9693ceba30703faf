// @vitest-environment jsdom
import * as buffer from 'node:buffer'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { wellKnown } from '../../support/background'
import { text } from '../../support/messages'
import { open } from '../../support/views'

// jsdom's own cannot be read.
Object.assign(globalThis, { Blob: buffer.Blob })

const entry = (id: string, item = 'two-step-on') => ({
  id,
  at: Date.parse('2026-03-03T10:00Z'),
  day: '2026-03-03',
  store: 'store-1',
  who: 'Ana',
  what: { kind: 'answered', item, answer: { kind: 'checked' } },
})
const journal = (...entries: object[]) => ({ 'journal/2026-03-03': { version: 1, entries } })
const march = journal(entry('e-1'), entry('e-2', 'user-list-review'))

const openReport = async (local: object) => {
  const opened = await open('dashboard', { at: '#/report', kept: { local: { ...wellKnown, ...local } } })
  const { screen, user, i18n } = opened
  const saved: Promise<string>[] = []
  URL.createObjectURL = (blob) => `blob:${saved.push((blob as Blob).text())}`
  HTMLAnchorElement.prototype.click = () => undefined
  await screen.findByText(i18n.translate('report_limits_account'))
  const code = async () => (await screen.findByText(/^2026-03-\d\d\/.*\/[0-9a-f]{64}$/)).textContent ?? ''
  return {
    ...opened,
    code,
    async saveTable(button: 'report_save' | 'files_journal'): Promise<string> {
      await user.click(screen.getByRole('button', { name: i18n.translate(button) }))
      await screen.findByText(/^Nightlatch gave/)
      return (await saved.at(-1)) ?? ''
    },
    async paste(text: string) {
      await user.click(screen.getByText(i18n.translate('report_compare')))
      await user.click(screen.getByLabelText(i18n.translate('report_compare_code')))
      await user.paste(text)
      await user.click(screen.getByRole('button', { name: i18n.translate('report_compare_go') }))
    },
    openTable(text: string) {
      const input = screen.getByLabelText(i18n.translate('report_compare_file'))
      Object.defineProperty(input, 'files', {
        value: [new buffer.File([text], 'history.csv')],
        configurable: true,
      })
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
  }
}

test('the fingerprint of a report, and the table that is saved with it, find the same entries later', async () => {
  const { screen, i18n, code, saveTable, paste, openTable } = await openReport(march)
  expect(await code()).toMatch(/^2026-03-01\/2026-03-\d\d\/2\//)
  const table = await saveTable('files_journal')
  expect(table).toContain((await code()).split('/').at(-1))
  await paste(await code())
  await screen.findByText(i18n.plural('report_compare_same', 2))
  openTable('no table')
  await screen.findByText(i18n.translate('report_compare_none'))
  openTable(table)
  await screen.findByText(i18n.plural('report_compare_same', 2))
})

test('entries that differ are counted, and those that are there are shown', async () => {
  const before = await openReport(march)
  const table = await before.saveTable('files_journal')
  const code = await before.code()
  const after = await openReport(journal(entry('e-1', 'user-list-review'), entry('e-3')))
  await after.paste(code)
  await after.screen.findByText(after.i18n.translate('report_compare_not_same'))
  after.openTable(table)
  const parts = after.i18n.translate('report_compare_parts', { changed: '1', missing: '1', added: '1' })
  await after.screen.findByText(`${after.i18n.plural('report_compare_differ', 3)} ${parts}`)
  expect(document.querySelectorAll('details table tbody tr')).toHaveLength(2)
})

test.each([
  ['with the day of it', [{ on: '2026-03-04', from: '2023-01-01', through: '2026-03-02' }], 'March 4, 2026'],
  ['without the day of it, if an earlier version dropped them', undefined, undefined],
])('says that entries of the period were dropped, %s', async (_, drops, on) => {
  const code = await (await openReport(march)).code()
  const { screen, paste } = await openReport({
    ...journal(entry('e-2', 'user-list-review')),
    'journal-dropped': { version: 1, entries: 9, through: '2026-03-02' },
    ...(drops && { 'journal-drops': { version: 1, drops } }),
  })
  await paste(code)
  const through = 'March 2, 2026'
  await screen.findByText(
    on === undefined
      ? text('report_compare_dropped', { day: through })
      : text('report_compare_dropped_on', { through, day: on }),
  )
})

test('entries that were only added leave the earlier ones the same', async () => {
  const before = await openReport(march)
  const table = await before.saveTable('files_journal')
  const after = await openReport(journal(...march['journal/2026-03-03'].entries, entry('e-3')))
  after.openTable(table)
  const { plural } = after.i18n
  await after.screen.findByText(`${plural('report_compare_same', 2)} ${plural('report_compare_added', 1)}`)
})

test('the table of checks has what the report shows, and notes only when they are shown', async () => {
  const note = '=HYPERLINK("https://evil.example")'
  const { screen, user, i18n, saveTable } = await openReport({
    'record/login-1/two-step-on': { version: 2, checked: '2026-03-03', note, who: 'Ana', events: [] },
  })
  const read = (text: string) =>
    Papa.parse<Record<string, string>>(text.slice(1), { header: true, delimiter: ',' }).data
  const title = i18n.translate('item_two_step_on_title')
  const rowIn = (table: string) => read(table).find((row) => row['Check'] === title)
  expect(rowIn(await saveTable('report_save'))).toMatchObject({ Responsible: 'Ana' })
  expect(rowIn(await saveTable('report_save'))).not.toHaveProperty('Note')
  await user.click(screen.getByLabelText(i18n.translate('report_notes')))
  // A spreadsheet must not take it for a formula.
  expect(rowIn(await saveTable('report_save'))).toMatchObject({ Note: `'${note}` })
})
