// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { sources } from '../../../src/domain/facts/sources'
import type { Run } from '../../../src/domain/playbooks/run'
import { okOf } from '../../support/background'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

/** A run of this playbook, begun, on its own page. */
async function begun(playbook: 'hijack' | 'claim') {
  const page = await open('dashboard', { at: '#/playbooks' })
  const { ask, platform, screen, user } = page
  await ask('start-playbook', { run: 'run-1', playbook, store: 'store-1' })
  const kinds = () => (platform.storage.data['run/run-1'] as Run).log.map(({ kind }) => kind)
  const go = (hash: string) => {
    location.hash = hash
  }
  go('#/playbook/run-1')
  // Of what was begun behind the page's back it hears when it reads anew.
  await page.session.read()
  await screen.findByRole('heading', { level: 3, name: text(`playbook_${playbook}`) })
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }))
  return { ...page, kinds, press, go }
}

const { translate: text } = inEnglish('UTC')
const runsIn = (data: object) => Object.keys(data).filter((key) => key.startsWith('run/'))
const focused = () => document.activeElement?.textContent
/** The button is named with its field. */
const addNote = `${text('run_add')} ${text('run_note')}`

test('no two buttons of a step have the same name', async () => {
  const { screen } = await begun('hijack')
  const step = (await screen.findByLabelText(text('run_file'))).closest<HTMLElement>('.step')
  const names = [...step!.querySelectorAll('button')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  )
  expect(names.filter((name) => name.startsWith(text('run_add'))).length).toBeGreaterThan(1)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('pressed twice before the answer, and again after none came, a playbook begins once', async () => {
  const { platform, screen, user, holdAnswers, loseAnswers, waitFor } = await open('dashboard', {
    at: '#/playbooks',
  })
  const start = await screen.findByRole('button', {
    name: text('playbooks_start_of', { playbook: text('playbook_claim') }),
  })
  loseAnswers(true)
  const release = holdAnswers()
  await user.dblClick(start)
  release()
  await screen.findByText(text('failed_no_answer'))
  loseAnswers(false)
  await user.click(start)
  await screen.findByText(text('run_path_parts'))
  expect(runsIn(platform.storage.data)).toHaveLength(1)
  await waitFor(() => expect(focused()).toBe(text('playbook_claim')))
  expect(document.title).toBe(text('dashboard_title_part', { part: text('playbook_claim') }))
})

test('the run goes on in the side panel of the window with one press', async () => {
  const panels: unknown[] = []
  vi.stubGlobal('chrome', {
    windows: { getCurrent: async () => ({ id: 7 }) },
    tabs: { getCurrent: async () => ({ id: 1 }) },
    sidePanel: { open: async (where: unknown) => void panels.push(where) },
  })
  try {
    const { ask, press, waitFor } = await begun('hijack')
    await press(text('run_beside'))
    await waitFor(() => expect(panels).toEqual([{ windowId: 7 }]))
    const guide = { run: 'run-1' }
    expect(okOf(await ask('panel', { window: 7 }))).toMatchObject({ view: 'guides', guide })
  } finally {
    vi.unstubAllGlobals()
  }
})

test('a line submitted twice stands in the log once', async () => {
  const { kinds, screen, user, holdAnswers } = await begun('hijack')
  const release = holdAnswers()
  await user.type(screen.getByLabelText(text('run_note')), 'two orders')
  const add = screen.getByRole('button', { name: addNote })
  await user.click(add)
  await user.click(add)
  release()
  await screen.findByText('two orders')
  expect(kinds().filter((kind) => kind === 'wrote')).toHaveLength(1)
})

test('what could not be read anew stays in use, is told, and can be tried again', async () => {
  const { platform, screen, session, press, waitFor } = await begun('hijack')
  await session.read()
  // The runs are read next. Which there are, the worker remembers.
  platform.storage.reject('get')
  await screen.findByText(text('popup_could_not_read'))
  expect(screen.getByLabelText(text('run_note'))).toBeTruthy()
  platform.storage.heal()
  await press(text('retry'))
  await waitFor(() => expect(screen.queryByText(text('popup_could_not_read'))).toBeNull())
})

test('the focus stays with what was done: a step undone, a date set and met, a line struck out', async () => {
  const { press, screen, user, waitFor } = await begun('claim')
  await press(text('step_claim_which_answer_a_to_z'))
  await waitFor(() => expect(focused()).toBe(text('step_claim_note_claim_title')))

  await press(text('run_date_count'))
  await screen.findByRole('heading', { name: text('run_dates') })
  // Each date has the same fields, so they are in a group of its name.
  const ofDate = screen.getByRole('group', { name: text('clock_atoz_answer') })
  expect(ofDate.querySelectorAll('button').length).toBeGreaterThan(1)
  await waitFor(() => expect(focused()).toBe(text('step_claim_note_claim_title')))
  await press(text('run_date_met_button'))
  await screen.findByText(text('run_date_met'))
  await waitFor(() => expect(document.activeElement?.id).toBe('date-atoz-answer'))

  await user.type(screen.getByLabelText(text('run_note')), 'two orders{Tab}{Enter}')
  await press(new RegExp(text('run_log_strike_of', { time: '.*' })))
  const struck = await screen.findByText(text('run_log_struck'))
  await waitFor(() => expect(document.activeElement).toBe(struck.closest('li')))

  await press(new RegExp(`^${text('step_claim_which_title').replace('?', '.')}`))
  await press(text('run_undone'))
  await waitFor(() => expect(screen.queryByText(text('run_undone'))).toBeNull())
  expect(focused()).toBe(text('step_claim_which_title'))
})

test('a date set in a playbook is in the calendar at once', async () => {
  const { press, screen, go } = await begun('claim')
  await press(text('step_claim_which_answer_a_to_z'))
  await press(text('run_date_count'))
  await screen.findByRole('heading', { name: text('run_dates') })
  go('#/calendar')
  await screen.findByRole('heading', { level: 2, name: text('nav_calendar') })
  expect(await screen.findAllByText(new RegExp(text('clock_atoz_answer')))).toBeTruthy()
})

test('what another tab wrote into a playbook stands on this page too, without a look at it', async () => {
  const { ask, screen } = await begun('hijack')
  await ask('change-run', {
    ...{ id: 'line-1', run: 'run-1', kind: 'wrote', step: 'test-buy', what: 'note' },
    text: 'written in another tab',
  })
  await screen.findByText('written in another tab')
})

test('a line that is written here asks the background once', async () => {
  const { asked, screen, settled, user } = await begun('hijack')
  await settled()
  asked.splice(0)
  await user.type(screen.getByLabelText(text('run_note')), 'two orders')
  await user.click(screen.getByRole('button', { name: addNote }))
  await screen.findByText('two orders')
  await settled()
  // Where nothing was said yet, the page looks whether something was lost, at its own time.
  expect(asked.filter((request) => request !== 'data')).toEqual(['change-run'])
})

test('a step says which pages it rests on, also when it names no figure', async () => {
  const { screen } = await begun('claim')
  const { title, url } = sources['help-after-sales']
  expect((await screen.findByText(title)).getAttribute('href')).toBe(url)
})
