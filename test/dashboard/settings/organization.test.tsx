// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { storeAdded } from '../../support/checklist'
import { text } from '../../support/messages'
import { open } from '../../support/views'

type Policy = Record<string, unknown>
const opened = (at: string, policy: Policy) =>
  open('dashboard', { at, prepare: ({ managed }) => managed.settle(policy) })
type View = Awaited<ReturnType<typeof opened>>

const select = ({ screen }: View, name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name })
const offered = (of: HTMLSelectElement) => [...of.options].map(({ text }) => text)
const sectionOf = (of: Element) => of.closest('section')?.textContent

test('a language of the organization is shown, says so and can’t be chosen', async () => {
  const view = await opened('#/settings', { language: 'en' })
  const language = await select(view, text('settings_language'))
  expect(language.disabled).toBe(true)
  expect(language.value).toBe('en')
  expect(sectionOf(language)).toContain('Set by your organization.')
})

test('fewer cards and more hours between them can be chosen, and the limit again', async () => {
  const view = await opened('#/settings', { cardsPerDay: 2, hoursBetweenCards: 5 })
  const cards = await select(view, text('settings_cards_label'))
  const gap = await select(view, text('settings_gap_label'))
  expect(offered(cards)).toEqual(['1 card a day', '2 cards a day'])
  expect([offered(gap), gap.value]).toEqual([['5 hours apart', '8 hours apart'], '5'])
  expect(sectionOf(gap)).toContain('Set by your organization: 2 cards a day and 5 hours apart.')
  await view.user.selectOptions(gap, '8')
  await view.user.selectOptions(cards, '1')
  await view.settled()
  expect(view.platform.kept.local['settings']).toEqual({ version: 1, cardGapHours: 8, cardsPerDay: 1 })
  await view.user.selectOptions(await select(view, text('settings_gap_label')), '5')
  await view.settled()
  expect(view.platform.kept.local['settings']).toEqual({ version: 1, cardsPerDay: 1 })
})

test('the organization’s quiet hours stand beside the seller’s own', async () => {
  const view = await opened('#/settings', { quietHoursFrom: 20, quietHoursTo: 7 })
  const box = await view.screen.findByRole<HTMLInputElement>('checkbox', { name: text('settings_quiet_on') })
  expect(box.checked).toBe(false)
  expect(sectionOf(box)).toContain('no cards from 8:00 PM to 7:00 AM')
})

test('a policy that arrives or goes changes the page that is open', async () => {
  const view = await open('dashboard', { at: '#/settings' })
  const language = await select(view, text('settings_language'))
  expect(language.disabled).toBe(false)
  view.platform.managed.set({ language: 'en' })
  await view.waitFor(() => expect(language.disabled).toBe(true))
  view.platform.managed.set(undefined)
  await view.waitFor(() => expect(language.disabled).toBe(false))
  expect(language.value).toBe('')
})

test('its own checks are among the seller’s, and say that they can’t be changed', async () => {
  const view = await opened('#/checklist/own', { ownChecks: ['Read the price list | every 2 weeks'] })
  const row = await view.screen.findByText('Read the price list')
  const check = row.closest<HTMLElement>('.check')
  expect(check?.textContent).toContain(text('settings_by_organization'))
  expect(check && within(check).queryByText(text('own_archive'))).toBeNull()
  expect(check && within(check).queryByText(text('own_edit'))).toBeNull()
  expect(check && within(check).getAllByText(text('answer_checked')).length).toBeGreaterThan(0)
})

test('its own checks have the steps that it gave them', async () => {
  const view = await opened('#/checklist/own', {
    ownChecks: ['Close the books | every month from 2026-01-31'],
    ownCheckSteps: ['Close the books | Download the settlement | Check the VAT report', 'Other | Step'],
  })
  const check = (await view.screen.findByText('Close the books')).closest<HTMLElement>('.check')
  expect(check?.textContent).toContain('Check the VAT report')
})

