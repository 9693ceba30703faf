// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyChecklist, type Store } from '../../src/domain/checklist'
import { type PlaybookId, playbookIds } from '../../src/domain/playbooks/playbook'
import type { Run } from '../../src/domain/playbooks/run'
import { playbookTitle } from '../../src/i18n/playbook-text'
import { addressOf } from '../../src/pages/page-urls'
import { storesKind } from '../../src/storage/kinds/stores'
import { com, de, wellKnown } from '../support/background'
import { inEnglish } from '../support/i18n'
import { open, panelBeside } from '../support/views'

const i18n = inEnglish('UTC')
const { translate: text } = i18n
const titleOfGuide = (id: PlaybookId) => playbookTitle(i18n, id) ?? ''
const [first] = emptyChecklist.stores as [Store]
const one: Store = { ...first, name: 'New York', fronts: [com] }
const two: Store = { ...first, id: 'store-2', login: 'login-2', name: 'Berlin', fronts: [de] }

const withStores = (...stores: Store[]) => ({
  ...wellKnown,
  [storesKind.prefix]: storesKind.encode({ stores, current: one.id }),
})

/** The panel on the page of its tab. */
async function opened(...stores: Store[]) {
  const page = await open('panel', {
    kept: { local: structuredClone(withStores(...(stores.length > 0 ? stores : [one]))) },
  })
  const { user, screen, platform } = page
  const heading = () => document.querySelector('h1')?.textContent
  const press = async (name: string) => {
    await user.click(await screen.findByText(name, { selector: 'button, button *, summary' }))
    await page.settled()
  }
  const runs = () =>
    Object.entries(platform.storage.data).flatMap(([key, run]) =>
      key.startsWith('run/') ? [run as Run] : [],
    )
  const at = async (title: string) => page.waitFor(() => expect(heading()).toBe(title))
  return { ...page, heading, press, runs, at }
}

/** With a guide that was started elsewhere, which the panel goes on with. */
async function goneOn(playbook: 'hijack' | 'claim' | 'funds-cleared', ...stores: Store[]) {
  const page = await opened(...stores)
  await page.ask('start-playbook', { run: 'run-1', playbook, store: 'store-1' })
  await page.session.read()
  await page.press(text('panel_guide_continue', { playbook: titleOfGuide(playbook) }))
  return page
}

const kindsIn = ([run]: readonly Run[]) => run?.log.map(({ kind }) => kind)

beforeEach(() => {
  // The panel may move the focus only while it has it.
  document.hasFocus = () => true
  panelBeside.where.value = { kind: 'elsewhere' }
})

