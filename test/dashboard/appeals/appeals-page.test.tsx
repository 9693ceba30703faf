// @vitest-environment jsdom
import { fireEvent } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { longestPart, type SavedDraft } from '../../../src/domain/appeals/draft'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text, number } = inEnglish('UTC')

/** An own draft for each test: what is not saved stays in the page. */
async function appeal(draft: string) {
  const page = await open('dashboard', { at: `#/appeal/${draft}` })
  const { platform, screen, user } = page
  const saved = (version = 1) => platform.storage.data[`draft/${draft}/${version}`] as SavedDraft | undefined
  const field = (name: string) => document.getElementById(`appeal-${name}`) as HTMLInputElement
  const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } })
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }))
  const go = (hash: string) => {
    location.hash = hash
  }
  await screen.findByLabelText(text('appeal_title'))
  return { ...page, saved, field, type, press, go }
}

const secret = 'The card 4111 1111 1111 1111 was charged'

test('a text that is not saved is there again when the draft is opened again, and closing the page asks', async () => {
  const { field, type, go, saved, screen, user, waitFor } = await appeal('draft-a')
  type('title', 'Appeal of March')
  type('cause', secret)
  go('#/journal')
  await screen.findByRole('heading', { level: 2, name: text('nav_journal') })
  // All else is stored.
  await waitFor(() => expect(saved()?.content.title).toBe('Appeal of March'))
  expect(saved()?.content.cause).toBe('The card … was charged')
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false)
  go('#/appeal')
  await screen.findByText(text('appeal_unsaved_explain'))
  await user.click(screen.getByRole('link', { name: 'Appeal of March' }))
  await waitFor(() => expect(field('cause').value).toBe(secret))
  await screen.findByText(
    text('appeal_withheld', { part: text('appeal_part_cause'), why: text('note_card_number') }),
  )
  type('cause', 'The login was shared')
  go('#/appeal')
  await screen.findByText(text('appeal_explain'))
  await waitFor(() => expect(saved()?.content.cause).toBe('The login was shared'))
  expect(screen.queryByText(text('appeal_unsaved_explain'))).toBeNull()
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
})

test('without an answer of the background too, and it can then be saved', async () => {
  const { platform, field, type, go, press, saved, screen, user, waitFor } = await appeal('draft-b')
  platform.storage.reject('set')
  type('title', 'Appeal of April')
  go('#/appeal')
  const link = await screen.findByRole('link', { name: 'Appeal of April' })
  platform.storage.reject('get')
  platform.storage.reject('keys')
  await user.click(link)
  await waitFor(() => expect(field('title').value).toBe('Appeal of April'))
  platform.storage.heal()
  await press(text('retry'))
  await waitFor(() => expect(saved()?.content.title).toBe('Appeal of April'))
})

test('a line that looks like a password is saved, asked about, and taken out at a press', async () => {
  const { field, type, press, saved, screen, waitFor } = await appeal('draft-h')
  type('title', 'Appeal of June')
  type('happened', 'Postal code 10115 Berlin\nThe password is Winter2026')
  await waitFor(() =>
    expect(saved()?.content.happened).toBe('Postal code 10115 Berlin\nThe password is Winter2026'),
  )
  await screen.findByText(text('secret_asked', { why: text('note_password') }))
  await press(text('secret_take_out'))
  expect(field('happened').value).toBe('Postal code 10115 Berlin\nThe …')
  await waitFor(() => expect(saved()?.content.happened).toBe('Postal code 10115 Berlin\nThe …'))
  expect(screen.queryByText(text('secret_take_out'))).toBeNull()
})

test('a text that is too long stays whole, says so, and is saved once it fits', async () => {
  const { field, type, saved, screen, user, waitFor } = await appeal('draft-c')
  const long = 'x'.repeat(longestPart + 1)
  await user.click(field('happened'))
  await user.paste(long)
  const why = text('run_too_long', { count: number(longestPart) })
  await screen.findByText(text('appeal_withheld', { part: text('appeal_part_happened'), why }))
  expect(field('happened').value).toBe(long)
  expect(saved()?.content.happened).toBe('x'.repeat(longestPart))
  expect(screen.getByText(why)).toBeTruthy()
  type('happened', 'Late shipments')
  await waitFor(() => expect(saved()?.content.happened).toBe('Late shipments'))
})

test('a row that is removed leaves the focus in the list, and comes back', async () => {
  const { field, press, saved, screen, user, waitFor } = await appeal('draft-d')
  const add = text('appeal_add_done')
  await press(add)
  await press(add)
  await user.type(field('done-1-what'), 'first')
  await user.type(field('done-2-what'), 'second')
  const part = text('appeal_part_done')
  const remove = (row: number) =>
    screen.getByRole('button', { name: text('appeal_row_remove', { part, number: number(row) }) })
  await user.dblClick(remove(1))
  await waitFor(() => expect(document.activeElement).toBe(field('done-2-what')))
  await user.click(remove(1))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: add })))
  await press(text('undo'))
  await waitFor(() => expect(saved()?.content.done).toEqual([{ what: 'second', on: '' }]))
  expect(field('done-1-what').value).toBe('second')
})

test('a measure is made a recurring check with days in digits of full width, and what says so has the focus', async () => {
  const { field, press, overview, screen, user, waitFor } = await appeal('draft-e')
  await press(text('appeal_add_measure'))
  await user.type(field('measures-1-what'), 'Count the stock')
  await user.type(field('measures-1-every'), '７')
  await press(text('appeal_measure_keep'))
  const said = await screen.findByText(text('appeal_measure_kept'))
  expect((await overview()).measures).toMatchObject([{ title: 'Count the stock', every: 7 }])
  await waitFor(() => expect(document.activeElement).toBe(said))
})

test('an earlier version is not taken up over a text that is not saved: it says so', async () => {
  const { field, type, press, saved, screen, waitFor } = await appeal('draft-f')
  type('cause', 'one')
  await press(text('appeal_keep'))
  await screen.findByText(text('appeal_kept'))
  type('cause', 'two')
  await waitFor(() => expect(saved(2)?.content.cause).toBe('two'))
  type('cause', secret)
  await press(/^Show Version 1/)
  await press(text('appeal_version_take'))
  await screen.findByText(text('appeal_unsaved_first'))
  expect(field('cause').value).toBe(secret)
  type('cause', 'three')
  await press(text('appeal_version_take'))
  await waitFor(() => expect(field('cause').value).toBe('one'))
  await waitFor(() => expect(saved(3)?.content.cause).toBe('one'))
  expect(saved(2)?.content.cause).toBe('three')
})

test('the list of drafts is read anew, and keeps the focus when one leaves its place', async () => {
  const { ask, session, go, press, saved, type, screen, waitFor } = await appeal('draft-g')
  type('title', 'Appeal of May')
  await waitFor(() => expect(saved()).toBeDefined())
  go('#/appeal')
  await press(text('appeal_aside_named', { title: 'Appeal of May' }))
  await screen.findByRole('heading', { name: text('appeal_aside_title') })
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text('appeal_new')))
  await ask('forget-draft', { draft: 'draft-g' })
  await session.read()
  await screen.findByText(text('appeal_empty'))
  await waitFor(() => expect(screen.queryByText(text('appeal_aside_title'))).toBeNull())
})
