// @vitest-environment jsdom
import { fireEvent, waitFor } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text, plural } = inEnglish('UTC')
const field = (id: string) => document.getElementById(id) as HTMLInputElement
async function shown(id: string): Promise<HTMLInputElement> {
  await waitFor(() => expect(field(id)).toBeTruthy())
  return field(id)
}
const type = async (id: string, value: string) => fireEvent.input(await shown(id), { target: { value } })
const choose = async (id: string, value: string) => fireEvent.change(await shown(id), { target: { value } })

async function form(at = '#/own-check/new') {
  const page = await open('dashboard', { at })
  await shown('own-title')
  const save = () => fireEvent.submit(field('own-title').closest('form') as HTMLFormElement)
  return { ...page, save, own: async () => (await page.overview()).measures }
}

test('a check is added with steps, a date, a page, for every store, and stands in the list with the focus', async () => {
  const { save, own } = await form()
  await type('own-title', '  File the VAT return ')
  await type('own-why', 'A late return costs a fine.')
  await type('own-steps', 'Download the report\n\n Send it to Ana ')
  await choose('own-step', '3')
  await choose('own-month', '2')
  await type('own-number', '３１')
  await choose('own-page', 'payments-reports')
  await choose('own-where', 'all')
  save()
  await waitFor(async () => expect(await own()).toHaveLength(1))
  const [check] = await own()
  expect(check).toMatchObject({
    title: 'File the VAT return',
    steps: ['Download the report', 'Send it to Ana'],
    recurs: { kind: 'months', every: 3, month: 2, day: 31 },
    page: 'payments-reports',
    counts: false,
  })
  expect(check).not.toHaveProperty('store')
  await waitFor(() => expect(document.activeElement?.id).toBe(`row-${check?.id}`))
  expect(document.activeElement?.textContent).toContain('File the VAT return')
})

test('the rule for short months is said where the day is chosen, and that for February 29', async () => {
  const { screen } = await form()
  await type('own-number', '28')
  await waitFor(() => expect(screen.queryByText(text('own_rule_short'))).toBeNull())
  expect(await screen.findByText(plural('own_rule_early', 7))).toBeTruthy()
  await type('own-number', '29')
  await waitFor(() => expect(screen.getByText(text('own_rule_short'))).toBeTruthy())
  await choose('own-repeat', 'year')
  await choose('own-month', '2')
  await waitFor(() => expect(screen.getByText(text('own_rule_leap'))).toBeTruthy())
  await choose('own-repeat', 'payouts')
  expect((await screen.findByText(text('own_payouts_enter'))).getAttribute('href')).toContain('#/registers/')
})

test('what is wrong is said, the first wrong field has the focus, and nothing is sent', async () => {
  const { save, own, screen } = await form()
  await type('own-steps', '1\n2\n3\n4\n5\n6')
  await type('own-number', '32')
  save()
  expect(document.activeElement?.id).toBe('own-title')
  expect(await screen.findByText(text('commitment_empty'))).toBeTruthy()
  expect(screen.getByText(text('own_steps_many', { count: '5' }))).toBeTruthy()
  expect(screen.getByText(text('own_number_bad', { least: '1', most: '31' }))).toBeTruthy()
  expect(await own()).toEqual([])
})

test('what was typed is still there after another page was shown; cancel drops it', async () => {
  const { screen } = await form()
  await type('own-title', 'Half a thought')
  location.hash = '#/help'
  await waitFor(() => expect(field('own-title')).toBeNull())
  location.hash = '#/own-check/new'
  await waitFor(() => expect(field('own-title').value).toBe('Half a thought'))
  screen.getByRole('button', { name: text('cancel') }).click()
  await waitFor(() => expect(location.hash).toBe('#/checklist'))
  location.hash = '#/own-check/new'
  await waitFor(() => expect(field('own-title').value).toBe(''))
})

test('a template fills in the form and adds nothing before it is saved', async () => {
  const { own, save } = await form('#/own-check/insurance-renewal')
  expect(field('own-title').value).toBe(text('template_insurance_renewal_title'))
  expect(field('own-steps').value.split('\n')).toHaveLength(2)
  expect(await own()).toEqual([])
  save()
  await waitFor(async () => expect(await own()).toHaveLength(1))
})

test('it is edited, moved, archived and restored', async () => {
  const { session, own } = await form()
  for (const id of ['own-a', 'own-b'] as const) {
    const check = {
      id,
      title: id,
      why: '',
      steps: [],
      recurs: { kind: 'weeks', every: 1 },
      counts: false,
    } as const
    await session.change({ kind: 'own-check-put', check })
  }
  location.hash = '#/own-check/own-a'
  await waitFor(() => expect(field('own-title').value).toBe('own-a'))
  await type('own-title', 'Back up the listings')
  fireEvent.submit(field('own-title').closest('form') as HTMLFormElement)
  await waitFor(() => expect(document.activeElement?.id).toBe('row-own-a'))
  document.getElementById('own-a-down')?.click()
  await waitFor(async () => expect((await own()).map(({ id }) => id)).toEqual(['own-b', 'own-a']))
  const more = document.getElementById('row-own-a')?.parentElement
  ;[...(more?.querySelectorAll('button') ?? [])]
    .find((one) => one.textContent === text('own_archive'))
    ?.click()
  await waitFor(async () => expect((await own()).map(({ id }) => id)).toEqual(['own-b']))
  // By its name: a whole checklist is long to search by role.
  const restore = `[aria-label="${text('store_restore_named', { name: 'Back up the listings' })}"]`
  await waitFor(() => expect(document.querySelector(restore)).toBeTruthy())
  document.querySelector<HTMLElement>(restore)?.click()
  await waitFor(async () => expect(await own()).toHaveLength(2))
})

test('an address of a check that is not there gets a sentence', async () => {
  const { screen } = await open('dashboard', { at: '#/own-check/own-9' })
  expect(await screen.findByText(text('own_gone'), { exact: false })).toBeTruthy()
})

test('a person from the records is responsible, and the list can be narrowed to one’s own', async () => {
  const { session, screen } = await open('dashboard', { at: '#/stores' })
  await session.ask('put-row', {
    register: 'people',
    owner: 'store-1',
    row: 'row-1',
    values: { name: 'Ana', kind: 'person' },
  })
  await session.ask('name-self', { who: 'Ana' })
  await session.read()
  await waitFor(() => expect(field('store-1-who').textContent).toContain('Ana'))
  await choose('store-1-who', 'Ana')
  location.hash = '#/item/two-step-on'
  await waitFor(() => expect(field('two-step-on-who')).toBeTruthy())
  expect(field('two-step-on-who').textContent).toContain(text('own_who_store', { who: 'Ana' }))
  expect(screen.getAllByText(text('own_who_is', { who: 'Ana' })).length).toBeGreaterThan(10)
  location.hash = '#/checklist/mine'
  await waitFor(() => expect(document.querySelector('.chip[aria-current]')?.textContent).toContain('Mine'))
  expect(document.querySelectorAll('.rows .item').length).toBeGreaterThan(10)
})

test('a check of the catalog gets steps, and goes back to the original', async () => {
  const { screen } = await open('dashboard', { at: '#/item/two-step-on' })
  await type('two-step-on-steps', 'Ask Ana\nfor the phone')
  fireEvent.submit(field('two-step-on-steps').closest('form') as HTMLFormElement)
  await waitFor(() => expect(screen.getByText('for the phone').localName).toBe('li'))
  screen.getByText(text('own_original')).click()
  await waitFor(() => expect(screen.queryByText('for the phone')).toBeNull())
})
