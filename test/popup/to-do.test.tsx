// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { addressOf } from '../../src/pages/page-urls'
import { checked, newId, storeAdded } from '../support/checklist'
import { text } from '../support/messages'
import { measure as promised } from '../support/requests'
import { open } from '../support/views'

afterEach(() => void vi.unstubAllGlobals())

type Page = Awaited<ReturnType<typeof open>>

const itemsOf = async ({ overview }: Page) => (await overview()).areas.flatMap(({ items }) => items)
const titleOf = (id: string) => text(`item_${id.replaceAll('-', '_')}_title` as 'brand')

/** With all checks up to date except these. */
async function withDue(...due: readonly string[]): Promise<Page> {
  const page = await open('popup')
  for (const { id } of await itemsOf(page)) if (!due.includes(id)) await page.change(checked(id))
  await page.session.read()
  return page
}

test('on the first day it invites to the essential checks, with the minutes they take', async () => {
  const page = await open('popup')
  const essentials = (await itemsOf(page)).filter(({ counted, task }) => counted && !task)
  const minutes = essentials.reduce((sum, one) => sum + one.minutes, 0)
  page.screen.getByText(text('popup_first_other', { count: '9' }))
  const link = page.screen.getByText(text('popup_round_other', { count: String(minutes) }))
  expect(link.closest('a')?.getAttribute('href')).toMatch(/#\/checklist\/due$/)
})

test('with nothing due it says so, and when the next check is', async () => {
  const page = await withDue()
  page.screen.getByText(/^No essential checks are due until /)
  expect(document.querySelectorAll('.tick')).toHaveLength(0)
})

test('with only checks due that can wait it does not say that nothing is due', async () => {
  const page = await withDue('mailbox-rules-check')
  const due = (await itemsOf(page)).filter(({ waiting }) => waiting)
  expect(due.map(({ id, counted }) => [id, counted])).toContainEqual(['mailbox-rules-check', false])
  page.screen.getByText(/^No essential checks are due until /)
})

test('a due check is ticked in its line, the focus goes to the next one, and it can be undone', async () => {
  const page = await withDue('two-step-on', 'user-list-review', 'mailbox-secured')
  const [first, second] = document.querySelectorAll<HTMLElement>('.rows .row')
  const id = first!.id.replace('row-', '')
  await page.user.click(page.screen.getByRole('button', { name: text('popup_tick', { title: titleOf(id) }) }))
  await page.screen.findByText(text('undo'), { selector: 'button' })
  expect((await itemsOf(page)).find((one) => one.id === id)?.status.kind).toBe('up-to-date')
  expect(document.activeElement).toBe(second)
  await page.user.click(page.screen.getByText(text('undo'), { selector: 'button' }))
  await page.screen.findByText(text('card_undone'))
  page.screen.getByRole('button', { name: text('popup_tick', { title: titleOf(id) }) })
})

test('the second half of a double click does not tick the check that has moved up', async () => {
  const page = await withDue('two-step-on', 'user-list-review', 'mailbox-secured')
  await page.user.dblClick(document.querySelector('.tick')!)
  await page.screen.findByText(text('undo'), { selector: 'button' })
  await page.settled()
  expect(document.querySelectorAll('.tick')).toHaveLength(1)
})

test('what was answered today is in a list of its own', async () => {
  const page = await withDue('two-step-on', 'user-list-review')
  await page.session.answer('user-list-review', { kind: 'checked' })
  await page.user.click(page.screen.getByText(text('popup_answered_today')))
  await page.waitFor(() => expect(document.querySelector('.rest #row-user-list-review')).not.toBeNull())
})

test('the tab about the page lists the checks of the page that is open, due ones first', async () => {
  vi.stubGlobal('chrome', { tabs: { query: async () => [{ id: 1 }] } })
  const page = await withDue('user-list-review')
  await page.visit('user-permissions')
  await page.user.click(page.screen.getByRole('tab', { name: text('popup_tab_page') }))
  await page.screen.findByText(text('popup_page_checks', { page: text('page_user_permissions') }))
  const rows = [...document.querySelectorAll('.row')].map(({ id }) => id.replace('row-', ''))
  const wanted = (await itemsOf(page)).filter(({ pages }) => pages.includes('user-permissions'))
  expect(wanted.length).toBeGreaterThan(1)
  expect([...rows].sort()).toEqual(wanted.map(({ id }) => id as string).sort())
  expect(rows[0]).toBe('user-list-review')
})

test('a check of the page that can wait says so in its row', async () => {
  vi.stubGlobal('chrome', { tabs: { query: async () => [{ id: 1 }] } })
  const page = await open('popup')
  await page.visit('notification-preferences')
  await page.user.click(page.screen.getByRole('tab', { name: text('popup_tab_page') }))
  await page.screen.findByText(text('popup_page_checks', { page: text('page_notification_preferences') }))
  const wanted = (await itemsOf(page)).filter(
    ({ pages, waiting, counted }) => pages.includes('notification-preferences') && waiting && !counted,
  )
  expect(wanted.length).toBeGreaterThan(0)
  expect(page.screen.getAllByText(text('row_can_wait'))).toHaveLength(wanted.length)
})

test('a commitment that is due says that the toolbar number leaves it out', async () => {
  const page = await withDue('user-list-review')
  expect(page.screen.queryByText(text('popup_badge_commitments'), { exact: false })).toBeNull()
  const measure = { ...promised, id: 'own-1' } as const
  await page.change({ id: 'event-own', store: 'store-1', kind: 'measure-promised', measure })
  await page.session.read()
  const row = await page.waitFor(() => document.getElementById('row-own-1')!)
  expect(row.textContent).toContain(text('row_not_counted'))
  expect(row.textContent).not.toContain(text('row_can_wait'))
  page.screen.getByText(text('popup_badge_commitments'), { exact: false })
})

test.each([
  ['https://sellercentral.amazon.com/home', 'verdict_official'],
  ['https://sellercentral-amazon.com.evil.example/ap/signin', 'verdict_lookalike'],
] as const)(
  'where the browser tells the address without a question, it is judged at once: %s',
  async (url, verdict) => {
    vi.stubGlobal('chrome', { tabs: { query: async () => [{ id: 1, url }] } })
    const page = await open('popup')
    await page.user.click(page.screen.getByRole('tab', { name: text('popup_tab_page') }))
    await page.screen.findByText(text(verdict))
  },
)

test.each([
  ['does not', {}],
  ['tells of a page of its own', { url: 'chrome://settings/' }],
])('where it %s, nothing is claimed: a press asks', async (_, tab) => {
  const request = vi.fn(async () => false)
  vi.stubGlobal('chrome', { tabs: { query: async () => [{ id: 1, ...tab }] }, permissions: { request } })
  const page = await open('popup')
  await page.visit('home')
  await page.user.click(page.screen.getByRole('tab', { name: text('popup_tab_page') }))
  await page.screen.findByText(text('sees_page'))
  expect(document.querySelector('.verdict')).toBeNull()
  expect(request).not.toHaveBeenCalled()
  await page.user.click(page.screen.getByText(text('address_tab')))
  await page.screen.findByText(text('address_refused'))
})

test('where the store’s Seller Central is not known it asks, and then leads there with the focus', async () => {
  const page = await withDue('two-step-on')
  const settings = { name: text('popup_open_page', { page: text('page_login_settings') }) }
  const question = await page.screen.findByLabelText(text('front_question'))
  expect(page.screen.queryByRole('link', settings)).toBeNull()
  expect(question.textContent).toContain('Germany (sellercentral.amazon.de)')
  await page.user.selectOptions(question, 'sellercentral.amazon.de')
  const link = await page.screen.findByRole('link', settings)
  expect(link).toHaveProperty('href', addressOf('login-settings', 'sellercentral.amazon.de'))
  expect(document.activeElement).toBe(link)
  // And it can be changed later.
  expect(await page.screen.findByLabelText(text('front_question'))).toHaveProperty(
    'value',
    'sellercentral.amazon.de',
  )
})

test('a check that is done elsewhere says where, and leads to no page of Amazon’s', async () => {
  const page = await withDue('mailbox-secured')
  await page.change({
    id: newId(),
    kind: 'fronts-chosen',
    store: 'store-1',
    fronts: ['sellercentral.amazon.de'],
  })
  await page.session.read()
  await page.screen.findByText(text('place_mailbox'))
  expect([...document.querySelectorAll('.item a')]).toEqual([])
})

test('how many essentials are up to date is told once: by the line, or with several stores by the ring', async () => {
  const page = await withDue('two-step-on')
  const ring = () => page.screen.queryByRole('img', { name: /of 9 essential checks up to date/ })
  page.screen.getByText(text('popup_progress', { done: '8', total: '9' }))
  expect(ring()).toBeNull()
  await page.change(storeAdded('store-2'))
  await page.session.read()
  await page.waitFor(() => expect(ring()).not.toBeNull())
})
