// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { describe, expect, test } from 'vitest'
import { emptyChecklist, recordKey } from '../../../src/domain/checklist'
import { type ItemId, itemOf, items } from '../../../src/domain/items'
import type { RunEvent } from '../../../src/domain/playbooks/playbook'
import { recordKind } from '../../../src/storage/kinds/record'
import { wellKnown } from '../../support/background'
import { answered, checked, newId, storeAdded, storeOf } from '../../support/checklist'
import { text, titleOf } from '../../support/messages'
import { on } from '../../support/time'
import { open } from '../../support/views'

const today = '2026-03-04'
const openHome = (local: Record<string, unknown> = wellKnown) =>
  open('dashboard', { at: '#/', now: on(today), kept: { local: structuredClone(local) } })

const message = () => document.querySelector('#outlook')?.textContent
const start = () => document.querySelector<HTMLAnchorElement>('a.start')
const part = (id: string) => document.querySelector<HTMLElement>(`section[aria-labelledby=${id}]`)!
const tile = (area: string) => document.querySelector(`a[href="#/checklist/${area}"]`)!.closest('li')!

const keyOf = (id: ItemId) => `record/${recordKey(itemOf(id), storeOf(emptyChecklist))}`

/** As if everything had been checked today except these. */
const allChecked = (...but: readonly ItemId[]): Record<string, unknown> => ({
  ...wellKnown,
  ...Object.fromEntries(
    items
      .filter(({ id, cadence }) => cadence.kind !== 'event' && !but.includes(id))
      .map(({ id }) => [keyOf(id), recordKind.encode({ checked: today, events: [] })]),
  ),
})

const damaged = { [keyOf('two-step-on')]: 7 }

describe('after an update that moved things', () => {
  test('home says where they are until it was read, and the focus goes on to what is due', async () => {
    const home = await openHome({
      ...wellKnown,
      'written-by': { version: 1, extension: '0.1.0', unreadNews: true },
    })
    expect(part('news').textContent).toContain(text('nav_place_incidents'))
    await home.user.click(within(part('news')).getByRole('button', { name: text('news_read') }))
    await home.waitFor(() => expect(part('news')).toBeNull())
    expect(document.activeElement?.id).toBe('outlook')
  })

  test('it is not there on other days', async () => {
    await openHome()
    expect(part('news')).toBeNull()
  })
})

