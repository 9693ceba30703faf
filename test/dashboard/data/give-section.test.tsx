// @vitest-environment jsdom
import * as buffer from 'node:buffer'
import { expect, test } from 'vitest'
import { open } from '../../support/views'

// jsdom's own cannot be read.
Object.assign(globalThis, { Blob: buffer.Blob })

const at = 1_772_600_000_000
const row = (name: string) => ({ version: 1, values: { name, kind: 'person' }, at })
const stores = (...names: string[]) => ({
  version: 1,
  stores: names.map((name, index) => ({
    id: `store-${index + 1}`,
    name,
    login: 'login-1',
    fronts: [],
    profile: {},
  })),
  current: 'store-1',
})
const local = {
  stores: stores('Kettles', 'Lamps'),
  'record/store-1/user-list-review': { version: 1, checked: '2026-03-01', note: 'Ask Kim', events: [] },
  'register/store-1/people/kim': row('Kim Berg'),
  'register/store-2/people/lee': row('Lee Long'),
}

const openGiving = async () => {
  const opened = await open('dashboard', { at: '#/data', kept: { local } })
  const { screen, user, i18n } = opened
  const saved: Promise<string>[] = []
  URL.createObjectURL = (blob) => `blob:${saved.push((blob as Blob).text())}`
  HTMLAnchorElement.prototype.click = () => undefined
  const choose = await screen.findByText(i18n.translate('give_choose'))
  // jsdom unfolds nothing by a press.
  const details = choose.closest('details') as HTMLDetailsElement
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  await screen.findByRole('group', { name: i18n.translate('give_records') })
  return {
    ...opened,
    saved,
    tick: (label: string | RegExp) => user.click(screen.getByRole('checkbox', { name: label })),
    go: () => user.click(screen.getByRole('button', { name: i18n.translate('give_go') })),
  }
}

test('a file without names is saved at once; a text that names someone is shown first', async () => {
  const { screen, i18n, saved, tick, go } = await openGiving()
  await go()
  await screen.findByText(/^Nightlatch gave/)
  expect(saved).toHaveLength(1)
  expect(await saved[0]).not.toMatch(/Kim|Lamps/)

  await tick(i18n.translate('give_notes'))
  await go()
  await screen.findByRole('heading', { name: i18n.translate('give_naming') })
  expect(screen.getByRole('cell', { name: 'Ask Kim' })).toBeTruthy()
  expect(saved).toHaveLength(1)

  // With the name ticked there is nothing more to show.
  await tick(/Kim Berg$/)
  expect(screen.queryByRole('heading', { name: i18n.translate('give_naming') })).toBeNull()
  await go()
  await screen.findByText(/^Nightlatch gave/)
  expect(await saved[1]).toMatch(/Kim Berg/)
})

test('a file can be saved with the texts that were shown', async () => {
  const { screen, user, i18n, saved, tick, go, waitFor } = await openGiving()
  await tick(i18n.translate('give_notes'))
  await go()
  await user.click(await screen.findByRole('button', { name: i18n.translate('give_anyway') }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(await saved[0]).toContain('Ask Kim')
})

test('records are offered for the chosen stores alone, and without a store nothing is saved', async () => {
  const { screen, i18n, tick } = await openGiving()
  expect(screen.queryByRole('checkbox', { name: /Lee Long/ })).toBeNull()
  await tick(i18n.translate('give_stores_all'))
  expect(screen.getByRole('checkbox', { name: /Lee Long/ })).toBeTruthy()
  await tick(i18n.translate('give_stores_all'))
  expect(screen.queryByRole('checkbox', { name: /Kim Berg/ })).toBeNull()
  const save = screen.getByRole<HTMLButtonElement>('button', { name: i18n.translate('give_go') })
  expect(save.disabled).toBe(true)
  expect(screen.getByText(i18n.translate('give_no_store'))).toBeTruthy()
})

test('a file that was given says what it brings, and offers no other way than to merge', async () => {
  const giver = await openGiving()
  await giver.tick(/Kim Berg$/)
  await giver.go()
  await giver.screen.findByText(/^Nightlatch gave/)
  const text = (await giver.saved[0]) ?? ''

  const { screen, i18n, ask } = await open('dashboard', {
    at: '#/data',
    kept: { local: { stores: stores('Pans') } },
  })
  const input = await screen.findByLabelText('File')
  Object.defineProperty(input, 'files', { value: [new buffer.File([text], 'nightlatch.json')] })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await screen.findByRole('heading', { name: i18n.translate('import_brings') })
  expect(screen.getByText(i18n.translate('import_brings_stores', { names: 'Kettles' }))).toBeTruthy()
  expect(screen.getByText(i18n.plural('import_brings_answers', 1))).toBeTruthy()
  expect(screen.getByText(i18n.plural('import_brings_records', 1))).toBeTruthy()
  expect(screen.queryByText(i18n.translate('import_replace'))).toBeNull()
  // Nor does the background.
  await ask('import-piece', { file: 'f', index: 0, text })
  const replace = { file: 'f', pieces: 1, id: 'i', withoutBackup: false, mode: 'replace' } as const
  expect(await ask('import', replace)).toEqual({ error: 'refused' })
})
