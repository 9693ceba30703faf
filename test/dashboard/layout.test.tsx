// @vitest-environment jsdom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { type Place, places } from '../../src/dashboard/navigation/router'
import { playbookIds } from '../../src/domain/playbooks/playbook'
import { playbookTitle } from '../../src/i18n/playbook-text'
import { AskError } from '../../src/messages/ask'
import { createSession } from '../../src/ui/overview-store'
import { checked } from '../support/checklist'
import { inEnglish } from '../support/i18n'
import { open } from '../support/views'

const i18n = inEnglish('UTC')
const { translate: text, plural } = i18n
const titled = (part: string) => text('dashboard_title_part', { part })
const guides = playbookIds.map((id) => playbookTitle(i18n, id))
const linksIn = (node: HTMLElement) => [...node.querySelectorAll('a')]

test('whoever goes to another place hears its heading, and the tab is called by it', async () => {
  const { screen, waitFor } = await open('dashboard', { at: '#/welcome' })
  await screen.findByRole('heading', { name: text('welcome_title') })
  const goesTo = async (hash: string, heading: string) => {
    location.hash = hash
    await waitFor(() => expect(document.activeElement?.textContent).toBe(heading))
    expect(document.activeElement?.matches('h2, h3')).toBe(true)
    expect(document.title).toBe(titled(heading))
  }
  await goesTo('#/checklist', text('nav_checklist'))
  await goesTo('#/playbooks', text('nav_playbooks'))
  await goesTo('#/playbooks/claim', text('playbook_claim'))
  await goesTo('#/playbooks/hijack', text('playbook_hijack'))
  await goesTo('#/playbooks', text('nav_playbooks'))
  await goesTo('#/registers/people', text('register_people_title'))
  await goesTo('#/registers/papers', text('register_papers_title'))
  await goesTo('#/own-check/new', text('own_new_title'))
  await goesTo('#/own-check/insurance-renewal', text('own_new_title'))
})

test('a list of records that is opened by its address has the focus, and the tab its name', async () => {
  const { waitFor } = await open('dashboard', { at: '#/registers/papers' })
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text('register_papers_title')))
  expect(document.title).toBe(titled(text('register_papers_title')))
})

test('the tab of a check that is edited says so', async () => {
  const { session, waitFor } = await open('dashboard', { at: '#/checklist' })
  const recurs = { kind: 'weeks', every: 1 } as const
  const check = { id: 'own-a', title: 'Count the stock', why: '', steps: [], recurs, counts: false } as const
  await session.change({ kind: 'own-check-put', check })
  location.hash = '#/own-check/own-a'
  await waitFor(() => expect(document.title).toBe(titled(text('own_edit_title'))))
})

test.each([
  ['', 'home', undefined],
  ['#/checklist', 'checklist', 'checklist'],
  ['#/item/two-step-on', 'checklist', 'checklist'],
  ['#/calendar/2026-03', 'checklist', 'calendar'],
  ['#/journal', 'checklist', 'journal'],
  ['#/playbooks/hijack', 'incidents', 'playbooks'],
  ['#/playbook/run-1', 'incidents', 'playbooks'],
  ['#/appeal/draft-1', 'incidents', 'appeal'],
  ['#/registers/people', 'records', 'registers'],
  ['#/report', 'records', 'report'],
  ['#/stores', 'settings', 'stores'],
  ['#/data', 'settings', 'data'],
  ['#/sees', 'settings', 'sees'],
  ['#/help', 'settings', 'help'],
] as const)('the address %s is in the place %s, and both links say so', async (at, place, page) => {
  const { screen } = await open('dashboard', { at })
  const five = screen.getByRole('navigation', { name: text('nav_label') })
  expect(linksIn(five).map((link) => link.hash)).toEqual(Object.values(places).map(([first]) => `#/${first}`))
  const current = (nav: HTMLElement) =>
    linksIn(nav).filter((link) => ['page', 'true'].includes(link.getAttribute('aria-current') ?? ''))
  expect(current(five).map((link) => link.hash)).toEqual([`#/${places[place][0]}`])
  if (page === undefined) return
  const pages = screen.getByRole('navigation', { name: text(`nav_place_${place satisfies Place}`) })
  expect(current(pages).map((link) => link.textContent)).toEqual([text(`nav_${page}`)])
  expect(current(pages)[0]?.getAttribute('aria-current')).toBe('page')
})