describe('the guides in the panel', () => {
  test('are chosen by what happened, read, and started for the store that is shown', async () => {
    const { heading, press, runs, screen, at, waitFor } = await opened()
    await press(text('popup_wrong'))
    await at(text('popup_wrong'))
    for (const id of playbookIds) await screen.findByText(titleOfGuide(id))
    await press(text('playbook_claim'))
    await at(text('playbook_claim'))
    await screen.findByText(text('step_claim_learn_title'))
    await waitFor(() => expect(document.activeElement?.textContent).toBe(text('playbook_claim')))
    expect(runs()).toEqual([])
    await press(text('playbooks_start'))
    await at(text('step_claim_which_title'))
    expect(runs()).toMatchObject([{ playbook: 'claim', store: 'store-1' }])
    await waitFor(() => expect(document.activeElement?.textContent).toBe(heading()))
    const link = screen.getByText(text('panel_guide_dashboard')) as HTMLAnchorElement
    expect(link.href).toContain(`#/playbook/${runs()[0]?.id}`)
  })

  test('are left again without choosing one', async () => {
    const { press, screen, at, heading } = await opened()
    const before = heading()
    await press(text('popup_wrong'))
    await at(text('popup_wrong'))
    expect(screen.queryByText(text('run_all'))).toBeNull()
    await press(text('round_to_page'))
    await at(before ?? '')
  })

  test('that fits a report stands first, with the report', async () => {
    const { change, press, session, screen } = await opened()
    await change({ id: 'event-1', store: 'store-1', kind: 'happened', what: 'somebody-left' })
    await session.read()
    await press(text('popup_wrong'))
    await screen.findByText(new RegExp(text('incident_somebody_left_title')))
    const list = screen.getByText(text('playbooks_all')).closest('section')
    expect(list?.querySelector('button')?.textContent).toBe(text('playbook_offboarding'))
  })

  test('are left for the page and gone on with, those of this page with the next step', async () => {
    const { press, screen, at } = await goneOn('hijack')
    await at(text('step_hijack_clean_seat_title'))
    await press(text('round_to_page'))
    panelBeside.where.value = {
      kind: 'seller-central',
      tab: 1,
      host: com,
      page: 'user-permissions',
      isTyping: false,
    }
    await screen.findByText(text('panel_guide_step', { step: text('step_hijack_clean_seat_title') }))
    await press(text('panel_guide_continue', { playbook: text('playbook_hijack') }))
    await at(text('step_hijack_clean_seat_title'))
    await press(text('run_all'))
    await at(text('popup_wrong'))
    await screen.findByText(text('run_next', { step: text('step_hijack_clean_seat_title') }))
  })

  test('of several stores are listed with theirs, and each keeps its own', async () => {
    const page = await opened(one, two)
    const { ask, press, screen, session, at } = page
    await ask('start-playbook', { run: 'run-2', playbook: 'claim', store: 'store-2' })
    await session.read()
    const berlin = text('store_with_letter', { letter: 'B', name: two.name })
    expect(screen.queryByText(text('panel_guide'))).toBeNull()
    await press(text('popup_wrong'))
    const guide = text('panel_guide_continue', { playbook: text('playbook_claim') })
    expect((await screen.findByText(guide)).closest('li')?.textContent).toContain(berlin)
    expect(document.querySelector('.store-switch')).not.toBeNull()
    await press(guide)
    await at(text('step_claim_which_title'))
    expect(document.querySelector('.guide-head')?.textContent).toContain(berlin)
    expect(document.querySelector('.store-switch')).toBeNull()
  })

  test('can be read while what was started can’t be', async () => {
    const { loseAnswers, press, screen } = await opened()
    loseAnswers(true)
    await press(text('popup_wrong'))
    await screen.findByText(text('playbooks_no_answer'))
    await press(text('playbook_hijack'))
    await screen.findByText(text('step_hijack_watch_why'))
    expect(screen.queryByText(text('playbooks_start'))).toBeNull()
    loseAnswers(false)
    await press(text('retry'))
    await screen.findByText(text('playbooks_start'))
  })
})