test('only shorter intervals are offered for a check', async () => {
  const view = await opened('#/item/trusted-device-review', { intervals: ['trusted-device-review: 14'] })
  await view.waitFor(() => expect(document.getElementById('trusted-device-review-pace')).not.toBeNull())
  const interval = document.getElementById('trusted-device-review-pace') as HTMLSelectElement
  expect(offered(interval)).toEqual([
    'Every day',
    'Every 2 days',
    'Every 3 days',
    'Every 7 days',
    'Every 14 days',
  ])
  expect(interval.closest('.field')?.textContent).toContain(
    'Longest interval your organization allows: Every 14 days',
  )
})

test('a store of the organization keeps its name and store fronts, and stays', async () => {
  const view = await open('dashboard', { at: '#/stores' })
  await view.change(storeAdded('store-2', 'login-2', 'Mine'))
  view.platform.managed.set({ stores: ['Acme | sellercentral.amazon.de | Office', 'Acme US'] })
  const acme = await view.screen.findByRole('region', { name: /Acme$/ })
  expect(acme.textContent).toContain('sellercentral.amazon.de')
  expect(acme.textContent).toContain('Set by your organization.')
  const names = { name: text('store_remove') }
  expect(within(acme).queryByRole('button', names)).toBeNull()
  // The group is the seller's own word.
  expect(within(acme).queryByRole('textbox', { name: text('store_name') })).toBeNull()
  expect(within(acme).queryByRole('checkbox')).toBeNull()
  expect(within(acme).queryByRole('combobox', { name: text('store_login') })).toBeNull()
  // Where the organization named no store fronts and no login, the seller chooses them.
  const us = view.screen.getByRole('region', { name: /Acme US$/ })
  expect(within(us).getAllByRole('checkbox', { hidden: true }).length).toBeGreaterThan(0)
  expect(within(us).getByRole('combobox', { name: text('store_login') })).not.toBeNull()
  const mine = view.screen.getByRole('region', { name: /Mine$/ })
  expect(within(mine).getByRole('button', names)).not.toBeNull()
})

test('a guide begins with whom to call and where to read, also once it is started', async () => {
  const view = await opened('#/playbooks/hijack', {
    contactName: 'Ana Weber',
    contactPhone: '+49 30 1234567',
    contactEmail: 'ana@example.com',
    instructions: 'https://intranet.example.com/amazon',
  })
  const isFirst = async () => {
    const part = await view.screen.findByRole('region', { name: text('run_call_first') })
    for (const shown of ['Ana Weber', '+49 30 1234567', 'ana@example.com'])
      expect(part.textContent).toContain(shown)
    const link = within(part).getByRole('link')
    expect(link.textContent).toContain('(intranet.example.com)')
    expect(link.getAttribute('href')).toBe('https://intranet.example.com/amazon')
    expect(link.getAttribute('rel')).toContain('noreferrer')
    const [first] = view.screen.getAllByRole('heading', { level: 4 })
    expect(part.contains(first ?? null)).toBe(true)
  }
  await isFirst()
  await view.user.click(view.screen.getByRole('button', { name: text('playbooks_start') }))
  await view.settled()
  await view.screen.findByRole('navigation', { name: text('run_path') })
  await isFirst()
})

test('without an organization no guide names one', async () => {
  const view = await open('dashboard', { at: '#/playbooks/hijack' })
  await view.screen.findByRole('button', { name: text('playbooks_start') })
  expect(view.screen.queryByRole('region', { name: text('run_call_first') })).toBeNull()
})

test('what is ignored is listed with the reason, and never an error', async () => {
  const view = await opened('#/sees', {
    cardsPerDay: 9,
    intervals: ['two-steps: 7'],
    colour: 'red',
    language: 'en',
  })
  const part = await view.screen.findByRole('region', { name: text('sees_all_organization') })
  expect([...part.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'colour: Nightlatch doesn’t have this setting.',
    'intervals, “two-steps: 7”: Nightlatch doesn’t know this value.',
    'cardsPerDay: It’s outside the limits.',
  ])
})

test('the welcome page gives way when the browser tells later that it is hidden', async () => {
  const view = await open('dashboard', { at: '#/welcome', kept: { local: {} } })
  await view.screen.findByRole('heading', { name: text('welcome_title') })
  view.platform.managed.set({ hideWelcome: true })
  await view.waitFor(() => expect(location.hash).toBe('#/home'))
})