test('the number of due checks stands beside the checklist, and goes with the last of them', async () => {
  const { screen, overview, change, session } = await open('dashboard', { at: '#/help' })
  const { counted } = (await overview()).store
  expect(counted).toBeGreaterThan(1)
  const named = (due: string) =>
    screen.findByRole('link', { name: `${text('nav_place_checklist')} ${due}`.trim() })
  await named(plural('nav_due', counted))
  for (const { id } of (await overview()).areas.flatMap(({ items }) => items)) await change(checked(id))
  await session.read()
  await named('')
})

test('"Something’s wrong" leads to all guides, from every page, and to the checks of what happened', async () => {
  const { screen, user, waitFor, statusOf } = await open('dashboard', { at: '#/help' })
  await user.click(screen.getByRole('link', { name: text('popup_wrong') }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text('nav_playbooks')))
  const list = await screen.findByRole('region', { name: text('playbooks_all') })
  expect([...list.querySelectorAll('h4')].map((guide) => guide.textContent)).toEqual(guides)
  await user.click(screen.getByRole('button', { name: new RegExp(text('incident_somebody_left_title')) }))
  await screen.findByText(text('happened_done', { what: text('incident_somebody_left_title') }))
  expect(await statusOf('offboard-person')).toMatchObject({ happened: { what: 'somebody-left' } })
  await user.click(screen.getByRole('link', { name: text('happened_due') }))
  expect(location.hash).toBe('#/checklist/due')
  await user.click(screen.getByRole('link', { name: text('popup_wrong') }))
  const claim = { name: text('playbooks_read_of', { playbook: text('playbook_claim') }) }
  await user.click(await screen.findByRole('link', claim))
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text('playbook_claim')))
})

test('the keys are listed at the press of a button on every page of the dashboard, and in the help', async () => {
  for (const at of ['#/', '#/report', '#/stores']) {
    const { screen } = await open('dashboard', { at })
    const help = screen.getByTitle(text('keys_title'))
    expect(help.getAttribute('aria-label')).toBe(text('keys_title'))
    const list = document.getElementById(help.getAttribute('popovertarget') ?? '')
    expect(list?.textContent).toContain(text('keys_move'))
    // It closes the popup. A tab of the browser it doesn't.
    expect(document.body.textContent).not.toContain(text('keys_close'))
  }
  // The help shows the version too.
  vi.stubGlobal('chrome', { runtime: { getManifest: () => ({ version: '0.1.0' }) } })
  const { screen } = await open('dashboard', { at: '#/help' })
  const title = await screen.findByText(text('keys_title'), { selector: 'h3' })
  expect(title.closest('section')?.textContent).toContain(text('keys_open'))
  expect(document.body.textContent).not.toContain(text('keys_close'))
  vi.unstubAllGlobals()
  await open('popup')
  expect(document.body.textContent).toContain(text('keys_close'))
})

test('what happened is asked in one place only', async () => {
  for (const [page, options] of [
    ['popup', {}],
    ['dashboard', { at: '#/checklist' }],
  ] as const) {
    const { screen } = await open(page, options)
    await screen.findAllByRole('link', { name: text('popup_wrong') })
    expect(screen.queryAllByText(text('incident_somebody_left_title'))).toEqual([])
    screen.getByRole('link', { name: text('popup_wrong') })
  }
})

test('without an answer of the background the places, the guides and the data are in reach', async () => {
  const { user, screen, waitFor } = await open('dashboard', { at: '#/checklist' })
  const { Dashboard } = await import('../../src/dashboard/layout')
  const session = createSession(() => Promise.reject(new AskError('no-answer')))
  render(null, document.body)
  render(<Dashboard session={session} i18n={i18n} />, document.body)
  await session.read()
  screen.getByText(text('popup_could_not_read'))
  expect(document.body.textContent).not.toContain(plural('nav_due', 0))
  await user.click(screen.getByRole('link', { name: text('popup_wrong') }))
  const hijack = { name: text('playbooks_read_of', { playbook: text('playbook_hijack') }) }
  await user.click(await screen.findByRole('link', hijack))
  await screen.findByText(text('step_hijack_mailbox_title'))
  location.hash = '#/data'
  await screen.findByRole('button', { name: text('rescue_raw') })
  await waitFor(() => expect(document.activeElement?.textContent).toBe(text('nav_data')))
})

test('the first press of Tab offers the way past the navigation', async () => {
  const { user, screen } = await open('dashboard', { at: '#/journal' })
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: text('nav_skip') }))
  await user.keyboard('{Enter}')
  expect(document.activeElement?.textContent).toBe(text('nav_journal'))
  expect(location.hash).toBe('#/journal')
})
