// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { ItemId } from '../../../src/domain/items'
import { addDays } from '../../../src/domain/time/day'
import { wellKnown } from '../../support/background'
import { text } from '../../support/messages'
import { on } from '../../support/time'
import { open } from '../../support/views'

const today = '2026-03-10'

/** Five days of a hundred entries each, two days a page; the oldest are about another check. */
function longJournal(): Record<string, unknown> {
  const days = [1, 2, 3, 4, 5].map((age) => {
    const day = addDays(today, -age)
    const item: ItemId = age === 5 ? 'user-list-review' : 'two-step-on'
    const what = { kind: 'answered', item, answer: { kind: 'checked' } }
    const entries = Array.from({ length: 100 }, (_, index) => ({
      id: `${day}-${index}`,
      at: Date.parse(`${day}T12:00Z`) + index,
      day,
      store: 'store-1',
      what,
    }))
    return [`journal/${day}`, { version: 1, entries }]
  })
  return { ...wellKnown, ...Object.fromEntries(days) }
}

async function openJournal(local = longJournal()) {
  const opened = await open('dashboard', { at: '#/journal', now: on(today), kept: { local } })
  await opened.screen.findByLabelText(opened.i18n.translate('journal_who'))
  return {
    ...opened,
    rows: () => document.querySelectorAll('table.entries tbody tr').length,
    older: () => opened.screen.queryByRole('button', { name: text('journal_more') }),
  }
}

test('older pages stay when something is answered, and a second press doubles nothing', async () => {
  const { user, older, rows, session, holdAnswers, waitFor } = await openJournal()
  await waitFor(() => expect(rows()).toBe(200))
  const release = holdAnswers()
  await user.dblClick(older() as HTMLElement)
  release()
  await waitFor(() => expect(rows()).toBe(400))
  await session.answer('two-step-on', { kind: 'checked' })
  await waitFor(() => expect(rows()).toBe(401))
})

test('at the end of the journal the focus stays in the page', async () => {
  const { user, older, rows, screen, waitFor } = await openJournal()
  await user.click(older() as HTMLElement)
  await waitFor(() => expect(rows()).toBe(400))
  await user.click(older() as HTMLElement)
  await waitFor(() => expect(rows()).toBe(500))
  expect(older()).toBeNull()
  expect(document.activeElement).toBe(screen.getByText(text('journal_end')))
})

const byStore = () => document.getElementById('journal-store') as HTMLSelectElement

test('nothing found so far is told from nothing at all', async () => {
  const { user, older, rows, screen, session, waitFor } = await openJournal()
  await waitFor(() => expect(rows()).toBe(200))
  await session.change({ kind: 'store-added', name: 'Second', login: 'login-2' }, 'store-2')
  await user.selectOptions(byStore(), 'store-2')
  await user.selectOptions(screen.getByLabelText('Check'), 'two-step-on')
  await screen.findByText(text('journal_none_yet'))
  await user.click(older() as HTMLElement)
  await user.click(older() as HTMLElement)
  await screen.findByText(text('journal_none'))
  await user.selectOptions(byStore(), '')
  await screen.findByText('400 entries shown')
})

test('a name that was saved keeps the focus in its field', async () => {
  const { user, screen, i18n, session } = await openJournal({ ...wellKnown })
  const field = screen.getByLabelText(i18n.translate('journal_who'))
  await user.type(field, 'Ann{Enter}')
  await screen.findByText('Saved.')
  await session.answer('two-step-on', { kind: 'checked' })
  await screen.findByRole('cell', { name: 'Ann' })
  expect(document.activeElement).toBe(field)
})

test('what was cut from the journal is said with the day up to which it is gone', async () => {
  const dropped = { version: 1, entries: 1234, through: '2024-03-03' }
  const { screen } = await openJournal({ ...longJournal(), 'journal-dropped': dropped })
  await screen.findByText(text('journal_dropped_other', { count: '1,234', day: 'March 3, 2024' }))
})

test('an entry kept under a day that has not been is not told as done on it', async () => {
  const what = { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } }
  const entry = (day: string) => ({ id: day, at: Date.parse(`${day}T12:00Z`), day, store: 'store-1', what })
  const days = ['2028-03-04', '2026-03-11', today].map((day): [string, unknown] => [
    `journal/${day}`,
    { version: 1, entries: [entry(day)] },
  ])
  const { rows, waitFor } = await openJournal({ ...wellKnown, ...Object.fromEntries(days) })
  await waitFor(() => expect(rows()).toBe(3))
  const told = [...document.querySelectorAll('table.entries tbody td:first-child')]
  expect(told.map(({ textContent }) => textContent)).toEqual([
    text('journal_day_ahead', { day: 'March 4, 2028' }),
    // A seller who has travelled west since.
    'March 11, 2026',
    'March 10, 2026',
  ])
})
