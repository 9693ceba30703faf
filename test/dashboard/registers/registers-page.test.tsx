// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { longestNote } from '../../../src/domain/answer'
import type { ItemId } from '../../../src/domain/items'
import { checked } from '../../support/checklist'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text } = inEnglish('UTC')
const addTo = (register: 'people' | 'payout_account' | 'papers') =>
  text('register_add_to', { register: text(`register_${register}_title`) })
const save = text('register_save')

async function registers() {
  const page = await open('dashboard', { at: '#/registers' })
  const { platform, screen, user } = page
  const rows = () =>
    Object.entries(platform.storage.data).flatMap(([key, value]) =>
      key.startsWith('register/') ? [(value as { values: Record<string, string> }).values] : [],
    )
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
  const field = (name: 'name' | 'note' | 'digits' | 'end') =>
    screen.getByLabelText<HTMLInputElement>(text(`register_field_${name}`))
  const focused = () => document.activeElement?.getAttribute('aria-label')
  return { ...page, rows, press, field, focused }
}

test('a row saved twice, and again after no answer came, is there once, and has the focus', async () => {
  const { rows, press, field, focused, screen, user, waitFor, loseAnswers, settled } = await registers()
  await press(addTo('people'))
  await waitFor(() => expect(document.activeElement).toBe(field('name')))
  loseAnswers(true)
  await user.keyboard('Ana{Enter}{Enter}')
  await screen.findByText(text('failed_no_answer'))
  loseAnswers(false)
  await press(save)
  await waitFor(() => expect(focused()).toBe(text('register_edit_named', { name: 'Ana' })))
  await settled()
  expect(rows()).toEqual([{ name: 'Ana', kind: 'person' }])
})

test('while a row is changed it is removed elsewhere: what was typed stays, and can be saved', async () => {
  const { ask, platform, rows, press, field, screen, session, user, waitFor } = await registers()
  await press(addTo('papers'))
  await user.type(screen.getByLabelText(text('register_papers_field_name')), 'Company extract')
  await press(save)
  await press(text('register_edit_named', { name: 'Company extract' }))
  await user.type(field('note'), 'in the safe')
  const [key = ''] = Object.keys(platform.storage.data).filter((one) => one.startsWith('register/'))
  const [, owner = '', , row = ''] = key.split('/')
  await ask('remove-row', { register: 'papers', owner, row })
  await session.read()
  await screen.findByText(text('register_papers_empty'))
  expect(field('note').value).toBe('in the safe')
  await press(save)
  await waitFor(() => expect(rows()).toMatchObject([{ name: 'Company extract', note: 'in the safe' }]))
  expect(screen.getByRole('button', { name: addTo('papers') })).toBeTruthy()
})

test('a form waits with what was typed while another store, or another part, is looked at', async () => {
  const { change, press, field, screen, session, user, waitFor } = await registers()
  await change({ id: 'e-1', store: 'store-2', kind: 'store-added', name: 'Second', login: 'login-1' })
  await change({ id: 'e-2', store: 'store-1', kind: 'store-shown' })
  await session.read()
  await press(addTo('people'))
  await user.type(field('name'), 'Be')
  const stores = document.getElementById('store')!
  const choose = async (at: number) => {
    await user.click(stores)
    await user.click((await screen.findAllByRole('option'))[at]!)
  }
  await choose(1)
  await screen.findByRole('button', { name: addTo('people') })
  await choose(0)
  await waitFor(() => expect(field('name').value).toBe('Be'))
  expect(document.activeElement).toBe(stores)
  location.hash = '#/journal'
  await screen.findByRole('heading', { level: 2, name: text('nav_journal') })
  location.hash = '#/registers'
  await waitFor(() => expect(field('name').value).toBe('Be'))
})

test('digits of full width are digits; the one row of a register takes the focus when it is saved', async () => {
  const { rows, press, field, focused, user, waitFor } = await registers()
  await press(addTo('payout_account'))
  await user.type(field('digits'), '１２３')
  await press(save)
  await waitFor(() => expect(rows()).toEqual([{ digits: '123' }]))
  await waitFor(() => expect(focused()).toBe(text('register_edit_named', { name: '123' })))
})

test('a note that is too long stays whole in its field, with the reason under it', async () => {
  const { rows, press, field, screen, user } = await registers()
  const long = 'x'.repeat(longestNote + 1)
  await press(addTo('people'))
  await user.type(field('name'), 'Ana')
  await user.click(field('note'))
  await user.paste(long)
  await press(save)
  await screen.findByText(text('register_bad_too_long'))
  expect(field('note').value).toBe(long)
  expect(rows()).toEqual([])
})

test('an end date is taken back also when its checks were answered meanwhile', async () => {
  const { change, platform, rows, press, field, screen, user, waitFor } = await registers()
  await press(addTo('people'))
  await user.type(field('name'), 'Ana')
  await press(save)
  await press(text('register_edit_named', { name: 'Ana' }))
  await user.type(field('end'), '2026-03-04')
  await press(save)
  await screen.findByText(text('register_reported'))
  const due = Object.keys(platform.storage.data).filter((key) => key.startsWith('record/'))
  expect(due).not.toEqual([])
  for (const key of due) await change(checked(key.split('/')[2] as ItemId))
  await press(text('undo'))
  await waitFor(() => expect(rows()).toMatchObject([{ name: 'Ana', end: '' }]))
})

test('an undo that fails says so, and can be pressed again', async () => {
  const { platform, rows, press, field, screen, user, waitFor } = await registers()
  await press(addTo('people'))
  await user.type(field('name'), 'Ana')
  await press(save)
  await press(text('register_remove_named', { name: 'Ana' }))
  await screen.findByText(text('register_removed'))
  await waitFor(() => expect(rows()).toEqual([]))
  platform.storage.reject('set')
  await press(text('undo'))
  await screen.findByText(text('failed_store'))
  platform.storage.heal()
  await press(text('undo'))
  await waitFor(() => expect(rows()).toMatchObject([{ name: 'Ana' }]))
})

test('the checks that use a list are read as several, not as one word', async () => {
  await registers()
  const links = [...document.querySelectorAll('.links a')]
  expect(links.length).toBeGreaterThan(5)
  for (const link of links) expect(link.previousSibling?.textContent).toMatch(/\s$/)
})