describe('what is due, first', () => {
  test('a new seller is told to start with the essentials, how long it takes, and what is for another day', async () => {
    await openHome()
    expect(message()).toBe(text('home_first_other', { count: '9' }))
    expect(start()?.textContent).toContain(text('home_round_other', { count: '7', minutes: '25' }))
    const later = within(document.querySelector<HTMLElement>('.another-day')!)
    expect(later.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      titleOf('password-strong-unique'),
      titleOf('backup-super-user-created'),
    ])
  })

  test('the button of a round opens the checks that are due', async () => {
    const home = await openHome(allChecked('two-step-on', 'user-list-review'))
    expect(message()).toBe(text('home_due_other', { count: '2' }))
    await home.user.click(start()!)
    await home.waitFor(() => expect(location.hash).toBe('#/checklist/due'))
    await home.waitFor(() => expect(document.querySelectorAll('main .row')).toHaveLength(2))
  })

  test('while a round is under way the button goes on with it', async () => {
    const home = await openHome(allChecked('two-step-on', 'user-list-review'))
    await home.session.round('begin-round', { round: 'round-1' })
    await home.waitFor(() =>
      expect(start()?.textContent?.trim()).toBe(text('continue_round_other', { count: '2' })),
    )
  })

  test('a press on it continues the round under way, and starts another once that is over', async () => {
    const home = await openHome(allChecked('two-step-on', 'user-list-review', 'backup-super-user-created'))
    const begun = () => home.asked.filter((request) => request === 'begin-round').length
    await home.session.round('begin-round', { round: 'round-1' })
    await home.user.click(start()!)
    await home.settled()
    expect(begun()).toBe(1)
    for (const id of ['two-step-on', 'user-list-review'] as const) await home.change(checked(id))
    await home.session.read()
    expect((await home.overview()).round?.kind).toBe('finished')
    location.hash = '#/'
    await home.waitFor(() => expect(start()?.textContent).toContain(text('home_start')))
    await home.user.click(start()!)
    await home.settled()
    expect((await home.overview()).round).toMatchObject({
      kind: 'under-way',
      steps: [{ check: 'backup-super-user-created' }],
    })
  })

  test('an area with a planned check has no tick: it may never have been done', async () => {
    const home = await openHome(allChecked())
    expect(tile('people').querySelector('h4 ~ .icon')).not.toBeNull()
    await home.change(answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    await home.session.read()
    await home.waitFor(() => expect(tile('people').querySelector('h4 ~ .icon')).toBeNull())
    expect(tile('people').textContent).toContain(text('home_segment_planned_one', { count: '1' }))
  })

  test('a key below the areas tells what the pieces of the bars are, as far as there are such', async () => {
    const home = await openHome(allChecked())
    const key = () => [...document.querySelectorAll('.key li')].map(({ textContent }) => textContent)
    expect(key()).toEqual([text('home_key_good')])
    home.screen.getByRole('list', { name: text('home_key') })
    await home.change(answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    await home.session.read()
    await home.waitFor(() => expect(key()).toEqual([text('home_key_planned'), text('home_key_good')]))
  })

  test('while nothing is due it says until when, and offers no round', async () => {
    await openHome(allChecked())
    expect(message()).toBe(text('home_well', { day: 'March 5, 2026' }))
    expect(start()).toBeNull()
  })

  test('a check that could not be read is told, and nothing is called well', async () => {
    await openHome({ ...allChecked(), ...damaged })
    expect(message()).toBe(text('popup_nothing_known'))
    within(part('outlook')).getByText(text('popup_unreadable_one', { count: '1' }))
    within(tile('sign-in')).getByText(text('home_tile_unreadable_one', { count: '1' }), { exact: false })
  })

  test('the next payout is there once the seller has entered the schedule', async () => {
    const home = await openHome()
    expect(part('outlook').textContent).not.toContain('payout')
    const rhythm = { kind: 'every', days: 14, from: '2026-03-10' } as const
    await home.change({ id: newId(), store: 'store-1', kind: 'payouts-told', rhythm })
    await home.session.read()
    await home.screen.findByText(text('home_payout', { day: 'March 10, 2026' }))
  })

  test('paused reminders are told, and end with one press', async () => {
    const home = await openHome()
    await home.session.pause('told')
    await home.screen.findByText(text('pause_until_told'))
    await home.user.click(home.screen.getByText(text('pause_end')))
    await home.waitFor(() => expect(home.screen.queryByText(text('pause_until_told'))).toBeNull())
  })
})

describe('the areas', () => {
  test('each is a link to its checks that tells what is due there', async () => {
    const home = await openHome(allChecked('user-list-review'))
    const people = within(tile('people'))
    people.getByText(text('home_tile_due_one', { count: '1' }))
    people.getByText(titleOf('user-list-review'), { exact: false })
    await home.user.click(people.getByRole('link'))
    await home.waitFor(() => expect(location.hash).toBe('#/checklist/people'))
  })

  test('an area has a segment for each check, with its state in words', async () => {
    const home = await openHome(allChecked('two-step-on', 'passkey-add'))
    const count = (await home.overview()).areas[0]!.items.length
    const bar = within(tile('sign-in')).getByRole('img')
    expect(bar.children).toHaveLength(count)
    expect(bar.getAttribute('aria-label')).toBe(
      `${text('home_tile_due_one', { count: '1' })}, ${text('home_segment_open_one', { count: '1' })}, and ${text('home_segment_good_other', { count: String(count - 2) })}`,
    )
  })

  test('checks that are due but not essential are neither hidden nor counted', async () => {
    await openHome(allChecked('passkey-add'))
    within(tile('sign-in')).getByText(text('home_tile_open_one', { count: '1' }), { exact: false })
    expect(tile('sign-in').querySelector('.tile-due')).toBeNull()
  })
})

describe('the next six weeks', () => {
  test('the table says what the chart shows, and each check is a link', async () => {
    const home = await openHome(allChecked('two-step-on'))
    const rhythm = { kind: 'every', days: 14, from: '2026-03-10' } as const
    await home.change({ id: newId(), store: 'store-1', kind: 'payouts-told', rhythm })
    await home.session.read()
    await home.waitFor(() => expect(part('weeks').querySelector('[data-payout]')).not.toBeNull())
    const drawn = [...part('weeks').querySelectorAll('.weeks [role=img]')].map(
      (one) => one.getAttribute('title') ?? '',
    )
    const told = [...part('weeks').querySelectorAll('tbody th')].map(({ textContent }) => textContent)
    expect(drawn.map((name) => name.split(':')[0])).toEqual(told)
    expect(drawn[0]).toMatch(/^Wednesday,? .*: 1 check due now$/)
    expect(drawn.find((name) => name.includes('March 10'))).toContain(text('home_payout_day'))
    const links = within(part('weeks').querySelector('table')!).getAllByRole('link')
    expect(links[0]?.getAttribute('href')).toBe('#/item/two-step-on')
  })

  test('a screen reader reads each day once, in the chart or in the table that is unfolded', async () => {
    const home = await openHome()
    const days = () => within(part('weeks')).queryAllByRole('img')
    const [today] = days()
    expect(today?.getAttribute('title')).toMatch(/^Wednesday/)
    // A label beside the title, or the same title around it, would be read as well.
    expect(today?.hasAttribute('aria-label')).toBe(false)
    expect(today?.parentElement?.closest('[title]')).toBeNull()
    const table = part('weeks').querySelector('details')!
    const unfold = (isOpen: boolean) => {
      table.open = isOpen
      table.dispatchEvent(new Event('toggle'))
    }
    unfold(true)
    await home.waitFor(() => expect(days()).toEqual([]))
    expect(within(part('weeks')).getAllByRole('rowheader').length).toBeGreaterThan(1)
    unfold(false)
    await home.waitFor(() => expect(days().length).toBeGreaterThan(1))
  })

  test('a day with many checks has their number', async () => {
    await openHome()
    expect(part('weeks').querySelector('.day b')?.textContent).toBe('9')
  })
})

describe('deadlines', () => {
  const run = { run: 'run-1', playbook: 'funds-cleared', store: 'store-1' } as const
  const inRun = (event: Record<string, unknown>) => ({ id: newId(), run: 'run-1', ...event }) as RunEvent

  test('the nearest are there with how far off they are, and lead to their guide', async () => {
    const home = await openHome()
    within(part('deadlines')).getByText(text('home_deadlines_none'))
    await home.ask('start-playbook', run)
    await home.ask('change-run', inRun({ kind: 'stepped', step: 'which-case', answer: 'withheld' }))
    await home.ask('change-run', inRun({ kind: 'clock-started', clock: 'day-60', on: '2026-02-01' }))
    await home.session.read()
    const link = await within(part('deadlines')).findByRole('link')
    expect(link.getAttribute('href')).toBe('#/playbook/run-1')
    within(part('deadlines')).getByText(/^in \d+ days$/)
  })
})

describe('what was done lately', () => {
  test('is read in one request, and shows an answer that is given later', async () => {
    const home = await openHome()
    await within(part('recent')).findByText(text('journal_empty'))
    expect(home.asked.filter((request) => request === 'journal')).toHaveLength(1)
    await home.session.answer('two-step-on', { kind: 'checked' })
    await within(part('recent')).findByText(text('journal_checked', { title: titleOf('two-step-on') }))
    within(part('recent')).getByText('today')
  })

  test('that cannot be read says so, and is no empty list', async () => {
    const home = await openHome()
    await within(part('recent')).findByText(text('journal_empty'))
    location.hash = '#/help'
    await home.waitFor(() => expect(document.querySelector('#recent')).toBeNull())
    home.platform.storage.reject('keys')
    location.hash = '#/'
    await home.screen.findByText(text('popup_could_not_read'))
    expect(part('recent').textContent).not.toContain(text('journal_empty'))
  })
})

describe('several stores', () => {
  async function openStores(count: number) {
    const home = await openHome()
    for (let number = 2; number <= count; number += 1)
      await home.change(storeAdded(`store-${number}`, 'login-1', `Shop ${number}`))
    await home.change({ id: newId(), store: 'store-1', kind: 'store-shown' })
    await home.change(answered('user-list-review', { kind: 'checked' }, 'store-2'))
    await home.session.read()
    await home.waitFor(() => expect(part('stores')).not.toBeNull())
    return home
  }
  const names = () =>
    [...part('stores').querySelectorAll('tbody button')].map(({ textContent }) => textContent)

  test('one store has no table of stores', async () => {
    await openHome()
    expect(part('stores')).toBeNull()
  })

  test('a column sorts by its head, and says so', async () => {
    const { user } = await openStores(3)
    const head = (name: 'home_stores_name' | 'home_stores_due') =>
      within(part('stores')).getByRole('button', { name: text(name) })
    const sort = (button: HTMLElement) => button.closest('th')?.getAttribute('aria-sort')
    expect(sort(head('home_stores_due'))).toBe('descending')
    expect(names().at(-1)).toBe('B · Shop 2')
    await user.click(head('home_stores_due'))
    expect(sort(head('home_stores_due'))).toBe('ascending')
    expect(names()[0]).toBe('B · Shop 2')
    await user.click(head('home_stores_name'))
    expect(sort(head('home_stores_name'))).toBe('ascending')
    expect(sort(head('home_stores_due'))).toBeNull()
    expect(names().slice(1)).toEqual(['B · Shop 2', 'C · Shop 3'])
  })

  test('a store that is chosen is shown, and what is due there is heard', async () => {
    const { user, screen, waitFor, overview } = await openStores(3)
    await user.click(screen.getByRole('button', { name: 'B · Shop 2' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('outlook'))
    expect((await overview()).store.id).toBe('store-2')
    const row = part('stores').querySelector<HTMLElement>('tr[aria-current]')!
    within(row).getByText('B · Shop 2')
    within(row).getByText(text('home_stores_shown'))
  })

  test('of many stores, those that are not seen at first come after the page is painted', async () => {
    const { waitFor } = await openStores(24)
    await waitFor(() => expect(names()).toHaveLength(24))
  })

  test('many can be searched; few have no search', async () => {
    await openStores(3)
    expect(document.querySelector('#store-search')).toBeNull()
    const { user, screen } = await openStores(9)
    await user.type(screen.getByLabelText(text('home_stores_search')), 'shop 9')
    expect(names()).toEqual(['I · Shop 9'])
    await user.type(screen.getByLabelText(text('home_stores_search')), 'x')
    screen.getByText(text('home_stores_none', { words: 'shop 9x' }))
  })

  test('narrows to a group, and to those of the person at this browser', async () => {
    const { change, session, settled, ask, user, screen } = await openStores(4)
    const set = (stores: string[], change: { group?: string; who?: string }) =>
      ({ id: newId(), store: stores[0]!, kind: 'stores-changed', stores, change }) as const
    // Nobody has said who is at this browser.
    await change(set(['store-2', 'store-3'], { group: 'Europe' }))
    await change(set(['store-3', 'store-4'], { who: 'Ana' }))
    await session.read()
    await settled()
    expect(screen.queryByLabelText(text('home_stores_mine'))).toBeNull()
    await ask('name-self', { who: 'Ana' })
    await session.read()
    const mine = await screen.findByLabelText(text('home_stores_mine'))
    await user.click(mine)
    expect(names().sort()).toEqual(['C · Shop 3', 'D · Shop 4'])
    await user.selectOptions(screen.getByRole('combobox', { name: text('stores_group') }), 'Europe')
    expect(names()).toEqual(['C · Shop 3'])
    await user.click(mine)
    expect(names().sort()).toEqual(['B · Shop 2', 'C · Shop 3'])
  })

  test('a store whose checks could not be read says so', async () => {
    const home = await openHome({ ...wellKnown, ...damaged })
    await home.change(storeAdded('store-2', 'login-2', 'Lamps'))
    await home.session.read()
    await within(part('stores')).findByText(text('home_segment_unreadable_one', { count: '1' }))
  })
})