describe('a guide that was started', () => {
  test('shows one step, its place in the whole, and goes on when it is done', async () => {
    const { press, runs, screen, at, waitFor } = await goneOn('hijack')
    await at(text('step_hijack_clean_seat_title'))
    // How many there are depends on an answer.
    screen.getByText(text('run_step_number', { number: '1' }))
    screen.getByText(text('step_hijack_clean_seat_how_1'))
    await press(text('run_done'))
    await at(text('step_hijack_mailbox_title'))
    screen.getByText(text('run_step_number', { number: '2' }))
    await press(text('panel_guide_next'))
    await press(text('panel_guide_next'))
    await press(text('step_hijack_can_sign_in_answer_no'))
    const total = document.querySelectorAll('ol.path li').length
    await screen.findByText(text('run_step_of', { number: '2', total: String(total) }))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    expect(kindsIn(runs())).toContain('stepped')
  })

  test('says what was done, and undoes it', async () => {
    const { press, runs, screen, at } = await goneOn('hijack')
    await press(text('run_done'))
    await at(text('step_hijack_mailbox_title'))
    const step = text('step_hijack_clean_seat_title')
    expect(document.querySelector('.notice')?.textContent).toContain(text('run_log_stepped', { step }))
    await press(text('undo'))
    await at(step)
    expect(kindsIn(runs())?.at(-1)).toBe('undone')
    // Or later, by going back to it.
    await press(text('run_done'))
    await press(text('panel_guide_back'))
    await at(step)
    await press(text('run_undone'))
    expect(kindsIn(runs())?.slice(-2)).toEqual(['stepped', 'undone'])
    await screen.findByText(text('run_done'))
  })

  test('is looked through without a step being done', async () => {
    const { press, runs, at } = await goneOn('hijack')
    await press(text('panel_guide_next'))
    await at(text('step_hijack_mailbox_title'))
    await press(text('panel_guide_back'))
    await at(text('step_hijack_clean_seat_title'))
    await press(text('step_hijack_phone_number_title'))
    await at(text('step_hijack_phone_number_title'))
    expect(kindsIn(runs())).toEqual(kindsIn(runs())?.filter((kind) => /started$/.test(kind)))
  })

  test('asks what decides the way, and offers the guide that fits better', async () => {
    const { press, runs, screen, at } = await goneOn('funds-cleared')
    await screen.findByText(text('run_step_number', { number: '1' }))
    await press(text('step_funds_cleared_which_case_answer_stolen'))
    await at(text('step_funds_cleared_stolen_report_title'))
    await press(text('panel_guide_back'))
    await press(text('playbooks_start_of', { playbook: text('playbook_hijack') }))
    await at(text('step_hijack_clean_seat_title'))
    expect(runs().map(({ playbook }) => playbook)).toEqual(['funds-cleared', 'hijack'])
  })

  test('keeps its log and its dates with the time that is left', async () => {
    const { press, screen, user, at } = await goneOn('claim')
    await press(text('step_claim_which_answer_a_to_z'))
    await at(text('step_claim_note_claim_title'))
    await user.type(screen.getByLabelText(text('run_note')), 'two orders')
    await user.click(screen.getAllByText(text('run_add')).at(-1) as HTMLElement)
    const line = await screen.findByText('two orders')
    expect(line.closest('ol')?.className).toBe('log')
    await press(text('run_date_count'))
    const dates = (await screen.findByText(text('run_dates'))).closest('section')
    expect(dates?.textContent).toMatch(/in \d+ (?:days|hours)/)
  })

  test('shows what another page does with it', async () => {
    const { ask, screen, at } = await goneOn('hijack')
    await ask('change-run', {
      id: 'line-1',
      run: 'run-1',
      kind: 'wrote',
      step: 'mailbox',
      what: 'note',
      text: 'two rules',
    })
    await screen.findByText('two rules')
    await ask('change-run', { id: 'line-2', run: 'run-1', kind: 'stepped', step: 'clean-seat' })
    await at(text('step_hijack_mailbox_title'))
    await ask('change-run', { id: 'line-3', run: 'run-1', kind: 'closed', outcome: 'solved' })
    await screen.findByText(text('run_resume'))
    expect(screen.queryByText(text('run_done'), { selector: 'button' })).toBeNull()
  })

  test('says where the seller is, or opens the page on the store’s own site', async () => {
    const { press, screen, at } = await goneOn('funds-cleared')
    const payments = { page: text('page_payments_dashboard') }
    const link = (await screen.findByText(text('open_page', payments))).closest('a')
    expect(link?.href).toBe(addressOf('payments-dashboard', com))
    panelBeside.where.value = {
      kind: 'seller-central',
      tab: 1,
      host: com,
      page: 'payments-dashboard',
      isTyping: false,
    }
    await screen.findByText(text('panel_here', payments))
    expect(screen.queryByText(text('open_page', payments))).toBeNull()
    // The other page of this step.
    screen.getByText(text('open_page', { page: text('page_performance_notifications') }))
    await press(text('step_funds_cleared_which_case_answer_stolen'))
    await at(text('step_funds_cleared_stolen_report_title'))
  })

  test('has the letter to copy, in the language of the store or another', async () => {
    const { press, screen, user } = await goneOn('funds-cleared', { ...one, fronts: [de] })
    let copied = ''
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (said: string) => {
          copied = said
        },
      },
    })
    await press(text('step_funds_cleared_which_case_answer_stolen'))
    await screen.findByText(/Wir melden eine Auszahlung/)
    await press(text('letter_copy'))
    expect(copied).toContain('Wir melden eine Auszahlung')
    await user.selectOptions(screen.getByLabelText(text('letter_language')), 'en')
    await screen.findByText(/We are reporting a disbursement/)
    await press(text('letter_copy'))
    expect(copied).toContain('We are reporting a disbursement')
  })

  test('does no step by a second press of its key', async () => {
    const { at, runs, user, settled, waitFor } = await goneOn('hijack')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    await user.keyboard('{ArrowDown}c')
    await at(text('step_hijack_mailbox_title'))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    await user.keyboard('c')
    await settled()
    expect(kindsIn(runs())?.filter((kind) => kind === 'stepped')).toHaveLength(1)
    await user.keyboard('s')
    await at(text('step_hijack_phone_number_title'))
  })

  test('that was deleted meanwhile is said not to be there', async () => {
    const { ask, screen, settled, at } = await goneOn('hijack')
    await ask('reset', { id: 'event-9', store: null, withoutBackup: true })
    await settled()
    await at(text('popup_wrong'))
    await screen.findByText(text('run_none'))
  })
})

test('the keys of the panel are listed at a key', async () => {
  const { screen } = await opened()
  const help = screen.getByRole('button', { name: text('keys_title') })
  expect(help.getAttribute('aria-keyshortcuts')).toBe('?')
  const list = document.getElementById(help.getAttribute('popovertarget') ?? '')
  expect(list?.textContent).toContain(`B${text('panel_keys_back')}`)
  expect(list?.textContent).toContain(`S${text('panel_keys_skip')}`)
})
